"""`receipts`: who has handed in what for a year, and what is still owed."""

from __future__ import annotations

import argparse

from analysis.choices import ranking_groups_of
from analysis.questions import Filters, answer, resolve
from analysis.receipts import with_refusals
from analysis.rows import Row, rows_of
from cli.choosing import book_to_read
from cli.printing import print_rows
from cli.reading import opened
from data.refusals import refusals
from data.releases import DRAFT
from data.store import Store

COLUMNS = (
    "unit_code",
    "unit_name",
    "ranking_group",
    "year",
    "item",
    "state",
    "filled_count",
    "expected_count",
    "received_at",
    "file",
    "refused_at",
    "refused_file",
    "error_count",
)


def run_receipts(store: Store, arguments: argparse.Namespace) -> int:
    """0. Forms that come once for all units have no unit. Raises UnknownChoice."""
    book = book_to_read(store, arguments)
    received: list[Row] = []
    which = DRAFT if store.folder(book).draft.exists() else None
    with opened(store, book, which, in_full=False) as draft:
        asked = resolve(draft, "receipts", Filters(year=arguments.year))
        year = asked.year
        groups = ranking_groups_of(draft, arguments.group, year) if arguments.group else (None,)
        for group in groups:
            received += rows_of(answer(draft, "receipts", Filters(year, group)))
        received += rows_of(answer(draft, "receipts_shared", Filters(year)))
    receipts = with_refusals(received, refusals(store, book))
    rows = [{column: row.get(column) for column in COLUMNS} for row in receipts]
    print_rows(rows, arguments.format, COLUMNS)
    return 0
