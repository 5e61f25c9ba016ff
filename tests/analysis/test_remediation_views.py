"""What stands behind the page on remediation: parts of what was lost, deadlines, what is silent.

The small release of 2021: 305 lost I.2 1 (came back) and II.1 1.5 (said done, nothing came back);
304 I.1 1 (came back) and II.2 0.5 (nothing); 303 I.2 1.5 and II.1 1 (nobody wrote, not verified).
"""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from analysis.questions import Filters, answer
from analysis.remediation_parts import (
    CONTRADICTED,
    FINDING_STAGES,
    ON,
    STEPS,
    STOPPED,
    DueCount,
    Totals,
    contradicted,
    due_counts,
    findings_at,
    rows_at,
    totals,
)
from analysis.rows import rows_of
from tests.analysis.asking import rows
from tests.analysis.by_hand import Release

PARTS = (
    "deduction_count", "lost_points", "proved_points", "claimed_points", "contradicted_points",
    "planned_points", "nothing_points",
)  # fmt: skip


def broken_down(release, dimension, **filters):
    told = rows(release, "breakdown", "dimension", "code", *PARTS, **filters)
    return [rest for kind, *rest in told if kind == dimension]


def test_each_unit_s_losses_fall_into_four_parts(small_release):
    assert broken_down(small_release, "unit") == [
        ["303", 2, 2.5, 0, 0, 0, 0, 2.5],
        ["305", 2, 2.5, 1, 1.5, 1.5, 0, 0],
        ["304", 2, 1.5, 1, 0, 0, 0, 0.5],
    ]


def test_areas_causes_and_offices_hold_the_same_points(small_release):
    assert broken_down(small_release, "area") == [
        ["direction", 3, 3.5, 2, 0, 0, 0, 1.5],
        ["procedures", 3, 3, 0, 1.5, 1.5, 0, 1.5],
    ]
    assert broken_down(small_release, "cause") == [
        [None, 5, 5, 2, 0, 0, 0, 3],
        ["thieu nhan su", 1, 1.5, 0, 1.5, 1.5, 0, 0],
    ]
    assert broken_down(small_release, "lead_office") == [[None, 6, 6.5, 2, 1.5, 1.5, 0, 3]]


def test_one_office_is_one_however_it_is_written():
    book = Release()
    book.unit("303")
    book.framework(2021, {"1": 5, "2": 5})
    book.scores("303", 2021, {"1": 4, "2": 3})
    book.remediation("303", 2021, "1", lead_office="Phòng Nội vụ", action="Tập huấn")
    book.remediation("303", 2021, "2", lead_office="phòng nội  vụ", reported_state="no_plan")
    told = broken_down(book.finish(), "lead_office")
    assert told == [["phong noi vu", 2, 3, 0, 0, 0, 1, 2]]


def test_parts_of_the_flow_lead_to_the_rows_that_make_them_up(small_release):
    filters = Filters(2021)
    steps = rows_of(answer(small_release, "flow", filters))
    remediation = rows_of(answer(small_release, "remediation", filters))
    for place, step in enumerate(steps):
        further = steps[place + 1]["points"] if place + 1 < len(steps) else 0
        name = STEPS[place]
        assert totals(rows_at(remediation, name, ON)).lost_points == further
        stopped = totals(rows_at(remediation, name, STOPPED)).lost_points
        against = totals(rows_at(remediation, name, CONTRADICTED)).lost_points
        assert against == step["contradicted_points"]
        assert stopped + against == step["points_at_step"]
    assert contradicted(steps) == Totals(1, Decimal("1.5"))


