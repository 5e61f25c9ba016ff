"""The explanation round on the pages: what units contest, what was decided, from which cells."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from reports.explanation_workbook import explanation_workbook, explanations, file_name
from ui.answer import asked_of_release, rows
from ui.asked import Filters
from ui.choices import unit_names
from ui.downloads import WORKBOOK, offer_download
from ui.escape import for_markdown
from ui.release import connection
from ui.sections.proof import panel, show_cells, step
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words import formats
from words.catalogue import text
from words.sentences.contests import contest_sentence

LEAF_FIELDS = (
    "criterion_code",
    "contest_decision",
    "criterion_name",
    "verified_1_points",
    "explanation_points",
    "verified_2_points",
    "granted_points",
    "maximum_points",
    "self_assessed_points",
    "explanation_text",
)
UNIT_FIELDS = (
    "unit_name",
    "contested_count",
    "contested_points",
    "accepted_count",
    "partly_count",
    "rejected_count",
    "undecided_count",
    "granted_points",
)


def show_contests(filters: Filters) -> Row | None:
    """Units by points contested; the leaves of the one that is chosen, else of all."""
    told = rows("contests", filters)
    if not told:
        explain_empty("nothing_contested")
        return None
    _say(told, filters, scope=_scope(filters))
    units = [row for row in told if row["unit_code"] is not None]
    chosen = show_table(units, UNIT_FIELDS, key="contest_units")
    offer_download(units, UNIT_FIELDS, name="contests", filters=filters)
    unit = chosen or units[0]
    st.markdown(f"**{for_markdown(text('contest.of_unit', unit=unit['unit_name']))}**")
    _show_leaves(replace(filters, unit=unit["unit_code"]))
    return None


def show_unit_contest(filters: Filters) -> None:
    """What one unit contests, and the workbook in which it explains itself."""
    told = rows("contests", filters)
    offered = rows("contestable", filters)
    if not told and not offered:
        return
    st.header(text("contest.title"), anchor=False)
    _say(told, filters, scope=_scope(filters))
    if told:
        _show_leaves(filters, opens=False)
    if offered:
        _offer_workbook(filters)


def _scope(filters: Filters) -> str:
    if filters.unit:
        return unit_names(filters).get(filters.unit, filters.unit)
    return text("areas.group", group=filters.group) if filters.group else text("contest.everyone")


def _say(told: Rows, filters: Filters, *, scope: str) -> None:
    if filters.year is None:
        return
    anybody = told or rows("contests", replace(filters, unit=None, units=(), group=None))
    said = contest_sentence(told, scope=scope, year=filters.year, is_handed_in=bool(anybody))
    st.markdown(for_markdown(said))


def _show_leaves(filters: Filters, *, opens: bool = True) -> None:
    """The leaves of one unit, and the cells of the row that is chosen; `opens`: else of the
    first."""
    leaves = [{**row, "contest_decision": row["decision"]} for row in rows("contested", filters)]
    chosen = show_table(leaves, LEAF_FIELDS, key="contest_leaves")
    offer_download(leaves, LEAF_FIELDS, name="contested", filters=filters)
    leaf = chosen or (next(iter(leaves), None) if opens else None)
    if leaf is not None:
        _why(filters, leaf)


def _why(filters: Filters, leaf: Row) -> None:
    title = text("proof.deduction", unit=leaf["unit_name"], name=leaf["criterion_name"])
    with panel(title, of="contest"):
        step(_formula(leaf))
        if leaf["explanation_text"]:
            step(text("contest.said", words=leaf["explanation_text"]))
        show_cells(filters, leaf["unit_code"], leaf["year"], [leaf["criterion_code"]])


def _formula(leaf: Row) -> str:
    """What was asked and what was given, as subtractions."""
    first = formats.points(leaf["verified_1_points"])
    words = text(
        "contest.asked_formula",
        asked=formats.points(leaf["explanation_points"]),
        first=first,
        difference=formats.signed(leaf["contested_points"]),
    )
    if leaf["verified_2_points"] is None:
        return f"{words} {text('contest.not_decided')}"
    return (
        words
        + " "
        + text(
            "contest.granted_formula",
            second=formats.points(leaf["verified_2_points"]),
            first=first,
            difference=formats.signed(leaf["granted_points"]),
            decision=text(f"term.decision.{leaf['decision']}"),
        )
    )


def _offer_workbook(filters: Filters) -> None:
    """The workbook is made when somebody asks for it; Vietnamese whatever the page speaks."""
    asked = replace(asked_of_release(filters), area_code=None)
    unit, year = filters.unit or "", filters.year or 0

    def content() -> bytes:
        found = explanations(connection(filters.book, filters.release), asked)
        return explanation_workbook(found[0])

    st.download_button(
        text("contest.workbook"),
        content,
        file_name=file_name(unit, year),
        mime=WORKBOOK,
        key="download_explanation",
        icon=":material/rate_review:",
        help=text("contest.workbook_help"),
        on_click="ignore",
    )
