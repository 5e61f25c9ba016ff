"""What calamine does not tell of an .ods: merges, broken cells, hidden rows and columns."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from data.sheets.grid import Marks, Merge, Place
from data.sheets.refusal import FileRefused

CELLS = {"table-cell", "covered-table-cell"}
UNSEEN = {"collapse", "filter"}
LAST_COLUMN = 16_384
MOST_REPEATED = 1_000  # broken or hidden cells that one element may stand for


@dataclass(slots=True)
class _Found:
    """The marks of one table while it is read; `row` and `column` are the next to come."""

    row: int = 0
    column: int = 0
    next_row: int = 0
    next_column: int = 0
    heading_column: int = 0
    merges: list[Merge] = field(default_factory=list)
    errors: dict[Place, str] = field(default_factory=dict)
    unstored: set[Place] = field(default_factory=set)
    percents: set[Place] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    def marks(self) -> Marks:
        """The same, fixed."""
        return Marks(
            merges=tuple(self.merges),
            errors=self.errors,
            unstored=frozenset(self.unstored),
            percents=frozenset(self.percents),
            hidden_rows=frozenset(self.rows),
            hidden_columns=frozenset(self.columns),
        )


def ods_marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of each sheet, by its name."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(archive.read("content.xml"), True)
    except expat.ExpatError as error:
        raise FileRefused("file_truncated") from error
    return {name: found.marks() for name, found in reader.tables.items()}


def _refuse_declarations(*_: object) -> None:
    """A sheet has no document type; entities in one could grow without end."""
    raise FileRefused("file_truncated")


class _Reader:
    """Follows the elements of content.xml."""

    def __init__(self) -> None:
        self.tables: dict[str, _Found] = {}
        self.table: _Found | None = None
        self.broken: Place | None = None
        self.words: list[str] = []
        self.notes = 0
        self.uncalculated: set[Place] = set()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A sheet, row, column or cell begins."""
        name = tag.rpartition("|")[2]
        own = {key.rpartition("|")[2]: value for key, value in attributes.items()}
        if name == "annotation":
            self.notes += 1
        elif name == "table" and self.table is None:
            self.table = self.tables.setdefault(own.get("name", ""), _Found())
        elif self.table is None:
            return
        elif name == "table-column":
            _start_column(self.table, own)
        elif name == "table-row":
            _start_row(self.table, own)
        elif name == "p" and not self.notes:
            self.uncalculated.clear()  # an empty paragraph is an empty text as result
        elif name in CELLS:
            self._start_cell(self.table, own, attributes)

    def _start_cell(
        self, table: _Found, own: Mapping[str, str], attributes: Mapping[str, str]
    ) -> None:
        count = int(own.get("number-columns-repeated", "1"))
        table.column, table.next_column = table.next_column, table.next_column + count
        place = (table.row, table.column)
        down, right = int(own.get("number-rows-spanned", "1")), own.get("number-columns-spanned")
        across = int(right or "1")
        if down > 1 or across > 1:
            last = (table.row + down - 1, table.column + across - 1)
            table.merges.append(Merge(*place, *last))
        kinds = {value for key, value in attributes.items() if key.endswith("|value-type")}
        repeated = range(table.column, table.column + min(count, MOST_REPEATED))
        if "error" in kinds:
            self.broken = place
            table.errors.update({(table.row, column): "#ERROR" for column in repeated})
        elif "formula" in own and not kinds:
            self.uncalculated.update((table.row, column) for column in repeated)
        elif "percentage" in kinds:
            table.percents.update((table.row, column) for column in repeated)

    def end(self, tag: str) -> None:
        """A sheet or cell ends: an error cell's words are its sign."""
        name = tag.rpartition("|")[2]
        if name == "annotation":
            self.notes -= 1
        elif name == "table":
            self.table = None
        elif name in CELLS and self.table:
            self._end_cell(self.table)

    def _end_cell(self, table: _Found) -> None:
        table.unstored |= self.uncalculated
        self.uncalculated = set()
        if self.broken and (sign := "".join(self.words).strip()):
            table.errors[self.broken] = sign
        self.broken, self.words = None, []

    def text(self, words: str) -> None:
        """Words of a cell; those of a comment are not its own."""
        if self.broken and not self.notes:
            self.words.append(words)


def _start_column(table: _Found, own: Mapping[str, str]) -> None:
    count = int(own.get("number-columns-repeated", "1"))
    if own.get("visibility") in UNSEEN:
        last = min(table.heading_column + count, LAST_COLUMN)
        table.columns.update(range(table.heading_column, last))
    table.heading_column += count


def _start_row(table: _Found, own: Mapping[str, str]) -> None:
    count = int(own.get("number-rows-repeated", "1"))
    table.row, table.next_row = table.next_row, table.next_row + count
    table.next_column = 0
    if own.get("visibility") in UNSEEN:
        table.rows.update(range(table.row, table.row + min(count, MOST_REPEATED)))
