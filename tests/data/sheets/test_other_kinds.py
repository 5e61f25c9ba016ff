"""Marks of .xls and .ods: the same as those of an .xlsx."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
import xlwt

from data.sheets.grid import Merge
from data.sheets.reading import read_sheets
from tests.data.sheets.files import only_sheet, problem_code


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

    assert problem_code(tmp_path / "b.xls") == "file_truncated"


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
    sheet = only_sheet(_ods(tmp_path / "a.ods", ODS.format(tables=ONE_LINE)))

    assert sheet.marks.merges == (Merge(0, 0, 1, 1),)
    assert sheet.errors == {(3, 3): "#N/A"}
    assert sheet.marks.unstored == {(3, 2)}
    assert [set(sheet.marks.hidden_rows), set(sheet.marks.hidden_columns)] == [{3}, {2}]
    assert [sheet.own(3, column).text for column in (0, 1, 4)] == ["5", "91.26%", "x"]


def test_an_ods_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = ODS.format(tables=ONE_LINE).replace(
        "<office:document-content", '<!DOCTYPE a [<!ENTITY b "c">]><office:document-content', 1
    )

    assert problem_code(_ods(tmp_path / "a.ods", bomb)) == "file_truncated"
