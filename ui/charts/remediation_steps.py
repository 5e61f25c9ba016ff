"""From points lost to points regained: each step holds what came at least so far."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Rows
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour

COLOURS = {
    "lost": Colour.LOST,
    "planned": Colour.PLANNED,
    "reported": Colour.CLAIMED,
    "verified": Colour.PROVED,
    "recovered": Colour.PROVED,
}


def remediation_steps(steps: Rows) -> go.Figure:
    """`steps`: step, points, contradicted_points, share (of all lost), widest first.

    The contradicted part of a step (said or verified, but no points came back) is hatched red.
    """
    shown = list(reversed(steps))
    drawn = figure()
    parts = (
        ([float(r["points"] - r["contradicted_points"]) for r in shown], None),
        ([float(r["contradicted_points"]) for r in shown], Colour.NEEDS_ACTION),
    )
    for lengths, colour in parts:
        drawn.add_trace(
            go.Bar(
                x=lengths,
                y=[text(f"chart.step.{row['step']}") for row in shown],
                orientation="h",
                marker={
                    "color": [palette()[colour or COLOURS[row["step"]]] for row in shown],
                    "pattern": {"shape": "/" if colour else "", "fgopacity": 0.5},
                },
                hoverinfo="skip",
                cliponaxis=False,
            )
        )
    _label(drawn, shown)
    most = max((float(row["points"]) for row in steps), default=1)
    drawn.update_xaxes(range=[0, most * 1.5], showticklabels=False, showgrid=False, showline=False)
    drawn.update_layout(barmode="stack", bargap=0.28, margin={"t": 0, "b": 0})
    return drawn


def _label(drawn: go.Figure, shown: Rows) -> None:
    for row in shown:
        words = text(
            "chart.step_label",
            points=formats.points(row["points"]),
            share=formats.share(row["share"], 0),
        )
        if row["contradicted_points"]:
            against = text(
                "chart.step_contradicted", points=formats.points(row["contradicted_points"])
            )
            words += f"<br><span style='color:{palette()[Colour.NEEDS_ACTION]}'>{against}</span>"
        drawn.add_annotation(
            x=float(row["points"]),
            y=text(f"chart.step.{row['step']}"),
            text=words,
            xanchor="left",
            xshift=8,
            align="left",
            showarrow=False,
        )
