"""The workspace of a book: opened for writing only while an import or a publication runs."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.books import Book, BookFolder
from data.database_files import opened_for_writing
from data.disk import store_conditions
from data.effective_parts import EFFECTIVE
from data.errors import StoreDamaged, StoreNewerThanProgram
from data.sql import numbered_files, rows_of, statement, text_of_file
from data.store import WAIT_SECONDS, Store, writing_alone

MIGRATIONS = Path(__file__).parent / "schema" / "workspace"


@contextmanager
def writing(
    store: Store, book: Book, *, timeout: float = WAIT_SECONDS
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The workspace, migrated and for this process alone; created where there is none.

    Raises ImportInProgress, StoreNotWritable, StoreDamaged, StoreNewerThanProgram.
    """
    folder = store.folder(book)
    with writing_alone(folder, timeout=timeout), opened(folder.workspace) as connection:
        yield connection


@contextmanager
def tried_on_copy(
    store: Store, book: Book, *, timeout: float = WAIT_SECONDS
) -> Iterator[tuple[duckdb.DuckDBPyConnection, BookFolder]]:
    """A copy of the workspace to read and try things on, in a book folder that is gone afterwards.

    A copy, because nobody can write a file that others hold. Works on a store that is absent
    (the copy is new then) or cannot be written (nobody else writes either: no lock is needed).
    """
    with tempfile.TemporaryDirectory(prefix="cchc-") as place, store_conditions():
        folder = BookFolder(book, Path(place))
        _copy(store.folder(book), folder.workspace, timeout)
        with opened(folder.workspace) as connection:
            yield connection, folder


def _copy(folder: BookFolder, copy: Path, timeout: float) -> None:
    if not folder.workspace.exists():
        return
    with _lock_where_possible(folder, timeout):
        log = folder.workspace.with_name(f"{folder.workspace.name}.wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(f"{copy.name}.wal"))
        shutil.copyfile(folder.workspace, copy)


@contextmanager
def _lock_where_possible(folder: BookFolder, timeout: float) -> Iterator[None]:
    try:
        with folder.lock.open("a"):
            pass
    except OSError:
        yield
        return
    with writing_alone(folder, timeout=timeout):
        yield


@contextmanager
def opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A workspace file with today's tables and views; created where there is none."""
    connection = opened_for_writing(path)
    try:
        _migrate(connection)
        yield connection
    finally:
        connection.close()


def _migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Every numbered migration has run once, and the views are those of this program."""
    files = numbered_files(MIGRATIONS)
    with transaction(connection):
        try:
            done = _version(connection)
        except duckdb.CatalogException as error:  # a DuckDB file, but not ours
            raise StoreDamaged(path="workspace.duckdb") from error
        newest = int(files[-1].name[:3])
        if done > newest:
            raise StoreNewerThanProgram(stored=done, known=newest)
        for file in files:
            number = int(file.name[:3])
            if number > done:
                connection.execute(text_of_file(file))
                rows_of(connection, "workspace/note_version", version=number)
        _make_effective(connection)


def _make_effective(connection: duckdb.DuckDBPyConnection) -> None:
    """The views are those of this program; written only where they are not yet."""
    texts = [text_of_file(file) for file in numbered_files(EFFECTIVE)]
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    rows_of(connection, "workspace/make_effective")
    if rows_of(connection, "workspace/effective_digest", digest=digest):
        return
    for text in texts:
        connection.execute(text)
    connection.execute(statement("workspace/forget_digest"))
    rows_of(connection, "workspace/note_digest", digest=digest)


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    rows_of(connection, "workspace/make_version")
    return int(str(rows_of(connection, "workspace/version")[0]["version"]))


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of what happens inside, or none of it."""
    connection.begin()
    is_complete = False
    try:
        yield
        is_complete = True
    finally:
        if not is_complete:
            rolled_back(connection)
    connection.commit()


def rolled_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Nothing of the open transaction remains; one that the disk already ended is no error."""
    try:
        connection.rollback()
    except duckdb.Error:
        return
