"""How the units stand: dots by rank, and what each index stands on."""

from __future__ import annotations

from analysis.rows import Rows
from analysis.summaries import GroupStanding
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.ranking_dots import ranking_dots
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.compare_focus import Focus, everyone_of, focus_of, narrowed
from ui.sections.heading import remark
from ui.sections.scores import show_apart, show_published, with_maximum
from ui.sections.source import source_line
from ui.sections.standing import changes_of
from ui.tables import show_table
from words.sentences.scores import adjustment_sentence, bands_sentence
from words.sentences.standing import range_sentence

ADJUSTED_FIELDS = ("adjustment_points", "adjusted_index_percent")
RANKING_FIELDS = (
    "rank",
    "unit_name",
    "index_percent",
    "index_change",
    "band",
    "out_of_points_text",
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
    remark(adjustment_sentence(everyone), bands_sentence(standing.ranked))
    table = [
        {**row, "index_change": moved.get(row["unit_code"])}
        for row in narrowed(with_maximum(standing.ranked or everyone), filters)
    ]
    fields = _fields(table)
    chosen = show_table(table, fields, key="compare_ranking")
    offer_download(table, fields, name="ranking", filters=filters)
    if standing.ranked or standing.missing:
        show_apart(filters, standing)
    show_published(filters)
    return focus_of(chosen) or (Focus(clicked[0]) if clicked else None)


def _fields(table: Rows) -> tuple[str, ...]:
    """Classes, and bonus and penalty, only where the year and group have them."""
    fields = [name for name in RANKING_FIELDS if name != "band" or any(r["band"] for r in table)]
    if any(row["adjustment_points"] is not None for row in table):
        place = fields.index("index_percent") + 1
        fields[place:place] = ADJUSTED_FIELDS
    return tuple(fields)
