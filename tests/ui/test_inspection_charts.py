"""The charts of inspections as figures: nobody is blank, nothing is told by colour alone."""

from __future__ import annotations

import datetime

from ui.charts.programme_calendar import programme_calendar
from ui.charts.shaded_matrix import Cell, shaded_matrix
from ui.charts.stacked_counts import Sort, stacked_counts
from words.palette import LIGHT, Colour

EVIL = "<a href='http://evil.example'>x</a>"
AS_OF = datetime.date(2022, 9, 30)


def visit(unit, state, planned_on, held_on=None, **more):
    day = datetime.date.fromisoformat
    return {
        "unit_code": unit,
        "unit_name": unit,
        "short_name": unit,
        "state": state,
        "inspection_id": f"{unit}-{planned_on}",
        "planned_on": day(planned_on),
        "held_on": day(held_on) if held_on else None,
        "thematic_lead": None,
        "overlaps_with": None,
        "trouble": "",
        **more,
    }


NOT_PLANNED = {
    **visit("D", "not_planned", "2022-07-01"),
    "inspection_id": None,
    "planned_on": None,
}
VISITS = [
    visit("A", "concluded", "2022-07-01", "2022-07-04", overlaps_with=["2022-07-20"]),
    visit("A", "held", "2022-07-20", "2022-07-20", overlaps_with=["2022-07-04"]),
    visit("B", "late", "2022-09-01", trouble="chậm", thematic_lead=EVIL),
    visit("C", "planned", "2022-12-20"),
    NOT_PLANNED,
]


def calendar(visits=VISITS):
    return programme_calendar(visits, year=2022, as_of=AS_OF)


def test_the_calendar_has_a_row_a_unit_and_says_who_is_not_planned():
    figure = calendar()
    assert list(figure.layout.yaxis.ticktext) == ["A", "B", "C", "D"]
    notes = [note.text for note in figure.layout.annotations]
    assert "chưa kiểm tra" in notes
    assert "chậm" in notes
    assert "tính đến 30/09/2022" in notes
    assert any("kết hợp chuyên đề" in note for note in notes)


def test_each_state_has_a_mark_of_its_own_and_late_ones_call_for_action():
    marks = {trace.name: trace.marker for trace in calendar().data if trace.name}
    looks = {
        state: (marks[state].symbol, marks[state].color)
        for state in ("concluded", "held", "planned", "late")
    }
    assert len(set(looks.values())) == 4
    assert marks["late"].color == LIGHT[Colour.NEEDS_ACTION]
    assert marks["late"].symbol != marks["concluded"].symbol


def test_visits_too_close_are_tied_and_a_visit_out_of_season_widens_the_calendar():
    figure = calendar()
    tied = next(t for t in figure.data if t.line.color == LIGHT[Colour.NEEDS_ACTION])
    assert list(tied.x[:2]) == [datetime.date(2022, 7, 4), datetime.date(2022, 7, 20)]
    assert figure.layout.xaxis.range[1] == datetime.date(2022, 12, 27)
    assert calendar(VISITS[:1]).layout.xaxis.range[1] == datetime.date(2022, 12, 1)


def test_text_of_workbooks_is_escaped_in_the_calendar():
    hovers = [text for trace in calendar().data for text in trace.hovertext or ()]
    assert any("&lt;a href" in text for text in hovers)
    assert not any("<a href" in text for text in hovers)


def test_bars_start_at_zero_and_their_counts_stand_in_them():
    rows = [
        {"code": "1", "name": "Một", "bad": 3, "good": 1, "none": 0},
        {"code": "2", "name": EVIL, "bad": 0, "good": 2},
    ]
    sorts = [
        Sort("bad", "xấu", Colour.NEEDS_ACTION),
        Sort("good", "tốt", Colour.PROVED),
        Sort("none", "không", Colour.OTHERS),
    ]
    figure = stacked_counts([{"none": 0, **row} for row in rows], sorts)
    assert [trace.name for trace in figure.data] == ["xấu", "tốt"]  # what nobody has is left out
    assert figure.layout.xaxis.range[0] == 0
    assert list(figure.data[0].text) == ["", "3"]
    assert "<b>4</b>" in [note.text for note in figure.layout.annotations]
    assert all("<a" not in name for name in figure.layout.yaxis.ticktext)


def test_a_matrix_writes_what_it_shades_and_a_click_gives_row_and_column():
    cells = {("A", "x"): Cell("▲ ▼ ·", 1.0, [EVIL]), ("A", "y"): Cell("–", None, [])}
    figure = shaded_matrix({"A": EVIL}, {"x": "X", "y": "Y"}, cells, shades=("white", "black"))
    heat, targets = figure.data
    assert [list(line) for line in heat.text] == [["▲ ▼ ·", "–"]]
    assert heat.z[0][1] is None
    assert [list(keys) for keys in targets.customdata] == [["A", "x"], ["A", "y"]]
    assert "<a" not in targets.hovertext[0]
    assert "<a" not in figure.layout.yaxis.ticktext[0]
