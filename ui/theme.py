"""How it looks: one plotly template and one style sheet, both from the palette."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from words.catalogue import Language, language
from words.palette import DARK, FONT, FONT_FALLBACK, LIGHT, Colour, Palette

STATIC = Path(__file__).parent / "static"
FONT_SIZE = 15  # px in charts; the page itself uses 17
SEPARATORS = {Language.VIETNAMESE: ",.", Language.ENGLISH: ".,"}
UNSAFE = frozenset('\\"\n\r\f<>&')  # in a quoted string of a style sheet
TITLE_SPACE = 92  # px kept above a chart for its title, which the page shows as text instead
CAPTION_SPACE = 56  # px kept below for the release


def palette() -> Palette:
    """Light or dark, as the reader's browser shows the page."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def apply_style() -> None:
    """The style sheet on this page, with the palette as its variables."""
    shown = palette()
    variables = "".join(f"--{meaning}: {value};" for meaning, value in shown.colours.items())
    variables += f"--title-space: {TITLE_SPACE}px;"
    st.html(f"<style>:root {{{variables}}}\n{_style_sheet()}</style>")


def apply_presentation(message: str) -> None:
    """Large type and no chrome, for a room; `message` is what the screen keeps: words or chart."""
    sheets = "\n".join(_style_sheet(name) for name in ("present.css", f"present_{message}.css"))
    st.html(f"<style>{sheets}</style>")


def mark_paper(line: str) -> None:
    """The line stands in the foot of every printed page, with the page's number."""
    quoted = "".join(f"\\{ord(sign):x} " if sign in UNSAFE else sign for sign in line)
    boxes = (
        f'@bottom-left {{ content: "{quoted}"; font-size: 8pt; width: 85%; text-align: left; }}'
        "@bottom-right { content: counter(page); font-size: 8pt; }"
    )
    st.html(f"<style>@page {{ {boxes} }}</style>")


@lru_cache(maxsize=4)
def _style_sheet(name: str = "style.css") -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def figure() -> go.Figure:
    """An empty figure in our dress, in the reader's language and light."""
    return go.Figure(layout={"template": template(palette(), language())})


@lru_cache(maxsize=4)
def _template(is_dark: bool, spoken: Language) -> go.layout.Template:  # noqa: FBT001 - cache key
    shown = DARK if is_dark else LIGHT
    axis = {
        "gridcolor": shown[Colour.LINE],
        "linecolor": shown[Colour.LINE],
        "tickfont": {"color": shown[Colour.MUTED]},
        "title": {"font": {"color": shown[Colour.MUTED], "size": FONT_SIZE - 2}},
        "zeroline": False,
        "automargin": True,
        "tickangle": 0,
        "fixedrange": True,
    }
    layout = go.Layout(
        font={
            "family": f"{FONT}, {FONT_FALLBACK}",
            "size": FONT_SIZE,
            "color": shown[Colour.TEXT],
        },
        paper_bgcolor=shown[Colour.BACKGROUND],
        plot_bgcolor=shown[Colour.BACKGROUND],
        separators=SEPARATORS[spoken],
        colorway=list(shown.areas.values()),
        margin={"l": 8, "r": 16, "t": TITLE_SPACE, "b": CAPTION_SPACE, "pad": 6},
        title={"x": 0, "xanchor": "left", "y": 1, "yanchor": "top", "pad": {"t": 26, "l": 8}},
        title_font={"size": FONT_SIZE + 2, "weight": 700},
        xaxis=axis,
        yaxis={**axis, "showgrid": False},
        showlegend=False,
        hoverlabel={
            "bgcolor": shown[Colour.SURFACE],
            "bordercolor": shown[Colour.LINE],
            "font": {"color": shown[Colour.TEXT], "size": FONT_SIZE - 1},
            "align": "left",
        },
        dragmode=False,
        bargap=0.35,
    )
    return go.layout.Template(layout=layout)


def template(shown: Palette, spoken: Language) -> go.layout.Template:
    """The plotly template: font, margins, separators ('1.234,56' in Vietnamese)."""
    return _template(shown.is_dark, spoken)
