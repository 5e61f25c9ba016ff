"""How far each unit moved since the year before, from zero, greatest gain at the top."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Rows
from ui.charts.labels import short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.palette import Colour


def change_bars(changes: Rows, *, noise_floor: float | None) -> go.Figure:
    """`changes`: unit_code, unit_name, index_change (percentage points), rank, rank_before.

    The band is the noise floor: changes within it are as large as half of the group's.
    """
    shown = sorted(changes, key=lambda row: row["index_change"])
    figures = [row["index_change"] for row in shown]
    drawn = figure()
    if noise_floor is not None:
        drawn.add_vrect(
            x0=-noise_floor,
            x1=noise_floor,
            fillcolor=palette()[Colour.LINE],
            opacity=0.5,
            line_width=0,
            layer="below",
        )
    drawn.add_trace(
        go.Bar(
            x=figures,
            y=[wrapped(short_name(row), 34) for row in shown],
            orientation="h",
            text=[formats.signed(value) for value in figures],
            textposition="outside",
            marker={
                "color": [
                    palette()[Colour.ACCENT if value >= 0 else Colour.CLAIMED] for value in figures
                ]
            },
            customdata=[
                [row["unit_code"], formats.rank(row["rank_before"]), formats.rank(row["rank"])]
                for row in shown
            ],
            hovertemplate=(
                "<b>%{y}</b><br>%{text}<br>%{customdata[1]} → %{customdata[2]}<extra></extra>"
            ),
            cliponaxis=False,
        )
    )
    reach = max((abs(value) for value in figures), default=1) * 1.25
    low = -reach if min(figures, default=0) < 0 else 0
    drawn.update_xaxes(range=[low, reach], zeroline=True, zerolinecolor=palette()[Colour.MEDIAN])
    drawn.update_layout(margin={"t": 0, "b": 26})
    return drawn
