"""The definitions: one figure chosen by name, or all of them."""

from __future__ import annotations

import streamlit as st

from ui.address import asked, note_shown, remember
from ui.asked import Filters
from ui.escape import for_markdown
from ui.filters import say_unknown, tell_unknown
from ui.sections.heading import remark
from ui.sections.method_weights import Weighing
from ui.tables import print_table
from words.catalogue import text
from words.definitions import Definition, definitions

KEY = "figure"
EVERY = ""
FIELDS = ("figure_name", "figure_formula", "figure_meaning", "figure_source", "asked_by")


def show_definitions(_filters: Filters, _weighing: Weighing) -> None:
    """One figure in full where one is chosen, else the table of all."""
    every = {definition.name: definition for definition in definitions()}
    chosen = _choose(every)
    tell_unknown()
    if chosen in every:
        _show(every[chosen])
        return
    print_table([_row(definition) for definition in every.values()], FIELDS)
    remark(text("method.questions"))


def _choose(every: dict[str, Definition]) -> str:
    wanted = next(iter(asked(KEY)), EVERY)
    if wanted and wanted not in every:
        say_unknown(KEY, wanted)
        wanted = EVERY
    st.session_state["choose_figure"] = wanted
    chosen: str = st.selectbox(
        text("method.choose_figure"),
        [EVERY, *every],
        format_func=lambda name: every[name].title if name else text("method.every_figure"),
        key="choose_figure",
        on_change=remember,
        args=(KEY, "choose_figure"),
        width=480,
    )
    note_shown(KEY, [chosen])
    return chosen


def _show(definition: Definition) -> None:
    box = st.container(key="definition", border=True)
    box.subheader(for_markdown(definition.title), anchor=False)
    for part in ("formula", "meaning", "source"):
        words = for_markdown(getattr(definition, part))
        box.markdown(f"**{text(f'column.figure_{part}')}:** {words}")
    box.markdown(f"**{text('column.asked_by')}:** {_asked_by(definition)}")


def _asked_by(definition: Definition) -> str:
    return ", ".join(f"`{name}`" for name in definition.questions)


def _row(definition: Definition) -> dict[str, object]:
    return {
        "figure_name": definition.title,
        "figure_formula": definition.formula,
        "figure_meaning": definition.meaning,
        "figure_source": definition.source,
        "asked_by": ", ".join(definition.questions),
    }
