"""What a team should know before a visit, on one printable sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.rows import Row, Rows
from analysis.visit_brief import VisitBrief
from ui.access import may_edit
from ui.answer import brief_of, rows
from ui.asked import Filters
from ui.escape import for_markdown
from ui.tables import print_table
from words import formats
from words.catalogue import text, word_for
from words.sentences.inspections import witness_case

FIELDS: Mapping[str, Sequence[str]] = {
    "visits": (
        "planned_on",
        "held_on",
        "inspection_form",
        "thematic_lead",
        "head_of_team",
        "report_due_on",
        "report_received_on",
    ),
    "lost": ("criterion_code", "criterion_name", "lost_points", "maximum_points", "self_gap"),
    "claimed": ("criterion_code", "criterion_name", "reported_state", "action", "recovery"),
    "contradicted": ("criterion_code", "criterion_name", "lost_points", "recovery", "evidence"),
    "overdue": ("criterion_code", "criterion_name", "deadline_on", "action", "lead_office"),
    "open_findings": ("year", "severity", "description", "recommendation", "deadline_on", "state"),
    "initiatives": ("name", "effect_before", "effect_after", "recognition"),
    "disagreements": ("case",),
    "doubtful": ("area_name", "mark", "reasons_said"),
}


def show_brief(filters: Filters) -> None:
    """Of the unit in the filter, else of whoever is to be visited first."""
    unit_code = filters.unit or _first_to_visit(filters)
    brief = brief_of(filters, unit_code, with_individuals=may_edit()) if unit_code else None
    if brief is None:
        st.caption(text("inspections.brief_unknown"))
        return
    with st.container(key="brief"):
        title = text("inspections.brief_title", unit=brief.unit_name)
        st.header(for_markdown(title), anchor=False)
        with st.container(key="brief_hint"):
            st.caption(text("inspections.brief_hint"))
        st.markdown(f"**{for_markdown(_standing(brief))}**")
        for part, fields in FIELDS.items():
            _show(brief, part, fields)


def _first_to_visit(filters: Filters) -> str | None:
    """The first visit that is planned and not held, else the unit with the highest score."""
    waiting = [row for row in rows("inspections", filters) if row["state"] in ("planned", "late")]
    first = next(iter(waiting or rows("risk", filters) or rows("inspections", filters)), None)
    return None if first is None else str(first["unit_code"])


def _standing(brief: VisitBrief) -> str:
    row = brief.standing
    if row is None or row["ranking_percent"] is None:
        return text("inspections.brief_no_standing")
    return text(
        f"inspections.{_standing_key(row['self_gap'])}",
        year=formats.plain_year(brief.index_year),
        percent=formats.percent(row["ranking_percent"]),
        rank=formats.rank(row["rank"]),
        group=row["ranking_group"] or formats.MISSING,
        gap=formats.points(row["self_gap"]),
    )


def _standing_key(self_gap: float | None) -> str:
    """What is said of the self-assessment: nothing but its absence where there is none."""
    if self_gap is None:
        return "brief_standing_no_self"
    return "brief_standing" if self_gap > 0 else "brief_standing_below"


def _show(brief: VisitBrief, part: str, fields: Sequence[str]) -> None:
    year = brief.index_year if part == "lost" else brief.deduction_year
    title = text(f"inspections.brief_{part}", year=formats.plain_year(year))
    st.subheader(title, anchor=False)
    found = _said(part, getattr(brief, part))
    if found:
        print_table(found, fields)
    else:
        st.caption(text("inspections.brief_nothing"))


def _said(part: str, found: Rows) -> list[Row]:
    if part == "disagreements":
        return [{**row, "case": witness_case(row)} for row in found]
    if part == "doubtful":
        return [
            {
                **row,
                "area_name": formats.calm(row["area_name"]),
                "reasons_said": "; ".join(
                    word_for("term.reliability_reason", reason) for reason in row["reasons"]
                ),
            }
            for row in found
        ]
    return [*found]
