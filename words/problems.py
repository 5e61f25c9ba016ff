"""The message of a problem: what is wrong, where, and how to mend it."""

from __future__ import annotations

import re

from data.problems import Problem
from words import formats
from words.catalogue import text
from words.fields import field_word

MOST_SHOWN = 300  # characters of a cell; more would bury the sentence that says what to do
FIGURE = re.compile(r"-?\d+\.\d+")
# Problems of figures: elsewhere '4.5' may be the code of a criterion, which keeps its dot.
OF_FIGURES = frozenset(
    {
        "area_maximum_differs",
        "deduction_above_maximum",
        "deduction_differs_from_score",
        "lost_points_differ",
        "maximum_differs",
        "maximum_not_positive",
        "points_above_maximum",
        "points_above_new_maximum",
        "points_below_zero",
        "published_above_maximum",
        "published_contradicts_itself",
        "published_differs",
        "published_zero_is_missing",
        "total_differs_from_sum",
    }
)
OF_A_COLUMN = frozenset({"register_values_cleared"})


def problem_message(problem: Problem) -> str:
    """The problem in the language in use; the catalogue's key is the problem's code."""
    return text(
        f"problem.{problem.code}",
        found=found_words(problem),
        expected=_figure(problem, shortened(problem.expected or "")),
        sheet=shortened(problem.sheet or ""),
        cell=problem.cell or "",
        file=problem.file,
    )


def found_words(problem: Problem) -> str:
    """What was found, as a reader of the language in use writes it: figures and columns."""
    found = problem.found or ""
    if problem.code in OF_A_COLUMN:
        form, _, name = found.partition(".")
        return field_word(form, name)
    return _figure(problem, shortened(found))


def _figure(problem: Problem, written: str) -> str:
    """'4.5' as '4,5'; what is no bare figure stays as it was typed."""
    is_figure = problem.code in OF_FIGURES and FIGURE.fullmatch(written)
    return formats.as_stored(float(written)) if is_figure else written


def shortened(found: str) -> str:
    """The text, or its beginning where a cell holds an essay."""
    return found if len(found) <= MOST_SHOWN else f"{found[:MOST_SHOWN]}…"
