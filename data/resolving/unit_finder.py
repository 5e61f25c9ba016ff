"""Finds the unit that a text of a workbook names (definitions 7.9)."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.reference import UnitKnown
from data.resolving.unit_spelling import UnitSpelling, spelling
from data.text_keys import accent_key, tidy

CODES = 2  # place of the codes among the tiers
NUMBERED = re.compile(r"^(\w{1,12})\s*[-–.:)/]\s*(\S.*)$")
NEAREST = 3  # names offered beside an unknown one
BY_KEY_ALONE = 4  # tiers before: name, alias, code, spelling but for case and tone mark's place
NEAR_ENOUGH = 0.6  # similarity (difflib) below which a name would only confuse
REPORTING_YEAR_ENDS = (12, 14)  # month, day; domain 4: 15/12 of the year before to 14/12


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """What a text names: `unit` null is an error, a problem beside a unit a thing to tell.

    Problem codes: unit_unknown, unit_ambiguous (without unit); unit_spelling_differs (a warning),
    unit_outside_validity (an error for scores). `candidates` are the nearest names.
    """

    unit: UnitKnown | None
    problem: str | None = None
    candidates: tuple[str, ...] = ()


def is_valid_in(unit: UnitKnown, year: int) -> bool:
    """True if the unit exists at the end of the reporting year (14 December).

    A district that ends on 30/6/2025 has no index of 2025: district series end with 2024
    (domain 4), and the ward that takes its name on 1/7/2025 has one.
    """
    last_day = datetime.date(year, *REPORTING_YEAR_ENDS)
    begun = unit.valid_from is None or unit.valid_from <= last_day
    return begun and (unit.valid_to is None or unit.valid_to >= last_day)


class UnitFinder:
    """The units of a book, ready to be found by any spelling that workbooks use."""

    def __init__(self, units: Iterable[UnitKnown]) -> None:
        self._units = tuple(units)
        self._tiers: tuple[dict[str, list[UnitKnown]], ...] = tuple({} for _ in range(6))
        self._answers: dict[tuple[str, int | None], UnitMatch] = {}
        for unit in self._units:
            self._index(unit)

    def _index(self, unit: UnitKnown) -> None:
        names, aliases, codes, accents, full_keys, cores = self._tiers
        written = (unit.unit_name, *unit.spellings)
        _add(names, tidy(unit.unit_name), unit)
        _add(codes, tidy(unit.unit_code), unit)
        _add(accents, accent_key(unit.unit_code), unit)
        for text in written:
            _add(aliases, tidy(text), unit)
            _add(accents, accent_key(text), unit)
            _add(full_keys, spelling(text).full_key, unit)
            _add(cores, spelling(text).core_key, unit)

    def find(self, text: str, *, year: int | None = None) -> UnitMatch:
        """The unit named by a text: exact name, alias, code, then keys (definitions 7.9).

        `year` decides between units that bear one name in different times; a unit outside its
        validity is found only where no other bears the name, and said.
        """
        key = (text, year)
        if key not in self._answers:
            match = self._search(text, year)
            self._answers[key] = self._without_number(text, year, match) or match
        return self._answers[key]

    def _without_number(self, text: str, year: int | None, match: UnitMatch) -> UnitMatch | None:
        """The unit of '1. Quận Lê Chân' or '305 - Quận Lê Chân'; a code must be its own."""
        parts = NUMBERED.match(tidy(text))
        if match.problem != "unit_unknown" or parts is None:
            return None
        named = self._search(parts[2], year)
        of_number = self._tiers[CODES].get(parts[1], [])
        is_row_number = not of_number and parts[1].isdigit()
        return named if named.unit and (named.unit in of_number or is_row_number) else None

    def _search(self, text: str, year: int | None) -> UnitMatch:
        asked = spelling(text)
        if not asked.full_key:
            return UnitMatch(None, "unit_unknown")
        outside: UnitKnown | None = None
        keys = self._keys(text, asked)
        for place, (key, tier) in enumerate(zip(keys, self._tiers, strict=True)):
            found = _fitting(tier.get(key, []), asked)
            valid = [unit for unit in found if year is None or is_valid_in(unit, year)]
            if len(valid) == 1:
                doubtful = place >= BY_KEY_ALONE and self._is_doubtful(asked, valid[0])
                return UnitMatch(valid[0], "unit_spelling_differs" if doubtful else None)
            if valid:
                return UnitMatch(None, "unit_ambiguous", _names(valid))
            if len(found) == 1 and outside is None:
                outside = found[0]
        if outside is not None:
            return UnitMatch(outside, "unit_outside_validity", _names([outside]))
        return UnitMatch(None, "unit_unknown", self._nearest(asked))

    def _keys(self, text: str, asked: UnitSpelling) -> tuple[str, ...]:
        code = tidy(text).removesuffix(".0")  # 303 as a floating-point cell
        return (tidy(text), tidy(text), code, accent_key(text), asked.full_key, asked.core_key)

    def _is_doubtful(self, asked: UnitSpelling, unit: UnitKnown) -> bool:
        """True where the accents differ from every spelling beyond the tone mark's place."""
        known = (spelling(written) for written in (unit.unit_name, *unit.spellings))
        return not any(asked.has_accents_of(spelled) for spelled in known)

    def _nearest(self, asked: UnitSpelling) -> tuple[str, ...]:
        near: dict[str, float] = {}
        for unit in self._units:
            keys = {spelling(written).core_key for written in (unit.unit_name, *unit.spellings)}
            near[unit.unit_name] = max(_likeness(asked.core_key, key) for key in keys)
        close = [name for name in near if near[name] >= NEAR_ENOUGH]
        return tuple(sorted(close, key=lambda name: (-near[name], name))[:NEAREST])


def _add(tier: dict[str, list[UnitKnown]], key: str, unit: UnitKnown) -> None:
    of_key = tier.setdefault(key, [])
    if key and unit not in of_key:
        of_key.append(unit)


def _fitting(found: Sequence[UnitKnown], asked: UnitSpelling) -> list[UnitKnown]:
    """Those whose kind a kind written before the name allows: 'Huyện Lê Chân' is no quận."""
    return [unit for unit in found if asked.allows(unit.unit_kind)]


def _names(units: Sequence[UnitKnown]) -> tuple[str, ...]:
    return tuple(sorted({f"{unit.unit_name} ({unit.unit_code})" for unit in units}))


def _likeness(asked: str, known: str) -> float:
    return difflib.SequenceMatcher(None, asked, known).ratio()
