"""Files are opened by what they are; what calamine does not tell is read beside it."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
import xlwt

from data.sheets.grid import Merge
from data.sheets.reading import read_sheets
from tests.data.forms.workbook import write_workbook
from tests.data.sheets.files import WORKSHEET, only_sheet, workbook_of_xml

PREFIXED = (
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<x:sheetData>{rows}</x:sheetData></x:worksheet>"
)


def test_values_keep_their_type_and_read_as_a_person_sees_them(tmp_path: Path) -> None:
    rows = [[5, 8.25, "  Kế\xa0hoạch\n năm ", datetime.date(2022, 3, 28), True, None]]
    sheet = only_sheet(write_workbook(tmp_path / "a.xlsx", {"S": rows}))

    found = [sheet.own(0, column) for column in range(6)]

    assert [f.text for f in found] == ["5", "8.25", "Kế hoạch năm", "28/03/2022", "TRUE", ""]
    assert found[3].value == datetime.date(2022, 3, 28)
    assert (found[5].value, found[5].cell, found[5].is_blank) == (None, "F1", True)


def test_a_percent_format_reads_as_it_is_shown(tmp_path: Path) -> None:
    def dress(workbook: openpyxl.Workbook) -> None:
        workbook["S"]["A1"].number_format = "0.00%"
        workbook["S"]["B1"].number_format = "0.0"

    path = write_workbook(tmp_path / "a.xlsx", {"S": [[0.9126, 0.9126]]}, dress=dress)

    assert [only_sheet(path).own(0, c).text for c in (0, 1)] == ["91.26%", "0.9126"]


def test_a_merged_cell_answers_for_its_range_by_its_upper_left(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"S": [[None, "Điểm"], [], [1, 2, 3]]}, merges={"S": ["B1:C2"]}
    )
    sheet = only_sheet(path)

    assert sheet.marks.merges == (Merge(0, 1, 1, 2),)
    assert (sheet.merged(1, 2).text, sheet.merged(1, 2).cell) == ("Điểm", "B1")
    assert (sheet.own(1, 2).text, sheet.own(1, 2).cell) == ("", "C2")


def test_error_cells_and_formulas_without_value_are_marked(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c><c r="C2"><f>1+1</f></c>'
        '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="str"><f>IF(1,"")</f><v></v></c>'
        '<c r="F2"><f t="shared" si="0"/><v/></c><c r="G2"><v>1</v></c></row>'
    )
    sheet = only_sheet(workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows)))

    assert sheet.marks.errors == {(1, 1): "#N/A"}
    assert sheet.marks.unstored == {(1, 2), (1, 5)}
    assert sheet.own(1, 3).text == "2"


def test_marks_are_found_in_sheets_with_a_namespace_prefix(tmp_path: Path) -> None:
    rows = (
        '<x:row r="2" hidden="1"><x:c r="B2" t="e"><x:v>#REF!</x:v></x:c>'
        '<x:c r="C2"><x:f>1+1</x:f></x:c><x:c r="D2"><x:v>7</x:v></x:c></x:row>'
    )
    sheet = only_sheet(workbook_of_xml(tmp_path / "a.xlsx", PREFIXED.format(rows=rows)))

    assert sheet.marks.errors == {(1, 1): "#REF!"}
    assert sheet.marks.unstored == {(1, 2)}
    assert sheet.marks.hidden_rows == {1}


def test_cells_without_a_reference_count_on_from_the_last_one(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row>"
        '<row r="4"><c/><c r="D4"><v>5</v></c><c><f>A1</f></c></row>'
    )
    sheet = only_sheet(workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows)))

    assert sheet.marks.errors == {(0, 1): "#N/A"}
    assert sheet.marks.unstored == {(3, 4)}


def test_hidden_rows_columns_and_sheets_are_marked(tmp_path: Path) -> None:
    def dress(workbook: openpyxl.Workbook) -> None:
        workbook["S"].row_dimensions[2].hidden = True
        workbook["S"].column_dimensions.group("B", "C", hidden=True)
        workbook["Ẩn"].sheet_state = "veryHidden"

    rows = [[1, 2, 3, 4], [1, 2, 3, 4]]
    path = write_workbook(tmp_path / "a.xlsx", {"S": rows, "Ẩn": rows}, dress=dress)
    shown, hidden = read_sheets(path).sheets

    assert shown.marks.hidden_rows == {1}
    assert shown.marks.hidden_columns == {1, 2}
    assert (shown.is_hidden, hidden.is_hidden) == (False, True)


def test_files_are_read_by_what_they_are_whatever_they_are_called(tmp_path: Path) -> None:
    xlsx = write_workbook(tmp_path / "a.xls", {"S": [["x", 1]]})
    xls = tmp_path / "b.xlsx"
    book = xlwt.Workbook()
    book.add_sheet("S").write(0, 0, "x")
    book.save(str(xls))
    text = tmp_path / "c.xlsx"
    text.write_text("a;b\n1;2\n", encoding="utf-8")

    assert [only_sheet(path).own(0, 0).text for path in (xlsx, xls, text)] == ["x", "x", "a"]


@pytest.mark.parametrize("sign", ["#N/A", "#REF!", "#DIV/0!", "Err:508"])
def test_an_error_that_stands_as_text_is_an_error_cell(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a;b\n1;{sign}\n#1;Err\n", encoding="utf-8")
    sheet = only_sheet(path)

    assert sheet.errors == {(1, 1): sign}
    assert (sheet.own(1, 1).text, sheet.own(2, 0).text) == ("", "#1")
