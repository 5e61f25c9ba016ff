"""The message of a problem: what is wrong, where, and how to mend it."""

from __future__ import annotations

from data.problems import Problem
from words.catalogue import text

MOST_SHOWN = 300  # characters of a cell; more would bury the sentence that says what to do


def problem_message(problem: Problem) -> str:
    """The problem in the language in use; the catalogue's key is the problem's code."""
    return text(
        f"problem.{problem.code}",
        found=shortened(problem.found or ""),
        expected=shortened(problem.expected or ""),
        sheet=shortened(problem.sheet or ""),
        cell=problem.cell or "",
        file=problem.file,
    )


def shortened(found: str) -> str:
    """The text, or its beginning where a cell holds an essay."""
    return found if len(found) <= MOST_SHOWN else f"{found[:MOST_SHOWN]}…"
