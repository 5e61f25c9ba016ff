"""How much a rank hangs on weights and on disputed points: seeded draws (definitions 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analysis.ask import question
from analysis.rank_extremes import Extremes, rank_extremes

DRAWS = 10_000  # definitions 3.2
SEED = 20220422  # the day of plan 108/KH-UBND; any fixed number would do
LOWEST_FACTOR, HIGHEST_FACTOR = 0.75, 1.25  # definitions 3.2
LOW_SHARE, HIGH_SHARE = 0.05, 0.95  # percentiles of the drawn ranks; definitions 3.2
DECIMALS = 9  # of a percentage: equal units stay equal whatever the order of summing

Figures = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Group:
    """The ranked units of a group in a year, on one maximum by area.

    `points` and `maximum`: a row a unit, a column an area. A leaf that does not apply counts with
    the unit's own index share (definitions 3.1). `constant`: bonus less penalty where the rank
    follows the adjusted figure; no factor of an area moves it. It stands on the same maximum as
    the points, so that nominal weights give exactly the figure that ranks. `leaves`: what may
    move by itself, with `unit` and `area` as places in the grids.
    """

    units: list[str]
    areas: list[str]
    points: Figures
    maximum: Figures
    constant: Figures
    leaves: pd.DataFrame
    is_one_set: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the draws say of each unit, and of each pair (a row a unit, a column the other)."""

    rank_low: Counts
    rank_high: Counts
    top_quartile_probability: Figures
    probability_ahead: Figures


def write_robustness(snapshot: duckdb.DuckDBPyConnection) -> None:
    """Every ranked unit's row stands in `robustness_result`, every pair's in `pair_result`.

    Deterministic: each group of a year starts from the same seed, so that no figure hangs on
    which other groups a release holds.
    """
    leaves = snapshot.sql(question("scores/leaves_for_robustness").text).df()
    results: list[dict[str, object]] = []
    pairs: list[dict[str, object]] = []
    for (year, _), told in leaves.groupby(["year", "ranking_group"], sort=True):
        group = group_of(told)
        drawn = draw(group)
        results += _results(int(year), group, drawn)
        pairs += _pairs(int(year), group, drawn)
    _insert(snapshot, "robustness_result", results)
    _insert(snapshot, "pair_result", pairs)


def group_of(leaves: pd.DataFrame) -> Group:
    """The grids of the rows of scores/leaves_for_robustness of one year and ranking group."""
    units, unit = np.unique(leaves["unit_code"].to_numpy(dtype=object), return_inverse=True)
    places = leaves.sort_values(["area_position", "area_code"])["area_code"]
    areas = list(dict.fromkeys(places))
    area = leaves["area_code"].map({code: place for place, code in enumerate(areas)}).to_numpy()
    leaves = leaves.assign(unit=unit, area=area)
    full = leaves["maximum_points"].to_numpy(dtype="float64")
    own_share = full * leaves["index_percent"].to_numpy(dtype="float64") / 100
    points = leaves["points"].to_numpy(dtype="float64")
    nominal, maximum = (np.zeros((len(units), len(areas))) for _ in range(2))
    np.add.at(nominal, (unit, area), np.where(np.isnan(points), own_share, points))
    np.add.at(maximum, (unit, area), full)
    first = leaves.groupby("unit").first()
    above = (first["ranking_percent"] - first["index_percent"]).to_numpy(dtype="float64")
    return Group(
        units=[str(code) for code in units],
        areas=[str(code) for code in areas],
        points=nominal,
        maximum=maximum,
        constant=above / 100 * maximum.sum(axis=1),
        leaves=leaves[~np.isnan(points)],
        is_one_set=len(set(leaves["framework_id"])) == 1,
    )


def draw(group: Group, *, draws: int = DRAWS) -> Drawn:
    """Ranks and pairs over seeded draws of area factors, disputed points and samples.

    One factor U(0.75, 1.25) an area and draw multiplies that area's points and maximum for every
    unit. Ties share the better rank; percentiles by nearest rank.
    """
    figures = _figures(group, draws)
    count = len(group.units)
    ranks = np.empty((count, draws), dtype=np.int64)
    ahead = np.empty((count, count))
    for unit in range(count):
        leads = figures > figures[unit]
        ranks[unit] = 1 + leads.sum(axis=0)
        ahead[:, unit] = leads.mean(axis=1) + (figures == figures[unit]).mean(axis=1) / 2
    return Drawn(
        rank_low=nearest_rank(ranks, LOW_SHARE),
        rank_high=nearest_rank(ranks, HIGH_SHARE),
        top_quartile_probability=(ranks <= ceil(count / 4)).mean(axis=1),
        probability_ahead=ahead,
    )


