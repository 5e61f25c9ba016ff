"""Walks a sheet from top to bottom and gives its tables, one after another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from data.forms.facts import UNIT_LABEL, Facts, read_facts
from data.forms.forms import Form
from data.forms.found import Found
from data.forms.header import SEARCHED_ROWS, Header, find_header
from data.forms.headings import may_be_heading
from data.forms.rows import RowReader
from data.forms.table import Table
from data.forms.unit_words import fold
from data.sheets.grid import Sheet

INSPECTION_FORMS = {Form.INSPECTIONS, Form.FINDINGS}


@dataclass(slots=True)
class TableRead:
    """A table with the facts of its title rows and all text around it."""

    table: Table
    facts: Facts
    all_text: str


@dataclass(slots=True)
class SheetWalk:
    """One pass over a sheet; `loose` are the texts of a sheet without any table."""

    sheet: Sheet
    forms: Collection[Form]
    spellings: frozenset[str]
    tables: list[TableRead] = field(default_factory=list)
    loose: list[Found] = field(default_factory=list)

    def run(self) -> None:
        """Read every table of the sheet."""
        header = self._find(0, SEARCHED_ROWS)
        if header is None:
            self.loose = title_cells(self.sheet, 0, len(self.sheet.rows))
            return
        titles = title_cells(self.sheet, 0, header.block.top)
        while header:
            header, titles = self._read(header, titles)

    def _find(self, start: int, count: int, title: str | None = None) -> Header | None:
        stop = min(start + count, len(self.sheet.rows))
        if title is None:
            title = " ".join(c.text for c in title_cells(self.sheet, start, min(stop, start + 15)))
        return find_header(
            self.sheet, start, stop, forms=self.forms, spellings=self.spellings, title=title
        )

    def _read(self, header: Header, titles: list[Found]) -> tuple[Header | None, list[Found]]:
        """Read the rows of one table; the next table's headings and titles, if one follows."""
        reader = self._open(header)
        row, following, next_titles = header.block.bottom + 1, None, []
        while row < len(self.sheet.rows):
            if _may_be_headings(self.sheet, row):
                following = self._next_header(header, row)
                if following:
                    break
            elif _is_unit_label(self.sheet, row, header):
                following = header
                next_titles = title_cells(self.sheet, row, row + 1)
                header_at = row
                break
            reader.take(row)
            row += 1
        self._close(reader, titles)
        if following is header:
            return _moved(header, header_at), [*_shared(titles), *next_titles]
        if following:
            first = self._end_of_records(reader)
            next_titles = title_cells(self.sheet, first, following.block.top)
        return following, next_titles

    def _open(self, header: Header) -> RowReader:
        table = Table(self.sheet, header)
        table.row_numbers = tuple(header.assignment.row_numbers)
        across = set(header.across)
        table.unknown = tuple(c for c in header.assignment.unknown if c not in across)
        return RowReader(table, self.spellings)

    def _next_header(self, header: Header, row: int) -> Header | None:
        """Headings of another table at this row; the same ones again belong to this table."""
        found = self._find(row, 1, title="")
        if found is None or found.block.bottom <= header.block.bottom:
            return None
        same = found.form is header.form and found.columns == header.columns
        between = title_cells(self.sheet, max(header.block.bottom + 1, row - 3), found.block.top)
        names_a_unit = any(UNIT_LABEL.fullmatch(fold(cell.text)) for cell in between)
        return found if not same or names_a_unit else None

    def _end_of_records(self, reader: RowReader) -> int:
        records = reader.table.records
        return records[-1].row if records else reader.table.header.block.bottom + 1

    def _close(self, reader: RowReader, titles: list[Found]) -> None:
        table = reader.table
        facts = read_facts(
            titles, is_inspection=table.form in INSPECTION_FORMS, spellings=self.spellings
        )
        around = [*facts.texts, *(left.text for left in table.left_out)]
        self.tables.append(TableRead(table, facts, "\n".join(around)))


def title_cells(sheet: Sheet, start: int, stop: int) -> list[Found]:
    """Cells with words between two rows, in reading order."""
    cells = []
    for row in range(start, min(stop, len(sheet.rows))):
        for column, value in enumerate(sheet.rows[row]):
            if value is not None and value != "":
                cells.append(sheet.own(row, column))
    return [cell for cell in cells if not cell.is_blank]


def _may_be_headings(sheet: Sheet, row: int) -> bool:
    words = 0
    for value in sheet.rows[row]:
        if isinstance(value, str) and value and may_be_heading(value):
            words += 1
            if words > 1:
                return True
    return False


def _is_unit_label(sheet: Sheet, row: int, header: Header) -> bool:
    """A row inside a score sheet that names the unit of the rows below."""
    if header.form is not Form.SCORES_UNIT:
        return False
    values = [value for value in sheet.rows[row] if value not in (None, "")]
    if len(values) != 1 or not isinstance(values[0], str):
        return False
    match = UNIT_LABEL.fullmatch(fold(values[0]))
    return match is not None and bool(match[1].strip(" .…_"))


def _shared(titles: list[Found]) -> list[Found]:
    """The titles that also hold for the next unit's rows: all but the name of the unit."""
    return [cell for cell in titles if not UNIT_LABEL.fullmatch(fold(cell.text))]


def _moved(header: Header, row: int) -> Header:
    """The same headings, for rows that begin further down."""
    from copy import copy

    moved, moved.block = copy(header), copy(header.block)
    moved.block.bottom = row
    return moved
