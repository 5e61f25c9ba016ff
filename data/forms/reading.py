"""Reads a workbook of any kind into tables of known forms. No store is asked, nothing judged.

Fields are those of `headings.toml`; beside them a record may hold
- `total_row`: the label of a row or column that adds up others (criteria and score sheets);
- `area:1`, `area:2` …: the area columns of published results, in their order;
- `unit`, `criterion_code`, `criterion_name`, `maximum_points`, `points`, `kind` of a matrix cell.
Where only one column names the unit or criterion, a code of it stands under `unit` or
`criterion`; `unit_code` and `criterion_code` are there beside a name.
"""

from __future__ import annotations

from pathlib import Path

from data.collector import collector_at_rest
from data.forms.contexts import ContextReader
from data.forms.facts import ILLUSTRATION, Facts, read_facts
from data.forms.finishing import finished
from data.forms.forms import Form
from data.forms.found import FormTable, Hints, Reading, SourceFile
from data.forms.marked_copies import is_problems_sheet
from data.forms.nearest import nearest_tables
from data.forms.sheet_tables import SheetWalk
from data.problems import Problem, Severity
from data.sheets.grid import Sheet
from data.sheets.legacy_text import legacy_problems
from data.sheets.reading import read_sheets
from data.text_keys import plain_key


def read_workbook(
    path: Path,
    *,
    name: str | None = None,
    hints: Hints = Hints(),  # noqa: B008 - frozen, so one object serves every call
    unit_spellings: frozenset[str] = frozenset(),
) -> Reading:
    """Every table of a known form in a file, in the order of its sheets.

    `name` is what the file was called; `unit_spellings` holds the plain keys of spellings that
    the book knows, so that bare names are recognised as units.
    """
    opened = read_sheets(path, name=name)
    if opened.problem:
        return Reading(opened.file, problems=(opened.problem,))
    return read_grids(opened.file, opened.sheets, hints=hints, unit_spellings=unit_spellings)


def read_grids(
    file: SourceFile,
    sheets: tuple[Sheet, ...],
    *,
    hints: Hints = Hints(),  # noqa: B008
    unit_spellings: frozenset[str] = frozenset(),
) -> Reading:
    """As `read_workbook`, of sheets that have been opened already.

    Letters of an old encoding would match no heading and no name: they are the one thing said.
    """
    if legacy := legacy_problems(file, sheets):
        return Reading(file, problems=legacy)
    with collector_at_rest():
        return _read(file, sheets, hints, unit_spellings)


def _read(
    file: SourceFile, sheets: tuple[Sheet, ...], hints: Hints, unit_spellings: frozenset[str]
) -> Reading:
    forms = tuple(form for form in Form if hints.form in {None, form.value})
    sheets = tuple(sheet for sheet in sheets if not is_problems_sheet(sheet))
    walks = [SheetWalk(sheet, forms, unit_spellings, hints.columns) for sheet in sheets]
    for walk in walks:
        walk.run()
    tables: list[FormTable] = []
    unread: list[FormTable] = []
    problems: list[Problem] = []
    for walk in walks:
        contexts = _context_reader(file, walk, walks, hints, unit_spellings)
        for read in walk.tables:
            context = contexts.context(read.table.header, read.facts, read.all_text)
            table, found = finished(file, read.table, context)
            problems += found
            (tables if table.records else unread).append(table)
        problems += contexts.problems
    if not any(walk.tables for walk in walks):
        problems.append(_of_no_form(file, sheets, hints, unit_spellings))
        for sheet in sheets:
            unread += nearest_tables(file, sheet, forms, hints.columns)
    return Reading(
        file, tuple(tables), tuple(problems), _is_illustration(walks), unread=tuple(unread)
    )


def _of_no_form(
    file: SourceFile, sheets: tuple[Sheet, ...], hints: Hints, spellings: frozenset[str]
) -> Problem:
    """No sheet is of a known form, or not of the form that the option names."""
    if hints.form:
        for sheet in sheets:
            walk = SheetWalk(sheet, tuple(Form), spellings, hints.columns)
            walk.run()
            if walk.tables:
                return Problem(
                    Severity.ERROR,
                    "contradicts_option",
                    file.name,
                    sheet.name,
                    found=walk.tables[0].table.form,
                    expected=hints.form,
                )
    return Problem(Severity.ERROR, "no_known_form", file.name, expected=hints.form)


def _context_reader(
    file: SourceFile,
    walk: SheetWalk,
    walks: list[SheetWalk],
    hints: Hints,
    spellings: frozenset[str],
) -> ContextReader:
    """A first sheet serves the others: its year always, group and unit where it has no table."""
    first = walks[0]
    cover = Facts()
    if not first.tables:
        cover = read_facts(first.loose, spellings=spellings)
    facts = first.tables[0].facts if first.tables and walk is not first else cover
    above = walk.tables[0].facts if walk.tables else Facts()
    return ContextReader(file.name, walk.sheet.name, hints, spellings, above, facts, cover)


def _is_illustration(walks: list[SheetWalk]) -> bool:
    texts = [walk.sheet.name or "" for walk in walks]
    texts += [cell.text for walk in walks for cell in walk.loose]
    texts += [read.all_text for walk in walks for read in walk.tables]
    return any(ILLUSTRATION in plain_key(text) for text in texts)
