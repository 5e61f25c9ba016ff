"""The small release against the figures worked out in its docstring."""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows


def test_equal_points_share_the_better_rank(small_release):
    told = rows(small_release, "ranking", "unit_code", "index_percent", "rank", "basis")
    assert told == [("304", 92.5, 1, "full"), ("303", 87.5, 2, "full"), ("305", 87.5, 2, "full")]


def test_a_filter_narrows_rows_and_never_a_rank(small_release):
    told = rows(small_release, "ranking", "unit_code", "rank", unit_codes=("305",))
    assert told == [("305", 2)]


def test_area_ranks(small_release):
    told = rows(small_release, "areas", "unit_code", "area_code", "area_percent", "rank")
    assert told == [
        ("303", "I", 85.0, 3),
        ("303", "II", 90.0, 2),
        ("305", "I", 90.0, 1),
        ("305", "II", 85.0, 3),
        ("304", "I", 90.0, 1),
        ("304", "II", 95.0, 1),
    ]


def test_without_a_year_deductions_stand_on_the_year_whose_next_is_verified(small_release):
    told = rows(
        small_release, "deductions", "year", "unit_code", "criterion_code", "lost_points",
        year=None,
    )  # fmt: skip
    assert told == [
        (2021, "303", "I.2", 1.5),
        (2021, "303", "II.1", 1.0),
        (2021, "305", "I.2", 1.0),
        (2021, "305", "II.1", 1.5),
        (2021, "304", "I.1", 1.0),
        (2021, "304", "II.2", 0.5),
    ]


def test_without_a_year_the_ranking_is_of_the_newest(small_release):
    told = rows(small_release, "ranking", "year", "unit_code", "rank", year=None)
    assert told == [(2022, "304", 1), (2022, "305", 2), (2022, "303", None)]


def test_recovery_by_shares(small_release):
    told = rows(
        small_release, "remediation", "unit_code", "criterion_code", "recovery", "recovery_reason",
        "evidence_stage", "is_contradicted",
    )  # fmt: skip
    assert told == [
        ("303", "I.2", None, "not_yet_verified", "none", False),
        ("303", "II.1", None, "not_yet_verified", "none", False),
        ("305", "I.2", 1.0, None, "recovered", False),
        ("305", "II.1", pytest.approx(-0.025 / 0.375), None, "reported", True),
        ("304", "I.1", 1.0, None, "recovered", False),
        ("304", "II.2", 0.0, None, "none", False),
    ]


def test_rates_of_all_and_of_each(small_release):
    told = rows(
        small_release, "rates", "unit_code", "deduction_count", "rate_by_count", "rate_by_points",
        "rate_proved_by_points", "comparable_share",
    )  # fmt: skip
    # All: 6 deductions, 6.5 points; recovered 304 I.1 (1), 305 I.2 (1); reported 305 II.1 (1.5).
    assert told == [
        (None, 6, 0.5, pytest.approx(3.5 / 6.5), pytest.approx(2 / 6.5), pytest.approx(4 / 6.5)),
        ("303", 2, 0.0, 0.0, 0.0, 0.0),
        ("305", 2, 1.0, 1.0, pytest.approx(1 / 2.5), 1.0),
        ("304", 2, 0.5, pytest.approx(1 / 1.5), pytest.approx(1 / 1.5), 1.0),
    ]


def test_points_at_stake_one_by_one_and_together(small_release):
    told = rows(
        small_release, "remediation", "criterion_code", "points_at_stake", "index_percent_if_fixed",
        "rank_if_fixed", "is_overdue", unit_codes=("305",),
    )  # fmt: skip
    # I.2 came back: nothing at stake. II.1: 17.5 + 1.5 = 19 of 20 = 95, ahead of 92.5.
    assert told == [
        ("I.2", 0.0, 87.5, 2, False),
        ("II.1", 1.5, 95.0, 1, True),
    ]
    together = rows(
        small_release, "ranking", "unit_code", "points_at_stake", "index_percent_if_all_fixed",
        "rank_if_all_fixed",
    )  # fmt: skip
    # 303: 2.5 open: 20 of 20; 304: II.2 0.5: 19 of 20.
    assert together == [
        ("304", 0.5, 95.0, 1),
        ("303", 2.5, 100.0, 1),
        ("305", 1.5, 95.0, 1),
    ]


def test_gap_to_median_and_best(small_release):
    told = rows(
        small_release, "compare", "criterion_code", "group_median", "group_best", "gap_to_best",
        unit_codes=("305",),
    )  # fmt: skip
    assert told == [
        ("I.1", 4.0, 4.0, 0.0),
        ("I.2", 5.0, 6.0, 1.0),
        ("II.1", 3.0, 4.0, 1.5),
        ("II.2", 6.0, 6.0, 0.0),
    ]


def test_inspections_have_a_row_for_every_unit(small_release):
    told = rows(small_release, "inspections", "unit_code", "state", year=None)
    assert told == [("305", "concluded"), ("303", "not_planned"), ("304", "not_planned")]
