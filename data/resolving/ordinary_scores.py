"""Ordinary points of a long list, resolved without asking each row every question.

What the words of a row mean is asked once for each different word, through the same reading that
takes any other row. A row all of whose answers came with nothing to tell is ordinary; any other
goes the long way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, TypeVar

import numpy as np

from data.forms.found import CellValue, FormTable, Record
from data.forms.records import Records
from data.forms.score_block import Flags, NoteColumn, Numbers, ScoreBlock
from data.reference import CriterionKnown, UnitKnown
from data.resolving.criterion_finder import CriterionFinder
from data.resolving.list_columns import ListColumns, answered, combined
from data.resolving.resolution import Resolution, filled
from data.resolving.score_cells import NOTES, TEXTS, maximum_differs
from data.resolving.score_kinds import SCORE_KINDS
from data.resolving.score_rows import ScoreReading, ScoreRow
from data.sheets.grid import column_letters, text_of
from data.values import Sign, read_points

WHOSE = ("unit", "unit_code", "year")
SUBJECT = ("criterion_code", "criterion_name", "maximum_points")
OTHER_LAYOUTS = {*SCORE_KINDS, "code", "name", "criterion"}
BLANK: tuple[CellValue, ...] = (None, "")
Said = tuple[Decimal | None]  # points, or null for a blank
Answer = TypeVar("Answer")
Answers = tuple[list[Answer | None], Numbers]  # the different ones, and which each row has


class _Whose(NamedTuple):
    """What unit and year of a row mean; all of one criteria set share `set_number`."""

    unit: UnitKnown
    year: int
    finder: CriterionFinder
    set_number: int


class _Kind(NamedTuple):
    """The kind of a row's points, and whether the row names it itself."""

    name: str
    is_explicit: bool


def with_runs(table: FormTable) -> Records | None:
    """The records of a list with its points in one column; null of any other table, and where no
    rows were read together."""
    if table.form != "scores_long" or "points" not in table.columns:
        return None
    if not OTHER_LAYOUTS.isdisjoint(table.columns) or not isinstance(table.records, Records):
        return None
    return table.records if table.records.runs else None


def stands_alone(row: ScoreRow) -> bool:
    """True of a row of a leaf below an area."""
    leaf = row.criterion
    return leaf is not None and leaf.is_leaf and leaf.parent_code is not None


def with_fields(table: FormTable) -> FormTable:
    """The list with the cells of every row made, where each is to be asked for often."""
    return replace(table, records=tuple(Record(r.row, dict(r.fields)) for r in table.records))


