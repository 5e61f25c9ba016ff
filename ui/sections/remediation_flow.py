"""From lost to regained, and by whom and why: each part of a bar leads to its rows."""

from __future__ import annotations

from analysis.remediation_parts import deductions, rows_at
from analysis.rows import Row, Rows
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.evidence_parts import POINTS, evidence_parts
from ui.charts.remediation_steps import remediation_steps
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.remediation_views import FIELDS
from ui.sections.source import source_line
from ui.tables import show_table
from words.catalogue import text
from words.sentences.remediation import parts_sentence, picked_sentence, steps_sentence

DIMENSIONS = ("unit", "area", "cause", "lead_office")
BARS_AT_MOST = 12  # a screen; the table holds all
PART_FIELDS = (
    "name",
    "lost_points",
    "proved_share",
    "proved_points",
    "claimed_points",
    "contradicted_points",
    "planned_points",
    "nothing_points",
    "deduction_count",
    "proved_count",
    "claimed_count",
    "nothing_count",
)
RATE_FIELDS = (
    "unit_name",
    "deduction_count",
    "lost_points",
    "rate_by_count_share",
    "rate_by_points_share",
    "rate_proved_share",
    "comparable_share",
)


def show_steps(filters: Filters, remediation: Rows) -> None:
    """From points lost to points regained; a part that is clicked shows its rows beneath."""
    steps = rows("flow", filters)
    if not steps:
        return
    picked = draw(
        remediation_steps(steps),
        steps_sentence(steps),
        source_line(shown_here()),
        key="steps",
        rows=1.9 * len(steps),
        is_clickable=True,
    )
    if len(picked) != 2:
        remark(text("remediation.steps_remark"))
        return
    step, part = picked
    found = rows_at(remediation, step, part)
    remark(picked_sentence(found, step=step, part=part))
    show_table(found, FIELDS, key=f"remediation_{step}_{part}")
    offer_download(found, FIELDS, name="steps", filters=filters)


def show_breakdown(filters: Filters, remediation: Rows, dimension: str) -> None:
    """What was lost by unit, area, cause or office; a bar that is clicked shows its rows."""
    nobody = text("remediation.not_given")
    things = [
        {**row, "name": row["name"] or nobody, "code": row["code"] or ""}
        for row in rows("breakdown", filters)
        if row["dimension"] == dimension
    ]
    shown = things[:BARS_AT_MOST]
    picked = draw(
        evidence_parts(shown, POINTS),
        parts_sentence(things, dimension=dimension, shown=len(shown)),
        source_line(shown_here()),
        key=f"parts_{dimension}",
        rows=1.15 * len(shown) + 1,
        is_clickable=True,
    )
    chosen = show_table(things, PART_FIELDS, key=f"remediation_by_{dimension}")
    offer_download(things, PART_FIELDS, name="breakdown", filters=filters)
    code = picked[0] if picked else (chosen["code"] if chosen else None)
    if code is not None:
        _show_rows_of(filters, things, remediation, dimension, code)
    if dimension == "unit":
        _show_rates_of_units(filters)


def _show_rows_of(
    filters: Filters, things: Rows, remediation: Rows, dimension: str, code: str
) -> None:
    thing = next((row for row in things if row["code"] == code), None)
    if thing is None:
        return
    ids = set(thing["deduction_ids"])
    found = [row for row in deductions(remediation) if row["deduction_id"] in ids]
    remark(text("remediation.rows_of", name=thing["name"]))
    show_table(found, FIELDS, key=f"remediation_of_{dimension}")
    offer_download(found, FIELDS, name="breakdown_rows", filters=filters)


def _show_rates_of_units(filters: Filters) -> None:
    """The three rates unit by unit."""
    listed = [_with_shares(row) for row in rows("rates", filters) if row["unit_code"] is not None]
    remark(text("remediation.by_unit"))
    show_table(listed, RATE_FIELDS, key="remediation_rates")
    offer_download(listed, RATE_FIELDS, name="rates", filters=filters)


def _with_shares(row: Row) -> Row:
    return {
        **row,
        "rate_by_count_share": row["rate_by_count"],
        "rate_by_points_share": row["rate_by_points"],
        "rate_proved_share": row["rate_proved_by_points"],
    }
