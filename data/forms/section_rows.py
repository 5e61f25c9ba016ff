"""Rows inside a table that say of what unit or year the rows below are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from data.forms.facts import BARE_UNIT_LABEL, UNIT_LABEL, is_title
from data.forms.forms import Form
from data.forms.found import Found
from data.forms.header import Header
from data.forms.unit_words import fold, looks_like_unit
from data.forms.years import LABELLED_YEAR, years_of
from data.sheets.grid import Sheet

UNIT_SPAN = 3  # columns that a row with nothing but a unit's name covers
WITH_ONE_YEAR = {
    Form.CRITERIA,
    Form.SCORES_UNIT,
    Form.SCORES_MATRIX,
    Form.PUBLISHED_RESULTS,
    Form.REMEDIATION,
    Form.INSPECTIONS,
    Form.FINDINGS,
}


class Section(StrEnum):
    """What a row inside a table says of the rows below."""

    UNIT = "unit"
    YEAR = "year"


def section_of(
    sheet: Sheet, row: int, cells: Sequence[Found], header: Header, spellings: frozenset[str]
) -> Section | None:
    """What the row says, where it says nothing else; `cells` are those that are not blank."""
    if not cells or len(cells) > 2:
        return None
    is_year = len(cells) == 1 and LABELLED_YEAR.fullmatch(fold(cells[0].text).strip()) is not None
    if is_year and header.form in WITH_ONE_YEAR and "year" not in header.columns:
        return Section.YEAR
    if header.form is Form.SCORES_UNIT and _names_a_unit(sheet, row, cells, header, spellings):
        return Section.UNIT
    return None


def _names_a_unit(
    sheet: Sheet, row: int, cells: Sequence[Found], header: Header, spellings: frozenset[str]
) -> bool:
    label = UNIT_LABEL.fullmatch(fold(cells[0].text))
    if label and (label[1].strip(" .…_") or len(cells) == 2):
        return True
    if len(cells) == 2:
        is_label = BARE_UNIT_LABEL.fullmatch(fold(cells[0].text)) is not None
        return is_label and looks_like_unit(cells[1].text, spellings)
    merge = sheet.anchors.get((row, min(header.block.stacks)))
    is_wide = merge is not None and merge.right - merge.left + 1 >= UNIT_SPAN
    return is_wide and looks_like_unit(cells[0].text, spellings)


def shared_titles(titles: Sequence[Found], section: Section) -> list[Found]:
    """The titles that also hold for the next section: all but what it says itself."""
    if section is Section.YEAR:
        return [cell for cell in titles if not years_of(cell.text) or not is_title(cell.text)]
    return [
        cell
        for cell in titles
        if not UNIT_LABEL.fullmatch(fold(cell.text))
        and not BARE_UNIT_LABEL.fullmatch(fold(cell.text))
        and is_title(cell.text)
    ]
