"""Tells tables with units or criteria across from published tables with areas across."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from data.forms.criterion_headings import (
    CriterionHeading,
    is_comparison,
    read_criterion_heading,
)
from data.forms.forms import Form
from data.forms.headings import Assignment, assign
from data.forms.row_signs import RowSign, sign_of
from data.forms.stacks import Block, cells_below
from data.forms.unit_words import fold, looks_like_unit
from data.sheets.grid import Sheet
from data.text_keys import plain_key
from data.values import Sign, read_points

FEWEST_UNNAMED = 3  # columns of figures from which on bare names across are taken for units
SAMPLE = 30  # rows looked at to see whether a column holds figures
MOST_AREAS = 10  # sets have 5 to 9 areas (domain, section 3)
PUBLISHED_FIELDS = {"rank", "index_percent", "band", "verified_total", "survey_total"}
KINDS_OF_POINTS = re.compile(
    r"tham dinh|tu cham|tu danh gia|giai trinh|dieu tra xa hoi hoc|dtxhh|khao sat|sipas"
)
NO_AREA = re.compile(
    r"\bdiem (?:cong|thuong|tru|toi da|chuan|tu)\b|tu cham|tu danh gia|tham dinh|giai trinh"
    r"|khao sat|dtxhh|dieu tra xa hoi hoc|^(?:tong|so|ty le|chi so|diem|muc) "
)
PUBLICATION = re.compile(r"kem theo|cong bo|xep hang|phu luc|ket qua chi so|ket qua par index")


@dataclass(slots=True)
class Across:
    """The columns that lie across a table, and what they are.

    `is_matrix` false: areas of a published table.
    """

    columns: tuple[int, ...]
    headings: dict[int, CriterionHeading] = field(default_factory=dict)
    is_matrix: bool = False
    are_units: bool = False


def across_of(
    sheet: Sheet, block: Block, assignment: Assignment, spellings: frozenset[str], title: str
) -> Across | None:
    """What lies across a table whose rows are criteria or units; None where they are neither."""
    fields = set(assignment.columns)
    has_unit = bool({"unit", "unit_code"} & fields)
    has_criterion = bool({"criterion_code", "criterion_name"} & fields)
    if has_criterion and not has_unit:
        return _units_across(sheet, block, assignment, spellings)
    if has_unit and not has_criterion:
        return _criteria_across(sheet, block, assignment, title)
    return None


def _units_across(
    sheet: Sheet, block: Block, assignment: Assignment, spellings: frozenset[str]
) -> Across | None:
    named = tuple(
        column
        for column in block.stacks
        if column
        not in set(assignment.columns.values()) - _kinds_of_units(block, assignment, spellings)
        and unit_heading(block, column, spellings) is not None
        and block.spans[block.stacks[column][-1].cell or ""] == 1
    )
    kinds = {"self_assessed", "verified_1", "explanation", "verified_2", "survey"}
    of_kinds = {assignment.columns[name] for name in kinds & set(assignment.columns)}
    if of_kinds - set(named):
        return None
    # A column of figures beside known units is one nobody knows yet, never one to pass over.
    plain = [
        column
        for column in assignment.unknown
        if column not in named
        and sign_of(block.leaf(column).text) is None
        and not is_comparison(block.leaf(column).text)
        and is_figures(sheet, block, column)
    ]
    different = {block.leaf(column).text for column in plain}
    if named or len(plain) >= FEWEST_UNNAMED and len(different) == len(plain):
        return Across(tuple(sorted({*named, *plain})), is_matrix=True, are_units=True)
    return None


def _kinds_of_units(block: Block, assignment: Assignment, spellings: frozenset[str]) -> set[int]:
    """Columns of kinds of points that stand below the name of a unit."""
    doubled = [column for _, column in assignment.doubled]
    return {
        column
        for column in (*assignment.columns.values(), *doubled)
        if block.group(column) and unit_heading(block, column, spellings) is not None
    }


def unit_heading(block: Block, column: int, spellings: frozenset[str]) -> int | None:
    """Where in a column's stack its unit is named, from the bottom up; None for nowhere.

    A unit's name over the whole table is its title.
    """
    stack, whole = block.stacks[column], block.stacks[min(block.stacks)]
    for place in range(len(stack) - 1, -1, -1):
        over_all = any(found.cell == stack[place].cell for found in whole)
        if looks_like_unit(stack[place].text, spellings) and not over_all:
            return place
    return None


def _criteria_across(
    sheet: Sheet, block: Block, assignment: Assignment, title: str
) -> Across | None:
    printed = assign(Form.PUBLISHED_RESULTS, block.headings)
    of_units = {column for name, column in printed.columns.items() if name != "total"}
    of_units |= {column for _, column in printed.doubled}
    headings = {
        column: read_criterion_heading(block.own(column), block.group(column))
        for column in assignment.unknown
        if column not in of_units
    }
    columns = tuple(
        column for column, heading in headings.items() if _is_measure(sheet, block, column, heading)
    )
    if not columns:
        return Across(())
    across = Across(columns, {column: headings[column] for column in columns})
    across.is_matrix = _is_matrix(across, printed, title)
    if not across.is_matrix:
        # A published table's own totals are fields, and no total lies among its areas.
        across.columns = tuple(
            column
            for column in columns
            if not headings[column].is_total
            and not NO_AREA.search(plain_key(block.leaf(column).text))
        )
    return across


def _is_measure(sheet: Sheet, block: Block, column: int, heading: CriterionHeading) -> bool:
    if block.spans[block.stacks[column][-1].cell or ""] > 1:
        return False  # a heading over several columns names none of them
    text = block.leaf(column).text
    if is_comparison(text) or sign_of(text) in {RowSign.SUMMARY, RowSign.NOTE}:
        return False
    if heading.is_total or heading.maximum or heading.is_dotted:
        return True
    return is_figures(sheet, block, column)


def _is_matrix(across: Across, printed: Assignment, title: str) -> bool:
    """Criteria lie across, not areas: by their codes, their groups, or what the title says."""
    headings = list(across.headings.values())
    criteria = [heading for heading in headings if not heading.is_total]
    if any(heading.is_dotted for heading in criteria):
        return True
    groups = {heading.group for heading in criteria if heading.group}
    if len(groups) > 1:
        return True
    if PUBLISHED_FIELDS & set(printed.columns):
        return False
    folded = fold(title)
    if PUBLICATION.search(folded) or len(criteria) < 2:
        return False
    if len(criteria) > MOST_AREAS or all(heading.is_numbered for heading in criteria):
        return True
    return KINDS_OF_POINTS.search(folded) is not None


def is_figures(sheet: Sheet, block: Block, column: int) -> bool:
    """True where most cells below a heading are figures or the signs that stand for them."""
    cells = cells_below(sheet, block.bottom, column, SAMPLE)
    figures = sum(read_points(cell.value).sign is not Sign.NOT_A_NUMBER for cell in cells)
    return figures > 0 and figures >= 0.6 * len(cells)
