"""A small correct table of each form says the same, cell by cell, in whatever file it comes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import openpyxl
import pytest
import xlwt

from data.forms.forms import Form
from data.forms.reading import read_workbook
from data.sheets.grid import cell_name
from tests.data.forms.reader import KNOWN
from tests.data.forms_of_every_kind import TABLES
from tests.data.sheets.test_delimited import _for_1258
from tests.data.sheets.test_other_kinds import ODS

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
Rows = list[list[str]]


def _rows(layout: str) -> Rows:
    titles, headings, rows = TABLES[layout]
    return [*([title] for title in titles), headings, *rows]


def _xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append([text or None for text in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _xls(rows: Rows) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("S")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                sheet.write(number, column, text)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ods(rows: Rows) -> bytes:
    def cell(text: str) -> str:
        if not text:
            return "<table:table-cell/>"
        words = f"<text:p>{escape(text)}</text:p>"
        return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        table = f'<table:table table:name="S">{lines}</table:table>'
        archive.writestr("content.xml", ODS.format(tables=table))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


def _csv(separator: str, encoding: str) -> Callable[[Rows], bytes]:
    def write(rows: Rows) -> bytes:
        stream = io.StringIO(newline="")
        width = max(map(len, rows))
        csv.writer(stream, delimiter=separator).writerows(
            row + [""] * (width - len(row)) for row in rows
        )
        text = stream.getvalue()
        if encoding == "cp1258":
            text = "".join(map(_for_1258, text))
        return text.encode(encoding)

    return write


FORMATS: dict[str, Callable[[Rows], bytes]] = {
    "a.xlsx": _xlsx,
    "a.xls": _xls,
    "a.ods": _ods,
    **{
        f"{name}.{encoding}.csv": _csv(separator, encoding)
        for name, separator in SEPARATORS.items()
        for encoding in ENCODINGS
    },
}


def test_there_is_a_table_of_each_form() -> None:
    assert {layout.split(" ")[0] for layout in TABLES} == {form.value for form in Form}


@pytest.mark.parametrize("layout", TABLES)
def test_the_same_cells_come_out_of_every_format(tmp_path: Path, layout: str) -> None:
    titles, _, body = TABLES[layout]
    top = len(titles) + 1
    expected = {
        (cell_name(top + number, column), text)
        for number, row in enumerate(body)
        for column, text in enumerate(row)
        if text
    }
    for name, write in FORMATS.items():
        path = tmp_path / name
        path.write_bytes(write(_rows(layout)))

        reading = read_workbook(path, unit_spellings=KNOWN)

        assert reading.problems == (), name
        (table,) = reading.tables
        assert table.form == layout.split(" ")[0], name
        assert (table.sheet is None) == name.endswith(".csv")
        found = {
            (field.cell, field.text)
            for record in table.records
            for field in record.fields.values()
            if field.text and int("".join(filter(str.isdigit, field.cell or ""))) > top
        }
        left = {(left.cell, left.text) for left in table.left_out}
        numbers = {(c, t) for c, t in expected if layout == "published_results" and c[0] == "A"}
        assert found == expected - numbers, (name, left)
