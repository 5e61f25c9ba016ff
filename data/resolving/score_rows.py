"""Rows of score sheets, of any layout, matched to the units and criteria they speak of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.forms.found import Found, Record
from data.reference import CriterionKnown, Reference, UnitKnown
from data.resolving.criteria_rows import is_total
from data.resolving.criterion_finder import CriterionFinder, CriterionMatch
from data.resolving.naming_units import UnitsNamed
from data.resolving.resolution import Resolution, filled
from data.resolving.score_codes import (
    CODE_FIELDS,
    NAME_FIELDS,
    code_and_name_of,
    codes_of,
    is_cut,
    printed,
)
from data.resolving.score_kinds import SCORE_KINDS, score_kind_of
from data.text_keys import plain_key
from data.values import Sign, read_points

SUBTOTAL = re.compile(r"^(?:tong |cong |diem |so |linh vuc |muc |phan )+([ivxlc]+|[a-e]|\d{1,2})$")
SUBTOTALS = ("cong ", "tong ", "tong cong ", "tong diem ")
DEFAULT_KIND = "verified_2"  # definitions 6: a matrix that does not say its kind


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A row of one unit and year; `criterion` null for a total of the whole.

    `cells` holds the cells of points by kind. `is_explicit`: the row itself names its kind, so
    that a blank says something too.
    """

    unit: UnitKnown
    year: int
    criterion: CriterionKnown | None
    cells: Mapping[str, Found]
    record: Record
    is_explicit: bool = False


