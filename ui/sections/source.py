"""Where the figures on the screen come from: said on each page, chart and download alike."""

from __future__ import annotations

import streamlit as st

from ui.address import shown_values
from ui.release import Shown
from words.catalogue import text
from words.source import snapshot_line, source_line

__all__ = ["show_source", "source_line"]


def paper_line(shown: Shown) -> str:
    """Book, release, its day and each filter of the page, for the foot of what is printed."""
    known = ("year", "group", "unit", "area")
    filters = [
        f"{text(f'filter.{key}')}: {', '.join(values)}"
        for key in known
        if (values := shown_values(key))
    ]
    return " · ".join([source_line(shown), *filters])


def show_source(shown: Shown) -> None:
    """The caption at the head of every page."""
    with st.container(key="source", horizontal=True, gap="small", vertical_alignment="center"):
        if shown.is_illustration:
            st.badge(text("frame.illustration"), icon=":material/science:", color="orange")
        if shown.is_draft:
            st.badge(text("frame.draft"), icon=":material/edit_note:", color="violet")
        said = [snapshot_line(shown)]
        if not shown.is_draft and shown.current_id and shown.release_id != shown.current_id:
            said.append(text("frame.not_current", release=shown.current_id))
        st.caption(" ".join(said))
