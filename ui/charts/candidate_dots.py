"""Units by how far they stand out in each area; the line is where standing out begins."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import note, short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text, word_for
from words.palette import Colour

LOWEST = -4  # far below, how far says nothing about models: such dots stand at the edge
COLOURS = {
    "candidate": Colour.PROVED,
    "promising": Colour.CLAIMED,
    "not_supported": Colour.OTHERS,
}


def candidate_dots(judged: Rows, *, threshold: float) -> go.Figure:
    """`judged`: unit_code, unit_name, area_code, area_name, robust_z, result."""
    shown = [row for row in judged if row["robust_z"] is not None]
    areas = list(dict.fromkeys(row["area_code"] for row in judged))
    names = {row["area_code"]: row["area_name"] for row in judged}
    drawn = figure()
    drawn.add_vline(
        x=threshold, line={"color": palette()[Colour.MEDIAN], "dash": "dot", "width": 1.5}
    )
    note(
        drawn,
        text("chart.stands_out_from", value=formats.number(threshold)),
        x=threshold,
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="left",
    )
    sides = _sides(shown)
    for result in ("not_supported", "promising", "candidate"):
        rows = [row for row in shown if row["result"] == result]
        drawn.add_trace(_dots(rows, areas, result, sides))
    drawn.update_xaxes(
        title_text=text("chart.robust_z"), zeroline=True, zerolinecolor=palette()[Colour.LINE]
    )
    drawn.update_yaxes(
        tickvals=list(range(len(areas))),
        ticktext=[wrapped(names[code], 34) for code in areas],
        range=[len(areas) - 0.4, -0.6],
    )
    drawn.update_layout(margin={"t": 24, "b": 48})
    return drawn


def _sides(shown: Rows) -> dict[tuple[str, str], str]:
    """Names of neighbours in an area stand above and below by turns."""
    named = sorted(
        (row for row in shown if row["result"] != "not_supported"),
        key=lambda row: (row["area_code"], row["robust_z"]),
    )
    return {
        (row["unit_code"], row["area_code"]): "top center" if place % 2 == 0 else "bottom center"
        for place, row in enumerate(named)
    }


def _dots(
    rows: Rows, areas: list[str], result: str, sides: dict[tuple[str, str], str]
) -> go.Scatter:
    is_quiet = result == "not_supported"
    return go.Scatter(
        x=[max(row["robust_z"], LOWEST) for row in rows],
        y=[areas.index(row["area_code"]) for row in rows],
        mode="markers" if is_quiet else "markers+text",
        text=[wrapped(short_name(row), 30, 1) for row in rows],
        textposition=[
            sides.get((row["unit_code"], row["area_code"]), "top center") for row in rows
        ],
        textfont={"size": 12},
        marker={
            "size": 9 if is_quiet else 14,
            "opacity": 0.6 if is_quiet else 1,
            "color": palette()[COLOURS[result]],
            "symbol": [_symbol(row, result) for row in rows],
            "line": {"width": 2 if result == "promising" else 0},
        },
        customdata=[[row["unit_code"], row["area_code"]] for row in rows],
        hovertext=[_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _symbol(row: Row, result: str) -> str:
    if row["robust_z"] < LOWEST:
        return "triangle-left"
    return "circle-open" if result == "promising" else "circle"


def _hover(row: Row) -> str:
    return "<br>".join(
        (
            f"<b>{wrapped(row['unit_name'], 60)}</b>",
            wrapped(row["area_name"], 60),
            f"{word_for('term.result', row['result'])} · z = {formats.number(row['robust_z'])}",
        )
    )
