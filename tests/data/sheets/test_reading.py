"""Files are opened by what they are; what calamine does not tell is read beside it."""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from data.sheets.grid import Merge, Sheet
from data.sheets.reading import read_sheets
from tests.data.forms.workbook import write_workbook

WORKSHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
PREFIXED = (
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<x:sheetData>{rows}</x:sheetData></x:worksheet>"
)


def _workbook_of_xml(path: Path, xml: str) -> Path:
    """An .xlsx whose only sheet is the given XML."""
    plain = write_workbook(path.with_name("plain.xlsx"), {"S": [["x"]]})
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return path


def _only_sheet(path: Path) -> Sheet:
    (sheet,) = read_sheets(path).sheets
    return sheet


def _code(path: Path, name: str | None = None) -> str | None:
    problem = read_sheets(path, name=name).problem
    return problem.code if problem else None


def test_values_keep_their_type_and_read_as_a_person_sees_them(tmp_path: Path) -> None:
    rows = [[5, 8.25, "  Kế\xa0hoạch\n năm ", datetime.date(2022, 3, 28), True, None]]
    sheet = _only_sheet(write_workbook(tmp_path / "a.xlsx", {"S": rows}))

    found = [sheet.own(0, column) for column in range(6)]

    assert [f.text for f in found] == ["5", "8.25", "Kế hoạch năm", "28/03/2022", "TRUE", ""]
    assert found[3].value == datetime.date(2022, 3, 28)
    assert (found[5].value, found[5].cell, found[5].is_blank) == (None, "F1", True)


def test_a_percent_format_reads_as_it_is_shown(tmp_path: Path) -> None:
    def dress(workbook: openpyxl.Workbook) -> None:
        workbook["S"]["A1"].number_format = "0.00%"
        workbook["S"]["B1"].number_format = "0.0"

    path = write_workbook(tmp_path / "a.xlsx", {"S": [[0.9126, 0.9126]]}, dress=dress)

    assert [_only_sheet(path).own(0, c).text for c in (0, 1)] == ["91.26%", "0.9126"]


def test_a_merged_cell_answers_for_its_range_by_its_upper_left(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"S": [[None, "Điểm"], [], [1, 2, 3]]}, merges={"S": ["B1:C2"]}
    )
    sheet = _only_sheet(path)

    assert sheet.marks.merges == (Merge(0, 1, 1, 2),)
    assert (sheet.merged(1, 2).text, sheet.merged(1, 2).cell) == ("Điểm", "B1")
    assert (sheet.own(1, 2).text, sheet.own(1, 2).cell) == ("", "C2")


def test_error_cells_and_formulas_without_value_are_marked(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c><c r="C2"><f>1+1</f></c>'
        '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="str"><f>IF(1,"")</f><v></v></c>'
        '<c r="F2"><f t="shared" si="0"/><v/></c><c r="G2"><v>1</v></c></row>'
    )
    sheet = _only_sheet(_workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows)))

    assert sheet.marks.errors == {(1, 1): "#N/A"}
    assert sheet.marks.unstored == {(1, 2), (1, 5)}
    assert sheet.own(1, 3).text == "2"


def test_marks_are_found_in_sheets_with_a_namespace_prefix(tmp_path: Path) -> None:
    rows = (
        '<x:row r="2" hidden="1"><x:c r="B2" t="e"><x:v>#REF!</x:v></x:c>'
        '<x:c r="C2"><x:f>1+1</x:f></x:c><x:c r="D2"><x:v>7</x:v></x:c></x:row>'
    )
    sheet = _only_sheet(_workbook_of_xml(tmp_path / "a.xlsx", PREFIXED.format(rows=rows)))

    assert sheet.marks.errors == {(1, 1): "#REF!"}
    assert sheet.marks.unstored == {(1, 2)}
    assert sheet.marks.hidden_rows == {1}


