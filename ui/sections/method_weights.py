"""Weights to play with: a factor an area, kept in the URL, and what it does to the ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from analysis.rows import Rows
from analysis.weighting import (
    GREATEST_FACTOR,
    LEAST_FACTOR,
    NOMINAL,
    AreaWeight,
    area_weights,
    reweighted,
)
from ui.address import ask_for, asked, note_shown
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.rank_moves import rank_moves
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.filters import say_unknown
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words import formats
from words.catalogue import text
from words.sentences.method import weights_sentence

STEPS_OF_ONE = 20  # steps of 0.05: finer ones nobody argues about
FACTORS = tuple(
    step / STEPS_OF_ONE
    for step in range(int(LEAST_FACTOR * STEPS_OF_ONE), int(GREATEST_FACTOR * STEPS_OF_ONE) + 1)
)
KEY = "weights"
IN_A_ROW = 4
FIELDS = (
    "rank",
    "unit_name",
    "ranking_percent",
    "weighted_rank",
    "rank_gain",
    "weighted_percent",
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """The areas with the weights that the link asks for, and where every unit then stands."""

    areas: Sequence[AreaWeight]
    moved: Rows

    @property
    def is_changed(self) -> bool:
        """True where a weight differs from the set's own."""
        return any(area.factor != NOMINAL for area in self.areas)


def weighing_of(filters: Filters) -> Weighing:
    """The ranks of the group under the weights of the link."""
    parts = rows("area_parts", replace(filters, unit=None, units=(), area=None))
    factors = _asked_factors()
    return Weighing(area_weights(parts, factors), reweighted(parts, factors))


def _asked_factors() -> Mapping[str, float]:
    """'III:1.5' means half as much again for area III; what is no such thing is said."""
    factors: dict[str, float] = {}
    for value in asked(KEY):
        code, _, written = value.rpartition(":")
        factor = next((factor for factor in FACTORS if f"{factor:g}" == written), None)
        if factor is None or not code:
            say_unknown(KEY, value)
        else:
            factors[code] = factor
    return factors


def show_weights(filters: Filters, weighing: Weighing) -> None:
    """A slider an area; then the ranks now and with these weights."""
    if not weighing.moved:
        explain_empty("no_leaf_scores")
        return
    st.markdown(for_markdown(text("method.weights_how")))
    _sliders(weighing.areas)
    st.button(
        text("method.reset"),
        on_click=ask_for,
        args=(KEY, ()),
        disabled=not weighing.is_changed,
        icon=":material/restart_alt:",
    )
    draw(
        rank_moves(weighing.moved),
        weights_sentence(weighing.moved),
        source_line(shown_here()),
        key="weights_chart",
        rows=len(weighing.moved),
    )
    show_table(weighing.moved, FIELDS, key="method_weights")
    offer_download(weighing.moved, FIELDS, name="weights", filters=filters)
    remark(text("method.weights_formula"), text("method.weights_not_applicable"))


def _sliders(areas: Sequence[AreaWeight]) -> None:
    for first in range(0, len(areas), IN_A_ROW):
        for area, column in zip(
            areas[first : first + IN_A_ROW], st.columns(IN_A_ROW), strict=False
        ):
            with column:
                _slider(area, areas)
    note_shown(KEY, _written({area.area_code: area.factor for area in areas}))


def _slider(area: AreaWeight, areas: Sequence[AreaWeight]) -> None:
    widget = _widget(area.area_code)
    st.session_state[widget] = area.factor
    st.select_slider(
        for_markdown(f"{area.area_code}. {formats.calm(area.area_name)}"),
        FACTORS,
        format_func=lambda factor: text("method.times", factor=formats.number(factor)),
        key=widget,
        on_change=_remember,
        args=([each.area_code for each in areas],),
    )
    st.caption(
        text(
            "method.share",
            before=formats.share(area.nominal_share),
            after=formats.share(area.share),
        )
    )


def _widget(code: str) -> str:
    return f"method_factor_{code}"


def _remember(codes: Sequence[str]) -> None:
    ask_for(KEY, _written({code: st.session_state[_widget(code)] for code in codes}))


def _written(factors: Mapping[str, float]) -> list[str]:
    return [f"{code}:{factor:g}" for code, factor in factors.items() if factor != NOMINAL]
