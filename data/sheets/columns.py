"""The values of a sheet column by column: each different value once, and which of them a row has.

A long list holds few different values, so what is asked of a value is asked once for each of
them. Whoever wants a row still gets one, made when it is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any, overload

from data.forms.found import CellValue

# Array codes of one, two and four bytes a row, and how many different values each can number.
CODES: tuple[tuple[str, int], ...] = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))
NUMBERS = {bool, int, float}
TOGETHER = 256  # rows made at once: whoever asks for one asks for its neighbours


@dataclass(slots=True)
class Column:
    """`values[numbers[row]]` stands in a row. As read no two of the values are the same cell."""

    values: list[CellValue]
    numbers: array[int]

    def put(self, row: int, number: int) -> None:
        """Another of the values in one row."""
        code = _code_for(number + 1)
        if array(code).itemsize > self.numbers.itemsize:
            self.numbers = array(code, self.numbers)
        self.numbers[row] = number


class _Numbering(dict[Any, int]):
    """Numbers what it is asked for, from 0 on."""

    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return len(self) - 1


def column_of(cells: Sequence[CellValue]) -> Column:
    """A column from the values of its rows."""
    number_of = _Numbering()
    numbers = list(map(number_of.__getitem__, cells))
    # 1, 1.0 and True are equal, and no two of them are the same cell.
    if not NUMBERS.isdisjoint(map(type, number_of)) and len(NUMBERS & set(map(type, cells))) > 1:
        number_of = _Numbering()
        numbers = [number_of[type(cell), cell] for cell in cells]
        return Column([value for _, value in number_of], _array(numbers, len(number_of)))
    return Column(list(number_of), _array(numbers, len(number_of)))


def _array(numbers: list[int], different: int) -> array[int]:
    code = _code_for(different)
    # Bytes are made of a list many times as fast as an array is.
    return array(code, bytes(numbers)) if code == "B" else array(code, numbers)


def _code_for(different: int) -> str:
    return next(code for code, most in CODES if different <= most)


class Rows(Sequence[list[CellValue]]):
    """The rows of a sheet, all equally wide, kept as columns. A row given out is to be read only:
    `change` changes cells."""

    __slots__ = ("_count", "_made", "columns")

    def __init__(self, columns: list[Column], count: int) -> None:
        self.columns = columns
        self._count = count
        self._made: dict[int, list[list[CellValue]]] = {}

    @classmethod
    def of(cls, rows: Sequence[Sequence[CellValue]]) -> Rows:
        """The same of rows, of which short ones are filled up with None."""
        if isinstance(rows, Rows):
            return rows
        is_even = len(set(map(len, rows))) <= 1
        columns = zip(*rows, strict=True) if is_even else zip_longest(*rows)
        return cls([column_of(column) for column in columns], len(rows))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> list[CellValue]: ...
    @overload
    def __getitem__(self, row: slice) -> list[list[CellValue]]: ...
    def __getitem__(self, row: int | slice) -> list[CellValue] | list[list[CellValue]]:
        if isinstance(row, slice):
            return [self[place] for place in range(*row.indices(self._count))]
        if row < 0:
            row += self._count
        if not 0 <= row < self._count:
            raise IndexError(row)
        block, place = divmod(row, TOGETHER)
        if block not in self._made:
            self._made[block] = self._block(block)
        return self._made[block][place]

    def __iter__(self) -> Iterator[list[CellValue]]:
        return (self[row] for row in range(self._count))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == list(theirs) for mine, theirs in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]  # cells change

    def _block(self, block: int) -> list[list[CellValue]]:
        start = block * TOGETHER
        stop = min(start + TOGETHER, self._count)
        if not self.columns:
            return [[] for _ in range(start, stop)]
        cells = (map(c.values.__getitem__, c.numbers[start:stop]) for c in self.columns)
        return list(map(list, zip(*cells, strict=True)))

    def value(self, row: int, column: int) -> CellValue:
        """One cell; None outside."""
        if 0 <= row < self._count and 0 <= column < len(self.columns):
            of_sheet = self.columns[column]
            return of_sheet.values[of_sheet.numbers[row]]
        return None

    def change(
        self, places: Iterable[tuple[int, int]], to: Callable[[CellValue], CellValue]
    ) -> None:
        """Other values in some cells, named by row and column; `to` is asked once a value."""
        changed: dict[tuple[int, int], int] = {}
        for row, place in places:
            column = self.columns[place]
            before = place, column.numbers[row]
            if before not in changed:
                changed[before] = len(column.values)
                column.values.append(to(column.values[before[1]]))
            column.put(row, changed[before])
        self._made.clear()

    def different(self) -> Iterable[CellValue]:
        """Every value of the sheet at least once."""
        return chain.from_iterable(column.values for column in self.columns)
