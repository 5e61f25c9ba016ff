"""The one row of a snapshot that says which it is, and the numbers that snapshots bear."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb

from data.books import RELEASE_PREFIX, BookFolder
from data.clock import now
from data.sql import numbered_files, rows_of
from data.store import pointed_at

ROOM = Path(__file__).parent
MAKERS = (ROOM / "effective", ROOM / "schema" / "release", ROOM / "schema" / "results")
SCHEMA_VERSION = 5  # of the release and result tables; rises when a question needs new ones


@cache
def makers_digest() -> str:
    """Of the statements that make a snapshot: the same imports give the same under the same one."""
    files = (file for folder in MAKERS for file in numbered_files(folder))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Label:
    """The row of `release`: `import_ids` are those in force when the snapshot was made."""

    release_id: str
    book: str
    is_draft: bool
    published_at: datetime.datetime
    as_of: datetime.date
    import_ids: tuple[int, ...]
    schema_version: int = SCHEMA_VERSION
    made_by: str = field(default_factory=makers_digest)

    @property
    def content(self) -> tuple[object, ...]:
        """What the snapshot's figures hang on."""
        return self.import_ids, self.schema_version, self.made_by


def label_of(connection: duckdb.DuckDBPyConnection) -> Label:
    """Which snapshot an open file is."""
    row = rows_of(connection, "snapshots/described")[0]
    import_ids = row.pop("import_ids")
    return Label(**row, import_ids=tuple(import_ids))  # type: ignore[arg-type]


def draft_label(folder: BookFolder, import_ids: tuple[int, ...], as_of: datetime.date) -> Label:
    """That of the next draft."""
    release_id = next_draft_file(folder).stem
    return Label(release_id, folder.book.value, True, now(), as_of, import_ids)


def next_draft_file(folder: BookFolder) -> Path:
    """Where the next draft will lie (rd1, md1 …), by an id that no file ever bore.

    Readers keep what a path once served (design 13), so a path never serves two things.
    """
    prefix = f"{RELEASE_PREFIX[folder.book]}d"
    pointed = pointed_at(folder.draft)
    places = (folder.drafts, folder.completed)
    number = max(_greatest(prefix, place, pointed) for place in places) + 1
    return folder.draft_file(f"{prefix}{number}")


def release_label(folder: BookFolder, import_ids: tuple[int, ...], as_of: datetime.date) -> Label:
    """The next release: r1, r2 … of the real book, m1, m2 … of the illustration."""
    prefix = RELEASE_PREFIX[folder.book]
    number = _greatest(prefix, folder.releases, pointed_at(folder.current)) + 1
    return Label(f"{prefix}{number}", folder.book.value, False, now(), as_of, import_ids)


def number_of(name: str, prefix: str) -> int:
    """The number in a snapshot's name, 0 where there is none."""
    digits = name.removeprefix(prefix)
    return int(digits) if name.startswith(prefix) and digits.isdigit() else 0


def _greatest(prefix: str, place: Path, pointed: str | None) -> int:
    names = [path.stem for path in place.glob("*.duckdb")] + ([pointed] if pointed else [])
    return max((number_of(name, prefix) for name in names), default=0)
