"""How many of each, and of which sort: bars from zero, the gravest sort first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.rows import Rows
from ui.charts.labels import note, wrapped
from ui.theme import figure, palette
from words import formats
from words.palette import Colour

ROOM_FOR_TOTAL = 1.12  # of the longest bar


@dataclass(frozen=True, slots=True)
class Sort:
    """One part of the bars: its column, the word for it, its colour."""

    column: str
    word: str
    colour: Colour


def stacked_counts(things: Rows, sorts: Sequence[Sort]) -> go.Figure:
    """`things`: code, name and a count for each sort, greatest first; counts stand in the bars.

    A click gives the code.
    """
    shown = list(reversed(things))
    drawn = figure()
    used = [sort for sort in sorts if any(row[sort.column] for row in things)]
    for sort in used:
        drawn.add_trace(
            go.Bar(
                name=sort.word,
                x=[row[sort.column] for row in shown],
                y=list(range(len(shown))),
                orientation="h",
                marker={
                    "color": palette()[sort.colour],
                    "line": {"color": palette()[Colour.BACKGROUND], "width": 1},
                },
                text=[formats.count(row[sort.column]) if row[sort.column] else "" for row in shown],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                customdata=[[row["code"]] for row in shown],
                hovertext=[
                    f"<b>{wrapped(row['name'], 60)}</b><br>"
                    f"{sort.word}: {formats.count(row[sort.column])}"
                    for row in shown
                ],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
    totals = [sum(row[sort.column] for sort in used) for row in shown]
    for place, total in enumerate(totals):
        words = f"<b>{formats.count(total)}</b>"
        note(drawn, words, x=total, y=place, xanchor="left", xshift=8)
    _key(drawn, used)
    most = max(totals, default=1)
    drawn.update_xaxes(
        range=[0, most * ROOM_FOR_TOTAL], showticklabels=False, showgrid=False, showline=False
    )
    drawn.update_yaxes(
        tickvals=list(range(len(shown))), ticktext=[wrapped(row["name"], 40) for row in shown]
    )
    drawn.update_layout(barmode="stack", bargap=0.3, margin={"t": 30, "b": 0})
    return drawn


def _key(drawn: go.Figure, sorts: Sequence[Sort]) -> None:
    words = "   ".join(
        f"<span style='color:{palette()[sort.colour]}'>■</span> {sort.word}" for sort in sorts
    )
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "paper"}
    note(drawn, words, **place, yanchor="bottom", yshift=4, align="left")
