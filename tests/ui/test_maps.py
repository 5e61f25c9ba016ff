"""Maps as figures: every district once, nothing upon another, nothing fetched."""

from __future__ import annotations

from itertools import combinations

import pytest

from data.boundaries import Boundary
from tests.ui.test_charts import EVIL, unit
from ui.charts.boundary_map import boundary_map
from ui.charts.map_colours import map_scale
from ui.charts.tile_map import tile_map
from ui.maps.tiles import Tile, tiles
from words.palette import LIGHT, Colour
from words.sentences import maps

DISTRICTS = {str(code) for code in (*range(303, 310), *range(311, 319))}
SQUARE = ((106.6, 20.8), (106.7, 20.8), (106.7, 20.9), (106.6, 20.9), (106.6, 20.8))


def shown(code, percent, rank, **more):
    return unit(code, percent, rank, ranking_group="Quận", year=2022, **more)


def test_every_district_of_2021_has_one_square_and_none_lies_on_another():
    assert set(tiles()) == DISTRICTS
    for one, other in combinations(tiles().values(), 2):
        assert abs(one.column - other.column) >= 1 or abs(one.row - other.row) >= 1, (one, other)


def test_squares_lie_as_on_the_ground():
    place = tiles()
    assert place["311"].row < place["303"].row < place["305"].row < place["314"].row  # north, south
    assert place["312"].column < place["303"].column < place["304"].column < place["306"].column
    islands = {code for code, tile in place.items() if tile.is_inset}
    assert islands == {"317", "318"}
    assert all(place[code].column > place["306"].column for code in islands)


def test_a_square_carries_name_and_figure_and_leads_to_its_unit():
    rows = [shown("303", 90.04, 2, name=EVIL), shown("304", None, None)]
    figure = tile_map(rows, tiles())
    assert "<a href" not in figure.to_json()
    assert [note.text.split("<br>")[-1] for note in figure.layout.annotations] == [
        "<b>90,0%</b>",
        "<b>–</b>",
    ]
    assert [tuple(data) for data in figure.data[-1].customdata] == [("303",), ("304",)]
    fills = [shape.fillcolor for shape in figure.layout.shapes]
    assert fills[1] == LIGHT[Colour.BACKGROUND]  # no figure: no colour of the scale


def test_a_chosen_unit_is_framed_and_an_island_too():
    figure = tile_map(
        [shown("303", 90.0, 1), shown("304", 80.0, 2), shown("317", 85.0, 1)],
        tiles(),
        highlight=("304",),
    )
    chosen = [s for s in figure.layout.shapes if s.line.color == LIGHT[Colour.TEXT]]
    assert [shape.line.width for shape in chosen] == [3.5]
    assert [s.line.dash for s in figure.layout.shapes].count("dot") == 1


def test_a_unit_without_a_place_is_left_out():
    assert len(tile_map([shown("SNV", 90.0, 1)], tiles()).layout.annotations) == 0


def test_a_provisional_figure_says_so():
    figure = tile_map([shown("303", 90.0, None, is_provisional=True)], {"303": Tile("303", 0, 0)})
    assert "tạm tính" in figure.layout.annotations[0].text


@pytest.mark.parametrize(
    ("percents", "low", "high"), [([81.5, 93.0], 80, 95), ([90.0], 90, 95), ([], 0, 100)]
)
def test_the_scale_ends_at_round_figures(percents, low, high):
    scale = map_scale(percents)
    assert (scale.low, scale.high) == (low, high)


def test_less_is_stronger_and_words_stay_readable():
    scale = map_scale([80.0, 95.0])
    assert [scale.step(percent) for percent in (95, 92, 80)] == [0, 1, 5]
    assert scale.ink(80) == LIGHT[Colour.BACKGROUND]
    assert scale.ink(95) == LIGHT[Colour.TEXT]


def test_real_boundaries_are_plain_lines_that_nothing_has_to_be_fetched_for():
    shapes = {"303": Boundary("303", (SQUARE,)), "999": Boundary("999", (SQUARE,))}
    figure = boundary_map([shown("303", 90.0, 1, name=EVIL), shown("304", 80.0, 2)], shapes)
    assert {trace.type for trace in figure.data} == {"scatter"}
    area, mark = figure.data
    assert area.fill == "toself"
    assert list(area.x)[:2] == [106.6, 106.7]
    assert (mark.x[0], mark.y[0]) == (pytest.approx(106.65), pytest.approx(20.85))
    assert tuple(mark.customdata[0]) == ("303",)
    assert figure.layout.yaxis.scaleratio == pytest.approx(1.07, abs=0.01)  # 1 / cos 20.85°
    assert "<a href" not in figure.to_json()


def test_the_map_in_words():
    rows = [shown("303", 90.04, 1), shown("304", 80.0, 2), shown("305", None, None)]
    assert maps.map_sentence(rows) == (
        "Năm 2022, 2 đơn vị trên bản đồ có chỉ số: cao nhất là Quận 303 (90,04%), thấp nhất là "
        "Quận 304 (80,00%)."
    )
    assert maps.map_sentence(rows[2:]) == "Chưa đơn vị nào trên bản đồ có chỉ số."
    assert maps.scale_sentence(80, 95) == "Thang màu: yếu nhất ứng với 95%, mạnh nhất ứng với 80%."
    assert maps.without_place_sentence([]) == ""
