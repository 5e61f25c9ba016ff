"""Is the difference real? Ranges of ranks, pairs, and ranks without an area."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.figure_matrix import Cell, figure_matrix
from ui.charts.labels import short_name
from ui.charts.rank_grid import rank_grid
from ui.charts.rank_intervals import rank_intervals
from ui.choices import areas
from ui.downloads import offer_download
from ui.escape import for_html, for_markdown
from ui.filters import UNITS_AT_MOST
from ui.screen import shown_here
from ui.sections.compare_focus import Focus, focus_of, narrowed, side_by_side
from ui.sections.heading import remark
from ui.sections.method_robustness import explained
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text
from words.sentences.certainty import (
    LIKELY,
    SURE,
    certainty_sentences,
    neighbours_sentence,
)
from words.sentences.method import intervals_sentence, without_area_sentence

PAIR = 2
RANGE_FIELDS = (
    "rank",
    "unit_name",
    "rank_low",
    "rank_high",
    "rank_best",
    "rank_worst",
    "top_quartile_share",
)
NEIGHBOUR_FIELDS = ("unit_name", "other_unit_name", "probability_ahead")


def show_certainty(filters: Filters, _standing: GroupStanding) -> Focus | None:
    """How far ranks hang on weights, and which of the units are really ahead of each other."""
    group = replace(filters, unit=None, units=(), area=None)
    everyone = rows("robustness", group)
    ranges = narrowed(everyone, filters)
    if not ranges:
        explain_empty("no_draws")
        return None
    pairs = rows("pairs", group)
    beside = ranges if len(ranges) >= PAIR else everyone
    for sentence in _sentences(filters, ranges, beside, pairs):
        st.markdown(for_markdown(sentence))
    clicked = _draw_ranges(ranges)
    chosen = _show_ranges(ranges, filters)
    _show_pairs(beside, pairs, filters)
    _show_areas(ranges, filters)
    return focus_of(chosen) or (Focus(clicked[0]) if clicked else None)


def _sentences(filters: Filters, ranges: Rows, beside: Rows, pairs: Rows) -> list[str]:
    """Of the units side by side each; of one that stands out it; else of the group."""
    if side_by_side(filters) and len(ranges) >= PAIR:
        return certainty_sentences(ranges, pairs)
    chosen = [n for n, row in enumerate(beside) if row["unit_code"] in filters.units]
    if chosen:
        return certainty_sentences(beside[chosen[0] : chosen[0] + PAIR], pairs)[:1]
    neighbours = _neighbours(beside, pairs)
    return [neighbours_sentence(neighbours), *certainty_sentences(beside[:PAIR], pairs)[:1]]


def _neighbours(ranges: Rows, pairs: Rows) -> Rows:
    ahead = {(row["unit_code"], row["other_unit_code"]): row for row in pairs}
    return [
        ahead[one["unit_code"], other["unit_code"]]
        for one, other in zip(ranges, ranges[1:], strict=False)
    ]


def _draw_ranges(ranges: Rows) -> list[str]:
    clicked = draw(
        rank_intervals(ranges),
        intervals_sentence(ranges),
        source_line(shown_here()),
        key="intervals",
        rows=len(ranges),
        is_clickable=True,
    )
    remark(*explained(ranges[0]))
    return list(clicked)


def _show_ranges(ranges: Rows, filters: Filters) -> Row | None:
    table = [{**row, "top_quartile_share": row["top_quartile_probability"]} for row in ranges]
    chosen = show_table(table, RANGE_FIELDS, key="compare_ranges")
    offer_download(table, RANGE_FIELDS, name="intervals", filters=filters)
    return chosen


def _show_pairs(beside: Rows, pairs: Rows, filters: Filters) -> None:
    """A matrix while it can be read; of larger groups the neighbours only."""
    if len(beside) < PAIR:
        return
    st.header(text("certainty.pairs_title"), anchor=False)
    if len(beside) > UNITS_AT_MOST:
        print_table(_neighbours(beside, pairs), NEIGHBOUR_FIELDS)
        offer_download(pairs, NEIGHBOUR_FIELDS, name="pairs", filters=filters)
        return
    ahead = {(row["unit_code"], row["other_unit_code"]): row for row in pairs}
    codes = [row["unit_code"] for row in beside]
    names = [short_name(row) for row in beside]
    draw(
        figure_matrix(
            names, names, [[_pair_cell(ahead.get((a, b))) for b in codes] for a in codes], most=1
        ),
        text(
            "certainty.pairs_sentence",
            sure_from=formats.chance(SURE),
            unsure_below=formats.chance(LIKELY),
        ),
        source_line(shown_here()),
        key="pairs",
        rows=len(codes),
        is_wide=True,
    )
    offer_download(pairs, NEIGHBOUR_FIELDS, name="pairs", filters=filters)


def _pair_cell(pair: Row | None) -> Cell:
    if pair is None:
        return Cell(None, "")
    probability = formats.chance(pair["probability_ahead"])
    said = text(
        "certainty.pair_hover",
        unit=for_html(pair["unit_name"]),
        other=for_html(pair["other_unit_name"]),
        probability=probability,
    )
    return Cell(pair["probability_ahead"], probability, said)


def _show_areas(ranges: Rows, filters: Filters) -> None:
    """Rank without each area."""
    names = areas(filters, filters.year, filters.group)
    if not any(row["ranks_without_area"] for row in ranges):
        return
    st.header(text("certainty.areas_title"), anchor=False)
    draw(
        rank_grid(ranges, names),
        without_area_sentence(ranges, names),
        f"{text('chart.grid_key')} · {source_line(shown_here())}",
        key="without_area",
        rows=len(ranges),
        is_wide=True,
    )
