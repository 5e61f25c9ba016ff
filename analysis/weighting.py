"""Other weights of the areas, and what they would do to the ranks (definitions 3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.robustness import DECIMALS
from analysis.rows import Row, Rows

LEAST_FACTOR, GREATEST_FACTOR = 0.5, 2.0  # ours: half to double, wider than any draw of ours
NOMINAL = 1.0

Factors = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AreaWeight:
    """An area of a group's set with its factor, and its share of the whole before and after."""

    area_code: str
    area_name: str
    factor: float
    nominal_share: float
    share: float


def area_weights(parts: Rows, factors: Factors) -> list[AreaWeight]:
    """The areas in the order of the set, from the answer to `area_parts` of one group.

    Shares of the maximum of the first unit: all of a group stand on one set, as a rule.
    """
    if not parts:
        return []
    of_one = [row for row in parts if row["unit_code"] == parts[0]["unit_code"]]
    whole = sum(row["maximum_points"] for row in of_one)
    weighted = sum(row["maximum_points"] * _factor(row, factors) for row in of_one)
    return [
        AreaWeight(
            area_code=row["area_code"],
            area_name=row["area_name"],
            factor=_factor(row, factors),
            nominal_share=row["maximum_points"] / whole,
            share=row["maximum_points"] * _factor(row, factors) / weighted,
        )
        for row in of_one
    ]


def reweighted(parts: Rows, factors: Factors) -> list[Row]:
    """One row a unit in the order of the new ranks: rank and figure, now and with the factors.

    A factor multiplies the area's points and its maximum for every unit; an area that is not
    named keeps its weight. weighted_percent = 100 × (Σ factor · points + constant) / Σ factor ·
    maximum. `rank_gain` is positive where a unit comes forward; ties share the better rank.
    """
    units = list(dict.fromkeys(row["unit_code"] for row in parts))
    figures = {
        unit: _figure([r for r in parts if r["unit_code"] == unit], factors) for unit in units
    }
    first = {row["unit_code"]: row for row in reversed(parts)}
    moved: list[Row] = []
    for unit in units:
        rank = 1 + sum(1 for figure in figures.values() if figure > figures[unit])
        moved.append(
            {
                "unit_code": unit,
                "unit_name": first[unit]["unit_name"],
                "short_name": first[unit]["short_name"],
                "rank": first[unit]["rank"],
                "weighted_rank": rank,
                "rank_gain": first[unit]["rank"] - rank,
                "ranking_percent": first[unit]["ranking_percent"],
                "weighted_percent": figures[unit],
            }
        )
    return sorted(moved, key=lambda row: (row["weighted_rank"], row["rank"], row["unit_code"]))


def _figure(parts: Rows, factors: Factors) -> float:
    points = sum(row["points"] * _factor(row, factors) for row in parts)
    maximum = sum(row["maximum_points"] * _factor(row, factors) for row in parts)
    figure: float = 100 * (points + parts[0]["constant_points"]) / maximum
    return round(figure, DECIMALS)


def _factor(row: Row, factors: Factors) -> float:
    return factors.get(row["area_code"], NOMINAL)
