"""Registers as offices keep them: whole workbooks, read and resolved."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from data.forms.found import CellValue, Hints, Staged
from data.forms.reading import read_workbook
from data.resolving.findings import resolve_findings
from data.resolving.initiatives import resolve_initiatives
from data.resolving.inspections import resolve_inspections
from data.resolving.remediation import resolve_remediation
from tests.data.resolving.register_tables import BOOK

RESOLVERS = {
    "remediation": resolve_remediation,
    "inspections": resolve_inspections,
    "findings": resolve_findings,
    "initiatives": resolve_initiatives,
}
TITLE_BLOCK: Sequence[Sequence[CellValue]] = (
    ("UBND THÀNH PHỐ HẢI PHÒNG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ NỘI VỤ", None, "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 25/BC-SNV", None, "Hải Phòng, ngày 5 tháng 10 năm 2022"),
    (),
)


def resolved(folder: Path, *rows: Sequence[CellValue]) -> Staged:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (*TITLE_BLOCK, *rows):
        sheet.append(list(row))
    path = folder / "so.xlsx"
    workbook.save(path)
    reading = read_workbook(path)
    assert reading.problems == ()
    (table,) = reading.tables
    return RESOLVERS[table.form](table, BOOK, Hints())


def test_a_register_of_remediation(tmp_path: Path) -> None:
    staged = resolved(
        tmp_path,
        ("TỔNG HỢP KHẮC PHỤC CÁC NỘI DUNG BỊ TRỪ ĐIỂM CHỈ SỐ CCHC NĂM 2021",),
        (
            "STT",
            "Tên đơn vị",
            "Nội dung bị trừ điểm",
            "Số điểm trừ",
            "Nguyên nhân",
            "Nhiệm vụ",
            "Hạn",
            "Trạng thái",
            "Số kết luận xác minh",
        ),
        (
            1,
            "quan le chan",
            "2.3. Giải quyết hồ sơ\nđúng hạn",
            "1,5",
            "Thiếu nhân sự",
            "Bổ sung nhân sự",
            datetime.date(2022, 6, 30),
            "Đã khắc phục",
            "15/TB-ĐKT",
        ),
        (2, "UBND Q. Ngô Quyền", 1.1, 0.5, None, "Ban hành sớm", "Quý III/2022", "-", None),
    )
    first, second = staged.rows["remediation"]
    assert (first["unit_code"], first["criterion_code"]) == ("305", "2.3")
    assert first["year"] == second["year"] == 2021
    assert first["verification_keys"] == ["15/tb-dkt"]
    assert first["deadline_on"] == datetime.date(2022, 6, 30)
    assert (second["criterion_code"], second["reported_state"]) == ("1.1", None)
    assert second["deadline_on"] == datetime.date(2022, 9, 30)
    assert [p.code for p in staged.problems if p.severity == "error"] == []


def test_a_programme_with_two_rows_of_headings(tmp_path: Path) -> None:
    staged = resolved(
        tmp_path,
        ("CHƯƠNG TRÌNH KIỂM TRA CÔNG TÁC CCHC NĂM 2022",),
        (
            "TT",
            "Đơn vị được kiểm tra",
            "Nội dung kiểm tra",
            "Tháng",
            "Ngày thực hiện",
            "Hình thức kiểm tra",
            "Thông báo kết luận",
        ),
        (
            1,
            "Quận Lê Chân",
            "1. Chỉ đạo, điều hành\n2. Thể chế",
            "Tháng 9",
            "14/9/2022",
            "trực tiếp",
            "15/TB-ĐKT ngày 20/9/2022",
        ),
        (2, "Sở Nội vụ", "toàn diện", "Quý IV", None, "Qua hồ sơ", None),
    )
    assert staged.problems == []
    first, second = staged.rows["inspection"]
    assert first["planned_on"] == datetime.date(2022, 9, 30)
    assert first["areas"] == ["direction", "institutions"]
    assert (first["conclusion_key"], first["conclusion_on"]) == (
        "15/tb-dkt",
        datetime.date(2022, 9, 20),
    )
    assert (second["planned_on"], second["inspection_form"]) == (
        datetime.date(2022, 12, 31),
        "on_file",
    )


def test_findings_of_one_visit_named_in_the_title(tmp_path: Path) -> None:
    staged = resolved(
        tmp_path,
        ("KẾT QUẢ KIỂM TRA CÔNG TÁC CCHC NĂM 2022",),
        ("(Kèm theo Thông báo kết luận số 15/TB-ĐKT ngày 20/9/2022)",),
        ("STT", "Đơn vị", "Lĩnh vực", "Tiêu chí", "Phân loại", "Mức", "Nội dung phát hiện"),
        (1, "Quận Lê Chân", "TTHC", 3.1, "Hạn chế", "nhẹ", "còn 143/1.260 hồ sơ trễ hạn"),
    )
    assert staged.problems == []
    (row,) = staged.rows["finding"]
    assert row["source_keys"] == ["15/tb-dkt", "2022-09-20"]
    assert (row["row_code"], row["criterion_code"], row["severity"]) == ("1", "3.1", "minor")


def test_a_list_of_initiatives(tmp_path: Path) -> None:
    staged = resolved(
        tmp_path,
        ("DANH MỤC SÁNG KIẾN, MÔ HÌNH CCHC NĂM 2022",),
        ("TT", "Mô hình", "Đơn vị", "Lĩnh vực", "Chỉ số đo", "Hiệu quả trước", "Hiệu quả sau"),
        (1, "Ngày thứ Sáu\nkhông viết", "Lê Chân", "chính quyền số", "Tỷ lệ (%)", "35,5", 62.5),
    )
    assert staged.problems == []
    (row,) = staged.rows["initiative"]
    assert row["initiative_name"] == "Ngày thứ Sáu không viết"
    assert (row["effect_before"], row["effect_after"]) == ("35,5", "62.5")
