"""Units of one group by index, best at the top, each tied to the group's median."""

from __future__ import annotations

from collections.abc import Collection

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import note, short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour
from words.sentences.scores import measured_words, reduced_words


def ranking_dots(
    standing: Rows, *, median: float | None, highlight: Collection[str] = ()
) -> go.Figure:
    """`standing`: unit_code, unit_name, ranking_percent, rank, is_provisional, of one group.

    Rows without an index are left out. Hollow dots are provisional. Dots do not start at zero:
    what is read is the distance to the median.
    """
    shown = sorted(
        (row for row in standing if row["ranking_percent"] is not None),
        key=lambda row: row["ranking_percent"],
    )
    drawn = figure()
    colours = [_colour(row, highlight) for row in shown]
    names = [wrapped(short_name(row), 34) for row in shown]
    if median is not None:
        _stems(drawn, shown, median)
        drawn.add_vline(
            x=median, line={"color": palette()[Colour.MEDIAN], "width": 1.5, "dash": "dot"}
        )
        note(
            drawn,
            text("chart.group_median", value=formats.percent(median)),
            x=median,
            y=1,
            yref="paper",
            yanchor="bottom",
        )
    drawn.add_trace(
        go.Scatter(
            x=[row["ranking_percent"] for row in shown],
            y=list(range(len(shown))),
            mode="markers+text",
            text=[_figure(row) for row in shown],
            textposition=[
                "middle right" if _right(row, median) else "middle left" for row in shown
            ],
            marker={
                "size": 13,
                "color": [
                    palette()[Colour.BACKGROUND] if row["is_provisional"] else colour
                    for row, colour in zip(shown, colours, strict=True)
                ],
                "line": {"width": 2, "color": colours},
            },
            customdata=[[row["unit_code"], _place(row)] for row in shown],
            hovertext=names,
            hovertemplate="<b>%{hovertext}</b><br>%{text} · %{customdata[1]}<extra></extra>",
            cliponaxis=False,
        )
    )
    _axes(drawn, shown, names)
    return drawn


def _figure(row: Row) -> str:
    """'88,18%', with the maximum behind it where that is less than the set's."""
    written = formats.percent(row["ranking_percent"])
    return f"{written} ({measured_words(row)})" if reduced_words(row) else written


def _place(row: Row) -> str:
    """The rank, with the maximum beside it where that is less than the set's."""
    reduced = reduced_words(row)
    rank = formats.rank(row["rank"])
    return f"{rank} · {reduced}" if reduced else rank


def _right(row: Row, median: float | None) -> bool:
    return median is None or row["ranking_percent"] >= median


def _colour(row: Row, highlight: Collection[str]) -> str:
    is_chosen = not highlight or row["unit_code"] in highlight
    return palette()[Colour.ACCENT if is_chosen else Colour.OTHERS]


def _stems(drawn: go.Figure, shown: Rows, median: float) -> None:
    across: list[float | None] = []
    down: list[float | None] = []
    for place, row in enumerate(shown):
        across += [median, row["ranking_percent"], None]
        down += [place, place, None]
    drawn.add_trace(
        go.Scatter(
            x=across,
            y=down,
            mode="lines",
            line={"color": palette()[Colour.LINE], "width": 2},
            hoverinfo="skip",
        )
    )


def _axes(drawn: go.Figure, shown: Rows, names: list[str]) -> None:
    figures = [row["ranking_percent"] for row in shown]
    low, high = (min(figures), max(figures)) if figures else (0, 100)
    room = max(high - low, 2) * 0.28  # a figure stands beside its dot, also on a projector
    drawn.update_xaxes(range=[low - room, high + room], ticksuffix="%", nticks=6)
    places = [
        f"{name}  <b>{formats.count(row['rank'])}</b>" if row["rank"] is not None else name
        for row, name in zip(shown, names, strict=True)
    ]
    drawn.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=places,
        range=[-0.7, len(shown) - 0.3],
    )
    drawn.update_layout(margin={"t": 22, "b": 26})
