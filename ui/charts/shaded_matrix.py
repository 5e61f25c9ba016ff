"""Rows × columns of words or figures on a shade: what is written says it, the shade finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.charts.labels import ROW_HEIGHT, wrapped
from ui.theme import figure

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, its shade from 0 to 1 (null: none), what hovering says in lines."""

    words: str
    shade: float | None
    hover: Sequence[str]


def shaded_matrix(
    names: Mapping[str, str],
    heads: Mapping[str, str],
    cells: Mapping[Key, Cell],
    *,
    shades: Sequence[str],
    letters: int = 13,
    size: int = 14,
) -> go.Figure:
    """`names`: rows by key, uppermost first; `heads`: columns by key; a click gives both keys.

    `shades`: colours of equal steps from 0 to 1; `letters`: where a heading wraps;
    `size`: of the words in the cells.
    """
    drawn = figure()
    drawn.add_trace(_colours(names, heads, cells, shades, size))
    drawn.add_trace(_targets(names, heads, cells))
    # Markers pad the axes and would shift the cells: both ranges are fixed.
    drawn.update_xaxes(
        range=[-0.5, len(heads) - 0.5],
        side="top",
        tickvals=list(range(len(heads))),
        ticktext=[wrapped(head, letters, 5) for head in heads.values()],
        tickangle=0,
        tickfont={"size": 12},
        showgrid=False,
        showline=False,
        ticks="",
    )
    drawn.update_yaxes(
        range=[len(names) - 0.5, -0.5],
        tickvals=list(range(len(names))),
        ticktext=[wrapped(name, 28, 1) for name in names.values()],
        tickfont={"size": 13},
        showline=False,
        ticks="",
    )
    drawn.update_layout(margin={"t": 76, "b": 0})
    return drawn


def _colours(
    names: Mapping[str, str],
    heads: Mapping[str, str],
    cells: Mapping[Key, Cell],
    shades: Sequence[str],
    size: int,
) -> go.Heatmap:
    grid = [[cells.get((row, head)) for head in heads] for row in names]
    return go.Heatmap(
        z=[[cell.shade if cell else None for cell in line] for line in grid],
        x=list(range(len(heads))),
        y=list(range(len(names))),
        text=[[wrapped(cell.words, 40, 1) if cell else "" for cell in line] for line in grid],
        texttemplate="%{text}",
        textfont={"size": size},
        hoverinfo="skip",
        showscale=False,
        hoverongaps=False,
        zmin=0,
        zmax=1,
        colorscale=[
            [edge / len(shades), colour]
            for place, colour in enumerate(shades)
            for edge in (place, place + 1)
        ],
        xgap=2,
        ygap=2,
    )


def _targets(
    names: Mapping[str, str], heads: Mapping[str, str], cells: Mapping[Key, Cell]
) -> go.Scatter:
    """Invisible squares: heat-map cells deliver no selection, markers do."""
    places = [(x, y) for y in range(len(names)) for x in range(len(heads))]
    rows, columns = [*names], [*heads]
    found = [cells.get((rows[y], columns[x])) for x, y in places]
    return go.Scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        marker={"symbol": "square", "size": ROW_HEIGHT, "color": "rgba(0,0,0,0)"},
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
        customdata=[[rows[y], columns[x]] for x, y in places],
        hovertext=[
            "<br>".join(wrapped(line, 60) for line in (cell.hover if cell else ()))
            for cell in found
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
