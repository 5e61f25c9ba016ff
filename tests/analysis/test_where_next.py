"""Where a team should go next: every part of the score worked out here.

Four districts, one leaf of 10 points; as of 30/09/2022, season 2022. 304 is visited this year.

                       301     302     303     304 | least most | part 301  302  303
lost 2022 (%)           50      10      30       0 |   0    50  |       1   0.2  0.6
contradicted             1       0       0       0 |   0     1  |       1   0    0
overdue                  1       1       2       0 |   0     2  |     0.5   0.5  1
overrating (%)           0      10       0       0 |   0    10  |       0   1    0
open findings            0       1       2       0 |   0     2  |       0   0.5  1
days since a visit   never     365     185       5 |   5   365  |       1   1    0.5
score                                                             3.5/6  3.2/6  3.1/6

301: 5 of 10 in both years, said to be done by 30/06/2022: contradicted and overdue. 303: being
done, overdue. 302 and 303 also have an overdue finding each; 303 rates itself below its points,
which is no overrating. What concerns an individual in 301 does not count.
"""

from __future__ import annotations

import datetime

import pytest

from analysis.questions import Filters, answer
from analysis.risk import fitting, greatest_parts
from analysis.rows import rows_of
from tests.analysis.asking import rows
from tests.analysis.by_hand import Release

SET = {"I.1": 10}
FIGURES = (
    "lost_percent",
    "contradicted_count",
    "overdue_count",
    "overrating_percent",
    "open_finding_count",
    "days_since_visit",
)
PARTS = (
    "lost_part",
    "contradicted_part",
    "overdue_part",
    "overrating_part",
    "findings_part",
    "time_part",
)


def season() -> Release:
    book = Release(as_of="2022-09-30")
    for code in ("301", "302", "303", "304"):
        book.unit(code)
    book.framework(2021, SET)
    book.framework(2022, SET)
    book.link(2021, "I.1", "I.1")
    for code, before, now, own in (
        ("301", 5, 5, 5),
        ("302", 8, 9, 10),
        ("303", 5, 7, 6),
        ("304", 10, 10, 10),
    ):
        book.scores(code, 2021, {"I.1": before})
        book.scores(code, 2022, {"I.1": now})
        book.scores(code, 2022, {"I.1": own}, "self_assessed")
    book.remediation("301", 2021, "I.1", reported_state="done", deadline_on="2022-06-30")
    book.remediation("302", 2021, "I.1", reported_state="done")
    book.remediation("303", 2021, "I.1", reported_state="in_progress", deadline_on="2022-06-30")
    book.finding("301", 2021, "violation", is_individual=True, deadline_on="2022-01-01")
    book.finding("302", 2021, deadline_on="2022-01-01")
    book.finding("303", 2021, deadline_on="2022-01-01", severity="serious")
    book.finding("303", 2021, deadline_on="2022-12-31")
    book.finding("303", 2021, state="closed")
    book.inspection("302", 2021, "2021-09-30", "2021-09-30")
    book.inspection("303", 2021, "2022-03-29", "2022-03-29")
    book.inspection("304", 2022, "2022-09-25", "2022-09-25")
    return book


@pytest.fixture(scope="module")
def release():
    return season().finish()


def test_every_figure_and_part_is_as_worked_out_by_hand(release):
    assert rows(release, "risk", "unit_code", *FIGURES, year=2022) == [
        ("301", 50, 1, 1, 0, 0, None),
        ("302", 10, 0, 1, 10, 1, 365),
        ("303", 30, 0, 2, 0, 2, 185),
    ]
    assert rows(release, "risk", *PARTS, year=2022) == [
        (1, 1, 0.5, 0, 0, 1),
        (0.2, 0, 0.5, 1, 0.5, 1),
        (0.6, 0, 1, 0, 1, 0.5),
    ]


def test_the_score_is_the_mean_of_the_parts_and_the_visited_unit_is_left_out(release):
    told = rows(release, "risk", "unit_code", "score", "place", "open_serious_count", year=2022)
    assert [(code, round(score, 6), place, serious) for code, score, place, serious in told] == [
        ("301", 0.583333, 1, 0),
        ("302", 0.533333, 2, 0),
        ("303", 0.516667, 3, 1),
    ]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((1, 0, 0, 0, 0, 0), [("301", 1), ("303", 0.6), ("302", 0.2)]),
        ((0, 0, 0, 0, 2, 0), [("303", 1), ("302", 0.5), ("301", 0)]),
        ((0, 0, 0, 0, 0, 1), [("301", 1), ("302", 1), ("303", 0.5)]),
        ((0, 0, 0, 0, 0, 0), [("301", 0), ("302", 0), ("303", 0)]),
    ],
)
def test_weights_move_the_order_and_ties_go_by_code(release, weights, expected):
    assert rows(release, "risk", "unit_code", "score", year=2022, risk_weights=weights) == expected


