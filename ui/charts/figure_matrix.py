"""Figures in a grid, stronger for more: pairs of units, ranks without an area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.charts.labels import wrapped
from ui.theme import figure, palette

LINE_HEIGHT = 15  # px a line of a column's head


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the grid: how strong, what is written in it, what is said on hovering.

    Without a weight the place stays blank.
    """

    weight: float | None
    written: str
    said: str = ""


def figure_matrix(
    down: Sequence[str], across: Sequence[str], cells: Sequence[Sequence[Cell]], *, most: float
) -> go.Figure:
    """`cells`: a list for each name in `down`, a cell for each in `across`; weights from 0 to
    `most`."""
    drawn = figure()
    drawn.add_trace(
        go.Heatmap(
            z=[[cell.weight for cell in row] for row in cells],
            x=list(range(len(across))),
            y=list(range(len(down))),
            text=[[cell.written for cell in row] for row in cells],
            texttemplate="%{text}",
            textfont={"size": 13},
            customdata=[[cell.said for cell in row] for row in cells],
            hovertemplate="%{customdata}<extra></extra>",
            showscale=False,
            hoverongaps=False,
            zmin=0,
            zmax=most,
            colorscale=colour_steps(palette().scale),
            xgap=2,
            ygap=2,
        )
    )
    heads = [wrapped(name, 14, 5) for name in across]
    drawn.update_xaxes(
        side="top",
        tickvals=list(range(len(across))),
        ticktext=heads,
        tickangle=0,
        tickfont={"size": 11},
        showgrid=False,
        showline=False,
        ticks="",
    )
    drawn.update_yaxes(
        range=[len(down) - 0.5, -0.5],
        tickvals=list(range(len(down))),
        ticktext=[wrapped(name, 30) for name in down],
        showline=False,
        ticks="",
    )
    lines = max((head.count("<br>") + 1 for head in heads), default=1)
    drawn.update_layout(margin={"t": LINE_HEIGHT * lines + 10, "b": 0})
    return drawn


def colour_steps(scale: Sequence[str]) -> list[list[object]]:
    """Equal steps of one colour each: no in-between shade on which figures are hard to read."""
    edges = [place / len(scale) for place in range(len(scale) + 1)]
    return [
        [edge, colour]
        for place, colour in enumerate(scale)
        for edge in (edges[place], edges[place + 1])
    ]
