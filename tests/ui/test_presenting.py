"""Presentation mode: which screens there are, and how a chart grows to fill one."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from ui.charts import room
from ui.charts.room import DRAWN_FOR, LARGEST, grown, scale_of
from ui.navigation import ENTRIES
from ui.presenting import SCREENS
from ui.sections.areas_views import VIEWS as AREAS
from ui.sections.compare_views import VIEWS as COMPARE
from ui.sections.inspection_views import VIEWS as INSPECTIONS

VIEWS = {"compare": COMPARE, "areas": AREAS, "inspections": INSPECTIONS}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_a_page_and_a_view_of_it(screen):
    page, view, message = screen
    assert page in {entry.name for entry in ENTRIES if not entry.for_editors}
    assert not view or view in VIEWS[page]
    assert message in {"words", "chart"}


def test_no_screen_comes_twice():
    assert len(set(SCREENS)) == len(SCREENS)


@pytest.mark.parametrize(
    ("width", "scale"), [(1024, 1.0), (DRAWN_FOR, 1.0), (1888, 1.6), (9999, LARGEST)]
)
def test_letters_grow_with_the_screen_up_to_a_limit(width, scale):
    assert scale_of(width) == pytest.approx(scale)


def drawn() -> go.Figure:
    figure = go.Figure(go.Scatter(x=[1], y=[1], marker={"size": [10]}, textfont={"size": 12}))
    figure.update_layout(font={"size": 15}, height=300, margin={"t": 100, "l": 8}, title_text="Một")
    return figure


def test_a_chart_fills_the_screen_and_its_letters_grow_alike(monkeypatch):
    monkeypatch.setattr(room, "screen", lambda: (1888, 1080))
    figure = grown(drawn(), "Một câu.", rows=4)
    assert figure.layout.font.size == pytest.approx(15 * 1.6)
    assert figure.data[0].marker.size[0] == pytest.approx(16)
    assert figure.data[0].textfont.size == pytest.approx(12 * 1.6)
    assert 800 < figure.layout.height < 1000
    assert figure.layout.title.text == ""


def test_many_rows_keep_letters_that_fit(monkeypatch):
    monkeypatch.setattr(room, "screen", lambda: (1888, 1080))
    few, many = (grown(drawn(), "Một câu.", rows=rows) for rows in (4, 21))
    assert few.layout.height == many.layout.height
    assert many.layout.font.size < few.layout.font.size
