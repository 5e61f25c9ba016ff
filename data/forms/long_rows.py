"""Ordinary rows of a long list of points, read without asking each of them every question.

A list has tens of thousands of rows and few different words. What a word means for its row is
asked once; a row all of whose words are ordinary is an item, and any other goes the long way
through `RowReader`, which gives an ordinary row the very same record.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from data.forms.forms import Form
from data.forms.found import Found, Record
from data.forms.header import Layout
from data.forms.headings import may_be_heading
from data.forms.row_signs import sign_of
from data.forms.rows import RowReader
from data.sheets.grid import column_letters, text_of

FEWEST_CELLS = 4  # a signature, a note, a group or a section fills three at most
FEWEST_WORDS = 2  # that no heading is: so the row does not repeat the headings
ORDINARY, HEADING, TELLING = 0, 1, 9  # a row of one heading's word may be an item, of two not


@dataclass(slots=True)
class LongRows:
    """Takes the ordinary rows of one table on behalf of its reader."""

    reader: RowReader
    columns: list[tuple[str, int, str]] = field(init=False)
    fits: bool = field(init=False)
    _weights: dict[str, int] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        table = self.reader.table
        self.fits = table.form is Form.SCORES_LONG and table.header.layout is Layout.ROWS
        self.columns = [(name, c, column_letters(c)) for name, c in table.columns.items()]

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
        fields = self._fields(row)
        if not any(found.text for found in fields.values()):
            return False
        table.records.append(Record(row + 1, self.reader.group.apply(fields)))
        return True

    def _weigh(self, word: str) -> int:
        text = self._texts[word] = text_of(word)
        weight = HEADING if may_be_heading(word) else ORDINARY
        self._weights[word] = TELLING if not text or sign_of(text) else weight
        return self._weights[word]

    def _fields(self, row: int) -> dict[str, Found]:
        values = self.reader.table.sheet.rows[row]
        texts, width, number = self._texts, len(values), str(row + 1)
        fields = {}
        for name, column, letters in self.columns:
            value = values[column] if column < width else None
            if value is None or value == "":
                fields[name] = Found(None, "", letters + number)
            else:
                text = texts[value] if type(value) is str else text_of(value)
                fields[name] = Found(value, text, letters + number)
        return fields
