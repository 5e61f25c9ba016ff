"""Warnings that only say again what an error of a cell has said already."""

from __future__ import annotations

from collections.abc import Iterable

from data.cells import row_of
from data.problems import Problem, Severity

# Cells whose value did not count: a total of their row or column cannot add up.
WITHOUT_VALUE = frozenset(
    {
        "error_cell",
        "formula_without_value",
        "points_above_maximum",
        "points_below_zero",
        "points_not_a_number",
    }
)
OF_TOTALS = frozenset({"total_differs_from_sum"})


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, without totals that differ because a cell in their line is itself an error."""
    every = list(problems)
    lines = {
        line
        for problem in every
        if problem.severity is Severity.ERROR and problem.code in WITHOUT_VALUE
        for line in _lines(problem)
    }
    return [p for p in every if p.code not in OF_TOTALS or lines.isdisjoint(_lines(p))]


def _lines(problem: Problem) -> set[tuple[str, str | None, str]]:
    """Row and column of the problem's cell on its sheet."""
    cell = problem.cell or ""
    names = {cell.rstrip("0123456789"), str(row_of(cell) or "")} - {""}
    return {(problem.file, problem.sheet, name) for name in names}
