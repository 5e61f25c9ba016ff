"""Ordinary points of a long list, resolved without asking each row every question.

What the words of a row mean is asked once for each different word, through the same reading that
takes any other row. A row all of whose answers came with nothing to tell is ordinary; any other
goes the long way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from data.forms.found import CellValue, FormTable, Record, SourceCell
from data.forms.long_rows import RowCells
from data.reference import CriterionKnown, UnitKnown
from data.resolving.codes import printed_code
from data.resolving.criterion_finder import CriterionFinder
from data.resolving.resolution import Resolution, filled
from data.resolving.score_cells import TEXTS, maximum_differs
from data.resolving.score_codes import group_key, mended_codes, printed
from data.resolving.score_kinds import SCORE_KINDS
from data.resolving.score_rows import ScoreReading, ScoreRow
from data.sheets.grid import text_of
from data.values import Sign, read_points

HEAD = ("unit", "unit_code", "year", "kind")
SUBJECT = ("criterion_code", "criterion_name", "maximum_points")
BESIDE = (*TEXTS, "forms_count")  # a row that fills one of these says more than points
OTHER_LAYOUTS = {*SCORE_KINDS, "code", "name", "criterion"}
BLANK: tuple[CellValue, ...] = (None, "")

Values = tuple[CellValue, ...]
StagedRow = dict[str, object]
Said = tuple[Decimal | None]  # points, or null for a blank


class _Subject(NamedTuple):
    """A leaf, and what each different cell of points says of it; null for an unusual one."""

    leaf: CriterionKnown
    said: dict[CellValue, Said | None]


class _Head(NamedTuple):
    """What unit, year and kind of a row mean; all of one criteria set share `subjects`."""

    unit: UnitKnown
    year: int
    finder: CriterionFinder
    kind: str
    is_explicit: bool
    subjects: dict[Values, _Subject | None]


def may_be_ordinary(table: FormTable) -> bool:
    """True of a list with its points in one column, and no TRUE or FALSE, equal to 1 and 0."""
    if table.form != "scores_long" or "points" not in table.columns:
        return False
    if not OTHER_LAYOUTS.isdisjoint(table.columns):
        return False
    rows = [r.fields.found_values for r in table.records if isinstance(r.fields, RowCells)]
    return bool(rows) and not any(bool in map(type, values) for values in rows)


def stands_alone(row: ScoreRow) -> bool:
    """True of a row of a leaf below an area, without a survey's column."""
    leaf = row.criterion
    if leaf is None or not leaf.is_leaf or leaf.parent_code is None:
        return False
    return "survey" not in row.cells


def with_fields(table: FormTable) -> FormTable:
    """The list with the cells of every row made, where each is to be asked for often."""
    return replace(table, records=tuple(Record(r.row, dict(r.fields)) for r in table.records))


class OrdinaryScores:
    """Reads the rows of one such table."""

    def __init__(self, work: Resolution, reading: ScoreReading) -> None:
        self._work = work
        self._reading = reading
        self._heads: dict[Values, _Head | None] = {}
        self._subjects: dict[int, dict[Values, _Subject | None]] = {}
        columns = next(
            r.fields.columns for r in work.table.records if isinstance(r.fields, RowCells)
        )
        self._width = 1 + max(column for column, _ in columns.values())
        self._points, self._letters = columns["points"]
        self._head_of = _picked([columns[n][0] for n in HEAD if n in columns])
        self._subject_of = _picked([columns[n][0] for n in SUBJECT if n in columns])
        self._code = columns["criterion_code"][0] if "criterion_code" in columns else None
        self._beside = [columns[name][0] for name in BESIDE if name in columns]

    def rows(self) -> Iterator[StagedRow | ScoreRow]:
        """Ordinary rows as they are staged, any other as it is read; what is wrong is told."""
        records = self._work.table.records
        for record, code in zip(records, self._codes(), strict=True):
            row = self._ordinary(record, code) or self._reading.row(record, code)
            if row is not None:
                yield row

    def _codes(self) -> list[str]:
        """Like the codes of any table's rows; each different unit, year and kind is read once."""
        keys: dict[Values, tuple[str, ...]] = {}
        groups, codes = [], []
        for record in self._work.table.records:
            values = self._values(record)
            if values is None or self._code is None:
                groups.append(group_key(record))
                codes.append(printed(record))
                continue
            head = self._head_of(values)
            if head not in keys:
                keys[head] = group_key(record)
            groups.append(keys[head])
            codes.append(printed_code(values[self._code]))
        return mended_codes(groups, codes)

    def _values(self, record: Record) -> list[CellValue] | None:
        """The cells of a row that was read as an ordinary one."""
        fields = record.fields
        if isinstance(fields, RowCells) and len(fields.found_values) >= self._width:
            return fields.found_values
        return None

    def _ordinary(self, record: Record, code: str) -> StagedRow | None:
        values = self._values(record)
        if values is None or not code or any(values[c] not in BLANK for c in self._beside):
            return None
        key = self._head_of(values)
        if key not in self._heads:
            self._heads[key] = self._head(record)
        head = self._heads[key]
        if head is None:
            return None
        asked = (code, *self._subject_of(values))
        if asked not in head.subjects:
            head.subjects[asked] = self._subject(record, code, head)
        subject = head.subjects[asked]
        if subject is None:
            return None
        value = values[self._points]
        if value not in subject.said:
            subject.said[value] = _said(value, subject.leaf)
        said = subject.said[value]
        if said is None or (said[0] is None and not head.is_explicit):
            return None
        return self._staged(record.row, value, head, subject.leaf, said[0])

    def _staged(
        self,
        row: int,
        value: CellValue,
        head: _Head,
        leaf: CriterionKnown,
        points: Decimal | None,
    ) -> StagedRow:
        table = self._work.table
        text = "" if value in BLANK else text_of(value)
        return {
            "unit_code": head.unit.unit_code,
            "year": head.year,
            "criterion_code": leaf.criterion_code,
            "kind": head.kind,
            "is_applicable": True,
            "points": points,
            "source": SourceCell(table.file, table.sheet, f"{self._letters}{row}", text),
        }

    def _head(self, record: Record) -> _Head | None:
        """Null where something is told or missing: then each row is to tell it for itself."""
        told = len(self._work.staged.problems)
        year = self._work.year(record)
        unit = self._reading.units.of(record, year)
        if unit is None or year is None:
            return None
        finder = self._reading.finder(unit, year, filled(record, "year"))
        cells, is_explicit = self._reading.cells(record)
        if finder is None or not cells or len(self._work.staged.problems) > told:
            return None
        kind = next(iter(cells))
        subjects = self._subjects.setdefault(id(finder), {})
        return None if kind == "survey" else _Head(unit, year, finder, kind, is_explicit, subjects)

    def _subject(self, record: Record, code: str, head: _Head) -> _Subject | None:
        told = len(self._work.staged.problems)
        leaf = self._reading.criterion_of(record, code, head.finder, (head.unit, head.year))
        if leaf is None or len(self._work.staged.problems) > told:
            return None
        is_plain = leaf.is_leaf and leaf.parent_code is not None and not leaf.is_survey
        if not is_plain or maximum_differs(filled(record, "maximum_points"), leaf):
            return None
        return _Subject(leaf, {})


def _picked(columns: list[int]) -> Callable[[list[CellValue]], Values]:
    """Takes the values of some columns out of a row."""
    if len(columns) > 1:
        return itemgetter(*columns)
    return lambda values: tuple(values[column] for column in columns)


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
