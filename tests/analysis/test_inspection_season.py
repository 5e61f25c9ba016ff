"""A season summed: progress of the programme, findings by area, cause and severity, the brief."""

from __future__ import annotations

import datetime

import pytest

from analysis.finding_counts import (
    areas_by_cause,
    cause_kind,
    fates_by_area,
    found_of,
    kinds_and_states,
    problems_by,
)
from analysis.programme_progress import (
    combined_visits,
    programme_of,
    progress_by_group,
    report_state,
)
from analysis.questions import Filters, answer
from analysis.rows import rows_of
from analysis.visit_brief import visit_brief
from tests.analysis.by_hand import DEPARTMENT, SO, Release
from tests.analysis.small import small

AS_OF = datetime.date(2022, 9, 30)


def season() -> Release:
    """303 twice within 30 days, 304 late, 305 planned, 306 not planned, a department concluded."""
    book = Release(as_of=AS_OF.isoformat())
    for code in ("303", "304", "305", "306"):
        book.unit(code)
    book.unit("SNV", "Sở Nội vụ", kind=DEPARTMENT, group=SO)
    book.inspection(
        "303", 2022, "2022-07-01", "2022-07-01", thematic_lead="Sở Tư pháp", conclusion_number="1"
    )
    book.inspection("303", 2022, "2022-07-25", "2022-07-26", report_due_on="2022-07-20")
    book.inspection("304", 2022, "2022-09-01", thematic_lead="Sở Tư pháp")
    book.inspection("305", 2022, "2022-10-20", report_due_on="2022-10-10")
    book.inspection(
        "SNV",
        2022,
        "2022-08-01",
        "2022-08-02",
        conclusion_number="2",
        report_due_on="2022-07-20",
        report_received_on="2022-07-21",
    )
    return book


@pytest.fixture(scope="module")
def visits():
    return rows_of(answer(season().finish(), "inspections", Filters(year=2022)))


def test_the_programme_counts_visits_units_and_what_is_amiss(visits):
    programme = programme_of(visits)
    assert (programme.unit_count, programme.visited_unit_count, programme.visit_count) == (5, 2, 5)
    assert (programme.concluded_count, programme.held_count) == (2, 1)
    assert (programme.planned_count, programme.late_count, programme.not_planned_count) == (1, 1, 1)
    assert (programme.overlapping_unit_count, programme.combined_count) == (1, 2)
    assert (programme.missing_report_count, programme.late_report_count) == (1, 1)


def test_reports_are_received_late_missing_awaited_or_not_asked_for(visits):
    told = [(row["unit_code"], report_state(row)) for row in visits]
    assert told == [
        ("303", None),
        ("303", "missing"),
        ("SNV", "received_late"),
        ("304", None),
        ("305", "awaited"),
        ("306", None),
    ]


def test_progress_is_told_by_group(visits):
    told = {row["ranking_group"]: row for row in progress_by_group(visits)}
    assert told["Quận"]["unit_count"] == 4
    assert told["Quận"]["visited_unit_count"] == 1
    assert told["Quận"]["late_count"] == 1
    assert told[SO]["concluded_count"] == 1


def test_visits_that_serve_a_thematic_inspection_stand_under_who_leads_it(visits):
    assert combined_visits(visits) == [
        {
            "thematic_lead": "Sở Tư pháp",
            "visit_count": 2,
            "held_visit_count": 1,
            "unit_names": ["Đơn vị 303", "Đơn vị 304"],
        }
    ]


def found():
    book = Release(as_of=AS_OF.isoformat())
    book.unit("303")
    own, outside = "Chủ quan: phân công chưa rõ", "Khách quan: chờ hướng dẫn"
    for kind, values in (
        ("limitation", {"severity": "serious", "cause": own, "deadline_on": "2022-09-29"}),
        ("limitation", {"severity": "minor", "cause": outside, "deadline_on": "2022-10-30"}),
        ("limitation", {"state": "closed", "guidance": "Hướng dẫn lập hồ sơ"}),
        ("violation", {"cause": own, "state": "in_progress", "deadline_on": "2022-10-31"}),
        ("strength", {}),
        ("difficulty", {"guidance": "Hướng dẫn cách làm"}),
    ):
        area = "direction" if kind == "violation" else "procedures"
        book.finding("303", 2022, kind, reform_area=area, **values)
    return rows_of(answer(book.finish(), "findings", Filters(year=2022)))


