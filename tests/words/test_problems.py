"""Figures and columns in a problem are written as the reader's language writes them."""

from __future__ import annotations

import re

import pytest

from data.problems import Problem, Severity
from words.catalogue import speaking
from words.problems import found_words, problem_message


def said(code: str, found: str, expected: str | None = None, language: str = "vi") -> str:
    with speaking(language):
        problem = Problem(Severity.ERROR, code, "a.xlsx", None, "E6", found, expected)
        return problem_message(problem)


def test_figures_have_the_decimal_mark_of_the_language() -> None:
    assert said("points_above_maximum", "4.5", "4").startswith("Điểm 4,5 lớn hơn điểm tối đa 4.")
    assert "4.5" in said("points_above_maximum", "4.5", "4", "en")


def test_a_figure_beside_what_a_cell_said_has_the_decimal_mark_of_the_language() -> None:
    assert "“1.250” được đọc là 1,25 (" in said("read_as_decimal", "1.250", "1.25")
    assert "“8,125” được đọc là 8,125 (" in said("read_as_decimal", "8,125", "8.125")
    assert "8.125" in said("read_as_decimal", "8,125", "8.125", "en")
    assert "(62,5)" in said("band_bounds_reversed", "60", "62.5")
    assert "Loại 1.5: 62,5–80." in said("bands_overlap", "Khá", "Loại 1.5: 62.5–80")


def test_two_values_are_figures_and_their_places_are_not() -> None:
    two = said("two_values_for_one_score", "6.5", "7.25 (năm 2.5.xlsx C4)")
    assert "ở đây là 6,5, nơi khác là 7,25 (năm 2.5.xlsx C4)." in two
    assert "6.5" in said("two_values_for_one_score", "6.5", "7.25 (a.xlsx C4)", "en")
    typed = said("two_values_for_one_score", "1.250", "“1.260” (a.xlsx C4)")
    assert "1.250" in typed
    assert "1.260" in typed
    marked = said("not_applicable_with_points", "KĐG", "2.5 (a.xlsx C4)")
    assert "nơi ghi khác: 2,5 (a.xlsx C4)." in marked


def test_the_code_of_a_criterion_keeps_its_dot() -> None:
    assert "1.1" in said("criterion_unknown", "1.1")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "code",
    ["unit_unknown", "group_missing", "group_unknown", "criteria_set_missing", "criterion_unknown"],
)
def test_where_nothing_is_near_no_sentence_is_left_open(code: str, language: str) -> None:
    alone = said(code, "CA thành phố", None, language)
    assert not re.search(r"[: ]\.|\b(?:của|for) ?\.|:$|\s$", alone)
    assert "Quận Lê Chân" in said(code, "CA thành phố", "Quận Lê Chân", language)


def test_a_unit_without_a_nearest_one_is_told_without_it() -> None:
    assert "Gần nhất" not in said("unit_unknown", "CA thành phố")
    assert "Gần nhất: Quận Lê Chân. Hãy" in said("unit_unknown", "Lê Chấm", "Quận Lê Chân")


@pytest.mark.parametrize("code", ["unit_missing", "year_missing"])
def test_a_blank_cell_is_not_told_to_add_the_column_it_stands_in(code: str) -> None:
    assert said(code, "", "Cột ấy").startswith("Ô “Cột ấy” còn trống")
    assert "thêm cột" not in said(code, "", "Cột ấy")
    assert "thêm cột" in said(code, "")


def test_a_cleared_column_is_named_by_its_heading() -> None:
    problem = Problem(
        Severity.WARNING, "register_values_cleared", "a.csv", None, None, "findings.severity", "4"
    )
    with speaking("vi"):
        assert found_words(problem) == "Mức độ"
        assert "“Mức độ” không có giá trị nào trong tệp này" in problem_message(problem)
        assert "4 giá trị" in problem_message(problem)
