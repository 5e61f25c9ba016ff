"""Districts as equal squares placed as on the ground, coloured by their index."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import short_name, wrapped
from ui.charts.map_colours import MapScale, map_scale
from ui.maps.tiles import Tile
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour
from words.sentences.scores import reduced_words

GAP = 0.03  # of a square, on each side
FRAME = 0.14  # of a square: how far an island's frame stands off


def tile_map(
    standing: Rows, places: Mapping[str, Tile], *, highlight: Collection[str] = ()
) -> go.Figure:
    """`standing`: unit_code, unit_name, ranking_percent, rank, is_provisional, ranking_group.

    Units without a place are left out; those without a figure are pale, with a dash.
    """
    shown = [row for row in standing if row["unit_code"] in places]
    scale = map_scale([percent for row in shown if (percent := row["ranking_percent"])])
    drawn = figure()
    for row in shown:
        _draw_tile(drawn, row, places[row["unit_code"]], scale, row["unit_code"] in highlight)
    drawn.add_trace(_targets(shown, places))
    drawn.update_xaxes(visible=False, range=[-0.2, 6.6], constrain="domain")
    drawn.update_yaxes(visible=False, range=[4.15, -0.15], scaleanchor="x", constrain="domain")
    drawn.update_layout(margin={"t": 0, "b": 0})
    return drawn


def _draw_tile(
    drawn: go.Figure,
    row: Row,
    tile: Tile,
    scale: MapScale,
    is_chosen: bool,  # noqa: FBT001
) -> None:
    percent = row["ranking_percent"]
    line = {"color": palette()[Colour.TEXT if is_chosen else Colour.LINE]}
    if tile.is_inset:
        _draw_square(drawn, tile, -FRAME, {**line, "width": 1, "dash": "dot"}, None)
    _draw_square(drawn, tile, GAP, {**line, "width": 3.5 if is_chosen else 1}, scale.fill(percent))
    drawn.add_annotation(
        x=tile.column + 0.5,
        y=tile.row + 0.5,
        text=f"{wrapped(short_name(row), 10, 2)}<br><b>{figure_words(row)}</b>",
        showarrow=False,
        font={"size": 13, "color": scale.ink(percent)},
    )


def _draw_square(
    drawn: go.Figure, tile: Tile, inwards: float, line: dict[str, object], fill: str | None
) -> None:
    drawn.add_shape(
        type="rect",
        x0=tile.column + inwards,
        x1=tile.column + 1 - inwards,
        y0=tile.row + inwards,
        y1=tile.row + 1 - inwards,
        line=line,
        fillcolor=fill,
    )


def figure_words(row: Row) -> str:
    """The figure on a map: one decimal; a provisional one marked."""
    written = formats.percent(row["ranking_percent"], 1)
    return text("chart.provisional_figure", figure=written) if row["is_provisional"] else written


def _targets(shown: Rows, places: Mapping[str, Tile]) -> go.Scatter:
    """Invisible marks that can be hovered and clicked: shapes cannot."""
    return go.Scatter(
        x=[places[row["unit_code"]].column + 0.5 for row in shown],
        y=[places[row["unit_code"]].row + 0.5 for row in shown],
        mode="markers",
        marker={"symbol": "square", "size": 80, "color": "rgba(0,0,0,0)"},
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
        customdata=[[row["unit_code"]] for row in shown],
        hovertext=[map_hover(row) for row in shown],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def map_hover(row: Row) -> str:
    """Name, figure, rank within its group."""
    place = " · ".join(
        part
        for part in (formats.rank(row["rank"]), row["ranking_group"], reduced_words(row))
        if part
    )
    name = f"<b>{wrapped(row['unit_name'], 60)}</b>"
    return f"{name}<br>{figure_words(row)}<br>{wrapped(place, 60)}"
