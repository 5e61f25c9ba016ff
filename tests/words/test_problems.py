"""Figures and columns in a problem are written as the reader's language writes them."""

from __future__ import annotations

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


def test_the_code_of_a_criterion_keeps_its_dot() -> None:
    assert "1.1" in said("criterion_unknown", "1.1")


def test_a_cleared_column_is_named_by_its_heading() -> None:
    problem = Problem(
        Severity.WARNING, "register_values_cleared", "a.csv", None, None, "findings.severity", "4"
    )
    with speaking("vi"):
        assert found_words(problem) == "Mức độ"
        assert "“Mức độ” không có giá trị nào trong tệp này" in problem_message(problem)
        assert "4 giá trị" in problem_message(problem)
