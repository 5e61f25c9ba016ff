"""Remediation on the screen: the three rates, the lists, and what inspections found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from analysis.remediation_parts import findings_at
from analysis.rows import Row, Rows
from ui.access import may_see
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.evidence_parts import FINDINGS, evidence_parts
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import Tile, remark, show_tiles
from ui.sections.source import source_line
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text
from words.sentences.remediation import found_sentence, with_alarms

FIELDS = (
    "unit_name",
    "criterion_name",
    "lost_points",
    "evidence_stage",
    "recovery",
    "alarms",
    "deadline_on",
)
OPEN_FIELDS = (
    "unit_name",
    "criterion_name",
    "points_at_stake",
    "index_percent_if_fixed",
    "rank_if_fixed",
    "evidence_stage",
    "alarms",
    "lead_office",
    "deadline_on",
)
FOUND_FIELDS = (
    "unit_name",
    "year",
    "reason",
    "severity",
    "evidence_stage",
    "alarms",
    "deadline_on",
    "action",
    "lead_office",
)
SILENT_FIELDS = ("recovery_reason", "deduction_count", "lost_points", "lost_share")
YEAR_FIELDS = (
    "year",
    "finding_count",
    "proved_count",
    "claimed_count",
    "underway_count",
    "nothing_count",
    "overdue_count",
    "recurring_count",
)

LISTS: Mapping[str, Callable[[Row], bool]] = {
    "contradicted": lambda row: bool(row["is_contradicted"]),
    "overdue": lambda row: bool(row["is_overdue"]),
    "recurring": lambda row: bool(row["is_recurring"] or row["is_persistent"]),
    "open": lambda row: bool(row["is_open"] and row["origin"] == "index"),
    "all": lambda row: row["origin"] == "index",
    "found": lambda row: row["origin"] == "inspection",
}
LIST_FIELDS = {"open": OPEN_FIELDS, "found": FOUND_FIELDS}


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


def show_silent(filters: Filters) -> None:
    """Why the next year cannot speak of what was lost, counted."""
    silent = [row for row in rows("comparability", filters) if not row["is_comparable"]]
    if silent:
        with st.expander(text("remediation.why_not_comparable")):
            print_table(silent, SILENT_FIELDS)


def show_list(filters: Filters, remediation: Rows, view: str) -> Row | None:
    """One of the lists, most points first; findings of every year, for no index need have one of
    the year in which an inspection was made."""
    known = _found_in_every_year(filters) if view == "found" else remediation
    listed = sorted(
        (row for row in known if LISTS[view](row)),
        key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]),
    )
    fields = LIST_FIELDS.get(view, FIELDS)
    if not listed:
        st.caption(text("remediation.list_empty"))
        return None
    chosen = show_table(listed, fields, key=f"remediation_{view}")
    offer_download(listed, fields, name="remediation", filters=filters)
    return chosen or listed[0]


def _found_in_every_year(filters: Filters) -> Rows:
    return [
        row
        for of_year in rows("finding_steps", filters)
        for row in remediation_of(replace(filters, year=of_year["year"]))
    ]


def show_found(filters: Filters) -> None:
    """What inspections found, followed in the same way beside the deductions of the index."""
    years = [
        {
            **row,
            "code": str(row["year"]),
            "name": formats.plain_year(row["year"]),
            "underway_count": row["planned_count"],
        }
        for row in rows("finding_steps", filters)
    ]
    if not years:
        st.caption(text("remediation.nothing_found"))
        return
    picked = draw(
        evidence_parts(years, FINDINGS),
        found_sentence(years),
        source_line(shown_here()),
        key="finding_steps",
        rows=1.6 * len(years),
        is_clickable=True,
    )
    remark(text("remediation.found_remark"))
    print_table(years, YEAR_FIELDS)
    if len(picked) == 2:
        _show_findings(filters, *picked)


def _show_findings(filters: Filters, year: str, part: str) -> None:
    """The findings behind a part of a bar: of that year's inspections, at that stage."""
    of_year = remediation_of(replace(filters, year=int(year)))
    found = findings_at(of_year, part)
    remark(text("remediation.findings_of", year=year, part=text(f"chart.evidence.{part}")))
    show_table(found, FOUND_FIELDS, key=f"remediation_found_{part}")
    offer_download(found, FOUND_FIELDS, name="findings", filters=filters)
