"""Ranks before and after a change, a line a unit: who moves stands out."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import a_note, short_name, wrapped, write_notes
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour


def rank_moves(moved: Rows, *, after: str = "weighted_rank") -> go.Figure:
    """`moved`: unit_code, unit_name, rank, and the rank in the column `after`; best is at the top.

    Ranks run from 1 at the left. A unit that stays has one dot.
    """
    shown = sorted(moved, key=lambda row: (row["rank"], row["unit_code"]), reverse=True)
    drawn = figure()
    _lines(drawn, shown, after)
    for column, colour in (("rank", Colour.OTHERS), (after, Colour.ACCENT)):
        drawn.add_trace(
            go.Scatter(
                x=[row[column] for row in shown],
                y=list(range(len(shown))),
                mode="markers",
                marker={
                    "size": 14 if column == "rank" else 11,
                    "color": [_colour(row, after, column, colour) for row in shown],
                },
                customdata=[
                    [row["unit_code"], formats.rank(row["rank"]), formats.rank(row[after])]
                    for row in shown
                ],
                hovertext=[wrapped(row["unit_name"], 60) for row in shown],
                hovertemplate=(
                    "<b>%{hovertext}</b><br>%{customdata[1]} → %{customdata[2]}<extra></extra>"
                ),
                cliponaxis=False,
            )
        )
    last = max((row[column] for row in shown for column in ("rank", after)), default=1)
    drawn.update_xaxes(range=[0.4, last + 0.9], dtick=max(1, round(last / 12)), tick0=1)
    drawn.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[wrapped(short_name(row), 34) for row in shown],
        range=[-0.7, len(shown) - 0.1],
    )
    drawn.update_layout(margin={"t": 22, "b": 26})
    return drawn


def _colour(row: Row, after: str, column: str, colour: Colour) -> str:
    is_still = row["rank"] == row[after]
    return palette()[Colour.OTHERS if is_still and column == after else colour]


def _lines(drawn: go.Figure, shown: Rows, after: str) -> None:
    """From the rank before to the rank after, with how many places between."""
    across: list[float | None] = []
    down: list[float | None] = []
    notes: list[dict[str, object]] = []
    for place, row in enumerate(shown):
        across += [row["rank"], row[after], None]
        down += [place, place, None]
        gain = row["rank"] - row[after]
        if gain:
            key = "chart.places_up" if gain > 0 else "chart.places_down"
            notes.append(
                a_note(
                    text(key, count=formats.count(abs(gain))),
                    x=row[after],
                    y=place,
                    xshift=-12 if gain > 0 else 12,
                    xanchor="right" if gain > 0 else "left",
                    font={"size": 13, "color": palette()[Colour.TEXT]},
                )
            )
    write_notes(drawn, notes)
    line = {"color": palette()[Colour.LINE], "width": 4}
    drawn.add_trace(go.Scatter(x=across, y=down, mode="lines", line=line, hoverinfo="skip"))
