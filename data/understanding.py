"""Explains a reading: each sheet as it is, beside what was taken from it and what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from data.cells import row_of
from data.forms.completeness import missing_groups
from data.forms.forms import Form, fields_of
from data.forms.found import FormTable, Found, Hints, LeftOut
from data.forms.headings import assign
from data.forms.marked_copies import is_problems_sheet
from data.forms.nearest import FEWEST_HEADINGS
from data.forms.records import rows_of_records, totals_of
from data.forms.score_block import Numbers
from data.problems import Problem
from data.sheets.grid import Sheet, cell_name
from data.understood import (
    LeftOutRows,
    Origin,
    ReadColumn,
    Said,
    UnderstoodFile,
    UnderstoodSheet,
    UnderstoodTable,
)
from data.window import window_of

if TYPE_CHECKING:
    from data.handed_in import HandedIn

OF_COLUMNS = {"column_unknown", "column_ignored", "row_number"}
CONTEXT = ("year", "group", "unit", "kind")
MOST_LEFT_OUT = 40  # runs of rows told one by one; a register has fewer


def understood_files(
    files: Sequence[HandedIn], problems: Sequence[Problem]
) -> tuple[UnderstoodFile, ...]:
    """Every file in the order given, with windows around what `problems` name."""
    return tuple(_file(file, problems) for file in files)


def _file(file: HandedIn, problems: Sequence[Problem]) -> UnderstoodFile:
    name = file.reading.file.name
    own = [problem for problem in problems if problem.file == name]
    sheets = tuple(
        _sheet(sheet, file, [p for p in own if p.sheet == sheet.name])
        for sheet in file.opened.sheets
        if not is_problems_sheet(sheet)
    )
    return UnderstoodFile(name, sheets)


def _sheet(sheet: Sheet, file: HandedIn, problems: Sequence[Problem]) -> UnderstoodSheet:
    every = (*file.reading.tables, *file.reading.unread)
    tables = [table for table in every if table.sheet == sheet.name]
    rows = [rows_of_records(table.records) for table in tables]
    return UnderstoodSheet(
        sheet.name,
        window_of(sheet, tables, rows, problems),
        tuple(_table(table, of, sheet, file.hints) for table, of in zip(tables, rows, strict=True)),
    )


def _table(table: FormTable, rows: Numbers, sheet: Sheet, hints: Hints) -> UnderstoodTable:
    taken = rows[~np.isin(rows, [*totals_of(table.records)])]
    form = Form(table.form)
    columns = tuple(_columns(table))
    headings = [column.heading for column in columns]
    return UnderstoodTable(
        form=table.form,
        layout=table.layout,
        is_read=bool(table.records),
        heading_rows=table.heading_rows,
        said=tuple(_said(table, hints)),
        columns=columns,
        across=tuple(f"{found.text} ({found.cell})" for found in table.across),
        row_count=len(taken),
        left_out=tuple(_left_out(table, sheet, taken))[:MOST_LEFT_OUT],
        free_fields=tuple(f.name for f in fields_of(form) if f.name not in table.columns),
        missing=() if table.records else missing_groups(form, table.columns),
        other_forms={
            str(other): free
            for other in Form
            if other is not form and (free := _free_fields(other, headings))
        },
    )


def _free_fields(form: Form, headings: Sequence[str]) -> tuple[str, ...]:
    """What would be free if the table were of this form; nothing where it can hardly be."""
    known = assign(form, [(place, (text,)) for place, text in enumerate(headings)]).columns
    if len(known) < FEWEST_HEADINGS:
        return ()
    return tuple(field.name for field in fields_of(form) if field.name not in known)


def _said(table: FormTable, hints: Hints) -> Iterator[Said]:
    for what in CONTEXT:
        found: Found | None = getattr(table.context, what)
        if found is not None:
            yield Said(what, found.text, _origin(found, table, getattr(hints, what)), found.cell)
        elif what in table.columns:
            heading = table.columns[what]
            yield Said(what, heading.text, Origin.COLUMN, heading.cell)


def _origin(found: Found, table: FormTable, option: str | int | None) -> Origin:
    if found.cell:
        return Origin.CELL
    if option is not None and str(option) == str(found.value):
        return Origin.OPTION
    return Origin.SHEET_NAME if found.value == table.sheet else Origin.FIRST_SHEET


def _columns(table: FormTable) -> Iterator[ReadColumn]:
    """Every column with a heading, from left to right."""
    chosen = {choice.field for choice in table.chosen}
    columns = [
        ReadColumn(found.cell or "", found.text, name, is_chosen=name in chosen)
        for name, found in table.columns.items()
    ]
    columns += [
        ReadColumn(left.cell, left.text, None, left.reason, key=left.key)
        for left in table.left_out
        if left.reason in OF_COLUMNS
    ]
    yield from sorted(columns, key=lambda column: _place(column.cell))


def _place(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    return len(letters), letters


def _left_out(table: FormTable, sheet: Sheet, taken: Numbers) -> Iterator[LeftOutRows]:
    """Rows that were not taken in their order, those of one reason side by side told as one."""
    run: list[LeftOut] = []
    for left in sorted((*_rows_left_out(table), *_blank_rows(table, sheet, taken)), key=_row):
        if run and (left.reason != run[-1].reason or _row(left) > _row(run[-1]) + 1):
            yield _run(run)
            run = []
        run.append(left)
    if run:
        yield _run(run)


def _row(left: LeftOut) -> int:
    return row_of(left.cell)


def _rows_left_out(table: FormTable) -> list[LeftOut]:
    left_out = [left for left in table.left_out if left.reason not in OF_COLUMNS]
    return [*left_out, *_totals(table)]


def _totals(table: FormTable) -> Iterator[LeftOut]:
    """Totals are read to be compared with what they add up, and are no row of their own."""
    for row, records in totals_of(table.records).items():
        cells = [
            found
            for record in records
            for found in record.fields.values()
            if found.cell and not found.is_blank and row_of(found.cell) == row
        ]
        ordered = sorted(cells, key=lambda found: _place(found.cell or ""))
        if ordered:
            texts = " ".join(dict.fromkeys(found.text for found in ordered))
            first, last = ordered[0].cell or "", ordered[-1].cell or ""
            yield LeftOut(first, texts, "total_row_compared", last)


def _blank_rows(table: FormTable, sheet: Sheet, taken: Numbers) -> Iterator[LeftOut]:
    """Blank rows between the headings and the last row that says something of the table."""
    told = np.append(taken, [_row(left) for left in _rows_left_out(table)]).astype(np.int64)
    is_untold = np.arange(told.max(initial=0) + 1) > table.heading_rows[1]
    is_untold[told] = False
    for row in np.flatnonzero(is_untold).tolist():
        if sheet.is_blank_row(row - 1):
            last = cell_name(row - 1, max(sheet.width - 1, 0))
            yield LeftOut(cell_name(row - 1, 0), "", "blank_row", last)


def _run(lefts: Sequence[LeftOut]) -> LeftOutRows:
    first = min((left.cell for left in lefts), key=_place)
    last = max((left.last_cell or left.cell for left in lefts), key=_place)
    return LeftOutRows(
        f"{first.rstrip('0123456789')}{_row(lefts[0])}",
        f"{last.rstrip('0123456789')}{_row(lefts[-1])}",
        lefts[0].reason,
        len(lefts),
        " · ".join(left.text for left in lefts if left.text),
    )
