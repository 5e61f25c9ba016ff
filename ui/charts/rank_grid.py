"""Units × areas: the rank a unit would have without the area, coloured where it would move."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.palette import Colour


def rank_grid(robustness: Rows, area_names: dict[str, str]) -> go.Figure:
    """`robustness`: rows of `show robustness` of one group, in the order of their ranks.

    `area_names`: code -> name, in the order of the set. The first column is the rank now.
    """
    codes = [code for code in area_names if any(code in _without(row) for row in robustness)]
    drawn = figure()
    drawn.add_trace(
        go.Heatmap(
            z=[[_move(row, code) for code in codes] for row in robustness],
            x=list(range(len(codes))),
            y=list(range(len(robustness))),
            text=[[_told(row, code) for code in codes] for row in robustness],
            texttemplate="%{text}",
            textfont={"size": 14, "color": palette()[Colour.TEXT]},
            hoverinfo="skip",
            showscale=False,
            zmin=-1,
            zmax=1,
            colorscale=_three_colours(),
            xgap=2,
            ygap=2,
        )
    )
    drawn.update_xaxes(
        range=[-0.5, len(codes) - 0.5],
        side="top",
        tickvals=list(range(len(codes))),
        ticktext=[wrapped(f"{code}. {area_names[code]}", 14, 5) for code in codes],
        tickangle=0,
        tickfont={"size": 11},
        showgrid=False,
        showline=False,
        ticks="",
    )
    drawn.update_yaxes(
        range=[len(robustness) - 0.5, -0.5],
        tickvals=list(range(len(robustness))),
        ticktext=[
            f"{wrapped(short_name(row), 30)}  <b>{formats.count(row['rank'])}</b>"
            for row in robustness
        ],
        showline=False,
        ticks="",
    )
    drawn.update_layout(margin={"t": 84, "b": 0})
    return drawn


def _without(row: Row) -> dict[str, int]:
    return row["ranks_without_area"] or {}


def _move(row: Row, code: str) -> int | None:
    """1 where the unit would come forward, -1 where it would fall back."""
    rank = _without(row).get(code)
    if rank is None:
        return None
    return int(row["rank"] > rank) - int(row["rank"] < rank)


def _told(row: Row, code: str) -> str:
    rank = _without(row).get(code)
    if rank is None or rank == row["rank"]:
        return formats.count(rank)
    return f"<b>{formats.count(rank)}</b> {'▲' if rank < row['rank'] else '▼'}"


def _three_colours() -> list[list[object]]:
    shown = palette()
    back, still, forward = shown[Colour.LINE], shown[Colour.SURFACE], shown.scale[2]
    third, two_thirds = 1 / 3, 2 / 3
    return [
        [0, back],
        [third, back],
        [third, still],
        [two_thirds, still],
        [two_thirds, forward],
        [1, forward],
    ]
