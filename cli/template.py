"""`template FORM --output F`: a workbook to fill in that comes back through `import`."""

from __future__ import annotations

import argparse
from pathlib import Path

import duckdb

from analysis.choices import ranking_groups_of, unit_code_of
from analysis.questions import Filters, answer
from analysis.rows import rows_of
from cli.choosing import book_to_read
from cli.reading import opened
from cli.saying import say
from data.errors import OutputNotWritable
from data.forms.forms import Form
from data.store import Store
from reports.explanation_workbook import (
    explanation_archive,
    explanation_workbook,
    explanations,
)
from reports.templates import TemplateContent, write_template

EXPLANATION = "explanation"
ARCHIVE = ".zip"


def run_template(store: Store, arguments: argparse.Namespace) -> int:
    """0 where the file was written, 1 where there is nothing to explain, 3 where it could not be.

    Raises UnknownChoice, OutputNotWritable.
    """
    output = Path(arguments.output)
    in_full = arguments.form == EXPLANATION
    with opened(store, book_to_read(store, arguments), in_full=in_full) as release:
        if arguments.form == EXPLANATION:
            return _write_explanation(release, arguments, output)
        content = _content(release, arguments)
    try:
        write_template(Form(arguments.form), content, output)
    except OSError as error:
        raise OutputNotWritable(file=str(output)) from error
    say("template_written", file=str(output))
    return 0


def _content(release: duckdb.DuckDBPyConnection, arguments: argparse.Namespace) -> TemplateContent:
    """What the book knows: units by name, and the criteria where one set alone is meant."""
    year, group = arguments.year, arguments.group
    units = rows_of(answer(release, "units", Filters(ranking_group=group)))
    names = {str(unit["unit_code"]): str(unit["unit_name"]) for unit in units}
    if arguments.form != Form.SCORES_UNIT or not (year or group or arguments.unit):
        return TemplateContent([*names.values()], year, group)
    code = unit_code_of(release, arguments.unit, year) if arguments.unit else None
    groups = ranking_groups_of(release, group, year) if group else (None,)
    scope = Filters(year, groups[0], (code,) if code else ())
    criteria = rows_of(answer(release, "criteria_set", scope))
    if len({row["framework_id"] for row in criteria}) != 1:
        criteria = []
    every = {str(u["unit_code"]): str(u["unit_name"]) for u in rows_of(answer(release, "units"))}
    unit = every.get(code) if code else None
    year = year or next((row["year"] for row in criteria), None)
    return TemplateContent([*names.values()], year, group, unit, criteria)


def _write_explanation(
    release: duckdb.DuckDBPyConnection, arguments: argparse.Namespace, output: Path
) -> int:
    """One unit's workbook; with a name that ends in .zip those of every unit in scope."""
    year = arguments.year
    units = (unit_code_of(release, arguments.unit, year),) if arguments.unit else ()
    groups = ranking_groups_of(release, arguments.group, year) if arguments.group else (None,)
    is_archive = output.suffix.lower() == ARCHIVE
    if not units and not is_archive:
        say("explanation_of_whom")
        return 2
    found = [one for group in groups for one in explanations(release, Filters(year, group, units))]
    if not found:
        say("nothing_to_explain")
        return 1
    content = explanation_archive(found) if is_archive else explanation_workbook(found[0])
    try:
        output.write_bytes(content)
    except OSError as error:
        raise OutputNotWritable(file=str(output)) from error
    count = sum(len(one.leaves) for one in found)
    say("explanation_written", file=str(output), units=str(len(found)), count=str(count))
    return 0
