"""How the units stand: dots by rank, and what each index stands on."""

from __future__ import annotations

from analysis.summaries import GroupStanding
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.ranking_dots import ranking_dots
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.compare_focus import Focus, everyone_of, focus_of
from ui.sections.source import source_line
from ui.sections.standing import changes_of
from ui.tables import show_table
from words.sentences.standing import range_sentence

RANKING_FIELDS = (
    "rank",
    "unit_name",
    "index_percent",
    "index_change",
    "band",
    "maximum_points",
    "self_gap",
    "basis",
)


def show_ranking(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Dots by rank; the table with what each index stands on."""
    everyone = everyone_of(standing)
    clicked = draw(
        ranking_dots(everyone, median=standing.median_percent, highlight=filters.units),
        range_sentence(standing),
        source_line(shown_here()),
        key="ranking",
        rows=len(everyone),
        is_clickable=True,
    )
    moved = {row["unit_code"]: row["index_change"] for row in changes_of(filters)}
    table = [
        {**row, "index_change": moved.get(row["unit_code"])}
        for row in (*everyone, *standing.missing)
        if not filters.units or row["unit_code"] in filters.units
    ]
    chosen = show_table(table, RANKING_FIELDS, key="compare_ranking")
    offer_download(table, RANKING_FIELDS, name="ranking", filters=filters)
    return focus_of(chosen) or (Focus(clicked[0]) if clicked else None)