def test_cells_without_a_reference_count_on_from_the_last_one(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row>"
        '<row r="4"><c/><c r="D4"><v>5</v></c><c><f>A1</f></c></row>'
    )
    sheet = _only_sheet(_workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows)))

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

    assert [_only_sheet(path).own(0, 0).text for path in (xlsx, xls, text)] == ["x", "x", "a"]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.xlsx", "file_empty"),
        (b"\xef\xbb\xbf \r\n", "a.csv", "file_empty"),
        (b"PK\x03\x04" + b"\x00" * 400, "a.xlsx", "file_truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.xls", "file_truncated"),
        (b"<html><body><table><tr><td>1</td></tr></table>", "a.xls", "html_named_xls"),
        ("\ufeff <!DOCTYPE html>\n<p>x".encode(), "a.xls", "html_named_xls"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.xls", "html_named_xls"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "a.xls", "format_unknown"),
        (b"%PDF-1.7 ...", "a.xlsx", "not_a_workbook"),
        (bytes(range(256)) * 4, "a.xlsx", "not_a_workbook"),
        (b"hello world", "a.xlsx", "not_a_workbook"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read_say_why(
    tmp_path: Path, content: bytes, name: str, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    read = read_sheets(path)

    assert read.sheets == ()
    assert read.problem is not None
    assert (read.problem.code, read.problem.sheet, read.problem.cell) == (code, None, None)


def test_a_workbook_that_lost_its_second_half_is_truncated(tmp_path: Path) -> None:
    whole = write_workbook(tmp_path / "a.xlsx", {"S": [["x"] * 50] * 50}).read_bytes()
    path = tmp_path / "b.xlsx"
    path.write_bytes(whole[: len(whole) // 2])

    assert _code(path) == "file_truncated"


def test_a_workbook_with_nothing_in_it_is_empty(tmp_path: Path) -> None:
    assert _code(write_workbook(tmp_path / "a.xlsx", {"S": [], "T": [[" "]]})) == "file_empty"


def test_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 512
        + "EncryptionInfo".encode("utf-16-le")
        + "EncryptedPackage".encode("utf-16-le")
    )

    assert _code(path) == "file_encrypted"


def test_other_documents_in_a_zip_are_no_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")

    assert _code(path) == "not_a_workbook"


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"S": [["x"]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", b"\x00" * 201_000_000)

    assert path.stat().st_size < 2_000_000
    assert _code(path) == "file_too_large"


def test_a_sheet_that_reaches_to_the_last_corner_is_refused_before_it_is_opened(
    tmp_path: Path,
) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    path = _workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows))

    assert _code(path) == "file_too_large"


def test_a_long_stretch_of_blank_rows_is_no_reason_to_refuse(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="B900000" s="0"/></row>'
    sheet = _only_sheet(_workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows)))

    assert len(sheet.rows) == 1


def _xls(path: Path) -> Path:
    """What xlwt can write: an error cannot be made by it, a formula has no result."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write(0, 0, "x")
    sheet.write(1, 1, xlwt.Formula("1+1"))
    sheet.write(2, 1, 0.9126, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(2, 2, 5, xlwt.easyxf(num_format_str="0%"))
    sheet.write(2, 3, 6, xlwt.easyxf(num_format_str="0%"))
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    sheet.write_merge(4, 5, 0, 2, "merged")
    book.add_sheet("Ẩn").write(0, 0, 1)
    book.get_sheet(1).visibility = 1
    book.save(str(path))
    return path


def test_an_xls_has_the_same_marks(tmp_path: Path) -> None:
    shown, hidden = read_sheets(_xls(tmp_path / "a.xls")).sheets

    assert shown.marks.merges == (Merge(4, 0, 5, 2),)
    assert shown.marks.unstored == {(1, 1)}
    assert [set(shown.marks.hidden_rows), set(shown.marks.hidden_columns)] == [{2}, {1}]
    assert [shown.own(2, column).text for column in (1, 2, 3)] == ["91.26%", "500%", "600%"]
    assert (shown.is_hidden, hidden.is_hidden) == (False, True)


def test_an_error_cell_of_an_xls_is_marked(tmp_path: Path) -> None:
    content = _xls(tmp_path / "a.xls").read_bytes()
    # The formula's result (empty text, [MS-XLS] 2.5.133) made an error: #N/A is 42.
    result = b"\x03\x00\x00\x00\x00\x00\xff\xff"
    assert content.count(result) == 1
    (tmp_path / "b.xls").write_bytes(content.replace(result, b"\x02\x00\x2a\x00\x00\x00\xff\xff"))

    sheet = read_sheets(tmp_path / "b.xls").sheets[0]

    assert (sheet.errors, sheet.marks.unstored) == ({(1, 1): "#N/A"}, frozenset())


@pytest.mark.parametrize("kept", [600, 1500, 3000])
def test_an_xls_that_was_cut_off_is_truncated(tmp_path: Path, kept: int) -> None:
    content = _xls(tmp_path / "a.xls").read_bytes()
    (tmp_path / "b.xls").write_bytes(content[:kept])

    assert _code(tmp_path / "b.xls") == "file_truncated"


ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
ODS_TABLE = """<table:table table:name="S"><table:table-column table:number-columns-repeated="2"/>
<table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"
 table:number-rows-spanned="2"><text:p>gộp</text:p></table:table-cell>
 <table:covered-table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell office:value-type="float"
 office:value="5"><text:p>5</text:p></table:table-cell>
 <table:table-cell office:value-type="percentage" office:value="0.9126"><text:p>91,26%</text:p>
 </table:table-cell><table:table-cell table:formula="of:=1+1"/>
 <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"
 table:formula="of:=NA()"><office:annotation><text:p>chú thích</text:p></office:annotation>
 <text:p>#N/A</text:p></table:table-cell>
 <table:table-cell office:value-type="string" table:formula="of:=A1"><text:p>x</text:p>
 </table:table-cell><table:table-cell table:formula="of:=IF(1;0)"><text:p/></table:table-cell>
 </table:table-row></table:table>"""


# calamine takes no white space between elements; spreadsheets write none.
ONE_LINE = re.sub(r">\s+<", "><", ODS_TABLE.replace("\n", " "))


def _ods(path: Path, content: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def test_an_ods_has_the_same_marks(tmp_path: Path) -> None:
    sheet = _only_sheet(_ods(tmp_path / "a.ods", ODS.format(tables=ONE_LINE)))

    assert sheet.marks.merges == (Merge(0, 0, 1, 1),)
    assert sheet.errors == {(3, 3): "#N/A"}
    assert sheet.marks.unstored == {(3, 2)}
    assert [set(sheet.marks.hidden_rows), set(sheet.marks.hidden_columns)] == [{3}, {2}]
    assert [sheet.own(3, column).text for column in (0, 1, 4)] == ["5", "91.26%", "x"]


def test_an_ods_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = ODS.format(tables=ONE_LINE).replace(
        "<office:document-content", '<!DOCTYPE a [<!ENTITY b "c">]><office:document-content', 1
    )

    assert _code(_ods(tmp_path / "a.ods", bomb)) == "file_truncated"


@pytest.mark.parametrize("sign", ["#N/A", "#REF!", "#DIV/0!", "Err:508"])
def test_an_error_that_stands_as_text_is_an_error_cell(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a;b\n1;{sign}\n#1;Err\n", encoding="utf-8")
    sheet = _only_sheet(path)

    assert sheet.errors == {(1, 1): sign}
    assert (sheet.own(1, 1).text, sheet.own(2, 0).text) == ("", "#1")
