"""One unit on one page: headline figures, areas against the group, deductions, inspections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.comparisons import YEARS_OF_A_TREND
from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, area_medians
from analysis.trends import trend_of
from ui.access import may_see
from ui.answer import default_year, rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.two_dots import Side, two_dots
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import Tile, remark, show_tiles
from ui.sections.reliability import with_reliability
from ui.sections.remediation_views import remediation_of
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text
from words.palette import Colour
from words.sentences.scores import reduced_words
from words.sentences.unit import areas_sentence, size_of, trend_words

AREA_FIELDS = (
    "area_name",
    "points",
    "maximum_points",
    "area_percent",
    "group_percent",
    "rank",
    "reliability",
    "reliability_reasons",
)
DEDUCTION_FIELDS = (
    "criterion_code",
    "criterion_name",
    "lost_points",
    "evidence_stage",
    "recovery",
    "alarms",
    "action",
    "deadline_on",
)
FINDING_FIELDS = (
    "finding_kind",
    "severity",
    "description",
    "recommendation",
    "deadline_on",
    "state",
)
VISIT_FIELDS = ("inspection_state", "inspection_form", "planned_on", "held_on", "conclusion_number")
HISTORY_FIELDS = (
    "year",
    "ranking_group",
    "ranking_percent",
    "rank",
    "ranked_count",
    "group_median_percent",
    "group_best_percent",
    "basis",
)
MODEL_FIELDS = ("donor_name", "area_name", "donor_result", "points")
INITIATIVE_FIELDS = ("name", "effect_before", "effect_after", "recognition", "replicated_at")


def show_headlines(row: Row, standing: GroupStanding | None) -> None:
    """Index, rank, what is at stake, how far the unit overrates itself."""
    of = size_of(standing)
    show_tiles(
        [
            Tile(
                text("unit.tile.index"), formats.percent(row["ranking_percent"]), row["band"] or ""
            ),
            Tile(text("unit.tile.rank"), formats.rank(row["rank"], of), _beside_rank(row)),
            Tile(
                text("unit.tile.at_stake"),
                formats.points(row["points_at_stake"]),
                text(
                    "unit.tile.if_fixed", percent=formats.percent(row["index_percent_if_all_fixed"])
                ),
            ),
            Tile(
                text("unit.tile.self_gap"),
                formats.signed(row["self_gap"]),
                text("unit.tile.no_self_gap") if row["self_gap"] is None else "",
            ),
        ]
    )


def _beside_rank(row: Row) -> str:
    """The group, and the maximum where that is less than the set's."""
    return " · ".join(part for part in (row["ranking_group"], reduced_words(row)) if part)


def show_areas(filters: Filters, row: Row) -> Row | None:
    """The unit's areas beside the medians of its group."""
    group = replace(filters, unit=None, group=row["ranking_group"])
    middles = area_medians(rows("areas", group)) if row["ranking_group"] else {}
    areas = [
        {
            **area,
            "code": area["area_code"],
            "name": area["area_name"],
            "group_percent": middles.get(area["area_code"]),
        }
        for area in with_reliability(filters)
    ]
    if not areas:
        explain_empty("no_leaf_scores")
        return None
    if any(area["area_percent"] is not None for area in areas):
        draw(
            two_dots(
                [area for area in areas if area["area_percent"] is not None],
                Side("area_percent", Colour.ACCENT, text("chart.this_unit")),
                Side("group_percent", Colour.OTHERS, text("chart.group")),
            ),
            areas_sentence(areas),
            source_line(shown_here()),
            key="unit_areas",
            rows=1.25 * len(areas),
        )
    chosen = show_table(areas, AREA_FIELDS, key="unit_areas_table")
    offer_download(areas, AREA_FIELDS, name="unit_areas", filters=filters)
    return chosen


def show_deductions(filters: Filters) -> Row | None:
    """Every deduction of the year that can be judged, most points first."""
    judged = replace(filters, year=default_year("rates", filters))
    found = sorted(
        remediation_of(judged),
        key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]),
    )
    st.header(text("unit.deductions", year=formats.plain_year(judged.year)), anchor=False)
    if not found:
        is_known = bool(rows("criteria", judged))
        st.caption(text("unit.no_deductions" if is_known else "unit.deductions_unknown"))
        return None
    chosen = show_table(found, DEDUCTION_FIELDS, key="unit_deductions")
    offer_download(found, DEDUCTION_FIELDS, name="deductions", filters=judged)
    return chosen


def show_history(filters: Filters) -> None:
    """Every year there is: index, rank, and the median and best of the group."""
    years = [
        {
            **row,
            "group_median_percent": row["group_median"],
            "group_best_percent": row["group_best"],
        }
        for row in rows("history", filters)
    ]
    if len(years) > 1:
        st.header(text("unit.history"), anchor=False)
        print_table(years, HISTORY_FIELDS)
    if len(years) >= YEARS_OF_A_TREND:  # fewer are not asked for one by one
        remark(trend_words(trend_of(_changes(filters, years))))


def _changes(filters: Filters, years: Rows) -> list[Row]:
    """The unit's change of each year, on what can be compared; whole sets only."""
    return [
        row
        for year in (row["year"] for row in years)
        for row in rows("changes", replace(filters, year=year))
        if row["area_code"] is None
    ]


def show_models(filters: Filters) -> None:
    """Which models of others answer this unit's losses, and what it could gain."""
    found = rows("receivers", filters)
    if found:
        st.header(text("unit.models"), anchor=False)
        print_table(found, MODEL_FIELDS)


def show_registers(filters: Filters) -> None:
    """Visits, findings and initiatives of the newest season; no visit is said, never left blank."""
    season = replace(filters, year=None)
    visits = [{**row, "inspection_state": row["state"]} for row in rows("inspections", season)]
    findings = [row for row in rows("findings", season) if may_see(row)]
    for title, found, fields in (
        ("visits", visits, VISIT_FIELDS),
        ("findings", findings, FINDING_FIELDS),
        ("initiatives", rows("initiatives", season), INITIATIVE_FIELDS),
    ):
        _show_register(title, found, fields)


def _show_register(title: str, found: Rows, fields: Sequence[str]) -> None:
    st.header(text(f"unit.{title}"), anchor=False)
    if found:
        print_table(found, fields)
    else:
        st.caption(text(f"unit.no_{title}"))
