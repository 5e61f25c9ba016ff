"""Files that are whole or not there, and what a disk's refusals mean."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.errors import DashboardError, ImportInProgress, StoreDamaged, StoreNotWritable

BUILDING = ".building-"  # begins the name of every file that is not finished
REFUSALS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EFBIG,
    errno.ENOTDIR,
    errno.ENOENT,
    errno.EEXIST,
}
# DuckDB tells by its sentences, not by its types, what the disk said.
REFUSAL_WORDS = (
    "no space left",
    "permission denied",
    "read-only file system",
    "file too large",
    "quota exceeded",
    "could not write",
    "could not sync",
    "cannot open file",
    "could not create",
    "failed to create",
    "out of disk",
)
QUOTED = re.compile(r'"([^"]+)"')
LOCKED_WORDS = (
    "could not set lock",
    "conflicting lock",
    "used by another process",
    "database is locked",
    "already attached",
)
DISK_ERRORS = (
    duckdb.IOException,
    duckdb.TransactionException,
    duckdb.FatalException,
    duckdb.SerializationException,
    duckdb.InternalException,
    duckdb.ResourceInUseException,
)
# Corrupt files come as these; their other children are faults of our own statements.
UNSPECIFIC = (duckdb.Error, sqlite3.OperationalError, sqlite3.DatabaseError)


@contextmanager
def store_conditions() -> Iterator[None]:
    """Errors of the disk and of damaged files leave as the condition they mean.

    Anything else (a wrong statement, a constraint) is our own fault and passes unchanged.
    """
    try:
        yield
    except DISK_ERRORS as error:
        raise condition_of(str(error)) from error
    except (duckdb.Error, sqlite3.Error) as error:
        if type(error) not in UNSPECIFIC:
            raise
        raise condition_of(str(error)) from error
    except OSError as error:
        refused = error.errno in REFUSALS
        raise (StoreNotWritable if refused else StoreDamaged)(
            path=Path(str(error.filename or "")).name
        ) from error


def condition_of(message: str) -> DashboardError:
    """What a database's sentence about its file means for the user."""
    text = message.casefold()
    if any(words in text for words in LOCKED_WORDS):
        return ImportInProgress()
    sqlite_refusals = ("readonly database", "disk is full", "unable to open database")
    if any(words in text for words in (*REFUSAL_WORDS, *sqlite_refusals)):
        return StoreNotWritable(path=_file_named(message))
    return StoreDamaged(path=_file_named(message))


def _file_named(message: str) -> str:
    """The file that a sentence names in quotation marks, without its folder."""
    named = QUOTED.search(message)
    return Path(named[1]).name if named else ""


def sync_file(path: Path) -> None:
    """The file's content is on the disk when this returns."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """The folder's names are on the disk when this returns; Windows has no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def building_path(final: Path) -> Path:
    """A name beside the final one, never used before, that opening cleans away."""
    return final.with_name(f"{BUILDING}{secrets.token_hex(8)}-{final.name}")


def put_in_place(building: Path, final: Path) -> None:
    """A finished file takes its name in one step, and survives a power cut from then on."""
    sync_file(building)
    building.replace(final)
    sync_folder(final.parent)


@contextmanager
def prepared(path: Path, content: bytes) -> Iterator[Callable[[], None]]:
    """The content lies on the disk already; calling what this gives puts it in place.

    So that nothing which the disk may refuse is left to do after that.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    building = building_path(path)
    try:
        building.write_bytes(content)
        sync_file(building)
        yield lambda: put_in_place(building, path)
    finally:
        building.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """The file holds this content or what it held before, never a part."""
    with prepared(path, content) as put:
        put()


def keep_content(folder: Path, content: bytes) -> str:
    """The content lies in the folder under its SHA-256, which is returned."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not (folder / sha256).exists():
        write_whole(folder / sha256, content)
    return sha256


def clean_unfinished(folder: Path) -> None:
    """Nothing that a killed process left half made is in the folder; its writers are locked out."""
    for path in folder.glob(f"{BUILDING}*") if folder.is_dir() else ():
        path.unlink(missing_ok=True)
