"""`doctor`: is the machine and the store in order? Writes nothing."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
from pathlib import Path

from data.books import Book
from data.errors import DashboardError
from data.importing import imports
from data.releases import open_release, releases
from data.store import Store
from words.catalogue import text
from words.conditions import condition_message

GIGABYTE = 1024**3


def run_doctor(store: Store, _arguments: argparse.Namespace) -> int:
    """0 where all is well, 3 where a part of the store cannot be read."""
    existing = _nearest(store.home)
    is_writable = os.access(existing, os.W_OK)
    free = f"{shutil.disk_usage(existing).free / GIGABYTE:.1f}"
    print(text("command_line.doctor_python", version=platform.python_version()))
    print(text("command_line.doctor_home", home=str(store.home)))
    print(text(f"command_line.doctor_{'writable' if is_writable else 'not_writable'}"))
    print(text("command_line.doctor_free", free=free))
    states = [_look_at(store, book) for book in Book]
    return 0 if all(states) else 3


def _nearest(path: Path) -> Path:
    """The path, or the first folder above it that exists."""
    return next(place for place in (path, *path.parents) if place.exists())


def _look_at(store: Store, book: Book) -> bool:
    name = text(f"term.book.{book.value}")
    if not store.folder(book).workspace.exists():
        print(text("command_line.doctor_book_empty", book=name))
        return True
    try:
        there = releases(store, book)
        in_force = {row.import_id for row in imports(store, book) if not row.is_withdrawn}
    except DashboardError as condition:
        print(condition_message(condition))
        return False
    current = next((release.release_id for release in there if release.is_current), None)
    words = {
        "book": name,
        "imports": str(len(in_force)),
        "releases": str(len(there)),
        "current": current or text("command_line.doctor_none"),
    }
    print(text("command_line.doctor_book", **words))
    readable = [_is_readable(store, book, release.release_id) for release in there]
    return all(readable)


def _is_readable(store: Store, book: Book, release_id: str) -> bool:
    try:
        open_release(store, book, release_id).close()
    except DashboardError:
        print(text("command_line.doctor_release_bad", release_id=release_id))
        return False
    print(text("command_line.doctor_release_good", release_id=release_id))
    return True
