"""Which kind of picture the camera beside a chart saves: one for slides, one for print."""

from __future__ import annotations

import streamlit as st

from words.catalogue import text

PNG, SVG = "png", "svg"
WIDGET = "choose_picture"


def picture_format() -> str:
    """What the reader chose in this session; PNG where nobody did."""
    chosen: str = st.session_state.get(WIDGET) or PNG
    return chosen


def choose_picture() -> None:
    """At the foot of the navigation: a picture of dots (PNG) or one that any size suits (SVG)."""
    st.session_state[WIDGET] = picture_format()
    st.segmented_control(
        text("frame.picture"), [PNG, SVG], format_func=str.upper, key=WIDGET, required=True
    )
