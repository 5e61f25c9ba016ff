"""Presentation mode: large type, nothing but the message, keys from screen to screen.

The URL keeps it (`present=1`), so a link opens as it was shown.
"""

from __future__ import annotations

import re

import streamlit as st

from ui.address import ask_for, asked, link, note_shown
from ui.navigation import page_file
from words import formats
from words.catalogue import text

PRESENT = "present"
# What is shown in a meeting, in this order: a page, a view of it where it has several, and
# whether its words are the message or its chart.
SCREENS: tuple[tuple[str, str, str], ...] = (
    ("meeting", "", "words"),
    ("overview", "", "words"),
    ("overview", "", "chart"),
    ("compare", "ranking", "chart"),
    ("compare", "certainty", "chart"),
    ("compare", "areas", "chart"),
    ("compare", "change", "chart"),
    ("areas", "criteria", "chart"),
    ("areas", "self", "chart"),
    ("remediation", "", "words"),
    ("remediation", "", "chart"),
    ("inspections", "programme", "words"),
    ("inspections", "programme", "chart"),
    ("inspections", "findings", "chart"),
    ("best_practice", "", "words"),
    ("best_practice", "", "chart"),
    ("unit", "", "words"),
    ("unit", "", "chart"),
)
WORDS, CHART = "words", "chart"
SCREEN = re.compile(r"([0-9]{3,5})x([0-9]{3,5})")
USUAL_SCREEN, SMALLEST_SCREEN = (1280, 720), (640, 480)
# Presenters' remote controls send the page keys, keyboards the arrows.
BACK, ON = ("Left", "PageUp"), ("Right", "PageDown")


def is_presenting() -> bool:
    """True where the page is shown to a room."""
    return bool(asked(PRESENT))


def message() -> str:
    """Whether the screen shows the page's words or its chart; '' where nobody presents."""
    wanted = next(iter(asked(PRESENT)), "")
    return wanted if wanted in (WORDS, CHART) or not wanted else WORDS


def screen() -> tuple[int, int]:
    """Width and height of the reader's screen in px, as his browser told when the page opened."""
    told = SCREEN.fullmatch(st.context.cookies.get("screen", ""))
    if told is None:
        return USUAL_SCREEN
    width, height = int(told[1]), int(told[2])
    return max(width, SMALLEST_SCREEN[0]), max(height, SMALLEST_SCREEN[1])


def offer_presentation() -> None:
    """The one switch, at the foot of the navigation."""
    if st.button(text("frame.present"), icon=":material/slideshow:", key="present"):
        ask_for(PRESENT, [WORDS])
        st.rerun()


def show_controls(page: str) -> None:
    """Where we are, and the ways on, back and out; each also has its keys.

    Esc leaves the mode also while somebody types, so there is a button besides.
    """
    note_shown(PRESENT, [message()])
    place = _place(page)
    last = len(SCREENS) - 1
    with st.container(key="presenting", horizontal=True, gap="small"):
        st.caption(f"{formats.count(place + 1)}/{formats.count(last + 1)}")
        for key in BACK:
            _step(key, place - 1, "‹", is_end=place == 0)
        for key in ON:
            _step(key, place + 1, "›", is_end=place == last)
        if st.button("×", key="present_leave", shortcut="Esc", help=text("frame.leave")):
            ask_for(PRESENT, [])
            st.rerun()


def _place(page: str) -> int:
    """The screen on which the reader is; on a page without one, the first."""
    here = (page, next(iter(asked("view")), ""), message())
    of_page = [number for number, screen in enumerate(SCREENS) if screen[0] == page]
    ordered = sorted(of_page, key=lambda number: -_alike(SCREENS[number], here))
    return next(iter(ordered), 0)


def _alike(screen: tuple[str, str, str], here: tuple[str, str, str]) -> int:
    return 2 * (screen[1] == here[1]) + (screen[2] == here[2])


def _step(key: str, place: int, sign: str, *, is_end: bool) -> None:
    if st.button(sign, key=f"present_{key}", shortcut=key, disabled=is_end):
        name, view, wanted = SCREENS[place]
        ask_for("view", [view] if view else [])
        ask_for(PRESENT, [wanted])
        st.switch_page(page_file(name), query_params=link(view=view or None, present=wanted))
