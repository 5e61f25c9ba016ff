"""Points of record, basis, rank, bands: definitions 1.2 to 1.8, one clause a test."""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import DEPARTMENT, NOT_APPLICABLE, SO, Release

SURVEYED = {"I.1": 4, "I.2": 4, "II.1": 2}


def two_units(leaves=None, **framework):
    book = Release()
    book.unit("303", "Quận Hồng Bàng")
    book.unit("304", "Quận Ngô Quyền")
    book.framework(2021, leaves or {"I.1": 4, "II.1": 6}, **framework)
    return book


def test_the_last_round_that_holds_points_counts_leaf_by_leaf():
    book = two_units()
    book.scores("303", 2021, {"I.1": 2, "II.1": 3}, "verified_1")
    book.scores("303", 2021, {"II.1": 4}, "verified_2")
    book.scores("303", 2021, {"I.1": 4, "II.1": 6}, "explanation")
    told = rows(book.finish(), "criteria", "criterion_code", "verified_points", "verified_kind")
    assert told == [("I.1", 2, "verified_1"), ("II.1", 4, "verified_2")]


def test_what_the_unit_asks_for_is_never_its_points():
    book = two_units()
    book.scores("303", 2021, {"I.1": 3, "II.1": 5}, "self_assessed")
    book.scores("303", 2021, {"I.1": 4, "II.1": 6}, "explanation")
    told = rows(book.finish(), "ranking", "points", "basis", "is_provisional")
    assert told == [(8, "provisional", True)]


def test_a_provisional_unit_has_an_index_and_no_rank():
    book = two_units()
    book.scores("303", 2021, {"I.1": 4, "II.1": 3})
    book.scores("304", 2021, {"I.1": 4}, "verified_2")
    book.scores("304", 2021, {"I.1": 1, "II.1": 6}, "self_assessed")
    release = book.finish()
    told = rows(release, "ranking", "unit_code", "index_percent", "rank", "is_ranked", "basis")
    assert told == [("303", 70, 1, True, "full"), ("304", 100, None, False, "provisional")]
    ranks = rows(release, "areas", "unit_code", "area_code", "rank")
    assert ranks == [("303", "I", 1), ("303", "II", 1), ("304", "I", None), ("304", "II", None)]
    assert {u for (u,) in rows(release, "deductions", "unit_code")} == {"303"}
    best = rows(
        release, "compare", "group_median", "group_best", "gap_to_best", unit_codes=("304",)
    )
    assert best == [(4, 4, 0), (3, 3, 0)]


def test_an_applicable_leaf_without_points_leaves_no_total():
    book = two_units()
    book.scores("303", 2021, {"I.1": 4})
    book.scores("304", 2021, {"I.1": 0, "II.1": 0})
    told = rows(
        book.finish(), "ranking", "unit_code", "points", "index_percent", "rank", "missing_count"
    )
    assert told == [("304", 0, 0, 1, 0), ("303", None, None, None, 1)]


def test_a_missing_leaf_leaves_only_its_own_area_without_points():
    book = two_units()
    book.scores("303", 2021, {"I.1": 4})
    told = rows(book.finish(), "areas", "area_code", "points", "area_percent", "rank")
    assert told == [("I", 4, 100, None), ("II", None, None, None)]


def test_a_unit_without_any_points_has_no_row_in_the_ranking():
    book = two_units()
    book.scores("303", 2021, {"I.1": NOT_APPLICABLE})
    book.scores("304", 2021, {"I.1": 4}, "explanation")
    assert rows(book.finish(), "ranking", "unit_code") == []


