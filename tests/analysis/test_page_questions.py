"""What pages ask beside `show`, against the small release and a few made up for it."""

from __future__ import annotations

import datetime

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import Release
from tests.analysis.small import small


def test_change_is_taken_on_linked_leaves_only():
    book = Release()
    for code, before, after in (("303", (5, 5), (6, 10)), ("304", (10, 10), (10, 0))):
        book.unit(code)
        if code == "303":
            book.framework(2021, {"I.1": 10, "I.2": 10})
            book.framework(2022, {"I.1": 10, "I.3": 10})
            book.link(2021, "I.1", "I.1")
            book.link(2021, "I.2", None, "dropped")
        book.scores(code, 2021, dict(zip(("I.1", "I.2"), before, strict=True)))
        book.scores(code, 2022, dict(zip(("I.1", "I.3"), after, strict=True)))
    told = rows(
        book.finish(), "changes", "unit_code", "area_code", "percent_before", "percent",
        "percent_change", "noise_floor", "rank_before", "rank", year=2022,
    )  # fmt: skip
    assert told == [
        ("303", None, 50, 60, 10, None, 2, 1),
        ("303", "I", 50, 60, 10, None, 2, 1),
        ("304", None, 100, 100, 0, None, 1, 2),
        ("304", "I", 100, 100, 0, None, 1, 2),
    ]


def test_the_noise_floor_is_the_median_change_of_at_least_five():
    book = Release()
    book_units = ("301", "302", "303", "304", "305")
    for code in book_units:
        book.unit(code)
    for year in (2021, 2022):
        book.framework(year, {"I.1": 100})
    book.link(2021, "I.1", "I.1")
    for code, change in zip(book_units, (0, 1, -2, 3, 10), strict=True):
        book.scores(code, 2021, {"I.1": 50})
        book.scores(code, 2022, {"I.1": 50 + change})
    told = rows(
        book.finish(), "changes", "noise_floor", "is_beyond_noise", year=2022, area_code="I"
    )
    assert told == [(2, False), (2, False), (2, False), (2, True), (2, True)]


def test_the_change_of_an_area_is_the_median_of_its_units_changes():
    # Area I of 10: 305 9 -> 10, 304 9 -> 10, 303 not ranked in 2022. Area II on linked leaves:
    # 305 8.5 of 10 -> 8 of 11, 304 9.5 of 10 -> 10.5 of 11.
    told = rows(
        small().finish(), "area_changes", "area_code", "unit_count", "median_percent_before",
        "median_percent", "median_change", "rose_count", "fell_count", year=2022,
    )  # fmt: skip
    falls, rises = 100 * 8 / 11 - 85, 100 * 10.5 / 11 - 95
    assert told == [
        ("I", 2, 90, 100, 10, 2, 0),
        ("II", 2, 90, pytest.approx(100 * 9.25 / 11), pytest.approx((falls + rises) / 2), 1, 1),
    ]


def test_losses_add_up_by_area_and_by_leaf(small_release):
    told = rows(
        small_release, "losses", "level", "code", "lost_points", "losing_unit_count", "unit_count",
        "cumulative_share",
    )  # fmt: skip
    assert told == [
        ("area", "I", 3.5, 3, 3, pytest.approx(3.5 / 6.5)),
        ("area", "II", 3, 3, 3, 1),
        ("criterion", "I.2", 2.5, 2, 3, pytest.approx(2.5 / 6.5)),
        ("criterion", "II.1", 2.5, 2, 3, pytest.approx(5 / 6.5)),
        ("criterion", "I.1", 1, 1, 3, pytest.approx(6 / 6.5)),
        ("criterion", "II.2", 0.5, 1, 3, 1),
    ]


def test_the_flow_keeps_what_reached_at_least_each_step(small_release):
    told = rows(small_release, "flow", "step", "deduction_count", "points", "contradicted_points")
    assert told == [
        ("lost", 6, 6.5, 0),
        ("planned", 3, 3.5, 0),
        ("reported", 3, 3.5, 1.5),
        ("verified", 2, 2, 0),
        ("recovered", 2, 2, 0),
    ]


def test_self_assessment_of_units_areas_and_all(small_release):
    told = rows(
        small_release, "self_assessment", "unit_code", "area_code", "self_percent",
        "verified_percent", "self_gap", "overrated_count",
    )  # fmt: skip
    assert told == [
        (None, None, 100, 87.5, 2.5, 2),
        (None, "I", 100, 90, 1, 1),
        (None, "II", 100, 85, 1.5, 1),
        ("305", None, 100, 87.5, 2.5, 2),
        ("305", "I", 100, 90, 1, 1),
        ("305", "II", 100, 85, 1.5, 1),
    ]


