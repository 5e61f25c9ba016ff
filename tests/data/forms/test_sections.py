"""Several tables, units or years on one sheet, wherever on it they stand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.data.forms.reader import read, said, sheet_of, table_of, texts

SCORES = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"]
UNIT = ["Đơn vị: Sở Nội vụ", None, "Năm 2021"]


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