def nearest_rank(drawn: Counts, share: float) -> Counts:
    """The percentile of each row: the smallest value that at least this share does not exceed."""
    place = max(ceil(round(share * drawn.shape[1], 6)), 1) - 1
    return np.partition(drawn, place, axis=1)[:, place]


def _figures(group: Group, draws: int) -> Figures:
    """The percentage that ranks, a row a unit, a column a draw."""
    random = np.random.default_rng(SEED)
    factors = random.uniform(LOWEST_FACTOR, HIGHEST_FACTOR, size=(len(group.areas), draws))
    # Plain loops: at this size the threads of a linear-algebra library cost more than they gain.
    drawn = np.einsum("ua,ad->ud", group.points, factors) + group.constant[:, None]
    weights = np.einsum("ua,ad->ud", group.maximum, factors)
    for unit, area, points, least, greatest in _disputed(group.leaves):
        moved = random.uniform(least, greatest, size=draws) - points
        drawn[unit] += factors[area] * moved
    for unit, area, points, maximum, forms in _sampled(group.leaves):
        share = points / maximum
        shares = random.normal(share, np.sqrt(share * (1 - share) / forms), size=draws)
        drawn[unit] += factors[area] * (np.clip(shares, 0, 1) * maximum - points)
    figures: Figures = np.round(100 * drawn / weights, DECIMALS)
    return figures


def _disputed(leaves: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Leaves of which round 1, explanation and round 2 hold different points."""
    columns = ["unit", "area", "points", "least_points", "greatest_points"]
    differ = leaves["greatest_points"] > leaves["least_points"]
    return iter(leaves.loc[differ, columns].itertuples(index=False, name=None))


def _sampled(leaves: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Leaves of a survey that says how many forms it stands on."""
    columns = ["unit", "area", "points", "maximum_points", "forms_count"]
    asked = leaves["forms_count"] > 0
    return iter(leaves.loc[asked, columns].itertuples(index=False, name=None))


def ranks_without_area(group: Group) -> list[dict[str, int]]:
    """Of each unit: code of an area -> rank where the area is dropped for all (definitions 3.4)."""
    found: list[dict[str, int]] = [{} for _ in group.units]
    for place, area in enumerate(group.areas):
        maximum = np.delete(group.maximum, place, axis=1).sum(axis=1)
        if not maximum.all():
            continue
        points = np.delete(group.points, place, axis=1).sum(axis=1) + group.constant
        figures = np.round(100 * points / maximum, DECIMALS)
        for unit, ranks in enumerate(found):
            ranks[area] = 1 + int((figures > figures[unit]).sum())
    return found


def _results(year: int, group: Group, drawn: Drawn) -> list[dict[str, object]]:
    extremes = [Extremes(None, None)] * len(group.units)
    if group.is_one_set:  # else no linear programme says who is ahead
        extremes = rank_extremes(group.points, group.constant)
    reason = "out_of_time" if group.is_one_set else "different_sets"
    return [
        {
            "unit_code": unit,
            "year": year,
            "unit_count": len(group.units),
            "rank_low": int(drawn.rank_low[place]),
            "rank_high": int(drawn.rank_high[place]),
            "rank_best": extremes[place].best,
            "rank_worst": extremes[place].worst,
            "rank_extremes_reason": reason if extremes[place].is_open else None,
            "top_quartile_probability": float(drawn.top_quartile_probability[place]),
            "ranks_without_area": list(without.items()),
            "draw_count": DRAWS,
            "seed": SEED,
        }
        for place, (unit, without) in enumerate(
            zip(group.units, ranks_without_area(group), strict=True)
        )
    ]


def _pairs(year: int, group: Group, drawn: Drawn) -> list[dict[str, object]]:
    return [
        {
            "unit_code": unit,
            "other_unit_code": other,
            "year": year,
            "probability_ahead": float(drawn.probability_ahead[place, other_place]),
            "draw_count": DRAWS,
            "seed": SEED,
        }
        for place, unit in enumerate(group.units)
        for other_place, other in enumerate(group.units)
        if unit != other
    ]


MAPS = pa.map_(pa.string(), pa.int32())


def _insert(snapshot: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    arrays = {
        name: pa.array(values, MAPS if name == "ranks_without_area" else None)
        for name, values in columns.items()
    }
    snapshot.from_arrow(pa.table(arrays)).insert_into(table)