def test_what_needs_a_decision_is_counted_and_nothing_is_left_out(small_release):
    told = {matter: rest for matter, *rest in rows(
        small_release, "decisions", "matter", "matter_count", "unit_count", "points"
    )}  # fmt: skip
    assert told["contradicted"] == [1, 1, 1.5]
    assert told["overdue"] == [1, 1, 1.5]
    assert told["not_inspected"] == [2, 2, None]
    assert told["provisional"] == [0, 0, None]
    assert told["unplanned"] == [3, 2, 3]  # 304 II.2 0.5, 303 I.2 1.5 and II.1 1
    assert len(told) == 14


def test_what_a_unit_left_undone_awaits_a_decision_after_the_unit_is_dissolved():
    book = Release(as_of="2026-11-24")
    book.unit("303", valid_to="2024-12-31")
    book.framework(2022, {"I.1": 10})
    book.scores("303", 2022, {"I.1": 8})
    book.remediation("303", 2022, "I.1", deadline_on="2023-10-31", reported_state="in_progress")
    book.finding("303", 2023, severity="serious", deadline_on="2023-10-31")
    told = {matter: rest for matter, *rest in rows(
        book.finish(), "decisions", "matter", "matter_count", "points", year=2022
    )}  # fmt: skip
    assert told["overdue"] == [1, 2]
    assert (told["open_serious_finding"], told["overdue_finding"]) == ([1, None], [1, None])
    assert told["not_inspected"] == [0, None]  # nobody can visit it any more


def test_decisions_are_asked_for_a_day(small_release):
    told = dict(
        rows(small_release, "decisions", "matter", "matter_count", as_of=datetime.date(2022, 6, 30))
    )
    assert told["overdue"] == 0


def test_history_gives_each_year_with_its_group(small_release):
    told = rows(
        small_release, "history", "year", "rank", "ranked_count", "group_median",
        unit_codes=("305",),
    )  # fmt: skip
    assert told == [(2021, 2, 3, 87.5), (2022, 2, 2, pytest.approx(100 * 38.5 / 42))]


def test_groups_say_on_what_their_figures_stand(small_release):
    told = rows(
        small_release, "groups", "year", "ranking_group", "unit_count", "ranked_count",
        "provisional_count", "expected_count", year=None,
    )  # fmt: skip
    assert told == [(2021, "Quận", 3, 3, 0, 3), (2022, "Quận", 3, 2, 1, 3)]


def test_coverage_counts_what_is_known_and_what_is_not(small_release):
    told = rows(
        small_release, "coverage", "unit_code", "leaf_count", "self_assessed_count",
        "verified_count", "missing_count", "inspection_count", year=2022,
    )  # fmt: skip
    assert told == [("303", 4, 4, 0, 0, 0), ("305", 4, 0, 4, 0, 1), ("304", 4, 0, 4, 0, 0)]


def test_a_register_row_where_the_scores_show_no_loss_is_not_hidden():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10})
    book.scores("303", 2021, {"I.1": 10})
    book.remediation("303", 2021, "I.1", lost_points=1, action="Tập huấn")
    told = rows(book.finish(), "unmatched_rows", "criterion_code", "lost_points", "action")
    assert told == [("I.1", 1, "Tập huấn")]


def test_sources_of_registers_name_their_cell(small_release):
    told = rows(small_release, "register_sources", "register", "deduction_id", "file", year=None)
    assert told == [
        ("remediation", "2021/305/II.1", "by hand.xlsx"),
        ("inspections", None, "by hand.xlsx"),
    ]


def test_receivers_see_the_models_for_their_losses():
    book = Release()
    for code in ("301", "302", "303", "304", "305"):
        book.unit(code)
    book.framework(2021, {"II.1": 10})
    for code, points in zip(("301", "302", "303", "304", "305"), (9.5, 7, 6, 5, 6.5), strict=True):
        book.scores(code, 2021, {"II.1": points})
    told = rows(book.finish(), "receivers", "unit_code", "donor_code", "donor_result", "points")
    assert told == [
        ("302", "301", "promising", 2.5),
        ("303", "301", "promising", 3.5),
        ("304", "301", "promising", 4.5),
        ("305", "301", "promising", 3),
    ]


def test_a_link_that_stands_for_two_kinds_of_units_is_shown_once():
    book = Release()
    kinds = ("urban_district", "rural_district")
    for year in (2021, 2022):
        book.framework(year, {"I.1": 10}, kinds=kinds)
        book.framework(year, {"I.1": 10}, kinds=("department",))
    for kind in (*kinds, "department"):
        book.link(2021, "I.1", "I.1", kind=kind)
    told = rows(book.finish(), "links", "from_code", "to_code", "unit_kinds", year=None)
    assert [(a, b, list(kinds)) for a, b, kinds in told] == [
        ("I.1", "I.1", ["department"]),
        ("I.1", "I.1", ["rural_district", "urban_district"]),
    ]
