"""What Overview shows beneath its answer: all groups on one axis, what needs a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, needs_decision
from ui.answer import default_year, rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.group_strips import group_strips
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import Tile, remark, show_tiles
from ui.sections.remediation_views import rates_of, remediation_of
from ui.sections.source import source_line
from ui.sections.standing import changes_of
from ui.tables import show_table
from words import formats
from words.catalogue import text
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


@dataclass(frozen=True, slots=True)
class Judged:
    """Remediation of the year that can be judged, whatever year the page shows."""

    rates: Row | None
    remediation: Rows
    decisions: Rows


def judged_now(filters: Filters) -> Judged:
    """Rates of all in scope, the rows beneath, and what needs a decision."""
    year = replace(filters, year=default_year("rates", filters))
    return Judged(rates_of(year), remediation_of(year), rows("decisions", year))


def show_headlines(judged: Judged, models: Rows) -> None:
    """Four figures that a leader asks for first; where nothing is known, that is said instead."""
    if not judged.remediation:
        remark(text("overview.not_known"))
        return
    counts = {row["matter"]: row["matter_count"] for row in judged.decisions}
    supported = {row["matter"]: row["matter_count"] for row in models}.get("candidate")
    rates = judged.rates or {}
    show_tiles(
        [
            Tile(
                text("overview.tile.proved"),
                formats.share(rates.get("rate_proved_by_points")),
                text("overview.tile.claimed", share=formats.share(rates.get("rate_by_points"))),
            ),
            Tile(text("overview.tile.contradicted"), formats.count(counts.get("contradicted"))),
            Tile(text("overview.tile.overdue"), formats.count(counts.get("overdue"))),
            Tile(text("overview.tile.candidates"), formats.count(supported)),
        ]
    )


def show_groups(filters: Filters, standings: list[GroupStanding]) -> Row | None:
    """All ranked units on one axis, and the table of all."""
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
    moved = {row["unit_code"]: row["index_change"] for row in changes_of(filters)}
    table = [
        {**row, "index_change": moved.get(row["unit_code"])}
        for standing in standings
        for row in (*standing.ranked, *standing.provisional, *standing.unranked, *standing.missing)
    ]
    chosen = show_table(table, RANKING_FIELDS, key="overview_ranking")
    offer_download(table, RANKING_FIELDS, name="ranking", filters=filters)
    return chosen


def show_decisions(filters: Filters, remediation: Rows) -> Row | None:
    """What is contradicted or overdue, most points first."""
    waiting = needs_decision(remediation)
    chosen = show_table(waiting, DECISION_FIELDS, key="overview_decisions")
    offer_download(waiting, DECISION_FIELDS, name="decisions", filters=filters)
    return chosen