class OrdinaryScores:
    """Reads the rows of one such table."""

    def __init__(self, work: Resolution, reading: ScoreReading, records: Records) -> None:
        self._work = work
        self._reading = reading
        self._records = records
        self._list = ListColumns(records)
        self._left: Flags = np.ones(len(self._list), dtype=np.bool_)
        self._sets: dict[int, int] = {}

    def take(self) -> tuple[ScoreBlock, list[ScoreRow]]:
        """The ordinary rows, and any other in its order; what is wrong is told."""
        codes, code, of_single = self._list.codes()
        self._left &= np.array([bool(name) for name in codes], dtype=np.bool_)[code]
        self._leave_out_marks()
        whose, of_whom = self._answers(self._list.together(WHOSE), self._whose)
        kinds, kind = self._answers(self._list.together(("kind",)), self._kind)
        sets = np.array([one.set_number if one else 0 for one in whose], dtype=np.int64)[of_whom]
        subject_keys = combined([sets, code, self._list.together(SUBJECT)], len(self._list))
        leaves, leaf = self._answers(
            subject_keys, lambda row: self._leaf(row, codes[code[row]], whose[of_whom[row]])
        )
        points, point = self._points((kinds, kind), (leaves, leaf))
        block = self._block((whose, of_whom), (kinds, kind), (leaves, leaf), (points, point))
        return block, self._others(codes, code, of_single)

    def _leave_out_marks(self) -> None:
        """Rows whose words beside the points excuse the unit, or count forms, say more."""
        if "forms_count" in self._list.columns:
            self._left &= self._list.is_where("forms_count", lambda value: value in BLANK)
        for name in TEXTS:
            if name in self._list.columns:
                self._left &= self._list.is_where(name, _excuses_nobody)

    def _answers(self, keys: Numbers, ask: Callable[[int], Answer | None]) -> Answers[Answer]:
        """Answers for the rows still left, and of each row its place among them; a row without
        an answer is left no longer."""
        rows = np.flatnonzero(self._left)
        answers, numbers = answered(keys[rows], lambda place: ask(int(rows[place])))
        answers.append(None)
        result = np.full(len(self._list), len(answers) - 1, dtype=np.int64)
        result[rows] = numbers
        self._left = np.array([one is not None for one in answers], dtype=np.bool_)[result]
        return answers, result

    def _whose(self, place: int) -> _Whose | None:
        """Null where something is told or missing: then each row is to tell it for itself."""
        record = self._list.record(place)
        told = len(self._work.staged.problems)
        year = self._work.year(record)
        unit = self._reading.units.of(record, year)
        if unit is None or year is None:
            return None
        finder = self._reading.finder(unit, year, filled(record, "year"))
        if finder is None or len(self._work.staged.problems) > told:
            return None
        return _Whose(unit, year, finder, self._sets.setdefault(id(finder), len(self._sets) + 1))

    def _kind(self, place: int) -> _Kind | None:
        told = len(self._work.staged.problems)
        cells, is_explicit = self._reading.cells(self._list.record(place))
        if not cells or "survey" in cells or len(self._work.staged.problems) > told:
            return None
        return _Kind(next(iter(cells)), is_explicit)

    def _leaf(self, place: int, code: str, of: _Whose | None) -> CriterionKnown | None:
        if of is None:
            return None
        record = self._list.record(place)
        told = len(self._work.staged.problems)
        leaf = self._reading.criterion_of(record, code, of.finder, (of.unit, of.year))
        if leaf is None or len(self._work.staged.problems) > told:
            return None
        is_plain = leaf.is_leaf and leaf.parent_code is not None and not leaf.is_survey
        if not is_plain or maximum_differs(filled(record, "maximum_points"), leaf):
            return None
        return leaf

    def _points(self, kinds: Answers[_Kind], leaves: Answers[CriterionKnown]) -> Answers[Said]:
        """What the cells of points say; it hangs on the leaf's maximum alone."""
        limits: dict[object, int] = {}
        of_leaf = [limits.setdefault(_limit(one), len(limits)) for one in leaves[0]]
        is_explicit = [bool(one and one.is_explicit) for one in kinds[0]]
        explicit = np.array(is_explicit, dtype=np.int64)[kinds[1]]
        limit = np.array(of_leaf, dtype=np.int64)[leaves[1]]
        numbers, values = self._list.numbers("points"), self._list.values("points")

        def ask(place: int) -> Said | None:
            leaf = leaves[0][leaves[1][place]]
            said = _said(values[numbers[place]], leaf) if leaf else None
            return None if said == (None,) and not explicit[place] else said

        return self._answers(combined([limit, explicit, numbers], len(self._list)), ask)

    def _block(
        self,
        whose: Answers[_Whose],
        kinds: Answers[_Kind],
        leaves: Answers[CriterionKnown],
        points: Answers[Said],
    ) -> ScoreBlock:
        rows, table, values = self._left, self._work.table, self._list.values("points")
        return ScoreBlock(
            table.file,
            table.sheet,
            column_letters(self._list.columns["points"]),
            self._list.rows[rows] + 1,
            tuple((one.unit.unit_code, one.year) if one else ("", 0) for one in whose[0]),
            whose[1][rows],
            tuple(one.name if one else "" for one in kinds[0]),
            kinds[1][rows],
            tuple(one.criterion_code if one else "" for one in leaves[0]),
            leaves[1][rows],
            tuple(one[0] if one else None for one in points[0]),
            points[1][rows],
            tuple("" if value in BLANK else text_of(value) for value in values),
            self._list.numbers("points")[rows],
            tuple(self._note(name) for name in NOTES if name in self._list.columns),
        )

    def _note(self, name: str) -> NoteColumn:
        texts = tuple(map(text_of, self._list.values(name)))
        numbers = self._list.numbers(name)[self._left]
        return NoteColumn(name, column_letters(self._list.columns[name]), texts, numbers)

    def _others(
        self, codes: Sequence[str], code: Numbers, of_single: dict[int, str]
    ) -> list[ScoreRow]:
        rest = np.flatnonzero(~self._left)
        others = [(self._list.record(int(place)), codes[code[place]]) for place in rest]
        others += [(record, of_single[record.row]) for record in self._records.single]
        rows = (
            self._reading.row(record, written)
            for record, written in sorted(others, key=lambda other: other[0].row)
        )
        return [row for row in rows if row is not None]


def _excuses_nobody(value: CellValue) -> bool:
    return read_points(value).sign is not Sign.NOT_APPLICABLE


def _limit(leaf: CriterionKnown | None) -> object:
    return None if leaf is None else (leaf.section == "penalty", leaf.maximum_points)


def _said(value: CellValue, leaf: CriterionKnown) -> Said | None:
    """Null for a cell of which there is something to tell, and for one 'not applicable'."""
    read = read_points(value)
    if read.sign is Sign.MISSING:
        return (None,)
    if read.points is None or read.is_percent or read.is_rounded or read.is_three_digits:
        return None
    points = abs(read.points) if leaf.section == "penalty" else read.points
    most = leaf.maximum_points
    return None if points < 0 or (most is not None and points > most) else (points,)
