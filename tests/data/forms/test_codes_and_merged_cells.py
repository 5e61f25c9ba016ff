"""Codes beside, above and inside names; cells merged over rows and columns."""

from __future__ import annotations

import pytest

from tests.data.forms.reader import said, table_of, texts

SCORES = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"]
UNIT = ["Đơn vị: Sở Nội vụ", None, "Năm 2021"]


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
