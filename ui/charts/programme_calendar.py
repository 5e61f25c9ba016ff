"""A season as a calendar: a row a unit, weeks across; a unit without a visit says so."""

from __future__ import annotations

import datetime
from collections import defaultdict

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import note, short_name, wrapped
from ui.theme import figure, palette
from words import formats
from words.catalogue import text, word_for
from words.palette import Colour

MARKS = {
    "concluded": ("circle", Colour.PROVED),
    "held": ("circle-open", Colour.PROVED),
    "planned": ("circle-open", Colour.ACCENT),
    "late": ("x", Colour.NEEDS_ACTION),
}
WEEK = 7 * 24 * 3600 * 1000  # ms, plotly's unit of time
A_MONDAY = "2022-01-03"
FIRST_MONTH, LAST_MONTH = 6, 11  # plan 108/KH-UBND: June to November
LATE_IN_SEASON = 0.68  # of the width: from here on, words stand on the left of their mark


def programme_calendar(visits: Rows, *, year: int, as_of: datetime.date) -> go.Figure:
    """`visits`: rows of `show inspections` of one year, with `trouble` (words, '' for none)."""
    units = list(dict.fromkeys(row["unit_code"] for row in visits))
    names = {row["unit_code"]: short_name(row) for row in visits}
    first, last = _season(visits, year)
    drawn = figure()
    known = [row for row in visits if row["inspection_id"] is not None]
    _link(drawn, known, units)
    for state in MARKS:
        drawn.add_trace(_marks([r for r in known if r["state"] == state], state, units))
    _rings(drawn, [row for row in known if row["thematic_lead"]], units)
    _say_trouble(drawn, known, units, first, last)
    for row in visits:
        if row["inspection_id"] is None:
            words = word_for("term.inspection_state", row["state"])
            note(drawn, words, x=first, y=units.index(row["unit_code"]), xanchor="left")
    if first <= as_of <= last:
        _today(drawn, as_of)
    _key(drawn)
    _axes(drawn, units, names, first, last)
    return drawn


def _day(row: Row) -> datetime.date:
    day: datetime.date = row["held_on"] or row["planned_on"]
    return day


def _season(visits: Rows, year: int) -> tuple[datetime.date, datetime.date]:
    """June to November, and a week more on either side of whatever lies outside."""
    week = datetime.timedelta(days=7)
    days = [_day(row) for row in visits if row["inspection_id"] is not None]
    first = datetime.date(year, FIRST_MONTH, 1)
    last = datetime.date(year, LAST_MONTH + 1, 1)
    return min([first, *(day - week for day in days)]), max([last, *(day + week for day in days)])


def _link(drawn: go.Figure, known: Rows, units: list[str]) -> None:
    """From the day planned to the day held; between visits too close to each other."""
    by_unit: dict[str, list[Row]] = defaultdict(list)
    for row in known:
        by_unit[row["unit_code"]].append(row)
    moved = [(row["unit_code"], row["planned_on"], row["held_on"]) for row in known]
    overlapping = [
        (code, _day(one), _day(other))
        for code, rows in by_unit.items()
        for one, other in zip(rows, rows[1:], strict=False)
        if one["overlaps_with"] and other["overlaps_with"]
    ]
    for pairs, colour, width in (
        (moved, Colour.OTHERS, 2),
        (overlapping, Colour.NEEDS_ACTION, 5),
    ):
        across: list[datetime.date | None] = []
        down: list[int | None] = []
        for code, start, end in pairs:
            if start is not None and end is not None:
                across += [start, end, None]
                down += [units.index(code), units.index(code), None]
        line = {"color": palette()[colour], "width": width}
        drawn.add_trace(go.Scatter(x=across, y=down, mode="lines", line=line, hoverinfo="skip"))


