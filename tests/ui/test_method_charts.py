"""Charts of Method as figures: who moves, where ranks could lie, what each area does."""

from __future__ import annotations

import pytest

from ui.charts.rank_grid import rank_grid
from ui.charts.rank_intervals import rank_intervals
from ui.charts.rank_moves import rank_moves
from ui.theme import palette
from words.palette import Colour


def moved(code, rank, after):
    return {
        "unit_code": code,
        "unit_name": f"Quận <b>{code}</b>",
        "short_name": None,
        "rank": rank,
        "weighted_rank": after,
    }


def robust(code, rank, low, high, best, worst, without):
    return {
        "unit_code": code,
        "unit_name": f"Quận {code}",
        "short_name": code,
        "rank": rank,
        "unit_count": 3,
        "rank_low": low,
        "rank_high": high,
        "rank_best": best,
        "rank_worst": worst,
        "ranks_without_area": without,
    }


ROBUST = [
    robust("A", 1, 1, 1, 1, 2, {"I": 2, "II": 1}),
    robust("B", 2, 1, 2, 1, 3, {"I": 1, "II": 2}),
    robust("C", 3, 3, 3, None, None, {"I": 3, "II": 3}),
]


def test_who_moves_has_two_dots_and_says_how_far():
    figure = rank_moves([moved("A", 1, 3), moved("B", 2, 1), moved("C", 3, 3)])
    lines, before, after = figure.data
    assert list(before.x) == [3, 2, 1]  # the best stands at the top
    assert list(after.x) == [3, 1, 3]
    assert {note.text for note in figure.layout.annotations} == {"▼ 2", "▲ 1"}
    assert after.marker.color[0] == palette()[Colour.OTHERS]  # C stays
    assert after.marker.color[1] == palette()[Colour.ACCENT]
    assert list(lines.x)[3:5] == [2, 1]


def test_names_from_workbooks_are_escaped():
    figure = rank_moves([moved("A", 1, 1)])
    assert "<b>A</b>" not in figure.layout.yaxis.ticktext[0]


def test_the_interval_is_thick_within_the_thin_line_of_any_weights():
    thin, thick, dots = rank_intervals(ROBUST).data
    assert thick.line.width > thin.line.width
    assert list(thick.x)[:2] == [3, 3]
    assert list(dots.x) == [3, 2, 1]
    # C has no extremes: no thin line, and the others keep their places.
    assert list(thin.x) == [1, 3, None, 1, 2, None]
    assert list(thin.y) == [1, 1, None, 2, 2, None]


def test_the_grid_tells_the_rank_without_each_area_and_colours_only_moves():
    figure = rank_grid(ROBUST, {"I": "Chỉ đạo", "II": "Thủ tục", "III": "Chưa có"})
    (heat,) = figure.data
    assert [list(row) for row in heat.z] == [[-1, 0], [1, 0], [0, 0]]
    assert [list(row) for row in heat.text] == [
        ["<b>2</b> ▼", "1"],
        ["<b>1</b> ▲", "2"],
        ["3", "3"],
    ]
    assert len(figure.layout.xaxis.ticktext) == 2


@pytest.mark.parametrize("build", [rank_moves, rank_intervals])
def test_nobody_is_an_empty_chart_and_no_failure(build):
    assert build([]) is not None