def test_narrowing_the_filter_never_changes_score_or_place(release):
    told = rows(release, "risk", "unit_code", "score", "place", year=2022, unit_codes=("303",))
    assert [(code, round(score, 6), place) for code, score, place in told] == [("303", 0.516667, 3)]


def test_a_planned_visit_is_said_and_a_day_that_went_by_is_late():
    book = season()
    book.inspection("301", 2022, "2022-09-01")
    book.inspection("302", 2022, "2022-11-01")
    told = rows(book.finish(), "risk", "unit_code", "state", year=2022)
    assert dict(told) == {"301": "late", "302": "planned", "303": "not_planned"}


def test_a_day_set_by_the_reader_moves_deadlines_and_undoes_no_visit(release):
    told = rows(
        release,
        "risk",
        "unit_code",
        "overdue_count",
        "days_since_visit",
        year=2022,
        as_of=datetime.date(2022, 1, 2),
    )
    assert sorted(told) == [("301", 0, None), ("302", 1, 94), ("303", 1, 0)]


def test_what_is_not_known_leaves_the_mean_and_is_no_zero():
    book = season()
    book.unit("305")
    told = rows(book.finish(), "risk", *PARTS, "score", year=2022, unit_codes=("305",))
    assert told == [(None, None, 0, None, 0, 1, pytest.approx(1 / 3))]


def test_a_deadline_counts_before_the_next_index_can_judge_it():
    book = season()
    book.connection.execute("delete from score where year = 2022")
    told = rows(book.finish(), "risk", "unit_code", "overdue_count", "index_year", year=2022)
    assert sorted(told) == [("301", 1, 2021), ("302", 1, 2021), ("303", 2, 2021)]


def test_the_team_days_reach_the_first_of_the_list(release):
    risk = rows_of(answer(release, "risk", Filters(year=2022)))
    assert [row["unit_code"] for row in fitting(risk, 2)] == ["301", "302"]
    assert [row["unit_code"] for row in fitting(risk, 3, days_a_visit=2)] == ["301"]
    assert fitting(risk, 0) == []
    assert greatest_parts(risk[0], (1, 1, 1, 1, 1, 1)) == [
        "lost_part",
        "contradicted_part",
        "time_part",
    ]
    assert greatest_parts(risk[0], (0, 0, 0, 1, 1, 0)) == []


FATES = ("first_finding_id", "last_finding_id", "fate", "finding_count", "is_overdue")


def test_earlier_findings_are_followed_from_first_seen_to_the_state_now():
    book = Release(as_of="2022-09-30")
    book.unit("303")
    again = book.finding("303", 2020, severity="serious")
    later = book.finding("303", 2021, continues_finding_id=again)
    last = book.finding("303", 2022, continues_finding_id=later, deadline_on="2022-09-29")
    closed = book.finding("303", 2021, state="closed")
    said = book.finding("303", 2021, "violation", state="reported", is_individual=True)
    waits = book.finding("303", 2021, state="in_progress")
    book.finding("303", 2022)
    book.finding("303", 2021, "strength")
    book.finding("303", 2023, continues_finding_id=waits)
    told = rows(book.finish(), "continued", *FATES, "is_individual", "severity", year=2022)
    assert told == [
        (again, last, "found_again", 3, True, False, "serious"),
        (closed, closed, "closed", 1, False, False, None),
        (said, said, "reported", 1, False, True, None),
        (waits, waits, "open", 1, False, False, None),
    ]


def test_what_the_same_season_finds_again_is_followed_too():
    book = Release()
    book.unit("303")
    first = book.finding("303", 2022, reform_area="procedures")
    book.finding("303", 2022, continues_finding_id=first, state="closed")
    told = rows(book.finish(), "continued", "area_code", "fate", "states", year=2022)
    assert [(area, fate, list(states)) for area, fate, states in told] == [
        ("procedures", "closed", ["open", "closed"])
    ]


def test_without_a_self_assessment_overrating_is_not_known():
    book = Release(as_of="2022-09-30")
    for code, before in (("301", 10), ("302", None)):
        book.unit(code)
        book.framework(2021, SET) if code == "301" else None
        book.scores(code, 2021, {"I.1": 8})
        if before is not None:
            book.scores(code, 2021, {"I.1": before}, "self_assessed")
    told = rows(book.finish(), "risk", "unit_code", "overrating_percent", "overrating_part",
                year=2022)  # fmt: skip
    assert sorted(told) == [("301", 20, 0), ("302", None, None)]


def test_an_older_overrating_does_not_stand_for_the_newest_index():
    book = Release(as_of="2022-09-30")
    book.unit("301")
    for year in (2020, 2021):
        book.framework(year, SET)
        book.scores("301", year, {"I.1": 8})
    book.scores("301", 2020, {"I.1": 10}, "self_assessed")
    told = rows(book.finish(), "risk", "index_year", "overrating_percent", year=2022)
    assert told == [(2021, None)]
