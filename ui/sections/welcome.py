"""What a store without any release shows, and what a page shows that has nothing to show."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from data.books import Book
from data.store import pointed_at
from ui.access import may_edit
from ui.address import ask_for
from ui.escape import for_markdown
from ui.navigation import page_file
from ui.release import store
from words.catalogue import text


def welcome() -> None:
    """The store has no release yet: what this is, and the two ways to begin."""
    st.title(text("welcome.title"))
    with st.container(key="answer"):
        st.markdown(text("welcome.answer"))
    st.markdown(text("welcome.real"))
    if may_edit():
        st.page_link(
            page_file("data_desk"), label=text("welcome.to_desk"), icon=":material/upload_file:"
        )
    if pointed_at(store().folder(Book.ILLUSTRATION).current):
        st.markdown(text("welcome.other_book"))
        st.button(
            text("welcome.choose_illustration"),
            key="welcome_illustration",
            on_click=ask_for,
            args=("book", [Book.ILLUSTRATION.value]),
        )
        return
    st.markdown(text("welcome.illustration"))
    st.code("python run.py demo", language=None)


def explain_empty(reason: str) -> None:
    """Why there is nothing to show, and what to do: key of the catalogue's `empty`."""
    with st.container(key="empty", border=True):
        st.markdown(f"**{for_markdown(text(f'empty.{reason}'))}**")
        st.caption(for_markdown(text(f"empty.{reason}_what_to_do")))


def stop_empty(reason: str) -> NoReturn:
    """The page ends here, saying why there is nothing to show."""
    explain_empty(reason)
    st.stop()
    raise RuntimeError(reason)  # st.stop never returns; its types do not say so
