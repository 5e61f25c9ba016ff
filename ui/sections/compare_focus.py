"""What the views of Compare share: the figure that was chosen, and who is put beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding
from ui.asked import Filters
from ui.charts.labels import short_name
from ui.charts.unit_dots import NAMED_AT_MOST
from ui.sections.standing import ranking_of
from words.catalogue import text

STAND_OUT_WIDTH = 300  # px


@dataclass(frozen=True, slots=True)
class Focus:
    """The figure that was chosen on the page."""

    unit_code: str
    area_code: str | None = None


def focus_of(row: Row | None) -> Focus | None:
    """The figure of a row that was chosen in a table."""
    return Focus(row["unit_code"], row.get("area_code")) if row is not None else None


def everyone_of(standing: GroupStanding) -> Rows:
    """Units with an index: ranked, then provisional, then unranked."""
    return [*standing.ranked, *standing.provisional, *standing.unranked]


def side_by_side(filters: Filters) -> tuple[str, ...]:
    """The units that were chosen to stand beside each other. One alone, such as the unit of the
    page before, stands beside its whole group and narrows nothing: it only stands out."""
    return filters.units if len(filters.units) > 1 else ()


def beside_each_other(filters: Filters, standing: GroupStanding) -> list[str]:
    """Codes of the units side by side in the order of the ranking, else of the whole group."""
    codes, chosen = [row["unit_code"] for row in everyone_of(standing)], side_by_side(filters)
    return [code for code in codes if not chosen or code in chosen]


def narrowed(found: Rows, filters: Filters) -> Rows:
    """The rows of the units side by side, else all."""
    chosen = side_by_side(filters)
    return [row for row in found if not chosen or row["unit_code"] in chosen]


def choose_named(filters: Filters, units: Sequence[str]) -> dict[str, str]:
    """Codes and short names of the units that stand out: the chosen ones, up to four; of more, the
    one that the reader picks here."""
    names = short_names(filters)
    chosen = [code for code in units if code in filters.units]
    if chosen and len(chosen) <= NAMED_AT_MOST:
        return {code: names[code] for code in chosen if code in names}
    if not units:
        return {}
    picked = st.selectbox(
        text("compare.stand_out"),
        [*units],
        format_func=names.__getitem__,
        key="compare_stand_out",
        width=STAND_OUT_WIDTH,
    )
    return {picked: names[picked]} if picked in names else {}


def short_names(filters: Filters) -> dict[str, str]:
    """Short names of the units of the year and group by code."""
    return {row["unit_code"]: short_name(row) for row in ranking_of(filters)}
