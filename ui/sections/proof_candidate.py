"""Why a unit is, may be, or is not a model in an area: line by line."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from ui.answer import rows
from ui.asked import Filters
from ui.sections.practice_decisions import initiatives_of, show_decisions
from ui.sections.proof import panel, step, why_area
from ui.tables import print_table
from words import formats
from words.catalogue import text, word_for
from words.sentences.best_practice import receivers_sentence
from words.sentences.evidence import lines_of

RECEIVERS_PRINTED = 6
LINE_FIELDS = ("evidence_line", "figure", "threshold", "met")
YEAR_FIELDS = (
    "told_year",
    "area_percent",
    "linked_percent",
    "percent_before",
    "is_top_quartile",
    "is_not_lower",
    "is_held",
)
YES_OR_NO = ("is_top_quartile", "is_not_lower", "is_held")
STRENGTH_FIELDS = ("description", "source", "year")
INITIATIVE_FIELDS = (
    "name",
    "measure",
    "effect_before",
    "effect_after",
    "is_improved",
    "not_counted_reason",
    "recognition",
    "file",
    "cell",
)
RECEIVER_FIELDS = ("unit_name", "points", "is_same_group", "common_share", "profile_distance")


def why_candidate(filters: Filters, row: Row, receivers: Rows) -> None:
    """The proof panel of one row of `show candidates`; `receivers` by name, greatest first."""
    title = text("proof.candidate", unit=row["unit_name"], area=row["area_name"])
    with panel(title, figure="candidate"):
        step(
            text(
                "proof.result",
                result=word_for("term.result", row["result"]),
                z=formats.number(row["robust_z"]),
                percent=formats.percent(row["area_percent"]),
                median=formats.percent(row["median_percent"]),
            )
        )
        print_table(
            lines_of(
                row,
                minimum_z=filters.minimum_z,
                minimum_probability=filters.minimum_probability,
            ),
            LINE_FIELDS,
        )
        only = replace(filters, unit=row["unit_code"], units=(), group=None, area=row["area_code"])
        _durability(only)
        _seen_in_the_field(filters, row)
        show_decisions(filters, row)
        if row["result"] != "not_supported":
            _receivers(row, receivers)
        why_area(only)


def _durability(only: Filters) -> None:
    years = rows("durability", only)
    if len(years) > 1:
        step(text("proof.durability"))
        print_table([_said(year) for year in years], YEAR_FIELDS)


def _said(year: Row) -> Row:
    """Here a no says as much as a yes."""
    words = {True: text("format.yes"), False: text("format.no"), None: formats.MISSING}
    return {**year, **{name: words[year[name]] for name in YES_OR_NO}}


def _seen_in_the_field(filters: Filters, row: Row) -> None:
    """Strengths that inspections recorded, and initiatives, of the year and the one before."""
    initiatives = initiatives_of(filters, row)
    if initiatives:
        step(text("proof.initiatives"))
        print_table(initiatives, INITIATIVE_FIELDS)
    if row["reform_area"] is None:
        return
    only = replace(filters, unit=row["unit_code"], units=(), group=None, area=row["reform_area"])
    strengths = [
        found
        for year in (row["year"], row["year"] - 1)
        for found in rows("findings", replace(only, year=year))
        if found["finding_kind"] == "strength"
    ]
    if strengths:
        step(text("proof.strengths"))
        print_table(strengths, STRENGTH_FIELDS)


def _receivers(row: Row, receivers: Rows) -> None:
    step(receivers_sentence(row, receivers))
    if receivers:
        print_table(receivers[:RECEIVERS_PRINTED], RECEIVER_FIELDS)
        st.caption(text("practice.likeness"))
    if len(receivers) > RECEIVERS_PRINTED:
        st.caption(text("proof.more_receivers", count=formats.count(len(receivers))))
