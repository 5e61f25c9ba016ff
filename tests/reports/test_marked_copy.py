"""A workbook with problems comes back as itself, with what is wrong marked, and goes in again."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile

import openpyxl
import pytest
import xlwt
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from data.forms.reading import read_workbook
from data.importing import check_workbooks, import_workbooks
from data.problems import Problem, Severity
from data.store import Store
from reports.marked_copy import marked_copy
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook
from words.catalogue import speaking

SHEET = "Điểm 'thật'"
FILE = "diem.xlsx"
ABOVE = Problem(Severity.ERROR, "points_above_maximum", FILE, SHEET, "C3", "12,5", "4")
BELOW = Problem(Severity.ERROR, "points_below_zero", FILE, SHEET, "C3", "=cmd|' /C calc'!A1")
DOUBTFUL = Problem(Severity.WARNING, "total_differs_from_sum", FILE, SHEET, "G9", "7", "8")
WHOLE = Problem(Severity.ERROR, "criteria_set_missing", FILE, SHEET, None, None, "Quận, 2021")


@pytest.fixture
def rich() -> bytes:
    """Formulas, formats, a merged title, a chart, a drop-down, a hidden sheet, a note."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(["BẢNG ĐIỂM"])
    sheet.append(["STT", "Tiêu chí", "Điểm"])
    sheet.append(["1", "Kế hoạch", 12.5])
    sheet.append(["2", "Báo cáo", "=C3*2"])
    sheet.merge_cells("A1:C1")
    sheet["C3"].number_format = "0.00"
    sheet["B3"].comment = Comment("hỏi lại đơn vị", "Lan")
    sheet.column_dimensions["B"].width = 33
    sheet.row_dimensions[4].hidden = True
    choice = DataValidation(type="list", formula1='"a,b"')
    sheet.add_data_validation(choice)
    choice.add("B3")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=3, max_row=4))
    sheet.add_chart(chart, "F2")
    other = book.create_sheet("Ẩn")
    other.sheet_state = "hidden"
    other.append(["=1+1 là chữ"])
    other["A1"].data_type = "s"
    sheet.defined_names.add(DefinedName("Vung", attr_text="'Điểm ''thật'''!$C$3"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(copy) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(copy.content))


def test_the_cells_to_mend_are_coloured_and_say_how_to_mend_them(rich):
    copy = marked_copy(FILE, rich, [ABOVE, BELOW, DOUBTFUL, WHOLE])
    assert copy.name == "diem_danh-dau.xlsx"
    sheet = opened(copy)[SHEET]
    assert sheet["C3"].fill.fgColor.rgb == "FFe8bdbf"
    assert "lớn hơn điểm tối đa 4" in sheet["C3"].comment.text
    assert "nhỏ hơn 0" in sheet["C3"].comment.text
    assert sheet["G9"].fill.fgColor.rgb != sheet["C3"].fill.fgColor.rgb
    assert sheet["G9"].value is None


def test_the_first_sheet_lists_every_problem_with_a_link_to_its_cell(rich):
    sheet = opened(marked_copy(FILE, rich, [DOUBTFUL, BELOW, WHOLE])).worksheets[0]
    assert sheet.title == "Lỗi cần sửa"
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=8)]
    assert [row[:3] for row in rows] == [
        ["Lỗi", SHEET, "C3"],
        ["Lỗi", SHEET, "cả trang"],
        ["Cảnh báo", SHEET, "G9"],
    ]
    assert sheet["C8"].hyperlink.location == "'Điểm ''thật'''!C3"
    assert (sheet["D8"].value, sheet["D8"].data_type) == ("=cmd|' /C calc'!A1", "s")


