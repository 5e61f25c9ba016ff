"""Which meeting the page is about: the coming one, or one whose figures were kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import streamlit as st

from data.books import Book
from data.clock import now
from data.errors import DashboardError
from data.meetings import TITLE_LETTERS, KeyFigure, Meeting, Seen, keep_meeting, meetings
from data.people import user_name
from ui.access import may_edit
from ui.address import ask_for, asked, note_shown, write_address
from ui.asked import Filters
from ui.escape import for_markdown
from ui.filters import say_unknown
from ui.release import store
from ui.screen import shown_here
from words import formats
from words.catalogue import text
from words.conditions import condition_message

MEETING = "meeting"
UPCOMING = ""
OPENED = (MEETING, "release", "year", "group", "as_of")  # what a meeting brings with it
WIDTH = 460  # px


def choose_meeting() -> tuple[list[Meeting], Meeting | None]:
    """Every meeting of the book, the newest first, and the one on the page: null is the coming one.

    A link that names a meeting and no release opens the meeting's release and filters.
    """
    kept = meetings(store(), shown_here().book)
    wanted = next(iter(asked(MEETING)), UPCOMING)
    chosen = next((one for one in kept if str(one.meeting_id) == wanted), None)
    if wanted and chosen is None:
        say_unknown(MEETING, wanted)
    if chosen is not None and not asked("release"):
        open_meeting(chosen)
        for key in OPENED:
            note_shown(key, asked(key))
        write_address()  # before the run is broken off, or the next reads the old address
        st.rerun()
    if kept:
        _select(kept, chosen)
    return kept, chosen


def _select(kept: Sequence[Meeting], chosen: Meeting | None) -> None:
    by_id = {str(one.meeting_id): one for one in kept}
    current = str(chosen.meeting_id) if chosen else UPCOMING
    widget = f"choose_{MEETING}"
    st.session_state[widget] = current
    st.selectbox(
        text("meeting.choose"),
        [UPCOMING, *by_id],
        format_func=lambda key: name_of(by_id[key]) if key else text("meeting.upcoming"),
        key=widget,
        width=WIDTH,
        on_change=_turn_to,
        args=(by_id, widget),
    )
    note_shown(MEETING, [current])


def name_of(meeting: Meeting) -> str:
    """A meeting in a list: its day, its name, its release."""
    return text(
        "meeting.listed",
        day=formats.date(meeting.held_on),
        title=meeting.title,
        release=meeting.seen.release_id,
    )


def _turn_to(by_id: dict[str, Meeting], widget: str) -> None:
    """Callback: the meeting's release and filters; for the coming one those of today."""
    key = st.session_state[widget]
    if key:
        open_meeting(by_id[key])
        return
    for name in OPENED:
        ask_for(name, [])


def open_meeting(meeting: Meeting) -> None:
    """From the next run on the page shows what the meeting saw."""
    seen = meeting.seen
    ask_for(MEETING, [str(meeting.meeting_id)])
    ask_for("release", [seen.release_id])
    ask_for("year", [str(seen.year)] if seen.year else [])
    ask_for("group", [seen.group] if seen.group else [])
    ask_for("as_of", [seen.as_of.isoformat()])


def say_kept(meeting: Meeting) -> str:
    """Which release the meeting's figures were kept on, by whom."""
    return text(
        "meeting.kept",
        title=meeting.title,
        day=formats.date(meeting.held_on),
        release=meeting.seen.release_id,
        by=meeting.kept_by,
        at=formats.moment(meeting.kept_at),
    )


def offer_keeping(filters: Filters, judged: int | None, figures: Sequence[KeyFigure]) -> None:
    """For analysts: one button that keeps what is on the table now."""
    if not may_edit():
        return
    with st.popover(text("meeting.keep"), icon=":material/push_pin:", type="primary"):
        if shown_here().is_draft:
            st.caption(text("meeting.keep_draft"))
            return
        st.caption(text("meeting.keep_what", release=filters.release))
        with st.form("meeting_keep", border=False):
            title = st.text_input(text("meeting.keep_title"), max_chars=TITLE_LETTERS)
            day: datetime.date | None = st.date_input(
                text("meeting.keep_day"), now().date(), format="DD/MM/YYYY"
            )
            if st.form_submit_button(text("meeting.keep"), type="primary"):
                _keep(filters, judged, figures, title, day)


def _keep(
    filters: Filters,
    judged: int | None,
    figures: Sequence[KeyFigure],
    title: str,
    day: datetime.date | None,
) -> None:
    if not title.strip() or day is None:
        st.warning(text("meeting.keep_missing"))
        return
    seen = Seen(
        release_id=filters.release,
        as_of=filters.as_of or shown_here().as_of,
        year=filters.year,
        judged_year=judged,
        group=filters.group,
    )
    book = Book(filters.book)
    try:
        number = keep_meeting(store(), book, title, day, seen, figures, by=user_name())
    except DashboardError as condition:
        st.error(for_markdown(condition_message(condition)))
        return
    open_meeting(next(one for one in meetings(store(), book) if one.meeting_id == number))
    st.rerun()


def earlier_than(kept: Sequence[Meeting], meeting: Meeting | None) -> list[Meeting]:
    """The meetings before this one, the newest first; before the coming one all of them."""
    if meeting is None:
        return [*kept]
    return [*kept[kept.index(meeting) + 1 :]]
