"""Opens the release that a command reads; a store that holds nothing yet knows the units."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from analysis.publication import enrich
from data.books import Book
from data.errors import NoRelease
from data.importing import SYSTEM, import_workbooks
from data.publishing import ensure_draft
from data.releases import CURRENT, DRAFT, open_release
from data.store import Store


@contextmanager
def opened(
    store: Store, book: Book, which: str | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The release named, else the current one, else the draft, else a book with the units only.

    Writes nothing to the store. Raises UnknownRelease, StoreDamaged, ReleaseOutdated.
    """
    if which is not None:
        yield from _closing(open_release(store, book, which))
        return
    for choice in (CURRENT, DRAFT):
        try:
            release = open_release(store, book, choice)
        except NoRelease:
            continue
        yield from _closing(release)
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = Store(Path(folder))
        import_workbooks(fresh, book, [], by=SYSTEM)
        ensure_draft(fresh, book, enrich=enrich)
        yield from _closing(open_release(fresh, book, DRAFT))


def _closing(release: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        yield release
    finally:
        release.close()
