"""Puts a chart on the page: its sentence as text, the figure with title and source, a camera."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from ui.charts.labels import finish
from ui.charts.room import grown
from ui.escape import for_markdown
from ui.pictures import SVG, picture_format
from ui.presenting import is_presenting
from ui.screen import shown_here
from words.source import file_stem


def draw(
    figure: go.Figure,
    sentence: str,
    source: str,
    *,
    key: str,
    rows: float,
    is_wide: bool = False,
    is_clickable: bool = False,
) -> Sequence[Any]:
    """The chart is on the page; gives the `customdata` of the mark that was clicked, else nothing.

    The sentence is title, alternative text and title of the exported picture. A wide chart keeps
    its width on a narrow screen and scrolls sideways.
    """
    finish(figure, sentence, source, rows=rows)
    if is_presenting():
        figure = grown(figure, sentence, rows=rows)
    with st.container(key=f"{'wide' if is_wide else 'chart'}_{key}"):
        st.markdown(f"**{for_markdown(sentence)}**")
        chosen = st.plotly_chart(
            figure,
            theme=None,
            key=key,
            alt=sentence,
            on_select="rerun" if is_clickable else "ignore",
            selection_mode="points",
            config=_config(key),
        )
    return _clicked(chosen) if is_clickable else ()


def _config(key: str) -> dict[str, object]:
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {
            "format": picture_format(),
            "filename": file_stem(key, shown_here().release_id),
            "width": 1200,
            "scale": 1 if picture_format() == SVG else 2,
        },
    }


def _clicked(chosen: Any) -> Sequence[Any]:  # noqa: ANN401 - Streamlit's event has no public type
    points = chosen.get("selection", {}).get("points", []) if chosen else []
    found = next((point.get("customdata") for point in points if point.get("customdata")), ())
    return found if isinstance(found, (list, tuple)) else list(found.values())
