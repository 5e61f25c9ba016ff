"""Units in their own boundaries, coloured by their index; no tiles, no network."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import cos, radians

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from data.boundaries import Boundary, Ring
from ui.charts.labels import short_name, wrapped
from ui.charts.map_colours import MapScale, map_scale
from ui.charts.tile_map import figure_words, map_hover
from ui.theme import figure, palette
from words.palette import Colour

ROOM = 0.03  # of the span, on each side


def boundary_map(
    standing: Rows, shapes: Mapping[str, Boundary], *, highlight: Collection[str] = ()
) -> go.Figure:
    """`standing` as tile_map takes it; units without a boundary are left out.

    Plain lines in degrees, squeezed by the cosine of the latitude: over one province that is a
    map, and nothing has to be fetched for it.
    """
    shown = [row for row in standing if row["unit_code"] in shapes]
    scale = map_scale([percent for row in shown if (percent := row["ranking_percent"])])
    drawn = figure()
    for row in sorted(shown, key=lambda row: row["unit_code"] in highlight):
        shape = shapes[row["unit_code"]]
        drawn.add_trace(_area(row, shape, scale, row["unit_code"] in highlight))
        _name(drawn, row, shape, scale)
    across = [x for row in shown for ring in shapes[row["unit_code"]].rings for x, _ in ring]
    up = [y for row in shown for ring in shapes[row["unit_code"]].rings for _, y in ring]
    squeeze = 1 / cos(radians(sum(up) / len(up))) if up else 1
    drawn.update_xaxes(visible=False, range=_span(across), constrain="domain")
    drawn.update_yaxes(
        visible=False, range=_span(up), scaleanchor="x", scaleratio=squeeze, constrain="domain"
    )
    drawn.update_layout(margin={"t": 0, "b": 0})
    return drawn


def _span(figures: list[float]) -> list[float]:
    low, high = min(figures, default=0), max(figures, default=1)
    room = (high - low) * ROOM
    return [low - room, high + room]


def _area(row: Row, shape: Boundary, scale: MapScale, is_chosen: bool) -> go.Scatter:  # noqa: FBT001
    across: list[float | None] = []
    up: list[float | None] = []
    for ring in shape.rings:
        across += [*(x for x, _ in ring), None]
        up += [*(y for _, y in ring), None]
    colour = palette()[Colour.TEXT if is_chosen else Colour.LINE]
    return go.Scatter(
        x=across,
        y=up,
        mode="lines",
        fill="toself",
        fillcolor=scale.fill(row["ranking_percent"]),
        line={"color": colour, "width": 3 if is_chosen else 1.2},
        hoveron="fills",
        text=map_hover(row),
        hoverinfo="text",
    )


def _name(drawn: go.Figure, row: Row, shape: Boundary, scale: MapScale) -> None:
    """Name and figure in the middle of the largest ring; a mark there takes the click."""
    x, y = _middle(max(shape.rings, key=_size))
    drawn.add_annotation(
        x=x,
        y=y,
        text=f"{wrapped(short_name(row), 11, 2)}<br><b>{figure_words(row)}</b>",
        showarrow=False,
        font={"size": 11, "color": scale.ink(row["ranking_percent"])},
    )
    drawn.add_trace(
        go.Scatter(
            x=[x],
            y=[y],
            mode="markers",
            marker={"size": 34, "color": "rgba(0,0,0,0)"},
            unselected={"marker": {"opacity": 0}},
            selected={"marker": {"opacity": 0}},
            customdata=[[row["unit_code"]]],
            hovertext=[map_hover(row)],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )


def _size(ring: Ring) -> float:
    """Twice the area within a ring, in square degrees."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs))


def _middle(ring: Ring) -> tuple[float, float]:
    """The middle of the box around a ring."""
    across, up = [x for x, _ in ring], [y for _, y in ring]
    return (min(across) + max(across)) / 2, (min(up) + max(up)) / 2
