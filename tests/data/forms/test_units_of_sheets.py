"""Whose scores a sheet holds: labels, titles, sheet names, letterheads, covers."""

from __future__ import annotations

import pytest

from tests.data.forms.reader import context_of, read, said, sheet_of

SCORES = [["STT", "Tiêu chí", "Điểm thẩm định"], ["1.1", "Kế hoạch", 4]]


@pytest.mark.parametrize(
    ("titles", "unit"),
    [
        (["Đơn vị: UBND quận Lê Chân"], ("UBND quận Lê Chân", "A1")),
        (["Cơ quan: SNV"], ("SNV", "A1")),
        (["Đơn vị: Sở Nội vụ - Năm 2021"], ("Sở Nội vụ", "A1")),
        (["Năm 2021; Đơn vị: Sở Nội vụ"], ("Sở Nội vụ", "A1")),
        (["Chỉ số CCHC năm 2021 của Sở Nội vụ"], ("Sở Nội vụ", "A1")),
        (["Chỉ số CCHC năm 2021 – UBND HUYỆN AN LÃO"], ("UBND HUYỆN AN LÃO", "A1")),
        (["UBND QUẬN LÊ CHÂN", "Bảng chấm điểm năm 2021"], ("UBND QUẬN LÊ CHÂN", "A1")),
        (["UBND THÀNH PHỐ HẢI PHÒNG", "SỞ NỘI VỤ", "Bảng tự chấm 2021"], ("SỞ NỘI VỤ", "A2")),
        (["SỞ NỘI VỤ", "Thẩm định điểm của quận Hồng Bàng"], ("quận Hồng Bàng", "A2")),
        (["Lê Chân", "Bảng chấm điểm"], ("Lê Chân", "A1")),
        (["UBND THÀNH PHỐ HẢI PHÒNG\nSỞ NỘI VỤ"], ("SỞ NỘI VỤ", "A1")),
        (["BẢNG CHẤM ĐIỂM NĂM 2021\nĐơn vị: Sở Nội vụ"], ("Sở Nội vụ", "A1")),
        (["UBND QUẬN LÊ CHÂN", "BAN CHỈ ĐẠO CCHC"], ("UBND QUẬN LÊ CHÂN", "A1")),
        (["Thẩm định của Sở Nội vụ đối với quận Lê Chân"], ("quận Lê Chân", "A1")),
        (["Cơ quan thẩm định: Sở Nội vụ", "Đơn vị được đánh giá: Lê Chân"], ("Lê Chân", "A2")),
    ],
)
def test_a_score_sheet_says_its_unit(titles: list[str], unit: tuple[str, str]) -> None:
    assert said(context_of([[title] for title in titles], SCORES).unit) == unit


@pytest.mark.parametrize("line", ["Đơn vị tính: điểm", "Đơn vị: điểm", "ĐVT: điểm"])
def test_a_unit_of_measure_is_no_unit(line: str) -> None:
    assert context_of([[line]], SCORES).unit is None


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Quận Lê Chân", "Quận Lê Chân"),
        ("Lê Chân 2021", "Lê Chân"),
        ("SNV_2021", "SNV"),
        ("H. Vĩnh Bảo", "H. Vĩnh Bảo"),
        ("Sheet1", None),
        ("Bảng chấm", None),
        ("Tự chấm", None),
    ],
)
def test_the_sheets_name_may_say_the_unit(name: str, unit: str | None) -> None:
    found = context_of([], SCORES, name=name).unit

    assert (found.text if found else None) == unit
    assert found is None or found.cell is None


def test_the_sheets_name_beats_the_office_in_the_letterhead() -> None:
    context = context_of([["SỞ NỘI VỤ"], ["Thẩm định năm 2021"]], SCORES, name="Quận Lê Chân")

    assert said(context.unit) == ("Quận Lê Chân", None)


def test_a_cover_serves_the_sheets_that_say_nothing_themselves() -> None:
    cover = [["CHỈ SỐ CCHC NĂM 2021"], ["Khối: Quận"], ["Đơn vị: UBND quận Lê Chân"]]
    own = [["Năm 2022"], ["Đơn vị: Sở Nội vụ"], *SCORES]
    reading = read(sheet_of(cover, name="Bìa"), sheet_of(SCORES), sheet_of(own, name="T"))

    silent, speaking = (table.context for table in reading.tables)
    assert (said(silent.year), said(silent.unit)) == (("2021", None), ("UBND quận Lê Chân", None))
    assert said(silent.group) == ("Quận", None)
    assert (said(speaking.year), said(speaking.unit)) == (("2022", "A1"), ("Sở Nội vụ", "A2"))


def test_the_first_sheets_unit_is_not_lent_to_others_where_it_has_scores_itself() -> None:
    first = [["Chỉ số CCHC năm 2021"], ["Đơn vị: Sở Nội vụ"], *SCORES]
    reading = read(sheet_of(first, name="A"), sheet_of(SCORES, name="B"))

    assert said(reading.tables[1].context.year) == ("2021", None)
    assert reading.tables[1].context.unit is None
