"""Meetings: the figures on the table are kept in the journal, so that the next meeting can say what
has moved, even where the release of then can no longer be read.

A meeting is a line that nobody changes; what it decided are decisions (data/decisions.py) whose
key names it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from data.books import Book
from data.clock import now
from data.journal import journal, journal_to_read
from data.sql import statement
from data.store import Store

TITLE_LETTERS = 120  # a title longer than that is no title


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure that a meeting had before it.

    `name` is of analysis.meeting.FIGURES; `year` the year it is about, null where it is about no
    one year; `group` the ranking group, null for all in scope; `value` in the figure's own unit,
    null where it was not known; `said` what stands beside the value in words that are data, such
    as the names of the leading units.
    """

    name: str
    value: float | None
    year: int | None = None
    group: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was on the table: release, filters, and the day against which deadlines were judged.

    `judged_year`: the year of the deductions that the release could judge.
    """

    release_id: str
    as_of: datetime.date
    year: int | None = None
    judged_year: int | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as it was kept."""

    meeting_id: int
    title: str
    held_on: datetime.date
    seen: Seen
    figures: tuple[KeyFigure, ...]
    kept_at: datetime.datetime
    kept_by: str


def keep_meeting(
    store: Store,
    book: Book,
    title: str,
    held_on: datetime.date,
    seen: Seen,
    figures: Sequence[KeyFigure],
    *,
    by: str,
) -> int:
    """The meeting is kept, its title cut at TITLE_LETTERS; gives its id.

    Raises ValueError for a blank title, StoreNotWritable, StoreDamaged.
    """
    plain = " ".join(title.split())[:TITLE_LETTERS]
    if not plain:
        raise ValueError(title)
    told = {
        "book": book.value,
        "title": plain,
        "held_on": held_on.isoformat(),
        "release_id": seen.release_id,
        "year": seen.year,
        "judged_year": seen.judged_year,
        "ranking_group": seen.group,
        "as_of": seen.as_of.isoformat(),
        "figures": json.dumps([asdict(figure) for figure in figures], ensure_ascii=False),
        "kept_at": now().isoformat(sep=" "),
        "kept_by": by,
    }
    with journal(store) as connection:
        kept = connection.execute(statement("journal/add_meeting"), told).fetchone()
    return int(kept["meeting_id"])


def meetings(store: Store, book: Book) -> list[Meeting]:
    """The book's meetings, the newest first; works on a store that cannot be written.

    Raises StoreDamaged.
    """
    if not store.journal.exists():
        return []
    with journal_to_read(store) as connection:
        if not connection.execute(statement("journal/holds_meetings")).fetchall():
            return []
        found = connection.execute(statement("journal/meetings"), {"book": book.value}).fetchall()
    return [
        Meeting(
            meeting_id=int(row["meeting_id"]),
            title=str(row["title"]),
            held_on=datetime.date.fromisoformat(row["held_on"]),
            seen=Seen(
                release_id=str(row["release_id"]),
                as_of=datetime.date.fromisoformat(row["as_of"]),
                year=row["year"],
                judged_year=row["judged_year"],
                group=row["ranking_group"],
            ),
            figures=tuple(KeyFigure(**figure) for figure in json.loads(row["figures"])),
            kept_at=datetime.datetime.fromisoformat(row["kept_at"]),
            kept_by=str(row["kept_by"]),
        )
        for row in found
    ]


def meeting_key(meeting_id: int, about: str = "") -> str:
    """The subject of a decision of a meeting: its id, and after a colon what it is about
    ('deduction:<key>', 'candidate:<key>', 'unit:<code>'); nothing where it is about no one thing.
    """
    return f"{meeting_id}:{about}" if about else str(meeting_id)


def meeting_of(subject_key: str) -> int | None:
    """The meeting that a decision's key names; null where it names none."""
    number = subject_key.partition(":")[0]
    return int(number) if number.isdecimal() else None


def about_of(subject_key: str) -> str:
    """What a meeting's decision is about; '' where it is about no one thing."""
    return subject_key.partition(":")[2]
