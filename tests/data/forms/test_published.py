"""Published tables: areas across, years beside one another, groups of units inside."""

from __future__ import annotations

import pytest

from tests.data.forms.reader import said, table_of, texts

AREAS = ["Chỉ đạo, điều hành (10)", "Thể chế\n(5,5 điểm)", "Thủ tục (20)"]


def test_a_published_table_has_a_field_for_each_area() -> None:
    rows = [
        ["KẾT QUẢ CHỈ SỐ CCHC NĂM 2021"],
        ["STT", "Đơn vị", *AREAS, "Tổng điểm", "Chỉ số (%)", "Xếp hạng"],
        [1, "Quận Lê Chân", 8, "5,25", 15, "28,25", "79,58%", 1],
        [None, "Giá trị trung bình", 8, 5, 15, 28, None, None],
    ]
    table = table_of(rows)

    assert table.form == "published_results"
    assert said(table.columns["area:2"]) == ("Thể chế (5,5 điểm)", "D2")
    assert texts(table, "area:1", "area:2", "area:3", "total", "index_percent", "rank") == [
        ("8", "5,25", "15", "28,25", "79,58%", "1")
    ]


@pytest.mark.parametrize("merges", ["C2:E2", "A2:A4 B2:B4 C2:E2 F2:F4"])
def test_maxima_of_areas_may_stand_in_a_row_below(merges: str) -> None:
    rows = [
        ["KẾT QUẢ CHỈ SỐ CCHC NĂM 2021"],
        ["STT", "Đơn vị", "Điểm các lĩnh vực", None, None, "Xếp hạng"],
        [None, None, "Điều hành", "Thể chế", "Thủ tục", None],
        [None, None, "(10)", "(5,5)", "(20)", None],
        [1, "Quận Lê Chân", 8, "5,25", 15, 1],
    ]
    table = table_of(rows, merges=merges)

    assert [table.columns[f"area:{n}"].text for n in (1, 2, 3)] == [
        "Điều hành (10)",
        "Thể chế (5,5)",
        "Thủ tục (20)",
    ]
    assert texts(table, "unit", "area:2") == [("Quận Lê Chân", "5,25")]


def test_what_compares_years_is_no_area_and_the_year_of_the_title_counts() -> None:
    rows = [
        ["CHỈ SỐ CCHC NĂM 2021 CỦA CÁC QUẬN"],
        ["STT", "Đơn vị", "Chỉ số năm 2020", "Chỉ số năm 2021", "Tăng/giảm", "Xếp hạng"],
        [1, "Quận Lê Chân", 80, 85, 5, 1],
    ]
    table = table_of(rows)

    assert texts(table, "index_percent", "rank") == [("85", "1")]
    assert {left.cell for left in table.left_out} == {"A2", "C2", "E2"}


def test_points_that_a_published_table_lists_beside_its_areas_are_no_areas() -> None:
    rows = [
        ["KẾT QUẢ CHỈ SỐ CCHC NĂM 2021"],
        [
            "STT",
            "Tên quận, huyện",
            "Điều hành (10)",
            "Thể chế (5)",
            "Điểm tự chấm",
            "Điểm cộng",
            "Hạng",
        ],
        [1, "Quận Lê Chân", 8, 4, 13, 1, 1],
    ]
    table = table_of(rows)

    assert [name for name in table.columns if name.startswith("area:")] == ["area:1", "area:2"]
    assert {left.cell for left in table.left_out} == {"A2", "E2", "F2"}


def test_years_below_the_headings_of_a_published_table_are_told_apart() -> None:
    rows = [
        ["CHỈ SỐ CCHC NĂM 2021"],
        ["TT", "Đơn vị", "Chỉ số CCHC", None, "Xếp hạng", None],
        [None, None, "Năm 2020", "Năm 2021", "Năm 2020", "Năm 2021"],
        [1, "Lê Chân", 80, 85, 2, 1],
    ]
    table = table_of(rows, merges="A2:A3 B2:B3 C2:D2 E2:F2")

    assert table.form == "published_results"
    assert texts(table, "index_percent", "rank") == [("85", "1")]


def test_groups_of_units_inside_a_published_table_are_no_units() -> None:
    rows = [
        ["KẾT QUẢ XẾP HẠNG CHỈ SỐ CCHC NĂM 2021"],
        ["TT", "Đơn vị", "Chỉ số", "Xếp hạng"],
        ["I", "Các sở, ban, ngành", None, None],
        [1, "Sở Nội vụ", 90, 1],
        ["II", "UBND các quận", None, None],
        [1, "Quận Lê Chân", 91, 1],
        [2, "Bạch Long Vĩ", None, None],
    ]

    assert texts(table_of(rows), "unit") == [
        ("Sở Nội vụ",),
        ("Quận Lê Chân",),
        ("Bạch Long Vĩ",),
    ]


@pytest.mark.parametrize(
    ("title", "headings", "form"),
    [
        ("PHỤ LỤC", ["Lĩnh vực 1 (10)", "Lĩnh vực 2 (20)"], "published_results"),
        ("Chỉ số CCHC", ["I. Chỉ đạo, điều hành", "II. Thể chế"], "published_results"),
        ("Điểm thẩm định", ["1.1. Kế hoạch (4)", "1.2. Tuyên truyền (6)"], "scores_matrix"),
        ("Tổng hợp chấm điểm", ["1. Kế hoạch (4)", "2. Tuyên truyền (6)"], "scores_matrix"),
        ("Tổng hợp điểm tự chấm", ["Kế hoạch (4)", "Tuyên truyền (6)"], "scores_matrix"),
    ],
)
def test_areas_across_are_published_and_criteria_across_are_a_matrix(
    title: str, headings: list[str], form: str
) -> None:
    rows = [
        [title + " năm 2021"],
        ["TT", "Đơn vị", *headings, "Tổng điểm"],
        [1, "Lê Chân", 4, 5, 9],
    ]

    assert table_of(rows).form == form
