"""Where the figures on the screen come from: said on each page, chart and download alike."""

from __future__ import annotations

import streamlit as st

from ui.release import Shown
from words import formats
from words.catalogue import text


def source_line(shown: Shown) -> str:
    """Book, snapshot, its day and the as-of day, in one line; the mark where data is invented."""
    line = _line(shown)
    return f"{text('frame.illustration')} · {line}" if shown.is_illustration else line


def _line(shown: Shown) -> str:
    return text(
        "frame.source_draft" if shown.is_draft else "frame.source",
        book=text(f"term.book.{shown.book}"),
        release=shown.release_id,
        published=formats.date(shown.published_at),
        as_of=formats.date(shown.as_of),
    )


def show_source(shown: Shown) -> None:
    """The caption at the head of every page."""
    with st.container(key="source", horizontal=True, gap="small", vertical_alignment="center"):
        if shown.is_illustration:
            st.badge(text("frame.illustration"), icon=":material/science:", color="orange")
        if shown.is_draft:
            st.badge(text("frame.draft"), icon=":material/edit_note:", color="violet")
        said = [_line(shown)]
        if not shown.is_draft and shown.current_id and shown.release_id != shown.current_id:
            said.append(text("frame.not_current", release=shown.current_id))
        st.caption(" ".join(said))
