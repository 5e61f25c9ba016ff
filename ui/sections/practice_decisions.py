"""The council's decision beside the flag: what the register says, what analysts write down."""

from __future__ import annotations

import datetime
from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from data.books import Book
from data.decisions import (
    Decision,
    DecisionKept,
    DecisionState,
    SubjectKind,
    candidate_key,
    decide,
    decisions,
    revise,
)
from data.people import user_name
from ui.access import may_edit
from ui.answer import rows
from ui.asked import Filters
from ui.release import store
from ui.sections.heading import remark
from ui.sections.proof import step
from words.catalogue import text
from words.sentences.decisions import decision_words, register_decision_words

LETTERS_AT_MOST = 600


def decided_on_candidates(filters: Filters) -> dict[str, DecisionKept]:
    """The newest decision on each candidate of the book by its key: what the journal holds now."""
    kept = decisions(store(), Book(filters.book), subject_kind=SubjectKind.CANDIDATE)
    return {one.decision.subject_key: one for one in reversed(kept)}


def decided_by_register(filters: Filters) -> dict[tuple[str, str], str]:
    """What the register of initiatives says was decided, by unit and reform area: of the year."""
    every = replace(filters, unit=None, units=(), area=None)
    return {
        (one["unit_code"], one["area_code"]): one["decision"]
        for one in rows("initiatives", every)
        if one["decision"]
    }


def key_of(row: Row) -> str:
    """The subject under which decisions on a row of `candidates` are kept."""
    return candidate_key(row["unit_code"], row["area_code"], row["year"])


def register_decisions(filters: Filters, row: Row) -> Rows:
    """Initiatives of the unit in the area, of the year and the one before, with a decision."""
    return [one for one in initiatives_of(filters, row) if register_decision_words(one)]


def initiatives_of(filters: Filters, row: Row) -> Rows:
    """Initiatives of a candidate in its reform area, of its year and the one before."""
    if row["reform_area"] is None:
        return []
    only = replace(filters, unit=row["unit_code"], units=(), group=None, area=row["reform_area"])
    years = (row["year"], row["year"] - 1)
    return [one for year in years for one in rows("initiatives", replace(only, year=year))]


def show_decisions(filters: Filters, row: Row) -> None:
    """What was decided on a candidate, and a form for who may write it down."""
    step(text("decided.beside"))
    written = register_decisions(filters, row)
    kept = decisions(
        store(),
        Book(filters.book),
        subject_kind=SubjectKind.CANDIDATE,
        subject_key=key_of(row),
    )
    for initiative in written:
        step(register_decision_words(initiative))
    for one in kept:
        step(decision_words(one))
    if not written and not kept:
        remark(text("decided.nothing"))
    if may_edit():
        with st.expander(text("decided.write" if not kept else "decided.change")):
            _form(filters, row, kept[0] if kept else None)


def _form(filters: Filters, row: Row, kept: DecisionKept | None) -> None:
    now = kept.decision if kept else None
    key = f"practice_decision_{key_of(row)}"
    with st.form(key, border=False):
        content = st.text_area(
            text("decided.content"), now.content if now else "", max_chars=LETTERS_AT_MOST
        )
        left, middle, right = st.columns(3)
        body = left.text_input(text("decided.body"), now.decision_body or "" if now else "")
        number = middle.text_input(
            text("decided.number_field"), now.decision_number or "" if now else ""
        )
        day = _day(right, "decided.day_field", now.decided_on if now else None)
        who = left.text_input(text("decided.responsible_field"), (now and now.responsible) or "")
        due = _day(middle, "decided.due_field", now.due_on if now else None)
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
                SubjectKind.CANDIDATE,
                key_of(row),
                content.strip(),
                state,
                unit_code=row["unit_code"],
                year=row["year"],
                responsible=who.strip() or None,
                due_on=due,
                decision_body=body.strip() or None,
                decision_number=number.strip() or None,
                decided_on=day,
            )
            _keep(filters, said, kept)


def _day(
    side: st.delta_generator.DeltaGenerator, key: str, now: datetime.date | None
) -> datetime.date | None:
    day: datetime.date | None = side.date_input(text(key), now, format="DD/MM/YYYY")
    return day


def _keep(filters: Filters, said: Decision, kept: DecisionKept | None) -> None:
    book, by = Book(filters.book), user_name()
    if kept is None:
        decide(store(), book, said, release_id=filters.release, by=by)
    else:
        revise(store(), book, kept.decision_id, said, release_id=filters.release, by=by)
    st.rerun()
