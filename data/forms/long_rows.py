"""Ordinary rows of a long list of points, read without asking each of them every question.

A list has tens of thousands of rows and few different words. What a word means for its row is
asked once; a row all of whose words are ordinary is an item, and any other goes the long way
through `RowReader`, which gives an ordinary row the very same record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.forms.forms import Form
from data.forms.found import CellValue, Found, Record
from data.forms.header import Layout
from data.forms.headings import may_be_heading
from data.forms.row_signs import sign_of
from data.forms.rows import RowReader
from data.sheets.grid import column_letters, text_of

FEWEST_CELLS = 4  # a signature, a note, a group or a section fills three at most
FEWEST_WORDS = 2  # that no heading is: so the row does not repeat the headings
BLANK: tuple[CellValue, ...] = (None, "")
ORDINARY, HEADING, TELLING = 0, 1, 9  # a row of one heading's word may be an item, of two not


class RowCells(Mapping[str, Found]):
    """The fields of an ordinary row, each made a cell with its text when somebody asks for it.

    `columns` is shared by the rows of a table: field -> column, from 0, and its letters.
    """

    __slots__ = ("columns", "found_values", "row")

    def __init__(
        self, columns: Mapping[str, tuple[int, str]], values: list[CellValue], row: int
    ) -> None:
        self.columns = columns
        self.found_values = values
        self.row = row

    def __getitem__(self, name: str) -> Found:
        column, letters = self.columns[name]
        value = self.found_values[column] if column < len(self.found_values) else None
        if value is None or value == "":
            return Found(None, "", f"{letters}{self.row}")
        return Found(value, text_of(value), f"{letters}{self.row}")

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def __contains__(self, name: object) -> bool:
        return name in self.columns


@dataclass(slots=True)
class LongRows:
    """Takes the ordinary rows of one table on behalf of its reader."""

    reader: RowReader
    columns: dict[str, tuple[int, str]] = field(init=False)
    fits: bool = field(init=False)
    _weights: dict[str, int] = field(default_factory=dict)
    _places: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        table = self.reader.table
        self.fits = table.form is Form.SCORES_LONG and table.header.layout is Layout.ROWS
        self.columns = {name: (c, column_letters(c)) for name, c in table.columns.items()}
        self._places = tuple(column for column, _ in self.columns.values())

    def take(self, row: int) -> bool:
        """True where the row is an ordinary item; its record has been made then."""
        table = self.reader.table
        sheet = table.sheet
        if not self.fits or not table.records or self.reader.is_over or row in sheet.merged_rows:
            return False
        values = sheet.rows[row]
        if len(values) - values.count(None) - values.count("") < FEWEST_CELLS:
            return False
        words = [value for value in values if type(value) is str and value]
        weight = sum(self._weights[w] if w in self._weights else self._weigh(w) for w in words)
        if weight > HEADING or len(words) - weight < FEWEST_WORDS:
            return False
        if not any(c < len(values) and values[c] not in BLANK for c in self._places):
            return False
        fields = self.reader.group.apply(RowCells(self.columns, values, row + 1))
        table.records.append(Record(row + 1, fields))
        return True

    def _weigh(self, word: str) -> int:
        text = text_of(word)
        weight = HEADING if may_be_heading(word) else ORDINARY
        self._weights[word] = TELLING if not text or sign_of(text) else weight
        return self._weights[word]
