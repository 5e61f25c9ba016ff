"""Whether the years of a unit go one way, tested; from five years on (design 6).

The years are chained over linked criteria: each year's change on what can be compared is added to
the first year's percentage, so that a new criteria set is no rise and no fall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from analysis.comparisons import YEARS_OF_A_TREND
from analysis.rows import Row

SIGNIFICANT = 0.05  # the usual level; ours


class Direction(StrEnum):
    """Where a series goes, as far as a test can tell."""

    UP = "up"
    DOWN = "down"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Trend:
    """`total_change` in percentage points from the first year to the last; `p_value` two-sided."""

    first_year: int
    last_year: int
    total_change: float
    p_value: float
    direction: Direction


def trend_of(changes: Sequence[Row]) -> Trend | None:
    """The trend over one unit's rows of `changes` (whole set, one a year); None below five
    consecutive years.

    Mann-Kendall: Kendall's tau of the years and the chained percentages, exact p where no two
    years are level (Mann 1945; Kendall 1975).
    """
    steps = _newest_run([row for row in changes if row["percent_change"] is not None])
    if len(steps) + 1 < YEARS_OF_A_TREND:
        return None
    from scipy.stats import kendalltau  # slow to import, and seldom needed

    moved = [float(row["percent_change"]) for row in steps]
    series = list(accumulate(moved, initial=float(steps[0]["percent_before"])))
    found = kendalltau(range(len(series)), series)
    return Trend(
        first_year=steps[0]["year"] - 1,
        last_year=steps[-1]["year"],
        total_change=series[-1] - series[0],
        p_value=float(found.pvalue),
        direction=_direction(float(found.statistic), float(found.pvalue)),
    )


def _newest_run(steps: Sequence[Row]) -> list[Row]:
    """The consecutive years up to the newest."""
    ordered = sorted(steps, key=lambda row: row["year"])
    start = len(ordered) - 1
    while start > 0 and ordered[start - 1]["year"] == ordered[start]["year"] - 1:
        start -= 1
    return ordered[max(start, 0) :]


def _direction(tau: float, p_value: float) -> Direction:
    if not p_value < SIGNIFICANT:
        return Direction.UNCLEAR
    return Direction.UP if tau > 0 else Direction.DOWN
