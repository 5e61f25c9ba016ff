"""The hostile files, each with the codes of which one must be said; none where it must be read.

All begin as the small criteria set of `tests/data/small_workbooks.py` where they are workbooks.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import xlwt

from tests.data.small_workbooks import CRITERIA_ROWS, criteria_workbook

SHEET = "xl/worksheets/sheet1.xml"
TITLE = "Bộ tiêu chí Chỉ số CCHC năm 2023 – UBND các quận, huyện"
HEADINGS = ("STT", "Tiêu chí", "Điểm tối đa")
READ: frozenset[str] = frozenset()
DAMAGED = frozenset({"file_truncated"})
NO_WORKBOOK = frozenset({"file_truncated", "not_a_workbook", "file_empty"})
NOTHING_KNOWN = frozenset({"no_known_form", "file_truncated", "not_a_workbook"})
ROW = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
ENTITIES = (
    '<!DOCTYPE a [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTER_ENTITY = '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file by its name; `said` holds the codes of which one must come, none = it must be read."""

    name: str
    said: frozenset[str]
    make: Callable[[], bytes]


@cache
def plain() -> bytes:
    """The criteria set as a workbook."""
    with TemporaryDirectory() as place:
        return criteria_workbook(Path(place)).read_bytes()


def with_parts(changes: Mapping[str, bytes | str], *, twice: str = "") -> bytes:
    """The plain workbook with parts put in the place of its own, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a double name is one of the attacks
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, changes.get(name, old.read(name)))
            for name in changes:
                if name not in old.namelist():
                    new.writestr(name, changes[name])
            if twice:
                new.writestr(twice, changes.get(f"{twice}#2", b""))
    return stream.getvalue()


def part(name: str) -> str:
    """A part of the plain workbook."""
    with zipfile.ZipFile(io.BytesIO(plain())) as archive:
        return archive.read(name).decode("utf-8")


def _sheet(old: str, new: str) -> bytes:
    xml = part(SHEET)
    if old not in xml:
        raise ValueError(f"{old} is not in the sheet")
    return with_parts({SHEET: xml.replace(old, new, 1)})


def _merged(*ranges: str) -> bytes:
    cells = "".join(f'<mergeCell ref="{place}"/>' for place in ranges)
    return _sheet("</sheetData>", f"</sheetData><mergeCells>{cells}</mergeCells>")


def _entities(doctype: str) -> bytes:
    xml = part(SHEET).replace("<worksheet", f"{doctype}<worksheet", 1)
    return with_parts({SHEET: xml.replace("Tuyên truyền", "&l9;", 1)})


def _named_sheet(name: str) -> bytes:
    book = part("xl/workbook.xml")
    return with_parts({"xl/workbook.xml": book.replace('name="Bang"', f'name="{name}"', 1)})


def many_sheets() -> bytes:
    """Three hundred sheets; the first is the criteria set."""
    book = openpyxl.load_workbook(io.BytesIO(plain()))
    for number in range(300):
        book.create_sheet(f"Trang {number}").append(["Ghi chú", number])
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def in_xls() -> bytes:
    """The criteria set as Excel 97 would hold it."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Bang")
    for number, row in enumerate(((TITLE,), HEADINGS, *CRITERIA_ROWS)):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def in_csv() -> str:
    """The criteria set as text."""
    rows = ((TITLE, "", ""), HEADINGS, *CRITERIA_ROWS)
    return "\n".join(";".join(str(value) for value in row) for row in rows) + "\n"


