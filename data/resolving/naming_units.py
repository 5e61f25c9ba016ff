"""Which unit a row or a table names, and what is told about it."""

from __future__ import annotations

from collections.abc import Sequence

from data.forms.contexts import without_year
from data.forms.found import Found, Record
from data.forms.row_signs import RowSign, sign_of
from data.reference import Reference, UnitKnown
from data.resolving.kinds import kinds_of
from data.resolving.resolution import Resolution, filled
from data.resolving.unit_finder import UnitFinder

CODE_FIELDS = ("unit_code",)
NAME_FIELDS = ("unit",)
SUMMARIES = {RowSign.SUMMARY, RowSign.TOTAL}


class UnitsNamed:
    """Finds the units of one table; every text is told about once for each cell it stands in."""

    def __init__(self, work: Resolution, reference: Reference) -> None:
        self._work = work
        self._reference = reference
        self._finder = UnitFinder(reference.units)
        self._option = self._of_option()

    def of(self, record: Record, year: int | None) -> UnitKnown | None:
        """The unit of a row's own columns, else of the title, else of the option; null is told."""
        code, name = filled(record, *CODE_FIELDS), filled(record, *NAME_FIELDS)
        found = name or code or self._work.table.context.unit
        if found is None:
            if self._option is None:
                self._work.missing("unit_missing", record, *NAME_FIELDS, *CODE_FIELDS)
            return self._option
        if sign_of(found.text) in SUMMARIES:
            return None  # no unit, whatever code stands beside it (definitions 1.9)
        unit = self._find(found, year)
        if unit and found.cell and not (name or code):
            self._compare_with_sheet_name(found, unit, year)
        if name and code and unit:
            unit = self._agreeing(unit, code, year)
        if unit and self._option and unit.unit_code != self._option.unit_code:
            self._work.error("unit_contradicts_option", found, self._option.unit_name)
            return None
        return unit

    def _compare_with_sheet_name(self, found: Found, unit: UnitKnown, year: int | None) -> None:
        """A sheet copied for another unit whose title nobody changed."""
        sheet = self._work.table.sheet
        match = self._finder.find(without_year(sheet)[-1], year=year) if sheet else None
        if match and match.unit and not match.problem and match.unit != unit:
            self._work.warning("sheet_name_differs", found, sheet)

    def check_group(self) -> None:
        """A title that means other kinds of units than the option is an error."""
        found, option = self._work.table.context.group, self._work.hints.group
        if found is None or not option:
            return
        said = set(kinds_of(found.text, self._reference.units))
        asked = set(kinds_of(option, self._reference.units))
        if said and asked and not said & asked:
            self._work.error("group_contradicts_option", found, option)

    def _of_option(self) -> UnitKnown | None:
        text = self._work.hints.unit
        if not text:
            return None
        match = self._finder.find(text, year=self._work.hints.year)
        if match.unit is None:
            option = Found(text, text, None)
            self._work.error(match.problem or "unit_unknown", option, _names(match.candidates))
        return match.unit

    def _find(self, found: Found, year: int | None) -> UnitKnown | None:
        match = self._finder.find(found.text, year=year)
        if match.problem == "unit_spelling_differs" and match.unit:
            self._work.warning(match.problem, found, match.unit.unit_name)
        elif match.problem:
            self._work.error(match.problem, found, _names(match.candidates))
            return None
        return match.unit

    def _agreeing(self, unit: UnitKnown, code: Found, year: int | None) -> UnitKnown | None:
        """Code and name stand side by side and must agree."""
        of_code = self._find(code, year)
        if of_code and of_code.unit_code != unit.unit_code:
            self._work.error("code_and_name_differ", code, unit.unit_code)
            return None
        return of_code and unit


def _names(candidates: Sequence[str]) -> str | None:
    return "; ".join(candidates) or None
