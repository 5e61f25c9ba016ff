"""What is shown stands in the URL, so that a link shows what its sender saw.

Streamlit's own binding writes a widget's label into the URL and leaves defaults out; a link must
hold the codes that `show` prints, and still mean the same when a default has moved. So each run
writes all that it shows, while the session remembers only what somebody asked for: a default of
one page must not bind the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

KNOWN = (
    "language",
    "book",
    "release",
    "year",
    "group",
    "unit",
    "area",
    "view",
    "list",
    "by",
    "due",
    "as_of",
    "weights",
    "figure",
    "present",
    "meeting",
)
# These mean nothing on another page.
PAGES_OWN = frozenset({"view", "list", "by", "due", "weights", "figure", "meeting"})
ASKED, SHOWN, WRITTEN = "asked", "shown_in_address", "written_to_address"

Values = Mapping[str, Sequence[str]]


def read_address() -> None:
    """What is asked for: what the URL says, unless it says only what we wrote there ourselves.

    A change of page empties the URL; what was asked for before goes on.
    """
    url = {key: st.query_params.get_all(key) for key in KNOWN if key in st.query_params}
    if url and url != st.session_state.get(WRITTEN):
        st.session_state[ASKED] = url
    st.session_state.setdefault(ASKED, {})
    st.session_state[SHOWN] = {}


def asked(key: str) -> list[str]:
    """What is asked for under this key; empty where nothing is."""
    values: Sequence[str] = st.session_state[ASKED].get(key, ())
    return [value for value in values if value]


def ask_for(key: str, values: Sequence[str]) -> None:
    """Ask for these values from now on; nothing means the default."""
    before: Values = st.session_state.get(ASKED, {})
    st.session_state[ASKED] = {**before, key: [*values]}


def remember(key: str, widget: str) -> None:
    """Callback of a widget: its choice is asked for."""
    choice = st.session_state[widget]
    values = choice if isinstance(choice, list) else [choice]
    ask_for(key, [str(value) for value in values if value not in (None, "")])


def note_shown(key: str, values: Sequence[str]) -> None:
    """This run shows these values."""
    st.session_state[SHOWN][key] = [value for value in values if value]


def shown_values(key: str) -> list[str]:
    """What this run shows under the key; empty where nothing."""
    values: Sequence[str] = st.session_state[SHOWN].get(key, ())
    return [*values]


def write_address() -> None:
    """The URL names all that this run shows."""
    shown = {key: values for key, values in st.session_state[SHOWN].items() if values}
    url = {key: st.query_params.get_all(key) for key in KNOWN if key in st.query_params}
    if shown != url:
        st.query_params.from_dict(shown)
    st.session_state[WRITTEN] = shown


def link(**changed: str | None) -> dict[str, str | list[str]]:
    """Query parameters of a link to another page: what is shown here, with these changes."""
    shown: Values = st.session_state[SHOWN]
    parameters: dict[str, str | list[str]] = {
        key: [*values] for key, values in shown.items() if values and key not in PAGES_OWN
    }
    for key, value in changed.items():
        parameters.pop(key, None)
        if value:
            parameters[key] = value
    return parameters