def test_findings_are_counted_by_kind_severity_state_and_deadline():
    counts = found_of(found(), AS_OF)
    assert (counts.problem_count, counts.serious_count, counts.violation_count) == (4, 2, 1)
    assert (counts.strength_count, counts.difficulty_count, counts.guidance_count) == (1, 1, 2)
    # 29/09 is over; 30/10 is the thirtieth day, 31/10 the thirty-first
    assert (counts.open_count, counts.overdue_count, counts.due_soon_count) == (3, 1, 1)


def test_a_kind_without_state_has_none_rather_than_zero():
    told = {row["finding_kind"]: row for row in kinds_and_states(found())}
    assert [*told] == ["violation", "limitation", "difficulty", "strength"]
    assert (told["limitation"]["open_count"], told["limitation"]["closed_count"]) == (2, 1)
    assert told["difficulty"]["open_count"] is None
    assert told["difficulty"]["guidance_count"] == 1


def test_problems_are_told_by_area_severity_and_cause():
    areas = areas_by_cause(found())
    assert [row["area_code"] for row in areas] == ["procedures", "direction"]
    first, second = areas
    assert [first[f"{s}_count"] for s in ("serious", "moderate", "minor", "ungraded")] == [
        1,
        0,
        1,
        1,
    ]
    assert (first["own_count"], first["outside_count"], first["unsaid_count"]) == (1, 1, 1)
    assert (first["own_serious_count"], second["own_serious_count"]) == (1, 1)
    causes = problems_by(found(), lambda row: row["cause"], "cause")
    assert [(row["finding_count"], row["not_closed_count"]) for row in causes] == [
        (2, 2),
        (1, 1),
        (1, 0),
    ]


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        ("Chủ quan: chậm", "own"),
        ("nguyên nhân KHÁCH QUAN", "outside"),
        ("Thiếu người", "unsaid"),
        (None, "unsaid"),
    ],
)
def test_a_cause_says_itself_whether_the_unit_could_help_it(cause, kind):
    assert cause_kind(cause) == kind


def test_fates_of_earlier_findings_are_counted_by_area():
    continued = [
        {"area_code": "procedures", "fate": "closed"},
        {"area_code": "procedures", "fate": "open"},
        {"area_code": "direction", "fate": "found_again"},
    ]
    told = [
        (r["area_code"], r["finding_count"], r["closed_count"]) for r in fates_by_area(continued)
    ]
    assert told == [("procedures", 2, 1), ("direction", 1, 0)]


def test_a_brief_gathers_what_the_small_release_knows_of_a_unit():
    book = small()
    book.finding("305", 2021, severity="serious", description="trễ hạn")
    book.finding("305", 2022, "violation", is_individual=True, description="nhận quà")
    book.initiative("305", 2022, "Một cửa không giấy", reform_area="procedures")
    release = book.finish()
    brief = visit_brief(release, "305", 2022)
    assert brief is not None
    # 2022: I.2 kept its maximum, II.5 lost 2 of 5, II.2 1 of 6
    assert (brief.index_year, brief.deduction_year) == (2022, 2021)
    assert [(row["criterion_code"], row["lost_points"]) for row in brief.lost] == [
        ("II.5", 2),
        ("II.2", 1),
    ]
    assert [row["criterion_code"] for row in brief.claimed] == ["II.1"]
    assert [row["criterion_code"] for row in brief.contradicted] == ["II.1"]
    assert [row["criterion_code"] for row in brief.overdue] == ["II.1"]
    assert [row["description"] for row in brief.open_findings] == ["trễ hạn"]
    assert [row["name"] for row in brief.initiatives] == ["Một cửa không giấy"]
    assert [row["conclusion_number"] for row in brief.visits] == ["15/TB-ĐKT"]
    seen = visit_brief(release, "305", 2022, with_individuals=True)
    assert seen is not None
    assert [row["description"] for row in seen.open_findings] == ["trễ hạn", "nhận quà"]


def test_a_brief_before_the_index_of_the_season_stands_on_the_year_before(small_release):
    brief = visit_brief(small_release, "303", 2022)
    assert brief is not None
    assert brief.index_year == 2021
    assert [row["criterion_code"] for row in brief.lost] == ["I.2", "II.1"]
    assert visit_brief(small_release, "999", 2022) is None