def test_what_does_not_apply_leaves_both_sums():
    book = two_units({"I.1": 4, "II.1": 6, "II.2": 10})
    book.scores("303", 2021, {"I.1": 3, "II.1": 6, "II.2": NOT_APPLICABLE})
    book.scores("304", 2021, {"I.1": 4, "II.1": NOT_APPLICABLE, "II.2": NOT_APPLICABLE})
    release = book.finish()
    told = rows(release, "ranking", "points", "maximum_points", "full_maximum_points", "rank")
    assert told == [(4, 4, 20, 1), (9, 10, 20, 2)]
    wholly = rows(
        release, "areas", "area_code", "points", "maximum_points", "area_percent", "rank",
        unit_codes=("304",),
    )  # fmt: skip
    assert wholly == [("I", 4, 4, 100, 1), ("II", None, None, None, None)]
    leaf = rows(
        release, "criteria", "is_applicable", "points", "maximum_points", "lost_points",
        unit_codes=("304",), area_code="II",
    )  # fmt: skip
    assert leaf == [(False, None, None, None)] * 2


def test_zero_missing_and_not_applicable_are_three_things():
    book = two_units({"I.1": 1, "I.2": 1, "I.3": 1})
    book.scores("303", 2021, {"I.1": 0, "I.2": NOT_APPLICABLE})
    told = rows(book.finish(), "criteria", "points", "is_applicable", "maximum_points")
    assert told == [(0, True, 1), (None, False, None), (None, True, 1)]


def test_the_last_round_also_decides_whether_a_leaf_applies():
    book = two_units({"I.1": 1, "I.2": 1})
    book.scores("303", 2021, {"I.1": NOT_APPLICABLE, "I.2": 1}, "self_assessed")
    book.scores("303", 2021, {"I.1": 0.5, "I.2": NOT_APPLICABLE})
    told = rows(book.finish(), "criteria", "is_applicable", "points")
    assert told == [(True, 0.5), (False, None)]


def test_while_one_unit_lacks_the_survey_it_is_left_out_for_all():
    book = two_units(SURVEYED, survey=("II.1",))
    for unit in ("303", "304"):
        book.scores(unit, 2021, {"I.1": 4, "I.2": 3})
    book.scores("303", 2021, {"II.1": 1.5}, "survey")
    release = book.finish()
    told = rows(
        release, "ranking", "points", "maximum_points", "full_maximum_points", "index_percent",
        "basis", "rank", "survey_lost_points",
    )  # fmt: skip
    assert told == [(7, 8, 8, 87.5, "verified_only", 1, None)] * 2
    leaf = rows(
        release, "criteria", "survey_points", "points", "lost_points", "is_counted",
        unit_codes=("303",), area_code="II",
    )  # fmt: skip
    assert leaf == [(1.5, None, None, False)]
    assert "II.1" not in {c for (c,) in rows(release, "deductions", "criterion_code")}


@pytest.mark.parametrize("state", ["provisional", "unranked", "excused"])
def test_who_is_provisional_unranked_or_excused_does_not_hold_up_the_survey(state):
    book = Release()
    book.unit("303", "Quận Hồng Bàng")
    book.unit("318", "Huyện Bạch Long Vĩ", is_ranked=state != "unranked")
    book.framework(2021, SURVEYED, survey=("II.1",))
    book.scores("303", 2021, {"I.1": 4, "I.2": 3})
    book.scores("303", 2021, {"II.1": 1.5}, "survey")
    kind = "self_assessed" if state == "provisional" else "verified_2"
    book.scores("318", 2021, {"I.1": 4, "I.2": 4}, kind)
    if state == "excused":
        book.scores("318", 2021, {"II.1": NOT_APPLICABLE}, "survey")
    told = rows(
        book.finish(), "ranking", "points", "maximum_points", "basis", "survey_lost_points",
        unit_codes=("303",),
    )  # fmt: skip
    assert told == [(8.5, 10, "full", 0.5)]


def test_while_nobody_is_verified_the_survey_waits_and_a_provisional_index_stands():
    book = two_units(SURVEYED, survey=("II.1",))
    book.scores("303", 2021, {"I.1": 4, "I.2": 4}, "self_assessed")
    told = rows(book.finish(), "ranking", "index_percent", "basis", "survey_lost_points")
    assert told == [(100, "provisional", None)]


