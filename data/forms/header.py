"""Finds the headings of a table by their words: any row, any column, over one to four rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from data.forms.completeness import is_complete
from data.forms.criterion_headings import CODE, CriterionHeading
from data.forms.forms import Form
from data.forms.found import ColumnChoice, Found
from data.forms.headings import ROW_NUMBER_KEYS, Assignment, assign, heading_keys, may_be_heading
from data.forms.matrix import across_of
from data.forms.stacks import Block, block_at, cells_below, is_heading_row
from data.sheets.grid import Sheet

HEADER_ROWS = 4  # areas, criteria, maxima, column numbers
SEARCHED_ROWS = 60  # title blocks and covers above a table are shorter
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
COUNTED = 300  # rows looked at to see whether an STT only counts; a set has fewer criteria
MOST = 0.7  # share of names with a code from which on the names hold the codes


class Layout(StrEnum):
    """How a table lies on its sheet."""

    ROWS = "rows"
    UNITS_ACROSS = "units_across"
    CRITERIA_ACROSS = "criteria_across"


@dataclass(slots=True)
class Header:
    """The headings of one table; rows and columns from 0, `bottom` the last heading row.

    `across` are the columns of a matrix (units or criteria) and of a published table's areas,
    `headings` what they say of a criterion or area.
    """

    form: Form
    layout: Layout
    block: Block
    assignment: Assignment
    across: tuple[int, ...] = ()
    headings: dict[int, CriterionHeading] = field(default_factory=dict)
    score: float = 0.0

    @property
    def columns(self) -> dict[str, int]:
        """Field -> column."""
        return self.assignment.columns

    def heading(self, column: int) -> Found:
        """The lowest heading cell of a column that has words."""
        return self.block.leaf(column)

    @property
    def years(self) -> list[Found]:
        """The year that the columns of points name ('Điểm tự chấm năm 2021'), if it is one."""
        named = {
            match[0]: Found(match[0], match[0], self.heading(column).cell)
            for column in sorted(self.columns.values(), reverse=True)
            if (match := YEAR.search(self.heading(column).text))
        }
        return list(named.values()) if len(named) == 1 else []

    def settle_years(self, year: str) -> None:
        """'Chỉ số năm 2020' beside 'Chỉ số năm 2021': the column of the table's year counts."""
        years = {
            column: match[0]
            for column in self.block.stacks
            if (match := YEAR.search(self.heading(column).text))
        }
        self.assignment.settle_years(years, year)


def find_header(
    sheet: Sheet,
    start: int,
    stop: int,
    *,
    forms: Collection[Form] = tuple(Form),
    spellings: frozenset[str] = frozenset(),
    title: str = "",
    choices: Sequence[ColumnChoice] = (),
) -> Header | None:
    """The first table's headings between two rows; among overlapping readings the fullest."""

    def readings_at(top: int) -> list[Header]:
        blocks = (block_at(sheet, top, depth) for depth in _depths(sheet, top))
        return [
            header
            for block in blocks
            for header in _readings(sheet, block, forms, spellings, title, choices)
        ]

    for row in range(start, min(stop, len(sheet.rows))):
        if not _may_open_a_table(sheet, row):
            continue
        readings = readings_at(row)
        if readings:
            # Title rows may have been taken for the top of the headings: look below them too.
            last = max(header.block.bottom for header in readings)
            below = [h for top in range(row + 1, last + 1) for h in readings_at(top)]
            return max([*readings, *below], key=lambda header: header.score)
    return None


def _may_open_a_table(sheet: Sheet, row: int) -> bool:
    words = sum(
        1 for value in sheet.rows[row] if isinstance(value, str) and value and may_be_heading(value)
    )
    return words > 0 and sum(1 for value in sheet.rows[row] if value not in (None, "")) > 1


def _depths(sheet: Sheet, top: int) -> Iterator[int]:
    """How many rows the headings may take: on as long as rows look like headings."""
    for depth in range(1, HEADER_ROWS + 1):
        if top + depth > len(sheet.rows) or (
            depth > 1 and not is_heading_row(sheet, top + depth - 1)
        ):
            return
        yield depth


def _readings(
    sheet: Sheet,
    block: Block,
    forms: Collection[Form],
    spellings: frozenset[str],
    title: str,
    choices: Sequence[ColumnChoice],
) -> Iterator[Header]:
    if len(block.headings) < 2:
        return
    for form in forms:
        if form is Form.SCORES_MATRIX:
            continue
        assignment = assign(form, block.headings, choices)
        _part_twins(sheet, block, assignment)
        if form is Form.SCORES_LONG and _only_counts(sheet, block, assignment):
            assignment.count_rows("criterion_code")
        if form is Form.PUBLISHED_RESULTS:
            yield from _published(sheet, block, assignment, spellings, title)
        elif is_complete(form, _with_codes_in_names(sheet, block, form, assignment)):
            yield Header(form, Layout.ROWS, block, assignment, score=_score(assignment, block))
    if Form.SCORES_MATRIX in forms:
        yield from _matrix(sheet, block, spellings, title, choices)


