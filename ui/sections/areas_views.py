"""The views of Areas: where points are lost, by area, and self-assessed against verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from analysis.rows import Row, Rows
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.lost_points_pareto import lost_points_pareto
from ui.charts.two_dots import Side, two_dots
from ui.choices import unit_names
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.contest_views import show_contests
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words.catalogue import text
from words.palette import Colour
from words.sentences.lost_points import pareto_sentence, self_gap_sentence

SHOWN_AT_MOST = 15  # bars that a projector can carry; the table has the rest
LOST_FIELDS = (
    "code",
    "name",
    "lost_points",
    "maximum_points",
    "lost_share",
    "losing_unit_count",
    "cumulative_share",
)
SELF_FIELDS = ("code", "name", "self_percent", "verified_percent", "self_gap")
WHO_FIELDS = ("unit_name", "lost_points", "maximum_points", "lost_share", "reason")


def scope_of(filters: Filters) -> str:
    """Whose points are counted, in words."""
    if filters.unit:
        return unit_names(filters).get(filters.unit, filters.unit)
    return text("areas.group", group=filters.group or "")


def losses_of(filters: Filters, level: str) -> Rows:
    """Points that verified units in scope lost, by 'criterion' or 'area', most first."""
    return [row for row in rows("losses", filters) if row["level"] == level]


def show_criteria(filters: Filters) -> Row | None:
    """Pareto of criteria."""
    return _show_lost(filters, losses_of(filters, "criterion"), "lost_criteria")


def show_areas(filters: Filters) -> Row | None:
    """Pareto of areas."""
    return _show_lost(filters, losses_of(filters, "area"), "lost_areas")


def _show_lost(filters: Filters, lost: Rows, key: str) -> Row | None:
    if not lost:
        explain_empty("nothing_lost")
        return None
    clicked = draw(
        lost_points_pareto(lost[:SHOWN_AT_MOST]),
        pareto_sentence(lost, len(lost[:SHOWN_AT_MOST])),
        source_line(shown_here()),
        key=key,
        rows=1.25 * min(len(lost), SHOWN_AT_MOST),
        is_clickable=True,
    )
    chosen = show_table(lost, LOST_FIELDS, key=f"areas_{key}")
    offer_download(lost, LOST_FIELDS, name=key, filters=filters)
    by_code = {row["code"]: row for row in lost}
    return chosen or (by_code.get(clicked[0]) if clicked else None) or lost[0]


def show_self(filters: Filters) -> Row | None:
    """Self-assessed against verified, by area."""
    areas = [
        {**row, "code": row["area_code"], "name": row["area_name"]}
        for row in rows("self_assessment", filters)
        if row["unit_code"] is None and row["area_code"] is not None
    ]
    if not areas:
        explain_empty("no_self_assessment")
        return None
    draw(
        two_dots(
            areas,
            Side("verified_percent", Colour.PROVED, text("chart.verified")),
            Side("self_percent", Colour.CLAIMED, text("chart.self_assessed")),
        ),
        self_gap_sentence(areas),
        source_line(shown_here()),
        key="self_gap",
        rows=1.3 * len(areas),
    )
    chosen = show_table(areas, SELF_FIELDS, key="areas_self")
    offer_download(areas, SELF_FIELDS, name="self_gap", filters=filters)
    return chosen


def show_who(filters: Filters, chosen: Row, view: str) -> Row | None:
    """The rows of everyone who lost points on what was chosen, most first."""
    field = "criterion_code" if view == "criteria" else "area_code"
    losers = sorted(
        (row for row in rows("deductions", filters) if row[field] == chosen["code"]),
        key=lambda row: (-row["lost_points"], row["unit_code"], row["criterion_code"]),
    )
    fields = WHO_FIELDS if view == "criteria" else ("criterion_name", *WHO_FIELDS)
    row = show_table(losers, fields, key="areas_who")
    offer_download(losers, fields, name="who", filters=replace(filters, area=chosen["code"]))
    return row or next(iter(losers), None)


VIEWS: Mapping[str, Callable[[Filters], Row | None]] = {
    "criteria": show_criteria,
    "areas": show_areas,
    "self": show_self,
    "contests": show_contests,
}
