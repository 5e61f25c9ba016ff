"""From year to year on what can be compared: a panel for each pair of years, a line for each unit.

Each panel stands on the links between its own two years; lines never run on into the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour

WIDTH = 0.72  # of a panel's share of the axis
NAMES = 205  # px at the right for names
APART = 0.055  # of the span: names nearer than that would cover each other


def slope_lines(changes: Rows, named: Mapping[str, str]) -> go.Figure:
    """`changes`: year, unit_code, unit_name, percent_before, percent, is_beyond_noise.

    Units in `named` are coloured and named at the end of their last line; without any, those that
    moved beyond the noise floor stand out from the others.
    """
    years = sorted({row["year"] for row in changes})
    drawn = figure()
    for row in sorted(changes, key=lambda row: row["unit_code"] in named):
        drawn.add_trace(_line(row, years.index(row["year"]), named))
    _name_ends(drawn, [row for row in changes if row["year"] == years[-1]], len(years), named)
    places = [place + end for place in range(len(years)) for end in (0, WIDTH)]
    drawn.update_xaxes(
        range=[-0.08, len(years) - 1 + WIDTH + 0.02],
        tickvals=places,
        ticktext=[formats.plain_year(year - 1 + end) for year in years for end in (0, 1)],
        side="top",
        showgrid=True,
    )
    drawn.update_yaxes(ticksuffix="%", nticks=7, showgrid=False)
    drawn.update_layout(margin={"t": 26, "b": 8, "r": NAMES})
    return drawn


def _line(row: Row, place: int, named: Mapping[str, str]) -> go.Scatter:
    colour, width = _dress(row, named)
    change = formats.percent_points(row["index_change"])
    before, now = formats.percent(row["percent_before"]), formats.percent(row["percent"])
    said = f"<b>{wrapped(row['unit_name'], 60)}</b><br>{before} → {now}<br>{change}"
    if row["is_beyond_noise"] is not None:
        said += f"<br>{text('chart.beyond' if row['is_beyond_noise'] else 'chart.within')}"
    return go.Scatter(
        x=[place, place + WIDTH],
        y=[row["percent_before"], row["percent"]],
        mode="lines+markers",
        line={"color": colour, "width": width, "dash": None},
        marker={"size": 8, "color": colour},
        customdata=[[row["unit_code"]]] * 2,
        hovertext=[said, said],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _dress(row: Row, named: Mapping[str, str]) -> tuple[str, float]:
    if row["unit_code"] in named:
        return palette().units[[*named].index(row["unit_code"])], 3.5
    if not named and row["is_beyond_noise"]:
        return palette()[Colour.ACCENT if row["index_change"] > 0 else Colour.CLAIMED], 2.5
    return palette()[Colour.OTHERS], 1.5


def _name_ends(drawn: go.Figure, last: Rows, panels: int, named: Mapping[str, str]) -> None:
    """Names beside the last line, pushed apart where they would cover each other."""
    figures = [row[column] for row in last for column in ("percent", "percent_before")]
    span = max(max(figures, default=100) - min(figures, default=0), 1)
    rows = sorted((row for row in last if _is_named(row, named)), key=lambda row: row["percent"])
    heights = _apart([row["percent"] for row in rows], span * APART)
    for row, height in zip(rows, heights, strict=True):
        name = named.get(row["unit_code"]) or str(row.get("short_name") or row["unit_name"])
        drawn.add_annotation(
            x=panels - 1 + WIDTH,
            y=height,
            xanchor="left",
            xshift=12,
            showarrow=False,
            text=f"{wrapped(name, 26, 1)} {formats.percent(row['percent'], 1)}",
            font={"size": 12, "color": _dress(row, named)[0]},
        )


def _is_named(row: Row, named: Mapping[str, str]) -> bool:
    return row["unit_code"] in named or (not named and bool(row["is_beyond_noise"]))


def _apart(figures: Sequence[float], least: float) -> list[float]:
    """The figures, each at least so far above the one before; the whole stays centred."""
    placed: list[float] = []
    for value in figures:
        placed.append(max(value, placed[-1] + least) if placed else value)
    shift = (sum(placed) - sum(figures)) / len(placed) if placed else 0
    return [value - shift for value in placed]
