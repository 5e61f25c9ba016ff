"""Where no table is of a known form: the headings that come nearest to one, to ask people about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from data.forms.completeness import missing_groups
from data.forms.finishing import finished
from data.forms.forms import Form
from data.forms.found import ColumnChoice, Context, FormTable, SourceFile
from data.forms.header import SEARCHED_ROWS, Header, Layout
from data.forms.headings import assign, may_be_heading
from data.forms.stacks import block_at
from data.forms.table import Table
from data.sheets.grid import Sheet

FEWEST_HEADINGS = 2  # known ones in a row; a single word may stand anywhere
MOST_FORMS = 5  # to choose from


def nearest_tables(
    file: SourceFile,
    sheet: Sheet,
    forms: Collection[Form],
    choices: Sequence[ColumnChoice],
) -> list[FormTable]:
    """For each form the row of the sheet with most headings of it, the likeliest form first.

    As tables without records. None where no row has two known headings of a form.
    """
    best: dict[Form, Header] = {}
    for row in range(min(SEARCHED_ROWS, len(sheet.rows))):
        for header in _of_row(sheet, row, forms, choices) if _has_headings(sheet, row) else ():
            if header.form not in best or header.score > best[header.form].score:
                best[header.form] = header
    headers = sorted(best.values(), key=lambda header: -header.score)
    return [_as_table(file, sheet, header) for header in headers[:MOST_FORMS]]


def _as_table(file: SourceFile, sheet: Sheet, header: Header) -> FormTable:
    unknown = tuple(header.assignment.unknown)
    rows = tuple(header.assignment.row_numbers)
    return finished(file, Table(sheet, header, row_numbers=rows, unknown=unknown), Context())[0]


def _has_headings(sheet: Sheet, row: int) -> bool:
    known = sum(isinstance(v, str) and v != "" and may_be_heading(v) for v in sheet.rows[row])
    return known >= FEWEST_HEADINGS


def _of_row(
    sheet: Sheet, row: int, forms: Collection[Form], choices: Sequence[ColumnChoice]
) -> Iterator[Header]:
    block = block_at(sheet, row, 1)
    for form in forms:
        assignment = assign(form, block.headings, choices)
        if len(assignment.columns) >= FEWEST_HEADINGS:
            lacking = len(missing_groups(form, assignment.columns))
            score = len(assignment.columns) - 0.25 * len(assignment.unknown) - 0.5 * lacking
            yield Header(form, Layout.ROWS, block, assignment, score=score)
