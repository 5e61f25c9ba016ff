"""How far each thing is put right: proved, claimed, planned, nothing; bars from zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import plotly.graph_objects as go

from analysis.rows import Row, Rows
from ui.charts.labels import wrapped, write_notes
from ui.theme import figure, palette
from words import formats
from words.catalogue import text
from words.palette import Colour

LEGEND_SPACE = 20  # px above the bars, for each line of the legend
LEGEND_LINE = 2  # parts a line: it must fit beside long names
NAME_WIDTH = 32  # letters a line
ROOM = 1.75  # of the longest bar: words stand behind it, also beside long names
HATCHED = "claimed"  # here the contradicted part is set apart


@dataclass(frozen=True, slots=True)
class Measure:
    """What the bars measure: points or numbers, by the ending of the fields, and how it reads."""

    ending: str
    total: str
    say: Callable[[float], str]


POINTS = Measure("points", "lost_points", formats.points)
FINDINGS = Measure("count", "finding_count", lambda value: formats.count(int(value)))
PARTS = (
    ("proved", Colour.PROVED),
    ("claimed", Colour.CLAIMED),
    ("contradicted", Colour.NEEDS_ACTION),
    ("planned", Colour.PLANNED),
    ("nothing", Colour.LOST),
)


def evidence_parts(things: Rows, measure: Measure) -> go.Figure:
    """`things`: code, name, proved_share, and for each of PARTS a field with the measure's ending
    (contradicted, a part of claimed, may be absent); the first thing stands at the top."""
    shown = list(reversed(things))
    drawn = figure()
    parts = [part for part in PARTS if any(_amount(row, part[0], measure) for row in shown)]
    for name, colour in parts:
        drawn.add_trace(_bars(shown, name, colour, measure))
    most = max((float(row[measure.total]) for row in shown), default=1)
    _label(drawn, shown, measure)
    _legend(drawn, parts)
    drawn.update_xaxes(range=[0, most * ROOM], showticklabels=False, showgrid=False, showline=False)
    drawn.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[wrapped(row["name"], NAME_WIDTH) for row in shown],
        tickfont={"size": 13},
    )
    lines = ceil(len(parts) / LEGEND_LINE)
    drawn.update_layout(barmode="stack", bargap=0.3, margin={"t": lines * LEGEND_SPACE, "b": 0})
    return drawn


def _amount(row: Row, name: str, measure: Measure) -> float:
    against = float(row.get(f"contradicted_{measure.ending}") or 0)
    amount = float(row.get(f"{name}_{measure.ending}") or 0)
    return amount - against if name == HATCHED else amount


def _bars(shown: Rows, name: str, colour: Colour, measure: Measure) -> go.Bar:
    word = text(f"chart.evidence.{name}")
    amounts = [_amount(row, name, measure) for row in shown]
    return go.Bar(
        x=amounts,
        y=list(range(len(shown))),
        orientation="h",
        marker={
            "color": palette()[colour],
            "pattern": {"shape": "/" if name == "contradicted" else "", "fgopacity": 0.5},
        },
        customdata=[[row["code"], name] for row in shown],
        hovertext=[
            f"<b>{wrapped(row['name'], 60, 3)}</b><br>{word}: {measure.say(amount)}"
            for row, amount in zip(shown, amounts, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _label(drawn: go.Figure, shown: Rows, measure: Measure) -> None:
    words = [
        {
            "x": float(row[measure.total]),
            "y": place,
            "text": text(
                f"chart.evidence_label_{measure.ending}",
                total=measure.say(float(row[measure.total])),
                proved=formats.share(row["proved_share"], 0),
            ),
            "xanchor": "left",
            "xshift": 8,
            "align": "left",
            "showarrow": False,
            "font": {"size": 13},
        }
        for place, row in enumerate(shown)
    ]
    write_notes(drawn, words)


def _legend(drawn: go.Figure, parts: list[tuple[str, Colour]]) -> None:
    """The words behind marks in the colours of their parts, in the order of the bars."""
    marks = [
        f"<span style='color:{palette()[colour]}'>{'▨' if name == 'contradicted' else '■'}</span> "
        f"{text(f'chart.evidence.{name}')}"
        for name, colour in parts
    ]
    lines = [marks[at : at + LEGEND_LINE] for at in range(0, len(marks), LEGEND_LINE)]
    drawn.add_annotation(
        text="<br>".join("   ".join(line) for line in lines),
        align="left",
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        font={"size": 13},
    )
