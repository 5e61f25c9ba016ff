"""What was handed in and refused: remembered in the journal, for a refusal leaves no other trace.

An item is a kind of points ('self_assessed') or a form ('remediation').
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.books import Book
from data.clock import now
from data.forms.forms import SCORES
from data.forms.found import FormTable, Hints
from data.journal import journal, journal_to_read
from data.problems import Severity
from data.reference import Reference
from data.resolving.score_kinds import SCORE_KINDS, score_kind_of
from data.resolving.score_rows import DEFAULT_KIND
from data.resolving.unit_finder import UnitFinder
from data.sql import statement
from data.store import Store

if TYPE_CHECKING:
    from data.handed_in import HandedIn
    from data.outcomes import ImportOutcome


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that a refused file was about; null where the file does not let it be known.

    `error_count` counts the file's own errors: 0 for a good file that came with a faulty one.
    """

    refused_at: datetime.datetime
    refused_by: str
    file_name: str
    file_sha256: str
    item: str | None
    unit_code: str | None
    year: int | None
    error_count: int


def remember_refusal(
    store: Store,
    book: Book,
    by: str,
    files: Sequence[HandedIn],
    outcome: ImportOutcome,
    reference: Reference,
) -> None:
    """Every unit, year and item that the refused files name stands in the journal."""
    known = {file.sha256 for file in outcome.skipped}
    at = now().isoformat(sep=" ")
    with journal(store) as connection:
        for file in files:
            name, sha256 = file.reading.file.name, file.reading.file.sha256
            if sha256 in known or file.is_blank:
                continue
            errors = sum(
                1 for p in outcome.problems if p.file == name and p.severity is Severity.ERROR
            )
            for item, unit_code, year in _about(file, reference):
                connection.execute(
                    statement("journal/add_refusal"),
                    {
                        "refused_at": at,
                        "refused_by": by,
                        "book": book.value,
                        "file_name": name,
                        "file_sha256": sha256,
                        "item": item,
                        "unit_code": unit_code,
                        "year": year,
                        "error_count": errors,
                    },
                )


def refusals(store: Store, book: Book) -> list[Refusal]:
    """Every refusal of the book, oldest first; none where there is no journal yet."""
    if not store.journal.exists():
        return []
    with journal_to_read(store) as connection:
        if not connection.execute(statement("journal/holds_refusals")).fetchall():
            return []
        found = connection.execute(statement("journal/refusals"), {"book": book.value}).fetchall()
    return [
        Refusal(**{**row, "refused_at": datetime.datetime.fromisoformat(row["refused_at"])})
        for row in map(dict, found)
    ]


def _about(file: HandedIn, reference: Reference) -> list[tuple[str | None, str | None, int | None]]:
    """What the file names, each once; one line that knows nothing for a file of no form."""
    finder = UnitFinder(reference.units)
    found = dict.fromkeys(
        about for table in file.reading.tables for about in _of_table(table, file.hints, finder)
    )
    return [*found] or [(None, None, None)]


def _of_table(
    table: FormTable, hints: Hints, finder: UnitFinder
) -> Iterator[tuple[str | None, str | None, int | None]]:
    context, items = table.context, _items(table, hints)
    said = {
        (
            record.text("unit") or record.text("unit_code") or (context.unit and context.unit.text),
            record.text("year") or (context.year and context.year.text) or str(hints.year or ""),
        )
        for record in table.records
    }
    for unit, written in sorted(said, key=str):
        year = int(written) if written and written.isdecimal() else None
        match = finder.find(unit, year=year) if unit else None
        code = match.unit.unit_code if match and match.unit else None
        for item in items:
            yield item, code, year


def _items(table: FormTable, hints: Hints) -> list[str]:
    """Kinds of points that a table of scores holds; else its form."""
    if table.form not in SCORES:
        return [table.form]
    if "kind" in table.columns:
        kinds = {score_kind_of(record.text("kind")) for record in table.records}
        return sorted(kind for kind in kinds if kind)
    named = [
        kind
        for kind in SCORE_KINDS
        if any(kind in r.fields and not r.fields[kind].is_blank for r in table.records)
    ]
    if named:
        return named
    kind = table.context.kind.text if table.context.kind else hints.kind or ""
    return [score_kind_of(kind) or (kind if kind in SCORE_KINDS else DEFAULT_KIND)]
