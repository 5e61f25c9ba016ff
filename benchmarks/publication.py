"""What a publication works out: the tables of results, the draws, the extremes of ranks."""

from __future__ import annotations

import numpy as np

from analysis.best_practice import write_draws
from analysis.rank_extremes import rank_extremes
from analysis.robustness import write_robustness
from benchmarks.measuring import Measured, measured
from tests.analysis.by_hand import SCHEMA, Release

AREA_MAXIMA = (10, 15, 12, 13, 15, 12, 13, 10)
UNITS_OF_A_CITY = 35


def publication_times(book: Release, *, units: int) -> list[Measured]:
    """The steps in their order, once each: a publication does them once; afterwards the release
    holds all results."""

    def results() -> None:
        for path in sorted((SCHEMA / "results").glob("*.sql")):
            book.connection.execute(path.read_text(encoding="utf-8"))

    steps = (
        ("results", results),
        ("best_practice_draws", lambda: write_draws(book.connection)),
        ("robustness", lambda: write_robustness(book.connection)),
    )
    return [
        measured(work, part="publication", name=name, units=units, runs=1, has_cold=False)
        for name, work in steps
    ]


def extremes_times(*, runs: int) -> Measured:
    """Best and worst rank of 35 units in one group, 8 areas: the largest group of a city."""
    random = np.random.default_rng(5)
    maximum = np.array(AREA_MAXIMA)
    spread = random.normal(0.8, 0.06, size=(UNITS_OF_A_CITY, len(AREA_MAXIMA)))
    points = np.round(maximum * spread, 2)
    return measured(
        lambda: rank_extremes(points, np.zeros(UNITS_OF_A_CITY)),
        part="publication",
        name="rank_extremes",
        units=UNITS_OF_A_CITY,
        runs=runs,
    )
