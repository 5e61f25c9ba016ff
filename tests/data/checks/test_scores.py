"""Totals, missing points and missing units of score sheets; scores that lose their ground."""

from __future__ import annotations

import datetime

import pytest

from data.problems import Problem, Severity


def places(problems, code):
    """Sheet and cell of every problem of a code."""
    return [(problem.sheet, problem.cell) for problem in problems if problem.code == code]


@pytest.mark.parametrize(
    ("code", "claimed"),
    [
        ("I", "7.5"),  # exactly
        ("I", "7.54"),  # printed with two decimals: 0.04 off is more than 0.005
        ("I", "8"),  # printed without decimals: half a unit off
        (None, "7.5"),
        (None, "16.5"),  # with the survey
        (None, "8.5"),  # with the bonus
        (None, "17.5"),  # with both
    ],
)
def test_a_total_is_told_when_no_reading_of_it_adds_up(book, code, claimed):
    scores = book.begin()
    book.score(scores, "303", "1", "4.5")
    book.score(scores, "303", "2", "3")
    book.score(scores, "303", "3", "9", kind="survey")
    book.score(scores, "303", "B.1", "1")
    book.total(scores, code, claimed, cell="C3")
    expected = [("S", "C3")] if claimed == "7.54" else []
    assert places(book.problems(scores), "total_differs_from_sum") == expected


