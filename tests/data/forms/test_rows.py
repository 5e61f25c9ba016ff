"""Rows below the headings: items, totals, summaries, signatures, merged cells, heading rows."""

from __future__ import annotations

from typing import Any

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


def test_a_rule_that_goes_on_in_rows_without_code_stays_with_its_table() -> None:
    rows = [
        ["Bộ tiêu chí các sở năm 2021"],
        ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        ["I", "Điều hành", 9, None],
        ["1.1", "Kế hoạch", 9, "Chấm theo mức độ:"],
        [None, "- Hoàn thành: 9 điểm", None, None],
        [None, None, None, "Dưới 80%: 0 điểm"],
    ]

    assert texts(table_of(rows), "code", "name", "rule")[2:] == [
        ("", "- Hoàn thành: 9 điểm", ""),
        ("", "", "Dưới 80%: 0 điểm"),
    ]


def test_a_way_of_assessment_merged_over_rows_holds_for_each() -> None:
    rows = [
        ["Bộ tiêu chí các sở năm 2021"],
        ["STT", "Tiêu chí", "Điểm tối đa", "Phương thức đánh giá"],
        ["I", "Tác động", 9, "Điều tra xã hội học"],
        ["1.1", "Hài lòng", 4, None],
        ["1.2", "Tin tưởng", 5, None],
    ]
    table = table_of(rows, merges="D3:D5")

    assert [said(record.fields["assessed_by"]) for record in table.records] == [
        ("Điều tra xã hội học", "D3")
    ] * 3


def test_points_merged_over_rows_count_once() -> None:
    rows = [UNIT, SCORES, ["1.1", "a", 4, 4, 3], [None, "- minh chứng", None, None, None]]
    table = table_of(rows, merges="A3:A4 E3:E4")

    assert texts(table, "criterion_code", "verified_2") == [("1.1", "3"), ("", "")]


def test_a_sign_merged_over_columns_of_points_counts_in_each() -> None:
    rows = [UNIT, SCORES, ["1.1", "a", 4, "KĐG", None], ["1.2", "b", 4, 3, None]]

    assert texts(table_of(rows, merges="D3:E3"), "self_assessed", "verified_2") == [
        ("KĐG", "KĐG"),
        ("3", ""),
    ]


def test_an_area_written_over_code_and_name_is_split() -> None:
    rows = [UNIT, SCORES, ["I. Chỉ đạo, điều hành", None, 10], ["1.1", "a", 4, 4, 3]]
    table = table_of(rows, merges="A3:B3")

    assert texts(table, "criterion_code", "criterion_name")[0] == ("I", "Chỉ đạo, điều hành")
    assert table.records[0].fields["criterion_name"].cell == "A3"


@pytest.mark.parametrize("counted", [False, True])
def test_criteria_may_carry_their_codes_in_the_name(counted: bool) -> None:
    names = ["I. Chỉ đạo", "1.1. Kế hoạch", "1.2 Tuyên truyền"]
    rows: list[list[object]] = [["Tiêu chí", "Điểm tối đa"], *([name, 5] for name in names)]
    if counted:
        rows = [[["STT", 1, 2, 3][n], *row] for n, row in enumerate(rows)]
    table = table_of([["Bộ tiêu chí các quận năm 2022"], *rows])

    assert texts(table, "code", "name") == [
        ("I", "Chỉ đạo"),
        ("1.1", "Kế hoạch"),
        ("1.2", "Tuyên truyền"),
    ]


def test_codes_that_a_spreadsheet_made_numbers_are_handed_on_as_they_are() -> None:
    table = table_of([UNIT, SCORES, [1.1, "a", 4, 4, 3], [1, "b", 4, 4, 3]])

    assert [record.fields["criterion_code"].value for record in table.records] == [1.1, 1]


