"""The day against which deadlines are judged: the release's own, or one that the link names."""

from __future__ import annotations

import datetime
from dataclasses import replace

import streamlit as st

from ui.address import ask_for, asked, note_shown
from ui.asked import Filters
from ui.filters import say_unknown
from ui.screen import shown_here
from words import formats
from words.catalogue import text

AS_OF = "as_of"
WIDTH = 200  # px


def with_as_of(chosen: Filters) -> Filters:
    """The filters with the day that the link names for judging deadlines; a wrong one is said."""
    wanted = next(iter(asked(AS_OF)), None)
    if wanted is None:
        return chosen
    try:
        day = datetime.date.fromisoformat(wanted)
    except ValueError:
        say_unknown(AS_OF, wanted)
        return chosen
    note_shown(AS_OF, [wanted])
    return replace(chosen, as_of=day)


def choose_as_of(chosen: Filters) -> None:
    """The day against which deadlines are judged, to be moved; the release's own asks nothing."""
    own = shown_here().as_of
    widget = f"choose_{AS_OF}"
    st.session_state[widget] = chosen.as_of or own
    st.date_input(
        text("filter.as_of"),
        format="DD/MM/YYYY",
        key=widget,
        width=WIDTH,
        help=text("filter.as_of_help", day=formats.date(own)),
        on_change=_remember_as_of,
        args=(widget, own),
    )


def _remember_as_of(widget: str, own: datetime.date) -> None:
    day = st.session_state[widget]
    ask_for(AS_OF, [day.isoformat()] if day and day != own else [])