class ScoreReading:
    """Matches the rows of one table, each in the light of the rows above it."""

    def __init__(self, work: Resolution, reference: Reference) -> None:
        self.units = UnitsNamed(work, reference)
        self._work = work
        self._reference = reference
        self._finders: dict[tuple[int, str], CriterionFinder | None] = {}
        self._areas: dict[tuple[str, int], str] = {}
        self._places: dict[tuple[str, int], int] = {}
        self._above: dict[tuple[str, int], str] = {}

    def rows(self) -> Iterator[ScoreRow]:
        """Rows that name a unit, a year and a criterion; what does not is told."""
        codes = codes_of(self._work.table.records)
        for record, code in zip(self._work.table.records, codes, strict=True):
            row = self.row(record, code)
            if row is not None:
                yield row

    def finder(
        self, unit: UnitKnown, year: int, found: Found | None = None
    ) -> CriterionFinder | None:
        """The criteria set of a unit in a year; told once where the book has none."""
        key = (year, unit.unit_kind)
        if key not in self._finders:
            criteria = self._reference.criteria.get(key)
            self._finders[key] = CriterionFinder(criteria) if criteria else None
            if not criteria:
                group = unit.groups.get(year) or unit.unit_name
                self._work.error("criteria_set_missing", found, f"{group}, {year}")
        return self._finders[key]

    def row(self, record: Record, code: str) -> ScoreRow | None:
        """One row, whose printed code has been mended; null where it is none or told."""
        code, name = code_and_name_of(record, code)
        label = filled(record, "total_row")
        if not code and not name and label is None:
            self._tell_points_of_nobody(record)
            return None
        year = self._work.year(record)
        unit = self.units.of(record, year)
        if unit is None or year is None:
            return None
        finder = self.finder(unit, year, filled(record, "year"))
        cells, is_explicit = self.cells(record)
        if finder is None or cells is None:
            return None
        if label is not None or (not code and is_total(name)):
            return self._total(record, (code, name), label, (unit, year), cells)
        criterion = self._criterion(record, code, name, finder, (unit.unit_code, year))
        if criterion is None:
            return None
        return ScoreRow(unit, year, criterion, cells, record, is_explicit)

    def _total(
        self,
        record: Record,
        named: tuple[str, str],
        label: Found | None,
        of: tuple[UnitKnown, int],
        cells: Mapping[str, Found],
    ) -> ScoreRow | None:
        """A row or column that adds up others: of the area it names, else of the whole."""
        unit, year = of
        finder = self.finder(unit, year)
        code, name = named
        written = label.text if label else name
        if not code and (match := SUBTOTAL.match(plain_key(written))):
            code, name = match[1].upper(), ""
        elif is_total(name) or name == written:
            name = ""
        if finder is None or not (code or name):
            return ScoreRow(unit, year, None, cells, record) if is_total(written) else None
        criterion = finder.find(code, name).criterion
        return ScoreRow(unit, year, criterion, cells, record) if criterion else None

    def cells(self, record: Record) -> tuple[dict[str, Found] | None, bool]:
        """Cells of points by kind, and whether the row names its kind itself."""
        cells = {kind: record.fields[kind] for kind in SCORE_KINDS if kind in record.fields}
        if "points" not in record.fields:
            return cells, False
        named = filled(record, "kind") or self._work.table.context.kind
        if named is None:
            kind: str | None = score_kind_of(self._work.hints.kind or "")
            if kind is None:
                kind = DEFAULT_KIND
                self._work.warning("kind_assumed_verified")
        else:
            kind = score_kind_of(named.text) or score_kind_of(str(named.value))
        if kind is None:
            self._work.error("kind_unknown", named)
            return None, False
        # Only a list names the kind of a blank cell on purpose; a matrix may not be filled yet.
        is_explicit = self._work.table.form == "scores_long" and filled(record, "kind") is not None
        return {**cells, kind: record.fields["points"]}, is_explicit

    def criterion_of(
        self, record: Record, code: str, finder: CriterionFinder, of: tuple[UnitKnown, int]
    ) -> CriterionKnown | None:
        """The criterion of a row that names its unit and year; null for a total, or told."""
        code, name = code_and_name_of(record, code)
        if not code and is_total(name):
            return None
        return self._criterion(record, code, name, finder, (of[0].unit_code, of[1]))

    def _criterion(
        self,
        record: Record,
        code: str,
        name: str,
        finder: CriterionFinder,
        sheet: tuple[str, int],
    ) -> CriterionKnown | None:
        as_printed = printed(record) or code
        match = self._match(code, name, finder, sheet)
        if match.criterion is None and as_printed != code:
            code, match = as_printed, self._match(as_printed, name, finder, sheet)
        if match.criterion is None and name:
            shortened = finder.named_with_zero(code, name)
            match = CriterionMatch(shortened) if shortened else match
        found = filled(record, *CODE_FIELDS, *NAME_FIELDS)
        if match.criterion is None:
            self._tell_unmatched(record, code, name, match)
            return None
        if match.problem:
            self._work.warning(match.problem, filled(record, *NAME_FIELDS), match.candidates[0])
        is_date = found is not None and isinstance(found.value, datetime.date)
        if is_date or (as_printed and is_cut(as_printed, match.criterion.criterion_code)):
            self._work.warning("code_mended", found, match.criterion.criterion_code)
        self._remember(match.criterion, finder, sheet)
        return match.criterion

    def _match(
        self, code: str, name: str, finder: CriterionFinder, sheet: tuple[str, int]
    ) -> CriterionMatch:
        area = self._areas.get(sheet)
        # A heading may hold nothing but a code of no usual style ('SC11', 'Goods').
        match = (
            finder.find(code, name, area_code=area)
            if code
            else finder.find_text(name, area_code=area)
        )
        if match.among and self._work.table.form != "scores_long":
            # Sheets follow the order of their set: what stands below the same row, else the
            # next one of several, is meant.
            last = self._places.get(sheet, -1)
            behind = [one for one in match.among if finder.place(one) > last]
            below = [one for one in behind if one.parent_code == self._above.get(sheet)]
            return CriterionMatch((below or behind)[0]) if behind else match
        return match

    def _remember(
        self, criterion: CriterionKnown, finder: CriterionFinder, sheet: tuple[str, int]
    ) -> None:
        self._places[sheet] = finder.place(criterion)
        if not criterion.is_leaf:
            self._above[sheet] = criterion.criterion_code
        if criterion.parent_code is None:
            self._areas[sheet] = criterion.criterion_code

    def _tell_points_of_nobody(self, record: Record) -> None:
        """Each row of a list is one of points; in a sheet it may be a sum without a word."""
        found = filled(record, *SCORE_KINDS, "points")
        if found is None or read_points(found.value).sign is not Sign.POINTS:
            return
        if self._work.table.form == "scores_long":
            self._work.error("points_without_criterion", found)
        elif self._work.table.form == "scores_unit":
            self._work.warning("points_without_criterion", found)

    def _tell_unmatched(self, record: Record, code: str, name: str, match: CriterionMatch) -> None:
        """A row of text without points explains the row above; sub-totals are nobody's score."""
        has_points = filled(record, *SCORE_KINDS, "points", "forms_count") is not None
        is_subtotal = f"{plain_key(name)} ".startswith(SUBTOTALS)
        if not code and (not has_points or is_subtotal):
            return
        found = filled(record, *CODE_FIELDS, *NAME_FIELDS)
        expected = "; ".join(match.candidates) or None
        self._work.error(match.problem or "criterion_unknown", found, expected)
