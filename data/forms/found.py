"""What a reader hands on: texts and values as found, each with its cell. Nothing is judged here.

Of files, cells, rows and their sources there are hundreds of thousands in a long list: they are
named tuples, made and compared three times as fast as frozen dataclasses.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from data.problems import Problem

if TYPE_CHECKING:
    from data.forms.score_block import ScoreBlock

CellValue = str | float | int | bool | datetime.date | datetime.datetime | datetime.time | None


class SourceFile(NamedTuple):
    """A workbook as it was handed in."""

    name: str
    sha256: str


class Found(NamedTuple):
    """One cell: its value as stored, and where it stands ('C12'; a merged cell: its upper left).

    `text` is what a person reads there, NFC and tidied; '' for a blank cell.
    """

    value: CellValue
    text: str
    cell: str | None

    @property
    def is_blank(self) -> bool:
        """True where a person sees nothing."""
        return self.text == ""


@dataclass(frozen=True, slots=True)
class Context:
    """What title rows, sheet name, first sheet or options say for the whole table.

    `year` is a number as text, `group` the text that names kinds of units or a ranking group,
    `unit` a unit's spelling, `kind` the kind of points of a matrix (as ScoreKind value).
    Each keeps the cell (null where it came from the sheet's name or an option).
    """

    year: Found | None = None
    group: Found | None = None
    unit: Found | None = None
    kind: Found | None = None
    title: Found | None = None
    legal_basis: Found | None = None
    all_text: str = ""


class Record(NamedTuple):
    """One row of a table: field name of forms.md -> cell. Blank cells of known columns are there.

    `row` is the 1-based row of the sheet.
    """

    row: int
    fields: Mapping[str, Found]

    def text(self, name: str) -> str:
        """Text of a field, '' where blank or without a column."""
        found = self.fields.get(name)
        return found.text if found else ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row or column that was not taken, and why (a code of the catalogue).

    A row's last filled cell is `last_cell`; a column's `key` is what a choice knows it by.
    """

    cell: str
    text: str
    reason: str
    last_cell: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What somebody said of a heading that no synonym knows: its field, or null to pass it over.

    `key` is the heading's key (data.text_keys), `heading` the text as it was last written.
    """

    form: str
    key: str
    field: str | None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class FormTable:
    """One table of one form on one sheet, with the headings it was recognised by.

    `layout` says how it lies (data.forms.header.Layout), `heading_rows` the first and last row of
    its headings, from 1; `across` are the headings of a matrix, `chosen` the choices that gave
    columns a field here.
    """

    file: SourceFile
    sheet: str | None
    form: str
    context: Context
    columns: Mapping[str, Found]
    records: Sequence[Record]
    left_out: tuple[LeftOut, ...] = ()
    layout: str = "rows"
    heading_rows: tuple[int, int] = (0, 0)
    across: tuple[Found, ...] = ()
    chosen: tuple[ColumnChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one workbook gave: tables in sheet order, and what was wrong with it.

    `unread` are tables that give nothing but an explanation: those without a row, and where no
    table is of a known form those that come nearest to one.
    """

    file: SourceFile
    tables: tuple[FormTable, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_illustration: bool = False
    unread: tuple[FormTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller says where the workbook does not: options of `check` and `import`.

    `columns` are the choices that the store remembers.
    """

    year: int | None = None
    group: str | None = None
    unit: str | None = None
    form: str | None = None
    kind: str | None = None
    columns: tuple[ColumnChoice, ...] = ()


@dataclass(slots=True)
class Staged:
    """Rows ready for the submitted tables: table name -> rows by column name.

    A row leaves out import_id and source_cell_id; its key 'source' holds a SourceCell. `blocks`
    are more rows for submitted.score.
    """

    rows: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    blocks: list[ScoreBlock] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, table: str, source: SourceCell, **columns: object) -> None:
        """Append one row for submitted.<table>."""
        self.rows.setdefault(table, []).append({**columns, "source": source})


class SourceCell(NamedTuple):
    """Where a figure came from, with the text found there."""

    file: SourceFile
    sheet: str | None
    cell: str | None
    raw_text: str | None
