"""Which book and which release a command speaks of."""

from __future__ import annotations

import argparse

from data.books import Book
from data.store import Store, current_book


def book_of(arguments: argparse.Namespace) -> Book | None:
    """The book that the caller names; None leaves it to the files."""
    return Book(arguments.book) if arguments.book else None


def book_to_read(store: Store, arguments: argparse.Namespace) -> Book:
    """As the app: the book named, else real as soon as it has a release, else illustration.

    A store without releases: the book that has imports, real first.
    """
    chosen = book_of(arguments) or current_book(store)
    if chosen is not None:
        return chosen
    has_imports = [book for book in Book if store.folder(book).workspace.exists()]
    return Book.REAL if Book.REAL in has_imports or not has_imports else has_imports[0]
