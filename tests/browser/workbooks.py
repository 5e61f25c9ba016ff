"""Small workbooks as offices dress them, for the journey through the Data desk."""

from __future__ import annotations

import csv
from pathlib import Path

import xlwt
from openpyxl import Workbook

CRITERIA = (
    ("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", 10),
    ("1", "Kế hoạch cải cách hành chính", 4),
    ("2", "Báo cáo định kỳ", 6),
    ("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 10),
    ("3", "Giải quyết hồ sơ đúng hạn", 4),
    ("4", "Công khai thủ tục hành chính", 6),
)
LEAVES = ("1", "2", "3", "4")


def criteria(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Bộ tiêu chí"
    sheet.append(["BỘ TIÊU CHÍ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA UBND CÁC QUẬN NĂM 2021"])
    sheet.append([])
    sheet.append(["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Cách tính điểm"])
    for row in CRITERIA:
        sheet.append([*row, None])
    book.save(path)
    return path


def scores(path: Path, units: dict[str, tuple[float, ...]]) -> Path:
    """One sheet a unit; verified points of the four leaves in order."""
    book = Workbook()
    book.remove(book.active)
    for unit, points in units.items():
        sheet = book.create_sheet(unit)
        sheet.append(["BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"])
        sheet.append([f"Đơn vị: UBND quận {unit}"])
        sheet.append([])
        sheet.append(["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định"])
        of_leaf = dict(zip(LEAVES, points, strict=True))
        for code, name, most in CRITERIA:
            sheet.append([code, name, most, of_leaf.get(code), of_leaf.get(code)])
    book.save(path)
    return path


def criteria_xls(path: Path) -> Path:
    """The same set as old offices keep it."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Bộ tiêu chí")
    title = "BỘ TIÊU CHÍ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA UBND CÁC QUẬN NĂM 2021"
    heads = ("STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa")
    for number, row in enumerate(([title], [], heads, *CRITERIA)):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.save(str(path))
    return path


def scores_with_five_mistakes(path: Path) -> Path:
    """Above the maximum, below zero, no number, another maximum, a code that nobody knows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Chấm điểm"
    sheet.append(["BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"])
    sheet.append(["Đơn vị: UBND quận Lê Chân"])
    sheet.append([])
    sheet.append(["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định"])
    mistakes = {"1": (4, 12.5), "2": (6, -1), "3": (4, "gần đủ"), "4": (9, 5)}
    for code, name, most in CRITERIA:
        written, points = mistakes.get(code, (most, None))
        sheet.append([code, name, written, points if code == "4" else None, points])
    sheet.append(["9", "Tiêu chí lạ", 5, 5, 5])
    book.save(path)
    return path


def scores_with_a_heading_of_its_own(path: Path) -> Path:
    """A .csv whose points stand under words that no form has."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream, delimiter=";")
        rows.writerow(["Kết quả Chỉ số cải cách hành chính năm 2021 - UBND quận Ngô Quyền"])
        rows.writerow(["STT", "Tiêu chí", "Điểm tối đa", "Điểm hội đồng chốt"])
        for (code, name, most), points in zip(
            [row for row in CRITERIA if row[0] in LEAVES], ("3,5", "5", "4", "6"), strict=True
        ):
            rows.writerow([code, name, most, points])
    return path
