"""Tables as .xlsx: figures stay figures, text stays text, the source is in sight."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from decimal import Decimal

import openpyxl

from reports.table_workbook import TableSheet, distinct_names, workbook_bytes
from words.catalogue import speaking

ROW = {
    "unit_name": "=1+1",
    "year": 2021,
    "points": Decimal("1234.500000"),
    "index_percent": 87.25,
    "deadline_on": datetime.date(2022, 6, 30),
    "published_at": datetime.datetime(2022, 6, 30, 9, 5),  # noqa: DTZ001
    "evidence_stage": "reported",
    "is_overdue": True,
    "recovery": None,
    "self_gap": Decimal("-0.5"),
}
TABLE = TableSheet("Xếp hạng", "Xếp hạng 2021", tuple(ROW), [ROW])
SOURCES = [{"import_id": 3, "file": "@a.xlsx", "sha256": "ab", "sheet_count": 1, "cell_count": 9}]


@dataclass(frozen=True)
class Shown:
    book: str = "illustration"
    release_id: str = "m7"
    is_draft: bool = False
    is_illustration: bool = True
    published_at: datetime.datetime = datetime.datetime(2022, 9, 30, 8)  # noqa: DTZ001
    as_of: datetime.date = datetime.date(2022, 9, 30)


@dataclass(frozen=True)
class Asked:
    year: int | None = 2021
    group: str | None = "Quận"
    unit: str | None = None
    units: tuple[str, ...] = ()
    area: str | None = None


def made(tables=(TABLE,)) -> bytes:
    return workbook_bytes(tables, shown=Shown(), asked=Asked(), sources=SOURCES)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_figures_stay_figures_and_text_stays_text():
    sheet = opened(made())["Xếp hạng"]
    cells = {head.value: cell for head, cell in zip(sheet[5], sheet[6], strict=True)}
    assert cells["Đơn vị"].value == "=1+1"
    assert cells["Đơn vị"].data_type == "s"
    assert (cells["Điểm"].value, cells["Điểm"].number_format) == (1234.5, "#,##0.00")
    assert (cells["Chỉ số"].value, cells["Chỉ số"].number_format) == (87.25, '0.00"%"')
    assert (cells["Năm"].value, cells["Năm"].number_format) == (2021, "0")
    assert cells["Thời hạn"].value == datetime.datetime(2022, 6, 30)  # noqa: DTZ001
    assert cells["Thời hạn"].number_format == "dd/mm/yyyy"
    assert cells["Mức chứng minh"].value == "đơn vị báo xong"
    assert cells["Quá hạn"].value == "có"
    assert cells["Điểm trở lại"].value is None
    assert cells["Tự chấm − thẩm định"].value == -0.5


def test_each_sheet_says_where_it_comes_from_and_that_it_is_illustration():
    book = opened(made())
    for sheet in book:
        assert "Dữ liệu minh hoạ" in sheet["A2"].value
        assert "m7" in sheet["A2"].value
        assert "m7" in sheet.oddFooter.left.text
    assert book["Xếp hạng"]["A3"].value == "Năm: 2021 · Khối: Quận"
    assert [cell.value for cell in book["Nguồn số liệu"][6]] == ["3", "@a.xlsx", "ab", 1, 9]


def test_headings_stay_in_sight_and_filter():
    sheet = opened(made())["Xếp hạng"]
    assert sheet.freeze_panes == "B6"
    assert sheet.auto_filter.ref == "A5:J6"
    assert sheet.print_title_rows == "$5:$5"


def test_the_same_rows_and_release_give_the_same_bytes():
    assert made() == made()


def test_an_empty_table_says_so():
    sheet = opened(made([TableSheet("Trống", "Trống", ("unit_name",), [])]))["Trống"]
    assert sheet["A6"].value == "Không có dòng nào."


def test_english_has_its_own_words_and_days():
    with speaking("en"):
        sheet = opened(made())["Xếp hạng"]
    assert sheet["A5"].value == "Unit"
    assert sheet["E6"].number_format == "dd mmm yyyy"


def test_sheets_have_names_that_excel_takes():
    names = distinct_names(["a/b", "A/B", "x" * 40, "x" * 40, "'"])
    assert names == ["a-b", "A-B (2)", "x" * 31, f"{'x' * 27} (2)", "-"]