def test_a_self_scored_survey_leaf_neither_counts_nor_widens_the_gap():
    book = two_units(SURVEYED, survey=("II.1",))
    book.scores("303", 2021, {"I.1": 4, "I.2": 4, "II.1": 2}, "self_assessed")
    book.scores("303", 2021, {"I.1": 4, "I.2": 3})
    book.scores("303", 2021, {"II.1": 1}, "survey")
    told = rows(book.finish(), "ranking", "points", "self_gap", "survey_lost_points")
    assert told == [(8, 1, 1)]


def test_survey_lost_points_are_zero_without_survey_leaves():
    book = two_units()
    book.scores("303", 2021, {"I.1": 4, "II.1": 3})
    assert rows(book.finish(), "ranking", "survey_lost_points") == [(0,)]


ADJUSTED = {"I.1": 100, "bonus.1": 5, "penalty.1": 5}


def adjusted(**framework):
    book = two_units(ADJUSTED, **framework)
    book.band(2021, "Quận", "Tốt", 90, 100)
    book.band(2021, "Quận", "Khá", 70, 90)
    book.scores("303", 2021, {"I.1": 89.5, "bonus.1": 2, "penalty.1": -0.5})
    book.scores("304", 2021, {"I.1": 90, "penalty.1": 0.5})
    return rows(
        book.finish(), "ranking", "unit_code", "index_percent", "maximum_points",
        "adjustment_points", "adjusted_index_percent", "rank", "band",
    )  # fmt: skip


def test_bonus_and_penalty_stand_beside_the_index():
    assert adjusted() == [
        ("304", 90, 100, -0.5, 89.5, 1, "Tốt"),
        ("303", 89.5, 100, 1.5, 91, 2, "Khá"),
    ]


def test_the_rank_follows_the_adjusted_figure_only_where_the_set_says_so():
    assert adjusted(ranks_adjusted=True) == [
        ("303", 89.5, 100, 1.5, 91, 1, "Tốt"),
        ("304", 90, 100, -0.5, 89.5, 2, "Khá"),
    ]


def test_without_such_a_section_there_is_no_adjusted_figure():
    book = two_units()
    book.scores("303", 2021, {"I.1": 4, "II.1": 3})
    told = rows(book.finish(), "ranking", "adjustment_points", "adjusted_index_percent")
    assert told == [(None, None)]


def test_an_adjusted_figure_above_100_is_of_the_highest_class():
    book = two_units(ADJUSTED, ranks_adjusted=True)
    book.band(2021, "Quận", "Tốt", 90, 100)
    book.scores("303", 2021, {"I.1": 99, "bonus.1": 5})
    told = rows(book.finish(), "ranking", "adjusted_index_percent", "band")
    assert told == [(104, "Tốt")]


def test_bonus_and_penalty_are_no_deductions_and_no_criteria_of_the_index():
    book = two_units(ADJUSTED)
    book.scores("303", 2021, {"I.1": 100, "bonus.1": 1, "penalty.1": 2})
    release = book.finish()
    assert rows(release, "deductions", "criterion_code") == []
    assert rows(release, "criteria", "criterion_code") == [("I.1",)]
    told = rows(release, "adjustments", "criterion_code", "section", "points")
    assert told == [("bonus.1", "bonus", 1), ("penalty.1", "penalty", 2)]


def test_groups_are_ranked_apart_and_the_unranked_not_at_all():
    book = Release()
    book.unit("303")
    book.unit("311", group="Huyện")
    book.unit("318", group="Huyện", is_ranked=False)
    book.unit("900", group=None)
    book.framework(2021, {"I.1": 10})
    for unit, points in {"303": 5, "311": 4, "318": 9, "900": 10}.items():
        book.scores(unit, 2021, {"I.1": points})
    told = rows(book.finish(), "ranking", "unit_code", "index_percent", "rank", "is_ranked")
    assert sorted(told) == [
        ("303", 50, 1, True),
        ("311", 40, 1, True),
        ("318", 90, None, False),
        ("900", 100, None, False),
    ]


