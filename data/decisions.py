"""What people decide while they look: kept in the journal, revised by a line more, never undone.

A decision stands beside what is computed and changes none of it. A publication copies the
decisions of its book into the release, so that the next meeting opens with what was decided.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

from data.books import Book
from data.clock import now
from data.disk import store_conditions
from data.errors import UnknownDecision
from data.journal import journal, journal_to_read
from data.releases import LOCKED_DOWN
from data.sql import rows_of, statement
from data.store import Store

COPIED = (
    "decision_id", "revision_id", "revision", "first_written_at", "written_at", "written_by",
    "release_id", "subject_kind", "subject_key", "unit_code", "year", "content", "responsible",
    "due_on", "state", "decision_body", "decision_number", "decided_on",
)  # fmt: skip


class SubjectKind(StrEnum):
    """What a decision can be about; its words stand in the catalogue."""

    CANDIDATE = "candidate"  # key: unit:area:year, as `candidate_key` makes it
    INITIATIVE = "initiative"  # key: initiative_id
    DEDUCTION = "deduction"  # key: deduction_id
    FINDING = "finding"  # key: finding_id
    INSPECTION = "inspection"  # key: unit:year
    UNIT = "unit"  # key: unit_code
    MEETING = "meeting"  # key: as `meeting_key` of data/meetings.py makes it


class DecisionState(StrEnum):
    """How far it is carried out, as whoever writes knows it."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a subject; text is kept letter by letter.

    `content`: the decision in words. `responsible`: who is to do it, until `due_on`.
    `decision_body`, `decision_number`, `decided_on`: who decided, by which document, when.
    """

    subject_kind: SubjectKind
    subject_key: str
    content: str
    state: DecisionState = DecisionState.OPEN
    unit_code: str | None = None
    year: int | None = None
    responsible: str | None = None
    due_on: datetime.date | None = None
    decision_body: str | None = None
    decision_number: str | None = None
    decided_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class DecisionKept:
    """A decision as it was written at a time; `revision` counts from 1.

    `release_id`: the release that was on the screen.
    """

    decision: Decision
    decision_id: int
    revision_id: int
    revision: int
    first_written_at: datetime.datetime
    written_at: datetime.datetime
    written_by: str
    release_id: str


def candidate_key(unit_code: str, area_code: str, year: int) -> str:
    """The subject of a decision on a best-practice candidate."""
    return f"{unit_code}:{area_code}:{year}"


def decide(store: Store, book: Book, decision: Decision, *, release_id: str, by: str) -> int:
    """The decision is kept; gives its id. Raises StoreNotWritable, StoreDamaged."""
    return _write(store, book, decision, None, release_id=release_id, by=by)


def revise(
    store: Store, book: Book, decision_id: int, decision: Decision, *, release_id: str, by: str
) -> None:
    """The decision reads so from now on; how it read before stays.

    Raises UnknownDecision, StoreNotWritable, StoreDamaged.
    """
    if not revisions(store, book, decision_id):
        raise UnknownDecision(decision_id=decision_id)
    _write(store, book, decision, decision_id, release_id=release_id, by=by)


def _write(
    store: Store,
    book: Book,
    decision: Decision,
    decision_id: int | None,
    *,
    release_id: str,
    by: str,
) -> int:
    told = {
        **asdict(decision),
        "due_on": decision.due_on.isoformat() if decision.due_on else None,
        "decided_on": decision.decided_on.isoformat() if decision.decided_on else None,
    }
    with journal(store) as connection:
        kept = connection.execute(
            statement("journal/add_decision"),
            {
                **told,
                "decision_id": decision_id,
                "written_at": now().isoformat(sep=" "),
                "written_by": by,
                "book": book.value,
                "release_id": release_id,
            },
        ).fetchone()
    return int(kept["decision_id"])


def decisions(
    store: Store,
    book: Book,
    *,
    subject_kind: SubjectKind | None = None,
    subject_key: str | None = None,
) -> list[DecisionKept]:
    """The book's decisions as each was last written, the newest first.

    Works on a store that cannot be written. Raises StoreDamaged.
    """
    rows = _read(store, book, subject_kind=subject_kind, subject_key=subject_key)
    return [_kept(row) for row in rows]


def revisions(store: Store, book: Book, decision_id: int) -> list[DecisionKept]:
    """Every wording of one decision, the newest first; none where the book has no such."""
    return [_kept(row) for row in _read(store, book, decision_id=decision_id, with_earlier=True)]


def copy_decisions(store: Store, book: Book, snapshot: duckdb.DuckDBPyConnection) -> None:
    """The book's decisions stand in the snapshot, in place of those that stood there."""
    rows_of(snapshot, "snapshots/forget_decisions")
    for row in _read(store, book):
        rows_of(snapshot, "snapshots/decision", **{name: row[name] for name in COPIED})


def last_revision(store: Store, book: Book) -> int:
    """The newest line about the book's decisions; 0 where there is none."""
    return max((int(str(row["revision_id"])) for row in _read(store, book)), default=0)


def last_copied(release: Path) -> int:
    """The newest line that a release's decisions were copied from; 0 where it holds none.

    Raises StoreDamaged.
    """
    with (
        store_conditions(),
        duckdb.connect(str(release), read_only=True, config=LOCKED_DOWN) as connection,
    ):
        return int(str(rows_of(connection, "snapshots/last_decision")[0]["last_revision"]))


def _read(
    store: Store,
    book: Book,
    *,
    decision_id: int | None = None,
    subject_kind: SubjectKind | None = None,
    subject_key: str | None = None,
    with_earlier: bool = False,
) -> list[Mapping[str, object]]:
    told = {
        "book": book.value,
        "decision_id": decision_id,
        "subject_kind": subject_kind.value if subject_kind else None,
        "subject_key": subject_key,
        "with_earlier": with_earlier,
    }
    if not store.journal.exists():
        return []
    with journal_to_read(store) as connection:
        if not connection.execute(statement("journal/holds_decisions")).fetchall():
            return []
        return [dict(row) for row in connection.execute(statement("journal/decisions"), told)]


def _kept(row: Mapping[str, object]) -> DecisionKept:
    return DecisionKept(
        decision=Decision(
            subject_kind=SubjectKind(str(row["subject_kind"])),
            subject_key=str(row["subject_key"]),
            content=str(row["content"]),
            state=DecisionState(str(row["state"])),
            unit_code=_text(row["unit_code"]),
            year=int(str(row["year"])) if row["year"] is not None else None,
            responsible=_text(row["responsible"]),
            due_on=_day(row["due_on"]),
            decision_body=_text(row["decision_body"]),
            decision_number=_text(row["decision_number"]),
            decided_on=_day(row["decided_on"]),
        ),
        decision_id=int(str(row["decision_id"])),
        revision_id=int(str(row["revision_id"])),
        revision=int(str(row["revision"])),
        first_written_at=datetime.datetime.fromisoformat(str(row["first_written_at"])),
        written_at=datetime.datetime.fromisoformat(str(row["written_at"])),
        written_by=str(row["written_by"]),
        release_id=str(row["release_id"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> datetime.date | None:
    return None if value is None else datetime.date.fromisoformat(str(value))
