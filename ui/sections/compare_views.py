"""The four views of Compare: each draws its chart and its table, and gives what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from analysis.rows import Row
from analysis.summaries import GroupStanding, gap_percents
from ui.answer import rows
from ui.asked import Filters
from ui.charts.area_heatmap import area_heatmap
from ui.charts.change_bars import change_bars
from ui.charts.drawing import draw
from ui.charts.ranking_dots import ranking_dots
from ui.charts.two_dots import Side, two_dots
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.source import source_line
from ui.sections.standing import changes_of
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words.catalogue import text
from words.palette import Colour
from words.sentences.areas import gaps_sentence, spread_sentence
from words.sentences.standing import change_sentence, noise_sentence, range_sentence

GAPS_DRAWN = 12  # bars that a projector can carry; the table has the rest
SEVERAL = 2
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
CHANGE_FIELDS = (
    "unit_name",
    "percent_before",
    "percent",
    "index_change",
    "rank_before",
    "rank",
)
AREA_FIELDS = ("unit_name", "area_name", "points", "maximum_points", "area_percent", "rank")
GAP_FIELDS = (
    "unit_name",
    "criterion_code",
    "criterion_name",
    "points",
    "maximum_points",
    "group_median",
    "group_best",
    "gap_to_best",
)


@dataclass(frozen=True, slots=True)
class Focus:
    """The figure that was chosen on the page."""

    unit_code: str
    area_code: str | None = None


def show_ranking(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Dots by rank; the table with what each index stands on."""
    everyone = [*standing.ranked, *standing.provisional, *standing.unranked]
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
    return _focus(chosen) or (Focus(clicked[0]) if clicked else None)


def show_areas(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Heat map units × areas; a click on a cell chooses it."""
    found = rows("areas", filters)
    if not any(row["area_percent"] is not None for row in found):
        explain_empty("no_leaf_scores")
        return None
    order = [
        row["unit_code"] for row in (*standing.ranked, *standing.provisional, *standing.unranked)
    ]
    units = [code for code in order if not filters.units or code in filters.units]
    clicked = draw(
        area_heatmap(found, units),
        spread_sentence(found),
        f"{text('chart.darker')} · {source_line(shown_here())}",
        key="heatmap",
        rows=len(units),
        is_wide=True,
        is_clickable=True,
    )
    chosen = show_table(found, AREA_FIELDS, key="compare_areas")
    offer_download(found, AREA_FIELDS, name="areas", filters=filters)
    return _focus(chosen) or (Focus(*clicked[:2]) if clicked else None)


def show_gaps(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Leaf by leaf: how far the chosen units are from the median and the best of the group."""
    chosen_units = filters.units or (standing.ranked[-1]["unit_code"],) if standing.ranked else ()
    found = rows("compare", replace(filters, units=tuple(chosen_units)))
    gaps = sorted(
        (row for row in found if row["gap_to_best"]), key=lambda row: -float(row["gap_to_best"])
    )
    if not gaps:
        explain_empty("no_gaps")
        return None
    widest = gap_percents(gaps[:GAPS_DRAWN])
    draw(
        two_dots(
            [
                {**row, "code": row["criterion_code"], "name": _gap_name(filters, row)}
                for row in widest
            ],
            Side("unit_percent", Colour.ACCENT, text("chart.this_unit")),
            Side("best_percent", Colour.OTHERS, text("chart.best")),
        ),
        gaps_sentence(gaps),
        source_line(shown_here()),
        key="gaps",
        rows=1.3 * len(widest),
    )
    chosen = show_table(gaps, GAP_FIELDS, key="compare_gaps")
    offer_download(gaps, GAP_FIELDS, name="gaps", filters=filters)
    return _focus(chosen or gaps[0])


def _gap_name(filters: Filters, row: Row) -> str:
    """Several units side by side are told apart by name."""
    if len(filters.units) < SEVERAL:
        return str(row["criterion_name"])
    return f"{row['short_name']}: {row['criterion_name']}"


def show_change(filters: Filters, _standing: GroupStanding) -> Focus | None:
    """How far each unit moved since the year before."""
    moved = [
        row for row in changes_of(filters) if not filters.units or row["unit_code"] in filters.units
    ]
    if not moved:
        explain_empty("no_change")
        return None
    remark(noise_sentence(moved))
    clicked = draw(
        change_bars(moved, noise_floor=moved[0]["noise_floor"]),
        change_sentence(moved, year=moved[0]["year"]),
        source_line(shown_here()),
        key="change",
        rows=len(moved),
        is_clickable=True,
    )
    chosen = show_table(moved, CHANGE_FIELDS, key="compare_change")
    offer_download(moved, CHANGE_FIELDS, name="change", filters=filters)
    return _focus(chosen) or (Focus(clicked[0]) if clicked else None)


def _focus(row: Row | None) -> Focus | None:
    return Focus(row["unit_code"], row.get("area_code")) if row is not None else None


VIEWS: Mapping[str, Callable[[Filters, GroupStanding], Focus | None]] = {
    "ranking": show_ranking,
    "areas": show_areas,
    "gaps": show_gaps,
    "change": show_change,
}
