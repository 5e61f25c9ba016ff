"""Finds the criterion that a workbook names by code, by name, or by both."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from data.reference import CriterionKnown
from data.resolving.codes import code_and_name, printed_code
from data.text_keys import plain_key, tidy

NEAREST = 3  # names offered beside an unknown one
NEAR_ENOUGH = 0.6  # similarity (difflib) below which a name would only confuse
SAME_WORDING = 0.75  # two wordings of one criterion; another criterion's name lies well below
SHORTEST_PART = 8  # letters of a name that may stand for the longer one


@dataclass(frozen=True, slots=True)
class CriterionMatch:
    """`criterion` null is an error, a problem beside a criterion a thing to tell.

    Problem codes: criterion_unknown, criterion_ambiguous, code_and_name_differ (without
    criterion); criterion_name_differs (a warning). `candidates` are 'code name' texts; `among`
    the criteria between which an ambiguous text does not decide.
    """

    criterion: CriterionKnown | None
    problem: str | None = None
    candidates: tuple[str, ...] = ()
    among: tuple[CriterionKnown, ...] = ()


class CriterionFinder:
    """The criteria of one set, in its order."""

    def __init__(self, criteria: Sequence[CriterionKnown]) -> None:
        self._criteria = tuple(criteria)
        self._by_code = {one.criterion_code: one for one in self._criteria}
        self._places = {one.criterion_code: place for place, one in enumerate(self._criteria)}
        self._by_loose_code: dict[str, list[CriterionKnown]] = defaultdict(list)
        self._by_short_code: dict[str, list[CriterionKnown]] = defaultdict(list)
        self._by_name: dict[str, list[CriterionKnown]] = defaultdict(list)
        self._answers: dict[tuple[str, str, str | None], CriterionMatch] = {}
        for one in self._criteria:
            self._by_loose_code[one.criterion_code.casefold()].append(one)
            self._by_name[plain_key(one.criterion_name)].append(one)
            for code in _codes_within(one):
                self._by_short_code[code].append(one)

    def find_text(self, text: str, *, area_code: str | None = None) -> CriterionMatch:
        """The criterion of a text that holds its code, its name, or both."""
        code = printed_code(tidy(text))
        if self._of_code(code, area_code) or self._by_name.get(plain_key(text)):
            is_code = bool(self._of_code(code, area_code))
            return self.find(code if is_code else "", "" if is_code else text, area_code=area_code)
        inside, name = code_and_name(text)
        if inside and self._of_code(inside, area_code):
            return self.find(inside, name, area_code=area_code)
        return self.find("", text, area_code=area_code)

    def find(self, code: str, name: str, *, area_code: str | None = None) -> CriterionMatch:
        """The criterion of a code and a name, either of which may be blank; both must agree.

        `area_code` is the area under which the row stands: it decides between equal printed
        codes and equal names.
        """
        asked = (code, name, area_code)
        if asked not in self._answers:
            self._answers[asked] = self._find(code, name, area_code)
        return self._answers[asked]

    def _find(self, code: str, name: str, area_code: str | None) -> CriterionMatch:
        if not code:
            return self._of_name_alone(name, area_code)
        found = self._of_code(code, area_code)
        if not found:
            return CriterionMatch(None, "criterion_unknown", self._nearest(name or code))
        if not name:
            return _only(found)
        agreeing = [one for one in found if plain_key(one.criterion_name) == plain_key(name)]
        if agreeing:
            return _only(agreeing)
        return self._other_wording(found, name)

    def named_with_zero(self, code: str, name: str) -> CriterionKnown | None:
        """The criterion of this name whose code lost its closing zero: '1.1' for '1.10'."""
        named = self._by_name.get(plain_key(name), [])
        found = [one for one in named if one.criterion_code.rstrip("0") == code]
        return found[0] if len(found) == 1 and found[0].criterion_code != code else None

    def place(self, criterion: CriterionKnown) -> int:
        """Where a criterion stands in its set, from 0."""
        return self._places[criterion.criterion_code]

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def leaves_below(self, criterion: CriterionKnown) -> list[CriterionKnown]:
        """The leaves under a criterion; itself where it is one."""
        if criterion.is_leaf:
            return [criterion]
        below = [one for one in self._criteria if one.parent_code == criterion.criterion_code]
        return [leaf for one in below for leaf in self.leaves_below(one)]

    def _of_code(self, code: str, area_code: str | None) -> list[CriterionKnown]:
        if code in self._by_code:
            return [self._by_code[code]]
        repeated = self._by_short_code.get(code, [])
        if len(repeated) > 1:
            here = [one for one in repeated if one.area_code == area_code]
            return here or repeated
        return self._by_loose_code.get(code.casefold(), [])

    def _of_name_alone(self, name: str, area_code: str | None) -> CriterionMatch:
        found = self._by_name.get(plain_key(name), [])
        if not found:
            return CriterionMatch(None, "criterion_unknown", self._nearest(name))
        exact = [one for one in found if tidy(one.criterion_name) == tidy(name)]
        here = [one for one in exact or found if one.area_code == area_code]
        return _only(here or exact or found)

    def _other_wording(self, found: Sequence[CriterionKnown], name: str) -> CriterionMatch:
        """The code is known, the name is not its own: another criterion's, or reworded."""
        others = self._by_name.get(plain_key(name), [])
        if others:
            return CriterionMatch(None, "code_and_name_differ", _labels([*found, *others]))
        alike = [one for one in found if _is_part(one.criterion_name, name)]
        if alike:
            return _only(alike)
        alike = [one for one in found if _likeness(one.criterion_name, name) >= SAME_WORDING]
        if len(alike) == 1:
            return CriterionMatch(alike[0], "criterion_name_differs", _labels(alike))
        return CriterionMatch(None, "code_and_name_differ", _labels(found))

    def _nearest(self, text: str) -> tuple[str, ...]:
        likeness = {one: _likeness(one.criterion_name, text) for one in self._criteria}
        near = [one for one in self._criteria if likeness[one] >= NEAR_ENOUGH]
        return _labels(sorted(near, key=lambda one: -likeness[one])[:NEAREST])


def _codes_within(criterion: CriterionKnown) -> set[str]:
    """The code as it was printed, of a set that repeats it and so prefixes it with its area.

    '2.1' below '2' is no such code: numbers continue numbers. '2.1.1' right below '2' is.
    """
    area, above = criterion.area_code, criterion.parent_code or ""
    prefixes = {f"{area}.", f"{above}.", f"{area}.{above}."}
    code = criterion.criterion_code
    short = {code.removeprefix(prefix) for prefix in prefixes if code.startswith(prefix)}
    if not area[:1].isdigit():
        return short
    return {one for one in short if "." in one and above == area}


def _only(found: Sequence[CriterionKnown]) -> CriterionMatch:
    if len(found) == 1:
        return CriterionMatch(found[0])
    return CriterionMatch(None, "criterion_ambiguous", _labels(found), tuple(found))


def _labels(criteria: Sequence[CriterionKnown]) -> tuple[str, ...]:
    return tuple(f"{one.criterion_code} {one.criterion_name}" for one in criteria)


def _is_part(known: str, written: str) -> bool:
    """True if one name is written within the other ('… (tối đa 5 điểm)')."""
    first, second = sorted((plain_key(known), plain_key(written)), key=len)
    return len(first) >= SHORTEST_PART and f" {first} " in f" {second} "


def _likeness(known: str, written: str) -> float:
    return difflib.SequenceMatcher(None, plain_key(known), plain_key(written)).ratio()
