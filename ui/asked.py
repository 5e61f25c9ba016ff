"""What a page asks of a release: one frozen value, a key of every cached answer."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from analysis.questions import MINIMUM_PROBABILITY, MINIMUM_Z, RISK_WEIGHTS


class Filter(StrEnum):
    """A filter that pages share, by its key in the URL; a reform area takes that of an area."""

    YEAR = "year"
    GROUP = "group"
    UNIT = "unit"
    UNITS = "units"
    AREA = "area"
    REFORM_AREA = "reform_area"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked; null and empty mean: all. `unit` is one, `units` those side by side.

    The minima judge candidates (definitions 4.2), the weights where a team should go next.
    `as_of` null: deadlines are judged against the release's own day.
    """

    book: str
    release: str
    year: int | None = None
    group: str | None = None
    unit: str | None = None
    units: tuple[str, ...] = ()
    area: str | None = None
    minimum_z: float = MINIMUM_Z
    minimum_probability: float = MINIMUM_PROBABILITY
    risk_weights: tuple[float, ...] = RISK_WEIGHTS
    as_of: datetime.date | None = None
