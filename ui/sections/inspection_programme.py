"""The programme on the screen: the calendar, its progress, thematic visits, what is amiss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.programme_progress import (
    combined_visits,
    programme_of,
    progress_by_group,
    report_state,
)
from analysis.rows import Row, Rows
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.programme_calendar import programme_calendar
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.proof_inspection import why_visit
from ui.sections.source import source_line
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text
from words.sentences.inspections import area_name, programme_sentence

PROGRESS_FIELDS = (
    "ranking_group",
    "unit_count",
    "visited_unit_count",
    "concluded_count",
    "held_count",
    "planned_count",
    "late_count",
    "not_planned_count",
)
COMBINED_FIELDS = ("thematic_lead", "visit_count", "held_visit_count", "unit_names")
AMISS_FIELDS = (
    "unit_name",
    "trouble",
    "planned_on",
    "held_on",
    "overlaps_said",
    "report_due_on",
    "report_received_on",
)
VISIT_FIELDS = (
    "unit_name",
    "inspection_state",
    "planned_on",
    "held_on",
    "inspection_form",
    "areas_said",
    "thematic_lead",
    "head_of_team",
    "report_state",
    "report_due_on",
    "report_received_on",
    "conclusion_number",
    "overlaps_said",
)
SLIM_ROW = 0.76  # of a chart's row: a whole city of units must fit


def visits_of(filters: Filters) -> Rows:
    """The programme of the year, what is amiss in words; one visit serves several areas."""
    return [_said(row) for row in rows("inspections", replace(filters, area=None))]


def _said(row: Row) -> Row:
    report = report_state(row)
    overlaps = [formats.iso_date(day) for day in row["overlaps_with"] or ()]
    trouble = [
        text(f"inspections.trouble.{what}")
        for what, is_so in (
            ("late", row["state"] == "late"),
            ("overlap", bool(overlaps)),
            ("missing", report == "missing"),
            ("received_late", report == "received_late"),
        )
        if is_so
    ]
    return {
        **row,
        "inspection_state": row["state"],
        "report_state": report,
        "areas_said": "; ".join(area_name(code) for code in row["area_codes"]) or None,
        "overlaps_said": ", ".join(overlaps) or None,
        "trouble": ", ".join(trouble),
    }


def show_programme(filters: Filters) -> None:
    """The season as a calendar, then group by group, then visit by visit."""
    visits = visits_of(filters)
    shown = shown_here()
    programme = programme_of(visits)
    clicked = draw(
        programme_calendar(visits, year=filters.year or 0, as_of=shown.as_of),
        programme_sentence(programme, year=filters.year or 0),
        source_line(shown),
        key="programme",
        rows=SLIM_ROW * programme.unit_count,
        is_clickable=True,
    )
    if filters.area:
        remark(text("inspections.area_remark"))
    st.header(text("inspections.progress"), anchor=False)
    print_table(progress_by_group(visits), PROGRESS_FIELDS)
    _show("amiss_title", [row for row in visits if row["trouble"]], AMISS_FIELDS, "no_amiss")
    _show("combined", combined_visits(visits), COMBINED_FIELDS, "no_combined")
    st.header(text("inspections.visits_title"), anchor=False)
    chosen = show_table(visits, VISIT_FIELDS, key="inspections_visits")
    offer_download(visits, VISIT_FIELDS, name="programme", filters=filters)
    by_id = {row["inspection_id"]: row for row in visits}
    why_visit(filters, chosen or (by_id.get(clicked[0]) if clicked else None) or visits[0])


def _show(title: str, found: Rows, fields: Sequence[str], nothing: str) -> None:
    st.header(text(f"inspections.{title}"), anchor=False)
    if found:
        print_table(found, fields)
    else:
        st.caption(text(f"inspections.{nothing}"))
