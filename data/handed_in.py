"""The workbooks of one import as they were handed in: read, and asked which book they mean."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from data.books import Book
from data.forms.found import Hints, Reading
from data.outcomes import FileTaken
from data.problems import Problem, Severity
from data.progress import Progress, Step
from data.sql import rows_of
from data.stages import read_workbook


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One file: what it holds, byte for byte and as read, and what the caller said of it."""

    reading: Reading
    content: bytes
    hints: Hints

    @property
    def options(self) -> str:
        """The hints given, as JSON with sorted keys: part of what makes a file the same file."""
        given = {name: value for name, value in asdict(self.hints).items() if value is not None}
        return json.dumps(given, ensure_ascii=False, sort_keys=True)

    @property
    def row_counts(self) -> dict[str, int]:
        """Rows of the workbook by form."""
        counts: Counter[str] = Counter()
        for table in self.reading.tables:
            counts[table.form] += len(table.records)
        return dict(counts)

    def taken(self, known_since: int | None = None) -> FileTaken:
        """What an outcome says of the file."""
        counts = {} if known_since is not None else self.row_counts
        return FileTaken(self.reading.file.name, self.reading.file.sha256, counts, known_since)


def read_files(paths: Sequence[Path], hints: Hints, progress: Progress) -> list[HandedIn]:
    """Every file read, in the order given; equal contents count once."""
    read: dict[str, HandedIn] = {}
    for path in paths:
        progress(Step.READING, path.name)
        reading = read_workbook(path, hints)
        read.setdefault(
            reading.file.sha256 or path.name, HandedIn(reading, path.read_bytes(), hints)
        )
    return list(read.values())


def book_meant(
    book: Book | None, files: Sequence[HandedIn]
) -> tuple[Book | None, tuple[Problem, ...]]:
    """The book for all of the files, by what the caller says, else by the files' marks.

    Null with problems where marked and unmarked files come together, or a marked file is sent to
    the real book. A file without a table has no say.
    """
    speaking = [file.reading for file in files if file.reading.tables]
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
