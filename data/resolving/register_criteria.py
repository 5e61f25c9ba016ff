"""Finds the criterion that a register names by code, by name, or by both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from data.forms.found import Found
from data.reference import CriterionKnown
from data.resolving.codes import code_and_name, printed_code
from data.resolving.criterion_finder import CriterionFinder, CriterionMatch
from data.text_keys import tidy

LABEL = re.compile(r"^(?:tiêu chí thành phần|tiêu chí|mục|tc)\s+(?=[0-9ivx])", re.IGNORECASE)
POINTS_IN_BRACKETS = re.compile(r"\s*\([^()]*điểm[^()]*\)\s*$", re.IGNORECASE)


class RegisterCriteria:
    """The criteria set of one year and kind of units, ready to be searched."""

    def __init__(self, criteria: Sequence[CriterionKnown]) -> None:
        self._criteria = tuple(criteria)
        self._finder = CriterionFinder(self._criteria)

    def find(
        self, code: Found | None, name: Found | None, *, reform_area: str | None = None
    ) -> CriterionMatch:
        """The criterion of a code cell and a cell that holds a code, a name, or both.

        Either may be null; where both are there they must agree. `reform_area` decides between
        criteria of one name, and of one above the other with the same name the lower is meant.
        """
        match = self._find(_written(code), _written(name))
        if not match.among:
            return match
        in_area = [one for one in match.among if reform_area and one.reform_area == reform_area]
        lowest = self._lowest(in_area) or self._lowest(match.among)
        return CriterionMatch(lowest) if lowest else match

    def maximum(self, criterion: CriterionKnown) -> Decimal | None:
        """Maximum points of a criterion: as printed, else the sum of the leaves below it."""
        if criterion.maximum_points is not None:
            return criterion.maximum_points
        parts = [leaf.maximum_points for leaf in self._finder.leaves_below(criterion)]
        return sum((part for part in parts if part is not None), Decimal(0)) if parts else None

    def _find(self, code: str, text: str) -> CriterionMatch:
        if not code or not text:
            match = self._finder.find_text(code or text)
            return match if match.criterion else self._by_name(*code_and_name(text), match)
        match = self._finder.find(printed_code(code), text)
        alone = self._finder.find_text(text).criterion
        if match.criterion is None and alone and alone == self._finder.find_text(code).criterion:
            return CriterionMatch(alone)
        return match if match.criterion else self._by_name(printed_code(code), text, match)

    def _by_name(self, code: str, name: str, match: CriterionMatch) -> CriterionMatch:
        """A spreadsheet made a number of the code ('1.10' -> 1.1): the name says which it was."""
        meant = self._finder.named_with_zero(code, name)
        return CriterionMatch(meant, "code_mended", (meant.criterion_code,)) if meant else match

    def _lowest(self, found: Sequence[CriterionKnown]) -> CriterionKnown | None:
        """The lowest of criteria that stand above one another; null if they are several things."""
        codes = {one.criterion_code for one in found}
        return next((one for one in found if codes <= self._line(one)), None)

    def _line(self, criterion: CriterionKnown) -> set[str]:
        """The codes of a criterion and of all above it."""
        parents = {one.criterion_code: one.parent_code for one in self._criteria}
        line = {criterion.criterion_code}
        above = criterion.parent_code
        while above is not None and above not in line:
            line.add(above)
            above = parents.get(above)
        return line


class CriteriaSets:
    """The criteria sets of a book, each made ready for searching once."""

    def __init__(self, criteria: Mapping[tuple[int, str], Sequence[CriterionKnown]]) -> None:
        self._criteria = criteria
        self._ready: dict[tuple[int, str], RegisterCriteria] = {}

    def of(self, year: int, unit_kind: str) -> RegisterCriteria | None:
        """The set of a year for a kind of units; null where there is none."""
        key = (year, unit_kind)
        if not self._criteria.get(key):
            return None
        if key not in self._ready:
            self._ready[key] = RegisterCriteria(self._criteria[key])
        return self._ready[key]

    def newest_until(self, year: int, unit_kind: str) -> int | None:
        """The year of the newest set that is not later than a year (definitions 6)."""
        years = (y for y, kind in self._criteria if kind == unit_kind and y <= year)
        return max(years, default=None)

    def areas(self, unit_kind: str) -> list[CriterionKnown]:
        """The areas of all sets of a kind, those of the newest first."""
        sets = sorted(self._criteria.items(), key=lambda entry: entry[0], reverse=True)
        return [
            known
            for (_, kind), criteria in sets
            for known in criteria
            if kind == unit_kind and known.parent_code is None
        ]


def _written(found: Found | None) -> str:
    """What a cell says of a criterion; a number or day that a spreadsheet made of a code too."""
    if found is None:
        return ""
    text = found.text if isinstance(found.value, str) else printed_code(found.value)
    return POINTS_IN_BRACKETS.sub("", LABEL.sub("", tidy(text)))
