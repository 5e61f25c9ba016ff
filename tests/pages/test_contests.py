"""What units contest stands on their page and on Areas, down to the cell."""

from __future__ import annotations

import pytest

from tests.analysis.by_hand import Release
from tests.analysis.test_contested import ASKED, ROUND_1, SET
from tests.pages.conftest import said
from tests.ui.invented import store_with


@pytest.fixture
def contested_home(tmp_path):
    book = Release(book="real")
    for code, name in (("305", "Quận Lê Chân"), ("304", "Quận Ngô Quyền")):
        book.unit(code, name)
    book.framework(2021, SET, survey=("S.1",))
    for code in ("304", "305"):
        book.scores(code, 2021, ROUND_1, "verified_1")
    book.scores("305", 2021, ASKED, "explanation")
    book.scores("304", 2021, {"I.1": 4}, "explanation")
    book.scores("305", 2021, {"I.1": 4, "I.2": 5, "II.1": 2}, "verified_2")
    return store_with(tmp_path, book, book="real")


def test_a_unit_s_page_says_what_it_contests_and_what_was_decided(open_page, contested_home):
    app = open_page(contested_home, "unit", unit="305", year="2021")
    assert not app.exception
    assert (
        "Năm 2021, Quận Lê Chân đề nghị xem lại 3 tiêu chí (+4 điểm): chấp nhận 1 (+1 điểm), "
        "chấp nhận một phần 1 (+1 điểm), không chấp nhận 1."
    ) in said(app)
    assert "Tải bảng giải trình của đơn vị (.xlsx)" in [
        button.label for button in app.get("download_button")
    ]


def test_areas_shows_units_by_points_contested_and_the_cells_beneath(open_page, contested_home):
    app = open_page(contested_home, "areas", view="contests", year="2021")
    assert not app.exception
    assert "Có 2 đơn vị đề nghị; nhiều nhất là Quận Lê Chân (+4 điểm)." in said(app)
    assert "Đề nghị thêm: 4 − 3 = +1 điểm" in said(app)
    units, leaves = (table.value for table in app.dataframe)
    assert [*units["unit_name"]] == ["Quận Lê Chân", "Quận Ngô Quyền"]
    assert [*leaves["contest_decision"]] == ["chấp nhận", "chấp nhận một phần", "không chấp nhận"]


def test_where_nobody_contests_the_view_says_so(open_page, small_home):
    app = open_page(small_home, "areas", view="contests", year="2021")
    assert not app.exception
    assert "Không có đơn vị nào đề nghị xem lại điểm." in said(app)
