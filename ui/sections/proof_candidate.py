"""Why a unit is, may be, or is not a model in an area: line by line."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from ui.asked import Filters
from ui.escape import for_markdown
from ui.sections.proof import panel, step, why_area
from ui.tables import print_table
from words import formats
from words.catalogue import text, word_for
from words.reasons import reason_words
from words.sentences.best_practice import receivers_sentence

RECEIVERS_PRINTED = 6


def why_candidate(filters: Filters, row: Row, receivers: Rows) -> None:
    """The proof panel of one row of `show candidates`; `receivers` with names, greatest first."""
    title = text("proof.candidate", unit=row["unit_name"], area=row["area_name"])
    with panel(title):
        step(
            text(
                "proof.result",
                result=word_for("term.result", row["result"]),
                z=formats.number(row["robust_z"]),
                percent=formats.percent(row["area_percent"]),
                median=formats.percent(row["median_percent"]),
            )
        )
        for_side, against_side = st.columns(2)
        with for_side:
            _reasons("proof.for", "reasons_for", row)
        with against_side:
            _reasons("proof.against", "reasons_against", row)
        if row["result"] != "not_supported":
            step(receivers_sentence(row, receivers))
            if receivers:
                print_table(receivers[:RECEIVERS_PRINTED], ("unit_name", "points"))
            if len(receivers) > RECEIVERS_PRINTED:
                st.caption(text("proof.more_receivers", count=formats.count(len(receivers))))
        why_area(replace(filters, unit=row["unit_code"], group=None, area=row["area_code"]))


def _reasons(key: str, side: str, row: Row) -> None:
    st.markdown(f"**{text(key)}**")
    if not row[side]:
        st.caption(text("proof.no_reason"))
        return
    st.markdown("\n".join(f"- {for_markdown(reason_words(code, row))}" for code in row[side]))
