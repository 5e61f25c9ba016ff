"""Rows below the headings: items, totals, summaries, signatures, merged cells, heading rows."""

from __future__ import annotations

import pytest

from data.forms.found import FormTable
from tests.data.forms.reader import read, said, sheet_of, table_of, texts

SCORES = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"]
UNIT = ["Đơn vị: Sở Nội vụ", None, "Năm 2021"]


def _left_out(table: FormTable) -> list[tuple[str, str]]:
    return [(left.cell, left.reason) for left in table.left_out]


def test_blank_rows_and_repeated_headings_are_passed_over() -> None:
    rows = [UNIT, SCORES, ["1.1", "a", 4, 4, 3], [], SCORES, ["1.2", "b", 6, 6, 5]]
    table = table_of(rows)

    assert texts(table, "criterion_code") == [("1.1",), ("1.2",)]
    assert [record.row for record in table.records] == [3, 6]


@pytest.mark.parametrize(
    "numbers",
    [
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, 2, 3, 4, 5],
        ["A", "B", 1, 2, 3],
        ["A", "B", "C", "D", "E"],
        ["(1)", "(2)", "(3)", "(4)", "(5)=(4)-(3)"],
    ],
)
def test_a_row_of_column_numbers_is_no_item(numbers: list[object]) -> None:
    table = table_of([UNIT, SCORES, numbers, ["1.1", "a", 4, 4, 3]])

    assert texts(table, "criterion_code") == [("1.1",)]


@pytest.mark.parametrize("first", [["A", "B", "1", "2", "3=1-2"], None])
@pytest.mark.parametrize(
    "again", [["A", "B", "1", "2", "3=1-2"], ["(1)", "(2)", "(3)", "(4)", "(5)"]]
)
def test_column_numbers_below_headings_on_a_further_page_are_no_item(
    first: list[object] | None, again: list[object]
) -> None:
    rows = [UNIT, SCORES, *([first] if first else []), ["1.1", "a", 4, 4, 3], SCORES, again]
    table = table_of([*rows, ["1.2", "b", 6, 6, 5]])

    assert texts(table, "criterion_code") == [("1.1",), ("1.2",)]
    assert (f"A{len(rows)}", "column_numbers") in _left_out(table)


def test_column_numbers_alone_on_a_further_page_are_those_that_stood_above() -> None:
    numbers = ["A", "B", "1", "2", "3"]
    rows = [UNIT, SCORES, numbers, ["1.1", "a", 4, 4, 3], numbers, ["1.2", "b", 6, 6, 5]]
    assert texts(table_of(rows), "criterion_code") == [("1.1",), ("1.2",)]


def test_an_item_that_counts_up_is_an_item_where_no_page_begins() -> None:
    rows = [UNIT, SCORES, ["1", "a", 4, 4, 3], ["2", "3", 4, 5, 6], ["3", "c", 6, 6, 5]]
    assert texts(table_of(rows), "criterion_code") == [("1",), ("2",), ("3",)]


def test_the_first_item_of_a_list_is_not_taken_for_column_numbers() -> None:
    table = table_of([UNIT, SCORES, [1, "Kế hoạch", 3, 2, 3], [2, "b", 3, 2, 3]])

    assert texts(table, "criterion_code") == [("1",), ("2",)]


@pytest.mark.parametrize(
    "label", ["Tổng cộng", "TỔNG ĐIỂM", "Tổng số điểm", "Cộng", "Tong cong", "Cộng lĩnh vực I"]
)
def test_a_total_row_is_kept_and_marked(label: str) -> None:
    table = table_of([UNIT, SCORES, ["1.1", "a", 4, 4, 3], [None, label, 4, 4, 3]])

    assert [said(record.fields.get("total_row")) for record in table.records] == [
        None,
        (label, "B4"),
    ]
    assert texts(table, "verified_2")[1] == ("3",)


@pytest.mark.parametrize(
    "name", ["Công tác chỉ đạo", "Tổng kết, đánh giá", "Tổng hợp báo cáo", "Cộng tác viên"]
)
def test_criteria_whose_name_begins_like_a_total_are_criteria(name: str) -> None:
    table = table_of([UNIT, SCORES, ["1.1", name, 4, 4, 3]])

    assert "total_row" not in table.records[0].fields


def test_sections_behind_the_total_row_are_read() -> None:
    rows = [
        ["Bộ tiêu chí các quận năm 2022"],
        ["STT", "Tiêu chí", "Điểm tối đa"],
        ["I", "Điều hành", 10],
        [None, "Tổng cộng", 10],
        ["II", "Điểm cộng", 2],
        ["2.1", "Sáng kiến", 2],
    ]

    assert texts(table_of(rows), "code")[2:] == [("II",), ("2.1",)]


