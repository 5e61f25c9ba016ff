"""From year to year: only what links tie, beside the noise floor; and what is not linked."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.comparisons import YEARS_OF_A_TREND, comparable_shares
from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding
from ui.answer import rows
from ui.asked import Filters
from ui.charts.change_bars import change_bars
from ui.charts.drawing import draw
from ui.charts.slope_lines import slope_lines
from ui.choices import years
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.compare_focus import (
    Focus,
    beside_each_other,
    choose_named,
    focus_of,
    narrowed,
)
from ui.sections.heading import remark
from ui.sections.source import source_line
from ui.sections.standing import changes_of, ranking_of
from ui.sections.welcome import explain_empty
from ui.tables import print_table, show_table
from words.catalogue import text
from words.sentences.comparing import comparable_sentence, trend_sentence, unlinked_sentence
from words.sentences.standing import change_sentence, noise_sentence

PANELS_AT_MOST = 3  # pairs of years side by side that a projector can carry
CHANGE_FIELDS = (
    "unit_name",
    "percent_before",
    "percent",
    "index_change",
    "is_beyond_noise",
    "rank_before",
    "rank",
)
AREA_FIELDS = (
    "area_name",
    "unit_count",
    "median_percent_before",
    "median_percent",
    "median_change",
    "rose_count",
    "fell_count",
)
UNLINKED_FIELDS = ("side", "criterion_code", "criterion_name", "area_name", "maximum_points")


def show_change(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Slopes over the years, then how far each unit moved since the year before."""
    everyone = changes_of(filters)
    moved = narrowed(everyone, filters)
    if not moved or filters.year is None:
        explain_empty("no_change")
        return None
    remark(
        comparable_sentence(comparable_shares(everyone, ranking_of(filters)), year=filters.year),
        noise_sentence(everyone),
        trend_sentence(len(years(filters)), needed=YEARS_OF_A_TREND),
    )
    _draw_slopes(filters, standing, moved)
    clicked = draw(
        change_bars(moved, noise_floor=moved[0]["noise_floor"]),
        change_sentence(moved, year=moved[0]["year"]),
        source_line(shown_here()),
        key="change",
        rows=len(moved),
        is_clickable=True,
    )
    chosen = show_table(moved, CHANGE_FIELDS, key="compare_change")
    offer_download(moved, CHANGE_FIELDS, name="change", filters=filters)
    _show_areas_moved(filters)
    _show_unlinked(filters)
    return focus_of(chosen) or (Focus(clicked[0]) if clicked else None)


def _draw_slopes(filters: Filters, standing: GroupStanding, moved: Rows) -> None:
    told: list[Row] = []
    for year in sorted(year for year in years(filters) if year <= (filters.year or year)):
        told += narrowed(changes_of(replace(filters, year=year)), filters)
    shown = sorted({row["year"] for row in told})[-PANELS_AT_MOST:]
    codes = {row["unit_code"] for row in moved}
    units = [code for code in beside_each_other(filters, standing) if code in codes]
    named = choose_named(filters, units) if filters.units else {}
    draw(
        slope_lines([row for row in told if row["year"] in shown], named),
        text("compare.slopes"),
        source_line(shown_here()),
        key="slopes",
        rows=12,
    )
    remark(text("compare.slopes_read" if named else "compare.slopes_read_noise"))


def _show_areas_moved(filters: Filters) -> None:
    """Which areas the whole group rose or fell in."""
    found = rows("area_changes", replace(filters, unit=None, units=(), area=None))
    if found:
        st.header(text("compare.areas_moved"), anchor=False)
        st.caption(text("compare.areas_moved_read"))
        print_table(found, AREA_FIELDS)


def _show_unlinked(filters: Filters) -> None:
    """What came in and what went out: it tells nothing of a change."""
    found = rows("unlinked", filters)
    st.header(text("compare.unlinked"), anchor=False)
    st.caption(unlinked_sentence(found))
    if found:
        print_table(found, UNLINKED_FIELDS)
