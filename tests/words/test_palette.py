"""Colours that can be read, told apart, and are the same everywhere."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from words.palette import DARK, FONT, LIGHT, Colour

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@BOTH
@pytest.mark.parametrize("meaning", [Colour.TEXT, Colour.MUTED, Colour.ACCENT, Colour.NEEDS_ACTION])
@pytest.mark.parametrize("ground", [Colour.BACKGROUND, Colour.SURFACE])
def test_text_can_be_read_on_every_ground(palette, meaning, ground):
    assert contrast(palette[meaning], palette[ground]) >= 4.5  # WCAG 2.2, 1.4.3


@BOTH
@pytest.mark.parametrize(
    "meaning",
    [Colour.ACCENT, Colour.CLAIMED, Colour.PROVED, Colour.LOST, Colour.NEEDS_ACTION, Colour.MEDIAN],
)
def test_marks_can_be_seen_on_the_ground(palette, meaning):
    assert contrast(palette[meaning], palette[Colour.BACKGROUND]) >= 3  # WCAG 2.2, 1.4.11


@BOTH
def test_units_side_by_side_can_be_seen_and_differ(palette):
    assert len(set(palette.units)) == 4
    for colour in palette.units:
        assert contrast(colour, palette[Colour.BACKGROUND]) >= 3


@BOTH
def test_every_step_of_the_scale_carries_black_or_white_figures(palette):
    for colour in palette.scale:
        assert max(contrast(colour, "#444444"), contrast(colour, "#ffffff")) >= 4.5, colour


@BOTH
def test_the_scale_runs_one_way(palette):
    steps = [luminance(colour) for colour in palette.scale]
    assert all((a < b) is palette.is_dark for a, b in pairwise(steps))


@BOTH
def test_claimed_and_proved_differ_in_lightness_too(palette):
    assert contrast(palette[Colour.CLAIMED], palette[Colour.PROVED]) > 1.25


def test_every_meaning_has_a_colour_in_both_dresses():
    assert set(LIGHT.colours) == set(DARK.colours) == set(Colour)
    assert set(LIGHT.areas) == set(DARK.areas)


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_streamlit_is_told_the_same_colours(name, palette):
    assert CONFIG["theme"][name] == {
        "primaryColor": palette[Colour.ACCENT],
        "backgroundColor": palette[Colour.BACKGROUND],
        "secondaryBackgroundColor": palette[Colour.SURFACE],
        "textColor": palette[Colour.TEXT],
        "borderColor": palette[Colour.LINE],
        "linkColor": palette[Colour.ACCENT],
    }


def test_streamlit_is_told_our_font_and_every_file_of_it_is_there():
    assert CONFIG["theme"]["font"].startswith(FONT)
    faces = CONFIG["theme"]["fontFaces"]
    assert {(face["family"], face["weight"]) for face in faces} == {(FONT, "400"), (FONT, "700")}
    for face in faces:
        file = ROOT / "ui" / "static" / Path(face["url"]).name
        assert face["url"] == f"app/static/{file.name}"
        assert file.exists()
    assert (ROOT / "ui" / "static" / "LICENSE-be-vietnam-pro.txt").exists()


def test_nothing_leaves_the_machine_and_nothing_draws_itself():
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["runner"]["magicEnabled"] is False
    assert CONFIG["client"] == {
        "showErrorDetails": "none",
        "showErrorLinks": False,
        "toolbarMode": "minimal",
    }
    assert CONFIG["server"]["maxUploadSize"] == 60
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert not CONFIG["server"].get("enableAgentApi", False)
