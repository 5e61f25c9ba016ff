"""Releases of a book: which there are, which readers see, and how one is opened."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.books import RELEASE_PREFIX, Book, BookFolder
from data.disk import store_conditions
from data.errors import (
    NoRelease,
    ReleaseOutdated,
    StoreDamaged,
    UnknownRelease,
)
from data.journal import Action, record
from data.labels import SCHEMA_VERSION, Label, label_of
from data.store import WAIT_SECONDS, Store, point, pointed_at, writing_alone

CURRENT = "current"
DRAFT = "draft"
RELEASE_ID = re.compile(r"[rm]d?[0-9]+")
# A reader can neither reach another file nor the network, nor undo that.
LOCKED_DOWN: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "lock_configuration": True,
}


@dataclass(frozen=True, slots=True)
class Release:
    """A published snapshot; `is_current` is the one that readers see."""

    release_id: str
    book: Book
    published_at: datetime.datetime
    as_of: datetime.date
    is_current: bool
    import_ids: tuple[int, ...]


def open_release(store: Store, book: Book, which: str = CURRENT) -> duckdb.DuckDBPyConnection:
    """A read-only connection to a release ('current', 'draft' or a release_id); a thread takes its
    own `cursor()` of it. Opening never writes: a draft is opened as it was drafted, without the
    results that data/completing.py works out when somebody reads it.

    Raises NoRelease, UnknownRelease, StoreDamaged, ReleaseOutdated.
    """
    return opened_at(store.folder(book), which, lambda path: path)


def opened_at(
    folder: BookFolder, which: str, read: Callable[[Path], Path]
) -> duckdb.DuckDBPyConnection:
    """The file to be read in the place of a release's own, opened as `open_release` does."""
    path = release_path(folder, which)
    try:
        return open_file(read(path))
    except StoreDamaged:
        # Between reading the pointer and opening the file, a newer draft may have replaced it.
        again = release_path(folder, which)
        if again == path:
            raise
        return open_file(read(again))


def release_path(folder: BookFolder, which: str) -> Path:
    """The file of a release. Raises NoRelease, UnknownRelease."""
    if which in (CURRENT, DRAFT):
        pointed = pointed_at(folder.current if which == CURRENT else folder.draft)
        if pointed is None:
            raise NoRelease(book=folder.book.value)
        return _file(folder, pointed)
    if RELEASE_ID.fullmatch(which) is None or not _file(folder, which).exists():
        raise UnknownRelease(release_id=which)
    return _file(folder, which)


def is_draft(folder: BookFolder, release_id: str) -> bool:
    """True where an id of this book is that of a draft."""
    return release_id.startswith(f"{RELEASE_PREFIX[folder.book]}d")


def _file(folder: BookFolder, release_id: str) -> Path:
    is_of_draft = is_draft(folder, release_id)
    return folder.draft_file(release_id) if is_of_draft else folder.release_file(release_id)


def open_file(path: Path) -> duckdb.DuckDBPyConnection:
    """A snapshot's file, as `open_release` opens it. Raises StoreDamaged, ReleaseOutdated."""
    if not path.exists():
        raise StoreDamaged(path=path.name)
    with store_conditions():
        connection = duckdb.connect(str(path), read_only=True, config=LOCKED_DOWN)
        is_good = False
        try:
            if _label(connection, path).schema_version != SCHEMA_VERSION:
                raise ReleaseOutdated(release_id=path.stem)
            is_good = True
        finally:
            if not is_good:
                connection.close()
    return connection


def _label(connection: duckdb.DuckDBPyConnection, path: Path) -> Label:
    try:
        return label_of(connection)
    except duckdb.BinderException as error:  # a label of other columns: another version's
        raise ReleaseOutdated(release_id=path.stem) from error
    except (duckdb.CatalogException, IndexError) as error:
        raise StoreDamaged(path=path.name) from error


def label_at(path: Path) -> Label:
    """Which snapshot a file is. Raises StoreDamaged, ReleaseOutdated."""
    if not path.exists():
        raise StoreDamaged(path=path.name)
    with (
        store_conditions(),
        duckdb.connect(str(path), read_only=True, config=LOCKED_DOWN) as connection,
    ):
        return _label(connection, path)


def releases(store: Store, book: Book) -> tuple[Release, ...]:
    """Every release of the book, oldest first.

    Raises StoreDamaged, ReleaseOutdated where one cannot be read.
    """
    folder = store.folder(book)
    current = pointed_at(folder.current)
    labels = [label_at(path) for path in release_files(folder)]
    return tuple(
        Release(
            label.release_id,
            book,
            label.published_at,
            label.as_of,
            label.release_id == current,
            label.import_ids,
        )
        for label in labels
    )


def release_files(folder: BookFolder) -> list[Path]:
    """Files of finished releases, oldest first."""
    prefix = RELEASE_PREFIX[folder.book]
    numbers = {
        int(path.stem.removeprefix(prefix)): path
        for path in folder.releases.glob("*.duckdb")
        if RELEASE_ID.fullmatch(path.stem)
    }
    return [numbers[number] for number in sorted(numbers)]


def current_release(store: Store, book: Book) -> Release | None:
    """The release that readers see; None before the first publication."""
    return next((release for release in releases(store, book) if release.is_current), None)


def rollback(
    store: Store, book: Book, release_id: str, *, by: str, timeout: float = WAIT_SECONDS
) -> bool:
    """Readers see this release from now on, earlier or later; false if they did already.

    Raises UnknownRelease, StoreDamaged, ReleaseOutdated, ImportInProgress, StoreNotWritable.
    """
    folder = store.folder(book)
    known = {path.stem for path in release_files(folder)}
    if release_id not in known:
        raise UnknownRelease(release_id=release_id)
    open_file(folder.release_file(release_id)).close()
    if pointed_at(folder.current) == release_id:
        return False
    with writing_alone(folder, timeout=timeout):
        point(folder.current, release_id)
    record(store, by, Action.ROLLBACK, book, release_id)
    return True
