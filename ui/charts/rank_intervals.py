"""Where each unit's rank could lie: thick for most draws, thin for any weights, a dot for now."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import note, short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour

KEY_LETTERS = 60  # a line of the key: it must fit beside long names on a projector
SPANS = (
    ("rank_best", "rank_worst", 3, Colour.OTHERS),
    ("rank_low", "rank_high", 9, Colour.PLANNED),
)


def rank_intervals(robustness: Rows) -> go.Figure:
    """`robustness`: rows of `show robustness` of one group; best is at the top, rank 1 left."""
    shown = sorted(robustness, key=lambda row: (row["rank"], row["unit_code"]), reverse=True)
    drawn = figure()
    for low, high, width, colour in SPANS:
        _spans(drawn, shown, low, high, {"width": width, "color": palette()[colour]})
    drawn.add_trace(
        go.Scatter(
            x=[row["rank"] for row in shown],
            y=list(range(len(shown))),
            mode="markers",
            marker={"size": 12, "color": palette()[Colour.ACCENT]},
            customdata=[[row["unit_code"], _hover(row)] for row in shown],
            hovertemplate="%{customdata[1]}<extra></extra>",
            cliponaxis=False,
        )
    )
    last = max((row["unit_count"] for row in shown), default=1)
    drawn.update_xaxes(range=[0.4, last + 0.6], dtick=max(1, round(last / 12)), tick0=1)
    drawn.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[wrapped(short_name(row), 34) for row in shown],
        range=[-0.7, len(shown) - 0.3],
    )
    note(
        drawn,
        wrapped(text("chart.interval_key"), KEY_LETTERS, 2),
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        align="left",
    )
    drawn.update_layout(margin={"t": 44, "b": 26})
    return drawn


def _spans(drawn: go.Figure, shown: Rows, low: str, high: str, line: dict[str, object]) -> None:
    across: list[float | None] = []
    down: list[float | None] = []
    for place, row in enumerate(shown):
        if row[low] is not None and row[high] is not None:
            across += [row[low], row[high], None]
            down += [place, place, None]
    drawn.add_trace(go.Scatter(x=across, y=down, mode="lines", line=line, hoverinfo="skip"))


def _hover(row: Row) -> str:
    return "<br>".join(
        (
            f"<b>{wrapped(row['unit_name'], 60)}</b>",
            formats.rank(row["rank"], row["unit_count"]),
            text(
                "chart.drawn_ranks",
                low=formats.count(row["rank_low"]),
                high=formats.count(row["rank_high"]),
            ),
            text(
                "chart.any_ranks",
                best=formats.count(row["rank_best"]),
                worst=formats.count(row["rank_worst"]),
            ),
        )
    )
