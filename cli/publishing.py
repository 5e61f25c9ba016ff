"""`publish`, `releases` and `rollback`."""

from __future__ import annotations

import argparse
import datetime

from analysis.publication import enrich
from cli.choosing import book_to_read
from cli.printing import print_rows
from cli.saying import say, saying_steps
from data.books import Book
from data.people import user_name
from data.publishing import publish
from data.releases import releases, rollback
from data.store import Store
from words import formats

RELEASE_COLUMNS = ("release_id", "book", "published_at", "as_of", "is_current")


def publish_book(store: Store, book: Book, as_of: datetime.date | None) -> None:
    """The book's imports are the current release; says so, also where nothing was new."""
    published = publish(
        store, book, as_of=as_of, by=user_name(), progress=saying_steps(), enrich=enrich
    )
    day = formats.date(published.as_of)
    if published.is_new or published.has_moved:
        say("published", release_id=published.release_id, as_of=day)
    else:
        say("nothing_to_publish", release_id=published.release_id)


def run_publish(store: Store, arguments: argparse.Namespace) -> int:
    """0, also where there was nothing new."""
    publish_book(store, book_to_read(store, arguments), arguments.as_of)
    return 0


def run_releases(store: Store, arguments: argparse.Namespace) -> int:
    """The releases of the book, or of both books where none is chosen."""
    books = [Book(arguments.book)] if arguments.book else list(Book)
    listed = [release for book in books for release in releases(store, book)]
    rows = [{name: getattr(release, name) for name in RELEASE_COLUMNS} for release in listed]
    for row in rows:
        row["book"] = str(row["book"])
    print_rows(rows, arguments.format, RELEASE_COLUMNS)
    return 0


def run_rollback(store: Store, arguments: argparse.Namespace) -> int:
    """The named release is current again; its id says which book it is of."""
    wanted = arguments.release
    if arguments.book:
        book = Book(arguments.book)
    else:
        holders = [b for b in Book if wanted in {r.release_id for r in releases(store, b)}]
        book = holders[0] if holders else book_to_read(store, arguments)
    rollback(store, book, wanted, by=user_name())
    say("rolled_back", release_id=wanted)
    return 0
