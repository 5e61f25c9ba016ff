"""The forms of scores: a sheet a unit, a matrix, a long list."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.forms.records import Records
from data.forms.score_block import without_blanks_at
from data.reference import Reference, UnitKnown
from data.resolving.conflicts import conflicting_scores
from data.resolving.ordinary_scores import (
    OrdinaryScores,
    stands_alone,
    with_fields,
    with_runs,
)
from data.resolving.resolution import Resolution, filled, plain, text_of
from data.resolving.score_cells import (
    NOTES,
    Said,
    inapplicable_below,
    is_explanation_alone,
    maximum_differs,
    said_of,
    staged_row,
)
from data.resolving.score_kinds import score_kind_of
from data.resolving.score_rows import ScoreReading, ScoreRow
from data.values import Sign, read_points

__all__ = [
    "conflicting_scores",
    "resolve_scores_long",
    "resolve_scores_matrix",
    "resolve_scores_unit",
    "score_kind_of",
]

COUNT = re.compile(r"(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:[.,]0+)?(?:\s*phiếu)?", re.IGNORECASE)


def resolve_scores_unit(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.score, score_note and claimed_total of one unit's sheet."""
    return _resolve(table, reference, hints).staged


def resolve_scores_long(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """The same of a list with a row for each unit, criterion, year and kind of points."""
    return _resolve(table, reference, hints).staged


def resolve_scores_matrix(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """The same of a matrix, handed on as a row for each of its cells."""
    return _resolve(table, reference, hints).staged


class _Scores:
    """One table of scores on its way into staged rows."""

    def __init__(self, work: Resolution, reference: Reference) -> None:
        self.work = work
        self.reading = ScoreReading(work, reference)
        self.rows: list[ScoreRow] = []
        self.said: list[Said] = []

    @property
    def staged(self) -> Staged:
        return self.work.staged

    def take(self) -> None:
        """Reads every row, then stages what they say together."""
        self.reading.units.check_group()
        self.rows = list(self.reading.rows())
        surveyed = _units_with_survey(self.rows)
        for place, row in enumerate(self.rows):
            self._check_maximum(row)
            if row.criterion is None or not row.criterion.is_leaf:
                if row.criterion is not None or self._is_last(place):
                    self._claim(row)
                continue
            has_survey = (row.unit.unit_code, row.year) in surveyed
            self.said += said_of(self.work, row, row.criterion, has_survey=has_survey)
            self._note(row)
        self._excuse_below()
        self._stage()

    def take_ordinary(self, records: Records) -> bool:
        """Reads a list of leaves in which no row means anything for another; false for any other,
        which somebody else is to read from its beginning."""
        self.reading.units.check_group()
        block, rows = OrdinaryScores(self.work, self.reading, records).take()
        if not all(map(stands_alone, rows)):
            return False
        surveyed = _units_with_survey(rows)
        said = [one for row in rows for one in self._said_alone(row, surveyed)]
        if not all(one.names_kind for one in said):
            return False
        self.said = said
        rest = without_blanks_at(block, self._inapplicable())
        if rest is None:
            return False
        self._stage()
        if len(rest):
            self.staged.blocks.append(rest)
        return True

    def _said_alone(self, row: ScoreRow, surveyed: Collection[tuple[str, int]]) -> list[Said]:
        self._check_maximum(row)
        if row.criterion is None:
            return []
        has_survey = (row.unit.unit_code, row.year) in surveyed
        said = said_of(self.work, row, row.criterion, has_survey=has_survey)
        self._note(row)
        return said

    def _is_last(self, place: int) -> bool:
        """True for a total behind every leaf of its unit; one in between sums only a part."""
        total = self.rows[place]
        return not any(
            row.criterion is not None
            and row.criterion.is_leaf
            and row.criterion.section == "main"
            and (row.unit.unit_code, row.year) == (total.unit.unit_code, total.year)
            for row in self.rows[place + 1 :]
        )

    def _check_maximum(self, row: ScoreRow) -> None:
        found = filled(row.record, "maximum_points")
        if row.criterion is not None and maximum_differs(found, row.criterion):
            self.work.warning("maximum_differs", found, plain(row.criterion.maximum_points))

    def _claim(self, row: ScoreRow) -> None:
        """A parent's or a total's cell is a claimed total, never a score (definitions 1.9)."""
        for kind, found in row.cells.items():
            read = read_points(found.value)
            if read.sign is Sign.NOT_A_NUMBER:
                self.work.warning("total_not_a_number", found)
            if read.points is None or read.is_percent:
                continue
            is_penalty = row.criterion is not None and row.criterion.section == "penalty"
            self.staged.add(
                "claimed_total",
                self.work.source(found),
                unit_code=row.unit.unit_code,
                year=row.year,
                criterion_code=row.criterion.criterion_code if row.criterion else None,
                kind=kind,
                claimed=abs(read.points) if is_penalty else read.points,
                printed_decimals=read.decimals,
            )

    def _excuse_below(self) -> None:
        """'Không áp dụng' beside an area excuses its leaves, unless the sheet scores them."""
        for row in self.rows:
            if row.criterion is None or row.criterion.is_leaf or is_explanation_alone(row):
                continue
            for kind, found in row.cells.items():
                if read_points(found.value).sign is Sign.NOT_APPLICABLE:
                    self._excuse(row, kind, found)

    def _excuse(self, row: ScoreRow, kind: str, found: Found) -> None:
        finder = self.reading.finder(row.unit, row.year)
        if finder is None or row.criterion is None:
            return
        codes = {leaf.criterion_code: leaf for leaf in finder.leaves_below(row.criterion)}
        of_sheet = [one for one in self.said if _is_of(one, row.unit, row.year)]
        below = [one for one in of_sheet if one.leaf.criterion_code in codes]
        if scored := [one for one in below if one.sign is Sign.POINTS]:
            self.work.error("not_applicable_with_points", found, scored[0].found.text)
            return
        marked = {
            (one.leaf.criterion_code, one.kind) for one in below if one.sign is Sign.NOT_APPLICABLE
        }
        for code, leaf in codes.items():
            of_leaf = "survey" if leaf.is_survey else kind
            if (code, of_leaf) not in marked:
                self.said.append(inapplicable_below(row, leaf, of_leaf, found))

    def _note(self, row: ScoreRow) -> None:
        found = filled(row.record, *NOTES, "forms_count")
        if found is None or row.criterion is None:
            return
        self.staged.add(
            "score_note",
            self.work.source(found),
            unit_code=row.unit.unit_code,
            year=row.year,
            criterion_code=row.criterion.criterion_code,
            forms_count=self._count(row.record),
            **{name: text_of(row.record, name) for name in NOTES},
        )

    def _count(self, record: Record) -> int | None:
        """Number of survey forms: in a count, '1.260' is twelve hundred and sixty."""
        found = filled(record, "forms_count")
        if found is None or read_points(found.value).sign is Sign.MISSING:
            return None
        if isinstance(found.value, (int, float)) and float(found.value).is_integer():
            return int(found.value)
        match = COUNT.fullmatch(found.text)
        if match is None:
            self.work.error("forms_count_not_a_number", found)
            return None
        return int(re.sub(r"\D", "", match[1]))

    def _inapplicable(self) -> set[tuple[str, int, str]]:
        """Leaves of a unit and year that a sign excuses: a blank beside it says nothing."""
        return {
            (*_key(one)[:2], one.leaf.criterion_code)
            for one in self.said
            if one.sign is Sign.NOT_APPLICABLE
        }

    def _stage(self) -> None:
        named = {_key(one) for one in self.said if one.names_kind}
        inapplicable = self._inapplicable()
        for one in self.said:
            is_blank = one.sign is Sign.MISSING
            leaf = (*_key(one)[:2], one.leaf.criterion_code)
            if is_blank and (_key(one) not in named or leaf in inapplicable):
                continue
            self.staged.rows.setdefault("score", []).append(staged_row(self.work, one))


def _resolve(table: FormTable, reference: Reference, hints: Hints) -> _Scores:
    if (records := with_runs(table)) is not None:
        scores = _Scores(Resolution(table, hints), reference)
        if scores.take_ordinary(records):
            return scores
    if table.form == "scores_long":
        table = with_fields(table)
    scores = _Scores(Resolution(table, hints), reference)
    scores.take()
    return scores


def _units_with_survey(rows: Sequence[ScoreRow]) -> set[tuple[str, int]]:
    """Units and years of which the table has points of a survey in their own column or rows."""
    return {
        (row.unit.unit_code, row.year)
        for row in rows
        if "survey" in row.cells and read_points(row.cells["survey"].value).sign is not Sign.MISSING
    }


def _key(said: Said) -> tuple[str, int, str]:
    return (said.row.unit.unit_code, said.row.year, said.kind)


def _is_of(said: Said, unit: UnitKnown, year: int) -> bool:
    return said.row.unit.unit_code == unit.unit_code and said.row.year == year
