"""ASEM: leave-one-out, intervals and extremes of 51 countries, derived a second way.

COINr's package holds the scores and ranks that its authors published, but no figures of its
sensitivity analysis. So they are worked out here anew from the published indicators alone: plain
means of pillars, another random generator, and the mixed-integer programme as the definition
writes it, without any pruning.
"""

from __future__ import annotations

from collections import defaultdict
from math import sqrt

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from analysis.publication import enrich
from analysis.questions import Filters, answer
from analysis.rows import rows_of
from data.books import Book
from data.importing import import_workbooks
from data.publishing import publish
from data.releases import open_release
from data.store import Store
from tests.cli.indices import PILLAR_POINTS, asem, lines_of

DRAWS = 10_000
EPSILON = 1e-6
ERRORS = 4 * sqrt(2)  # four standard errors of the difference of two estimates


@pytest.fixture(scope="module")
def asem_release(tmp_path_factory):
    """The index, imported and published like an office's own."""
    place = tmp_path_factory.mktemp("asem")
    store = Store(place / "store")
    workbooks, _ = asem(place)
    assert not import_workbooks(store, Book.REAL, workbooks, by="test").is_refused
    told = publish(store, Book.REAL, by="test", enrich=enrich)
    return open_release(store, Book.REAL, told.release_id)


@pytest.fixture(scope="module")
def robustness(asem_release):
    return {
        row["unit_code"]: row for row in rows_of(answer(asem_release, "robustness", Filters(2018)))
    }


def pillars():
    """Countries, pillars, and points by pillar: a pillar's mean of 0 to 100 times its weight."""
    indicators = defaultdict(list)
    weights = {}
    for line in lines_of("asem_structure.csv"):
        indicators[line["Agg1"]].append(line["IndCode"])
        weights[line["Agg1"]] = PILLAR_POINTS[line["Agg2"]]
    lines = lines_of("asem_normalised.csv")
    points = np.array(
        [
            [
                weights[pillar] * np.mean([float(line[code]) for code in codes]) / 100
                for pillar, codes in indicators.items()
            ]
            for line in lines
        ]
    )
    maxima = np.array([weights[pillar] for pillar in indicators], dtype=float)
    return [line["UnitCode"] for line in lines], [*indicators], points, maxima


def ranks_of(figures):
    """A row a unit; ties share the better rank."""
    rounded = np.round(figures, 7)
    return 1 + (rounded[None, :] > rounded[:, None]).sum(axis=1)


def test_the_nominal_order_is_the_published_one(robustness):
    units, _, points, maxima = pillars()
    published = {line["UnitCode"]: int(float(line["Rank"])) for line in lines_of("asem_scores.csv")}
    assert dict(zip(units, ranks_of(points.sum(axis=1) / maxima.sum()), strict=True)) == published
    assert {code: row["rank"] for code, row in robustness.items()} == published


def test_each_pillar_left_out_gives_the_ranks_of_plain_means(robustness):
    units, names, points, maxima = pillars()
    codes = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
    for place in range(len(names)):
        rest = np.delete(points, place, axis=1).sum(axis=1) / np.delete(maxima, place).sum()
        expected = dict(zip(units, ranks_of(rest), strict=True))
        found = {code: row["ranks_without_area"][codes[place]] for code, row in robustness.items()}
        assert found == expected, names[place]


@pytest.fixture(scope="module")
def drawn():
    """Percentages under drawn factors, a row a country: another generator, other seeds."""
    _, _, points, maxima = pillars()
    factors = np.random.RandomState(7).uniform(0.75, 1.25, size=(DRAWS, len(maxima))).T
    return np.round(100 * (points @ factors) / (maxima @ factors), 9)


def test_the_intervals_are_those_of_another_generator(robustness, drawn):
    units, *_ = pillars()
    near = ERRORS * sqrt(0.05 * 0.95 / DRAWS)
    for place, code in enumerate(units):
        ranks = 1 + (drawn > drawn[place]).sum(axis=0)
        for end, share in (("rank_low", 0.05), ("rank_high", 0.95)):
            found = robustness[code][end]
            assert (ranks <= found).mean() >= share - near, (code, end)
            assert (ranks <= found - 1).mean() < share + near, (code, end)
        at_top = (ranks <= 13).mean()  # a quarter of 51, rounded up
        error = ERRORS * sqrt(max(at_top * (1 - at_top), 0.001) / DRAWS)
        assert abs(robustness[code]["top_quartile_probability"] - at_top) <= error, code


def test_who_is_ahead_is_as_likely_with_another_generator(asem_release, drawn):
    units, *_ = pillars()
    place = {code: number for number, code in enumerate(units)}
    near = ERRORS * sqrt(0.25 / DRAWS)
    told = rows_of(answer(asem_release, "pairs", Filters(2018)))
    assert len(told) == 51 * 50
    for row in told:
        one, other = drawn[place[row["unit_code"]]], drawn[place[row["other_unit_code"]]]
        expected = (one > other).mean() + (one == other).mean() / 2
        assert abs(row["probability_ahead"] - expected) <= near


def as_defined(points, unit):
    """Definition 3.3 word for word: every rival in the programme, none pruned."""
    lead = np.delete(points - points[unit], unit, axis=0)
    rivals, areas = lead.shape
    most = np.maximum(0.7 * lead, 1.3 * lead).sum(axis=1)
    least = np.minimum(0.7 * lead, 1.3 * lead).sum(axis=1)
    bounds = Bounds(
        np.hstack([np.full(areas, 0.7), np.zeros(rivals)]),
        np.hstack([np.full(areas, 1.3), np.ones(rivals)]),
    )
    ahead = np.hstack([np.zeros(areas), np.ones(rivals)])
    # best: D·f <= U z; worst: D·f >= e − (e − L)(1 − z), that is D·f − (e − L) z >= L
    best = LinearConstraint(np.hstack([lead, -np.diag(np.maximum(most, 0))]), ub=0)
    worst = LinearConstraint(np.hstack([lead, -np.diag(EPSILON - least)]), lb=least)
    exact = {"mip_rel_gap": 0}
    fewest = milp(ahead, integrality=ahead, bounds=bounds, constraints=best, options=exact)
    greatest = milp(-ahead, integrality=ahead, bounds=bounds, constraints=worst, options=exact)
    return 1 + round(fewest.fun), 1 + round(-greatest.fun)


def test_the_extremes_are_those_of_the_programme_as_it_is_defined(robustness):
    units, _, points, _ = pillars()
    for place in range(0, len(units), 9):
        row = robustness[units[place]]
        assert (row["rank_best"], row["rank_worst"]) == as_defined(points, place), units[place]


def test_no_corner_of_the_box_beats_the_extremes(robustness):
    units, _, points, maxima = pillars()
    corners = np.array(np.meshgrid(*[[0.7, 1.3]] * len(maxima))).reshape(len(maxima), -1)
    figures = np.round(points @ corners, 9)
    for place, code in enumerate(units):
        ranks = 1 + (figures > figures[place]).sum(axis=0)
        assert robustness[code]["rank_best"] <= ranks.min()
        assert robustness[code]["rank_worst"] >= ranks.max()
