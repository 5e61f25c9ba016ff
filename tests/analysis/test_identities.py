"""The identities hold in releases made up at random, and notice a release that lies."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.by_hand import NOT_APPLICABLE, Release
from tests.analysis.identities import assert_identities, broken

LEAVES = {"I.1": 1, "I.2": 2.5, "II.1": 0.75, "II.2": 4, "III.1": 2, "bonus.1": 1, "penalty.1": 1}
STATES = (None, "no_plan", "in_progress", "reported", "done", "partly_done", "cannot_be_done")


def any_release(seed: int) -> Release:
    """Five units of two groups over three years, with gaps, ties, registers and all links."""
    chance = random.Random(seed)
    book = Release()
    for number in range(5):
        book.unit(f"U{number}", group="AB"[number % 2], is_ranked=chance.random() > 0.1)
    for year in (2020, 2021, 2022):
        book.framework(
            year, LEAVES, survey=("III.1",) if chance.random() < 0.7 else (),
            ranks_adjusted=chance.random() < 0.3,
        )  # fmt: skip
        for code in LEAVES if year < 2022 else ():
            if not code.startswith(("bonus", "penalty")):
                _link(book, chance, year, code)
        for number in range(5):
            _score(book, chance, f"U{number}", year)
    return book


def _link(book, chance, year, code):
    kind = chance.choice(["unchanged"] * 5 + ["dropped", "merged", "split", None])
    if kind in ("unchanged", "split"):
        book.link(year, code, code, kind)
    if kind in ("merged", "split"):
        book.link(year, code, "I.2", kind)
    if kind == "dropped":
        book.link(year, code, None, kind)


def _score(book, chance, unit, year):
    state = chance.choice(["verified"] * 6 + ["self_assessed", "absent", "partly"])
    for code, maximum in LEAVES.items() if state != "absent" else ():
        points = chance.choice([maximum, maximum, maximum / 2, 0])
        kind = "self_assessed" if state == "self_assessed" else "verified_2"
        if code == "III.1":
            kind = "survey" if chance.random() < 0.9 else kind
        value = NOT_APPLICABLE if chance.random() < 0.1 else points
        if state != "partly" or chance.random() < 0.8:
            book.scores(unit, year, {code: value}, kind)
        if chance.random() < 0.3 and not code.startswith(("bonus", "penalty")):
            book.remediation(
                unit, year, code, reported_state=chance.choice(STATES), lost_points=0.5
            )


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6))
def test_the_identities_hold_in_any_release(seed):
    assert_identities(any_release(seed).finish())


def test_the_identities_hold_in_the_small_release(small_release):
    assert_identities(small_release)


def test_a_release_that_lies_is_noticed():
    release = any_release(1).finish()
    release.execute("update unit_result set rank = rank + 1, points = points - 0.1 where rank = 1")
    assert {
        "the areas of a unit add up to it",
        "a rank is one more than the units strictly ahead",
    } <= set(broken(release))
