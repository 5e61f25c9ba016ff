"""How sure a unit's place at the top of an area is: seeded draws of weights (definitions 4.2)."""

from __future__ import annotations

from math import ceil

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.ask import ask

DRAWS = 10_000  # definitions 3.2
SEED = 20220422  # the day of plan 108/KH-UBND; any fixed number would do
LOWEST_FACTOR, HIGHEST_FACTOR = 0.75, 1.25  # definitions 4.2

Figures = npt.NDArray[np.float64]


def write_draws(snapshot: duckdb.DuckDBPyConnection) -> None:
    """Every ranked unit's probability of the top quartile stands in `area_draw`, an area a row.

    Deterministic: each area of a year and group starts from the same seed, so that no figure
    hangs on which other areas a release holds.
    """
    leaves = ask(snapshot, "practice/leaves_for_draws").astype(
        dict.fromkeys(
            ("points", "maximum_points", "least_points", "greatest_points", "area_percent"),
            "float64",
        )
    )
    rows: list[tuple[str, int, str, float, int, int]] = []
    keys = ["year", "ranking_group", "area_code", "area_name"]
    for _, area in leaves.groupby(keys, sort=True):
        year, area_code = int(area["year"].iloc[0]), str(area["area_code"].iloc[0])
        for unit_code, probability in top_quartile_probability(area).items():
            rows.append((unit_code, year, area_code, probability, DRAWS, SEED))
    if rows:
        snapshot.executemany("insert into area_draw values (?, ?, ?, ?, ?, ?)", rows)


def top_quartile_probability(area: pd.DataFrame, *, draws: int = DRAWS) -> dict[str, float]:
    """Share of draws in which each unit has a rank of at most a quarter of the units, rounded up.

    `area`: the rows of practice/leaves_for_draws of one year, group and area. One factor a leaf
    and draw weighs the leaf for every unit; a disputed leaf lies evenly between its least and
    greatest points. A leaf that does not apply counts with the unit's own share of the area, so
    that nominal weights give exactly its percentage (definitions 3.1, read for an area).
    """
    units = sorted(area["unit_code"].unique())
    drawn_points = np.zeros((draws, len(units)))
    drawn_maximum = np.zeros((draws, len(units)))
    random = np.random.default_rng(SEED)
    for _, leaf in area.groupby(["position", "criterion_code"], sort=True):
        factor = random.uniform(LOWEST_FACTOR, HIGHEST_FACTOR, size=(draws, 1))
        by_unit = leaf.set_index("unit_code").reindex(units)
        maximum = by_unit["maximum_points"].fillna(0.0).to_numpy()
        drawn_points += factor * _drawn(by_unit, random, draws)
        drawn_maximum += factor * maximum
    return _share_at_top(drawn_points / drawn_maximum, units)


def _drawn(leaf: pd.DataFrame, random: np.random.Generator, draws: int) -> Figures:
    """Points of a leaf, a row a draw and a column a unit; one row where nothing is disputed."""
    own_share = (leaf["maximum_points"] * leaf["area_percent"] / 100).fillna(0.0)
    points: Figures = leaf["points"].fillna(own_share).to_numpy()[np.newaxis, :]
    least = leaf["least_points"].to_numpy()
    greatest = leaf["greatest_points"].to_numpy()
    disputed = np.flatnonzero((greatest > least) & leaf["points"].notna().to_numpy())
    if not len(disputed):
        return points
    points = np.repeat(points, draws, axis=0)
    points[:, disputed] = random.uniform(
        least[disputed], greatest[disputed], size=(draws, len(disputed))
    )
    return points


def _share_at_top(figures: Figures, units: list[str]) -> dict[str, float]:
    """Ties share the better rank: what counts is how many are strictly ahead."""
    figures = np.round(figures, 12)  # equal units stay equal whatever the order of summing
    last_at_top = ceil(len(units) / 4)
    threshold = -np.partition(-figures, last_at_top - 1, axis=1)[:, last_at_top - 1]
    shares = (figures >= threshold[:, np.newaxis]).mean(axis=0)
    return {unit: float(share) for unit, share in zip(units, shares, strict=True)}
