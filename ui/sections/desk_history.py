"""Going back to an earlier release, and taking an import back."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from data.books import Book
from data.column_choices import headings_named
from data.people import user_name
from data.releases import rollback
from data.withdrawing import withdraw
from ui.address import ask_for
from ui.desk import Telling, imports_of
from ui.handed_in import forget_last
from ui.release import published, store
from ui.sections.desk_hand_in import show_problems
from ui.tables import show_table
from words import formats
from words.catalogue import text
from words.sentences.understood import choices_sentence

RELEASE_FIELDS = ("release_id", "published_at", "as_of", "is_current")
IMPORT_FIELDS = (
    "import_id",
    "imported_at",
    "imported_by",
    "file_name",
    "form",
    "row_count",
    "read_with",
    "is_withdrawn",
)
SAID_RELEASE = "desk_said_of_releases"
SAID_IMPORT = "desk_said_of_imports"


def show_releases(book: Book) -> None:
    """Every release; a chosen one that is not current can be gone back to."""
    listed = [
        {
            "release_id": release.release_id,
            "published_at": release.published_at,
            "as_of": release.as_of,
            "is_current": release.release_id == release.current_id,
        }
        for release in published(book)
    ]
    chosen = show_table(listed, RELEASE_FIELDS, key="desk_releases")
    _say(SAID_RELEASE)
    if chosen is None or chosen["is_current"]:
        st.caption(text("desk.choose_release"))
        return
    release_id = chosen["release_id"]
    if st.button(text("desk.go_back", release=release_id), icon=":material/history:"):
        rollback(store(), book, release_id, by=user_name())
        ask_for("release", [])
        st.session_state[SAID_RELEASE] = text("desk.gone_back", release=release_id)
        st.rerun()


def show_imports(book: Book) -> None:
    """Every file of every import; a chosen one can be taken back as if it had never been."""
    headings = headings_named(store())
    listed = [
        {**asdict(row), "read_with": choices_sentence(row.options, headings)}
        for row in imports_of(book)
    ]
    if not listed:
        st.caption(text("desk.no_imports"))
        return
    has_choices = any(row["read_with"] for row in listed)
    fields = [field for field in IMPORT_FIELDS if field != "read_with" or has_choices]
    chosen = show_table(listed, fields, key="desk_imports")
    _say(SAID_IMPORT)
    st.caption(text("desk.base_import"))
    if chosen is None or chosen["is_withdrawn"]:
        st.caption(text("desk.choose_import"))
        return
    number = formats.plain_year(chosen["import_id"])
    st.warning(text("desk.withdrawing", import_id=number))
    if st.button(text("desk.withdraw", import_id=number), icon=":material/undo:"):
        _withdraw(book, chosen["import_id"], number)


def _withdraw(book: Book, import_id: int, number: str) -> None:
    telling = Telling()
    outcome = withdraw(store(), book, import_id, by=user_name(), progress=telling)
    telling.done()
    if outcome.is_refused:
        st.error(text("desk.withdrawal_refused", import_id=number))
        show_problems(outcome.problems)
        return
    forget_last()
    st.session_state[SAID_IMPORT] = text("desk.withdrawn", import_id=number)
    st.rerun()


def _say(key: str) -> None:
    """What going back or taking back came to: where the button stood, and over the page."""
    if said := st.session_state.pop(key, None):
        st.success(said)
        st.toast(said, icon=":material/check:")
