"""All units of a year on one axis, a row for each ranking group, first and last named."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.palette import Colour


def group_strips(standing: Rows, medians: dict[str, float]) -> go.Figure:
    """`standing`: unit_code, unit_name, ranking_group, ranking_percent, rank; medians by group."""
    shown = [row for row in standing if row["ranking_percent"] is not None]
    groups = list(dict.fromkeys(row["ranking_group"] for row in shown))
    drawn = figure()
    for place, group in enumerate(groups):
        rows = [row for row in shown if row["ranking_group"] == group]
        drawn.add_trace(_dots(rows, place))
        _name_ends(drawn, rows, place)
        if (median := medians.get(group)) is not None:
            drawn.add_shape(
                type="line",
                x0=median,
                x1=median,
                y0=place - 0.22,
                y1=place + 0.22,
                line={"color": palette()[Colour.MEDIAN], "width": 2},
            )
    drawn.update_xaxes(ticksuffix="%", nticks=8)
    drawn.update_yaxes(
        tickvals=list(range(len(groups))),
        ticktext=[wrapped(group, 16) for group in groups],
        range=[len(groups) - 0.4, -0.6],
    )
    drawn.update_layout(margin={"t": 0, "b": 26})
    return drawn


def _dots(rows: Rows, place: int) -> go.Scatter:
    best = min((row["rank"] for row in rows if row["rank"] is not None), default=None)
    leads = [best is not None and row["rank"] == best for row in rows]
    return go.Scatter(
        x=[row["ranking_percent"] for row in rows],
        y=[place] * len(rows),
        mode="markers",
        marker={
            "size": [15 if lead else 11 for lead in leads],
            "color": [palette()[Colour.ACCENT if lead else Colour.OTHERS] for lead in leads],
            "opacity": 0.9,
            "line": {"width": 1, "color": palette()[Colour.BACKGROUND]},
        },
        customdata=[[row["unit_code"], formats.rank(row["rank"], len(rows))] for row in rows],
        text=[formats.percent(row["ranking_percent"]) for row in rows],
        hovertext=[wrapped(row["unit_name"], 60) for row in rows],
        hovertemplate="<b>%{hovertext}</b><br>%{text} · %{customdata[1]}<extra></extra>",
        cliponaxis=False,
    )


def _name_ends(drawn: go.Figure, rows: Rows, place: int) -> None:
    ordered = sorted(rows, key=lambda row: row["ranking_percent"])
    ends: list[tuple[Row, str, int]] = [(ordered[-1], "right", -22)]
    if len(ordered) > 1:
        ends.append((ordered[0], "left", 22))
    for row, anchor, shift in ends:
        drawn.add_annotation(
            x=row["ranking_percent"],
            y=place,
            yshift=-shift,
            xanchor=anchor,
            text=f"{wrapped(short_name(row), 40, 1)} {formats.percent(row['ranking_percent'])}",
            showarrow=False,
            font={"size": 13},
        )
