"""Charts as figures: what is drawn, in which order and colour, from where, and what is escaped."""

from __future__ import annotations

from decimal import Decimal

import plotly.graph_objects as go
import pytest

from ui.charts.area_heatmap import area_heatmap
from ui.charts.candidate_dots import LOWEST, candidate_dots
from ui.charts.change_bars import change_bars
from ui.charts.evidence_parts import FINDINGS, POINTS, evidence_parts
from ui.charts.group_strips import group_strips
from ui.charts.labels import finish, wrapped
from ui.charts.lost_points_pareto import lost_points_pareto
from ui.charts.ranking_dots import ranking_dots
from ui.charts.remediation_steps import PALE, remediation_steps
from ui.charts.two_dots import Side, two_dots
from ui.theme import template
from words.catalogue import Language, speaking
from words.palette import DARK, LIGHT, Colour

EVIL = "<a href='http://evil.example'>x</a>"


def unit(code, percent, rank, **more):
    name = more.pop("name", code)
    row = {"unit_code": code, "unit_name": f"Quận {name}", "short_name": name, "rank": rank}
    return {**row, "ranking_percent": percent, "is_provisional": False, **more}


def area(unit_code, area_code, percent, rank=1, name=None):
    return {
        "unit_code": unit_code,
        "unit_name": name or unit_code,
        "area_code": area_code,
        "area_name": f"Lĩnh vực {area_code}",
        "area_percent": percent,
        "rank": rank,
    }


def judged(code, z, result, name=None):
    row = {"unit_code": code, "unit_name": name or code, "area_code": "I", "area_name": "Một"}
    return {**row, "robust_z": z, "result": result}


LOST = [
    {
        "code": "1.1",
        "name": EVIL,
        "lost_points": Decimal(6),
        "share": 0.6,
        "cumulative_share": 0.6,
        "losing_unit_count": 3,
    },
    {
        "code": "1.2",
        "name": "Hai",
        "lost_points": Decimal(4),
        "share": 0.4,
        "cumulative_share": 1.0,
        "losing_unit_count": 2,
    },
]
STEPS = [
    {
        "step": step,
        "points": Decimal(points),
        "points_at_step": Decimal(at_step),
        "contradicted_points": Decimal(against),
        "contradicted_count": against,
        "share": points / 10,
    }
    for step, points, at_step, against in (
        ("lost", 10, 2, 0),
        ("planned", 8, 2, 0),
        ("reported", 6, 2, 2),
        ("verified", 4, 1, 1),
        ("recovered", 3, 3, 0),
    )
]


def thing(code, proved, claimed, contradicted, planned, nothing, name=None):
    parts = {
        "proved": proved, "claimed": claimed, "contradicted": contradicted, "planned": planned,
        "nothing": nothing,
    }  # fmt: skip
    total = proved + claimed + planned + nothing
    return {
        "code": code,
        "name": name or code,
        "lost_points": Decimal(total),
        "finding_count": total,
        "proved_share": proved / total,
        **{f"{part}_points": Decimal(value) for part, value in parts.items()},
        **{f"{part}_count": value for part, value in parts.items()},
    }


