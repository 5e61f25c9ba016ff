"""Documents to carry out of the room, made when somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from data.books import Book
from data.errors import DashboardError
from data.own_papers import OwnPapers, own_papers
from reports.asking import Asked, answers_of
from reports.documents import ENDINGS, DocumentKind, document_of
from ui.asked import Filters
from ui.choices import largest_group, units
from ui.escape import for_markdown
from ui.release import connection, store
from ui.sections.heading import remark
from words.catalogue import language, speaking, text
from words.conditions import condition_message
from words.source import file_stem

WIDTH = 300  # px
OF_MEETING = (DocumentKind.DECK, DocumentKind.SUMMARY, DocumentKind.WORKBOOK)
OF_UNIT = (DocumentKind.UNIT, DocumentKind.DECK)


def show_documents(filters: Filters) -> None:
    """Deck, report and workbook of the year and group, and the sheet of a unit to be chosen."""
    st.header(text("meeting.documents"), anchor=False)
    group = filters.group or largest_group(filters, filters.year)
    remark(
        text("meeting.documents_how"),
        "" if filters.group else text("meeting.documents_group", group=group),
    )
    own = _own_papers()
    _offer(OF_MEETING, filters, Asked(year=filters.year, group=group or None), own)
    names = units(filters, filters.year, filters.group)
    if not names:
        return
    unit = st.selectbox(
        text("meeting.document_for"),
        [*names],
        format_func=names.__getitem__,
        key="meeting_unit",
        width=WIDTH,
    )
    _offer((DocumentKind.UNIT,), filters, Asked(year=filters.year, unit=unit), own)


def show_unit_documents(filters: Filters) -> None:
    """The sheet and the slides of the page's unit."""
    st.header(text("meeting.documents_of_unit"), anchor=False)
    remark(text("meeting.documents_how"))
    _offer(OF_UNIT, filters, Asked(year=filters.year, unit=filters.unit), _own_papers())


def _own_papers() -> OwnPapers:
    """The committee's own look; what cannot be read is said, and ours taken."""
    try:
        return own_papers(store())
    except DashboardError as condition:
        st.warning(for_markdown(condition_message(condition)))
        return OwnPapers()


def _offer(kinds: Sequence[DocumentKind], filters: Filters, asked: Asked, own: OwnPapers) -> None:
    with st.container(horizontal=True, gap="small", key=f"documents_{kinds[0]}"):
        for kind in kinds:
            stem = file_stem(f"document_{kind}", asked.unit, filters.year, filters.release)
            st.download_button(
                text(f"meeting.document.{kind}"),
                _maker(kind, filters, asked, own),
                file_name=f"{stem}.{ENDINGS[kind]}",
                key=f"document_{kind}",
                icon=":material/description:",
                on_click="ignore",
            )


def _maker(
    kind: DocumentKind, filters: Filters, asked: Asked, own: OwnPapers
) -> Callable[[], bytes]:
    """Makes the document in a thread of its own, which knows no language and no page: both, and
    the release, are taken here."""
    spoken = language()
    release = connection(Book(filters.book).value, filters.release)

    def made() -> bytes:
        with speaking(spoken), release.cursor() as cursor:
            return document_of(kind, answers_of(cursor, asked, filters.as_of), own)

    return made
