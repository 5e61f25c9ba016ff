"""Opens the release that a command reads; a store that holds nothing yet knows the units."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from analysis.publication import enrich
from cli.saying import saying_steps
from data.books import Book
from data.completing import open_completed
from data.errors import NoRelease
from data.importing import SYSTEM, import_workbooks
from data.publishing import ensure_draft
from data.releases import CURRENT, DRAFT, open_release
from data.store import Store


@contextmanager
def opened(
    store: Store, book: Book, which: str | None = None, *, in_full: bool = True
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The release named, else the current one, else the draft, else a book with the units only.

    Writes nothing to the store but, where it can, the completion of a draft; without `in_full` a
    draft is read as it was drafted. Raises UnknownRelease, StoreDamaged, ReleaseOutdated,
    DraftIncomplete.
    """
    if which is not None:
        yield from _closing(_opened(store, book, which, in_full=in_full))
        return
    for choice in (CURRENT, DRAFT):
        try:
            release = _opened(store, book, choice, in_full=in_full)
        except NoRelease:
            continue
        yield from _closing(release)
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = Store(Path(folder))
        import_workbooks(fresh, book, [], by=SYSTEM)
        ensure_draft(fresh, book)
        yield from _closing(_opened(fresh, book, DRAFT, in_full=in_full))


def _opened(store: Store, book: Book, which: str, *, in_full: bool) -> duckdb.DuckDBPyConnection:
    if not in_full:
        return open_release(store, book, which)
    return open_completed(store, book, which, enrich=enrich, progress=saying_steps())


def _closing(release: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        yield release
    finally:
        release.close()
