"""What an import, a check, a publication or a withdrawal came to, for command line and page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.books import Book
from data.problems import Problem, has_errors
from data.understood import UnderstoodFile


@dataclass(frozen=True, slots=True)
class FileTaken:
    """One file handed in: rows of the workbook by form; `known_since` names the import in force
    that already holds it (then nothing was taken)."""

    name: str
    sha256: str
    row_counts: Mapping[str, int] = field(default_factory=dict)
    known_since: int | None = None


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """`import_id` is null where nothing was stored: refused (`is_refused`), or all known already.

    `book` is null where the files disagree on it. `draft_id` is the draft that shows the import,
    `understood` how each file was read.
    """

    book: Book | None
    import_id: int | None = None
    problems: tuple[Problem, ...] = ()
    files: tuple[FileTaken, ...] = ()
    draft_id: str | None = None
    understood: tuple[UnderstoodFile, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True if an error kept everything out."""
        return has_errors([*self.problems])

    @property
    def is_new(self) -> bool:
        """False if the book is as it was."""
        return self.import_id is not None

    @property
    def skipped(self) -> tuple[FileTaken, ...]:
        """Files that an import in force already holds."""
        return tuple(file for file in self.files if file.known_since is not None)

    @property
    def row_counts(self) -> dict[str, int]:
        """Rows by form, over all files."""
        counts: dict[str, int] = {}
        for file in self.files:
            for form, rows in file.row_counts.items():
                counts[form] = counts.get(form, 0) + rows
        return counts


@dataclass(frozen=True, slots=True)
class ImportListed:
    """A file and form of an import, withdrawn or in force; `options` as JSON (see HandedIn)."""

    import_id: int
    imported_at: datetime.datetime
    imported_by: str
    file_name: str
    file_sha256: str
    form: str
    row_count: int
    options: str
    is_withdrawn: bool
    withdrawn_at: datetime.datetime | None
    withdrawn_by: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """`is_new`: the release was not there before. `has_moved`: it has become the current one."""

    release_id: str
    as_of: datetime.date
    is_new: bool
    has_moved: bool


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """`problems` with an error: what remains would not stand, so the import stays in force."""

    import_id: int
    is_new: bool
    problems: tuple[Problem, ...] = ()
    draft_id: str | None = None

    @property
    def is_refused(self) -> bool:
        """True if the import stays because of what depends on it."""
        return has_errors([*self.problems])
