"""Year, group, unit and kind from title rows, sheet names, covers and options."""

from __future__ import annotations

from typing import Any

import pytest

from data.forms.found import Reading
from tests.data.forms.reader import context_of, read, said, sheet_of, table_of

SCORES = [["STT", "Tiêu chí", "Điểm thẩm định"], ["1.1", "Kế hoạch", 4]]
CRITERIA = [["STT", "Tiêu chí", "Điểm tối đa"], ["I", "Điều hành", 5], ["1.1", "Kế hoạch", 5]]
MATRIX: list[list[Any]] = [
    ["TT", "Tiêu chí", "Quận Lê Chân", "Quận Hồng Bàng"],
    ["1.1", "Kế hoạch", 3, 4],
]
REMEDIATION = [["TT", "Tiêu chí", "Điểm bị trừ", "Giải pháp"], [1, "1.1", "0,5", "Ban hành"]]
INSPECTIONS = [["Đơn vị", "Nội dung", "Thời gian dự kiến"], ["Lê Chân", "Thể chế", "Tháng 9"]]


@pytest.mark.parametrize(
    "title",
    [
        "BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021",
        "Năm đánh giá: 2021",
        "Năm 2021",
        "Bang cham diem nam 2021",
        "Kết quả Chỉ số CCHC năm 2021 (Quyết định số 12/2022/QĐ-UBND)",
        "Chỉ số CCHC năm 2021 so với năm 2020",
        "Chỉ số CCHC năm 2021 (kèm theo Quyết định số 903/QĐ-UBND ngày 28/3/2022)",
        "Chỉ số CCHC năm 2021, giai đoạn 2021-2025",
        "PAR INDEX 2021",
    ],
)
def test_the_year_of_a_title_is_that_of_the_assessment(title: str) -> None:
    context = context_of([[title], ["Đơn vị: Sở Nội vụ"]], SCORES)

    assert said(context.year) == ("2021", "A1")


@pytest.mark.parametrize(
    "line",
    [
        "Hải Phòng, ngày 28 tháng 3 năm 2022",
        "Lê Chân, ngày     tháng    năm 2022",
        "Hải Phòng, ngày … tháng … năm 2022",
        "(Ban hành kèm theo Quyết định số 12/2022/QĐ-UBND ngày 28 tháng 3 năm 2022)",
        "(theo Công văn số 15/SNV ngày 02/3/2022)",
    ],
)
def test_dates_of_documents_are_not_the_year(line: str) -> None:
    context = context_of([[line], ["Bảng chấm điểm năm 2021"], ["Đơn vị: SNV"]], SCORES)

    assert said(context.year) == ("2021", "A2")


def test_a_label_and_its_value_may_stand_in_two_cells() -> None:
    context = context_of([["Năm đánh giá:", 2021], ["Tên đơn vị", "Quận Lê Chân"]], SCORES)

    assert (said(context.year), said(context.unit)) == (("2021", "B1"), ("Quận Lê Chân", "B2"))


def test_the_columns_may_say_the_year() -> None:
    headings = ["STT", "Tiêu chí", "Điểm tự chấm năm 2021", "Điểm thẩm định năm 2021"]
    context = context_of([["Đơn vị: SNV"]], [headings, ["1.1", "Kế hoạch", 4, 3]])

    assert said(context.year) == ("2021", "C2")


def test_a_label_without_a_value_takes_nothing_from_the_row_below() -> None:
    context = context_of([["Đơn vị:"], ["Năm đánh giá:"], ["Ghi tại đây"]], SCORES)

    assert (context.year, context.unit) == (None, None)


def test_the_year_of_the_index_beats_the_year_of_the_plan() -> None:
    title = "KẾ HOẠCH NĂM 2022 KHẮC PHỤC NỘI DUNG BỊ TRỪ ĐIỂM CHỈ SỐ CCHC NĂM 2021"
    context = context_of([[title], ["Đơn vị: Sở Nội vụ"]], REMEDIATION)

    assert said(context.year) == ("2021", "A1")


def test_a_programme_is_of_the_year_of_the_inspection() -> None:
    title = "KẾ HOẠCH KIỂM TRA CCHC NĂM 2022 (nội dung bị trừ điểm Chỉ số CCHC năm 2021)"

    assert said(context_of([[title]], INSPECTIONS).year) == ("2022", "A1")


def _of_two_years(**options: Any) -> Reading:
    rows = [["Kết quả chấm điểm năm 2020 và năm 2021"], ["Đơn vị: Sở Nội vụ"], *SCORES]
    return read(sheet_of(rows), **options)


def test_two_years_in_a_title_are_ambiguous() -> None:
    reading = _of_two_years()

    assert reading.tables[0].context.year is None
    (problem,) = reading.problems
    assert (problem.code, problem.cell, problem.found) == ("year_ambiguous", "A1", "2020; 2021")


def test_an_option_decides_between_two_years() -> None:
    reading = _of_two_years(year=2021)

    assert (reading.problems, said(reading.tables[0].context.year)) == ((), ("2021", "A1"))


def test_an_option_that_the_title_contradicts_is_an_error_at_the_title() -> None:
    rows = [["Chỉ số CCHC năm 2021"], ["Đơn vị: Sở Nội vụ"], *SCORES]
    (problem,) = read(sheet_of(rows), year=2022).problems

    assert (problem.code, problem.cell) == ("contradicts_option", "A1")
    assert (problem.found, problem.expected) == ("2021", "2022")


def test_an_option_serves_where_the_workbook_is_silent() -> None:
    context = context_of([], SCORES, year=2021, unit="305")

    assert (said(context.year), said(context.unit)) == (("2021", None), ("305", None))


