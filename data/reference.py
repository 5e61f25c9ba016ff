"""What a book already knows when a workbook comes in: units, criteria sets, inspections."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class UnitKnown:
    """A unit with every spelling that workbooks use; `groups` maps a year to its ranking group.

    A group of None means that the unit has none in that year ('không xếp hạng' keeps the group
    where it is known and sets `ranked_years` accordingly).
    """

    unit_code: str
    unit_name: str
    unit_kind: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    spellings: tuple[str, ...]
    groups: Mapping[int, str | None]
    ranked_years: frozenset[int]


@dataclass(frozen=True, slots=True)
class CriterionKnown:
    """A node of a criteria set, in the order of the set."""

    criterion_code: str
    parent_code: str | None
    area_code: str
    criterion_name: str
    maximum_points: Decimal | None
    section: str
    is_survey: bool
    is_leaf: bool
    reform_area: str | None = None


@dataclass(frozen=True, slots=True)
class InspectionKnown:
    """A visit of the programme, for registers that name it."""

    inspection_id: str
    unit_code: str
    year: int
    held_on: datetime.date | None
    conclusion_number: str | None
    conclusion_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class Reference:
    """What resolving needs. `criteria` is keyed by (year, unit kind)."""

    units: tuple[UnitKnown, ...] = ()
    criteria: Mapping[tuple[int, str], tuple[CriterionKnown, ...]] = field(default_factory=dict)
    inspections: tuple[InspectionKnown, ...] = ()
