"""A whole file: problems, left-out sheets, options, and a round trip under noise."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from data.forms.found import Hints, Reading
from data.forms.reading import read_workbook
from tests.data.forms.reader import read, sheet_of, table_of, texts
from tests.data.forms.workbook import write_workbook

SCORES = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"]
ROWS = [
    ["Đơn vị: Sở Nội vụ", None, "Năm 2021"],
    SCORES,
    ["1.1", "Kế hoạch", 4, 4, 3],
    ["1.2", "Tuyên truyền", 6, 5, 4],
]


def _problems(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(problem.severity.value, problem.code, problem.cell) for problem in reading.problems]


def test_a_workbook_keeps_the_name_it_was_handed_in_under(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "0123.xlsx", {"S": ROWS})
    reading = read_workbook(path, name="Sở Nội vụ.xlsx")

    assert reading.file.name == "Sở Nội vụ.xlsx"
    assert len(reading.file.sha256) == 64
    assert reading.tables[0].file == reading.file


def test_sheets_of_no_form_are_passed_over() -> None:
    guide = sheet_of([["Cột", "Ý nghĩa"], ["Tiêu chí", "Tên tiêu chí"], ["Điểm", "Số"]], name="HD")

    assert [table.sheet for table in read(guide, sheet_of(ROWS, name="Chấm")).tables] == ["Chấm"]


def test_a_guide_that_lists_contents_and_points_is_no_score_sheet() -> None:
    guide = sheet_of([["Nội dung", "Điểm"], ["Ban hành đúng hạn", 5]], name="HD")

    assert [table.sheet for table in read(guide, sheet_of(ROWS, name="Chấm")).tables] == ["Chấm"]


def test_a_file_without_any_known_form_is_an_error() -> None:
    reading = read(sheet_of([["Họ tên", "Điện thoại"], ["Nguyễn Văn A", "0912"]]))

    assert _problems(reading) == [("error", "no_known_form", None)]


def test_a_known_form_without_a_row_is_an_error_of_its_sheet() -> None:
    reading = read(sheet_of(ROWS[:2], name="Chấm"), sheet_of(ROWS, name="T"))

    assert _problems(reading) == [("error", "form_without_rows", None)]
    assert reading.problems[0].sheet == "Chấm"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Điểm tự chấm", "Điểm tự đánh giá"),
        ("Điểm thẩm định", "Điểm đạt"),
        ("Điểm thẩm định", "Điểm thẩm định"),
    ],
)
def test_two_columns_for_one_field_are_an_error_at_the_second(first: str, second: str) -> None:
    reading = read(sheet_of([["Đơn vị: SNV"], ["STT", "Tiêu chí", first, second], [1, "a", 1, 2]]))

    assert _problems(reading) == [("error", "two_columns_one_field", "D2")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Điểm thẩm định lần 1", "Điểm thẩm định"),
        ("Điểm thẩm định", "Điểm thẩm định lần 2"),
        ("Thẩm định vòng 1", "Thẩm định vòng 2"),
        ("Thẩm định lần 1", "Thẩm định cuối"),
    ],
)
def test_rounds_tell_two_columns_apart(first: str, second: str) -> None:
    table = table_of([["Đơn vị: SNV"], ["STT", "Tiêu chí", first, second], [1, "a", 1, 2]])

    assert texts(table, "verified_1", "verified_2") == [("1", "2")]


def test_a_single_verified_column_is_the_last_round() -> None:
    table = table_of([["Đơn vị: SNV"], ["STT", "Tiêu chí", "Điểm thẩm định"], [1, "a", 2]])

    assert texts(table, "verified_2") == [("2",)]


def test_rounds_below_a_common_heading_are_told_apart() -> None:
    rows = [
        ["Đơn vị: SNV"],
        ["STT", "Tiêu chí", "Điểm thẩm định", None, "Tự chấm"],
        [None, None, "Lần 1", "Lần 2", None],
        [1, "a", 1, 2, 3],
    ]
    table = table_of(rows, merges="A2:A3 B2:B3 C2:D2 E2:E3")

    assert texts(table, "verified_1", "verified_2", "self_assessed") == [("1", "2", "3")]


def test_an_stt_beside_a_code_is_a_row_number() -> None:
    rows = [["Đơn vị: SNV"], ["STT", "Mã tiêu chí", "Tiêu chí", "Điểm đạt"], [1, "2.1", "a", 2]]
    table = table_of(rows)

    assert texts(table, "criterion_code") == [("2.1",)]
    assert [(left.cell, left.reason) for left in table.left_out] == [("A2", "row_number")]


def test_the_form_an_option_names_wins_and_another_form_contradicts_it() -> None:
    rows = [["STT", "Tiêu chí", "Điểm tối đa"], ["1", "a", 1]]

    assert read(sheet_of(rows), form="criteria").problems == ()
    (problem,) = read(sheet_of(rows), form="findings").problems
    assert (problem.code, problem.found, problem.expected) == (
        "contradicts_option",
        "criteria",
        "findings",
    )


def _dressed(tmp_path: Path) -> Reading:
    """Broken and hidden things in columns that matter, in one that does not, and in a mean."""

    def dress(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["S"]
        sheet["D3"] = "=1+1"  # openpyxl stores no value
        sheet["F3"] = "=1+1"
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["E"].hidden = True
        sheet.column_dimensions["F"].hidden = True
        workbook["Ẩn"].sheet_state = "hidden"

    rows = [ROWS[0], [*SCORES, "Phòng"], *ROWS[2:], [None, "Trung bình", None, "=A1"]]
    path = write_workbook(
        tmp_path / "a.xlsx", {"S": rows, "Ẩn": ROWS, "Trống": [["ghi"]]}, dress=dress
    )
    return read_workbook(path, hints=Hints())


def test_broken_and_hidden_cells_are_told_where_a_table_takes_them(tmp_path: Path) -> None:
    reading = _dressed(tmp_path)

    assert _problems(reading) == [
        ("error", "formula_without_value", "D3"),
        ("warning", "hidden_rows", "A4"),
        ("warning", "hidden_columns", "E3"),
        ("warning", "hidden_sheet", None),
    ]
    assert [problem.found for problem in reading.problems] == [None, "4", "E", "Ẩn"]
