"""At the foot of the navigation: language, book and snapshot."""

from __future__ import annotations

import streamlit as st

from data.books import Book
from data.errors import UnknownRelease
from data.store import pointed_at
from ui.access import may_edit
from ui.address import ask_for, asked, note_shown, remember
from ui.filters import say_unknown
from ui.release import Shown, published, shown_release, store
from words import formats
from words.catalogue import Language, language, text


def choose_language() -> None:
    """Vietnamese or English, each by its own name."""
    st.session_state["choose_language"] = language().value
    st.segmented_control(
        text("filter.language"),
        [spoken.value for spoken in Language],
        format_func=lambda code: text(f"frame.language.{code}"),
        key="choose_language",
        required=True,
        label_visibility="collapsed",
        on_change=remember,
        args=("language", "choose_language"),
    )
    note_shown("language", [language().value])


def choose_snapshot() -> Shown | None:
    """The snapshot that the pages show; null where the store has no release yet."""
    shown = _asked_for()
    if shown is None:
        _offer_other_book()
        return None
    books = [book for book in Book if pointed_at(store().folder(book).current)]
    if len(books) > 1:
        labels = {book.value: text(f"term.book.{book.value}") for book in books}
        _select("book", labels, shown.book.value)
    _select("release", _snapshots(shown), shown.release_id)
    note_shown("book", [shown.book.value])
    note_shown("release", [shown.release_id])
    return shown


def _offer_other_book() -> None:
    """The book asked for has no release yet; from there the way back is not lost."""
    wanted = next(iter(asked("book")), None)
    has_release = any(pointed_at(store().folder(book).current) for book in Book)
    if wanted in {*Book} and has_release:
        labels = {book.value: text(f"term.book.{book.value}") for book in Book}
        _select("book", labels, str(wanted))
        note_shown("book", [str(wanted)])


def _asked_for() -> Shown | None:
    book = next(iter(asked("book")), None)
    if book is not None and book not in {*Book}:
        say_unknown("book", book)
        book = None
    release = next(iter(asked("release")), None)
    try:
        return shown_release(book, release, with_drafts=may_edit())
    except UnknownRelease:
        say_unknown("release", release or "")
        return shown_release(book, None, with_drafts=may_edit())


def _snapshots(shown: Shown) -> dict[str, str]:
    """Release ids, newest first, with the words for each; for analysts the draft too."""
    labels = {
        release.release_id: text("frame.current_release", release=release.release_id)
        if release.release_id == shown.current_id
        else text(
            "frame.other_release", release=release.release_id, as_of=formats.date(release.as_of)
        )
        for release in published(shown.book)
    }
    draft = pointed_at(store().folder(shown.book).draft) if may_edit() else None
    for draft_id in (draft, shown.release_id):
        if draft_id:
            labels.setdefault(draft_id, text("frame.draft_release", release=draft_id))
    return labels


def _select(key: str, labels: dict[str, str], current: str) -> None:
    widget = f"choose_{key}"
    st.session_state[widget] = current
    st.selectbox(
        text(f"filter.{key}"),
        [*labels],
        format_func=labels.__getitem__,
        key=widget,
        on_change=_switch_book if key == "book" else remember,
        args=(key, widget),
    )


def _switch_book(key: str, widget: str) -> None:
    """The other book has its own releases, units and years: nothing else is asked for there."""
    remember(key, widget)
    others = (
        "release",
        "year",
        "group",
        "unit",
        "area",
        "view",
        "by",
        "due",
        "as_of",
        "weights",
        "meeting",
    )
    for other in others:
        ask_for(other, [])
