"""What Overview shows beneath its answer: all groups on one axis, what needs a decision."""

from __future__ import annotations

from dataclasses import replace

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, needs_decision
from ui.answer import default_year
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.group_strips import group_strips
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import Tile, show_tiles
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


def remediation_now(filters: Filters) -> tuple[Row | None, Rows]:
    """The rates of all in scope and the rows beneath, of the year that can be judged."""
    judged = replace(filters, year=default_year("rates", filters))
    return rates_of(judged), remediation_of(judged)


def show_headlines(rates: Row | None, remediation: Rows, candidates: Rows) -> None:
    """Four figures that a leader asks for first."""
    contradicted = sum(1 for row in remediation if row["is_contradicted"])
    overdue = sum(1 for row in remediation if row["is_overdue"])
    supported = sum(1 for row in candidates if row["result"] == "candidate")
    proved = rates["rate_proved_by_points"] if rates else None
    claimed = rates["rate_by_points"] if rates else None
    show_tiles(
        [
            Tile(
                text("overview.tile.proved"),
                formats.share(proved),
                text("overview.tile.claimed", share=formats.share(claimed)),
            ),
            Tile(text("overview.tile.contradicted"), formats.count(contradicted)),
            Tile(text("overview.tile.overdue"), formats.count(overdue)),
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
            rows=2.4 * len(middles),
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
