"""Values that nobody will see, of columns and rows that name nothing: kept out, and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.cells import row_of
from data.forms.forms import Form
from data.forms.found import SourceFile
from data.forms.records import rows_of_records
from data.forms.table import Table
from data.problems import Problem, Severity
from data.sheets.grid import cell_name, text_of
from data.text_keys import plain_key
from data.values import Sign, read_points

# What our own explanation workbook prints for reading only; it is no news that nobody takes it.
PRINTED_FOR_READING = frozenset(
    {"da tu cham", "da tham dinh", "dang bi tru", "ly do cua co quan tham dinh"}
)


def unrecognised_columns(file: SourceFile, table: Table) -> Iterator[Problem]:
    """A warning for each column whose values nobody will see: not for a blank one, nor for one
    that somebody chose to pass over."""
    rows = rows_of_records(table.records).tolist() if table.unknown else []
    for column in table.unknown:
        heading = table.header.block.leaf(column)
        is_ours = "explanation" in table.columns and plain_key(heading.text) in PRINTED_FOR_READING
        if is_ours:
            continue
        if _first_filled(table, column, rows) is not None:
            yield Problem(
                Severity.WARNING,
                "column_not_recognised",
                file.name,
                table.sheet.name,
                heading.cell,
                heading.text,
            )


def _first_filled(table: Table, column: int, rows: Iterable[int]) -> int | None:
    """The first of the rows, from 1, in which the column holds something."""
    return next((row for row in rows if table.sheet.value(row - 1, column) not in (None, "")), None)


def values_under_no_heading(file: SourceFile, table: Table) -> Iterator[Problem]:
    """The first value of each column beside the headings, in the rows of the table.

    A record of a text file that is longer than its headings is an error: a decimal comma that
    was taken for a separator moves every value behind it into another column.
    """
    sheet, stacks = table.sheet, table.header.block.stacks
    beside = [column for column in range(min(stacks), sheet.width) if column not in stacks]
    rows = rows_of_records(table.records).tolist() if beside else []
    for column in beside:
        row = _first_filled(table, column, rows)
        if row is None:
            continue
        is_shifted = sheet.name is None and column > max(stacks)
        yield Problem(
            Severity.ERROR if is_shifted else Severity.WARNING,
            "record_longer_than_headings" if is_shifted else "values_under_no_heading",
            file.name,
            sheet.name,
            cell_name(row - 1, column),
            text_of(sheet.value(row - 1, column)),
        )


def points_of_nobody(file: SourceFile, table: Table) -> Iterator[Problem]:
    """Rows of a matrix with points and without the unit or criterion that they belong to."""
    if table.form is not Form.SCORES_MATRIX:
        return
    for left in table.left_out:
        if left.reason != "row_without_known_columns":
            continue
        row = row_of(left.cell) - 1
        for column in table.header.across:
            value = table.sheet.value(row, column)
            if read_points(value).sign is Sign.POINTS:
                cell, text = cell_name(row, column), text_of(value)
                name, sheet = file.name, table.sheet.name
                yield Problem(Severity.WARNING, "points_of_nobody", name, sheet, cell, text)
                break
