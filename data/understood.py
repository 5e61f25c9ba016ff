"""What was understood of a workbook, small enough to show: never a whole sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.problems import Severity


class Origin(StrEnum):
    """Where year, group, unit or kind of a table came from."""

    CELL = "cell"
    COLUMN = "column"
    SHEET_NAME = "sheet_name"
    FIRST_SHEET = "first_sheet"
    OPTION = "option"


class RowRole(StrEnum):
    """What a row of the sheet was taken for."""

    TITLE = "title"
    HEADING = "heading"
    TAKEN = "taken"
    LEFT_OUT = "left_out"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of the whole table: `what` is year, group, unit or kind."""

    what: str
    text: str
    origin: Origin
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column by its heading; `field` is null where it was not taken, for `reason`.

    `is_chosen`: somebody gave the heading this field. `key` is what a choice knows it by.
    """

    cell: str
    heading: str
    field: str | None
    reason: str | None = None
    is_chosen: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows next to each other that were not taken, for one reason: cells from first to last."""

    first_cell: str
    last_cell: str
    reason: str
    row_count: int
    text: str


@dataclass(frozen=True, slots=True)
class UnderstoodTable:
    """One table; `row_count` rows of the sheet were taken, none where `is_read` is false.

    `free_fields` are the fields of the form that no column holds; `missing` the groups of which
    the headings lack one each, `other_forms` the forms that the headings may as well be of, each
    with its free fields.
    """

    form: str
    layout: str
    is_read: bool
    heading_rows: tuple[int, int]
    said: tuple[Said, ...]
    columns: tuple[ReadColumn, ...]
    across: tuple[str, ...]
    row_count: int
    left_out: tuple[LeftOutRows, ...]
    free_fields: tuple[str, ...]
    missing: tuple[tuple[str, ...], ...] = ()
    other_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def unmatched(self) -> tuple[ReadColumn, ...]:
        """The columns that matched nothing and that nobody has spoken about."""
        return tuple(column for column in self.columns if column.reason == "column_unknown")


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A row of the window: its number on the sheet, what it was taken for, and its cells.

    A cell is the text that stands there, or a figure, which each language writes in its own way.
    """

    number: int
    cells: tuple[str | float, ...]
    role: RowRole | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Cells around headings and problems; `columns` count from 0, `marks` is cell -> severity."""

    columns: tuple[int, ...] = ()
    rows: tuple[WindowRow, ...] = ()
    marks: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """A sheet as it is beside what was understood; `name` is null for .csv."""

    name: str | None
    window: Window
    tables: tuple[UnderstoodTable, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderstoodFile:
    """A file by its sheets; none where it could not be opened."""

    name: str
    sheets: tuple[UnderstoodSheet, ...] = ()