def with_deadlines() -> Release:
    """As of 30/9/2022: a deduction with two actions, one without deadline, one that is over."""
    book = Release(as_of="2022-09-30")
    book.unit("303")
    book.framework(2021, {"1": 5, "2": 5, "3": 5, "4": 5, "5": 5}, survey=("5",))
    book.framework(2022, {"3": 5})
    book.link(2021, "3", "3")
    book.scores("303", 2021, {"1": 4, "2": 3, "3": 4, "4": 4})
    book.scores("303", 2021, {"5": 4}, "survey")
    book.scores("303", 2022, {"3": 5})
    late = {"reported_state": "in_progress", "deadline_on": "2022-09-29"}
    book.remediation("303", 2021, "1", action="Một", lead_office="Phòng Nội vụ", **late)
    book.remediation("303", 2021, "1", action="Hai", deadline_on="2022-10-30")
    book.remediation("303", 2021, "3", **late)
    book.remediation("303", 2021, "5", **late)
    book.remediation("303", 2021, "4", reported_state="cannot_be_done", deadline_on="2022-01-01")
    book.finding("303", 2022, deadline_on="2022-10-31")
    book.finding("303", 2022, deadline_on="2022-01-01", state="closed")
    book.finding("303", 2020, deadline_on="2022-01-01")
    return book


def test_deadlines_are_held_against_the_as_of_day():
    release = with_deadlines().finish()
    columns = ("criterion_code", "action_number", "origin", "due", "days_left")
    assert rows(release, "deadlines", *columns) == [
        (None, 1, "inspection", "overdue", -272),
        ("1", 1, "index", "overdue", -1),
        ("1", 2, "index", "due_soon", 30),
        (None, 1, "inspection", "later", 31),
        ("2", 1, "index", "no_deadline", None),
    ]
    told = rows_of(answer(release, "deadlines", Filters(2021)))
    assert due_counts(told) == {
        "overdue": DueCount(1, 1),
        "due_soon": DueCount(1, 0),
        "no_deadline": DueCount(1, 0),
        "later": DueCount(0, 1),
    }


def test_another_as_of_day_moves_what_is_due():
    told = rows(with_deadlines().finish(), "deadlines", "due", as_of=datetime.date(2022, 11, 1))
    assert [due for (due,) in told] == ["overdue"] * 4 + ["no_deadline"]


def test_overdue_is_what_needs_a_decision_and_what_the_list_says():
    release = with_deadlines().finish()
    decided = dict(rows(release, "decisions", "matter", "matter_count"))
    told = due_counts(rows_of(answer(release, "deadlines", Filters(2021))))
    assert (decided["overdue"], decided["overdue_finding"]) == (1, 1)
    assert told["overdue"] == DueCount(1, 1)


def test_findings_are_followed_by_the_year_of_their_inspection():
    book = Release(as_of="2022-09-30")
    book.unit("303")
    book.finding("303", 2021, state="closed")
    book.finding("303", 2021, state="reported", deadline_on="2022-06-30")
    book.finding("303", 2021, state="in_progress", deadline_on="2022-12-31")
    book.finding("303", 2021, "violation")
    book.finding("303", 2021, "strength")
    book.finding("303", 2022, state="reported")
    told = rows(
        book.finish(), "finding_steps", "year", "finding_count", "proved_count", "claimed_count",
        "planned_count", "nothing_count", "overdue_count", "proved_share",
    )  # fmt: skip
    assert told == [(2022, 1, 0, 1, 0, 0, 0, 0), (2021, 4, 1, 1, 1, 1, 1, 0.25)]
    of_2021 = rows_of(answer(book.connection, "remediation", Filters(2021)))
    parts = {part: findings_at(of_2021, part) for part in FINDING_STAGES}
    assert [len(found) for found in parts.values()] == [1, 1, 1, 1]
    assert parts["claimed"][0]["deadline_on"] == datetime.date(2022, 6, 30)


def test_why_the_next_year_is_silent_is_counted(small_release):
    told = rows(
        small_release, "comparability", "recovery_reason", "is_comparable", "deduction_count",
        "lost_points", "lost_share",
    )  # fmt: skip
    assert told == [
        ("not_yet_verified", False, 2, 2.5, pytest.approx(2.5 / 6.5)),
        (None, True, 4, 4, pytest.approx(4 / 6.5)),
    ]
