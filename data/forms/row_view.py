"""One row of a sheet with its cells that are not blank, made once for all who look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.forms.found import Found
from data.sheets.grid import Sheet, column_letters, text_of


@dataclass(slots=True)
class RowView:
    """Row from 0; `cells` maps columns, in order, to what stands there."""

    sheet: Sheet
    row: int
    cells: dict[int, Found] = field(init=False)

    def __post_init__(self) -> None:
        number = str(self.row + 1)
        self.cells = {
            column: Found(value, text, column_letters(column) + number)
            for column, value in enumerate(self.sheet.rows[self.row])
            if value is not None and value != "" and (text := text_of(value))
        }

    @property
    def texts(self) -> list[Found]:
        """The cells that are not blank, from left to right."""
        return list(self.cells.values())

    def plain(self, columns: Sequence[tuple[str, int, str]]) -> dict[str, Found]:
        """Fields of a row without merged cells; `columns` are (field, column, its letters)."""
        number = str(self.row + 1)
        cells = self.cells
        return {
            name: cells.get(column) or Found(None, "", letters + number)
            for name, column, letters in columns
        }

    def own(self, column: int) -> Found:
        """The cell itself, blank or not."""
        found = self.cells.get(column)
        return found or Found(None, "", f"{column_letters(column)}{self.row + 1}")

    def merged(self, column: int) -> Found:
        """The cell, or the upper left of the merged range it lies in."""
        if (self.row, column) in self.sheet.anchors:
            return self.sheet.merged(self.row, column)
        return self.own(column)

    def column_of(self, found: Found) -> int:
        """Where in the row a cell stands; 0 for a cell of another row."""
        return next((column for column, own in self.cells.items() if own is found), 0)
