"""What has moved since a meeting, by hand on the small release and on one corrected after it."""

from __future__ import annotations

import datetime

import pytest

from analysis.meeting import figures_of_deductions, figures_of_index, is_overdue, moved, tally
from analysis.questions import Filters, answer
from analysis.rows import rows_of
from data.decisions import Decision, DecisionState, SubjectKind
from data.meetings import KeyFigure
from tests.analysis.small import small
from tests.analysis.test_replication import replicated

AS_OF = datetime.date(2022, 9, 30)


def figures(release, *, year=2022, judged=2021):
    def rows(question, of):
        return rows_of(answer(release, question, Filters(year=of)))

    rates = next((row for row in rows("rates", judged) if row["unit_code"] is None), None)
    return [
        *figures_of_deductions(rates, rows("decisions", judged), year=judged),
        *figures_of_index(rows("ranking", year), rows("decisions", year), year=year),
    ]


def by_name(found):
    return {one.name: one for one in found}


def test_the_figures_of_a_meeting_are_those_worked_out_by_hand(small_release):
    # 6.5 points lost in 2021; 305 I.2 (1) and 304 I.1 (1) came back: 2 / 6.5 by points, 2 of 6.
    # 305 II.1 is reported done, its points did not come back: contradicted, and no longer open.
    found = by_name(figures(small_release))
    assert found["rate_proved_by_points"].value == pytest.approx(2 / 6.5)
    assert found["contradicted"].value == 1
    assert (found["rate_by_points"].year, found["overdue_finding"].year) == (2021, None)
    # 304 leads 2022 with 20.5 of 21; the median of 20.5 and 18 of 21 is 19.25 of 21.
    leader, middle = found["leader_percent"], found["median_percent"]
    assert (leader.said, leader.group) == ("Quận Ngô Quyền", "Quận")
    assert leader.value == pytest.approx(100 * 20.5 / 21)
    assert middle.value == pytest.approx(100 * 19.25 / 21)


def test_what_a_correction_moved_is_the_difference_of_what_is_printed(small_release):
    later = small()
    later.connection.execute(
        "update score set points = 4.5 where unit_code = '305' and year = 2022"
        " and criterion_code = 'II.5'"
    )
    both = moved(figures(small_release), figures(later.finish()))
    found = by_name(both)
    # II.1 lost 1.5 of 4 = 0.375; II.5 now loses 0.5 of 5 = 0.1: recovery 0.7333, so 1 + 1 + 1.5
    # of 6.5 where the threshold holds, else as before.
    proved = found["rate_proved_by_points"]
    assert proved.then.value == pytest.approx(2 / 6.5)
    printed = (round(100 * proved.now.value, 1), round(100 * proved.then.value, 1))
    assert proved.difference == pytest.approx(printed[0] - printed[1])
    # The median of 20.5 and 19.5 of 21 is 95.24 %, before it 91.67 %.
    assert found["median_percent"].difference == pytest.approx(95.24 - 91.67)
    assert found["leader_percent"].difference == 0


def test_a_year_that_the_release_of_then_did_not_know_is_null_and_not_nought(small_release):
    unknown = by_name(figures(small_release, year=2024, judged=2023))
    assert unknown["overdue"].value is None
    assert "candidate" not in unknown
    (only,) = moved([KeyFigure("overdue", None, 2021)], [KeyFigure("overdue", 4, 2021)])
    assert only.difference is None


def test_figures_are_set_beside_those_of_the_same_year_and_group_only():
    then = [KeyFigure("overdue", 9, 2020), KeyFigure("median_percent", 80, 2021, "Huyện")]
    now = [KeyFigure("median_percent", 81, 2021, "Quận"), KeyFigure("overdue", 4, 2021)]
    assert [(one.name, one.then) for one in moved(then, now)] == [
        ("overdue", None),
        ("median_percent", None),
    ]


@pytest.mark.parametrize(
    ("due_on", "state", "expected"),
    [
        (datetime.date(2022, 9, 29), DecisionState.OPEN, True),
        (datetime.date(2022, 9, 29), DecisionState.IN_PROGRESS, True),
        (datetime.date(2022, 9, 29), DecisionState.DONE, False),
        (datetime.date(2022, 9, 29), DecisionState.DROPPED, False),
        (AS_OF, DecisionState.OPEN, False),
        (None, DecisionState.OPEN, False),
    ],
)
def test_a_decision_is_overdue_the_day_after_it_was_due(due_on, state, expected):
    said = Decision(SubjectKind.MEETING, "1", "x", state, due_on=due_on)
    assert is_overdue(said, AS_OF) is expected


def test_decisions_are_counted_by_state():
    rows = [
        {"state": "done", "is_overdue": False},
        {"state": "done", "is_overdue": False},
        {"state": "open", "is_overdue": True},
        {"state": "dropped", "is_overdue": False},
    ]
    counted = tally(rows)
    assert (counted.total, counted.done, counted.open, counted.overdue) == (4, 2, 1, 1)
    assert (counted.dropped, counted.in_progress) == (1, 0)


def test_models_wait_until_a_register_says_what_was_decided():
    def waiting(release):
        return rows_of(answer(release, "models_waiting", Filters(year=2022)))

    def counted(release):
        rows = rows_of(answer(release, "decisions", Filters(year=2022)))
        return next(row["matter_count"] for row in rows if row["matter"] == "candidate")

    for decision in (None, " ", "Công nhận"):
        book = replicated(8, 9, 7)
        book.connection.execute(
            "update score set points = 10 where unit_code = '301' and criterion_code = 'II.1'"
        )
        book.initiative(
            "301", 2022, "Một cửa số", reform_area="procedures", measure="ngày",
            effect_before="5", effect_after="2", recognition="Cấp thành phố", decision=decision,
        )  # fmt: skip
        release = book.finish()
        found = waiting(release)
        assert len(found) == counted(release)
        named = {(row["unit_code"], row["area_code"]) for row in found}
        assert (("301", "II") in named) is (decision != "Công nhận")
        assert found == sorted(found, key=lambda row: (-row["gain_points"], row["unit_code"]))
