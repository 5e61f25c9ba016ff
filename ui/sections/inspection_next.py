"""Where to go next: units without a visit this year, by six open reasons, within the team-days."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.risk import DAYS_A_VISIT, PARTS, TEAM_DAYS, fitting, greatest_parts, parts_of
from analysis.rows import Row, Rows
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.labels import short_name
from ui.charts.shaded_matrix import Cell, shaded_matrix
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.proof import panel, step
from ui.sections.proof_inspection import lead_to_brief
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import print_table, show_table
from ui.theme import palette
from words import formats
from words.catalogue import text
from words.sentences.inspections import next_sentence, part_figure, reason_words

FIELDS = (
    "unit_name",
    "score",
    "place",
    "inspection_state",
    "is_reached",
    "reasons_said",
    "lost_percent",
    "contradicted_count",
    "overdue_count",
    "overrating_percent",
    "open_finding_count",
    "last_held_on",
)
PART_FIELDS = ("part_said", "figure_said", "part_level", "weight_level", "contribution_level")
MOST_TEAM_DAYS, MOST_DAYS_A_VISIT, MOST_WEIGHT = 30, 3, 3
REACHED = "● "


def show_next(filters: Filters) -> None:
    """Whom the team-days reach, every reason with its figure, and the formula of one unit."""
    days = st.container(key="next_days", horizontal=True, vertical_alignment="bottom")
    with days:
        weighed = _choose_weights(filters)
        team_days: int = st.slider(
            text("inspections.team_days"),
            0,
            MOST_TEAM_DAYS,
            TEAM_DAYS,
            key="inspections_team_days",
            width=210,
        )
        days_a_visit: int = st.slider(
            text("inspections.days_a_visit"),
            DAYS_A_VISIT,
            MOST_DAYS_A_VISIT,
            DAYS_A_VISIT,
            key="inspections_days_a_visit",
            width=170,
        )
    found = rows("risk", weighed)
    reached = {row["unit_code"] for row in fitting(found, team_days, days_a_visit)}
    risk = [_said(row, weighed, is_reached=row["unit_code"] in reached) for row in found]
    sentence = next_sentence(
        risk,
        [row for row in risk if row["is_reached"]],
        year=filters.year or 0,
        team_days=team_days,
        weights=weighed.risk_weights,
    )
    if not risk:
        explain_empty("nobody_waits")
        return
    _draw(risk, sentence)
    remark(text("inspections.next_chart"))
    chosen = show_table(risk, FIELDS, key="inspections_risk")
    offer_download(risk, FIELDS, name="risk", filters=filters)
    _why(weighed, chosen or risk[0])


def _choose_weights(filters: Filters) -> Filters:
    """Six weights from 0 to 3, alike where nobody moves them."""
    with st.popover(text("inspections.weights_title"), icon=":material/tune:"):
        st.caption(text("inspections.weights"))
        weights = [
            st.slider(
                text(f"inspections.part.{part}"), 0, MOST_WEIGHT, 1, key=f"inspections_{part}"
            )
            for part in PARTS
        ]
    return replace(filters, risk_weights=tuple(float(weight) for weight in weights))


def _said(row: Row, filters: Filters, *, is_reached: bool) -> Row:
    parts = greatest_parts(row, filters.risk_weights)
    return {
        **row,
        "inspection_state": row["state"],
        "is_reached": is_reached,
        "reasons_said": "; ".join(reason_words(part, row) for part in parts) or None,
    }


def _draw(risk: Rows, sentence: str) -> None:
    draw(
        shaded_matrix(
            {
                row["unit_code"]: (REACHED if row["is_reached"] else "") + short_name(row)
                for row in risk
            },
            {part: text(f"inspections.part.{part}") for part in PARTS},
            {
                (row["unit_code"], part): Cell(
                    part_figure(part, row),
                    row[part],
                    [row["unit_name"], reason_words(part, row), formats.number(row[part])],
                )
                for row in risk
                for part in PARTS
            },
            shades=palette().scale,
            letters=14,
        ),
        sentence,
        source_line(shown_here()),
        key="risk",
        rows=len(risk),
    )


def _why(filters: Filters, row: Row) -> None:
    """The score of one unit, part by part."""
    score = formats.number(row["score"])
    title = text("inspections.proof_score", unit=row["unit_name"], score=score)
    with panel(title, figure="risk"):
        step(text("inspections.proof_score_formula", score=score))
        print_table(
            [
                {
                    **part,
                    "part_said": text(f"inspections.part.{part['part']}"),
                    "figure_said": part_figure(part["part"], row),
                }
                for part in parts_of(row, filters.risk_weights)
            ],
            PART_FIELDS,
        )
        step(
            text(
                "inspections.proof_years",
                index_year=formats.plain_year(row["index_year"]),
            )
        )
        lead_to_brief(row["unit_code"])