def test_a_total_further_off_says_what_was_found_and_what_the_parts_give(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4.5")
    book.score(scores, "303", "2", "3")
    book.total(scores, "I", "7.6", cell="C3")
    assert book.problems(scores) == [
        Problem(Severity.WARNING, "total_differs_from_sum", "bang.xlsx", "S", "C3", "7.6", "7.5")
    ]


def test_half_a_unit_of_the_last_printed_decimal_is_no_difference(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4.55")
    book.score(scores, "303", "2", "3")
    book.total(scores, "I", "7.6")
    assert book.problems(scores) == []


def test_a_round_that_lists_only_disputed_leaves_may_total_the_last_round(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4", kind="verified_1")
    book.score(scores, "303", "2", "3", kind="verified_1")
    book.score(scores, "303", "2", "3.5", kind="verified_2")
    book.total(scores, "I", "7.5")
    assert book.problems(scores) == []


def test_a_leaf_that_does_not_apply_adds_nothing_to_its_total(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4")
    book.score(scores, "303", "2", "KĐG")
    book.total(scores, "I", "4")
    assert book.problems(scores) == []


def test_a_blank_leaf_that_nothing_else_fills_is_told_at_its_last_round(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4", kind="self_assessed", cell="C5")
    book.score(scores, "303", "1", None, kind="verified_1", cell="D5", sign="x")
    book.score(scores, "303", "2", "3", kind="verified_1", cell="D6")
    assert book.problems(scores) == [
        Problem(Severity.WARNING, "leaf_without_points", "bang.xlsx", "S", "D5", "x", None)
    ]


def test_a_blank_round_beside_an_earlier_one_with_points_is_no_news(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4", kind="verified_1")
    book.score(scores, "303", "1", None, kind="verified_2")
    book.score(scores, "303", "2", "4", kind="verified_2")
    assert book.problems(scores) == []


def test_a_round_not_held_yet_is_no_news_but_a_written_sign_is(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4", kind="self_assessed")
    book.score(scores, "303", "1", None, kind="verified_1")
    book.score(scores, "303", "2", "4", kind="self_assessed")
    book.score(scores, "303", "2", None, kind="verified_1", cell="D6", sign="-")
    assert places(book.problems(scores), "leaf_without_points") == [("S", "D6")]


def test_a_survey_leaf_without_verified_points_is_not_missing(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4")
    book.score(scores, "303", "3", None)
    assert book.problems(scores) == []


def test_a_correction_that_blanks_a_leaf_is_told(book):
    first = book.begin()
    book.score(first, "303", "1", "4")
    book.score(first, "303", "2", "4")
    second = book.begin(file="sua.xlsx")
    book.score(second, "303", "2", None, cell="C6", file="sua.xlsx")
    assert [(p.file, p.cell) for p in book.problems(second)] == [("sua.xlsx", "C6")]


def test_a_matrix_names_the_ranked_units_it_lacks(book):
    scores = book.begin(form="scores_matrix")
    book.score(scores, "303", "1", "4")
    book.score(scores, "304", "1", "4")
    assert book.problems(scores) == [
        Problem(
            Severity.WARNING,
            "units_missing_from_group",
            "bang.xlsx",
            "S",
            None,
            "Quận 2021",
            "Quận 305",
        )
    ]


def test_a_matrix_of_the_whole_group_and_a_sheet_of_one_unit_lack_nobody(book):
    matrix = book.begin(form="scores_matrix")
    for unit in ("303", "304", "305"):
        book.score(matrix, unit, "1", "4")
    sheet = book.begin(form="scores_unit", file="mot.xlsx")
    book.score(sheet, "303", "2", "4", file="mot.xlsx")
    assert book.problems(matrix) == []
    assert book.problems(sheet) == []


def test_a_published_table_names_the_units_it_lacks(book):
    published = book.begin(form="published_results")
    book.add(published, "published_result", unit_code="303", year=2021, what="total")
    assert [(p.code, p.expected) for p in book.problems(published)] == [
        ("units_missing_from_group", "Quận 304; Quận 305")
    ]


def test_scores_of_a_unit_that_a_later_workbook_ends_are_an_error(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4", cell="C5")
    ended = book.units(u303=datetime.date(2021, 6, 30))
    assert [(p.severity, p.code, p.cell) for p in book.problems(ended)] == [
        (Severity.ERROR, "unit_outside_validity", "C5")
    ]


def test_a_unit_that_lasts_to_the_end_of_the_reporting_year_may_have_scores(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4")
    assert book.problems(book.units(u303=datetime.date(2021, 12, 14))) == []


def test_a_corrected_set_that_drops_a_scored_leaf_is_an_error_at_the_old_score(book):
    scores = book.begin()
    book.score(scores, "303", "2", "4", cell="C6")
    corrected = book.criteria(without="2")
    assert [(p.severity, p.code, p.cell) for p in book.problems(corrected)] == [
        (Severity.ERROR, "criterion_gone", "C6")
    ]


def test_a_corrected_maximum_below_the_points_is_an_error_at_the_old_score(book):
    scores = book.begin()
    book.score(scores, "303", "2", "4", cell="C6")
    corrected = book.criteria(c2="3")
    assert [(p.code, p.cell, p.found, p.expected) for p in book.problems(corrected)] == [
        ("points_above_new_maximum", "C6", "4", "3")
    ]


def test_a_withdrawn_set_leaves_scores_without_ground(book):
    scores = book.begin()
    book.score(scores, "303", "2", "4", cell="C6")
    book.connection.execute("update import_batch set is_withdrawn = true where import_id = 2")
    assert [(p.severity, p.code) for p in book.problems(None)] == [
        (Severity.ERROR, "framework_gone")
    ]


def test_withdrawn_units_leave_scores_without_a_unit(book):
    scores = book.begin()
    book.score(scores, "303", "2", "4", cell="C6")
    book.connection.execute("update import_batch set is_withdrawn = true where import_id = 1")
    assert [(p.code, p.found, p.cell) for p in book.problems(None)] == [("unit_gone", "303", "C6")]


def link(book, import_id, from_code, to_code):
    """A link row of urban districts from 2021 to 2022."""
    book.add(
        import_id,
        "criterion_link",
        cell="B4",
        unit_kind="urban_district",
        from_year=2021,
        from_code=from_code,
        to_year=2022,
        to_code=to_code,
        link_kind="new_code",
    )


def test_a_corrected_set_that_drops_a_linked_leaf_is_an_error_at_the_link(book):
    links = book.begin(form="links")
    link(book, links, "1", "2")
    later = book.criteria(year=2022)
    assert book.problems(later) == []
    corrected = book.criteria(year=2022, without="2")
    assert [
        (p.severity, p.code, p.cell, p.found, p.expected) for p in book.problems(corrected)
    ] == [(Severity.ERROR, "link_code_unknown", "B4", "2", "2022")]


def test_a_link_waits_for_a_set_that_is_not_there_yet(book):
    link(book, book.begin(form="links"), "1", "77")
    assert book.problems(None) == []


def test_a_mapping_of_an_area_that_a_corrected_set_drops_is_an_error(book):
    areas = book.begin(form="areas")
    book.add(
        areas,
        "area_mapping",
        cell="C3",
        year=2021,
        unit_kind="urban_district",
        criterion_code="B",
        reform_area="impact",
    )
    assert book.problems(None) == []
    corrected = book.criteria(without="B")
    assert ("mapped_area_unknown", "C3") in [(p.code, p.cell) for p in book.problems(corrected)]


def test_a_book_in_order_has_no_problem_for_whichever_import(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4")
    assert [book.problems(number) for number in (None, 1, 2, scores)] == [[], [], [], []]
