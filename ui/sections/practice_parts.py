"""Best practice on the screen: who stands out, on what evidence, who would gain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.questions import MINIMUM_PROBABILITY, MINIMUM_Z
from analysis.rows import Row, Rows
from data.decisions import DecisionKept
from ui.answer import rows
from ui.asked import Filters
from ui.charts.candidate_dots import candidate_dots
from ui.charts.drawing import draw
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.practice_decisions import decided_by_register, decided_on_candidates, key_of
from ui.sections.source import source_line
from ui.tables import show_table
from words import formats
from words.catalogue import text
from words.reasons import with_reasons
from words.sentences.best_practice import standing_out_sentence

FIELDS = (
    "result",
    "unit_name",
    "area_name",
    "robust_z",
    "decided",
    "reasons_for_text",
    "reasons_against_text",
)


def judged_of(filters: Filters) -> Rows:
    """Every unit and area that was judged, supported ones first, the reasons in words, and what
    was decided: the flag is computed, and no decision changes it."""
    decided = decided_on_candidates(filters)
    by_register = decided_by_register(filters)
    return [
        {
            **with_reasons(row),
            "decided": _decided(decided.get(key_of(row)))
            or by_register.get((row["unit_code"], row["reform_area"])),
        }
        for row in rows("candidates", replace(filters, unit=None, units=()))
    ]


def _decided(kept: DecisionKept | None) -> str | None:
    return kept.decision.content if kept else None


def show_judged(filters: Filters, judged: Rows) -> Row | None:
    """The dots by area, and the table with every reason; a dot or a row leads to its proof."""
    picked: Sequence[object] = ()
    if any(row["robust_z"] is not None for row in judged):
        picked = draw(
            candidate_dots(judged, threshold=filters.minimum_z),
            standing_out_sentence(judged, threshold=filters.minimum_z),
            source_line(shown_here()),
            key="candidates",
            rows=1.6 * len({row["area_code"] for row in judged}),
            is_clickable=True,
        )
    chosen = show_table(judged, FIELDS, key="practice_judged")
    offer_download(judged, FIELDS, name="candidates", filters=filters)
    of_dot = (row for row in judged if [row["unit_code"], row["area_code"]] == [*picked])
    return chosen or next(of_dot, None)


def receivers_of(filters: Filters, row: Row) -> Rows:
    """Units that would gain from what the row's unit does, most points first, and how alike."""
    all_units = replace(filters, unit=None, units=(), group=None, area=row["area_code"])
    found = [
        one
        for one in rows("receivers", all_units)
        if (one["donor_code"], one["area_code"]) == (row["unit_code"], row["area_code"])
    ]
    return sorted(found, key=lambda one: (-one["points"], one["unit_code"]))


Z_CHOICES = (1.0, MINIMUM_Z, 2.0, 2.5, 3.0)
PROBABILITY_CHOICES = (0.5, 0.6, 0.7, MINIMUM_PROBABILITY, 0.9)


def choose_thresholds(filters: Filters) -> Filters:
    """The two thresholds that are ours, to be moved by whoever doubts them."""
    with st.popover(text("practice.thresholds_title"), icon=":material/tune:"):
        st.caption(text("practice.thresholds"))
        minimum_z: float = st.select_slider(
            text("practice.minimum_z"),
            Z_CHOICES,
            MINIMUM_Z,
            format_func=formats.number,
            key="practice_minimum_z",
        )
        minimum_probability: float = st.select_slider(
            text("practice.minimum_probability"),
            PROBABILITY_CHOICES,
            MINIMUM_PROBABILITY,
            format_func=lambda share: formats.share(share, 0),
            key="practice_minimum_probability",
        )
    return replace(filters, minimum_z=minimum_z, minimum_probability=minimum_probability)
