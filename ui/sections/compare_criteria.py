"""Criterion by criterion: what separates the units most, and how far each is from the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.comparisons import across_units, separating_dots, separating_things
from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, gap_percents
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.two_dots import Side, two_dots
from ui.charts.unit_dots import unit_dots
from ui.choices import unit_names
from ui.downloads import offer_download
from ui.filters import UNITS_AT_MOST
from ui.screen import shown_here
from ui.sections.compare_focus import (
    Focus,
    beside_each_other,
    choose_named,
    focus_of,
    short_names,
    side_by_side,
)
from ui.sections.heading import remark
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words.catalogue import text
from words.palette import Colour
from words.sentences.areas import gaps_sentence
from words.sentences.comparing import separating_sentence

DRAWN = 12  # criteria that a projector can carry; the table has the rest
SEVERAL = 2
SEPARATING_FIELDS = ("criterion_code", "criterion_name", "maximum_points", "spread_points")
GAP_FIELDS = (
    "unit_name",
    "criterion_code",
    "criterion_name",
    "points",
    "maximum_points",
    "group_median",
    "group_best",
    "gap_to_best",
)


def show_criteria(filters: Filters, standing: GroupStanding) -> Focus | None:
    """What separates the units side by side, then the gap of each to the best of the group."""
    separated = _show_separating(filters, standing)
    gap = _show_gaps(filters, standing)
    if not separated and gap is None:
        explain_empty("no_gaps")
    return gap


def _show_separating(filters: Filters, standing: GroupStanding) -> bool:
    units = beside_each_other(filters, standing)
    asked = replace(filters, units=side_by_side(filters))
    found = rows("separating", asked) if len(units) >= SEVERAL else []
    apart = [row for row in found if row["spread_points"]]
    if not apart:
        return False
    st.header(text("compare.separating"), anchor=False)
    named = choose_named(filters, units)
    drawn = apart[:DRAWN]
    draw(
        unit_dots(separating_things(drawn), separating_dots(drawn, unit_names(filters)), named),
        separating_sentence(found, unit_names(filters)),
        source_line(shown_here()),
        key="separating",
        rows=1.25 * len(drawn),
    )
    remark(text("compare.separating_read"))
    columns = _columns(filters, units, [*named])
    heads = {f"{code}_points": short_names(filters)[code] for code in columns}
    table = across_units(found, columns)
    fields = (*SEPARATING_FIELDS, *heads)
    show_table(table, fields, key="compare_separating", heads=heads)
    everyone = {f"{code}_points": short_names(filters)[code] for code in units}
    offer_download(
        across_units(found, units),
        (*SEPARATING_FIELDS, *everyone),
        name="separating",
        filters=filters,
        heads=everyone,
    )
    return True


def _columns(filters: Filters, units: Sequence[str], named: Sequence[str]) -> list[str]:
    """The units across: those side by side, else as many as fit, the named one first."""
    if side_by_side(filters):
        return [*units]
    return [*named, *(code for code in units if code not in named)][:UNITS_AT_MOST]


def _show_gaps(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Leaf by leaf: how far the chosen units are from the median and the best of the group."""
    chosen_units = filters.units or (standing.ranked[-1]["unit_code"],) if standing.ranked else ()
    found = rows("compare", replace(filters, units=tuple(chosen_units))) if chosen_units else []
    gaps = sorted(
        (row for row in found if row["gap_to_best"]), key=lambda row: -float(row["gap_to_best"])
    )
    if not gaps:
        return None
    st.header(text("compare.gaps"), anchor=False)
    _draw_gaps(filters, gaps)
    chosen = show_table(gaps, GAP_FIELDS, key="compare_gaps")
    offer_download(gaps, GAP_FIELDS, name="gaps", filters=filters)
    return focus_of(chosen or gaps[0])


def _draw_gaps(filters: Filters, gaps: Rows) -> None:
    widest = gap_percents(gaps[:DRAWN])
    draw(
        two_dots(
            [
                {**row, "code": row["criterion_code"], "name": _gap_name(filters, row)}
                for row in widest
            ],
            Side("unit_percent", Colour.ACCENT, text("chart.this_unit")),
            Side("best_percent", Colour.OTHERS, text("chart.best")),
        ),
        gaps_sentence(gaps),
        source_line(shown_here()),
        key="gaps",
        rows=1.3 * len(widest),
    )


def _gap_name(filters: Filters, row: Row) -> str:
    """Several units side by side are told apart by name."""
    if len(filters.units) < SEVERAL:
        return str(row["criterion_name"])
    return f"{row['short_name']}: {row['criterion_name']}"