def test_two_years_are_no_matter_where_each_row_has_its_own() -> None:
    rows = [
        ["Điểm năm 2020 và năm 2021"],
        ["Đơn vị", "Năm", "Mã", "Loại điểm", "Điểm"],
        ["Lê Chân", 2020, "1.1", "Tự đánh giá", 3],
    ]

    assert table_of(rows).context.year is None


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Bộ tiêu chí CCHC năm 2021 của UBND các quận, huyện", "UBND các quận, huyện"),
        ("BỘ TIÊU CHÍ CỦA CÁC SỞ, BAN, NGÀNH NĂM 2021", "CÁC SỞ, BAN, NGÀNH"),
        ("Bộ tiêu chí sở, ban, ngành năm 2021", "sở, ban, ngành"),
        ("Bo tieu chi cua UBND cac quan, huyen nam 2021", "UBND cac quan, huyen"),
        ("Bộ tiêu chí các cơ quan chuyên môn năm 2021", "các cơ quan chuyên môn"),
        ("Bộ tiêu chí UBND cấp huyện năm 2021", "UBND cấp huyện"),
        ("Bộ tiêu chí các xã, phường, đặc khu năm 2025", "các xã, phường, đặc khu"),
        ("BỘ TIÊU CHÍ NĂM 2021 KHỐI QUẬN", "KHỐI QUẬN"),
        ("Khối: Sở, ban, ngành", "Sở, ban, ngành"),
        ("Áp dụng cho: UBND các huyện", "UBND các huyện"),
    ],
)
def test_the_group_is_the_part_of_the_title_that_names_kinds(title: str, group: str) -> None:
    assert said(context_of([[title]], CRITERIA).group) == (group, "A1")


@pytest.mark.parametrize(
    "title", ["UBND THÀNH PHỐ HẢI PHÒNG", "Các cơ quan liên quan", "Số liệu các đơn vị"]
)
def test_words_that_name_no_kind_are_no_group(title: str) -> None:
    assert context_of([[title]], CRITERIA).group is None


def test_the_year_may_stand_in_the_sheets_name_and_a_title_beats_it() -> None:
    assert said(context_of([], SCORES, name="SNV_2021").year) == ("2021", None)
    assert said(context_of([["Năm 2022"]], SCORES, name="SNV_2021").year) == ("2022", "A1")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("TỔNG HỢP ĐIỂM THẨM ĐỊNH NĂM 2021", "verified_2"),
        ("Điểm thẩm định lần 1 năm 2021", "verified_1"),
        ("Điểm thẩm định sau giải trình năm 2021", "verified_2"),
        ("Tổng hợp điểm tự chấm năm 2021", "self_assessed"),
        ("Kết quả điều tra xã hội học năm 2021", "survey"),
        ("Điểm giải trình năm 2021", "explanation"),
        ("Tổng hợp điểm năm 2021", None),
        ("Điểm tự chấm và thẩm định năm 2021", None),
    ],
)
def test_a_matrix_says_its_kind_of_points_or_does_not(title: str, kind: str | None) -> None:
    found = context_of([[title]], MATRIX).kind

    assert (found.text if found else None) == kind


def test_a_kind_that_the_option_contradicts_is_an_error() -> None:
    rows = [["Điểm tự chấm năm 2021"], *MATRIX]

    assert [p.code for p in read(sheet_of(rows), kind="verified").problems] == [
        "contradicts_option"
    ]
    assert read(sheet_of(rows), kind="self_assessed").problems == ()


@pytest.mark.parametrize("word", ["MINH HOẠ", "MINH HỌA", "minh họa", "Minh hoa"])
def test_the_mark_of_illustration_is_known_in_any_spelling(word: str) -> None:
    above = [[f"(Dữ liệu {word})"], ["Đơn vị: Sở Nội vụ"], *SCORES]
    below = [["Đơn vị: Sở Nội vụ"], *SCORES, [], [f"Ghi chú: DỮ LIỆU {word}"]]

    assert read(sheet_of(above)).is_illustration
    assert read(sheet_of(below)).is_illustration
    assert not read(sheet_of(above[1:])).is_illustration


def test_title_and_legal_basis_are_kept() -> None:
    titles = [
        ["UBND THÀNH PHỐ HẢI PHÒNG"],
        ["BỘ TIÊU CHÍ CHỈ SỐ CCHC CỦA CÁC QUẬN NĂM 2021"],
        ["(Ban hành kèm theo Quyết định số 3456/QĐ-UBND ngày 15/11/2021)"],
    ]
    context = context_of(titles, CRITERIA)

    assert said(context.title) == ("BỘ TIÊU CHÍ CHỈ SỐ CCHC CỦA CÁC QUẬN NĂM 2021", "A2")
    assert said(context.legal_basis) == (titles[2][0], "A3")


@pytest.mark.parametrize("place", ["above", "below", "note"])
def test_a_remark_on_the_ranking_is_in_the_text_around_the_table(place: str) -> None:
    remark = "Xếp hạng theo tổng điểm sau cộng, trừ"
    line = [f"Ghi chú: {remark}"] if place == "note" else [remark]
    rows = [line, *CRITERIA] if place == "above" else [*CRITERIA, [], line]

    assert remark.casefold() in table_of(rows).context.all_text.casefold()


def test_a_matrix_may_say_its_kind_in_the_sheets_name_or_above_the_units() -> None:
    by_name = context_of([], MATRIX, name="Tự chấm")
    heading = [["TT", "Tiêu chí", "Điểm ĐTXHH", None], [None, None, *MATRIX[0][2:]]]
    above = context_of(heading, MATRIX[1:], merges="C1:D1 A1:A2 B1:B2")

    assert (said(by_name.kind), said(above.kind)) == (("self_assessed", None), ("survey", "C1"))
