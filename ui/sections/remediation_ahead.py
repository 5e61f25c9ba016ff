"""What remediation can still bring, and by when: ranks if all were put right, deadlines."""

from __future__ import annotations

import streamlit as st

from analysis.remediation_parts import DUES, due_counts
from ui.access import may_see
from ui.answer import rows
from ui.as_of_day import choose_as_of
from ui.asked import Filters
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.filters import choose_view
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.tables import show_table
from words.catalogue import text
from words.sentences.remediation_ahead import deadlines_sentence, stakes_sentence

STAKE_FIELDS = (
    "unit_name",
    "rank",
    "rank_if_all_fixed",
    "points_at_stake",
    "index_percent",
    "index_percent_if_all_fixed",
    "survey_lost_points",
    "ranking_group",
)
UNDATED_FIELDS = (
    "unit_name",
    "reason",
    "lead_office",
    "responsible",
    "lost_points",
    "evidence_stage",
    "action",
    "criterion_name",
    "origin",
)
DUE_FIELDS = ("deadline_on", "days_left", *UNDATED_FIELDS)


def show_stakes(filters: Filters) -> None:
    """Where each unit would stand if all its open deductions were put right, others as they are."""
    units = [row for row in rows("ranking", filters) if row["points_at_stake"] is not None]
    st.markdown(for_markdown(stakes_sentence(units, year=filters.year)))
    if not units:
        return
    listed = sorted(units, key=lambda row: (-row["points_at_stake"], row["unit_code"]))
    show_table(listed, STAKE_FIELDS, key="remediation_stakes")
    offer_download(listed, STAKE_FIELDS, name="stakes", filters=filters)
    remark(text("remediation.stakes_remark"))


def show_deadlines(filters: Filters) -> None:
    """What is overdue, due within 30 days, without a deadline, or later; soonest first."""
    deadlines = [row for row in rows("deadlines", filters) if may_see(row)]
    choose_as_of(filters)
    as_of = filters.as_of or shown_here().as_of
    st.markdown(for_markdown(deadlines_sentence(due_counts(deadlines), as_of=as_of)))
    due = choose_view(DUES, "remediation", key="due", family="remediation.due")
    listed = [row for row in deadlines if row["due"] == due]
    fields = UNDATED_FIELDS if due == "no_deadline" else DUE_FIELDS
    if not listed:
        st.caption(text("remediation.list_empty"))
        return
    show_table(listed, fields, key=f"remediation_due_{due}")
    offer_download(listed, fields, name="deadlines", filters=filters)