@pytest.mark.parametrize(
    "label",
    [
        "Giá trị trung bình",
        "Trung bình",
        "Cao nhất",
        "Điểm cao nhất",
        "Thấp nhất",
        "Tổng",
        "TỔNG CỘNG",
        "Bình quân chung",
    ],
)
@pytest.mark.parametrize("code", [None, 310, "310"])
def test_summary_rows_are_no_units_whatever_code_stands_beside_them(
    label: str, code: object
) -> None:
    rows = [
        ["Kết quả Chỉ số CCHC năm 2021"],
        ["Mã đơn vị", "Đơn vị", "Tổng điểm", "Xếp hạng"],
        ["305", "Lê Chân", 80, 1],
        [code, label, 80, None],
    ]
    table = table_of(rows)

    assert texts(table, "unit") == [("Lê Chân",)]
    assert _left_out(table)[-1][1] in {"summary_row", "total_row"}


def test_a_band_may_be_called_trung_binh() -> None:
    rows = [["Năm", "Khối", "Xếp loại", "Từ", "Đến"], [2021, "Quận", "Trung bình", 50, 70]]

    assert texts(table_of(rows), "band") == [("Trung bình",)]


def test_the_signature_block_ends_the_table() -> None:
    rows = [
        UNIT,
        SCORES,
        ["1.1", "a", 4, 4, 3],
        [],
        ["Nơi nhận:\n- Như trên", None, None, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"],
        [None, None, None, "Nguyễn Văn A"],
    ]
    table = table_of(rows)

    assert texts(table, "criterion_code") == [("1.1",)]
    assert _left_out(table) == [("A5", "signature"), ("D6", "signature")]


@pytest.mark.parametrize(
    "line",
    ["Hải Phòng, ngày 20 tháng 12 năm 2021", "NGƯỜI LẬP BIỂU", "KT. GIÁM ĐỐC", "THỦ TRƯỞNG ĐƠN VỊ"],
)
def test_each_kind_of_signature_line_ends_the_table(line: str) -> None:
    table = table_of([UNIT, SCORES, ["1.1", "a", 4, 4, 3], [None, None, None, line], ["x"]])

    assert len(table.records) == 1


def test_a_leader_named_in_a_register_is_no_signature() -> None:
    rows = [
        ["Đơn vị", "Nội dung", "Thời gian dự kiến", "Trưởng đoàn"],
        ["Lê Chân", None, "Tháng 9/2022", "Giám đốc"],
        ["Hồng Bàng", None, "Tháng 10/2022", "Phó Chủ tịch"],
    ]

    assert len(table_of(rows).records) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Nguồn: Sở Nội vụ",
        "(Số liệu tính đến ngày 15/12/2021)",
        "Số liệu do Sở Nội vụ tổng hợp từ báo cáo của các cơ quan, đơn vị và kết quả điều tra xã "
        "hội học trên địa bàn thành phố",
    ],
)
def test_remarks_below_a_list_of_units_are_no_units(line: str) -> None:
    rows = [
        ["Kết quả Chỉ số CCHC năm 2021"],
        ["Đơn vị", "Tổng điểm", "Xếp hạng"],
        ["Lê Chân", 80, 1],
        [line],
    ]

    assert texts(table_of(rows), "unit") == [("Lê Chân",)]


def test_columns_without_a_field_are_left_out_and_said() -> None:
    rows = [UNIT, [*SCORES, "Phòng theo dõi"], ["1.1", "a", 4, 4, 3, "Phòng CCHC"]]
    table = table_of(rows)

    assert [(left.cell, left.text, left.reason) for left in table.left_out] == [
        ("F2", "Phòng theo dõi", "column_unknown")
    ]


def _columns_said(rows: list[list[object]]) -> list[tuple[str, str | None, str | None]]:
    found = read(sheet_of(rows)).problems
    return [(p.severity, p.cell, p.found) for p in found if p.code == "column_not_recognised"]


def test_a_column_with_values_that_matches_nothing_is_a_problem_at_its_heading() -> None:
    rows = [UNIT, [*SCORES, "Phòng theo dõi"], ["1.1", "a", 4, 4, 3, "Phòng CCHC"]]

    assert _columns_said(rows) == [("warning", "F2", "Phòng theo dõi")]


def test_neither_a_blank_unknown_column_nor_a_row_number_is_a_problem() -> None:
    blank = [UNIT, [*SCORES, "Phòng theo dõi"], ["1.1", "a", 4, 4, 3, None]]
    numbered = [UNIT, ["TT", *SCORES[1:]], [1, "1.1. a", 4, 4, 3], [2, "1.2. b", 4, 4, 3]]

    assert _columns_said(blank) == _columns_said(numbered) == []
