"""A total that differs because of a cell in its line that is itself an error is not said."""

from __future__ import annotations

from data.echoes import without_echoes
from data.problems import Problem, Severity

WRONG = Problem(Severity.ERROR, "points_above_maximum", "a.xlsx", "Lê Chân", "E6", "4.5", "4")


def total(cell: str, sheet: str = "Lê Chân") -> Problem:
    return Problem(Severity.WARNING, "total_differs_from_sum", "a.xlsx", sheet, cell, "9", "5")


def test_totals_of_the_column_and_of_the_row_are_echoes() -> None:
    assert without_echoes([total("E2"), WRONG, total("J6")]) == [WRONG]


def test_totals_elsewhere_are_kept() -> None:
    others = [total("D2"), total("E2", "Hải An")]
    assert without_echoes([*others, WRONG]) == [*others, WRONG]
