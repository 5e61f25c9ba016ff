"""Each named question of a release, for the year that it is about where nobody names one."""

from __future__ import annotations

import duckdb

from analysis.questions import QUESTIONS, answer
from benchmarks.measuring import Measured, measured
from data.database_files import cursor_of


def question_times(release: duckdb.DuckDBPyConnection, *, units: int, runs: int) -> list[Measured]:
    """A row a question, in the order of the registry."""
    return [
        measured(
            lambda name=name: answer(cursor_of(release), name),
            part="question",
            name=name,
            units=units,
            runs=runs,
        )
        for name in QUESTIONS
    ]
