"""What charts write beside their marks: names that wrap, a title, the release at the foot."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from functools import lru_cache

import plotly.graph_objects as go

from analysis.rows import Row
from ui.escape import for_html
from ui.theme import CAPTION_SPACE, TITLE_SPACE, palette
from words.palette import Colour

TITLE_WIDTH = 100  # letters a line at the width of an exported picture
SOURCE_WIDTH = 70  # letters a line: it must fit beside long names on a narrow screen
ROW_HEIGHT = 34  # px a row of a chart that reads downwards


@lru_cache(maxsize=8192)  # names come again in every chart and on every run
def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Text in at most so many lines, escaped; what is left out is shown by an ellipsis."""
    parts = textwrap.wrap(text, width, max_lines=lines, placeholder=" …") or [""]
    return "<br>".join(for_html(part) for part in parts)


def short_name(row: Row) -> str:
    """A unit's short name where the release knows one: space is short in charts."""
    return str(row.get("short_name") or row["unit_name"])


def finish(figure: go.Figure, sentence: str, source: str, *, rows: float) -> go.Figure:
    """The figure with its sentence as title and the release at its foot, `rows` rows high."""
    extra = figure.layout.margin.b or 0
    top = figure.layout.margin.t or 0
    figure.update_layout(
        title_text=wrapped(sentence, TITLE_WIDTH, 3),
        height=round(rows * ROW_HEIGHT) + TITLE_SPACE + CAPTION_SPACE + extra + top,
        margin={"t": TITLE_SPACE + top, "b": CAPTION_SPACE + extra},
    )
    figure.add_annotation(
        name="source",
        text=wrapped(source, SOURCE_WIDTH, 3),
        align="left",
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-extra - 8,
        showarrow=False,
        font={"size": 11, "color": palette()[Colour.MUTED]},
    )
    return figure


def note(figure: go.Figure, text: str, **place: object) -> None:
    """Small words inside the figure, muted, where `place` says."""
    write_notes(figure, [a_note(text, **place)])


def a_note(text: str, **place: object) -> dict[str, object]:
    """The words of a note, muted, where `place` says; `write_notes` puts many in at once."""
    font = {"size": 13, "color": palette()[Colour.MUTED]}
    return {"text": text, "showarrow": False, "font": font, **place}


def write_notes(figure: go.Figure, notes: Sequence[dict[str, object]]) -> None:
    """All the notes are in the figure: one by one, each would have all before it checked anew."""
    figure.layout.annotations = (*figure.layout.annotations, *notes)
