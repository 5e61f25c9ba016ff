"""What a unit is like: drawn from the same distributions for every unit, by its code alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.workbooks.base.units import Unit, records, units
from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import REFORM_AREAS, Kind

PROFILES_FILE = Path(__file__).with_name("profiles.txt")
STRONGHOLD, SORE_SPOT = 0.14, 0.12  # how often an area of a unit is far above, far below its rest


@dataclass(frozen=True, slots=True)
class Traits:
    """Levels in standard deviations, habits from 0 (never) to 1 (always)."""

    capacity: dict[str, float]
    trend: dict[str, float]
    candour: float
    effort: float
    diligence: float
    discipline: float
    size: float


@dataclass(frozen=True, slots=True)
class Body:
    """A unit that is assessed, with what it does not have."""

    unit: Unit
    kind: Kind
    lacks: frozenset[str]

    @property
    def code(self) -> str:
        """The unit's code."""
        return self.unit.code


@cache
def bodies(kind: Kind) -> tuple[Body, ...]:
    """The units that are assessed, in the order of their codes' list."""
    lacks = {code: frozenset(missing.split()) for code, missing in records(PROFILES_FILE)}
    known = [unit for unit in units() if unit.code in lacks]
    return tuple(
        Body(unit, kind, lacks[unit.code])
        for unit in known
        if (unit.kind in ("Quận", "Huyện")) == (kind is Kind.DISTRICTS)
    )


@cache
def traits(unit_code: str) -> Traits:
    """The traits of a unit, the same in every year."""
    whole = Stream("level", unit_code).normal()
    return Traits(
        capacity={area: _capacity(unit_code, area, whole) for area in REFORM_AREAS.values()},
        trend={
            area: 0.22 * Stream("trend", unit_code, area).normal() for area in REFORM_AREAS.values()
        },
        candour=Stream("candour", unit_code).share(),
        effort=Stream("effort", unit_code).between(0.15, 0.95),
        diligence=Stream("diligence", unit_code).share(),
        discipline=Stream("discipline", unit_code).share(),
        size=Stream("size", unit_code).between(0.6, 1.5),
    )


def _capacity(unit_code: str, area: str, whole: float) -> float:
    stream = Stream("capacity", unit_code, area)
    level = 0.18 * whole + 0.38 * stream.normal()
    place = stream.share()
    if place < STRONGHOLD:
        return level + stream.between(1.0, 1.8)
    return level - stream.between(1.0, 1.8) if place > 1 - SORE_SPOT else level
