"""Small workbooks as offices dress them, for the journey through the Data desk."""

from __future__ import annotations

from pathlib import Path

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
