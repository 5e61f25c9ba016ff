"""The order in which forms are resolved: what a form names must be known before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import duckdb

from data.collector import collector_at_rest
from data.forms.forms import Form
from data.forms.found import FormTable, Hints, Staged
from data.loading_reference import load_reference
from data.problems import Problem
from data.progress import Progress, Step
from data.reference import Reference
from data.resolving.areas import resolve_areas
from data.resolving.bands import resolve_bands
from data.resolving.conflicts import conflicting_scores, repeated_frameworks
from data.resolving.criteria import resolve_criteria
from data.resolving.findings import resolve_findings
from data.resolving.initiatives import resolve_initiatives
from data.resolving.inspections import resolve_inspections
from data.resolving.links import resolve_links
from data.resolving.published import resolve_published_results
from data.resolving.remediation import resolve_remediation
from data.resolving.scores import (
    resolve_scores_long,
    resolve_scores_matrix,
    resolve_scores_unit,
)
from data.resolving.units import resolve_units
from data.storing import store_rows

if TYPE_CHECKING:
    from data.handed_in import HandedIn

Resolver = Callable[[FormTable, Reference, Hints], Staged]

RESOLVERS: Mapping[str, Resolver] = {
    Form.UNITS: resolve_units,
    Form.CRITERIA: resolve_criteria,
    Form.AREAS: resolve_areas,
    Form.LINKS: resolve_links,
    Form.BANDS: resolve_bands,
    Form.SCORES_UNIT: resolve_scores_unit,
    Form.SCORES_MATRIX: resolve_scores_matrix,
    Form.SCORES_LONG: resolve_scores_long,
    Form.PUBLISHED_RESULTS: resolve_published_results,
    Form.INSPECTIONS: resolve_inspections,
    Form.REMEDIATION: resolve_remediation,
    Form.FINDINGS: resolve_findings,
    Form.INITIATIVES: resolve_initiatives,
}
# Inspections come before the registers that name them.
STAGES: tuple[tuple[Form, ...], ...] = (
    (Form.UNITS,),
    (Form.CRITERIA,),
    (Form.AREAS, Form.LINKS, Form.BANDS),
    (Form.SCORES_UNIT, Form.SCORES_MATRIX, Form.SCORES_LONG, Form.PUBLISHED_RESULTS),
    (Form.INSPECTIONS,),
    (Form.REMEDIATION,),
    (Form.FINDINGS,),
    (Form.INITIATIVES,),
)


def stage_all(
    connection: duckdb.DuckDBPyConnection,
    import_id: int,
    files: Sequence[HandedIn],
    reference: Reference,
    progress: Progress,
) -> list[Problem]:
    """Every table of every file stands in submitted.*, whatever the order of the files.

    `reference` is what the book knew before. Each stage sees what the stages before it brought,
    inside the open transaction.
    """
    with collector_at_rest():
        every = _staged(connection, import_id, files, reference, progress)
        problems = [problem for staged in every for problem in staged.problems]
        return [*problems, *repeated_frameworks(every), *conflicting_scores(every)]


def _staged(
    connection: duckdb.DuckDBPyConnection,
    import_id: int,
    files: Sequence[HandedIn],
    reference: Reference,
    progress: Progress,
) -> list[Staged]:
    every: list[Staged] = []
    is_behind = False
    for stage in STAGES:
        tables = [
            (file, table) for file in files for table in file.reading.tables if table.form in stage
        ]
        if tables and is_behind:
            reference, is_behind = load_reference(connection), False
        for file, table in tables:
            is_behind = True
            progress(Step.STORING, file.reading.file.name)
            staged = RESOLVERS[table.form](table, reference, file.hints)
            store_rows(connection, import_id, staged)
            every.append(staged)
    return every
