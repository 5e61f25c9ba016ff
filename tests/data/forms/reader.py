"""Reads rows as a workbook with one sheet would be read, without writing a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.forms.found import Context, FormTable, Found, Hints, Reading, SourceFile
from data.forms.reading import read_grids
from data.sheets.grid import Cells, Marks, Merge, Sheet
from data.sheets.xlsx_marks import RANGE, column_number
from data.text_keys import plain_key

FILE = SourceFile("so_lieu.xlsx", "0")
KNOWN = frozenset(
    plain_key(name)
    for name in ("Quận Lê Chân", "Lê Chân", "305", "Hồng Bàng", "Ngô Quyền", "Sở Nội vụ", "SNV")
)

HARMLESS = {"column_not_recognised", "sheet_name_differs"}


def sheet_of(rows: Sequence[Any], *, name: str = "S", merges: str = "") -> Sheet:
    """A sheet with rows from A1 on; `merges` as 'A1:B2 C1:C3'."""
    ranges = [match for part in merges.split() if (match := RANGE.fullmatch(part))]
    marks = Marks(
        merges=tuple(
            Merge(int(m[2]) - 1, column_number(m[1]), int(m[4]) - 1, column_number(m[3]))
            for m in ranges
        )
    )
    return Sheet(Cells(name, [list(row) for row in rows], marks))


def read(*sheets: Sheet, known: frozenset[str] = KNOWN, **options: Any) -> Reading:
    """The reading of sheets, with options as `Hints` takes them."""
    hints = Hints(**options)
    return read_grids(FILE, sheets, hints=hints, unit_spellings=known)


def table_of(
    rows: Sequence[Any], *, name: str = "S", merges: str = "", **options: Any
) -> FormTable:
    """The only table of a sheet that reads without problems, but for what is only told."""
    reading = read(sheet_of(rows, name=name, merges=merges), **options)
    assert not {p.code for p in reading.problems} - HARMLESS
    (table,) = reading.tables
    return table


def said(found: Found | None) -> tuple[str, str | None] | None:
    """Text and cell of a fact; null where nothing was said."""
    return (found.text, found.cell) if found else None


def texts(table: FormTable, *names: str) -> list[tuple[str, ...]]:
    """The texts of some fields, row by row."""
    return [tuple(record.text(name) for name in names) for record in table.records]


def context_of(titles: Sequence[Any], table: Sequence[Any], **options: Any) -> Context:
    """The context of a table under title rows."""
    return table_of([*titles, *table], **options).context
