"""What this meeting must decide: heaviest first, each row leading to its page."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from analysis.summaries import needs_decision
from ui.address import link
from ui.answer import rows
from ui.asked import Filters
from ui.downloads import offer_download
from ui.navigation import page_file
from ui.sections.overview_parts import DECISION_FIELDS
from ui.sections.practice_decisions import decided_on_candidates, key_of
from ui.sections.remediation_views import remediation_of
from ui.tables import show_table
from words.catalogue import text

MODEL_FIELDS = (
    "unit_name",
    "area_name",
    "area_percent",
    "robust_z",
    "receiver_count",
    "gain_points",
    "decided",
)
ROWS_HIGH = 420  # px: a long list scrolls, the page goes on


def deductions_waiting(filters: Filters, judged: int | None) -> Rows:
    """Contradicted or overdue deductions and findings of the year that can be judged."""
    return needs_decision(remediation_of(replace(filters, year=judged)))


def waiting_of(filters: Filters, judged: int | None) -> Rows:
    """Every matter of the year that can be judged, counted."""
    return rows("decisions", replace(filters, year=judged))


def models_waiting(filters: Filters) -> Rows:
    """Models without a decision in the register, and what analysts noted on them meanwhile."""
    noted = decided_on_candidates(filters)
    return [
        {**row, "decided": noted[key_of(row)].decision.content if key_of(row) in noted else None}
        for row in rows("models_waiting", filters)
    ]


def show_waiting(filters: Filters, deductions: Rows, models: Rows) -> None:
    """Both lists; where there is nothing, that is said."""
    if deductions:
        st.caption(text("meeting.waiting_deductions"))
        height = ROWS_HIGH if len(deductions) > 10 else None  # noqa: PLR2004 - a screenful
        chosen = show_table(deductions, DECISION_FIELDS, key="meeting_deductions", height=height)
        offer_download(deductions, DECISION_FIELDS, name="decisions", filters=filters)
        _to_deduction(chosen or deductions[0])
    if models:
        st.caption(text("meeting.waiting_models"))
        chosen = show_table(models, MODEL_FIELDS, key="meeting_models")
        offer_download(models, MODEL_FIELDS, name="models_waiting", filters=filters)
        _to_model(chosen or models[0])
    if not deductions and not models:
        st.caption(text("overview.nothing_waits"))


def _to_deduction(row: Row) -> None:
    st.page_link(
        page_file("remediation"),
        label=text("meeting.open_deduction", unit=row["unit_name"]),
        icon=":material/task_alt:",
        query_params=link(
            year=str(row["year"]),
            unit=row["unit_code"],
            view="contradicted" if row["is_contradicted"] else "overdue",
        ),
    )


def _to_model(row: Row) -> None:
    st.page_link(
        page_file("best_practice"),
        label=text("meeting.open_model", unit=row["unit_name"]),
        icon=":material/emoji_objects:",
        query_params=link(
            year=str(row["year"]), group=row["ranking_group"], area=row["area_code"], unit=None
        ),
    )
