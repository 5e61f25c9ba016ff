"""Decisions of meetings: what became of those of before, and a form for those of this one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.meeting import is_overdue
from analysis.rows import Row, Rows
from data.books import Book
from data.decisions import (
    Decision,
    DecisionKept,
    DecisionState,
    SubjectKind,
    decide,
    decisions,
    revise,
)
from data.errors import DashboardError
from data.meetings import Meeting, about_of, meeting_key, meeting_of
from data.people import user_name
from ui.access import may_edit
from ui.asked import Filters
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.release import store
from ui.screen import shown_here
from ui.sections.meeting_subjects import Subject, about_words
from ui.tables import print_table
from words.catalogue import text
from words.conditions import condition_message

LETTERS_AT_MOST = 600
FIELDS = (
    "decision_state",
    "content",
    "is_overdue",
    "due_on",
    "responsible",
    "about",
    "meeting_on",
)


def decisions_of(filters: Filters, kept: Sequence[Meeting]) -> Rows:
    """What these meetings decided, as it stands now, the newest first; `kept` holds the whole."""
    by_id = {meeting.meeting_id: meeting for meeting in kept}
    found = decisions(store(), Book(filters.book), subject_kind=SubjectKind.MEETING)
    return [
        _row(filters, one, by_id[number])
        for one in found
        if (number := meeting_of(one.decision.subject_key)) in by_id
    ]


def _row(filters: Filters, kept: DecisionKept, meeting: Meeting) -> Row:
    said = kept.decision
    return {
        "kept": kept,
        "meeting_on": meeting.held_on,
        "content": said.content,
        "about": about_words(filters, said, about_of(said.subject_key)),
        "responsible": said.responsible,
        "due_on": said.due_on,
        "state": said.state,
        "decision_state": said.state,
        "is_overdue": is_overdue(said, filters.as_of or shown_here().as_of),
    }


def show_decisions(filters: Filters, rows: Rows, which: str) -> None:
    """The list in whole words, and for analysts a form to revise one of it.

    `which`: 'before' for those of earlier meetings, 'here' for those of the one on the page.
    """
    if not rows:
        st.caption(text(f"meeting.nothing_decided_{which}"))
        return
    print_table(rows, FIELDS)
    offer_download(rows, FIELDS, name=f"decided_{which}", filters=filters)
    if may_edit():
        with st.expander(text("meeting.revise"), icon=":material/edit:"):
            st.caption(text("meeting.revise_how"))
            _revise_one(filters, [row["kept"] for row in rows], which)


def _revise_one(filters: Filters, kept: Sequence[DecisionKept], which: str) -> None:
    by_id = {one.decision_id: one for one in kept}
    number = st.selectbox(
        text("meeting.which"),
        [*by_id],
        format_func=lambda key: by_id[key].decision.content,
        key=f"meeting_revise_{which}",
    )
    one = by_id[number]
    key = f"meeting_revise_{which}_{one.revision_id}"
    _form(key, partial(_revise, filters, one), one.decision)


def offer_deciding(
    filters: Filters, meeting: Meeting, subjects: Sequence[Subject], *, after: int
) -> None:
    """For analysts: a form for one more decision of the meeting, blank `after` each."""
    if may_edit():
        with st.expander(text("meeting.write"), icon=":material/add:"):
            keep = partial(_decide, filters, meeting)
            _form(f"meeting_decide_{meeting.meeting_id}_{after}", keep, subjects=subjects)


def _form(
    key: str,
    keep: Callable[[Decision, Subject | None], None],
    now: Decision | None = None,
    subjects: Sequence[Subject] = (),
) -> None:
    with st.form(key, border=False):
        content = st.text_area(
            text("decided.content"), now.content if now else "", max_chars=LETTERS_AT_MOST
        )
        subject = _choose_subject(subjects) if now is None else None
        left, middle, right = st.columns(3)
        who = left.text_input(text("decided.responsible_field"), (now and now.responsible) or "")
        due: datetime.date | None = middle.date_input(
            text("decided.due_field"), now.due_on if now else None, format="DD/MM/YYYY"
        )
        state = right.selectbox(
            text("decided.state_field"),
            [*DecisionState],
            index=[*DecisionState].index(now.state) if now else 0,
            format_func=lambda one: text(f"decided.states.{one}"),
        )
        if st.form_submit_button(text("decided.keep"), type="primary"):
            if not content.strip():
                st.warning(text("decided.content_missing"))
                return
            said = Decision(
                SubjectKind.MEETING,
                now.subject_key if now else "",
                content.strip(),
                state,
                responsible=who.strip() or None,
                due_on=due,
            )
            _kept(partial(keep, said, subject))


def _choose_subject(subjects: Sequence[Subject]) -> Subject | None:
    labels = {subject.key: subject for subject in subjects}
    key = st.selectbox(
        text("meeting.about"),
        ["", *labels],
        format_func=lambda one: labels[one].label if one else text("meeting.about_nothing"),
    )
    return labels.get(key or "")


def _decide(filters: Filters, meeting: Meeting, said: Decision, subject: Subject | None) -> None:
    about = replace(
        said,
        subject_key=meeting_key(meeting.meeting_id, subject.key if subject else ""),
        unit_code=subject.unit_code if subject else None,
        year=subject.year if subject else None,
    )
    decide(store(), Book(filters.book), about, release_id=filters.release, by=user_name())


def _revise(filters: Filters, kept: DecisionKept, said: Decision, _subject: Subject | None) -> None:
    """What the decision is about stays, and who took it."""
    before = kept.decision
    now = replace(
        before,
        content=said.content,
        state=said.state,
        responsible=said.responsible,
        due_on=said.due_on,
    )
    book = Book(filters.book)
    revise(store(), book, kept.decision_id, now, release_id=filters.release, by=user_name())


def _kept(write: Callable[[], None]) -> None:
    try:
        write()
    except DashboardError as condition:
        st.error(for_markdown(condition_message(condition)))
        return
    st.rerun()
