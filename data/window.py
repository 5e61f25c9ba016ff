"""The part of a sheet that explains itself: headings, first and last rows, and every problem."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from data.cells import row_of
from data.forms.found import FormTable
from data.forms.records import totals_of
from data.forms.score_block import Numbers
from data.problems import Problem, Severity
from data.sheets.grid import Sheet, cell_name, column_letters, text_of
from data.sheets.xlsx_marks import column_number
from data.understood import RowRole, Window, WindowRow

MOST_ROWS = 60
SMALL_SHEET = 30  # rows; such a sheet is shown whole
MOST_COLUMNS = 20  # the first ones; a problem further right brings its own
TITLES_ABOVE = 4
FIRST_RECORDS = 4
FIRST_LEFT_OUT = 6
ROWS_WITHOUT_TABLE = 12
LONGEST_TEXT = 80  # letters of a cell; the workbook has the rest
OF_COLUMNS = {"column_unknown", "column_ignored", "row_number"}


def window_of(
    sheet: Sheet,
    tables: Sequence[FormTable],
    taken: Sequence[Numbers],
    problems: Sequence[Problem],
) -> Window:
    """Rows and columns around each table's headings and around what is wrong.

    `taken` are the rows of each table's records (`rows_of_records`).
    """
    marks = _marks(problems)
    wanted = sorted(_rows(sheet, tables, taken, marks))[:MOST_ROWS]
    columns = tuple(sorted(_columns(sheet, marks)))
    roles, reasons = _roles(tables, [rows[np.isin(rows, wanted)].tolist() for rows in taken])
    rows = tuple(
        WindowRow(
            number,
            tuple(_cell(sheet, number - 1, column) for column in columns),
            roles.get(number) or _role_outside(sheet, number, tables),
            reasons.get(number),
        )
        for number in wanted
    )
    return Window(columns, rows, marks)


def _marks(problems: Sequence[Problem]) -> dict[str, Severity]:
    marks: dict[str, Severity] = {}
    for problem in problems:
        if problem.cell and marks.get(problem.cell) is not Severity.ERROR:
            marks[problem.cell] = problem.severity
    return marks


def _rows(
    sheet: Sheet,
    tables: Sequence[FormTable],
    taken: Sequence[Numbers],
    marks: Mapping[str, Severity],
) -> set[int]:
    count = len(sheet.rows)
    if count <= SMALL_SHEET:
        return set(range(1, count + 1))
    wanted: list[int] = [] if tables else list(range(1, ROWS_WITHOUT_TABLE + 1))
    for table, rows in zip(tables, taken, strict=True):
        top, bottom = table.heading_rows
        titles = [r for r in range(1, top) if not sheet.is_blank_row(r - 1)]
        first, last = rows[:FIRST_RECORDS].tolist(), rows[-1:].tolist()
        left_out = [row_of(one.cell) for one in table.left_out if one.reason not in OF_COLUMNS]
        wanted += [*titles[-TITLES_ABOVE:], *range(top, bottom + 1), *left_out[:FIRST_LEFT_OUT]]
        wanted += [*(first or range(bottom + 1, bottom + FIRST_RECORDS + 1)), *last]
    for cell in marks:
        wanted += [row_of(cell) - 1, row_of(cell), row_of(cell) + 1]
    return {row for row in wanted if 1 <= row <= count}


def _columns(sheet: Sheet, marks: Iterable[str]) -> set[int]:
    shown = set(range(min(sheet.width, MOST_COLUMNS)))
    marked = {column_number(cell.rstrip("0123456789")) for cell in marks}
    return shown | {column for column in marked if column < sheet.width}


def _cell(sheet: Sheet, row: int, column: int) -> str | float:
    value = sheet.value(row, column)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    text = sheet.errors.get((row, column)) or ("" if value is None else text_of(value))
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def _roles(
    tables: Sequence[FormTable], taken: Sequence[Sequence[int]]
) -> tuple[dict[int, RowRole], dict[int, str]]:
    roles: dict[int, RowRole] = {}
    reasons: dict[int, str] = {}
    for table, rows in zip(tables, taken, strict=True):
        top, bottom = table.heading_rows
        roles |= dict.fromkeys(range(top, bottom + 1), RowRole.HEADING)
        for left in table.left_out:
            if left.reason not in OF_COLUMNS:
                roles[row_of(left.cell)] = RowRole.LEFT_OUT
                reasons[row_of(left.cell)] = left.reason
        roles |= dict.fromkeys(rows, RowRole.TAKEN)
        totals = totals_of(table.records)
        roles |= dict.fromkeys(totals, RowRole.LEFT_OUT)
        reasons |= dict.fromkeys(totals, "total_row_compared")
    return roles, reasons


def _role_outside(sheet: Sheet, number: int, tables: Sequence[FormTable]) -> RowRole | None:
    """A row that no table holds: blank, or above the headings of one."""
    if sheet.is_blank_row(number - 1):
        return RowRole.BLANK
    return RowRole.TITLE if any(number < table.heading_rows[0] for table in tables) else None


def cells_of(window: Window, row: WindowRow) -> list[str]:
    """The names of a row's cells, in the order of its cells."""
    return [cell_name(row.number - 1, column) for column in window.columns]


def letters_of(window: Window) -> list[str]:
    """The letters over the columns, as a spreadsheet has them."""
    return [column_letters(column) for column in window.columns]
