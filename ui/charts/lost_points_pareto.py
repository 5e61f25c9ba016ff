"""Where points are lost: bars from zero, greatest first, with the share they add up to."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Rows
from ui.charts.labels import wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour

HALF = 0.5  # the bars that make up half of all that is lost are what the sentence speaks of


def lost_points_pareto(lost: Rows) -> go.Figure:
    """`lost`, greatest first: code, name, lost_points, losing_unit_count, share (of all) and
    cumulative_share, both 0 to 1."""
    shown = list(reversed(lost))
    drawn = figure()
    drawn.add_trace(
        go.Bar(
            x=[float(row["lost_points"]) for row in shown],
            y=list(range(len(shown))),
            orientation="h",
            text=[
                text(
                    "chart.lost_label",
                    points=formats.points(row["lost_points"]),
                    share=formats.share(row["cumulative_share"], 0),
                )
                for row in shown
            ],
            textposition="outside",
            marker={
                "color": [
                    palette()[Colour.ACCENT if _opens_half(row) else Colour.OTHERS] for row in shown
                ]
            },
            customdata=[[row["code"]] for row in shown],
            hovertext=[
                f"<b>{wrapped(row['name'], 70, 4)}</b><br>"
                + text("chart.lost_by_units", count=formats.count(row["losing_unit_count"]))
                for row in shown
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        )
    )
    most = max((float(row["lost_points"]) for row in lost), default=1)
    drawn.update_xaxes(range=[0, most * 1.8], showticklabels=False, showgrid=False, showline=False)
    drawn.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[wrapped(row["name"], 46) for row in shown],
        tickfont={"size": 13},
    )
    drawn.update_layout(margin={"t": 0, "b": 0})
    return drawn


def _opens_half(row: object) -> bool:
    return bool(row["cumulative_share"] - row["share"] < HALF)  # type: ignore[index]
