"""The panel *Vì sao?*: formula → parts → score rows → workbook, sheet, cell and hash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from ui.address import link
from ui.answer import rows
from ui.asked import Filters
from ui.escape import for_markdown
from ui.navigation import page_file
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text

PART_FIELDS = ("area_name", "points", "maximum_points", "area_percent", "lost_points")
LEAF_FIELDS = (
    "criterion_code",
    "criterion_name",
    "maximum_points",
    "self_assessed_points",
    "verified_points",
    "survey_points",
    "points",
    "lost_points",
)
CELL_FIELDS = ("kind", "points", "file", "sheet", "cell", "raw_text", "sha256")
PUBLISHED_FIELDS = ("what", "published", "computed", "difference", "file", "sheet", "cell")


def why_index(
    filters: Filters, unit_code: str, *, area: str | None = None, leads_on: bool = True
) -> None:
    """How a unit's index of the year is made, down to the cells; opens at the area given.

    `leads_on`: with a link to the unit's own page.
    """
    only = replace(filters, unit=unit_code, units=(), group=None, area=None)
    standing = rows("ranking", only)
    if not standing:
        return
    unit = standing[0]
    title = text("proof.index", unit=unit["unit_name"], year=formats.plain_year(filters.year))
    with panel(title, figure="index_percent"):
        if unit["basis"] == "published":
            step(text("proof.published"))
            print_table(rows("published", only), PUBLISHED_FIELDS)
            return
        step(_index_formula(unit))
        areas = rows("areas", only)
        step(text("proof.parts"))
        print_table(areas, PART_FIELDS)
        chosen = _choose_area(areas, area)
        if chosen is not None:
            why_area(replace(only, area=chosen))
        if leads_on:
            st.page_link(
                page_file("unit"),
                label=text("proof.to_unit"),
                icon=":material/apartment:",
                query_params=link(unit=unit_code, area=None),
            )


def panel(
    title: str, *, of: str = "index", figure: str | None = None
) -> st.delta_generator.DeltaGenerator:
    """The frame of a proof, with what is proved as its head; a page has one `of` a kind.

    `figure`: the name in analysis.definitions of what is proved, for a link to its definition.
    """
    box = st.container(key=f"proof_{of}", border=True)
    box.subheader(text("proof.why"), anchor=False)
    box.markdown(f"**{for_markdown(title)}**")
    if figure is not None:
        box.page_link(
            page_file("method"),
            label=text("proof.to_definition"),
            icon=":material/function:",
            query_params=link(figure=figure),
        )
    return box


def step(words: str) -> None:
    """One step of a proof, in words."""
    st.markdown(for_markdown(words))


def _index_formula(unit: Row) -> str:
    if unit["index_percent"] is None:
        return text("proof.index_missing", count=formats.count(unit["missing_count"]))
    words = text(
        "proof.index_formula",
        points=formats.points(unit["points"]),
        maximum=formats.points(unit["maximum_points"]),
        percent=formats.percent(unit["index_percent"]),
    )
    if unit["maximum_points"] != unit["full_maximum_points"]:
        full = formats.points(unit["full_maximum_points"])
        words += " " + text("proof.reduced_maximum", full=full)
    if unit["adjustment_points"] is not None:
        key = "adjusted_ranks" if unit["ranks_adjusted"] else "adjusted_beside"
        words += " " + text(
            f"proof.{key}",
            adjustment=formats.signed(unit["adjustment_points"]),
            percent=formats.percent(unit["adjusted_index_percent"]),
        )
    return words


def _choose_area(areas: Rows, area: str | None) -> str | None:
    names = {row["area_code"]: row["area_name"] for row in areas if row["maximum_points"]}
    if not names:
        return None
    codes = [*names]
    chosen: str = st.selectbox(
        text("proof.choose_area"),
        codes,
        index=codes.index(area) if area in names else 0,
        format_func=lambda code: f"{code}. {names[code]}",
        key=f"proof_area_{area or ''}",
    )
    return chosen


def why_area(filters: Filters) -> None:
    """The score rows of one unit in one area, and the cells of the row that is chosen."""
    leaves = rows("criteria", filters)
    step(text("proof.leaves"))
    chosen = show_table(leaves, LEAF_FIELDS, key="proof_leaves")
    why_leaf(filters, chosen or _heaviest(leaves))


def _heaviest(leaves: Rows) -> Row | None:
    lost = [row for row in leaves if row["lost_points"] is not None]
    return max(lost, key=lambda row: row["lost_points"], default=next(iter(leaves), None))


def why_leaf(filters: Filters, leaf: Row | None) -> None:
    """The cells that the points of one unit at one leaf were read from."""
    if leaf is None:
        return
    name = f"{leaf['criterion_code']} {leaf['criterion_name']}"
    step(text("proof.cells", criterion=name))
    show_cells(filters, leaf["unit_code"], leaf["year"], [leaf["criterion_code"]])


def show_cells(filters: Filters, unit_code: str, year: int, codes: Sequence[str]) -> None:
    """Kind, points, file, sheet, cell, text found there and the file's hash."""
    only = replace(filters, year=year, unit=unit_code, units=(), group=None, area=None)
    found = [row for row in rows("provenance", only) if row["criterion_code"] in codes]
    if found:
        print_table(found, CELL_FIELDS)
    else:
        st.caption(text("proof.no_cells"))
