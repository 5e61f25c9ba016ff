"""Stages, flags, rates and points at stake: definitions 2.2 to 2.8 and the case of forms.md."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import Release

LATE = datetime.date(2022, 9, 30)


def worked_case(*, points_2022=3.0, kind_2022="verified_2", state="done", finding=None) -> Release:
    """Quận Lê Chân, leaf 2.3: maximum 4 in 2021, 5 and code 3.1 in 2022; 78.4 of 100 in 2021."""
    book = Release(as_of="2022-09-30")
    book.unit("305", "Quận Lê Chân")
    book.unit("304", "Quận Ngô Quyền")
    book.framework(2021, {"1.1": 96, "2.3": 4})
    book.framework(2022, {"1.1": 95, "3.1": 5})
    book.link(2021, "2.3", "3.1", "new_maximum")
    book.link(2021, "1.1", "1.1", "new_maximum")
    book.scores("305", 2021, {"1.1": 75.9, "2.3": 2.5})
    book.scores("304", 2021, {"1.1": 75, "2.3": 4})
    book.scores("305", 2022, {"1.1": 76, "3.1": points_2022}, kind_2022)
    book.remediation(
        "305", 2021, "2.3", action="Bổ sung nhân sự một cửa", deadline_on="2022-06-30",
        reported_state=state,
    )  # fmt: skip
    visit = book.inspection("305", 2022, "2022-09-30", "2022-09-14", conclusion_number="15/TB-ĐKT")
    told: dict[str, Any] = {"says_done": True, "state": "closed", "verifying_inspection_id": visit}
    book.finding(
        "305", 2022, severity="moderate", criterion_code="3.1", criterion_year=2022,
        inspection_id=visit, **(told if finding == "closed" else {}),
    )  # fmt: skip
    return book


COLUMNS = (
    "evidence_stage", "is_contradicted", "is_overdue", "recovery", "recovery_reason",
    "points_at_stake", "index_percent_if_fixed", "rank_if_fixed",
)  # fmt: skip


def state_of_2_3(book: Release) -> list[Any]:
    told = rows(book.finish(), "remediation", "criterion_code", *COLUMNS, unit_codes=("305",))
    return {code: rest for code, *rest in told}["2.3"]


WORSE = pytest.approx(-0.0666666666667)


def test_the_case_worked_through_in_forms():
    told = state_of_2_3(worked_case())
    assert told == ["reported", True, True, WORSE, None, 1.5, 79.9, 1]


def test_a_finding_that_closes_the_criterion_verifies_and_is_still_contradicted():
    told = state_of_2_3(worked_case(finding="closed"))
    assert told == ["verified", True, True, WORSE, None, 1.5, 79.9, 1]


def test_not_yet_verified_is_not_contradicted_and_still_overdue():
    told = state_of_2_3(worked_case(kind_2022="self_assessed"))
    assert told == ["reported", False, True, None, "not_yet_verified", 1.5, 79.9, 1]


def test_points_that_came_back_close_whatever_was_written():
    told = state_of_2_3(worked_case(points_2022=5, state="cannot_be_done"))
    assert told == ["recovered", False, False, 1, None, 0, 78.4, 2]


def test_between_nothing_and_all_is_in_part():
    told = state_of_2_3(worked_case(points_2022=4))
    assert told[:4] == ["reported", False, True, pytest.approx(0.4666666666667)]


def test_in_part_is_never_contradicted():
    assert state_of_2_3(worked_case(state="partly_done"))[:2] == ["reported", False]


def test_what_cannot_be_done_is_none_and_never_overdue():
    told = state_of_2_3(worked_case(state="cannot_be_done", finding="closed"))
    assert told[:3] == ["none", False, False]


def single(losses=None, **register) -> Release:
    book = Release()
    book.unit("303")
    book.framework(2021, {"1": 10, "2.1": 5, "2.2": 5}, parents={"2.1": "2.", "2.2": "2."})
    book.scores("303", 2021, losses or {"1": 8, "2.1": 4, "2.2": 5})
    if register:
        book.remediation("303", 2021, "1", **register)
    return book


@pytest.mark.parametrize(
    ("register", "stage"),
    [
        ({"reported_state": "no_plan"}, "none"),
        ({"reported_state": "no_plan", "action": "Tập huấn"}, "planned"),
        ({"deadline_on": "2022-12-31"}, "planned"),
        ({"deadline_text": "khi có kinh phí"}, "planned"),
        ({"action": " "}, "none"),
        ({"reported_state": "in_progress"}, "planned"),
        ({"reported_state": "reported"}, "reported"),
        ({"reported_state": "done"}, "reported"),
        ({"reported_state": "partly_done"}, "reported"),
        ({"reported_state": "cannot_be_done", "action": "Kiến nghị"}, "none"),
    ],
)
def test_the_stage_of_each_state(register, stage):
    told = rows(single(**register).finish(), "remediation", "criterion_code", "evidence_stage")
    assert told == [("1", stage), ("2.1", "none")]


def test_the_register_may_name_the_inspection_that_verified():
    book = single()
    visit = book.inspection("303", 2022, "2022-08-01", "2022-08-02")
    book.remediation("303", 2021, "1", verification="02/8/2022", verifying_inspection_id=visit)
    told = rows(book.finish(), "remediation", "evidence_stage", "points_at_stake", area_code="1")
    assert told == [("verified", 0)]


def test_a_finding_of_an_earlier_year_does_not_verify_what_was_lost_since():
    book = single(reported_state="done")
    visit = book.inspection("303", 2019, "2019-08-01", "2019-08-02")
    book.finding(
        "303", 2019, criterion_code="1", criterion_year=2021, inspection_id=visit, says_done=True,
        verifying_inspection_id=visit, state="closed",
    )  # fmt: skip
    assert rows(book.finish(), "remediation", "evidence_stage", area_code="1") == [("reported",)]


def test_several_rows_are_actions_of_one_deduction_at_the_lowest_stage():
    book = single(reported_state="done", action="A", deadline_on="2022-06-30")
    book.remediation(
        "303", 2021, "1", reported_state="in_progress", action="B", deadline_on="2022-12-31"
    )
    release = book.finish()
    told = rows(
        release, "remediation", "action_number", "action", "reported_state", "evidence_stage",
        "is_overdue", area_code="1",
    )  # fmt: skip
    assert told == [
        (1, "A", "done", "planned", True),
        (2, "B", "in_progress", "planned", False),
    ]
    assert rows(
        release, "rates", "unit_code", "deduction_count", "lost_points", "rate_by_count"
    ) == [
        (None, 2, 3, 0),
        ("303", 2, 3, 0),
    ]
    assert rows(release, "ranking", "points_at_stake") == [(3,)]


def test_a_row_on_a_parent_applies_to_each_losing_leaf_below():
    book = single({"1": 10, "2.1": 4, "2.2": 3})
    book.remediation("303", 2021, "2.", reported_state="reported", reason="Chậm")
    told = rows(book.finish(), "remediation", "criterion_code", "evidence_stage", "reason")
    assert told == [("2.1", "reported", "Chậm"), ("2.2", "reported", "Chậm")]


def test_scores_decide_what_was_lost():
    book = single(lost_points=5, reported_state="done")
    book.remediation("303", 2021, "2.2", lost_points=1)
    told = rows(book.finish(), "deductions", "criterion_code", "lost_points")
    assert told == [("1", 2), ("2.1", 1)]


def test_without_scores_the_register_counts():
    book = Release()
    book.unit("303")
    book.framework(2021, {"1": 10, "2.1": 5, "2.2": 5}, parents={"2.1": "2.", "2.2": "2."})
    book.remediation("303", 2021, "1", maximum_points=10, points=7.5)
    book.remediation("303", 2021, "1", lost_points=2.5, reported_state="done")
    book.remediation("303", 2021, "2.", lost_points=3)
    book.remediation("303", 2020, None, criterion_text="Tuyên truyền", lost_points=1)
    release = book.finish()
    assert rows(release, "deductions", "criterion_code", "lost_points") == [("1", 2.5), ("2.", 3)]
    assert rows(release, "deductions", "criterion_name", "lost_points", year=2020) == [
        ("Tuyên truyền", 1)
    ]
    told = rows(release, "rates", "unit_code", "deduction_count", "rate_by_count")
    assert told == [(None, 2, 0), ("303", 2, 0)]


def test_the_reason_comes_from_the_register_else_from_the_note_beside_the_score():
    book = single(reason="Trễ hạn")
    book.note("303", 2021, "1", note="Ghi chú khác")
    book.note("303", 2021, "2.1", note="Thiếu minh chứng")
    assert rows(book.finish(), "deductions", "reason") == [("Trễ hạn",), ("Thiếu minh chứng",)]


def over_years(*lost: float | None, first=2019) -> list[tuple[Any, ...]]:
    """Flags of a leaf of 5 points by year; None: the unit is not scored in that year."""
    book = Release()
    book.unit("303", years=tuple(range(first, first + len(lost))))
    for year, points in enumerate(lost, first):
        book.framework(year, {"1": 5})
        if year > first:
            book.link(year - 1, "1", "1")
        if points is not None:
            book.scores("303", year, {"1": 5 - points})
    release = book.finish()
    return [
        row
        for year in range(first, first + len(lost))
        for row in rows(release, "remediation", "year", "is_recurring", "is_persistent", year=year)
    ]


def test_lost_nothing_lost_and_lost_again_is_recurring_on_both_rows():
    assert over_years(1, 0, 2) == [(2019, True, False), (2021, True, False)]


def test_losing_every_year_is_persistent_and_not_recurring():
    assert over_years(1, 1, 2) == [(y, False, True) for y in (2019, 2020, 2021)]


def test_two_years_on_end_are_neither():
    assert over_years(1, 1) == [(2019, False, False), (2020, False, False)]


def test_a_year_without_scores_is_no_year_without_loss():
    assert over_years(1, None, 1) == [(2019, False, False), (2021, False, False)]


def test_recurring_follows_the_links_through_codes():
    book = Release()
    book.unit("303")
    book.framework(2020, {"1": 5})
    book.framework(2021, {"2": 5, "3": 5})
    book.framework(2022, {"4": 5, "3": 5})
    book.link(2020, "1", "2", "new_code")
    book.link(2021, "2", "4", "new_code")
    book.scores("303", 2020, {"1": 4})
    book.scores("303", 2021, {"2": 5, "3": 4})
    book.scores("303", 2022, {"4": 4, "3": 4})
    told = rows(book.finish(), "remediation", "criterion_code", "is_recurring", year=2022)
    assert told == [("4", True), ("3", False)]


def test_survey_leaves_are_shown_and_leave_rates_and_stakes_alone():
    book = Release()
    book.unit("303")
    book.framework(2021, {"1": 8, "2": 2}, survey=("2",))
    book.scores("303", 2021, {"1": 6})
    book.scores("303", 2021, {"2": 1}, "survey")
    release = book.finish()
    told = rows(
        release, "remediation", "criterion_code", "lost_points", "points_at_stake",
        "points_at_stake_reason", "index_percent_if_fixed", "rank_if_fixed",
    )  # fmt: skip
    assert told == [("1", 2, 2, None, 90, 1), ("2", 1, None, "survey", None, None)]
    assert rows(release, "rates", "deduction_count", "lost_points") == [(1, 2), (1, 2)]
    together = rows(
        release, "ranking", "points_at_stake", "survey_lost_points", "index_percent_if_all_fixed"
    )
    assert together == [(2, 1, 90)]


def test_rank_if_fixed_counts_those_strictly_ahead():
    book = Release()
    for unit, points in {"303": 6, "304": 8, "305": 9}.items():
        book.unit(unit)
        if unit == "303":
            book.framework(2021, {"1": 2, "2": 8})
        book.scores(
            unit, 2021, {"1": 0, "2": points - 1} if unit == "303" else {"1": 2, "2": points - 2}
        )
    told = rows(
        book.finish(),
        "remediation",
        "criterion_code",
        "index_percent_if_fixed",
        "rank_if_fixed",
        unit_codes=("303",),
    )
    # 5 of 10; leaf 1 gives 7 (behind 8 and 9), leaf 2 gives 8 (level with 304).
    assert told == [("1", 70, 3), ("2", 80, 2)]


def test_stakes_of_a_set_that_ranks_by_adjusted_figures_keep_the_adjustment():
    book = Release()
    book.unit("303")
    book.unit("304")
    book.framework(2021, {"1": 10, "bonus.1": 2}, ranks_adjusted=True)
    book.scores("303", 2021, {"1": 8, "bonus.1": 0})
    book.scores("304", 2021, {"1": 9, "bonus.1": 2})
    told = rows(
        book.finish(), "remediation", "unit_code", "index_percent_if_fixed", "rank_if_fixed"
    )
    assert told == [("303", 100, 2), ("304", 100, 1)]


def test_provisional_units_have_nothing_at_stake_that_is_known():
    book = Release()
    book.unit("303")
    book.framework(2021, {"1": 10})
    book.scores("303", 2021, {"1": 8}, "self_assessed")
    told = rows(
        book.finish(),
        "ranking",
        "points_at_stake",
        "index_percent_if_all_fixed",
        "rank_if_all_fixed",
    )
    assert told == [(None, None, None)]


def test_nothing_lost_has_a_row_without_rates():
    book = single({"1": 10, "2.1": 5, "2.2": 5})
    told = rows(
        book.finish(), "rates", "unit_code", "deduction_count", "lost_points", "rate_by_count",
        "rate_by_points", "rate_proved_by_points", "comparable_share",
    )  # fmt: skip
    assert told == [(None, 0, 0, None, None, None, None), ("303", 0, 0, None, None, None, None)]


def test_findings_are_remediation_of_their_own_year():
    book = Release(as_of="2022-09-30")
    book.unit("303")
    for state, more in {
        "open": {},
        "in_progress": {},
        "reported": {"deadline_on": "2022-06-30"},
        "closed": {"deadline_on": "2022-06-30"},
    }.items():
        book.finding("303", 2022, "limitation", state=state, description=state, **more)
    book.finding("303", 2022, "violation", description="hạn", deadline_on="2022-12-31")
    book.finding("303", 2022, "strength")
    told = rows(
        book.finish(), "remediation", "origin", "reason", "evidence_stage", "is_overdue",
        "lost_points", "recovery", year=2022,
    )  # fmt: skip
    assert told == [
        ("inspection", "open", "none", False, None, None),
        ("inspection", "in_progress", "planned", False, None, None),
        ("inspection", "reported", "reported", True, None, None),
        ("inspection", "closed", "verified", False, None, None),
        ("inspection", "hạn", "planned", False, None, None),
    ]


def test_as_of_moves_deadlines_only():
    book = single(reported_state="in_progress", deadline_on="2022-06-30")
    release = book.finish()
    columns = ("evidence_stage", "is_overdue", "points_at_stake")
    before = rows(release, "remediation", *columns, area_code="1", as_of=datetime.date(2022, 6, 30))
    after = rows(release, "remediation", *columns, area_code="1", as_of=datetime.date(2022, 7, 1))
    assert (before, after) == ([("planned", False, 2)], [("planned", True, 2)])


def test_a_closed_finding_found_again_recurs():
    book = Release()
    book.unit("303")
    first = book.inspection("303", 2021, "2021-06-01", "2021-06-01")
    second = book.inspection("303", 2022, "2022-06-01", "2022-06-01")
    same = {"reform_area": "procedures", "cause": "Thiếu nhân sự"}
    book.finding("303", 2021, state="closed", inspection_id=first, **same)
    book.finding("303", 2022, inspection_id=second, **same)
    book.finding("303", 2022, inspection_id=second, reform_area="procedures", cause="Khác")
    told = rows(book.finish(), "findings", "cause", "is_recurring", year=2022)
    assert told == [("Thiếu nhân sự", True), ("Khác", False)]


def test_a_leaf_verified_already_decides_what_a_provisional_unit_lost_there():
    book = Release()
    book.unit("303")
    book.framework(2021, {"1": 10, "2": 10})
    book.scores("303", 2021, {"1": 8})
    book.scores("303", 2021, {"2": 5}, "self_assessed")
    book.remediation("303", 2021, "1", lost_points=3)
    book.remediation("303", 2021, "2", lost_points=4)
    told = rows(book.finish(), "deductions", "criterion_code", "lost_points", "is_from_register")
    assert told == [("1", 2, True), ("2", 4, True)]
