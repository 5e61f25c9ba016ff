"""What Overview shows beneath its answer: all groups on one axis, what needs a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis.overview import Overview, awaiting, overview_of
from analysis.rows import Row, Rows
from analysis.summaries import needs_decision
from ui.address import link
from ui.answer import default_year, rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.group_strips import group_strips
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.navigation import page_file
from ui.screen import shown_here
from ui.sections.heading import Tile, remark, show_tiles
from ui.sections.remediation_views import remediation_of
from ui.sections.source import source_line
from ui.tables import show_table
from words import formats
from words.catalogue import text
from words.sentences.overview import (
    Statement,
    changed_statements,
    decision_statements,
    others_waiting_sentence,
)
from words.sentences.standing import widest_sentence

RANKING_FIELDS = (
    "ranking_group",
    "rank",
    "unit_name",
    "index_percent",
    "index_change",
    "band",
    "basis",
)
DECISION_FIELDS = (
    "unit_name",
    "criterion_name",
    "lost_points",
    "evidence_stage",
    "recovery",
    "alarms",
    "deadline_on",
)


# Where each matter is proved: page, and what of it is open. `led` is a year without links to the
# next: its own ranking proves who led.
PROOFS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "leader": ("compare", {"view": "change"}),
    "led": ("compare", {"view": "ranking"}),
    "units": ("compare", {"view": "change"}),
    "area": ("compare", {"view": "change"}),
    "proved": ("remediation", {"view": "all"}),
    "open_serious_finding": ("inspections", {"view": "findings"}),
    "contradicted": ("remediation", {"view": "contradicted"}),
    "overdue_decision": ("meeting", {}),
    "overdue": ("remediation", {"view": "overdue"}),
    "overdue_finding": ("remediation", {"view": "found"}),
    "recurring": ("remediation", {"view": "recurring"}),
    "recurring_finding": ("inspections", {"view": "continued"}),
    "unplanned": ("remediation", {"view": "open"}),
    "late_inspection": ("inspections", {"view": "programme"}),
    "missing_report": ("inspections", {"view": "programme"}),
    "candidate": ("best_practice", {}),
    "missing_points": ("compare", {"view": "ranking"}),
    "provisional": ("compare", {"view": "ranking"}),
}
# These stand on the season's programme and register, whatever year the points are of.
OF_THE_SEASON = frozenset(
    {"open_serious_finding", "recurring_finding", "late_inspection", "missing_report"}
)


def overview_here(filters: Filters, year: int) -> Overview:
    """All that the page tells of a year; deductions of the year that can be judged, whatever year
    the page shows."""

    def ask(question: str, about: int | None) -> Rows:
        return rows(question, replace(filters, year=about))

    return overview_of(ask, year, default_year("rates", filters) or year)


def show_statements(filters: Filters, overview: Overview) -> None:
    """What has changed and what needs a decision, side by side, each with the way to its proof."""
    before = formats.plain_year(overview.year - 1)
    with st.container(key="statements"):
        left, right = st.columns(2, gap="medium")
        with left:
            st.subheader(text("overview.part.changed", before=before), anchor=False)
            _list(filters, changed_statements(overview))
        with right:
            st.subheader(text("overview.part.decide"), anchor=False)
            _list(filters, decision_statements(overview))
            remark(others_waiting_sentence(overview))


def _list(filters: Filters, statements: Sequence[Statement]) -> None:
    for statement in statements:
        if statement.matter is None:
            st.markdown(for_markdown(statement.sentence))
            continue
        page, opened = PROOFS[statement.matter]
        year = statement.year
        if statement.matter in OF_THE_SEASON:
            year = default_year("inspections", filters)
        st.page_link(
            page_file(page),
            label=for_markdown(statement.sentence),
            icon=":material/arrow_forward:",
            help=text("overview.to_proof"),
            query_params={
                **link(year=str(year) if year else None, group=statement.group),
                **opened,
            },
        )


def show_headlines(overview: Overview) -> None:
    """Four figures that a leader asks for first; where nothing was lost or is known, that is said
    instead, unless the statements said so already."""
    if not overview.is_loss_known and awaiting(overview):
        remark(text("overview.not_known"))
    if not overview.is_loss_known or not overview.is_putting_right_known:
        return
    rates = overview.rates or {}
    if overview.rates and not rates["deduction_count"]:
        return
    counts = {row["matter"]: row["matter_count"] for row in overview.judged}
    supported = {row["matter"]: row["matter_count"] for row in overview.waiting}.get("candidate")
    show_tiles(
        [
            Tile(
                text("overview.tile.proved"),
                formats.share(rates.get("rate_proved_by_points")),
                text("overview.tile.claimed", share=formats.share(rates.get("rate_by_points"))),
            ),
            _contradicted(counts.get("contradicted"), rates),
            Tile(text("overview.tile.overdue"), formats.count(counts.get("overdue"))),
            Tile(text("overview.tile.candidates"), formats.count(supported)),
        ]
    )


def _contradicted(count: int | None, rates: Row) -> Tile:
    """Without next year's points nobody knows what did not come back: no figure, never a zero."""
    is_known = bool(count or rates.get("comparable_share"))
    return Tile(
        text("overview.tile.contradicted"),
        formats.count(count if is_known else None),
        "" if is_known else text("overview.tile.no_next_year"),
    )


def show_groups(filters: Filters, overview: Overview) -> Row | None:
    """All ranked units on one axis, and the table of all."""
    standings = overview.groups
    ranked = [row for standing in standings for row in standing.ranked]
    middles = {s.group: s.median_percent for s in standings if s.median_percent is not None}
    if ranked:
        draw(
            group_strips(ranked, middles),
            widest_sentence(standings),
            source_line(shown_here()),
            key="groups",
            rows=2.4 * len(standings),
        )
    moved = {row["unit_code"]: row["index_change"] for row in overview.moved}
    table = [
        {**row, "index_change": moved.get(row["unit_code"])}
        for standing in standings
        for row in (*standing.ranked, *standing.provisional, *standing.unranked, *standing.missing)
    ]
    chosen = show_table(table, RANKING_FIELDS, key="overview_ranking")
    offer_download(table, RANKING_FIELDS, name="ranking", filters=filters)
    return chosen


def needing_decision(filters: Filters, overview: Overview) -> Rows:
    """What is contradicted or overdue, most points first; what concerns individuals is for
    analysts only."""
    return needs_decision(remediation_of(replace(filters, year=overview.judged_year)))


def show_decisions(filters: Filters, waiting: Rows) -> Row | None:
    """The list of what is contradicted or overdue."""
    chosen = show_table(waiting, DECISION_FIELDS, key="overview_decisions")
    offer_download(waiting, DECISION_FIELDS, name="decisions", filters=filters)
    return chosen
