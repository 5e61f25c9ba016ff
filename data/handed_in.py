"""The workbooks of one import as they were handed in: read, and asked which book they mean."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import duckdb

from data.books import Book
from data.forms.found import ColumnChoice, Hints, Reading
from data.forms.reading import read_grids
from data.forms.spellings import SpellingsAsked
from data.forms.templates import is_blank_template
from data.opening import open_files
from data.outcomes import FileTaken
from data.problems import Problem, Severity
from data.progress import Progress
from data.reference import Reference
from data.sheets.reading import SheetsRead, read_sheets
from data.sql import rows_of
from data.text_keys import plain_key

BASE_WORKBOOKS = Path(__file__).parent / "workbooks" / "base"
CELL = re.compile(r"([A-Z]+)([0-9]+)")
UNIT_NAMES = ("name", "aliases")  # fields of the form `units` that hold spellings


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One file: what it holds, byte for byte and as read, and what the caller said of it."""

    opened: SheetsRead
    reading: Reading
    content: bytes
    hints: Hints
    spellings: SpellingsAsked

    @property
    def options(self) -> str:
        """The hints given, as JSON with sorted keys: part of what makes a file the same file.

        Of the columns that people named only those count that this file has.
        """
        given = {name: value for name, value in asdict(self.hints).items() if value is not None}
        given.pop("columns")
        if followed := self.choices_followed:
            given["columns"] = [{"form": c.form, "key": c.key, "field": c.field} for c in followed]
        return json.dumps(given, ensure_ascii=False, sort_keys=True)

    @property
    def choices_followed(self) -> tuple[ColumnChoice, ...]:
        """The choices that gave a column of this file its field, each once."""
        chosen = {choice: None for table in self.reading.tables for choice in table.chosen}
        return tuple(sorted(chosen, key=lambda choice: (choice.form, choice.key)))

    @property
    def row_counts(self) -> dict[str, int]:
        """Rows of the workbook by form."""
        counts: Counter[str] = Counter()
        for table in self.reading.tables:
            counts[str(table.form)] += len(table.records)
        return dict(counts)

    @property
    def is_blank(self) -> bool:
        """True for a template that nobody filled in: nothing to take, and no mistake."""
        return not self.reading.tables and not self.reading.problems

    def taken(self, known_since: int | None = None) -> FileTaken:
        """What an outcome says of the file."""
        counts = {} if known_since is not None else self.row_counts
        return FileTaken(self.reading.file.name, self.reading.file.sha256, counts, known_since)


def read_files(paths: Sequence[Path], hints: Hints, progress: Progress) -> list[HandedIn]:
    """Every file read, in the order given, as by someone who knows the shipped units only.

    Equal contents count once.
    """
    read: dict[str, HandedIn] = {}
    for opened, content in open_files(paths, progress):
        file = _as_handed_in(opened, content, hints, shipped_spellings())
        read.setdefault(opened.file.sha256 or opened.file.name, file)
    return list(read.values())


def _as_handed_in(
    opened: SheetsRead, content: bytes, hints: Hints, spellings: frozenset[str]
) -> HandedIn:
    asked = SpellingsAsked(spellings)
    reading = _reading(opened, hints, asked)
    if is_blank_template(content, reading):
        reading = Reading(opened.file)
    return HandedIn(opened, reading, content, hints, asked)


@cache
def shipped_spellings() -> frozenset[str]:
    """Keys of every spelling in the units workbooks that ship."""
    opened = [read_sheets(path) for path in base_workbooks()]
    readings = [_reading(sheets, Hints(), frozenset()) for sheets in opened]
    return frozenset(plain_key(text) for text in _brought(readings) if text.strip())


def base_workbooks() -> list[Path]:
    """What every book is born with."""
    return sorted(BASE_WORKBOOKS.glob("*.xlsx"))


def _reading(opened: SheetsRead, hints: Hints, spellings: frozenset[str]) -> Reading:
    if opened.problem:
        return Reading(opened.file, problems=(opened.problem,))
    return read_grids(opened.file, opened.sheets, hints=hints, unit_spellings=spellings)


def read_again(files: Sequence[HandedIn], reference: Reference) -> list[HandedIn]:
    """The files read with the units that the book knows, and those that the files bring.

    A bare name ('Lê Chân') in a title or heading is a unit only to someone who knows it. Where a
    file holds none that was unknown before, its first reading stands.
    """
    brought = _brought([file.reading for file in files])
    spellings = frozenset(
        plain_key(text) for text in (*_known(reference), *brought) if text.strip()
    )
    return [
        f
        if spellings.isdisjoint(f.spellings.asked_in_vain)
        else _as_handed_in(f.opened, f.content, f.hints, spellings | f.spellings)
        for f in files
    ]


def _known(reference: Reference) -> Iterable[str]:
    for unit in reference.units:
        yield from (unit.unit_code, unit.unit_name, *unit.spellings)


def _brought(readings: Sequence[Reading]) -> Iterable[str]:
    tables = [table for reading in readings for table in reading.tables if table.form == "units"]
    for record in (record for table in tables for record in table.records):
        yield record.text("code")
        for field in UNIT_NAMES:
            yield from record.text(field).split(";")


def book_meant(
    book: Book | None, files: Sequence[HandedIn]
) -> tuple[Book | None, tuple[Problem, ...]]:
    """The book for all of the files, by what the caller says, else by the files' marks.

    Null with problems where marked and unmarked files come together, or a marked file is sent to
    the real book. A file that could not be opened and an empty template have no say.
    """
    speaking = [file.reading for file in files if not file.opened.problem and not file.is_blank]
    marked = [reading for reading in speaking if reading.is_illustration]
    if book is Book.ILLUSTRATION:
        return book, ()
    if book is Book.REAL:
        return (None, _each(marked, "illustration_in_real")) if marked else (book, ())
    if marked and len(marked) < len(speaking):
        return None, _each(marked, "books_mixed")
    return (Book.ILLUSTRATION if marked else Book.REAL), ()


def _each(readings: Sequence[Reading], code: str) -> tuple[Problem, ...]:
    return tuple(Problem(Severity.ERROR, code, reading.file.name) for reading in readings)


def known_since(connection: duckdb.DuckDBPyConnection, file: HandedIn) -> int | None:
    """The newest import in force that holds this file, read with the same hints."""
    row = rows_of(
        connection,
        "imports/known_file",
        file_sha256=file.reading.file.sha256,
        options=file.options,
    )[0]
    return None if row["import_id"] is None else int(str(row["import_id"]))


def in_order(problems: Iterable[Problem], files: Sequence[HandedIn]) -> tuple[Problem, ...]:
    """Each problem once, as a person goes through the files: file, sheet, row, column.

    What concerns a whole sheet or file comes before its cells, an older file of the book last.
    """
    sheets = [(file.opened.file.name, sheet.name) for file in files for sheet in file.opened.sheets]
    names = [file.opened.file.name for file in files]

    def place(problem: Problem) -> tuple[int, int, int, int, str]:
        file = names.index(problem.file) if problem.file in names else len(names)
        where = (problem.file, problem.sheet)
        sheet = sheets.index(where) if where in sheets else -1
        cell = CELL.fullmatch(problem.cell or "")
        row = int(cell[2]) if cell else 0
        return (file, sheet, row, len(cell[1]) if cell else 0, cell[1] if cell else "")

    return tuple(sorted(dict.fromkeys(problems), key=place))
