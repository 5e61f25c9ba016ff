"""A draft set is read and checked like an import, and nothing of it is stored."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest

from data.draft_criteria import read_draft
from data.reference import UnitKnown

UNITS = (
    UnitKnown(
        "303", "Quận Hồng Bàng", "urban_district", None, None, (), {2022: "Quận"}, frozenset()
    ),
)
HEAD = ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa"]


def saved(folder, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = folder / "du_thao.xlsx"
    book.save(path)
    return path


def draft(*rows, title="BỘ TIÊU CHÍ NĂM 2023"):
    return [[title], ["Áp dụng cho các quận"], [], HEAD, *rows]


def test_the_leaves_come_with_their_areas(tmp_path):
    path = saved(
        tmp_path,
        draft(["I", "Chỉ đạo, điều hành", 3], ["1", "Kế hoạch", 1], ["2", "Kiểm tra", 2]),
    )
    read = read_draft(path, UNITS, year=2022, group="Quận")
    assert read.year == 2023
    assert [
        (leaf["criterion_code"], leaf["criterion_name"], leaf["area_name"], leaf["maximum_points"])
        for leaf in read.leaves
    ] == [
        ("1", "Kế hoạch", "Chỉ đạo, điều hành", Decimal(1)),
        ("2", "Kiểm tra", "Chỉ đạo, điều hành", Decimal(2)),
    ]


def test_a_draft_without_a_year_is_read_as_one_of_the_year_on_the_screen(tmp_path):
    path = saved(tmp_path, draft(["I", "A", 1], ["1", "Kế hoạch", 1], title="BỘ TIÊU CHÍ DỰ THẢO"))
    read = read_draft(path, UNITS, year=2022, group="Quận")
    assert (read.year, len(read.leaves)) == (2022, 1)


def test_bonus_and_penalty_are_no_part_of_the_draft(tmp_path):
    path = saved(
        tmp_path,
        draft(["I", "A", 1], ["1", "Kế hoạch", 1], ["", "Điểm cộng", 2], ["1", "Thưởng", 2]),
    )
    leaves = read_draft(path, UNITS, year=2022, group="Quận").leaves
    assert [leaf["criterion_name"] for leaf in leaves] == ["Kế hoạch"]


@pytest.mark.parametrize("rows", [[["Họ tên"], ["An"]], draft(["I", "A", 9], ["1", "Kế hoạch", 1])])
def test_what_an_import_would_refuse_gives_no_leaves_and_says_why(tmp_path, rows):
    read = read_draft(saved(tmp_path, rows), UNITS, year=2022, group="Quận")
    assert read.leaves == ()
    assert read.problems
