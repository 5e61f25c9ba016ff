"""Two figures of one thing side by side: two dots and the distance between them."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.rows import Rows
from ui.charts.labels import note, wrapped
from ui.theme import figure, palette
from words import formats
from words.palette import Colour

APART = 0.25  # of the span: from here on, words fit over their own dots
ROOM = 0.09  # of the span, on both sides: dots and words at the ends stay whole


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two figures: its column, its colour, and the word beside its first dot."""

    column: str
    colour: Colour
    word: str


def two_dots(things: Rows, first: Side, second: Side) -> go.Figure:
    """`things`: code, name and the two columns, percentages; the first thing is at the top."""
    shown = list(reversed(things))
    drawn = figure()
    _distances(drawn, shown, first.column, second.column)
    for side in (first, second):
        drawn.add_trace(
            go.Scatter(
                x=[row[side.column] for row in shown],
                y=list(range(len(shown))),
                mode="markers",
                marker={"size": 13, "color": palette()[side.colour]},
                customdata=[[row["code"], formats.percent(row[side.column])] for row in shown],
                hovertext=[wrapped(row["name"], 60) for row in shown],
                hovertemplate=(
                    f"<b>%{{hovertext}}</b><br>{side.word}: %{{customdata[1]}}<extra></extra>"
                ),
                cliponaxis=False,
            )
        )
    _name_sides(drawn, shown, first, second)
    drawn.update_xaxes(ticksuffix="%", nticks=6, range=_range(shown, first.column, second.column))
    drawn.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[wrapped(row["name"], 40) for row in shown],
        range=[-0.7, len(shown) - 0.1],
    )
    drawn.update_layout(margin={"t": 24, "b": 26})
    return drawn


def _range(shown: Rows, *columns: str) -> list[float]:
    figures = [row[column] for row in shown for column in columns if row[column] is not None]
    room = max(max(figures) - min(figures), 5) * ROOM if figures else 0
    return [min(figures, default=0) - room, max(figures, default=100) + room]


def _distances(drawn: go.Figure, shown: Rows, first: str, second: str) -> None:
    across: list[float | None] = []
    down: list[float | None] = []
    for place, row in enumerate(shown):
        across += [row[first], row[second], None]
        down += [place, place, None]
    line = {"color": palette()[Colour.LINE], "width": 4}
    drawn.add_trace(go.Scatter(x=across, y=down, mode="lines", line=line, hoverinfo="skip"))


def _name_sides(drawn: go.Figure, shown: Rows, first: Side, second: Side) -> None:
    """Words above the uppermost pair; outwards where they would cover each other."""
    top = next(
        (
            (place, row)
            for place, row in reversed(list(enumerate(shown)))
            if row[first.column] is not None and row[second.column] is not None
        ),
        None,
    )
    if top is None:
        return
    place, row = top
    low, high = _range(shown, first.column, second.column)
    is_apart = abs(row[first.column] - row[second.column]) > (high - low) * APART
    first_is_left = row[first.column] <= row[second.column]
    for side, is_left in ((first, first_is_left), (second, not first_is_left)):
        outwards = "right" if is_left else "left"
        note(
            drawn,
            f"<b>{side.word}</b>",
            x=row[side.column],
            y=place,
            yshift=20,
            xanchor="center" if is_apart else outwards,
            font={"size": 13, "color": palette()[side.colour]},
        )