def test_everything_that_was_right_stays_as_it_was(rich):
    with zipfile.ZipFile(io.BytesIO(rich)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    copy = marked_copy(FILE, rich, [ABOVE])
    with zipfile.ZipFile(io.BytesIO(copy.content)) as after:
        same = {name for name in parts if after.read(name) == parts[name]}
    assert {"xl/charts/chart1.xml", "xl/worksheets/sheet2.xml", "docProps/core.xml"} <= same
    sheet = opened(copy)[SHEET]
    assert sheet["C4"].value == "=C3*2"
    assert (sheet["C3"].value, sheet["C3"].number_format) == (12.5, "0.00")
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet["B3"].comment.text == "hỏi lại đơn vị"
    assert sheet.column_dimensions["B"].width == 33
    assert sheet.row_dimensions[4].hidden
    assert len(sheet.data_validations.dataValidation) == 1
    assert opened(copy)["Ẩn"].sheet_state == "hidden"
    assert list(sheet.defined_names) == ["Vung"]


def test_only_the_first_sheet_is_selected(rich):
    views = [sheet.sheet_view.tabSelected for sheet in opened(marked_copy(FILE, rich, [ABOVE]))]
    assert [bool(view) for view in views] == [True, False, False]


def test_the_same_file_and_problems_give_the_same_bytes(rich):
    assert marked_copy(FILE, rich, [ABOVE]) == marked_copy(FILE, rich, [ABOVE])
    assert marked_copy("a.csv", b"a;b\n1;2\n", []) == marked_copy("a.csv", b"a;b\n1;2\n", [])


def test_a_copy_of_a_copy_marks_what_is_still_wrong_and_nothing_else(rich):
    first = marked_copy(FILE, rich, [ABOVE, DOUBTFUL])
    still = Problem(Severity.WARNING, "points_below_zero", first.name, SHEET, "C4", "-1")
    second = marked_copy(first.name, first.content, [still])
    assert second.name == first.name
    assert opened(second).sheetnames == ["Lỗi cần sửa", SHEET, "Ẩn"]
    sheet = opened(second)[SHEET]
    assert sheet["C3"].comment is None
    assert sheet["C3"].fill.fill_type is None
    assert sheet["B3"].comment.text == "hỏi lại đơn vị"
    assert "nhỏ hơn 0" in sheet["C4"].comment.text


def test_a_note_that_somebody_wrote_in_the_cell_is_kept_above_ours(rich):
    problem = Problem(Severity.ERROR, "points_below_zero", FILE, SHEET, "B3", "-1")
    said = opened(marked_copy(FILE, rich, [problem]))[SHEET]["B3"].comment.text
    assert said.startswith("hỏi lại đơn vị\nKiểm tra CCHC: ")


def test_a_csv_comes_back_with_its_values_and_text_stays_text(tmp_path):
    content = "STT;Điểm\n1;=2+3\n01;4,5\n".encode("utf-8-sig")
    problem = Problem(Severity.ERROR, "points_below_zero", "a.csv", None, "B2", "=2+3")
    copy = marked_copy("a.csv", content, [problem])
    assert copy.name == "a_danh-dau.xlsx"
    first, sheet = opened(copy).worksheets
    assert "chỉ giữ giá trị" in first["A5"].value
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=2+3", "s")
    assert sheet["A3"].value == "01"
    assert sheet["B2"].comment
    assert first["C8"].hyperlink.location == "'Sheet1'!B2"


def test_an_old_xls_comes_back_with_figures_days_and_merged_cells():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Bảng")
    sheet.write_merge(0, 0, 0, 2, "TIÊU ĐỀ")
    sheet.write(1, 0, 4.25)
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    sheet.write(1, 1, datetime.date(2021, 9, 14), day)
    out = io.BytesIO()
    book.save(out)
    problem = Problem(Severity.ERROR, "points_below_zero", "a.xls", "Bảng", "A2", "4.25")
    marked = opened(marked_copy("a.xls", out.getvalue(), [problem]))["Bảng"]
    assert marked["A2"].value == 4.25
    assert marked["B2"].value == datetime.datetime(2021, 9, 14)  # noqa: DTZ001
    assert [str(merged) for merged in marked.merged_cells.ranges] == ["A1:C1"]
    assert marked["A2"].comment


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 cut off"])
def test_of_a_file_that_cannot_be_opened_there_is_the_list_alone(content):
    problem = Problem(Severity.ERROR, "file_truncated", "hong.xlsx")
    book = opened(marked_copy("hong.xlsx", content, [problem]))
    assert book.sheetnames == ["Lỗi cần sửa"]
    row = [cell.value for cell in book.active[8]][:5]
    assert row[:2] == ["Lỗi", "cả tệp"]
    assert "bị hỏng" in row[4]


def test_hostile_names_and_texts_stay_text(tmp_path):
    name = "=HYPERLINK(1)<b>.csv"
    found = "<script>\x00_x0041_ & ]]>"
    problem = Problem(Severity.ERROR, "points_not_a_number", name, None, "A1", found)
    copy = marked_copy(name, b"a;b\n1;2\n", [problem])
    sheet = opened(copy).worksheets[0]
    assert sheet["A2"].value == f"Tệp: {name}"
    assert sheet["D8"].value.replace("_x005F_", "_") == "<script>_x0041_ & ]]>"


def test_a_copy_speaks_the_language_in_use(rich):
    with speaking("en"):
        copy = marked_copy(FILE, rich, [ABOVE])
    assert copy.name == "diem_marked.xlsx"
    assert opened(copy).sheetnames[0] == "Errors to mend"


def test_the_copy_is_read_without_its_first_sheet_and_goes_in_when_it_is_mended(tmp_path):
    store = Store(tmp_path / "home")
    criteria = criteria_workbook(tmp_path)
    wrong = scores_workbook(tmp_path, "Quận Lê Chân", {**FULL, "4": 12.5}, name="sai.xlsx")
    outcome = check_workbooks(store, None, [criteria, wrong])
    copy = marked_copy(wrong.name, wrong.read_bytes(), outcome.problems)
    path = tmp_path / copy.name
    path.write_bytes(copy.content)
    again = read_workbook(path)
    assert [(table.sheet, table.form) for table in again.tables] == [("Bang", "scores_unit")]
    assert not again.problems

    book = openpyxl.load_workbook(path)
    place = next(p.cell for p in outcome.problems if p.code == "points_above_maximum")
    book["Bang"][place] = 4
    book.save(path)
    taken = import_workbooks(store, None, [criteria, path], by="Lan")
    assert not taken.is_refused, taken.problems
    assert [sheet.name for sheet in taken.understood[1].sheets] == ["Bang"]


def test_a_marked_copy_saved_as_csv_of_its_list_is_no_form(tmp_path):
    path = tmp_path / "danh_sach.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(["LỖI CẦN SỬA", "", "", "", "", "cchc-problems"])
    assert [problem.code for problem in read_workbook(path).problems] == ["no_known_form"]
