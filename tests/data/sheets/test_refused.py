"""Files that cannot be read say why, and none of them brings the reader down."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from data.sheets.reading import read_sheets
from tests.data.forms.workbook import write_workbook
from tests.data.sheets.files import WORKSHEET, only_sheet, problem_code, workbook_of_xml


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

    assert problem_code(path) == "file_truncated"


def test_a_workbook_with_nothing_in_it_is_empty(tmp_path: Path) -> None:
    assert (
        problem_code(write_workbook(tmp_path / "a.xlsx", {"S": [], "T": [[" "]]})) == "file_empty"
    )


def test_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 512
        + "EncryptionInfo".encode("utf-16-le")
        + "EncryptedPackage".encode("utf-16-le")
    )

    assert problem_code(path) == "file_encrypted"


def test_other_documents_in_a_zip_are_no_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")

    assert problem_code(path) == "not_a_workbook"


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"S": [["x"]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", b"\x00" * 201_000_000)

    assert path.stat().st_size < 2_000_000
    assert problem_code(path) == "file_too_large"


def test_a_sheet_that_reaches_to_the_last_corner_is_refused_before_it_is_opened(
    tmp_path: Path,
) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    path = workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows))

    assert problem_code(path) == "file_too_large"


def test_a_long_stretch_of_blank_rows_is_no_reason_to_refuse(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="B900000" s="0"/></row>'
    sheet = only_sheet(workbook_of_xml(tmp_path / "a.xlsx", WORKSHEET.format(rows=rows)))

    assert len(sheet.rows) == 1
