"""Index, inspection and survey beside each other: where they disagree is where to look."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import streamlit as st

from analysis.rows import Row, Rows
from data.resolving.reform_areas import REFORM_AREAS
from ui.access import may_see
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.labels import short_name
from ui.charts.shaded_matrix import Cell, shaded_matrix
from ui.downloads import offer_download
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.proof import panel, step, why_area
from ui.sections.proof_inspection import show_register_cells
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import print_table, show_table
from ui.theme import palette
from words import formats
from words.catalogue import text, word_for
from words.palette import Colour
from words.sentences.inspections import area_name, witness_case, witnesses_sentence

SIGNS = {"good": "▲", "middling": "■", "weak": "▼", "silent": "·"}
WITNESSES = ("index_says", "inspection_says", "survey_says")
FIELDS = (
    "unit_name",
    "area_said",
    "is_disagreement",
    *WITNESSES,
    "area_percent",
    "survey_percent",
    "lost_points",
)
FOUND_FIELDS = ("finding_kind", "severity", "description", "state", "deadline_on")


def show_witnesses(filters: Filters) -> None:
    """The matrix, disagreements first, and what is behind the case that is chosen."""
    witnesses = [
        {
            **row,
            "area_said": area_name(row["area_code"]) if row["area_code"] else row["area_name"],
        }
        for row in rows("witnesses", filters)
    ]
    if not witnesses:
        explain_empty("no_witnesses")
        return
    names = _units(witnesses)
    clicked = draw(
        shaded_matrix(
            names,
            {code: _head(code, witnesses) for code in _areas(witnesses)},
            {(row["unit_code"], _key(row)): _cell(row) for row in witnesses},
            size=16,
            letters=9,
            shades=(palette()[Colour.SURFACE], palette().scale[2], palette()[Colour.NEEDS_ACTION]),
        ),
        witnesses_sentence(witnesses, year=filters.year or 0),
        source_line(shown_here()),
        key="witnesses",
        rows=0.85 * len(names),
        is_clickable=True,
    )
    remark(text("inspections.matrix_key"))
    chosen = show_table(witnesses, FIELDS, key="inspections_witnesses")
    offer_download(witnesses, FIELDS, name="witnesses", filters=filters)
    by_cell = {(row["unit_code"], _key(row)): row for row in witnesses}
    at_click = by_cell.get((clicked[0], clicked[1])) if clicked else None
    why_witness(filters, chosen or at_click or witnesses[0])


def _key(row: Row) -> str:
    """A column of the matrix: the reform area, or an area of a set that is mapped to none."""
    return str(row["area_code"] or row["area_name"])


def _areas(witnesses: Rows) -> list[str]:
    """Reform areas in their order, then areas that are mapped to none."""
    order = {code: place for place, code in enumerate(REFORM_AREAS)}
    found = {_key(row) for row in witnesses}
    return sorted(found, key=lambda code: (order.get(code, len(order)), code))


def _head(code: str, witnesses: Rows) -> str:
    return str(next(row["area_said"] for row in witnesses if _key(row) == code))


def _units(witnesses: Rows) -> dict[str, str]:
    """Units by name, those with most disagreements first, then in the order of the answer."""
    against = Counter(row["unit_code"] for row in witnesses if row["is_disagreement"])
    names = {row["unit_code"]: short_name(row) for row in witnesses}
    return dict(sorted(names.items(), key=lambda item: -against[item[0]]))


def _cell(row: Row) -> Cell:
    says = [row[witness] for witness in WITNESSES]
    shade = 1.0 if row["is_disagreement"] else 0.5 if "weak" in says else 0.0
    hover = [
        f"{text(f'column.{witness}')}: {word_for('term.says', row[witness])}"
        for witness in WITNESSES
    ]
    return Cell("".join(SIGNS[one] for one in says), shade, [witness_case(row), *hover])


def why_witness(filters: Filters, row: Row) -> None:
    """What is behind each of the three: leaves and their cells, findings and theirs."""
    only = replace(filters, unit=row["unit_code"], units=(), group=None)
    with panel(witness_case(row), figure="witnesses"):
        step(
            text(
                "inspections.witness_thresholds",
                good=formats.percent(row["good_from_percent"], 0),
                weak=formats.percent(row["weak_below_percent"], 0),
            )
        )
        says = word_for("term.says", row["inspection_says"])
        step(text("inspections.witness_inspection", says=says))
        _findings(only, row)
        if row["survey_percent"] is not None:
            percent = formats.percent(row["survey_percent"])
            step(text("inspections.witness_survey", percent=percent))
        if row["area_percent"] is not None:
            step(
                text(
                    "inspections.witness_index",
                    percent=formats.percent(row["area_percent"]),
                    points=formats.points(row["lost_points"]),
                )
            )
            why_area(replace(only, area=row["area_code"] or row["set_area_codes"][0]))


def _findings(only: Filters, row: Row) -> None:
    """The findings of the year in the area; what concerns individuals is for analysts only."""
    if row["area_code"] is None:
        return
    found = [f for f in rows("findings", replace(only, area=row["area_code"])) if may_see(f)]
    if not found:
        st.caption(text("inspections.no_findings_here"))
        return
    print_table(found, FOUND_FIELDS)
    show_register_cells(only, row["unit_code"], [finding["finding_id"] for finding in found])
