"""The message of a problem: what is wrong, where, and how to mend it."""

from __future__ import annotations

from data.problems import Problem
from words.catalogue import text


def problem_message(problem: Problem) -> str:
    """The problem in the language in use; the catalogue's key is the problem's code."""
    return text(
        f"problem.{problem.code}",
        found=problem.found or "",
        expected=problem.expected or "",
        sheet=problem.sheet or "",
        cell=problem.cell or "",
        file=problem.file,
    )
