"""What the book holds and lacks; and publication."""

from __future__ import annotations

import datetime

import streamlit as st

from analysis.publication import enrich
from data.books import Book
from data.clock import today
from data.people import user_name
from data.publishing import publish
from ui.address import ask_for, link
from ui.answer import rows
from ui.asked import Filters
from ui.desk import Telling, is_waiting
from ui.downloads import offer_download
from ui.handed_in import forget_last
from ui.navigation import page_file
from ui.release import Shown, published, store
from ui.tables import show_table
from words.catalogue import text
from words.sentences.desk import published_sentence

COVERAGE_FIELDS = (
    "ranking_group",
    "unit_name",
    "applicable_count",
    "self_assessed_count",
    "verified_count",
    "survey_count",
    "missing_count",
    "register_row_count",
    "inspection_count",
    "finding_count",
    "initiative_count",
)
SAID = "desk_published"


def show_coverage(draft: Shown) -> None:
    """Unit by unit, what the book holds of the newest year and what it lacks."""
    asked = Filters(book=draft.book.value, release=draft.release_id)
    known = rows("coverage", asked)
    if known:
        show_table(known, COVERAGE_FIELDS, key="desk_coverage")
        offer_download(known, COVERAGE_FIELDS, name="coverage", filters=asked, shown=draft)


def offer_publication(book: Book, draft: Shown) -> None:
    """The as-of day and the button; the new release is current at once."""
    st.page_link(
        page_file("overview"),
        label=text("desk.look_at_draft"),
        icon=":material/preview:",
        query_params=link(book=book.value, release=draft.release_id),
    )
    day_side, button_side, _ = st.columns([2, 2, 4], vertical_alignment="bottom")
    default = _day_of_illustration(draft) if draft.is_illustration else today()
    as_of = day_side.date_input(
        text("desk.as_of"),
        default,
        format="DD/MM/YYYY",
        key="desk_as_of",
        help=text("desk.as_of_help"),
    )
    waits = is_waiting(draft, as_of)
    if button_side.button(
        text("desk.publish"), type="primary", icon=":material/publish:", disabled=not waits
    ):
        telling = Telling()
        done = publish(store(), book, as_of=as_of, by=user_name(), enrich=enrich, progress=telling)
        telling.done()
        ask_for("release", [])
        forget_last()
        st.session_state[SAID] = published_sentence(done)
        st.rerun()
    _say_published(waits=waits)


def _say_published(*, waits: bool) -> None:
    """Beside the button and over the page, wherever the reader is: what was published."""
    if said := st.session_state.pop(SAID, None):
        st.success(said)
        st.toast(said, icon=":material/check:")
    elif not waits:
        st.caption(text("desk.publish_nothing"))


def _day_of_illustration(draft: Shown) -> datetime.date:
    """Invented figures have a fixed day: that of the newest release, else of the draft."""
    return max([draft.as_of, *(release.as_of for release in published(draft.book))])