def _marks(rows: Rows, state: str, units: list[str]) -> go.Scatter:
    symbol, colour = MARKS[state]
    return go.Scatter(
        name=state,
        x=[_day(row) for row in rows],
        y=[units.index(row["unit_code"]) for row in rows],
        mode="markers",
        marker={
            "size": 11,
            "symbol": symbol,
            "color": palette()[colour],
            "line": {"width": 2, "color": palette()[colour]},
        },
        customdata=[[row["inspection_id"]] for row in rows],
        hovertext=[_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _rings(drawn: go.Figure, combined: Rows, units: list[str]) -> None:
    """A ring around a visit that serves a thematic inspection too."""
    drawn.add_trace(
        go.Scatter(
            name="combined",
            x=[_day(row) for row in combined],
            y=[units.index(row["unit_code"]) for row in combined],
            mode="markers",
            marker={
                "size": 20,
                "symbol": "circle-open",
                "color": palette()[Colour.CLAIMED],
                "line": {"width": 1.5},
            },
            hoverinfo="skip",
            cliponaxis=False,
        )
    )


def _say_trouble(
    drawn: go.Figure, known: Rows, units: list[str], first: datetime.date, last: datetime.date
) -> None:
    ends: dict[str, Row] = {row["unit_code"]: row for row in known}
    for code, row in ends.items():
        said = [r["trouble"] for r in known if r["unit_code"] == code and r["trouble"]]
        if not said:
            continue
        is_late = (_day(row) - first) / (last - first) > LATE_IN_SEASON
        begins = min(_day(r) for r in known if r["unit_code"] == code)
        note(
            drawn,
            "; ".join(dict.fromkeys(said)),
            x=begins if is_late else _day(row),
            y=units.index(code),
            xanchor="right" if is_late else "left",
            xshift=-14 if is_late else 14,
            font={"size": 12, "color": palette()[Colour.NEEDS_ACTION]},
        )


def _today(drawn: go.Figure, as_of: datetime.date) -> None:
    drawn.add_shape(
        type="line",
        x0=as_of,
        x1=as_of,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": palette()[Colour.MEDIAN], "dash": "dot", "width": 1.5},
    )
    note(
        drawn,
        text("chart.as_of", day=formats.date(as_of)),
        x=as_of,
        y=0,
        yref="paper",
        yanchor="bottom",
        xanchor="left",
        xshift=4,
        font={"size": 11, "color": palette()[Colour.MUTED]},
    )


def _key(drawn: go.Figure) -> None:
    """What the marks mean, in one line above the calendar."""
    signs = {"concluded": "●", "held": "○", "planned": "○", "late": "✕"}
    parts = [
        f"<span style='color:{palette()[MARKS[state][1]]}'>{sign}</span> "
        + word_for("term.inspection_state", state)
        for state, sign in signs.items()
    ]
    ring = f"<span style='color:{palette()[Colour.CLAIMED]}'>◎</span> {text('chart.combined')}"
    close = f"<span style='color:{palette()[Colour.NEEDS_ACTION]}'>━</span> {text('chart.close')}"
    note(
        drawn,
        "   ".join((*parts, ring, close)),
        x=1,
        xref="paper",
        xanchor="right",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=26,
    )


def _axes(
    drawn: go.Figure,
    units: list[str],
    names: dict[str, str],
    first: datetime.date,
    last: datetime.date,
) -> None:
    drawn.update_xaxes(
        range=[first, last],
        side="top",
        dtick="M1",
        tickformat="%m/%Y",
        ticklabelmode="period",
        showgrid=True,
        minor={"dtick": WEEK, "tick0": A_MONDAY, "showgrid": True, "griddash": "dot"},
        type="date",
    )
    drawn.update_yaxes(
        range=[len(units) - 0.4, -0.6],
        tickvals=list(range(len(units))),
        ticktext=[wrapped(names[code], 28, 1) for code in units],
        tickfont={"size": 12},
        showgrid=True,
    )
    drawn.update_layout(margin={"t": 56, "b": 0})


def _hover(row: Row) -> str:
    lines = [
        f"<b>{wrapped(row['unit_name'], 60)}</b>",
        word_for("term.inspection_state", row["state"]),
        text("chart.planned_on", day=formats.date(row["planned_on"])),
    ]
    if row["held_on"] is not None:
        lines.append(text("chart.held_on", day=formats.date(row["held_on"])))
    if row["thematic_lead"]:
        lines.append(text("chart.combined_with", lead=wrapped(row["thematic_lead"], 60)))
    return "<br>".join(lines)
