"""Units × areas: the percentage reached, stronger for less; a click on a cell selects it."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.figure_matrix import colour_steps
from ui.charts.labels import ROW_HEIGHT, short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.reliability import SIGNS

LOWEST = 40  # %: six steps of ten; figures below are in the strongest


def area_heatmap(areas: Rows, units: list[str]) -> go.Figure:
    """`areas`: unit_code, unit_name, area_code, area_name, area_percent, rank, and where they are
    known mark, reliability, reliability_reasons; `units`: the order.

    A cell without a percentage is not applicable or missing, and stays blank with a dash.
    """
    codes = list(dict.fromkeys(row["area_code"] for row in areas))
    cells = {(row["unit_code"], row["area_code"]): row for row in areas}
    names = {row["unit_code"]: short_name(row) for row in areas}
    heads = {row["area_code"]: row["area_name"] for row in areas}
    shown = [unit for unit in units if unit in names]
    drawn = figure()
    drawn.add_trace(_colours(cells, shown, codes))
    drawn.add_trace(_targets(cells, shown, codes))
    # Markers pad the axes and would shift the cells: both ranges are fixed.
    drawn.update_xaxes(
        range=[-0.5, len(codes) - 0.5],
        side="top",
        tickvals=list(range(len(codes))),
        ticktext=[wrapped(heads[code], 14, 5) for code in codes],
        tickangle=0,
        tickfont={"size": 11},
        showgrid=False,
        showline=False,
        ticks="",
    )
    drawn.update_yaxes(
        range=[len(shown) - 0.5, -0.5],
        tickvals=list(range(len(shown))),
        ticktext=[wrapped(names[unit], 30) for unit in shown],
        showline=False,
        ticks="",
    )
    drawn.update_layout(margin={"t": 84, "b": 0})
    return drawn


def _percent(row: Row | None) -> float | None:
    return None if row is None or row["area_percent"] is None else float(row["area_percent"])


def _written(row: Row | None) -> str:
    """The figure, with a sign where it cannot be trusted fully."""
    written = formats.number(_percent(row), 1, fixed=True)
    mark = row.get("mark") if row is not None else None
    return f"{written}{SIGNS[mark]}" if mark in SIGNS else written


def _colours(cells: dict[tuple[str, str], Row], units: list[str], codes: list[str]) -> go.Heatmap:
    grid = [[_percent(cells.get((unit, code))) for code in codes] for unit in units]
    return go.Heatmap(
        z=grid,
        x=list(range(len(codes))),
        y=list(range(len(units))),
        text=[[_written(cells.get((unit, code))) for code in codes] for unit in units],
        texttemplate="%{text}",
        textfont={"size": 14},
        hoverinfo="skip",
        showscale=False,
        hoverongaps=False,
        zmin=LOWEST,
        zmax=100,
        colorscale=colour_steps(tuple(reversed(palette().scale))),
        xgap=2,
        ygap=2,
    )


def _targets(cells: dict[tuple[str, str], Row], units: list[str], codes: list[str]) -> go.Scatter:
    """Invisible squares: heat-map cells deliver no selection, markers do."""
    places = [(x, y) for y in range(len(units)) for x in range(len(codes))]
    rows = [cells.get((units[y], codes[x])) for x, y in places]
    return go.Scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        marker={"symbol": "square", "size": ROW_HEIGHT, "color": "rgba(0,0,0,0)"},
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
        customdata=[[units[y], codes[x]] for x, y in places],
        hovertext=[_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _hover(row: Row | None) -> str:
    if row is None or row["area_percent"] is None:
        return text("chart.no_percent")
    said = [
        f"<b>{wrapped(row['unit_name'], 60)}</b>",
        wrapped(row["area_name"], 60),
        f"{formats.percent(row['area_percent'])} · {formats.rank(row['rank'])}",
    ]
    if row.get("mark"):
        said.append(text("chart.reliability", mark=wrapped(str(row["reliability"]), 60)))
    if row.get("reliability_reasons"):
        said.append(wrapped(str(row["reliability_reasons"]), 60, 4))
    return "<br>".join(said)
