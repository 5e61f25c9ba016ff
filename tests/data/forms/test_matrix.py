"""Matrices with units or criteria across, and published tables with areas across."""

from __future__ import annotations

import pytest

from data.forms.found import FormTable
from tests.data.forms.reader import table_of, texts

CELL = ("unit", "criterion_code", "criterion_name", "maximum_points", "points")


def _totals(table: FormTable) -> list[tuple[str, ...]]:
    return [
        (record.text("unit"), record.text("criterion_code"), record.text("points"))
        for record in table.records
        if "total_row" in record.fields
    ]


def test_each_cell_of_a_matrix_with_units_across_is_a_record() -> None:
    rows = [
        ["TỔNG HỢP ĐIỂM THẨM ĐỊNH NĂM 2021"],
        ["STT", "Tiêu chí", "Điểm tối đa", "Quận\nLê Chân", "Quận\nHồng Bàng"],
        ["I", "Điều hành", 10, None, None],
        ["1.1", "Kế hoạch", 4, "3,5", "KĐG"],
        [None, "Tổng cộng", 10, "3,5", 0],
    ]
    table = table_of(rows)

    assert table.form == "scores_matrix"
    assert texts(table, *CELL)[2:4] == [
        ("Quận Lê Chân", "1.1", "Kế hoạch", "4", "3,5"),
        ("Quận Hồng Bàng", "1.1", "Kế hoạch", "4", "KĐG"),
    ]
    assert table.records[3].fields["points"].cell == "E4"
    assert texts(table, "points")[:2] == [("",), ("",)]
    assert _totals(table) == [("Quận Lê Chân", "", "3,5"), ("Quận Hồng Bàng", "", "0")]


def test_bare_names_across_are_units_where_many_columns_hold_figures() -> None:
    rows = [
        ["TỔNG HỢP ĐIỂM TỰ CHẤM"],
        ["TT", "Tiêu chí", "Cát Hải", "An Lão", "Kiến Thụy", "Trung bình", "Ghi chú"],
        ["1.1", "Kế hoạch", 3, "3,5", "x", 3.25, "a"],
    ]
    table = table_of(rows)

    assert texts(table, "unit") == [("Cát Hải",), ("An Lão",), ("Kiến Thụy",)]
    assert "F2" in {left.cell for left in table.left_out}


def test_a_column_beside_known_units_is_a_unit_that_nobody_knows_yet() -> None:
    rows = [
        ["TỔNG HỢP ĐIỂM THẨM ĐỊNH"],
        ["TT", "Tiêu chí", "Khối quận", None, "Khối huyện", None],
        [None, None, "Hồng Bàng", "Lê Chân", "Thanh Hà", "Ghi chú"],
        ["1.1", "Kế hoạch", 1, 2, 3, "x"],
    ]
    table = table_of(rows, merges="A2:A3 B2:B3 C2:D2 E2:F2")

    assert texts(table, "unit", "points")[2] == ("Thanh Hà", "3")
    assert len(table.records) == 3


def test_kinds_of_points_below_each_unit_go_with_the_cell() -> None:
    rows = [
        ["TỔNG HỢP ĐIỂM NĂM 2021"],
        ["STT", "Tiêu chí", "Lê Chân", None, "Hồng Bàng", None],
        [None, None, "Tự chấm", "Thẩm định", "Tự chấm", "Thẩm định"],
        ["1.1", "Kế hoạch", 4, 3, 2, 1],
    ]
    table = table_of(rows, merges="A2:A3 B2:B3 C2:D2 E2:F2")

    assert texts(table, "unit", "kind", "points") == [
        ("Lê Chân", "self_assessed", "4"),
        ("Lê Chân", "verified_2", "3"),
        ("Hồng Bàng", "self_assessed", "2"),
        ("Hồng Bàng", "verified_2", "1"),
    ]


UNITS_DOWN = [
    ["TỔNG HỢP KẾT QUẢ THẨM ĐỊNH NĂM 2023"],
    ["TT", "Đơn vị", "A. Điều hành", None, None, "B. Thủ tục", "Tổng điểm"],
    [None, None, "1. Kế hoạch", "2. Tuyên truyền", "Cộng A", "3. Công khai", None],
    [None, None, "(1,25)", "(1,75)", "(3)", "(1,5)", "(4,5)"],
    [1, "Lê Chân", 1, "1,5", 2.5, 1.25, 3.75],
    [2, "Hồng Bàng", 1.25, 1, 2.25, None, 2.25],
    [None, "Cao nhất", 1.25, 1.5, 2.5, 1.25, 3.75],
]


