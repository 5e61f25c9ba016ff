"""Walks a sheet from top to bottom and gives its tables, one after another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass, field

from data.forms.facts import Facts, read_facts
from data.forms.forms import Form
from data.forms.found import ColumnChoice, Found
from data.forms.header import SEARCHED_ROWS, Header, find_header
from data.forms.headings import may_be_heading
from data.forms.long_rows import LongRows, SheetWords
from data.forms.rows import RowReader
from data.forms.section_rows import Section, section_of, shared_titles
from data.forms.table import REPEATED, Table
from data.sheets.grid import Sheet

INSPECTION_FORMS = {Form.INSPECTIONS, Form.FINDINGS}
MOST_IN_SECTION_ROW = 2  # a label and its value
TITLE_ROWS = 15  # rows whose words help to tell a matrix from a published table


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
    choices: Sequence[ColumnChoice] = ()
    tables: list[TableRead] = field(default_factory=list)
    loose: list[Found] = field(default_factory=list)
    words: SheetWords = field(init=False)

    def __post_init__(self) -> None:
        self.words = SheetWords(self.sheet)

    def run(self) -> None:
        """Read every table of the sheet."""
        count = len(self.sheet.rows)
        header = self._find(0, min(SEARCHED_ROWS, count), self._words(0, TITLE_ROWS))
        if header is None:
            self.loose = title_cells(self.sheet, 0, count)
            return
        titles = title_cells(self.sheet, 0, header.block.top)
        while header:
            header, titles = self._read(header, titles)

    def _words(self, start: int, count: int) -> str:
        return " ".join(cell.text for cell in title_cells(self.sheet, start, start + count))

    def _find(self, start: int, stop: int, title: str) -> Header | None:
        return find_header(
            self.sheet,
            start,
            stop,
            forms=self.forms,
            spellings=self.spellings,
            title=title,
            choices=self.choices,
        )

    def _read(self, header: Header, titles: list[Found]) -> tuple[Header | None, list[Found]]:
        """Read the rows of one table; the next table's headings and titles, if one follows."""
        facts = self._facts(header, titles)
        if len(facts.year_choices) == 1:
            header.settle_years(facts.year_choices[0].text)
        reader = RowReader(_table(self.sheet, header), self.spellings)
        long = LongRows(reader, self.words)
        row = header.block.bottom
        while (row := long.take(row + 1)) < len(self.sheet.rows):
            section = self._section(row, header)
            following = self._next_header(reader, row) if section is None else None
            if following:
                end = reader.end_of_items()
                self._close(reader.table, facts)
                return following, title_cells(self.sheet, end, following.block.top)
            if section:
                end = reader.end_of_items()
                if reader.table.records:
                    self._close(reader.table, facts)
                below = title_cells(self.sheet, end, row + 1)
                return _moved(header, row), [*shared_titles(titles, section), *below]
            reader.take(row)
        self._close(reader.table, facts)
        return None, []

    def _section(self, row: int, header: Header) -> Section | None:
        filled = sum(1 for value in self.sheet.rows[row] if value is not None and value != "")
        if filled > MOST_IN_SECTION_ROW:
            return None
        cells = title_cells(self.sheet, row, row + 1)
        return section_of(self.sheet, row, cells, header, self.spellings)

    def _next_header(self, reader: RowReader, row: int) -> Header | None:
        """Headings of another table at this row; the same ones again belong to this table."""
        if not _may_be_headings(self.sheet, row):
            return None
        header = reader.table.header
        title = self._words(max(header.block.bottom + 1, row - TITLE_ROWS), TITLE_ROWS)
        found = self._find(row, row + 1, title)
        if found is None or found.block.bottom <= header.block.bottom:
            return None
        is_same = found.form is header.form and found.columns == header.columns
        return None if is_same and not reader.titles_below(self.spellings) else found

    def _facts(self, header: Header, titles: Sequence[Found]) -> Facts:
        is_inspection = header.form in INSPECTION_FORMS
        return read_facts(titles, is_inspection=is_inspection, spellings=self.spellings)

    def _close(self, table: Table, facts: Facts) -> None:
        said = [left.text for left in table.left_out if left.reason not in REPEATED]
        around = [*facts.texts, *said, *_remarks(table)]
        self.tables.append(TableRead(table, facts, "\n".join(around)))


def title_cells(sheet: Sheet, start: int, stop: int) -> list[Found]:
    """Cells with words between two rows, in reading order."""
    return [
        cell
        for row in range(max(start, 0), min(stop, len(sheet.rows)))
        for column, value in enumerate(sheet.rows[row])
        if value is not None and value != "" and not (cell := sheet.own(row, column)).is_blank
    ]


def _remarks(table: Table) -> list[str]:
    """Rows of a criteria set that are nothing but words: a rule of the ranking may stand there."""
    if table.form is not Form.CRITERIA:
        return []
    return [
        record.text("name")
        for record in table.records
        if record.text("name") and not record.text("code") and not record.text("maximum_points")
    ]


def _may_be_headings(sheet: Sheet, row: int) -> bool:
    words = 0
    for value in sheet.rows[row]:
        if isinstance(value, str) and value and may_be_heading(value):
            words += 1
            if words > 1:
                return True
    return False


def _table(sheet: Sheet, header: Header) -> Table:
    across = set(header.across)
    return Table(
        sheet,
        header,
        row_numbers=tuple(header.assignment.row_numbers),
        unknown=tuple(c for c in header.assignment.unknown if c not in across),
    )


def _moved(header: Header, row: int) -> Header:
    """The same headings, for rows that begin further down."""
    moved, moved.block = copy(header), copy(header.block)
    moved.block.bottom = row
    return moved