def _part_twins(sheet: Sheet, block: Block, assignment: Assignment) -> None:
    """A code and a name below one merged heading are two fields."""
    for code, name in (("code", "name"), ("criterion_code", "criterion_name")):
        kept = assignment.columns.get(name)
        if kept is None or code in assignment.columns or kept not in block.twins:
            continue
        first, second, *_ = sorted([kept, *block.twins[kept]])
        cells = cells_below(sheet, block.bottom, first, COUNTED)
        codes = [m for cell in cells if (m := CODE.fullmatch(cell.text)) and not m["name"]]
        if codes and len(codes) >= MOST * len(cells):
            assignment.columns |= {code: first, name: second}


def _is_stt(block: Block, assignment: Assignment) -> bool:
    column = assignment.columns.get("criterion_code")
    return column is not None and any(
        key in ROW_NUMBER_KEYS for found in block.stacks[column] for key in heading_keys(found.text)
    )


def _with_codes_in_names(
    sheet: Sheet, block: Block, form: Form, assignment: Assignment
) -> Collection[str]:
    """The fields, with the code where the names hold it ('1.1. Kế hoạch') and the STT counts."""
    name = assignment.columns.get("name")
    if form is not Form.CRITERIA or name is None:
        return assignment.columns
    if not _are_coded(sheet, block, name):
        return assignment.columns
    if "code" in assignment.columns and _counts_up(sheet, block, assignment.columns["code"]):
        assignment.count_rows("code")
    return {*assignment.columns, "code"}


def _are_coded(sheet: Sheet, block: Block, column: int) -> bool:
    cells = cells_below(sheet, block.bottom, column, COUNTED)
    coded = sum(1 for cell in cells if CODE.fullmatch(cell.text))
    return coded > 0 and coded >= MOST * len(cells)


def _counts_up(sheet: Sheet, block: Block, column: int) -> bool:
    cells = cells_below(sheet, block.bottom, column, COUNTED)
    numbers = [int(cell.text) if cell.text.isdecimal() else 0 for cell in cells]
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _only_counts(sheet: Sheet, block: Block, assignment: Assignment) -> bool:
    """An STT beside names of criteria that counts 1, 2, 3 … over all rows is no code."""
    if "criterion_name" not in assignment.columns or not _is_stt(block, assignment):
        return False
    return _counts_up(sheet, block, assignment.columns["criterion_code"]) or _are_coded(
        sheet, block, assignment.columns["criterion_name"]
    )


def _score(assignment: Assignment, block: Block, across: int = 0) -> float:
    """How much of the headings a reading explains; a shorter block wins a tie."""
    explained = 2 * (len(assignment.columns) + across) + len(assignment.row_numbers)
    return explained - 0.5 * (len(assignment.unknown) - across) - 0.1 * block.depth


def _published(
    sheet: Sheet, block: Block, assignment: Assignment, spellings: frozenset[str], title: str
) -> Iterator[Header]:
    if not {"unit", "unit_code"} & set(assignment.columns):
        return
    across = across_of(sheet, block, assignment, spellings, title)
    if across is None or across.is_matrix:
        return
    fields = {*assignment.columns, *(f"area:{n + 1}" for n in range(len(across.columns)))}
    if is_complete(Form.PUBLISHED_RESULTS, fields):
        yield Header(
            Form.PUBLISHED_RESULTS,
            Layout.ROWS,
            block,
            assignment,
            across.columns,
            across.headings,
            _score(assignment, block, len(across.columns)),
        )


def _matrix(
    sheet: Sheet,
    block: Block,
    spellings: frozenset[str],
    title: str,
    choices: Sequence[ColumnChoice],
) -> Iterator[Header]:
    assignment = assign(Form.SCORES_MATRIX, block.headings, choices)
    _part_twins(sheet, block, assignment)
    if {"unit", "unit_code"} & set(assignment.columns) and _is_stt(block, assignment):
        assignment.count_rows("criterion_code")  # rows are units: an STT counts them
    across = across_of(sheet, block, assignment, spellings, title)
    if across is None or not across.is_matrix:
        return
    layout = Layout.UNITS_ACROSS if across.are_units else Layout.CRITERIA_ACROSS
    score = _score(assignment, block, len(across.columns))
    yield Header(
        Form.SCORES_MATRIX, layout, block, assignment, across.columns, across.headings, score
    )