def test_equal_fractions_of_different_maxima_tie():
    book = two_units({"I.1": 0.3, "I.2": 0.7})
    book.scores("303", 2021, {"I.1": 0.1, "I.2": NOT_APPLICABLE})
    book.scores("304", 2021, {"I.1": NOT_APPLICABLE, "I.2": 0.233333})
    book.unit("305")
    book.scores("305", 2021, {"I.1": 0.1, "I.2": NOT_APPLICABLE})
    told = rows(book.finish(), "ranking", "unit_code", "rank")
    assert sorted(told) == [("303", 1), ("304", 3), ("305", 1)]


def test_sums_are_exact_where_binary_ones_are_not():
    book = two_units({"I.1": 0.3, "I.2": 0.2, "I.3": 0.1})
    book.scores("303", 2021, {"I.1": 0.1, "I.2": 0.2, "I.3": 0})
    book.scores("304", 2021, {"I.1": 0.3, "I.2": 0, "I.3": 0})
    told = rows(book.finish(), "ranking", "points", "index_percent", "rank")
    assert told == [(0.3, 50, 1)] * 2


def test_two_sets_in_one_group_are_compared_by_shares():
    book = Release()
    book.unit("A", kind="commune", group="Xã")
    book.unit("B", kind="special_zone", group="Xã")
    book.unit("C", kind="special_zone", group="Xã")
    book.framework(2021, {"I.1": 10}, kinds=("commune",))
    book.framework(2021, {"I.1": 5}, kinds=("special_zone",))
    for unit, points in {"A": 5, "B": 4, "C": 5}.items():
        book.scores(unit, 2021, {"I.1": points})
    told = rows(book.finish(), "compare", "unit_code", "group_median", "group_best", "gap_to_best")
    assert told == [
        ("A", pytest.approx(0.8), 1, 0.5),
        ("B", pytest.approx(0.8), 1, pytest.approx(0.2)),
        ("C", pytest.approx(0.8), 1, 0),
    ]


def test_the_median_keeps_the_seventh_decimal():
    book = two_units({"I.1": 1})
    book.scores("303", 2021, {"I.1": 0.000001})
    book.scores("304", 2021, {"I.1": 0.000002})
    assert rows(book.finish(), "compare", "group_median")[0] == (0.0000015,)


def test_an_unranked_unit_above_the_best_has_no_gap():
    book = Release()
    book.unit("303")
    book.unit("318", is_ranked=False)
    book.framework(2021, {"I.1": 10})
    book.scores("303", 2021, {"I.1": 5})
    book.scores("318", 2021, {"I.1": 9})
    told = rows(book.finish(), "compare", "unit_code", "group_best", "gap_to_best")
    assert told == [("303", 5, 0), ("318", 5, 0)]


def test_the_self_gap_is_taken_where_both_figures_are():
    book = two_units({"I.1": 4, "I.2": 4, "II.1": 6})
    book.scores("303", 2021, {"I.1": 4, "II.1": 6}, "self_assessed")
    book.scores("303", 2021, {"I.1": 3, "I.2": 4, "II.1": 6.0})
    release = book.finish()
    assert rows(release, "ranking", "self_gap") == [(1,)]
    assert rows(release, "areas", "self_gap") == [(1,), (0,)]


def test_departments_have_their_own_set():
    book = two_units()
    book.unit("STP", "Sở Tư pháp", kind=DEPARTMENT, group=SO)
    book.framework(2021, {"I.1": 50, "II.1": 10}, kinds=(DEPARTMENT,))
    book.scores("STP", 2021, {"I.1": 45, "II.1": 9})
    book.scores("303", 2021, {"I.1": 4, "II.1": 6})
    told = rows(book.finish(), "ranking", "unit_code", "maximum_points", "index_percent")
    assert told == [("303", 10, 100), ("STP", 60, 90)]
