"""The order in which forms are resolved: what a form names must be known before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import duckdb

from data.forms.found import FormTable, Hints, Staged
from data.loading_reference import load_reference
from data.problems import Problem
from data.progress import Progress, Step
from data.reference import Reference
from data.resolving.conflicts import conflicting_scores, repeated_frameworks
from data.storing import store_rows

if TYPE_CHECKING:
    from data.handed_in import HandedIn

Resolver = Callable[[FormTable, Reference, Hints], Staged]

RESOLVERS: Mapping[str, Resolver] = {}
# Inspections come before the registers that name them.
STAGES: tuple[tuple[str, ...], ...] = (
    ("units",),
    ("criteria",),
    ("areas", "links", "bands"),
    ("scores_unit", "scores_matrix", "scores_long", "published_results"),
    ("inspections",),
    ("remediation",),
    ("findings",),
    ("initiatives",),
)


def stage_all(
    connection: duckdb.DuckDBPyConnection,
    import_id: int,
    files: Sequence[HandedIn],
    progress: Progress,
) -> list[Problem]:
    """Every table of every file stands in submitted.*, whatever the order of the files.

    Each stage sees what the stages before it brought, inside the open transaction.
    """
    every: list[Staged] = []
    for stage in STAGES:
        tables = [
            (file, table) for file in files for table in file.reading.tables if table.form in stage
        ]
        reference = load_reference(connection) if tables else Reference()
        for file, table in tables:
            progress(Step.STORING, file.reading.file.name)
            staged = RESOLVERS[table.form](table, reference, file.hints)
            store_rows(connection, import_id, staged)
            every.append(staged)
    problems = [problem for staged in every for problem in staged.problems]
    return [*problems, *repeated_frameworks(every), *conflicting_scores(every)]
