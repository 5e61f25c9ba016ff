"""Units side by side: a row for each area or criterion, a dot for each unit, the group behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import note, wrapped
from ui.escape import for_html
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour

NAMED_AT_MOST = 4  # units with a colour, a shape and their name; more are one crowd
SYMBOLS = ("circle", "square", "diamond", "triangle-up")
SIGNS = ("●", "■", "◆", "▲")  # the same shapes in words
WRITTEN_AT_MOST = 2  # units whose figures stand in columns at the right
COLUMN = 62  # px a column of figures
NAME_LETTERS = 16  # names longer than that stand two to a line
ROOM = 0.12  # of the span, on both sides


def unit_dots(things: Rows, dots: Rows, named: Mapping[str, str]) -> go.Figure:
    """`things`: code, name, median, best (percentages or null), the first at the top; `dots`: code,
    unit_code, unit_name, percent; `named`: codes and names of up to four units that stand out.

    Dots without a percentage are left out, those with `basis` provisional are hollow. Dots do not
    start at zero: distances are read.
    """
    places = {row["code"]: place for place, row in enumerate(reversed(things))}
    shown = [row for row in dots if row["percent"] is not None and row["code"] in places]
    drawn = figure()
    _rails(drawn, shown, places)
    _marks(drawn, things, places, "median", "line-ns", Colour.MEDIAN, text("chart.group"))
    _marks(drawn, things, places, "best", "diamond-open", Colour.MEDIAN, text("chart.best"))
    crowd = [row for row in shown if row["unit_code"] not in named]
    if crowd:
        drawn.add_trace(_dots(crowd, places, 9, palette()[Colour.OTHERS], "circle"))
    for place, code in enumerate(named):
        rows = [row for row in shown if row["unit_code"] == code]
        drawn.add_trace(_dots(rows, places, 13, palette().units[place], SYMBOLS[place]))
    if len(named) <= WRITTEN_AT_MOST:
        _write_figures(drawn, shown, places, [*named])
        drawn.update_layout(margin={"r": 16 + COLUMN * len(named)})
    _name(drawn, named, with_group=any(row["median"] is not None for row in things))
    _axes(drawn, things, shown)
    return drawn


def _dots(rows: Rows, places: Mapping[str, int], size: int, colour: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[row["percent"] for row in rows],
        y=[places[row["code"]] for row in rows],
        mode="markers",
        marker={
            "size": size,
            "color": colour,
            "symbol": [f"{symbol}-open" if _is_provisional(row) else symbol for row in rows],
            "line": {
                "width": [2 if _is_provisional(row) else 1 for row in rows],
                "color": [
                    colour if _is_provisional(row) else palette()[Colour.BACKGROUND] for row in rows
                ],
            },
        },
        customdata=[[row["unit_code"], row["code"]] for row in rows],
        hovertext=[_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _hover(row: Row) -> str:
    said = [f"<b>{wrapped(row['unit_name'], 60)}</b>", formats.percent(row["percent"], 1)]
    if _is_provisional(row):
        said.append(text("term.basis.provisional"))
    return "<br>".join(said)


def _is_provisional(row: Row) -> bool:
    """Self-assessed points stand in: hollow, as in the ranking."""
    return row.get("basis") == "provisional"


def _rails(drawn: go.Figure, shown: Rows, places: Mapping[str, int]) -> None:
    """From the lowest to the highest dot of each row."""
    across: list[float | None] = []
    down: list[float | None] = []
    for code, place in places.items():
        figures = [row["percent"] for row in shown if row["code"] == code]
        if figures:
            across += [min(figures), max(figures), None]
            down += [place, place, None]
    line = {"color": palette()[Colour.LINE], "width": 3}
    drawn.add_trace(go.Scatter(x=across, y=down, mode="lines", line=line, hoverinfo="skip"))


def _marks(
    drawn: go.Figure,
    things: Rows,
    places: Mapping[str, int],
    column: str,
    symbol: str,
    colour: Colour,
    word: str,
) -> None:
    rows = [row for row in things if row[column] is not None]
    drawn.add_trace(
        go.Scatter(
            x=[row[column] for row in rows],
            y=[places[row["code"]] for row in rows],
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 15,
                "color": palette()[colour],
                "line": {"width": 2, "color": palette()[colour]},
            },
            hovertext=[f"{word}: {formats.percent(row[column], 1)}" for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        )
    )


def _write_figures(
    drawn: go.Figure, shown: Rows, places: Mapping[str, int], named: Sequence[str]
) -> None:
    """The figures of one or two units in columns at the right, where no dot covers them."""
    for row in shown:
        if row["unit_code"] in named:
            column = named.index(row["unit_code"])
            note(
                drawn,
                formats.percent(row["percent"], 1),
                x=1,
                xref="paper",
                xanchor="right",
                xshift=COLUMN * (column + 1),
                y=places[row["code"]],
                font={"size": 13, "color": palette().units[column]},
            )


def _name(drawn: go.Figure, named: Mapping[str, str], *, with_group: bool) -> None:
    """Which colour and shape is whose, above the rows; and what the marks of the group are."""
    units = [
        f'<span style="color:{colour}"><span style="font-size:19px">{sign}</span> '
        f"<b>{for_html(name)}</b></span>"
        for name, sign, colour in zip(named.values(), SIGNS, palette().units, strict=False)
    ]
    a_line = 2 if max(map(len, named.values()), default=0) > NAME_LETTERS else NAMED_AT_MOST
    lines = ["   ".join(units[start : start + a_line]) for start in range(0, len(units), a_line)]
    if with_group:
        lines.append(f"│ {text('chart.group')}   ◇ {text('chart.best')}")
    note(
        drawn,
        "<br>".join(lines),
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=6,
        align="left",
    )
    drawn.update_layout(margin={"t": 8 + 24 * len(lines), "b": 26})


def _axes(drawn: go.Figure, things: Rows, shown: Rows) -> None:
    figures = [row["percent"] for row in shown] + [
        row[column] for row in things for column in ("median", "best") if row[column] is not None
    ]
    low, high = min(figures, default=0), max(figures, default=100)
    room = max(high - low, 5) * ROOM
    drawn.update_xaxes(ticksuffix="%", nticks=7, range=[low - room, high + room])
    drawn.update_yaxes(
        tickvals=list(range(len(things))),
        ticktext=[wrapped(row["name"], 40) for row in reversed(things)],
        range=[-0.7, len(things) - 0.3],
    )
