"""Ranks under draws, without an area, and pairs (definitions 3.1, 3.2, 3.4)."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.questions import Filters, answer
from analysis.robustness import DRAWS, SEED, nearest_rank
from analysis.rows import rows_of
from tests.analysis.asking import rows
from tests.analysis.by_hand import DEPARTMENT, NOT_APPLICABLE, Release

RANKS = ("unit_code", "rank", "rank_low", "rank_high", "rank_best", "rank_worst")
CLOSE = 0.02  # four standard errors of a share of 10,000 draws


def book_of(points: dict[str, dict[str, float | str]], leaves=None, **values) -> Release:
    book = Release()
    for code in points:
        book.unit(code)
    book.framework(2021, leaves or {"I.1": 10, "II.1": 10}, **values)
    for code, told in points.items():
        book.scores(code, 2021, told)
    return book


def ahead(book: Release, one: str = "301", other: str = "302") -> float:
    told = rows(book.finish(), "pairs", "probability_ahead", unit_codes=(one, other))
    return float(told[0][0])


def without(release) -> list[tuple[object, dict[str, int]]]:
    return [
        (row["unit_code"], row["ranks_without_area"])
        for row in rows_of(answer(release, "robustness", Filters(2021)))
    ]


def test_units_that_weights_turn_round_share_the_places():
    book = book_of({"301": {"I.1": 8, "II.1": 6}, "302": {"I.1": 7, "II.1": 7}})
    release = book.finish()
    assert rows(release, "robustness", *RANKS) == [
        ("301", 1, 1, 2, 1, 2),
        ("302", 1, 1, 2, 1, 2),
    ]
    (there,), (back,) = rows(release, "pairs", "probability_ahead")
    assert there == pytest.approx(0.5, abs=CLOSE)  # the factor of I above that of II
    assert there + back == pytest.approx(1)


def test_equal_units_are_level_in_every_draw():
    same = {"I.1": 7.3, "II.1": 6.1}
    release = book_of({"301": same, "302": same}).finish()
    assert rows(release, "robustness", *RANKS, "top_quartile_probability") == [
        ("301", 1, 1, 1, 1, 1, 1),
        ("302", 1, 1, 1, 1, 1, 1),
    ]
    assert rows(release, "pairs", "probability_ahead") == [(0.5,), (0.5,)]


def test_disputed_points_lie_evenly_between_the_least_and_the_greatest():
    book = book_of({"301": {"I.1": 5.2}, "302": {"I.1": 5}}, {"I.1": 10})
    book.scores("301", 2021, {"I.1": 4}, "verified_1")
    book.scores("301", 2021, {"I.1": 8}, "explanation")
    book.scores("301", 2021, {"I.1": 10}, "self_assessed")
    assert ahead(book) == pytest.approx(0.75, abs=CLOSE)


def test_one_round_or_what_the_unit_says_itself_disputes_nothing():
    book = book_of({"301": {"I.1": 5.2}, "302": {"I.1": 5}}, {"I.1": 10})
    book.scores("301", 2021, {"I.1": 2}, "self_assessed")
    assert ahead(book) == 1


def surveyed(forms: int | None) -> Release:
    book = book_of({"301": {"I.1": 5}, "302": {"I.1": 5}}, {"I.1": 5, "I.2": 10}, survey=("I.2",))
    for code, points in (("301", 5), ("302", 5.5)):
        book.scores(code, 2021, {"I.2": points}, "survey")
    book.note("301", 2021, "I.2", forms_count=forms)
    return book


def test_a_sample_of_known_size_errs():
    # share 0.5 of 100 forms: standard error 0.05; 0.55 is one of them away, P = 0.1587
    assert ahead(surveyed(100)) == pytest.approx(0.1587, abs=CLOSE)


def test_a_sample_of_unknown_size_does_not_err():
    assert ahead(surveyed(None)) == 0


def test_a_leaf_that_does_not_apply_counts_with_the_own_index_share():
    # 301 has 8 of 10, so 8 in II too; 302 (9, 6): at most 1.3 * 1 - 0.7 * 2 < 0 ahead.
    points = {"301": {"I.1": 8, "II.1": NOT_APPLICABLE}, "302": {"I.1": 9, "II.1": 6}}
    release = book_of(points).finish()
    assert rows(release, "robustness", *RANKS) == [
        ("301", 1, 1, 1, 1, 1),
        ("302", 2, 2, 2, 2, 2),
    ]
    assert without(release) == [("301", {"I": 1, "II": 2}), ("302", {"I": 2, "II": 1})]


def test_without_an_area_ties_share_the_better_rank():
    points = {
        "301": {"I.1": 9, "II.1": 9, "III.1": 2},
        "302": {"I.1": 8, "II.1": 8, "III.1": 5},
        "303": {"I.1": 8, "II.1": 9, "III.1": 1},
    }
    release = book_of(points, {"I.1": 10, "II.1": 10, "III.1": 5}).finish()
    assert dict(without(release)) == {
        "301": {"I": 2, "II": 2, "III": 1},  # 11, 11, 18
        "302": {"I": 1, "II": 1, "III": 3},  # 13, 13, 16
        "303": {"I": 3, "II": 3, "III": 2},  # 10, 9, 17
    }


def test_with_one_area_alone_nothing_is_left_to_rank():
    assert without(book_of({"301": {"I.1": 8}}, {"I.1": 10}).finish()) == [("301", {})]


def test_bonus_points_count_where_they_rank_and_no_factor_moves_them():
    leaves = {"I.1": 10, "II.1": 10, "bonus.1": 5}
    points = {
        "301": {"I.1": 8, "II.1": 8, "bonus.1": 0},
        "302": {"I.1": 6, "II.1": 6, "bonus.1": 4.5},
    }
    adjusted = book_of(points, leaves, ranks_adjusted=True).finish()
    # 16 against 12 + 4.5: behind where the factors are above 1.125 on average.
    assert rows(adjusted, "robustness", *RANKS)[0] == ("302", 1, 1, 2, 1, 2)
    plain = book_of(points, leaves).finish()
    assert rows(plain, "robustness", *RANKS)[0] == ("301", 1, 1, 1, 1, 1)


def test_only_ranked_units_are_drawn():
    book = book_of({"301": {"I.1": 8, "II.1": 6}, "302": {"I.1": 7, "II.1": 6}})
    book.unit("303")
    book.unit("304", is_ranked=False)
    book.scores("303", 2021, {"I.1": 9, "II.1": 9}, "self_assessed")
    book.scores("304", 2021, {"I.1": 10, "II.1": 10})
    release = book.finish()
    assert rows(release, "robustness", "unit_code", "unit_count", "draw_count", "seed") == [
        ("301", 2, DRAWS, SEED),
        ("302", 2, DRAWS, SEED),
    ]
    assert len(rows(release, "pairs", "unit_code")) == 2


def test_the_top_quartile_is_a_quarter_rounded_up():
    points = {f"30{n}": {"I.1": 10 - n, "II.1": 10 - n} for n in range(1, 6)}
    told = rows(book_of(points).finish(), "robustness", "rank", "top_quartile_probability")
    assert told == [(1, 1), (2, 1), (3, 0), (4, 0), (5, 0)]


def test_a_group_of_two_sets_has_draws_but_no_extremes():
    book = book_of({"301": {"I.1": 8, "II.1": 6}})
    book.unit("S1", kind=DEPARTMENT)
    book.framework(2021, {"I.1": 20, "II.1": 10}, kinds=(DEPARTMENT,))
    book.scores("S1", 2021, {"I.1": 20, "II.1": 10})
    told = rows(book.finish(), "robustness", *RANKS, "rank_extremes_reason")
    assert told == [
        ("S1", 1, 1, 1, None, None, "different_sets"),
        ("301", 2, 2, 2, None, None, "different_sets"),
    ]


def test_pairs_come_as_they_are_asked_for():
    points = {f"30{n}": {"I.1": 10 - n, "II.1": 10 - n} for n in range(1, 4)}
    release = book_of(points).finish()
    columns = ("unit_code", "other_unit_code", "probability_ahead")
    assert rows(release, "pairs", *columns, unit_codes=("303", "301")) == [
        ("303", "301", 0),
        ("301", "303", 1),
    ]
    assert rows(release, "pairs", *columns, unit_codes=("302",)) == [
        ("302", "301", 0),
        ("302", "303", 1),
    ]
    assert len(rows(release, "pairs", *columns)) == 6


@pytest.mark.parametrize(
    ("count", "share", "percentile"),
    [(20, 0.05, 1), (20, 0.95, 19), (21, 0.05, 2), (10, 0.95, 10), (10, 0.5, 5), (1, 0.05, 1)],
)
def test_a_percentile_is_the_nearest_rank(count, share, percentile):
    drawn = np.random.default_rng(1).permutation(np.arange(1, count + 1))
    assert nearest_rank(drawn[None, :], share)[0] == percentile


def test_no_rank_leaves_its_extremes_in_any_group():
    random = np.random.default_rng(3)
    leaves = {f"{area}.{n}": 5 for area in ("I", "II", "III") for n in (1, 2)}
    points = {
        f"3{n:02}": {
            code: NOT_APPLICABLE if random.random() < 0.1 else float(random.integers(2, 11)) / 2
            for code in leaves
        }
        for n in range(9)
    }
    told = rows(book_of(points, leaves).finish(), "robustness", *RANKS[1:])
    for rank, low, high, best, worst in told:
        assert best <= low <= high <= worst
        assert best <= rank <= worst
