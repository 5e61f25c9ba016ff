"""A register that comes again without a column it had: said before its values are cleared."""

from __future__ import annotations

import pytest

from data.books import Book
from data.importing import check_workbooks, import_workbooks
from data.store import Store

HEADINGS = "Đơn vị;Lĩnh vực;Loại;{severity};Nội dung;Nguồn"
ROWS = (
    "UBND quận Lê Chân;Thể chế;hạn chế;vừa;Hồ sơ trễ hạn;15/TB-ĐKT ngày 12/9/2023",
    "UBND quận Lê Chân;Thể chế;tồn tại;nhẹ;Ít hồ sơ trực tuyến;15/TB-ĐKT ngày 12/9/2023",
    "UBND quận Hải An;Thể chế;ưu điểm;;Kế hoạch sớm;18/TB-ĐKT ngày 20/9/2023",
)


def register(folder, name, severity):
    file = folder / name
    file.write_text("\n".join([HEADINGS.format(severity=severity), *ROWS]), encoding="utf-8-sig")
    return file


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "home")
    first = import_workbooks(store, Book.REAL, [register(tmp_path, "a.csv", "Mức độ")], by="Lan")
    assert first.is_new
    assert {p.code for p in first.problems} == {"source_without_visit"}  # no programme is known
    return store


def said(store, file):
    return sorted(
        (p.severity.value, p.code, p.file, p.cell or "", p.found, p.expected or "")
        for p in check_workbooks(store, Book.REAL, [file]).problems
        if p.code != "source_without_visit"
    )


def test_a_column_under_an_unknown_name_is_said_with_the_values_that_it_would_clear(
    store, tmp_path
):
    again = register(tmp_path, "b.csv", "Độ nghiêm trọng của việc")
    assert said(store, again) == [
        ("warning", "column_not_recognised", "b.csv", "D1", "Độ nghiêm trọng của việc", ""),
        ("warning", "register_values_cleared", "b.csv", "", "findings.severity", "2"),
    ]


def test_the_same_columns_again_clear_nothing(store, tmp_path):
    mended = register(tmp_path, "c.csv", "Mức độ")
    mended.write_text(mended.read_text("utf-8-sig").replace("nhẹ", "vừa"), "utf-8-sig")
    assert said(store, mended) == []
