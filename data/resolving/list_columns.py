"""The columns of a long list with its different words and values numbered.

Whatever hangs on some columns alone is worked out once for each way in which their cells come
together, and reaches the rows by number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np

from data.forms.found import CellValue, Record
from data.forms.records import Records
from data.forms.score_block import Flags, Numbers
from data.resolving.codes import mended, printed_code
from data.resolving.score_codes import GROUP_FIELDS, printed
from data.sheets.grid import text_of

MOST = 1 << 62
FEW = 1 << 17  # keys below it are looked up in a table, others sorted
Answer = TypeVar("Answer")


class ListColumns:
    """The rows of all runs of a list, one behind the other; `rows` are those of the sheet, from 0.

    The runs lie in one sheet and have the same columns.
    """

    def __init__(self, records: Records) -> None:
        run = records.runs[0]
        self.columns = run.columns
        self._run = run
        self._records = records
        self._sheet_rows = run.sheet_rows
        spans = [np.arange(one.start, one.stop) for one in records.runs]
        self.rows: Numbers = np.concatenate(spans).astype(np.int64)

    def __len__(self) -> int:
        return len(self.rows)

    def record(self, place: int) -> Record:
        """One of the rows as a record; places count from 0."""
        return self._run.record(int(self.rows[place]))

    def values(self, name: str) -> list[CellValue]:
        """The different values of a field's column."""
        return self._sheet_rows.columns[self.columns[name]].values

    def numbers(self, name: str) -> Numbers:
        """Which of them each row has."""
        column = self._sheet_rows.columns[self.columns[name]]
        return np.asarray(column.numbers)[self.rows].astype(np.int64)

    def together(self, names: Sequence[str]) -> Numbers:
        """A number for each way in which the cells of these fields come together."""
        return combined([self.numbers(name) for name in names if name in self.columns], len(self))

    def is_where(self, name: str, holds: Callable[[CellValue], bool]) -> Flags:
        """Rows of which it holds for what stands in a field's cell."""
        flags: Flags = np.array([holds(v) for v in self.values(name)], dtype=np.bool_)
        return flags[self.numbers(name)]

    def codes(self) -> tuple[list[str], Numbers, dict[int, str]]:
        """Mended codes of all records: the different ones, which of them each row of a run has,
        and by their row, from 1, those of the other records.

        The codes of the rows of one unit, year and kind follow one another.
        """
        single = self._records.single
        places = np.concatenate([self.rows + 1, _numbers(r.row for r in single)])
        order = np.argsort(places, kind="stable")
        known: dict[str, int] = {}
        of_single = _numbers(known.setdefault(printed(r), len(known)) for r in single)
        code = np.concatenate([self._printed(known), of_single])
        names = list(known)
        result = np.empty_like(code)
        result[order] = _mended(self._groups(single)[order], code[order], names)
        of_rows = {
            record.row: names[number]
            for record, number in zip(single, result[len(self) :], strict=True)
        }
        return names, result[: len(self)], of_rows

    def _groups(self, single: Sequence[Record]) -> Numbers:
        """A number for each unit, year and kind as written, of the runs' rows and the others."""
        keys = []
        for name in GROUP_FIELDS:
            known: dict[str, int] = {"": 0}
            of_single = _numbers(known.setdefault(r.text(name), len(known)) for r in single)
            of_runs: Numbers = np.zeros(len(self), dtype=np.int64)
            if name in self.columns:
                texts = map(text_of, self.values(name))
                of_runs = _numbers(known.setdefault(t, len(known)) for t in texts)[
                    self.numbers(name)
                ]
            keys.append(np.concatenate([of_runs, of_single]))
        return combined(keys, len(self) + len(single))

    def _printed(self, known: dict[str, int]) -> Numbers:
        if "criterion_code" not in self.columns:
            return np.full(len(self), known.setdefault("", len(known)), dtype=np.int64)
        values = self.values("criterion_code")
        numbers = _numbers(known.setdefault(printed_code(value), len(known)) for value in values)
        return numbers[self.numbers("criterion_code")]


def _numbers(numbers: Iterable[int]) -> Numbers:
    return np.fromiter(numbers, dtype=np.int64)


def _mended(groups: Numbers, codes: Numbers, names: list[str]) -> Numbers:
    """The numbers of the codes mended within their groups; `names` grows by what is new."""
    known = {name: number for number, name in enumerate(names)}
    order = np.argsort(groups, kind="stable")
    edges = np.flatnonzero(np.diff(groups[order])) + 1
    done: dict[bytes, Numbers] = {}
    result = np.empty_like(codes)
    for places in np.split(order, edges):
        asked = codes[places]
        key = asked.tobytes()
        if key not in done:
            written = [names[number] for number in asked]
            done[key] = _numbers(known.setdefault(c, len(known)) for c in mended(written))
            names += list(known)[len(names) :]
        result[places] = done[key]
    return result


def combined(numbers: Sequence[Numbers], count: int) -> Numbers:
    """A number for each way in which these numbers, none below 0, come together in a row."""
    key: Numbers = np.zeros(count, dtype=np.int64)
    size = 1
    for one in numbers:
        many = int(one.max()) + 1 if len(one) else 1
        if size * many >= MOST:
            key = np.unique(key, return_inverse=True)[1].astype(np.int64)
            size = int(key.max()) + 1
        key, size = key * many + one, size * many
    return key


def are_all_different(keys: Numbers) -> bool:
    """True where no key, none below 0, comes twice."""
    if int(keys.max(initial=0)) < FEW:
        return int(np.bincount(keys).max(initial=0)) <= 1
    return len(np.unique(keys)) == len(keys)


def answered(keys: Numbers, ask: Callable[[int], Answer]) -> tuple[list[Answer], Numbers]:
    """An answer for each different key, asked of the first row that has it in the order of the
    rows, and for each row the place of its answer."""
    firsts, inverse = _firsts(keys)
    order = np.argsort(firsts)
    answers = [ask(int(place)) for place in firsts[order]]
    place_of = np.empty_like(order)
    place_of[order] = np.arange(len(order))
    return answers, place_of[inverse].astype(np.int64)


def _firsts(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The first row of each different key, and for each row which of the keys it has."""
    most = int(keys.max(initial=0))
    if most >= FEW:
        _, firsts, inverse = np.unique(keys, return_index=True, return_inverse=True)
        return firsts, inverse.reshape(-1)
    first_of = np.full(most + 1, -1, dtype=np.int64)
    first_of[keys[::-1]] = np.arange(len(keys) - 1, -1, -1)
    there = np.flatnonzero(first_of >= 0)
    number_of = np.empty(most + 1, dtype=np.int64)
    number_of[there] = np.arange(len(there))
    return first_of[there], number_of[keys]
