"""Text files of records: encodings, separators, and where a cell stands."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sheets.reading import read_sheets

HEADINGS = ["Đơn vị", "Điểm thẩm định", "Ghi chú"]


def _rows(path: Path, content: bytes) -> list[list[str]]:
    path.write_bytes(content)
    (sheet,) = read_sheets(path).sheets
    assert sheet.name is None
    return [[sheet.own(r, c).text for c in range(len(row))] for r, row in enumerate(sheet.rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_unicode_encodings_and_separators_are_found(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    text = "\n".join(separator.join(row) for row in [HEADINGS, ["Lê Chân", "8.5", "x"]])

    rows = _rows(tmp_path / "a.csv", text.encode(encoding))

    assert rows == [HEADINGS, ["Lê Chân", "8.5", "x"]]


def test_windows_1258_comes_out_composed(tmp_path: Path) -> None:
    # Windows-1258 has 'ê' and a combining grave, not 'ề'.
    content = unicodedata.normalize("NFC", "Đơn vị;Điểm\nThủy Nguyên;Kiến Thụy\n")
    bare = "".join(_for_1258(character) for character in content)

    rows = _rows(tmp_path / "a.csv", bare.encode("cp1258"))

    assert rows == [["Đơn vị", "Điểm"], ["Thủy Nguyên", "Kiến Thụy"]]


def _for_1258(character: str) -> str:
    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        letters = unicodedata.normalize("NFD", character)
        tones = "".join(mark for mark in letters if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = "".join(mark for mark in letters if mark not in tones)
        return unicodedata.normalize("NFC", base) + tones
    return character


def test_a_decimal_comma_is_no_separator(tmp_path: Path) -> None:
    rows = _rows(tmp_path / "a.csv", b"a;b;c\nx;1,5;2,5\ny;3,5;4,5\n")

    assert rows[1] == ["x", "1,5", "2,5"]


def test_a_cell_counts_records_not_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('a;b\n"một\nhai";1\n\nx;2\n'.encode())
    (sheet,) = read_sheets(path).sheets

    assert sheet.own(1, 0).text == "một hai"
    assert (sheet.own(3, 1).text, sheet.own(3, 1).cell) == ("2", "B4")


def test_the_separator_that_excel_writes_into_the_first_line_is_believed(tmp_path: Path) -> None:
    rows = _rows(tmp_path / "a.csv", b"sep=|\na|b,c|d,e\n")

    assert rows[1] == ["a", "b,c", "d,e"]


@given(
    st.lists(
        st.lists(st.text("ab,;\t|\"'ế\n ", min_size=1, max_size=5), min_size=3, max_size=3),
        min_size=2,
        max_size=6,
    )
)
def test_quoted_fields_survive_whatever_they_hold(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    lines = ("\t".join('"' + text.replace('"', '""') + '"' for text in row) for row in rows)
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes("\n".join(["sep=\t", *lines]).encode())

    read = read_sheets(path)

    assert read.problem is None
    assert read.sheets[0].rows[1:] == [[unicodedata.normalize("NFC", t) for t in r] for r in rows]
