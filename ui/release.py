"""Which snapshot the pages show, and the one connection to it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import duckdb
import streamlit as st

from analysis.publication import enrich
from data.books import Book
from data.completing import open_completed
from data.errors import NoRelease, ReleaseOutdated, StoreDamaged, UnknownRelease
from data.labels import SCHEMA_VERSION, Label
from data.releases import (
    CURRENT,
    is_draft,
    label_at,
    open_release,
    release_files,
    release_path,
)
from data.store import Store, current_book, pointed_at, store_of_user
from ui.caching import cached_resource, cached_value
from words.catalogue import text

CONNECTIONS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """The snapshot on the screen; `current_id` is the one that readers see without asking.

    An outdated one was made by an earlier version of the program and cannot be asked.
    """

    book: Book
    release_id: str
    is_draft: bool
    published_at: datetime.datetime
    as_of: datetime.date
    current_id: str | None
    is_outdated: bool = False

    @property
    def is_illustration(self) -> bool:
        """True where every figure is invented."""
        return self.book is Book.ILLUSTRATION


def store() -> Store:
    """The store of this machine's user."""
    return store_of_user()


def shown_release(book: str | None, release_id: str | None, *, with_drafts: bool) -> Shown | None:
    """The snapshot asked for, else the current release of the book; None where there is none.

    Raises UnknownRelease where the book has no such release, or it is a draft that this reader
    may not see.
    """
    chosen = Book(book) if book and book in {*Book} else current_book(store())
    if chosen is None:
        return None
    try:
        found = described(chosen, release_id or CURRENT)
    except NoRelease:
        return None
    if found.is_draft and not with_drafts:
        raise UnknownRelease(release_id=found.release_id)
    return found


def described(book: Book, which: str) -> Shown:
    """A snapshot by its id, or the current one. Raises NoRelease, UnknownRelease, StoreDamaged."""
    folder = store().folder(book)
    label = _label(str(store().home), book.value, release_path(folder, which).stem)
    return Shown(
        book=book,
        release_id=label.release_id,
        is_draft=label.is_draft,
        published_at=label.published_at,
        as_of=label.as_of,
        current_id=pointed_at(folder.current),
        is_outdated=label.schema_version != SCHEMA_VERSION,
    )


def published(book: Book) -> list[Shown]:
    """Every release of the book that this program can open, newest first."""
    found = []
    for path in reversed(release_files(store().folder(book))):
        try:
            shown = described(book, path.stem)
        except (StoreDamaged, ReleaseOutdated):
            continue  # one that cannot be read stands in nobody's way; doctor names it
        if not shown.is_outdated:
            found.append(shown)
    return found


@cached_value(keep=CONNECTIONS_KEPT * 10)
def _label(home: str, book: str, release_id: str) -> Label:
    return label_at(release_path(Store(Path(home)).folder(Book(book)), release_id))


def connection(book: str, release_id: str, *, in_full: bool = True) -> duckdb.DuckDBPyConnection:
    """A cursor of this thread's own on a release; a draft is completed first where it is asked
    `in_full`."""
    is_whole = in_full or not is_draft(store().folder(Book(book)), release_id)
    opened = _connection if is_whole else _connection_as_drafted
    return opened(str(store().home), book, release_id).cursor()


@cached_resource(keep=CONNECTIONS_KEPT)
def _connection(home: str, book: str, release_id: str) -> duckdb.DuckDBPyConnection:
    return open_completed(Store(Path(home)), Book(book), release_id, enrich=enrich)


@cached_resource(keep=CONNECTIONS_KEPT)
def _connection_as_drafted(home: str, book: str, release_id: str) -> duckdb.DuckDBPyConnection:
    return open_release(Store(Path(home)), Book(book), release_id)


def complete(shown: Shown) -> None:
    """What a draft left to its first reader is worked out while the page says so."""
    if shown.is_draft and not shown.is_outdated:
        with st.spinner(text("frame.completing")):
            connection(shown.book.value, shown.release_id)
