"""The five tests of how far a figure can be trusted (definitions 5.2)."""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import NOT_APPLICABLE, Release

LEAVES = {"I.1": 80, "I.2": 10, "I.3": 10}
ALL = {"I.1": 80, "I.2": 10, "I.3": 10}


def told(
    verified=None, self_assessed=None, evidence=("I.1", "I.2"), survey=(), more=None
) -> tuple[str, list[str]]:
    book = Release()
    book.unit("303")
    book.framework(2021, LEAVES, survey=survey)
    book.scores("303", 2021, ALL if verified is None else verified)
    book.scores("303", 2021, ALL if self_assessed is None else self_assessed, "self_assessed")
    for code in evidence:
        book.note("303", 2021, code, evidence="Báo cáo số 12")
    if more:
        more(book)
    ((mark, reasons),) = rows(book.finish(), "reliability", "mark", "reasons")
    return str(mark), list(reasons)


def test_five_tests_passed_are_high():
    assert told() == ("high", [])


def test_evidence_stands_on_four_fifths_of_the_maximum():
    assert told(evidence=("I.1",)) == ("high", [])
    assert told(evidence=("I.2", "I.3")) == ("middling", ["little_evidence"])


@pytest.mark.parametrize(("first", "passes"), [(75, True), (74.99, False)])
def test_the_self_gap_is_at_most_a_twentieth_of_the_maximum(first, passes):
    mark, reasons = told({**ALL, "I.1": first})
    assert (reasons == [], mark == "high") == (passes, passes)
    assert passes or reasons == ["large_self_gap"]


def test_underrating_oneself_is_a_gap_too():
    assert told(self_assessed={**ALL, "I.2": 4})[1] == ["large_self_gap"]


def test_a_unit_without_self_assessment_has_no_small_gap():
    assert told(self_assessed={})[1] == ["no_self_assessment"]


def test_what_does_not_apply_leaves_the_tests_and_may_be_too_much():
    assert told({**ALL, "I.2": NOT_APPLICABLE})[1] == []
    less = {**ALL, "I.2": NOT_APPLICABLE, "I.3": NOT_APPLICABLE}
    assert told(less) == ("middling", ["much_not_applicable"])


def test_a_figure_of_an_earlier_year_is_older():
    def newer(book):
        book.framework(2022, LEAVES)
        book.scores("303", 2022, ALL)

    assert told(more=newer) == ("middling", ["older_year"])


def test_three_failed_tests_are_low():
    less = {**ALL, "I.2": NOT_APPLICABLE, "I.3": NOT_APPLICABLE}
    assert told(less, self_assessed={}, evidence=()) == (
        "low",
        ["little_evidence", "no_self_assessment", "much_not_applicable"],
    )


def test_a_provisional_unit_is_low_also_where_the_area_is_verified():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "II.1": 10})
    for code in ("I.1", "II.1"):
        book.scores("303", 2021, {code: 10}, "self_assessed")
        book.note("303", 2021, code, evidence="Báo cáo số 12")
    book.scores("303", 2021, {"I.1": 10})
    shown = rows(book.finish(), "reliability", "area_code", "mark", "reasons", "is_provisional")
    assert [(*row[:2], list(row[2]), row[3]) for row in shown] == [
        ("I", "low", [], True),
        ("II", "low", ["self_gap_unknown", "not_all_verified"], True),
    ]


def test_an_area_of_survey_leaves_alone_has_nothing_to_verify():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "II.1": 10}, survey=("II.1",))
    book.scores("303", 2021, {"I.1": 10})
    book.scores("303", 2021, {"II.1": 7}, "survey")
    shown = rows(book.finish(), "reliability", "area_code", "mark", "reasons")
    assert [(*row[:2], list(row[2])) for row in shown] == [
        ("I", "middling", ["little_evidence", "no_self_assessment"]),
        ("II", "high", []),
    ]


def test_an_area_that_does_not_apply_has_no_mark():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "II.1": 10})
    book.scores("303", 2021, {"I.1": 10, "II.1": NOT_APPLICABLE})
    assert rows(book.finish(), "reliability", "area_code") == [("I",)]


def test_published_figures_alone_are_of_low_reliability():
    book = Release()
    book.unit("303")
    book.published("303", 2021, "total", 90)
    book.published("303", 2021, "area", 90, area="Thủ tục hành chính", position=1, maximum=100)
    ((mark, reasons),) = rows(book.finish(), "reliability", "mark", "reasons")
    assert mark == "low"
    assert "not_all_verified" in reasons
    assert "older_year" not in reasons
