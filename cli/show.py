"""`show QUESTION`: the answer that a page draws, as table, JSON or CSV."""

from __future__ import annotations

import argparse

import duckdb
import pandas as pd

from analysis.choices import area_code_of, ranking_groups_of, unit_code_of
from analysis.questions import QUESTIONS, Filters, answer
from analysis.rows import Row, rows_of
from cli.choosing import book_to_read
from cli.printing import print_rows
from cli.reading import opened
from data.store import Store

SHOWN = (
    "ranking",
    "areas",
    "criteria",
    "compare",
    "deductions",
    "remediation",
    "findings",
    "inspections",
    "candidates",
    "robustness",
    "rates",
    "pairs",
    "witnesses",
    "continued",
    "risk",
    "reliability",
    "published",
    "initiatives",
    "units",
    "links",
    "provenance",
    "decisions_taken",
    "deadlines",
    "breakdown",
    "after_replication",
    "contested",
    "separating",
    "unlinked",
)


def shown_questions() -> list[str]:
    """The questions of `show` that the registry answers."""
    return [name for name in SHOWN if name in QUESTIONS]


def run_show(store: Store, arguments: argparse.Namespace) -> int:
    """0, also where the answer has no row. Raises UnknownChoice, NoRelease, UnknownRelease."""
    with opened(store, book_to_read(store, arguments), arguments.release) as release:
        answers = [
            answer(release, arguments.question, filters) for filters in _filters(release, arguments)
        ]
    columns = [str(column) for column in answers[0].columns]
    print_rows(_rows(answers), arguments.format, columns)
    return 0


def _rows(answers: list[pd.DataFrame]) -> list[Row]:
    return [row for frame in answers for row in rows_of(frame)]


def _filters(release: duckdb.DuckDBPyConnection, arguments: argparse.Namespace) -> list[Filters]:
    """One set of filters for each ranking group that the caller means."""
    year: int | None = arguments.year
    groups: tuple[str | None, ...] = (None,)
    if arguments.group:
        groups = ranking_groups_of(release, arguments.group, year)
    units = tuple(unit_code_of(release, text, year) for text in arguments.unit)
    area = area_code_of(release, arguments.area) if arguments.area else None
    return [Filters(year, group, units, area, arguments.as_of) for group in groups]
