"""What was understood of a sheet is told beside the sheet itself, whatever came of the file."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from data.importing import check_workbooks
from data.store import Store
from data.understood import LeftOutRows, Origin, RowRole, Said
from data.window import MOST_ROWS, cells_of

ROWS = (
    ("BẢNG CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2021",),
    ("Đơn vị: UBND quận Lê Chân",),
    (),
    ("STT", "Tiêu chí", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Ý kiến riêng"),
    ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
    ("1", "Kế hoạch", 4, 4, 3),
    (),
    ("2", "Báo cáo", 6, 6, 12.5),
    ("", "Tổng cộng", 10, 10, 15.5),
    (),
    ("", "", "", "NGƯỜI LẬP"),
    ("", "", "", "Nguyễn Văn A"),
)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "home")


def workbook(path, rows=ROWS, sheet="Bảng điểm"):
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def table_of(store, path):
    return check_workbooks(store, None, [path]).understood[0].sheets[0].tables[0]


def test_form_year_and_unit_are_told_with_the_cells_that_say_them(store, tmp_path):
    table = table_of(store, workbook(tmp_path / "diem.xlsx"))
    assert (table.form, table.layout, table.heading_rows) == ("scores_unit", "rows", (4, 4))
    assert table.said == (
        Said("year", "2021", Origin.CELL, "A1"),
        Said("unit", "UBND quận Lê Chân", Origin.CELL, "A2"),
    )


def test_every_column_is_told_with_its_field_or_why_it_has_none(store, tmp_path):
    table = table_of(store, workbook(tmp_path / "diem.xlsx"))
    assert [(column.cell, column.field, column.reason) for column in table.columns] == [
        ("A4", "criterion_code", None),
        ("B4", "criterion_name", None),
        ("C4", "maximum_points", None),
        ("D4", "self_assessed", None),
        ("E4", "verified_2", None),
        ("F4", None, "column_unknown"),
    ]


def test_rows_are_counted_and_each_row_left_out_has_its_cells_and_its_reason(store, tmp_path):
    table = table_of(store, workbook(tmp_path / "diem.xlsx"))
    assert table.row_count == 2
    assert table.left_out == (
        LeftOutRows("A5", "F5", "column_numbers", 1, "(1) (2) (3) (4) (5) (6)"),
        LeftOutRows("A7", "F7", "blank_row", 1, ""),
        LeftOutRows("B9", "E9", "total_row_compared", 1, "Tổng cộng 10 15.5"),
        LeftOutRows("A10", "F10", "blank_row", 1, ""),
        LeftOutRows("D11", "D12", "signature", 2, "NGƯỜI LẬP · Nguyễn Văn A"),
    )


def test_a_year_and_a_unit_of_sheet_and_first_sheet_are_told_as_such(store, tmp_path):
    path = tmp_path / "diem.xlsx"
    workbook(path, (("Chỉ số CCHC năm 2021",),), "Bìa")
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("UBND quận Lê Chân")
    for row in ROWS[3:]:
        sheet.append(list(row))
    book.save(path)
    understood = check_workbooks(store, None, [path]).understood[0]
    assert [sheet.tables != () for sheet in understood.sheets] == [False, True]
    assert {(s.what, s.origin) for s in understood.sheets[1].tables[0].said} == {
        ("year", Origin.FIRST_SHEET),
        ("unit", Origin.SHEET_NAME),
    }


def test_the_window_shows_titles_headings_rows_and_the_cell_that_is_wrong(store, tmp_path):
    rows = [*ROWS[:6], *[(str(n), f"Tiêu chí {n}", 4, 4, 3) for n in range(3, 120)], ROWS[7]]
    path = workbook(tmp_path / "diem.xlsx", rows)
    outcome = check_workbooks(store, None, [path])
    window = outcome.understood[0].sheets[0].window
    assert len(window.rows) <= MOST_ROWS
    told = {row.number: row.role for row in window.rows}
    assert told[1] is RowRole.TITLE
    assert told[4] is RowRole.HEADING
    assert told[5] is RowRole.LEFT_OUT
    assert told[6] is RowRole.TAKEN
    assert 60 not in told
    assert cells_of(window, window.rows[0])[:2] == ["A1", "B1"]
    assert window.rows[0].cells[0] == "BẢNG CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2021"


def test_a_csv_is_told_like_a_sheet_without_a_name(store, tmp_path):
    path = tmp_path / "diem.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(ROWS)
    understood = check_workbooks(store, None, [path]).understood[0]
    assert [sheet.name for sheet in understood.sheets] == [None]
    assert understood.sheets[0].tables[0].row_count == 2


def test_a_file_that_cannot_be_opened_has_nothing_to_tell(store, tmp_path):
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    assert check_workbooks(store, None, [path]).understood[0].sheets == ()
