"""Which book the Data desk works on."""

from __future__ import annotations

import streamlit as st

from data.books import Book
from data.store import current_book, pointed_at
from ui.address import asked, note_shown, remember
from ui.release import store
from words.catalogue import text

WIDGET = "desk_book"


def choose_book() -> Book:
    """The book asked for, else the one that the app opens, else the real one."""
    wanted = next(iter(asked("book")), None)
    book = Book(wanted) if wanted and wanted in {*Book} else current_book(store()) or Book.REAL
    st.session_state[WIDGET] = book.value
    st.segmented_control(
        text("filter.book"),
        [each.value for each in (Book.REAL, Book.ILLUSTRATION)],
        format_func=lambda value: text(f"term.book.{value}"),
        key=WIDGET,
        required=True,
        on_change=remember,
        args=("book", WIDGET),
    )
    note_shown("book", [book.value])
    return book


def current_id(book: Book) -> str | None:
    """The release that readers of the book see."""
    return pointed_at(store().folder(book).current)
