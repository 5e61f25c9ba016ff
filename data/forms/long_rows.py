"""Ordinary rows of a long list of points, read without asking each of them every question.

A list has tens of thousands of rows and few different words. What a word means for its row is
asked once; a row all of whose words are ordinary is an item, and any other goes the long way
through `RowReader`, which gives an ordinary row the very same record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from data.forms.forms import Form
from data.forms.found import CellValue
from data.forms.header import Layout
from data.forms.headings import may_be_heading
from data.forms.records import Run
from data.forms.row_signs import numbers_a_column, sign_of
from data.forms.rows import RowReader
from data.forms.score_block import Flags
from data.sheets.grid import Sheet, text_of

FEWEST_CELLS = 4  # a signature, a note, a group or a section fills three at most
FEWEST_WORDS = 2  # that no heading is: so the row does not repeat the headings
ORDINARY, HEADING, TELLING = 0, 1, 9  # a row of one heading's word may be an item, of two not
AT_ONCE = 1024  # rows looked at together at first; four times as many while all are ordinary

Counts = npt.NDArray[np.int32]


class SheetWords:
    """What the different values of each column of a sheet mean for their rows."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @cached_property
    def filled(self) -> list[Counts]:
        """For each column and value 1, or 0 for a blank."""
        return self._of_values(lambda value: value is not None and value != "")

    @cached_property
    def words(self) -> list[Counts]:
        """For each column and value 1 where it is a text."""
        return self._of_values(lambda value: type(value) is str and value != "")

    @cached_property
    def telling_words(self) -> list[Counts]:
        """For each column and value 1 where it is a text that numbers no column."""
        return self._of_values(_is_telling_word)

    @cached_property
    def weights(self) -> list[Counts]:
        """For each column and value ORDINARY, HEADING or TELLING."""
        return self._of_values(_weight)

    def _of_values(self, ask: Callable[[CellValue], int]) -> list[Counts]:
        columns = self._sheet.rows.columns
        return [np.array(list(map(ask, column.values)), dtype=np.int32) for column in columns]

    def sums(
        self, start: int, stop: int, of: list[Counts], only: Collection[int] | None = None
    ) -> Counts:
        """One of the above for rows from 0, `stop` not included, over all columns or some."""
        total = np.zeros(stop - start, dtype=np.int32)
        for place, column in enumerate(self._sheet.rows.columns):
            if only is None or place in only:
                total += of[place][np.asarray(column.numbers[start:stop])]
        return total


def _weight(value: CellValue) -> int:
    if type(value) is not str or not value:
        return ORDINARY
    if not text_of(value) or sign_of(text_of(value)):
        return TELLING
    return HEADING if may_be_heading(value) else ORDINARY


def _is_telling_word(value: CellValue) -> bool:
    return type(value) is str and value != "" and not numbers_a_column(text_of(value))


@dataclass(slots=True)
class LongRows:
    """Takes the ordinary rows of one table on behalf of its reader."""

    reader: RowReader
    words: SheetWords
    columns: dict[str, int] = field(init=False)
    fits: bool = field(init=False)
    _seen: tuple[int, Flags] = (0, np.zeros(0, dtype=np.bool_))

    def __post_init__(self) -> None:
        table = self.reader.table
        self.fits = table.form is Form.SCORES_LONG and table.header.layout is Layout.ROWS
        self.columns = table.columns

    def take(self, row: int) -> int:
        """The row behind the ordinary ones that begin at a row, which are records now; the row
        itself where it is none of them."""
        table = self.reader.table
        if not self.fits or not table.records or self.reader.is_over:
            return row
        behind = self._behind(row)
        if behind > row:
            table.records.append(Run(table.sheet.rows, self.columns, row, behind))
        return behind

    def _behind(self, row: int) -> int:
        behind, ahead = row, AT_ONCE
        count = len(self.reader.table.sheet.rows)
        while behind < count:
            start, seen = self._seen
            if not start <= behind < start + len(seen):
                stop = min(behind + ahead, count)
                start, seen = self._seen = behind, self._ordinary(behind, stop)
                ahead *= 4
            left = seen[behind - start :]
            if not left.all():
                return behind + int(left.argmin())
            behind += len(left)
        return behind

    def _ordinary(self, start: int, stop: int) -> Flags:
        """Which of the rows are ordinary items."""
        sheet, words = self.reader.table.sheet, self.words
        weights = words.sums(start, stop, words.weights)
        plain = words.sums(start, stop, words.words) - weights
        flags: Flags = (
            (weights <= HEADING)
            & (plain >= FEWEST_WORDS)
            & (words.sums(start, stop, words.filled) >= FEWEST_CELLS)
            & self._says_something(start, stop)
            & self._has_words(start, stop)
        )
        merged = [row - start for row in sheet.merged_rows if start <= row < stop]
        flags[merged] = False
        return flags

    def _has_words(self, start: int, stop: int) -> Flags:
        """Rows that are not the numbers of the columns once more."""
        of_table = self.reader.table.header.block.stacks
        words = self.words.sums(start, stop, self.words.telling_words, of_table)
        flags: Flags = words > 0
        return flags

    def _says_something(self, start: int, stop: int) -> Flags:
        """Rows of which a column that was recognised is filled."""
        flags = np.zeros(stop - start, dtype=np.bool_)
        for place in self.columns.values():
            numbers = self.reader.table.sheet.rows.columns[place].numbers[start:stop]
            flags |= self.words.filled[place][np.asarray(numbers)] > 0
        return flags