FIGURES = {
    "ranking": lambda: ranking_dots(
        [unit("A", 90.0, 1, name=EVIL), unit("B", 80.0, 2)], median=85.0
    ),
    "heatmap": lambda: area_heatmap([area("A", "I", 90.0, name=EVIL)], ["A"]),
    "change": lambda: change_bars(
        [unit("A", 90, 1, index_change=2.0, rank_before=2, name=EVIL)], noise_floor=1.0
    ),
    "lost": lambda: lost_points_pareto(LOST),
    "steps": lambda: remediation_steps(STEPS),
    "parts": lambda: evidence_parts([thing("A", 1, 2, 1, 1, 0, name=EVIL)], POINTS),
    "findings": lambda: evidence_parts([thing("A", 1, 2, 0, 1, 0, name=EVIL)], FINDINGS),
    "candidates": lambda: candidate_dots([judged("A", 2.0, "candidate", EVIL)], threshold=1.5),
    "strips": lambda: group_strips(
        [unit("A", 90.0, 1, ranking_group="Quận", name=EVIL)], {"Quận": 90.0}
    ),
    "two_dots": lambda: two_dots(
        [{"code": "I", "name": EVIL, "one": 80.0, "other": 90.0}],
        Side("one", Colour.PROVED, "một"),
        Side("other", Colour.CLAIMED, "hai"),
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_text_from_workbooks_never_becomes_a_tag(name):
    written = FIGURES[name]().to_json()
    assert "<a href" not in written
    assert "\\u003ca href" not in written


@pytest.mark.parametrize("name", FIGURES)
def test_a_finished_chart_carries_its_sentence_and_its_source(name):
    figure = finish(FIGURES[name](), "Một câu.", "Dữ liệu minh hoạ · bản m1", rows=2)
    assert figure.layout.title.text == "Một câu."
    sources = [note for note in figure.layout.annotations if note.name == "source"]
    assert sources[0].text == "Dữ liệu minh hoạ · bản m1"
    assert figure.layout.height > 100


@pytest.mark.parametrize("name", ["lost", "steps", "parts", "findings"])
def test_bars_start_at_zero(name):
    assert FIGURES[name]().layout.xaxis.range[0] == 0


def test_bars_of_change_have_zero_in_sight():
    figure = change_bars(
        [
            unit("A", 90, 1, index_change=2.0, rank_before=1),
            unit("B", 80, 2, index_change=-4.0, rank_before=2),
        ],
        noise_floor=None,
    )
    low, high = figure.layout.xaxis.range
    assert low < -4 < 0 < 2 < high
    assert list(figure.data[0].y) == ["B", "A"]  # the greatest gain at the top


def test_the_best_unit_stands_at_the_top_with_its_rank():
    figure = ranking_dots([unit("B", 80.0, 2), unit("A", 90.0, 1)], median=85.0)
    assert list(figure.layout.yaxis.ticktext) == ["B  <b>2</b>", "A  <b>1</b>"]
    dots = figure.data[-1]
    assert list(dots.text) == ["80,00%", "90,00%"]
    assert [data[0] for data in dots.customdata] == ["B", "A"]


def test_chosen_units_have_the_colour_of_what_is_spoken_of():
    figure = ranking_dots([unit("A", 90.0, 1), unit("B", 80.0, 2)], median=None, highlight=("B",))
    assert list(figure.data[-1].marker.line.color) == [LIGHT[Colour.ACCENT], LIGHT[Colour.OTHERS]]


def test_a_provisional_unit_is_a_hollow_dot():
    figure = ranking_dots([unit("A", 90.0, None, is_provisional=True)], median=None)
    assert list(figure.data[-1].marker.color) == [LIGHT[Colour.BACKGROUND]]


def test_every_cell_of_the_heat_map_can_be_clicked_and_leads_to_its_unit_and_area():
    rows = [area("A", "I", 90.0), area("A", "II", None, None), area("B", "I", 80.0)]
    figure = area_heatmap(rows, ["B", "A"])
    colours, targets = figure.data
    assert [list(line) for line in colours.z] == [[80.0, None], [90.0, None]]
    assert [tuple(cell) for cell in targets.customdata] == [
        ("B", "I"),
        ("B", "II"),
        ("A", "I"),
        ("A", "II"),
    ]
    assert list(figure.layout.xaxis.range) == [-0.5, 1.5]
    assert list(figure.layout.yaxis.range) == [1.5, -0.5]


def test_bars_that_make_up_half_are_what_is_spoken_of():
    figure = lost_points_pareto(LOST)
    assert list(figure.data[0].marker.color) == [LIGHT[Colour.OTHERS], LIGHT[Colour.ACCENT]]
    assert list(figure.data[0].x) == [4.0, 6.0]  # the longest at the top


def test_a_step_shows_what_goes_on_what_stops_and_what_is_contradicted():
    on, stopped, against = remediation_steps(STEPS).data
    assert list(on.x) == [0.0, 3.0, 4.0, 6.0, 8.0]
    assert list(stopped.x) == [3.0, 0.0, 0.0, 2.0, 2.0]
    assert list(against.x) == [0.0, 1.0, 2.0, 0.0, 0.0]
    assert set(against.marker.color) == {LIGHT[Colour.NEEDS_ACTION]}
    assert list(stopped.marker.opacity) == [1.0, PALE, PALE, PALE, PALE]


def test_each_part_of_a_step_leads_to_its_rows():
    on, stopped, against = remediation_steps(STEPS).data
    assert list(on.customdata[-1]) == ["lost", "on"]
    assert list(stopped.customdata[3]) == ["planned", "stopped"]
    assert list(against.customdata[2]) == ["reported", "contradicted"]


def test_parts_make_up_the_whole_and_what_is_contradicted_stands_apart():
    figure = evidence_parts([thing("A", 1, 2, 1, 1, 3), thing("B", 1, 0, 0, 0, 1)], POINTS)
    proved, claimed, against, planned, nothing = figure.data
    assert [bar.x[-1] for bar in (proved, claimed, against, planned, nothing)] == [1, 1, 1, 1, 3]
    assert list(figure.layout.yaxis.ticktext) == ["B", "A"]  # the first thing at the top
    assert against.marker.color == LIGHT[Colour.NEEDS_ACTION]
    assert list(claimed.customdata[-1]) == ["A", "claimed"]


def test_a_unit_far_below_stands_at_the_edge():
    figure = candidate_dots(
        [judged("A", -11.0, "not_supported"), judged("B", 2.0, "candidate")], threshold=1.5
    )
    quiet, _, supported = figure.data
    assert list(quiet.x) == [LOWEST]
    assert list(quiet.marker.symbol) == ["triangle-left"]
    assert supported.marker.color == LIGHT[Colour.PROVED]


def test_a_unit_without_a_figure_is_left_out():
    assert len(ranking_dots([unit("A", None, None)], median=None).data[-1].x) == 0


def test_long_names_wrap_and_end_in_an_ellipsis():
    assert wrapped("Sở Nông nghiệp và Phát triển nông thôn", 20) == (
        "Sở Nông nghiệp và<br>Phát triển nông thôn"
    )
    assert wrapped("một hai ba bốn năm", 8, 1).endswith("…")
    assert wrapped("a < b & c", 40) == "a &lt; b &amp; c"


@pytest.mark.parametrize(
    ("language", "separators"), [(Language.VIETNAMESE, ",."), (Language.ENGLISH, ".,")]
)
def test_the_template_writes_numbers_as_the_language_does(language, separators):
    for palette in (LIGHT, DARK):
        layout = template(palette, language).layout
        assert layout.separators == separators
        assert layout.font.family.startswith("Be Vietnam Pro")
        assert layout.paper_bgcolor == palette[Colour.BACKGROUND]


def test_charts_speak_the_reader_s_language():
    with speaking("en"):
        figure = FIGURES["steps"]()
    assert isinstance(figure, go.Figure)
    assert "Points came back" in figure.data[0].y
