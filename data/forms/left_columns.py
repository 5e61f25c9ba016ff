"""Columns that match no field of the form: kept out, and said (forms.md)."""

from __future__ import annotations

from collections.abc import Iterator

from data.forms.found import SourceFile
from data.forms.records import rows_of_records
from data.forms.table import Table
from data.problems import Problem, Severity
from data.text_keys import plain_key

# What our own explanation workbook prints for reading only; it is no news that nobody takes it.
PRINTED_FOR_READING = frozenset(
    {"da tu cham", "da tham dinh", "dang bi tru", "ly do cua co quan tham dinh"}
)


def unrecognised_columns(file: SourceFile, table: Table) -> Iterator[Problem]:
    """A warning for each column whose values nobody will see: not for a blank one, nor for one
    that somebody chose to pass over."""
    rows = rows_of_records(table.records) if table.unknown else set()
    for column in table.unknown:
        heading = table.header.block.leaf(column)
        is_ours = "explanation" in table.columns and plain_key(heading.text) in PRINTED_FOR_READING
        if is_ours:
            continue
        if any(table.sheet.value(row - 1, column) not in (None, "") for row in rows):
            yield Problem(
                Severity.WARNING,
                "column_not_recognised",
                file.name,
                table.sheet.name,
                heading.cell,
                heading.text,
            )
