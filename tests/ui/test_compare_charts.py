"""Charts of units side by side, as figures."""

from __future__ import annotations

import pytest

from tests.ui.test_charts import EVIL
from ui.charts.area_heatmap import area_heatmap
from ui.charts.figure_matrix import Cell, figure_matrix
from ui.charts.labels import finish
from ui.charts.slope_lines import slope_lines
from ui.charts.unit_dots import SYMBOLS, unit_dots
from words.catalogue import speaking
from words.palette import LIGHT, Colour

THINGS = [
    {"code": "I", "name": EVIL, "median": 85.0, "best": 95.0},
    {"code": "II", "name": "Hai", "median": None, "best": None},
]


def dot(code, unit, percent):
    return {"code": code, "unit_code": unit, "unit_name": EVIL, "percent": percent}


def moved(unit, year, before, now, *, beyond=True):
    return {
        "year": year,
        "unit_code": unit,
        "unit_name": EVIL,
        "percent_before": before,
        "percent": now,
        "index_change": now - before,
        "is_beyond_noise": beyond,
    }


DOTS = [dot("I", "A", 80.0), dot("I", "B", 90.0), dot("I", "C", 70.0), dot("II", "A", None)]
FIGURES = {
    "dots": lambda: unit_dots(THINGS, DOTS, {"A": EVIL, "B": "Bê"}),
    "matrix": lambda: figure_matrix(
        [EVIL], [EVIL, "B"], [[Cell(None, ""), Cell(0.5, "0,50")]], most=1
    ),
    "slopes": lambda: slope_lines([moved("A", 2022, 80.0, 85.0)], {"A": EVIL}),
}


@pytest.mark.parametrize("name", FIGURES)
def test_text_from_workbooks_never_becomes_a_tag(name):
    written = FIGURES[name]().to_json()
    assert "<a href" not in written
    assert "\\u003ca href" not in written


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize(("language", "title"), [("vi", "Một câu."), ("en", "One sentence.")])
def test_a_finished_chart_carries_its_sentence(name, language, title):
    with speaking(language):
        figure = finish(FIGURES[name](), title, "bản m1", rows=2)
    assert figure.layout.title.text == title


def test_areas_keep_the_order_of_the_set_and_nothing_is_drawn_where_there_is_no_figure():
    figure = FIGURES["dots"]()
    assert list(figure.layout.yaxis.ticktext)[0] == "Hai"  # the last of the set at the bottom
    named = figure.data[-2:]
    assert [list(trace.x) for trace in named] == [[80.0], [90.0]]
    assert [trace.marker.symbol[0] for trace in named] == list(SYMBOLS[:2])
    assert [trace.marker.color for trace in named] == list(LIGHT.units[:2])
    assert [tuple(data) for data in named[0].customdata] == [("A", "I")]


def test_a_provisional_dot_is_hollow_and_says_so():
    dots = [{**dot("I", "A", 80.0), "basis": "provisional"}, dot("I", "B", 90.0)]
    first, second = unit_dots(THINGS, dots, {"A": "A", "B": "B"}).data[-2:]
    assert (first.marker.symbol[0], second.marker.symbol[0]) == ("circle-open", "square")
    assert "tạm tính" in first.hovertext[0]


def test_the_others_are_a_crowd_and_the_group_has_its_marks():
    rails, median, best, crowd, *named = FIGURES["dots"]().data
    assert list(rails.x) == [70.0, 90.0, None]
    assert (list(median.x), list(best.x)) == ([85.0], [95.0])
    assert (list(crowd.x), crowd.marker.color) == ([70.0], LIGHT[Colour.OTHERS])
    assert len(named) == 2


def test_figures_of_one_or_two_units_are_written_and_of_three_are_not():
    def figures(named):
        notes = unit_dots(THINGS, DOTS, named).layout.annotations
        return [note.text for note in notes if note.text.endswith("%")]

    assert figures({"A": "A", "B": "B"}) == ["80,0%", "90,0%"]
    assert figures({"A": "A", "B": "B", "C": "C"}) == []


def test_a_place_without_a_weight_stays_blank_in_the_matrix():
    figure = FIGURES["matrix"]()
    assert [list(line) for line in figure.data[0].z] == [[None, 0.5]]
    assert figure.data[0].text[0][1] == "0,50"
    assert (figure.data[0].zmin, figure.data[0].zmax) == (0, 1)


def test_each_pair_of_years_has_a_panel_of_its_own_and_lines_never_run_on():
    changes = [moved("A", 2021, 70.0, 75.0), moved("A", 2022, 76.0, 80.0)]
    figure = slope_lines(changes, {})
    assert list(figure.layout.xaxis.ticktext) == ["2020", "2021", "2021", "2022"]
    assert [list(line.y) for line in figure.data] == [[70.0, 75.0], [76.0, 80.0]]
    first, second = figure.data
    assert max(first.x) < min(second.x)


def test_without_a_choice_changes_beyond_the_noise_stand_out():
    changes = [
        moved("A", 2022, 70.0, 79.0),
        moved("B", 2022, 70.0, 71.0, beyond=False),
        moved("C", 2022, 80.0, 70.0),
    ]
    figure = slope_lines(changes, {})
    assert [line.line.color for line in figure.data] == [
        LIGHT[Colour.ACCENT],
        LIGHT[Colour.OTHERS],
        LIGHT[Colour.CLAIMED],
    ]
    assert len(figure.layout.annotations) == 2


def test_names_at_the_end_of_lines_do_not_cover_each_other():
    changes = [moved(code, 2022, 70.0, now) for code, now in (("A", 80.0), ("B", 80.1))]
    heights = [note.y for note in slope_lines(changes, {}).layout.annotations]
    assert abs(heights[1] - heights[0]) >= 0.5


def test_a_figure_that_cannot_be_trusted_fully_carries_its_sign_and_its_reasons():
    def cell(unit, mark):
        return {
            "unit_code": unit,
            "unit_name": unit,
            "area_code": "I",
            "area_name": "Một",
            "area_percent": 80.0,
            "rank": 1,
            "mark": mark,
            "reliability": "vừa *",
            "reliability_reasons": "không có tài liệu <b>",
        }

    rows = [cell("A", "high"), cell("B", "middling"), cell("C", "low")]
    colours, targets = area_heatmap(rows, ["A", "B", "C"]).data
    assert [line[0] for line in colours.text] == ["80,0", "80,0*", "80,0**"]
    assert "Độ tin cậy: vừa *" in targets.hovertext[1]
    assert "&lt;b&gt;" in targets.hovertext[1]
