"""What an index stands on: who is apart from the ranking, bonus and penalty, what was published."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding
from ui.answer import rows
from ui.asked import Filters
from ui.escape import for_markdown
from ui.tables import print_table
from words.catalogue import text
from words.sentences.scores import apart_reason, measured_words, published_sentence

APART_FIELDS = ("unit_name", "ranking_percent", "out_of_points_text", "apart_reason")
ADJUSTMENT_FIELDS = ("criterion_code", "criterion_name", "section", "points")
PUBLISHED_FIELDS = (
    "unit_name",
    "what",
    "area_name",
    "published_as",
    "computed_as",
    "difference",
    "file",
    "sheet",
    "cell",
)


def with_maximum(ranking: Rows) -> list[Row]:
    """The rows with the maximum that each index stands on in words: '72/100'."""
    return [{**row, "out_of_points_text": measured_words(row)} for row in ranking]


def show_apart(filters: Filters, standing: GroupStanding) -> None:
    """Units without a rank: their index where there is one, and why they have no rank."""
    apart = [
        {**row, "apart_reason": apart_reason(row)}
        for row in with_maximum([*standing.provisional, *standing.unranked, *standing.missing])
        if not filters.units or row["unit_code"] in filters.units
    ]
    if apart:
        st.header(text("scores.apart"), anchor=False)
        print_table(apart, APART_FIELDS)


def show_published(filters: Filters) -> None:
    """What a decision printed beside what the scores give, with its cell: of one unit all, of many
    what differs."""
    found = rows("published", replace(filters, area=None))
    said = published_sentence(found)
    if not said:
        return
    st.header(text("scores.published"), anchor=False)
    st.markdown(for_markdown(said))
    listed = [_both_ways(row) for row in found if row["is_different"] or filters.unit]
    if listed:
        print_table(listed, PUBLISHED_FIELDS)


def _both_ways(row: Row) -> Row:
    """Numbers as numbers; a rank or class as the text that stands for it."""
    return {
        **row,
        "published_as": row["published_text"] if row["published"] is None else row["published"],
        "computed_as": row["computed_text"] if row["computed"] is None else row["computed"],
    }


def show_adjustments(filters: Filters) -> None:
    """Bonus and penalty of one unit, leaf by leaf; nothing where its set has none."""
    found = rows("adjustments", replace(filters, area=None))
    if found:
        st.header(text("scores.adjustments"), anchor=False)
        print_table(found, ADJUSTMENT_FIELDS)
