"""From points lost to points regained: how much goes on at each step, and how much stops there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.remediation_parts import CONTRADICTED, ON, STOPPED
from analysis.rows import Row, Rows
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
PALE = 0.4  # what stops at a step beside what goes on
ROOM = 1.6  # of the longest bar: words stand behind it


@dataclass(frozen=True, slots=True)
class Part:
    """A part of every step's bar: how long it is, and how it looks."""

    name: str
    points: Callable[[Row], float]
    is_pale: bool = False
    is_against: bool = False


PARTS = (
    Part(ON, lambda row: float(row["points"] - row["points_at_step"])),
    Part(
        STOPPED,
        lambda row: float(row["points_at_step"] - row["contradicted_points"]),
        is_pale=True,
    ),
    Part(CONTRADICTED, lambda row: float(row["contradicted_points"]), is_against=True),
)


def remediation_steps(steps: Rows) -> go.Figure:
    """`steps`: step, points (of all that came at least so far), share (of all lost),
    points_at_step and contradicted_points (of what stops there), widest first.

    What goes on is solid, what stops is pale; what was reported or verified though no points came
    back is hatched red. The last step's own points have arrived: they are solid.
    """
    shown = list(reversed(steps))
    drawn = figure()
    for part in PARTS:
        drawn.add_trace(_bars(shown, part))
    _label(drawn, shown)
    most = max((float(row["points"]) for row in steps), default=1)
    drawn.update_xaxes(range=[0, most * ROOM], showticklabels=False, showgrid=False, showline=False)
    drawn.update_layout(barmode="stack", bargap=0.28, margin={"t": 0, "b": 0})
    return drawn


def _bars(shown: Rows, part: Part) -> go.Bar:
    colours = [Colour.NEEDS_ACTION if part.is_against else COLOURS[row["step"]] for row in shown]
    return go.Bar(
        x=[part.points(row) for row in shown],
        y=[text(f"chart.step.{row['step']}") for row in shown],
        orientation="h",
        marker={
            "color": [palette()[colour] for colour in colours],
            "opacity": [
                PALE if part.is_pale and row["step"] != "recovered" else 1.0 for row in shown
            ],
            "pattern": {"shape": "/" if part.is_against else "", "fgopacity": 0.5},
        },
        customdata=[[row["step"], part.name] for row in shown],
        hovertext=[_hover(row, part) for row in shown],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _hover(row: Row, part: Part) -> str:
    name = "arrived" if row["step"] == "recovered" else part.name
    return text(f"chart.step_part.{name}", points=formats.points(part.points(row)))


def _label(drawn: go.Figure, shown: Rows) -> None:
    for row in shown:
        words = text(
            "chart.step_label",
            points=formats.points(row["points"]),
            share=formats.share(row["share"], 0),
        )
        if row["points_at_step"] and row["step"] != "recovered":
            words += "<br>" + text(
                "chart.step_stopped", points=formats.points(row["points_at_step"])
            )
        if row["contradicted_points"]:
            against = text(
                "chart.step_contradicted", points=formats.points(row["contradicted_points"])
            )
            words += f", <span style='color:{palette()[Colour.NEEDS_ACTION]}'>{against}</span>"
        drawn.add_annotation(
            x=float(row["points"]),
            y=text(f"chart.step.{row['step']}"),
            text=words,
            xanchor="left",
            xshift=8,
            align="left",
            showarrow=False,
        )