@pytest.mark.parametrize("label", [["Đơn vị: Lê Chân"], ["Đơn vị:", "Lê Chân"], ["QUẬN LÊ CHÂN"]])
@pytest.mark.parametrize("with_headings", [True, False])
def test_several_units_on_one_sheet_are_tables_of_their_own(
    label: list[object], with_headings: bool
) -> None:
    rows = [UNIT, SCORES, ["1.1", "a", 4, 4, 3], [], label]
    rows += [SCORES] if with_headings else []
    rows += [["1.1", "a", 4, 4, 2]]
    reading = read(sheet_of(rows, merges="A5:E5" if len(label) == 1 else ""))

    assert reading.problems == ()
    assert [table.context.unit.text for table in reading.tables if table.context.unit] == [
        "Sở Nội vụ",
        str(label[-1]).removeprefix("Đơn vị: "),
    ]
    assert [texts(table, "verified_2") for table in reading.tables] == [[("3",)], [("2",)]]
    assert [table.context.year.text for table in reading.tables if table.context.year] == [
        "2021"
    ] * 2


def test_sections_of_units_may_begin_right_below_the_headings() -> None:
    rows = [SCORES, ["QUẬN LÊ CHÂN"], ["1.1", "a", 4, 4, 3], ["Đơn vị: Hồng Bàng"]]
    rows += [["1.1", "a", 4, 4, 2]]
    reading = read(sheet_of([["Năm 2021"], *rows], merges="A3:E3"))

    assert reading.problems == ()
    assert [said(table.context.unit) for table in reading.tables] == [
        ("QUẬN LÊ CHÂN", "A3"),
        ("Hồng Bàng", "A5"),
    ]


def test_sections_of_years_are_tables_of_their_own() -> None:
    rows = [
        ["KẾT QUẢ CHỈ SỐ CCHC CÁC NĂM 2020, 2021"],
        ["STT", "Đơn vị", "Tổng điểm"],
        ["Năm 2020"],
        [1, "Lê Chân", 80],
        ["Năm 2021"],
        [1, "Lê Chân", 85],
    ]
    reading = read(sheet_of(rows, merges="A3:C3 A5:C5"))

    assert reading.problems == ()
    assert [(said(table.context.year), texts(table, "total")) for table in reading.tables] == [
        (("2020", "A3"), [("80",)]),
        (("2021", "A5"), [("85",)]),
    ]


def test_a_second_table_of_another_form_follows_on_the_same_sheet() -> None:
    rows = [
        ["Bộ tiêu chí các quận năm 2022"],
        ["STT", "Tiêu chí", "Điểm tối đa"],
        ["I", "Điều hành", 10],
        ["1.1", "Kế hoạch", 10],
        ["THANG XẾP LOẠI"],
        ["Năm", "Khối", "Xếp loại", "Từ", "Đến"],
        [2022, "Quận", "Tốt", 90, 100],
    ]
    first, second = read(sheet_of(rows)).tables

    assert (first.form, texts(first, "code")) == ("criteria", [("I",), ("1.1",)])
    assert (second.form, texts(second, "band")) == ("bands", [("Tốt",)])


def test_the_table_may_begin_far_down_and_far_right() -> None:
    rows: list[list[Any]] = [[] for _ in range(40)]
    rows += [[*[None] * 9, *row] for row in (UNIT, SCORES, ["1.1", "a", 4, 4, 3])]

    assert table_of(rows).columns["verified_2"].cell == "N42"


def test_a_heading_merged_over_two_columns_is_one_column() -> None:
    rows = [
        UNIT,
        ["STT", "Tiêu chí", None, "Điểm thẩm định"],
        ["1.1", None, "Kế hoạch", 3],
        ["1.2", None, "Tuyên truyền", 4],
    ]
    table = table_of(rows, merges="B2:C2")

    assert texts(table, "criterion_name", "verified_2") == [
        ("Kế hoạch", "3"),
        ("Tuyên truyền", "4"),
    ]


def test_code_and_name_may_stand_below_one_merged_heading() -> None:
    rows = [
        ["Bộ tiêu chí các quận năm 2022"],
        ["Tiêu chí", None, "Điểm tối đa"],
        ["I", "Điều hành", 10],
        ["1.1", "Kế hoạch", 10],
    ]

    assert texts(table_of(rows, merges="A2:B2"), "code", "name") == [
        ("I", "Điều hành"),
        ("1.1", "Kế hoạch"),
    ]


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
