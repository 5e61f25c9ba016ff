"""A sheet as a grid of cells: values as stored, and where each stands. Holds no meaning."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeGuard

from data.forms.found import CellValue, Found
from data.sheets.columns import Rows
from data.sheets.refusal import FileRefused
from data.text_keys import tidy

# What spreadsheets print in a cell whose formula failed (Excel, LibreOffice).
ERROR_TEXT = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
MERGED_LIMIT = 1_000_000  # cells; units merged down three columns of 50,000 rows are 150,000
Place = tuple[int, int]  # row and column, both from 0


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; all four from 0 and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands beside the values: merges, hidden rows and columns, broken cells.

    `errors` holds the sign of each error cell ('#N/A'), `unstored` the formulas without a stored
    value, `percents` the numbers that a percent format shows times 100.
    """

    merges: tuple[Merge, ...] = ()
    errors: Mapping[Place, str] = field(default_factory=dict)
    unstored: frozenset[Place] = frozenset()
    percents: frozenset[Place] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Cells:
    """One sheet as the file holds it: rows of values from A1 on ('' or None for blank).

    `name` is null for a file without sheets (.csv).
    """

    name: str | None
    rows: Sequence[Sequence[CellValue]]
    marks: Marks = field(default_factory=Marks)
    is_hidden: bool = False


class Sheet:
    """One sheet as it is read: errors taken out of the values, percents as a person sees them."""

    def __init__(self, cells: Cells) -> None:
        self.name = None if cells.name is None else unicodedata.normalize("NFC", cells.name)
        self.rows = Rows.of(cells.rows)
        self.marks = cells.marks
        self.is_hidden = cells.is_hidden
        self.width = len(self.rows.columns)
        self.rows.change(self._inside(self.marks.percents), _as_percent)
        self.errors: dict[Place, str] = {**self.marks.errors, **self._written_errors()}
        self.anchors = self._anchors()
        self.merged_rows = frozenset(row for row, _ in self.anchors)

    def _written_errors(self) -> dict[Place, str]:
        """Errors that stand as text, as in a .csv; taken out of the values like the others."""
        written: dict[Place, str] = {}
        for column, cells in enumerate(self.rows.columns):
            signs = {n: v.strip() for n, v in enumerate(cells.values) if _is_error(v)}
            if signs:
                rows = [row for row, number in enumerate(cells.numbers) if number in signs]
                written |= {(row, column): signs[cells.numbers[row]] for row in rows}
        self.rows.change(written, lambda _: None)
        return written

    def _inside(self, places: Iterable[Place]) -> Iterator[Place]:
        return ((r, c) for r, c in places if r < len(self.rows) and c < self.width)

    def _anchors(self) -> dict[Place, Merge]:
        """Raises FileRefused where merges lie upon each other, which no spreadsheet allows, or
        cover more cells than a person would merge."""
        anchors: dict[Place, Merge] = {}
        if sum(map(self._cells_of, self.marks.merges)) > MERGED_LIMIT:
            raise FileRefused("file_too_large")
        for merge in self.marks.merges:
            before = len(anchors)
            for row in range(merge.top, min(merge.bottom + 1, len(self.rows))):
                for column in range(merge.left, min(merge.right + 1, self.width)):
                    anchors[row, column] = merge
            if len(anchors) < before + self._cells_of(merge):
                raise FileRefused("file_truncated")
        return anchors

    def _cells_of(self, merge: Merge) -> int:
        """How many cells of the sheet the range covers."""
        rows = min(merge.bottom + 1, len(self.rows)) - merge.top
        columns = min(merge.right + 1, self.width) - merge.left
        return max(rows, 0) * max(columns, 0)

    def value(self, row: int, column: int) -> CellValue:
        """The stored value of the cell itself, whatever it is merged into; None outside."""
        return self.rows.value(row, column)

    def own(self, row: int, column: int) -> Found:
        """The cell itself; '' inside a merged range, except at its upper left."""
        return found(self.value(row, column), row, column)

    def merged(self, row: int, column: int) -> Found:
        """The cell, or the upper left of the merged range it lies in."""
        merge = self.anchors.get((row, column))
        return self.own(merge.top, merge.left) if merge else self.own(row, column)

    def is_blank_row(self, row: int) -> bool:
        """True where no cell of the row holds anything."""
        return not any(text_of(value) for value in self.rows[row] if value is not None)


def _as_percent(value: CellValue) -> CellValue:
    """A percent format shows 0.9126 as 91.26 %, and that is what a person reads there."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value * 100:.12g}%"
    return value


def _is_error(value: CellValue) -> TypeGuard[str]:
    return isinstance(value, str) and ERROR_TEXT.fullmatch(value.strip()) is not None


def found(value: CellValue, row: int, column: int) -> Found:
    """A cell value with its text and its name."""
    if value is None or value == "":
        return Found(None, "", cell_name(row, column))
    return Found(value, text_of(value), cell_name(row, column))


def cell_name(row: int, column: int) -> str:
    """'C5' for row 4, column 2."""
    return f"{column_letters(column)}{row + 1}"


@lru_cache(maxsize=16384)
def column_letters(column: int) -> str:
    """'A' for 0, 'AA' for 26."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def text_of(value: CellValue) -> str:
    """What a person reads in the cell, as far as the stored value tells."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, float):
        return _text_of_number(value)
    return _text_of_other(value)


@lru_cache(maxsize=65536)
def _text_of_number(value: float) -> str:
    return f"{value:.15g}"  # a spreadsheet keeps 15 digits


def _text_of_other(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        has_time = value.time() != datetime.time()
        return value.strftime("%d/%m/%Y %H:%M" if has_time else "%d/%m/%Y")
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value)
