"""A workbook of another kind (.xls, .ods, .csv) as .xlsx, by its values: text stays text."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING, Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.forms.found import CellValue
from data.sheets.grid import Sheet, text_of

UNNAMED = "Sheet1"  # a .csv has no sheet's name, and none that says anything may be put in
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
SAMPLE, NARROWEST, WIDEST = 200, 8, 45
LONGEST = 32_000
LONGEST_TITLE = 31  # letters of a sheet's name in .xlsx; .ods has longer ones


def sheet_title(name: str | None) -> str:
    """What the sheet is called in the copy."""
    return (name or UNNAMED).translate(NOT_IN_NAMES)[:LONGEST_TITLE]


def values_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets with their values, merged cells and what is hidden."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet_title(sheet.name)), sheet)
    book.properties.creator = "CCHC"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(target: Worksheet, sheet: Sheet) -> None:
    target.sheet_state = "hidden" if sheet.is_hidden else "visible"
    for row, values in enumerate(sheet.rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None and value != "":
                _put(target.cell(row, column), value)
    for (row, column), sign in sheet.errors.items():
        _put(target.cell(row + 1, column + 1), sign)
    for merge in sheet.marks.merges:
        target.merge_cells(
            start_row=merge.top + 1,
            start_column=merge.left + 1,
            end_row=merge.bottom + 1,
            end_column=merge.right + 1,
        )
    for row in sheet.marks.hidden_rows:
        target.row_dimensions[row + 1].hidden = True
    for column in range(min(sheet.width, SAMPLE)):
        dimension = target.column_dimensions[get_column_letter(column + 1)]
        dimension.width = _width(sheet, column)
        dimension.hidden = column in sheet.marks.hidden_columns


def _put(cell: Cell, value: CellValue) -> None:
    """openpyxl takes a text that begins with '=' for a formula unless told that it is text."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
        cell.data_type = TYPE_STRING
    else:
        cell.value = value


def _width(sheet: Sheet, column: int) -> int:
    lengths = [len(text_of(sheet.value(row, column))) for row in range(len(sheet.rows[:SAMPLE]))]
    return min(max([NARROWEST, *(length + 2 for length in lengths)]), WIDEST)
