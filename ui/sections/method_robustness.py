"""How far ranks hang on the weights: the interval, the extremes, and each area left out."""

from __future__ import annotations

from dataclasses import replace

from analysis.rank_extremes import HIGHEST_FACTOR, LOWEST_FACTOR
from analysis.robustness import HIGHEST_FACTOR as DRAWN_HIGHEST
from analysis.rows import Row
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.rank_grid import rank_grid
from ui.charts.rank_intervals import rank_intervals
from ui.choices import areas
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.method_weights import Weighing
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words import formats
from words.catalogue import text
from words.sentences.method import intervals_sentence, without_area_sentence

FIELDS = (
    "rank",
    "unit_name",
    "ranking_percent",
    "rank_low",
    "rank_high",
    "rank_best",
    "rank_worst",
    "top_quartile_share",
)


def show_robustness(filters: Filters, _weighing: Weighing) -> None:
    """The intervals as a chart and a table; then the ranks with each area left out."""
    found = rows("robustness", replace(filters, unit=None, units=(), area=None))
    if not found:
        explain_empty("no_leaf_scores")
        return
    draw(
        rank_intervals(found),
        intervals_sentence(found),
        source_line(shown_here()),
        key="intervals",
        rows=len(found),
    )
    table = [{**row, "top_quartile_share": row["top_quartile_probability"]} for row in found]
    show_table(table, FIELDS, key="method_robustness")
    offer_download(table, FIELDS, name="intervals", filters=filters)
    remark(*explained(found[0]))
    names = {
        code: formats.calm(name)
        for code, name in areas(filters, filters.year, filters.group).items()
    }
    if any(row["ranks_without_area"] for row in found):
        draw(
            rank_grid(found, names),
            without_area_sentence(found, names),
            f"{text('chart.grid_key')} · {source_line(shown_here())}",
            key="without_area",
            rows=len(found),
            is_wide=True,
        )


def explained(row: Row) -> list[str]:
    """What the interval is and is not, and what stands behind its two ends."""
    said = [
        text(
            "method.drawn",
            draws=formats.count(row["draw_count"]),
            seed=str(row["seed"]),
            reach=formats.share(DRAWN_HIGHEST - 1, 0),
        ),
        text(
            "method.extremes",
            low=formats.number(LOWEST_FACTOR),
            high=formats.number(HIGHEST_FACTOR),
        ),
    ]
    said.append(text("method.disputed"))
    if row["rank_extremes_reason"]:
        said.append(text(f"method.no_extremes.{row['rank_extremes_reason']}"))
    return said
