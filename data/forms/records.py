"""The records of a table: one by one, or whole runs of rows that stay in the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import overload

import numpy as np

from data.forms.found import Found, Record
from data.forms.score_block import Numbers
from data.sheets.columns import Rows
from data.sheets.grid import found


class RowCells(Mapping[str, Found]):
    """The fields of a row of a run, each made a cell with its text when somebody asks for it.

    `columns`: field -> column, `row`: both from 0.
    """

    __slots__ = ("_columns", "_row", "_sheet_rows")

    def __init__(self, sheet_rows: Rows, columns: Mapping[str, int], row: int) -> None:
        self._sheet_rows = sheet_rows
        self._columns = columns
        self._row = row

    def __getitem__(self, name: str) -> Found:
        column = self._columns[name]
        return found(self._sheet_rows.value(self._row, column), self._row, column)

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __contains__(self, name: object) -> bool:
        return name in self._columns


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of a sheet, from 0, `stop` not included, of which each is a record of its own cells.

    `columns`: field -> column, from 0.
    """

    sheet_rows: Rows
    columns: Mapping[str, int]
    start: int
    stop: int

    def record(self, row: int) -> Record:
        """The record of one of the rows, from 0."""
        return Record(row + 1, RowCells(self.sheet_rows, self.columns, row))

    def renamed(self, names: Mapping[str, str]) -> Run:
        """The same with other names of fields."""
        columns = {names.get(name, name): place for name, place in self.columns.items()}
        return replace(self, columns=columns)


class Records(Sequence[Record]):
    """Records in the order of their rows; those of a run are made when they are asked for."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Record | Run] = ()) -> None:
        self.parts: list[Record | Run] = list(parts)

    def __len__(self) -> int:
        return sum(p.stop - p.start if isinstance(p, Run) else 1 for p in self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __iter__(self) -> Iterator[Record]:
        return chain.from_iterable(
            map(part.record, range(part.start, part.stop)) if isinstance(part, Run) else (part,)
            for part in self.parts
        )

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        if place == -1 and self.parts:
            last = self.parts[-1]
            return last.record(last.stop - 1) if isinstance(last, Run) else last
        return list(self)[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # records are added

    @property
    def runs(self) -> list[Run]:
        """The runs among the records."""
        return [part for part in self.parts if isinstance(part, Run)]

    @property
    def single(self) -> list[Record]:
        """The records that belong to no run."""
        return [part for part in self.parts if isinstance(part, Record)]

    def append(self, part: Record | Run) -> None:
        """A record, or a run of them, below all others."""
        self.parts.append(part)

    def pop(self) -> None:
        """The last record is gone."""
        last = self.parts.pop()
        if isinstance(last, Run) and last.stop - last.start > 1:
            self.parts.append(replace(last, stop=last.stop - 1))


def rows_of_records(records: Sequence[Record]) -> Numbers:
    """The rows of the sheet, from 1, that records stand in: in their order, each once."""
    runs = records.runs if isinstance(records, Records) else []
    of_runs = [np.arange(run.start + 1, run.stop + 1) for run in runs]
    single = np.fromiter((record.row for record in _single(records)), dtype=np.int64)
    rows: Numbers = np.sort(np.concatenate([*of_runs, single]))
    return rows[np.diff(rows, prepend=0) > 0]


def totals_of(records: Sequence[Record]) -> dict[int, list[Record]]:
    """Rows, from 1, that only add up others, with their records: they are compared, never taken
    as points of a leaf."""
    totals: dict[int, list[Record]] = {}
    others = set()
    for record in _single(records):
        if "total_row" in record.fields:
            totals.setdefault(record.row, []).append(record)
        else:
            others.add(record.row)
    return {row: of_row for row, of_row in sorted(totals.items()) if row not in others}


def _single(records: Sequence[Record]) -> Sequence[Record]:
    """Those of no run: no column of a sheet is `total_row`, so no run holds a total."""
    return records.single if isinstance(records, Records) else records
