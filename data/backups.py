"""The whole store as one file, and back: what a committee keeps on another disk."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path, PurePosixPath

from data.books import Book, BookFolder
from data.clock import now
from data.disk import BUILDING, store_conditions
from data.errors import BackupUnreadable, OutputNotWritable
from data.store import Store, writing_alone

MARK = "cchc-backup.txt"  # tells our file from any other zip
KEPT_ASIDE = "before-restore-"  # begins the folder that holds what a restore replaced


def back_up(store: Store, output: Path) -> int:
    """Both books and the journal stand in `output`, whole or not at all; gives how many files.

    Nobody writes a book meanwhile; readers go on. Raises ImportInProgress, StoreNotWritable,
    OutputNotWritable.
    """
    unfinished = output.with_name(f"{BUILDING}{secrets.token_hex(4)}")
    with _both_alone(store):
        try:
            count = _written(store, unfinished)
            unfinished.replace(output)
        except OSError as error:
            raise OutputNotWritable(file=str(output)) from error
        finally:
            unfinished.unlink(missing_ok=True)
    return count


def restore(store: Store, file: Path) -> Path | None:
    """The store is what the backup holds; what was there before is kept aside, in the folder given.

    Nothing changes where the backup cannot be read. Raises BackupUnreadable, ImportInProgress,
    StoreNotWritable.
    """
    with store_conditions():
        store.home.mkdir(parents=True, exist_ok=True)
        staged = store.home / f"{BUILDING}{secrets.token_hex(4)}"
        try:
            _unpack(file, staged)
            with _both_alone(store):
                aside = _put_aside(store)
                for entry in sorted(staged.iterdir()):
                    entry.rename(store.home / entry.name)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    return aside


@contextmanager
def _both_alone(store: Store) -> Iterator[None]:
    with ExitStack() as held:
        for book in Book:
            if store.folder(book).path.exists():
                held.enter_context(writing_alone(store.folder(book)))
        yield


def _written(store: Store, target: Path) -> int:
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr(MARK, now().isoformat())
        for book in Book:
            folder = store.folder(book)
            for path in sorted(folder.path.rglob("*")):
                if _is_kept(folder, path):
                    package.write(path, path.relative_to(store.home).as_posix())
                    count += 1
        if store.journal.exists():
            copy = target.with_name(f"{target.name}-journal")
            try:
                _copy_journal(store.journal, copy)
                package.write(copy, store.journal.name)
            finally:
                copy.unlink(missing_ok=True)
            count += 1
    return count


def _is_kept(folder: BookFolder, path: Path) -> bool:
    is_lock = path in (folder.lock, folder.completing)
    return path.is_file() and not is_lock and not path.name.startswith(BUILDING)


def _copy_journal(journal: Path, copy: Path) -> None:
    """The journal as it is now, though somebody may be writing in it."""
    with closing(sqlite3.connect(journal)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _unpack(file: Path, staged: Path) -> None:
    known = {*Book, "journal.sqlite"}
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            parts = [PurePosixPath(name).parts for name in names if name != MARK]
            if MARK not in names or any(p[0] not in known or ".." in p for p in parts):
                raise BackupUnreadable(file=file.name)
            staged.mkdir()
            package.extractall(staged, [name for name in names if name != MARK])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        if isinstance(error, OSError) and staged.exists():
            raise  # the disk that we write to, not the file
        raise BackupUnreadable(file=file.name) from error


def _put_aside(store: Store) -> Path | None:
    """What stands in the store is moved into a folder of its own; null where there is nothing."""
    names = [*(book.value for book in Book), *(p.name for p in store.home.glob("journal.sqlite*"))]
    there = [store.home / name for name in names if (store.home / name).exists()]
    if not there:
        return None
    aside = store.home / f"{KEPT_ASIDE}{now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    aside.mkdir()
    for path in there:
        path.rename(aside / path.name)
    return aside
