"""A chart for a room: as large as the screen, its letters and marks grown alike."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from ui.charts.labels import ROW_HEIGHT
from ui.presenting import screen
from ui.theme import TITLE_SPACE

DRAWN_FOR = 1180  # px: the width at which letters and marks have their own sizes
LARGEST = 2.4  # times as large: beyond that a projector shows fewer words, not larger ones
GROWING = {"size", "width", "tickwidth", "standoff", "xshift", "yshift"}
SENTENCE, LETTER = 1.2 * 17, 0.56  # px of its type at scale 1, and how wide a letter is beside that
AROUND = 84  # px at scale 1: the source above, the ways on below
SMALLEST = 260  # px
TIGHTEST = 0.85  # times: smaller letters are read by nobody in a room


def grown(figure: go.Figure, sentence: str, *, rows: float) -> go.Figure:
    """The figure, `rows` rows high on a desk, for the reader's screen; its sentence stands above it
    as text."""
    width, height = screen()
    scale = scale_of(width)
    letter = SENTENCE * scale
    lines = -(-len(sentence) * letter * LETTER // max(width - 80, 1))
    room = max(SMALLEST, round(height - AROUND * scale - lines * letter * 1.3))
    scale = max(TIGHTEST, min(scale, room / max(rows * ROW_HEIGHT, 1)))
    figure.update_layout(title_text="", margin={"t": max(figure.layout.margin.t - TITLE_SPACE, 8)})
    margin = figure.layout.margin.to_plotly_json()
    template = figure.layout.template.to_plotly_json()
    bigger = go.Figure(_grown(figure.to_plotly_json(), scale), skip_invalid=True)
    bigger.update_layout(
        height=room,
        margin={side: round(value * scale) for side, value in margin.items() if side != "pad"},
        template=_grown(template, scale),
    )
    return bigger


def scale_of(width: int) -> float:
    """How many times larger than on a desk."""
    return min(max(width / DRAWN_FOR, 1.0), LARGEST)


def _grown(value: Any, scale: float, key: str = "") -> Any:  # noqa: ANN401 - plotly's own dictionaries
    if isinstance(value, dict):
        return {name: _grown(inner, scale, name) for name, inner in value.items()}
    if key in GROWING and isinstance(value, (list, tuple)):
        return [_grown(inner, scale, key) for inner in value]
    if isinstance(value, (list, tuple)):
        return [_grown(inner, scale) for inner in value]
    if key in GROWING and isinstance(value, (int, float)) and not isinstance(value, bool):
        return value * scale
    return value