def _locked_xls() -> bytes:
    """The code page's record made the one that begins encryption ([MS-XLS] 2.4.117)."""
    content = in_xls()
    if content.count(b"\x42\x00\x02\x00") != 1:
        raise ValueError("no code page")
    return content.replace(b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00")


def _forged_bomb() -> bytes:
    """The directory says that the sheet is small; it unpacks to 60 million bytes."""
    size = 60_000_000
    content = with_parts({SHEET: part(SHEET) + " " * (size - len(part(SHEET).encode()))})
    return content.replace(size.to_bytes(4, "little"), (5000).to_bytes(4, "little"))


CORPUS: tuple[Hostile, ...] = (
    # zip and XML
    Hostile("bom_nen_gia_mao.xlsx", frozenset({"file_truncated", "file_too_large"}), _forged_bomb),
    Hostile("ty_nu_cuoi.xlsx", DAMAGED, lambda: _entities(ENTITIES)),
    Hostile("thuc_the_ngoai.xlsx", DAMAGED, lambda: _entities(OUTER_ENTITY)),
    Hostile("hai_phan_cung_ten.xlsx", DAMAGED,
            lambda: with_parts({f"{SHEET}#2": part(SHEET).replace("<v>4<", "<v>1<")}, twice=SHEET)),
    Hostile("truot_thu_muc.xlsx", READ, lambda: with_parts({"../../evil.txt": b"evil"})),
    Hostile("lien_ket_ngoai.xlsx", READ,
            lambda: with_parts({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})),
    Hostile("macro.xlsx", READ, lambda: with_parts({
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub Auto_Open",
        "[Content_Types].xml": part("[Content_Types].xml").replace(
            "spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")})),
    # size and shape
    Hostile("kich_thuoc_khai_vo_ly.xlsx", READ,
            lambda: _sheet("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')),
    Hostile("trieu_dong_trong.xlsx", READ, lambda: _sheet(
        "</sheetData>", "".join(f'<row r="{n}"/>' for n in range(20, 1_048_577)) + "</sheetData>")),
    Hostile("nghin_o_gop.xlsx", READ,
            lambda: _merged(*(f"F{n}:H{n}" for n in range(1, 5001)))),
    Hostile("o_gop_chong_nhau.xlsx", DAMAGED,
            lambda: _merged(*(f"A1:XFD{1048576 - n}" for n in range(5000)))),
    Hostile("ba_tram_trang.xlsx", READ, many_sheets),
    # names of sheets
    Hostile("ten_trang_cong_thuc.xlsx", READ, lambda: _named_sheet("=HYPERLINK(1)")),
    Hostile("ten_trang_html.xlsx", READ, lambda: _named_sheet("&lt;img src=x onerror=a&gt;")),
    Hostile("ten_trang_nhay.xlsx", READ, lambda: _named_sheet("a&quot;b&apos;c")),
    Hostile("ten_trang_xuong_dong.xlsx", READ, lambda: _named_sheet("a&#10;b")),
    Hostile("ten_trang_dai.xlsx", READ, lambda: _named_sheet("ế" * 5000)),
    # one kind under the name of another
    Hostile("xls_mang_ten.xlsx", READ, in_xls),
    Hostile("xlsx_mang_ten.xls", READ, plain),
    Hostile("csv_mang_ten.xlsx", READ, lambda: in_csv().encode()),
    Hostile("xlsx_mang_ten.csv", READ, plain),
    Hostile("html_mang_ten.xls", frozenset({"html_named_xls"}),
            lambda: b"<html><table><tr><td>STT</td></tr></table></html>"),
    Hostile("khoa.xls", frozenset({"file_encrypted"}), _locked_xls),
    # text files
    Hostile("rong.csv", frozenset({"file_empty"}), lambda: b""),
    Hostile("chi_co_bom.csv", frozenset({"file_empty"}), lambda: b"\xef\xbb\xbf"),
    Hostile("byte_khong.csv", NO_WORKBOOK, lambda: in_csv().encode().replace(b"STT", b"S\x00T")),
    Hostile("byte_khong_o_xa.csv", NO_WORKBOOK,
            lambda: (in_csv() + ";;\n" * 4000).encode() + b"x\x00;y;1\n"),
    Hostile("nhay_le.csv", NOTHING_KNOWN, lambda: ('"' + in_csv()).encode()),
    Hostile("tram_nghin_cot.csv", READ, lambda: (in_csv() + ";" * 100_000 + "\n").encode()),
    Hostile("tram_nghin_cot_co_chu.csv", frozenset({"file_too_large"}), lambda: (";".join(
        f"Tiêu chí {n}" for n in range(100_000)) + "\n" + ";1" * 100_000).encode()),
    Hostile("du_cot.csv", NOTHING_KNOWN, lambda: (";".join(
        f"Tiêu chí {n}" for n in range(2_000)) + "\n" + ";1" * 1_999).encode()),
    *(
        Hostile(f"cut_{kind}_{share}.{kind}", NO_WORKBOOK,
                lambda make=make, share=share: make()[: len(make()) * share // 100])  # type: ignore[misc]
        for kind, make in (("xlsx", plain), ("xls", in_xls))
        for share in (0, 1, 10, 50, 90, 99)
    ),
)  # fmt: skip
