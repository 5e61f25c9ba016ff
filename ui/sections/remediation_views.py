"""Remediation on the screen: the three rates, the steps from lost to regained, the lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from analysis.rows import Row, Rows
from ui.access import may_see
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.remediation_steps import remediation_steps
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import Tile, show_tiles
from ui.sections.source import source_line
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text
from words.sentences.remediation import steps_sentence, with_alarms

FIELDS = (
    "unit_name",
    "criterion_name",
    "lost_points",
    "evidence_stage",
    "recovery",
    "alarms",
    "deadline_on",
)
FOUND_FIELDS = (
    "unit_name",
    "reason",
    "evidence_stage",
    "alarms",
    "deadline_on",
    "action",
    "lead_office",
)
RATE_FIELDS = (
    "unit_name",
    "deduction_count",
    "lost_points",
    "rate_by_count_share",
    "rate_by_points_share",
    "rate_proved_share",
    "comparable_share",
)

LISTS: Mapping[str, Callable[[Row], bool]] = {
    "contradicted": lambda row: bool(row["is_contradicted"]),
    "overdue": lambda row: bool(row["is_overdue"]),
    "recurring": lambda row: bool(row["is_recurring"] or row["is_persistent"]),
    "open": lambda row: bool(row["is_open"]),
    "all": lambda row: row["origin"] == "index",
    "found": lambda row: row["origin"] == "inspection",
}


def remediation_of(filters: Filters) -> Rows:
    """Rows of the register and of findings; what concerns individuals is for analysts only."""
    return [with_alarms(row) for row in rows("remediation", filters) if may_see(row)]


def rates_of(filters: Filters) -> Row | None:
    """The rates of all in scope together."""
    return next((row for row in rows("rates", filters) if row["unit_code"] is None), None)


def show_rates(rates: Row | None) -> None:
    """The three rates, never one, and on how much they can speak."""
    known = rates or {}
    show_tiles(
        [
            Tile(
                text(f"remediation.tile.{key}"),
                formats.share(known.get(field)),
                text(f"remediation.beside.{key}"),
            )
            for key, field in (
                ("by_count", "rate_by_count"),
                ("by_points", "rate_by_points"),
                ("proved", "rate_proved_by_points"),
                ("comparable", "comparable_share"),
            )
        ]
    )


def show_steps(filters: Filters) -> None:
    """From points lost to points regained."""
    steps = rows("flow", filters)
    if not steps:
        return
    draw(
        remediation_steps(steps),
        steps_sentence(steps),
        source_line(shown_here()),
        key="steps",
        rows=1.9 * len(steps),
    )


def show_list(filters: Filters, remediation: Rows, view: str) -> Row | None:
    """One of the lists, most points first."""
    listed = sorted(
        (row for row in remediation if LISTS[view](row)),
        key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]),
    )
    fields = FOUND_FIELDS if view == "found" else FIELDS
    if not listed:
        st.caption(text("remediation.list_empty"))
        return None
    chosen = show_table(listed, fields, key=f"remediation_{view}")
    offer_download(listed, fields, name="remediation", filters=filters)
    return chosen or listed[0]


def show_causes(filters: Filters) -> None:
    """Lost points by the cause that units gave."""
    unknown = text("remediation.no_cause")
    causes = [{**row, "cause": row["cause"] or unknown} for row in rows("causes", filters)]
    print_table(causes[:CAUSES_AT_MOST], CAUSE_FIELDS)


def show_units(filters: Filters) -> None:
    """The rates unit by unit."""
    listed = [
        {
            **row,
            "rate_by_count_share": row["rate_by_count"],
            "rate_by_points_share": row["rate_by_points"],
            "rate_proved_share": row["rate_proved_by_points"],
        }
        for row in rows("rates", filters)
        if row["unit_code"] is not None
    ]
    show_table(listed, RATE_FIELDS, key="remediation_rates")
    offer_download(listed, RATE_FIELDS, name="rates", filters=filters)


CAUSES_AT_MOST = 8
CAUSE_FIELDS = ("cause", "deduction_count", "lost_points", "proved_points", "open_points")
