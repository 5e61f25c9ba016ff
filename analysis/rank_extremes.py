"""The best and worst rank that any weights of the areas could give: exact (definitions 3.3)."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

LOWEST_FACTOR, HIGHEST_FACTOR = 0.7, 1.3  # definitions 3.3
EPSILON = 1e-6  # points that a strict lead has at least; definitions 3.3
LEVEL = 1e-8  # points below which arithmetic cannot tell a lead from a tie
SECONDS_A_SOLVE = 5.0
ROUNDS = 200  # of settling what the solver's tolerances leave open; two are rare
TRIED_CORNERS, TRIED_INSIDE = 1024, 1024
SEED = 20220422

Figures = npt.NDArray[np.float64]
Sets = list[npt.NDArray[np.bool_]]
_stdout_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Extremes:
    """The least and the greatest rank; null where no solution was found in time."""

    best: int | None
    worst: int | None

    @property
    def is_open(self) -> bool:
        """Either of the two was not found."""
        return self.best is None or self.worst is None


def rank_extremes(points: Figures, constant: Figures) -> list[Extremes]:
    """The extremes of each unit, every area factor lying freely in the box.

    `points`: a row a unit, a column an area, all on one maximum; `constant`: what no factor
    moves (bonus and penalty). A unit's rank is 1 + the units strictly ahead.
    """
    tried = _tried_factors(points.shape[1])
    with _without_chatter():
        return [_extremes_of(unit, points, constant, tried) for unit in range(len(points))]


def _extremes_of(unit: int, points: Figures, constant: Figures, tried: Figures) -> Extremes:
    lead = np.delete(points - points[unit], unit, axis=0)
    fixed = np.delete(constant - constant[unit], unit)
    greatest = np.maximum(LOWEST_FACTOR * lead, HIGHEST_FACTOR * lead).sum(axis=1) + fixed
    least = np.minimum(LOWEST_FACTOR * lead, HIGHEST_FACTOR * lead).sum(axis=1) + fixed
    always = least > LEVEL
    may_lead, may_lead_clearly = ~always & (greatest > LEVEL), ~always & (greatest >= EPSILON)
    ahead = fewest_broken(lead[may_lead], fixed[may_lead], tried)
    kept_back = fewest_broken(-lead[may_lead_clearly], EPSILON - fixed[may_lead_clearly], tried)
    before = 1 + int(always.sum())
    return Extremes(
        best=None if ahead is None else before + ahead,
        worst=None if kept_back is None else before + int(may_lead_clearly.sum()) - kept_back,
    )


def fewest_broken(slope: Figures, fixed: Figures, tried: Figures) -> int | None:
    """The least number of rows with slope · f + fixed > 0 that a factor f of the box can leave.

    Factors that were tried give an upper bound; a mixed-integer programme looks for fewer. Its
    tolerances may take a broken row for a whole one, so that its answer is only a lower bound:
    what it claims is checked by a linear programme, and forbidden where it does not hold. None
    where time ran out.
    """
    if not len(slope):
        return 0
    found = int((slope @ tried + fixed[:, None] > LEVEL).sum(axis=0).min())
    forbidden: Sets = []
    for _ in range(ROUNDS):
        if found == 0:
            return 0
        is_in_time, whole = _whole_rows(slope, fixed, at_most=found - 1, forbidden=forbidden)
        if not is_in_time:
            return None
        if whole is None:
            return found
        if _can_hold(slope[whole], fixed[whole]):
            return int((~whole).sum())
        forbidden.append(whole)
    return None


def _whole_rows(
    slope: Figures, fixed: Figures, *, at_most: int, forbidden: Sets
) -> tuple[bool, npt.NDArray[np.bool_] | None]:
    """Whether the solver came to an end, and the rows that stay whole where as few break.

    min Σ z with slope · f + fixed <= most · z, z binary; rows that cannot all stay whole are
    forbidden together.
    """
    # Half a second of loading that only a publication needs.
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows, areas = slope.shape
    most = np.maximum(LOWEST_FACTOR * slope, HIGHEST_FACTOR * slope).sum(axis=1) + fixed
    broken = np.hstack([np.zeros(areas), np.ones(rows)])
    limits = [
        LinearConstraint(np.hstack([slope, -np.diag(most)]), ub=-fixed),
        LinearConstraint(broken[None, :], ub=at_most),
    ]
    for together in forbidden:
        limits.append(LinearConstraint(np.hstack([np.zeros(areas), together])[None, :], lb=1))
    solved = milp(
        broken,
        integrality=broken,
        bounds=Bounds(
            np.hstack([np.full(areas, LOWEST_FACTOR), np.zeros(rows)]),
            np.hstack([np.full(areas, HIGHEST_FACTOR), np.ones(rows)]),
        ),
        constraints=limits,
        options={"time_limit": SECONDS_A_SOLVE, "mip_rel_gap": 0},
    )
    if solved.status == 2:  # infeasible: no factor leaves as few
        return True, None
    if solved.status != 0 or solved.x is None:
        return False, None
    return True, np.asarray(solved.x[areas:] < 0.5)


def _can_hold(slope: Figures, fixed: Figures) -> bool:
    """Whether a factor of the box leaves slope · f + fixed <= 0 in all rows: no binaries here."""
    from scipy.optimize import linprog

    areas = slope.shape[1]
    solved = linprog(
        np.hstack([np.zeros(areas), -1.0]),
        A_ub=np.hstack([slope, np.ones((len(slope), 1))]),
        b_ub=-fixed,
        bounds=[(LOWEST_FACTOR, HIGHEST_FACTOR)] * areas + [(None, None)],
    )
    if solved.x is None:
        return False
    factor = np.clip(solved.x[:areas], LOWEST_FACTOR, HIGHEST_FACTOR)
    return bool((slope @ factor + fixed <= LEVEL).all())


def _tried_factors(areas: int) -> Figures:
    """Corners of the box (all of them, where they are few), points inside it and its middle."""
    random = np.random.default_rng(SEED)
    if 2**areas <= TRIED_CORNERS:
        corners = np.array(list(product((LOWEST_FACTOR, HIGHEST_FACTOR), repeat=areas))).T
    else:
        corners = random.choice((LOWEST_FACTOR, HIGHEST_FACTOR), size=(areas, TRIED_CORNERS))
    inside = random.uniform(LOWEST_FACTOR, HIGHEST_FACTOR, size=(areas, TRIED_INSIDE))
    return np.hstack([corners, inside, np.ones((areas, 1))])


@contextmanager
def _without_chatter() -> Iterator[None]:
    """The solver's own library now and then writes on standard output, where answers stand."""
    with _stdout_lock:
        kept = _stdout_set_aside()
        try:
            yield
        finally:
            if kept is not None:
                os.dup2(kept, 1)
                os.close(kept)


def _stdout_set_aside() -> int | None:
    """Standard output leads nowhere; where it led before. None for a process that has none."""
    if sys.stdout is not None:
        sys.stdout.flush()
    try:
        kept = os.dup(1)
    except OSError:
        return None
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return kept