@pytest.mark.parametrize("merged", ["A2:A3 B2:B3 C2:E2 G2:G3", "A2:A4 B2:B4 C2:E2 G2:G3"])
def test_each_cell_of_a_matrix_with_criteria_across_is_a_record(merged: str) -> None:
    table = table_of(UNITS_DOWN, merges=merged)

    assert table.form == "scores_matrix"
    assert [row for row in texts(table, *CELL) if row[0] == "Lê Chân" and row[2]] == [
        ("Lê Chân", "1", "Kế hoạch", "1,25", "1"),
        ("Lê Chân", "2", "Tuyên truyền", "1,75", "1,5"),
        ("Lê Chân", "3", "Công khai", "1,5", "1.25"),
    ]
    assert _totals(table)[:2] == [("Lê Chân", "A", "2.5"), ("Lê Chân", "", "3.75")]
    assert {record.text("unit") for record in table.records} == {"Lê Chân", "Hồng Bàng"}


def test_codes_names_and_maxima_may_stand_in_rows_of_their_own() -> None:
    rows = [
        ["ĐIỂM THẨM ĐỊNH CÁC QUẬN NĂM 2021"],
        ["TT", "Đơn vị", "1.1", "1.2", "2.1"],
        [None, None, "Kế hoạch", "Tuyên truyền", "Công khai"],
        [None, "Điểm tối đa", 4, "5,5", 6],
        [1, "Lê Chân", 3, 5, 6],
    ]

    assert texts(table_of(rows, merges="A2:A3 B2:B3"), *CELL) == [
        ("Lê Chân", "1.1", "Kế hoạch", "4", "3"),
        ("Lê Chân", "1.2", "Tuyên truyền", "5,5", "5"),
        ("Lê Chân", "2.1", "Công khai", "6", "6"),
    ]


def test_bare_numbers_may_be_the_codes_across() -> None:
    rows = [
        ["ĐIỂM THẨM ĐỊNH CÁC QUẬN NĂM 2021"],
        ["TT", "Đơn vị", "Tiêu chí", None, None],
        [None, None, 1, 2, 3],
        [1, "Lê Chân", 3, 5, 6],
    ]

    assert texts(table_of(rows, merges="A2:A3 B2:B3 C2:E2"), "criterion_code", "points") == [
        ("1", "3"),
        ("2", "5"),
        ("3", "6"),
    ]


AREAS = ["Chỉ đạo, điều hành (10)", "Thể chế\n(5,5 điểm)", "Thủ tục (20)"]


def test_an_index_beside_criteria_is_no_criterion() -> None:
    rows = [
        ["Điểm thẩm định năm 2021"],
        ["TT", "Đơn vị", "1.1. Kế hoạch (4)", "1.2. Tuyên truyền (6)", "Tổng", "Chỉ số (%)"],
        [1, "Lê Chân", 3, 5, 8, 80],
    ]
    table = table_of(rows)

    assert texts(table, "criterion_code", "points") == [("1.1", "3"), ("1.2", "5"), ("", "8")]
    assert "F2" in {left.cell for left in table.left_out}


def test_a_list_with_unit_criterion_kind_and_points_is_long() -> None:
    rows = [
        ["STT", "Đơn vị", "Năm", "Tiêu chí", "Loại điểm", "Điểm"],
        [1, "Lê Chân", 2021, "1.1", "Tự đánh giá", 4],
        [2, "Lê Chân", 2021, "1.2", "Tự đánh giá", 5],
    ]
    table = table_of(rows)

    assert table.form == "scores_long"
    assert "criterion_code" not in table.columns
    assert texts(table, "criterion_name", "points") == [("1.1", "4"), ("1.2", "5")]


def test_an_stt_that_does_not_count_is_the_code_of_a_long_list() -> None:
    rows: list[list[object]] = [["STT", "Tên tiêu chí", "Đơn vị", "Năm", "Loại điểm", "Điểm"]]
    rows += [
        [code, "Kế hoạch", unit, 2021, "Tự đánh giá", 1]
        for unit in ("Lê Chân", "Hồng Bàng")
        for code in (1, 2, 3)
    ]

    assert texts(table_of(rows), "criterion_code") == [("1",), ("2",), ("3",)] * 2
