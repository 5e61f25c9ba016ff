"""Best and worst ranks: hand-worked cases, and every corner of small cases (definitions 3.3)."""

from __future__ import annotations

import os
from itertools import combinations

import numpy as np
import pytest

from analysis import rank_extremes as extremes
from analysis.rank_extremes import EPSILON, HIGHEST_FACTOR, LOWEST_FACTOR, rank_extremes

EXACT = 1e-9


def told(*points: tuple[float, ...], constant: tuple[float, ...] = ()):
    found = rank_extremes(np.array(points, dtype=float), np.array(constant or [0.0] * len(points)))
    return [(one.best, one.worst) for one in found]


def test_weights_that_can_turn_two_units_round_give_both_ranks():
    assert told((8, 6), (7, 7)) == [(1, 2), (1, 2)]


def test_a_lead_that_no_weights_can_take_stays():
    # (7, 7) - (9, 6) = (-2, 1): at most -2 * 0.7 + 1 * 1.3 = -0.1
    assert told((9, 6), (7, 7)) == [(1, 1), (2, 2)]


def test_who_is_level_is_not_ahead():
    assert told((5, 5), (5, 5), (5, 5)) == [(1, 1), (1, 1), (1, 1)]


def test_two_rivals_that_lead_only_against_each_other_are_never_both_ahead():
    # (1, -1) and (-1, 1): level where the factors are equal, else one of them leads.
    assert told((5, 5), (6, 4), (4, 6))[0] == (1, 2)


def test_three_rivals_of_which_any_two_can_lead_put_a_unit_third():
    points = (5, 5, 5), (6, 4.4, 4.4), (4.4, 6, 4.4), (4.4, 4.4, 6)
    assert told(*points)[0] == (1, 3)


def test_bonus_points_move_with_no_factor():
    # 8 + 0 against 6 + 2.5: at the factor 1.3 10.4 > 10.3, at 0.7 5.6 < 6.7
    assert told((8,), (6,), constant=(0, 2.5)) == [(1, 2), (1, 2)]
    assert told((8,), (6,), constant=(0, 2.7)) == [(2, 2), (1, 1)]


def test_a_unit_alone_is_first():
    assert told((5, 5)) == [(1, 1)]


def by_every_corner(unit: int, points, constant) -> tuple[int, int]:
    """Closed conditions are met at a corner of the planes on which somebody's lead turns."""
    lead = np.delete(points - points[unit], unit, axis=0)
    fixed = np.delete(constant - constant[unit], unit)
    areas = points.shape[1]
    ends = [LOWEST_FACTOR, HIGHEST_FACTOR]
    faces = [(row, end) for row in np.eye(areas) for end in ends]
    level = [*faces, *zip(lead, -fixed, strict=True)]
    clear = [*faces, *zip(lead, EPSILON - fixed, strict=True)]
    ahead = [(lead @ f + fixed > EXACT).sum() for f in corners(level, areas)]
    clearly = [(lead @ f + fixed >= EPSILON - EXACT).sum() for f in corners(clear, areas)]
    return 1 + int(min(ahead)), 1 + int(max(clearly))


def corners(planes, areas):
    for chosen in combinations(planes, areas):
        rows = np.array([row for row, _ in chosen])
        if abs(np.linalg.det(rows)) > EXACT:
            factor = np.linalg.solve(rows, np.array([value for _, value in chosen]))
            if ((factor >= LOWEST_FACTOR - EXACT) & (factor <= HIGHEST_FACTOR + EXACT)).all():
                yield factor


@pytest.mark.parametrize("seed", range(40))
def test_no_corner_of_a_small_case_beats_the_programme(seed, monkeypatch):
    if seed % 2:  # without lucky tries the programme has to find all by itself
        monkeypatch.setattr(extremes, "_tried_factors", lambda areas: np.ones((areas, 1)))
    random = np.random.default_rng(seed)
    areas = 2 + seed % 2
    points = random.integers(0, 5, size=(7, areas)) / 2  # coarse: ties are many
    constant = random.integers(0, 2, size=7) * (seed % 3 == 0) / 4
    found = rank_extremes(points, constant)
    assert [(one.best, one.worst) for one in found] == [
        by_every_corner(unit, points, constant) for unit in range(7)
    ]


def test_no_draw_beats_the_programme_in_a_case_of_real_size():
    random = np.random.default_rng(5)
    maximum = np.array([10, 15, 12, 13, 15, 12, 13, 10])
    points = np.round(maximum * random.normal(0.8, 0.06, size=(20, 8)), 2)
    factors = random.choice([LOWEST_FACTOR, HIGHEST_FACTOR], size=(8, 4000))
    figures = points @ factors
    for unit, found in enumerate(rank_extremes(points, np.zeros(20))):
        ranks = 1 + (figures > figures[unit] + EXACT).sum(axis=0)
        assert found.best <= ranks.min()
        assert ranks.max() <= found.worst


def test_no_solution_in_time_is_none_never_a_sampled_rank(monkeypatch):
    monkeypatch.setattr(extremes, "_tried_factors", lambda areas: np.ones((areas, 1)))
    monkeypatch.setattr(extremes, "_whole_rows", lambda *_, **__: (False, None))
    assert told((5, 5), (6, 4.2), (3.8, 5.9))[0] == (None, None)


def test_what_the_solver_says_stays_off_standard_output(capfd, monkeypatch):
    monkeypatch.setattr(extremes, "fewest_broken", lambda *_: os.write(1, b"HighsMip") and 0)
    told((8, 6), (7, 7))
    os.write(1, b"answer")
    assert capfd.readouterr().out == "answer"
