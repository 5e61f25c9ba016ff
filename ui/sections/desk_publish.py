"""What would change, before and after; and publication."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from decimal import Decimal

import streamlit as st

from analysis.publication import enrich
from analysis.rows import Row
from data.books import Book
from data.clock import today
from data.difference import Difference
from data.people import user_name
from data.publishing import publish
from ui.address import ask_for, link
from ui.answer import rows
from ui.asked import Filters
from ui.choices import unit_names
from ui.desk import Telling
from ui.downloads import offer_download
from ui.navigation import page_file
from ui.release import Shown, published, store
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import has_text, text
from words.sentences.desk import published_sentence

MOVE_FIELDS = (
    "unit_name",
    "year",
    "old_percent",
    "new_percent",
    "old_rank",
    "new_rank",
)
CHANGE_FIELDS = ("table_name", "change", "unit_name", "year", "item", "field", "before", "after")
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
MOVES_PRINTED = 40


def show_pending(changed: Difference, draft: Shown) -> None:
    """Index and ranks that would move, then every value that would change."""
    asked = Filters(book=draft.book.value, release=draft.release_id)
    names = unit_names(asked)
    moves = [
        {
            **asdict(move),
            "unit_name": names.get(move.unit_code, move.unit_code),
            "old_percent": move.index_percent_before,
            "new_percent": move.index_percent_after,
            "old_rank": move.rank_before,
            "new_rank": move.rank_after,
        }
        for move in changed.moves
    ]
    if moves:
        st.markdown(f"**{text('desk.moves')}**")
        print_table(moves[:MOVES_PRINTED], MOVE_FIELDS)
    found = [_change_row(asdict(change), names) for change in changed.changes]
    if found:
        st.markdown(f"**{text('desk.changes')}**")
        show_table(found, CHANGE_FIELDS, key="desk_changes")
        offer_download(found, CHANGE_FIELDS, name="differences", filters=asked, shown=draft)


def _change_row(change: Row, names: dict[str, str]) -> Row:
    field = change["field"]
    return {
        **change,
        "unit_name": names.get(change["unit_code"], change["unit_code"]),
        "field": _field_word(field) if field else None,
        "before": _value_word(change["before"], change["before_points"]),
        "after": _value_word(change["after"], change["after_points"]),
    }


def _field_word(field: str) -> str:
    if has_text(f"term.score_kind.{field}"):
        return text(f"term.score_kind.{field}")
    return text(f"column.{field}") if has_text(f"column.{field}") else field


def _value_word(value: str | None, points: Decimal | None) -> str | None:
    if points is not None:
        return formats.points(points)
    return text("desk.not_applicable") if value == "not_applicable" else value


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
    if button_side.button(text("desk.publish"), type="primary", icon=":material/publish:"):
        telling = Telling()
        done = publish(store(), book, as_of=as_of, by=user_name(), enrich=enrich, progress=telling)
        telling.done()
        ask_for("release", [])
        st.session_state[SAID] = published_sentence(done)
        st.rerun()


def say_published() -> None:
    """What the publication just made came to."""
    if said := st.session_state.pop(SAID, None):
        st.success(said)


def _day_of_illustration(draft: Shown) -> datetime.date:
    """Invented figures have a fixed day: that of the newest release, else of the draft."""
    return max([draft.as_of, *(release.as_of for release in published(draft.book))])
