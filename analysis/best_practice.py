"""How sure a unit's place at the top of an area is: seeded draws of weights (definitions 4.2)."""

from __future__ import annotations

from math import ceil

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analysis.ask import question

DRAWS = 10_000  # definitions 3.2
SEED = 20220422  # the day of plan 108/KH-UBND; any fixed number would do
LOWEST_FACTOR, HIGHEST_FACTOR = 0.75, 1.25  # definitions 4.2
FIGURES = ("maximum_points", "area_percent", "points", "least_points", "greatest_points")

Figures = npt.NDArray[np.float64]


def write_draws(snapshot: duckdb.DuckDBPyConnection) -> None:
    """Every ranked unit's probability of the top quartile stands in `area_draw`, an area a row.

    Deterministic: each area of a year and group starts from the same seed, so that no figure
    hangs on which other areas a release holds.
    """
    leaves = snapshot.sql(question("practice/leaves_for_draws").text).df()
    rows: list[tuple[str, int, str, float, int, int]] = []
    keys = ["year", "ranking_group", "area_code", "area_name"]
    for _, area in leaves.groupby(keys, sort=True):
        year, area_code = int(area["year"].iloc[0]), str(area["area_code"].iloc[0])
        for unit_code, probability in top_quartile_probability(area).items():
            rows.append((unit_code, year, area_code, probability, DRAWS, SEED))
    if rows:
        # A statement a row would take as long as all the draws together.
        names = snapshot.table("area_draw").columns
        columns = [pa.array(values) for values in zip(*rows, strict=True)]
        snapshot.from_arrow(pa.table(columns, names=names)).insert_into("area_draw")


def top_quartile_probability(area: pd.DataFrame, *, draws: int = DRAWS) -> dict[str, float]:
    """Share of draws in which each unit has a rank of at most a quarter of the units, rounded up.

    `area`: the rows of practice/leaves_for_draws of one year, group and area. One factor a leaf
    and draw weighs the leaf for every unit; a disputed leaf lies evenly between its least and
    greatest points. A leaf that does not apply counts with the unit's own share of the area, so
    that nominal weights give exactly its percentage (definitions 3.1, read for an area).
    """
    units, (maximum, own_percent, points, least, greatest) = _grids(area)
    random = np.random.default_rng(SEED)
    factors = random.uniform(LOWEST_FACTOR, HIGHEST_FACTOR, size=(len(points), draws))
    nominal = np.where(np.isnan(points), maximum * own_percent / 100, points)
    # Plain loops: at this size the threads of a linear-algebra library cost more than they gain.
    drawn = np.einsum("lu,ld->ud", np.nan_to_num(nominal), factors)
    weights = np.einsum("lu,ld->ud", np.nan_to_num(maximum), factors)
    for leaf, unit in np.argwhere((greatest > least) & ~np.isnan(points)):
        disputed = random.uniform(least[leaf, unit], greatest[leaf, unit], size=draws)
        drawn[unit] += factors[leaf] * (disputed - points[leaf, unit])
    return _share_at_top(drawn / weights, units)


def _grids(area: pd.DataFrame) -> tuple[list[str], Figures]:
    """The units, and each of FIGURES with a row a leaf and a column a unit; not a number where
    there is none."""
    leaves, leaf = np.unique(area["criterion_code"].to_numpy(dtype=object), return_inverse=True)
    units, unit = np.unique(area["unit_code"].to_numpy(dtype=object), return_inverse=True)
    grids = np.full((len(FIGURES), len(leaves), len(units)), np.nan)
    grids[:, leaf, unit] = area[[*FIGURES]].to_numpy(dtype="float64").T
    return [str(code) for code in units], grids


def _share_at_top(figures: Figures, units: list[str]) -> dict[str, float]:
    """Ties share the better rank: what counts is how many are strictly ahead."""
    figures = np.round(figures, 12)  # equal units stay equal whatever the order of summing
    last_at_top = ceil(len(units) / 4)
    threshold = -np.partition(-figures, last_at_top - 1, axis=0)[last_at_top - 1]
    shares = (figures >= threshold).mean(axis=1)
    return {unit: float(share) for unit, share in zip(units, shares, strict=True)}
