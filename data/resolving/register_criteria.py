"""Finds the criterion that a register names by code, by name, or by both."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.reference import CriterionKnown
from data.text_keys import plain_key, tidy

LABEL = re.compile(
    r"^(?:tiêu chí thành phần|tiêu chí|mục|lĩnh vực|tc)\s+(?=[0-9ivxIVX])", re.IGNORECASE
)
LOOKS_LIKE_CODE = re.compile(
    r"^(?:[0-9]+|[ivx]+|[a-zđ])(?:[.,][0-9]+|[.][a-zđ])*[.)]?$", re.IGNORECASE
)
CODE_AND_NAME = re.compile(r"^(\S+?)\s*[.:)–-]*\s+(?:[–:-]\s*)?(.+)$")
POINTS_IN_BRACKETS = re.compile(r"\s*\([^()]*điểm[^()]*\)\s*$", re.IGNORECASE)
CANDIDATE_COUNT = 3  # names that a message offers


@dataclass(frozen=True, slots=True)
class CriterionMatch:
    """`problem` without a criterion is an error, beside one a warning; candidates: 'code name'."""

    criterion: CriterionKnown | None
    problem: str | None = None
    candidates: tuple[str, ...] = ()


class RegisterCriteria:
    """The criteria set of one year and kind of units, ready to be searched."""

    def __init__(self, criteria: Sequence[CriterionKnown]) -> None:
        self._criteria = criteria
        self._by_code = {code_key(known.criterion_code): known for known in criteria}
        self._by_name: dict[str, list[CriterionKnown]] = defaultdict(list)
        for known in criteria:
            self._by_name[plain_key(known.criterion_name)].append(known)

    def find(self, text: str, name: str = "", *, reform_area: str | None = None) -> CriterionMatch:
        """The criterion of a cell ('2.3', 'Tuyên truyền', '1.2. Tuyên truyền').

        `name` is the text of a second column beside the code; both must agree. `reform_area`
        decides between criteria of one name.
        """
        written = POINTS_IN_BRACKETS.sub("", LABEL.sub("", tidy(text)))
        if written and name:
            return self._code_and_name(written, tidy(name), tidy(f"{written} {name}"), reform_area)
        written = written or POINTS_IN_BRACKETS.sub("", LABEL.sub("", tidy(name)))
        if code_key(written) in self._by_code:
            return CriterionMatch(self._by_code[code_key(written)])
        if self._by_name.get(plain_key(written)):
            return self._named(written, reform_area)
        parts = CODE_AND_NAME.match(written)
        if parts and self._may_be_code(parts[1]):
            return self._code_and_name(parts[1], parts[2], written, reform_area)
        return self._unknown(written)

    def maximum(self, criterion: CriterionKnown) -> Decimal | None:
        """Maximum points of a criterion: as printed, else the sum of the leaves below it."""
        if criterion.maximum_points is not None or criterion.is_leaf:
            return criterion.maximum_points
        below = [c for c in self._criteria if c.parent_code == criterion.criterion_code]
        parts = [self.maximum(c) for c in below]
        return sum((part for part in parts if part is not None), Decimal(0)) if parts else None

    def _may_be_code(self, text: str) -> bool:
        return code_key(text) in self._by_code or LOOKS_LIKE_CODE.match(text) is not None

    def _code_and_name(
        self, code: str, name: str, written: str, reform_area: str | None
    ) -> CriterionMatch:
        of_code = self._by_code.get(code_key(code))
        of_name = self._by_name.get(plain_key(name), [])
        if of_code is None:
            return self._unknown(written) if not of_name else self._contradicted(of_name)
        if of_code in of_name:
            return CriterionMatch(of_code)
        number_lost = [c for c in of_name if _is_shortened(code, c.criterion_code)]
        if len(number_lost) == 1:
            # A spreadsheet made a number of the code ('1.10' -> 1.1): the name says which it was.
            return CriterionMatch(number_lost[0], "code_taken_from_name", _labels(number_lost))
        if of_name:
            return self._contradicted([of_code, *of_name])
        return CriterionMatch(of_code, "criterion_name_differs", _labels([of_code]))

    def _named(self, name: str, reform_area: str | None) -> CriterionMatch:
        found = self._by_name[plain_key(name)]
        exact = [c for c in found if tidy(c.criterion_name) == tidy(name)]
        in_area = [c for c in found if reform_area and c.reform_area == reform_area]
        for narrowed in (exact, in_area, found):
            deepest = self._one_chain(narrowed)
            if deepest:
                return CriterionMatch(deepest)
        return CriterionMatch(None, "criterion_ambiguous", _labels(found))

    def _one_chain(self, found: Sequence[CriterionKnown]) -> CriterionKnown | None:
        """The deepest of criteria that lie above one another; null if they are several things."""
        for known in found:
            above = set(self._codes_above(known))
            if {c.criterion_code for c in found} <= above:
                return known
        return None

    def _codes_above(self, criterion: CriterionKnown) -> list[str]:
        codes = [criterion.criterion_code]
        parents = {c.criterion_code: c.parent_code for c in self._criteria}
        while (parent := parents.get(codes[-1])) and parent not in codes:
            codes.append(parent)
        return codes

    def _contradicted(self, found: Sequence[CriterionKnown]) -> CriterionMatch:
        return CriterionMatch(None, "criterion_contradicts_name", _labels(found))

    def _unknown(self, written: str) -> CriterionMatch:
        labels = {plain_key(f"{c.criterion_code} {c.criterion_name}"): c for c in self._criteria}
        names = {plain_key(c.criterion_name): c for c in self._criteria}
        near = difflib.get_close_matches(plain_key(written), [*labels, *names], n=6, cutoff=0.6)
        found = list(dict.fromkeys((labels | names)[key] for key in near))
        return CriterionMatch(None, "criterion_unknown", _labels(found[:CANDIDATE_COUNT]))


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


def code_key(text: str) -> str:
    """A code without case, spaces, a closing dot or bracket; a decimal comma is a dot."""
    return re.sub(r"\s+", "", tidy(text)).rstrip(".):").replace(",", ".").casefold()


def _is_shortened(written: str, code: str) -> bool:
    key = code_key(written)
    return code_key(code).rstrip("0") == key and code_key(code) != key


def _labels(criteria: Sequence[CriterionKnown]) -> tuple[str, ...]:
    return tuple(f"{c.criterion_code} {c.criterion_name}" for c in criteria)
