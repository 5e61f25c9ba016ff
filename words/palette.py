"""The one place with colours: by meaning, for screen and paper, light and dark.

Blue, teal, amber and grey stay apart under the common kinds of colour blindness, and each also
differs in lightness. Red is kept for what needs action.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """What a colour says."""

    BACKGROUND = "background"
    SURFACE = "surface"  # tiles, the navigation, table heads
    LINE = "line"
    TEXT = "text"
    MUTED = "muted"  # captions and axis labels
    ACCENT = "accent"  # what the sentence speaks of
    OTHERS = "others"  # everything it does not speak of
    MEDIAN = "median"
    LOST = "lost"
    PLANNED = "planned"
    CLAIMED = "claimed"  # a unit says so
    PROVED = "proved"  # an inspection or the points say so
    NEEDS_ACTION = "needs_action"
    ILLUSTRATION = "illustration"  # the mark on invented data


@dataclass(frozen=True, slots=True)
class Palette:
    """One dress of the colours; `scale` runs from the least to the greatest figure, `units` tells
    up to four units apart that a reader puts side by side."""

    is_dark: bool
    colours: Mapping[Colour, str]
    areas: Mapping[str, str]
    scale: tuple[str, ...]
    units: tuple[str, str, str, str]

    def __getitem__(self, meaning: Colour) -> str:
        return self.colours[meaning]


LIGHT = Palette(
    is_dark=False,
    colours={
        Colour.BACKGROUND: "#ffffff",
        Colour.SURFACE: "#f3f6f9",
        Colour.LINE: "#d7dee6",
        Colour.TEXT: "#17242f",
        Colour.MUTED: "#53626f",
        Colour.ACCENT: "#12508a",
        Colour.OTHERS: "#a3b4c4",
        Colour.MEDIAN: "#53626f",
        Colour.LOST: "#7d8d9b",
        Colour.PLANNED: "#8fb2d3",
        Colour.CLAIMED: "#c47f00",
        Colour.PROVED: "#0b7a6b",
        Colour.NEEDS_ACTION: "#b4232a",
        Colour.ILLUSTRATION: "#8a5a00",
    },
    areas={
        "direction": "#12508a",
        "institutions": "#3d8fc4",
        "procedures": "#0b7a6b",
        "apparatus": "#6aa84f",
        "civil_service": "#c47f00",
        "public_finance": "#8c6d46",
        "digital_government": "#7b5ea7",
        "impact": "#53626f",
    },
    scale=("#f0f5fa", "#d6e4f1", "#b7d1e8", "#94bde0", "#2f6fa8", "#0f406f"),
    units=("#12508a", "#c47f00", "#0b7a6b", "#7b5ea7"),
)

DARK = Palette(
    is_dark=True,
    colours={
        Colour.BACKGROUND: "#111a22",
        Colour.SURFACE: "#1a2630",
        Colour.LINE: "#33434f",
        Colour.TEXT: "#e8eef3",
        Colour.MUTED: "#a5b4c0",
        Colour.ACCENT: "#7db8ea",
        Colour.OTHERS: "#5a6c7a",
        Colour.MEDIAN: "#a5b4c0",
        Colour.LOST: "#7f909d",
        Colour.PLANNED: "#4f7ea8",
        Colour.CLAIMED: "#f2bd5c",
        Colour.PROVED: "#35a793",
        Colour.NEEDS_ACTION: "#ff8f8a",
        Colour.ILLUSTRATION: "#f0c060",
    },
    areas={
        "direction": "#7db8ea",
        "institutions": "#4f9fd6",
        "procedures": "#4fc3ae",
        "apparatus": "#93cf78",
        "civil_service": "#e3a73c",
        "public_finance": "#c2a173",
        "digital_government": "#b29be0",
        "impact": "#a5b4c0",
    },
    scale=("#1c2a36", "#213d53", "#275273", "#2d6890", "#9cc9ee", "#d3e8fa"),
    units=("#7db8ea", "#e3a73c", "#4fc3ae", "#b29be0"),
)

FONT = "Be Vietnam Pro"
FONT_FALLBACK = "sans-serif"


def tinted(colour: str, share: float) -> str:
    """The colour on white paper, thinned to a share of itself: '#rrggbb'."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
