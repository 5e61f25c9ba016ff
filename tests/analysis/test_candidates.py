"""Best practice, line by line: definitions 4.1 to 4.4."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.ask import question
from analysis.best_practice import top_quartile_probability
from analysis.questions import Filters, answer
from tests.analysis.asking import rows
from tests.analysis.by_hand import NOT_APPLICABLE, Release

UNITS = ("301", "302", "303", "304", "305", "306")


def group(*points: float, year: int = 2021, book: Release | None = None) -> Release:
    """Units with these points of 10 in area II (reform area 'procedures'), one leaf each area."""
    if book is None:
        book = Release()
        for code in UNITS[: len(points)]:
            book.unit(code)
    book.framework(year, {"I.1": 10, "II.1": 10})
    if (year - 1, "urban_district") in book.frameworks:
        for code in ("I.1", "II.1"):
            book.link(year - 1, code, code)
    for code, value in zip(UNITS, points, strict=False):
        book.scores(code, year, {"I.1": 5, "II.1": value})
    return book


def candidates(book: Release, *columns: str, **filters) -> list[tuple[Any, ...]]:
    return rows(book.finish(), "candidates", "unit_code", *columns, area_code="II", **filters)


SPREAD = (9.5, 7, 6, 5, 6.5)  # median 65 %, |x - median| 30, 5, 5, 15, 0: MAD 5


def test_robust_z_by_median_and_mad():
    told = dict(candidates(group(*SPREAD), "robust_z"))
    assert told == {
        "301": pytest.approx(0.6745 * 30 / 5),
        "302": pytest.approx(0.6745),
        "305": 0,
        "303": pytest.approx(-0.6745),
        "304": pytest.approx(-0.6745 * 3),
    }


def test_a_mad_of_zero_takes_the_mean_deviation():
    told = dict(candidates(group(9, 6, 6, 6, 6), "robust_z"))
    # mean |x - 60| = 30 / 5 = 6
    assert told["301"] == pytest.approx(30 / (1.253314 * 6))
    assert told["302"] == 0


def test_no_spread_at_all_gives_no_z():
    told = candidates(group(6, 6, 6, 6, 6), "robust_z", "robust_z_reason", "result")
    assert {row[1:] for row in told} == {(None, "no_spread", "not_supported")}


def test_a_group_under_five_has_no_z():
    told = candidates(group(9.5, 7, 6, 5), "robust_z", "robust_z_reason", "result")
    assert {row[1:] for row in told} == {(None, "group_too_small", "not_supported")}


def test_five_to_whom_the_area_applies_are_needed():
    book = group(9.5, 7, 6, 5)
    book.unit("305")
    book.scores("305", 2021, {"I.1": 5, "II.1": NOT_APPLICABLE})
    assert [row[0] for row in candidates(book)] == ["301", "302", "303", "304"]
    told = rows(book.connection, "candidates", "robust_z_reason", area_code="II")
    assert set(told) == {("group_too_small",)}


def test_good_figures_alone_are_promising_and_one_year_is_unknown_but_met():
    told = candidates(group(*SPREAD), "result", "reasons_for", "reasons_against")[0]
    assert told[:2] == ("301", "promising")
    assert list(told[2]) == ["performance", "durability_unknown", "nothing_against"]
    assert list(told[3]) == ["no_proof_in_field"]


@pytest.mark.parametrize("year", [2021, 2020])
def test_a_strength_from_a_held_inspection_makes_a_candidate(year):
    book = group(*SPREAD)
    visit = book.inspection("301", year, f"{year}-06-01", f"{year}-06-02")
    book.finding("301", year, "strength", reform_area="procedures", inspection_id=visit)
    told = candidates(book, "result", "reasons_for")[0]
    assert (told[1], "strength_recorded" in list(told[2])) == ("candidate", True)


def test_a_strength_of_a_visit_that_was_not_held_proves_nothing():
    book = group(*SPREAD)
    visit = book.inspection("301", 2021, "2021-06-01")
    book.finding("301", 2021, "strength", reform_area="procedures", inspection_id=visit)
    assert candidates(book, "result")[0] == ("301", "promising")


def test_proof_two_years_old_or_of_another_area_proves_nothing():
    book = group(*SPREAD)
    book.initiative("301", 2019, reform_area="procedures", recognition="Cấp thành phố")
    book.initiative("301", 2021, reform_area="direction", recognition="Cấp thành phố")
    assert candidates(book, "result")[0] == ("301", "promising")


@pytest.mark.parametrize(
    ("measure", "before", "after", "result"),
    [
        ("Thời gian trả kết quả (phút)", "45 phút", "15 phút", "candidate"),
        ("Thời gian trả kết quả (phút)", "15", "45", "promising"),
        ("Số hồ sơ trễ hạn", "143", "12", "candidate"),
        ("Đơn khiếu nại", "3", "5", "promising"),
        ("Tỷ lệ trả đúng hạn trong ngày (%)", "35,5", "62,5", "candidate"),
        ("Tỷ lệ hồ sơ trễ hạn (%)", "35,5", "62,5", "promising"),
        ("Số hồ sơ trực tuyến", "100", "100", "promising"),
        ("Mức hài lòng", "chưa đo", "tốt hơn", "promising"),
        (None, "1", "2", "candidate"),
    ],
)
def test_a_measured_improvement_knows_where_less_is_better(measure, before, after, result):
    book = group(*SPREAD)
    book.initiative(
        "301", 2021, reform_area="procedures", measure=measure, effect_before=before,
        effect_after=after,
    )  # fmt: skip
    assert candidates(book, "result")[0] == ("301", result)


@pytest.mark.parametrize(
    ("finding", "result"),
    [
        ({"kind": "violation", "severity": "minor"}, "not_supported"),
        ({"kind": "violation"}, "not_supported"),
        ({"kind": "limitation", "severity": "serious"}, "not_supported"),
        ({"kind": "limitation", "severity": "serious", "state": "reported"}, "not_supported"),
        ({"kind": "limitation", "severity": "serious", "state": "closed"}, "promising"),
        ({"kind": "limitation", "severity": "moderate"}, "promising"),
        ({"kind": "difficulty", "severity": "serious"}, "promising"),
    ],
)
def test_the_gate_closes_on_an_open_serious_finding_or_violation(finding, result):
    book = group(*SPREAD)
    book.finding("301", 2021, reform_area="procedures", **finding)
    assert candidates(book, "result")[0] == ("301", result)


def test_the_gate_closes_on_a_recurring_deduction():
    book = group(*SPREAD, year=2019)
    group(10, 7, 6, 5, 6.5, year=2020, book=book)
    group(*SPREAD, year=2021, book=book)
    told = {row[0]: row[1:] for row in candidates(book, "result", "reasons_against")}
    assert told["301"][0] == "not_supported"
    assert "recurring_deduction" in list(told["301"][1])


def test_durability_wants_each_year_at_the_top_or_no_lower_than_before():
    # 301 fell from 6.9 to 6.8 outside the top quartile of 2020, then led in 2021.
    book = group(6.9, 7, 7, 7, 7, year=2019)
    group(6.8, 7, 7, 7, 7, year=2020, book=book)
    group(*SPREAD, year=2021, book=book)
    told = candidates(book, "year_count", "is_held", "result")[0]
    assert told == ("301", 3, False, "not_supported")


def test_durability_is_met_by_rising_each_year():
    book = group(6.8, 7, 7, 7, 7, year=2019)
    group(6.9, 7, 7, 7, 7, year=2020, book=book)
    group(*SPREAD, year=2021, book=book)
    told = candidates(book, "year_count", "is_held", "top_quartile_probability", "result")[0]
    assert told == ("301", 3, True, 1, "promising")


def test_provisional_units_are_not_judged():
    book = group(*SPREAD)
    book.unit("306")
    book.scores("306", 2021, {"I.1": 10, "II.1": 10}, "self_assessed")
    assert "306" not in dict(candidates(book, "result"))


def test_thresholds_can_be_moved():
    told = candidates(group(*SPREAD), "result", minimum_z=5.0)
    assert {result for _, result in told} == {"not_supported"}


def test_receivers_gain_leaf_by_leaf_from_half_a_point():
    book = Release()
    for code in UNITS:
        book.unit(code)
    book.framework(2021, {"II.1": 10, "II.2": 10})
    for code, points in zip(
        UNITS, [(9, 5), (7, 10), (9, 4.5), (9, 4.6), (8, 9), (1, 1)], strict=True
    ):
        book.scores(code, 2021, dict(zip(("II.1", "II.2"), points, strict=True)))
    frame = answer(book.finish(), "candidates", Filters(2021, unit_codes=("301",)))
    receivers = [(r["unit_code"], float(r["points"])) for r in frame["receivers"].iloc[0]]
    assert receivers == [("306", 12), ("302", 2), ("305", 1), ("303", 0.5)]


def draw(area):
    return top_quartile_probability(area, draws=2000)


def leaves_of(book: Release):
    text = question("practice/leaves_for_draws").text
    return book.finish().sql(text).df().query("area_code == 'II'")


def test_draws_are_the_same_every_time_and_ties_share_the_better_rank():
    area = leaves_of(group(9, 9, 6, 5))
    assert draw(area) == draw(area) == {"301": 1, "302": 1, "303": 0, "304": 0}


def test_a_disputed_leaf_moves_between_its_least_and_greatest_points():
    book = group(6, 5, 5, 5)
    book.scores("302", 2021, {"II.1": 5}, "verified_1")
    book.scores("302", 2021, {"II.1": 7}, "explanation")
    told = draw(leaves_of(book))
    # 302 lies evenly in 5 to 7 and leads when above 6: half of the draws.
    assert told["302"] == pytest.approx(0.5, abs=0.04)
    assert told["301"] == pytest.approx(0.5, abs=0.04)
    assert told["303"] == 0


def test_what_a_unit_gives_itself_disputes_nothing():
    book = group(6, 5, 5, 5)
    book.scores("302", 2021, {"II.1": 10}, "self_assessed")
    assert draw(leaves_of(book))["301"] == 1


def test_a_leaf_that_does_not_apply_counts_with_the_own_share():
    book = Release()
    for code in UNITS[:4]:
        book.unit(code)
    book.framework(2021, {"II.1": 1, "II.2": 9})
    book.scores("301", 2021, {"II.1": 0.8, "II.2": NOT_APPLICABLE})
    for code in UNITS[1:4]:
        book.scores(code, 2021, {"II.1": 0.79, "II.2": 7.11})
    assert draw(leaves_of(book)) == {"301": 1, "302": 0, "303": 0, "304": 0}
