"""Units side by side, area by area: dots with the group's median and best, then the heat map."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.comparisons import area_things, areas_apart, inapplicable_areas
from analysis.rows import Rows
from analysis.summaries import GroupStanding
from ui.answer import rows
from ui.asked import Filters
from ui.charts.area_heatmap import area_heatmap
from ui.charts.drawing import draw
from ui.charts.unit_dots import unit_dots
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
from ui.sections.reliability import with_reliability
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words.catalogue import text
from words.sentences.areas import spread_sentence
from words.sentences.comparing import apart_sentence, inapplicable_sentence

AREA_FIELDS = (
    "unit_name",
    "area_name",
    "points",
    "maximum_points",
    "area_percent",
    "rank",
    "reliability",
    "reliability_reasons",
)


def show_areas(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Dots, then the heat map; a click on a mark chooses its unit and area."""
    group = with_reliability(replace(filters, unit=None, units=(), area=None))
    if not any(row["area_percent"] is not None for row in group):
        explain_empty("no_leaf_scores")
        return None
    units = beside_each_other(filters, standing)
    dotted = _draw_dots(filters, group, units)
    st.header(text("compare.heatmap"), anchor=False)
    clicked = draw(
        area_heatmap(group, units),
        spread_sentence(narrowed(group, filters)),
        f"{text('chart.darker')} · {text('reliability.signs')} · {source_line(shown_here())}",
        key="heatmap",
        rows=len(units),
        is_wide=True,
        is_clickable=True,
    )
    table = narrowed(group, filters)
    chosen = show_table(table, AREA_FIELDS, key="compare_areas")
    offer_download(table, AREA_FIELDS, name="areas", filters=filters)
    return focus_of(chosen) or next((Focus(*mark[:2]) for mark in (clicked, dotted) if mark), None)


def _draw_dots(filters: Filters, group: Rows, units: list[str]) -> list[str]:
    named = choose_named(filters, units)
    things = area_things(group)
    dots = [
        {**row, "code": row["area_code"], "percent": row["area_percent"]}
        for row in group
        if row["unit_code"] in units
    ]
    clicked = draw(
        unit_dots(things, dots, named),
        apart_sentence(areas_apart(group, units)),
        source_line(shown_here()),
        key="area_dots",
        rows=1.25 * len(things),
        is_clickable=True,
    )
    remark(inapplicable_sentence(inapplicable_areas(group, units)))
    return list(clicked)


def area_rows(filters: Filters) -> Rows:
    """Rows of areas of the year and group."""
    return rows("areas", filters)
