"""Workbooks of the criteria sets: criteria, areas, bands, links."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.workbooks.base.paper import Cell, Column, Row, RowKind, Sheet, write_workbook
from data.workbooks.illustration.criteria import Criterion, Kind, criteria, leaves, links
from data.workbooks.illustration.wording import decimal_text, phrases

OFFICE = ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG")
WHOM = {Kind.DISTRICTS: "UBND CÁC QUẬN, HUYỆN", Kind.DEPARTMENTS: "CÁC SỞ, BAN, NGÀNH"}
TAB = {Kind.DISTRICTS: "Quận, huyện", Kind.DEPARTMENTS: "Sở, ban, ngành"}
SIGNATURES = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
CRITERIA_COLUMNS = (
    Column("STT", 8, is_number=True),
    Column("Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 58),
    Column("Điểm tối đa", 10, is_number=True),
    Column("Cách tính điểm", 62),
    Column("Tài liệu kiểm chứng", 36),
    Column("Phương thức đánh giá", 20),
    Column("Ghi chú", 16),
)
AREA_COLUMNS = (
    Column("STT", 6, is_number=True),
    Column("Lĩnh vực, tiêu chí (bộ tiêu chí)", 74),
    Column("Lĩnh vực kiểm tra", 40),
)
BAND_COLUMNS = (
    Column("STT", 6, is_number=True),
    Column("Năm", 8, is_number=True),
    Column("Khối", 20),
    Column("Xếp loại", 18),
    Column("Từ", 10, is_number=True),
    Column("Đến", 10, is_number=True),
)
LINK_COLUMNS = (
    Column("STT", 6, is_number=True),
    Column("Áp dụng cho", 18),
    Column("Năm cũ", 9, is_number=True),
    Column("Mã cũ", 10, is_number=True),
    Column("Năm mới", 9, is_number=True),
    Column("Mã mới", 10, is_number=True),
    Column("Loại thay đổi", 20),
)
# Invented classes: Hải Phòng's own are not known. Lower bounds in %, the highest class first.
BANDS = {
    "Sở, ban, ngành": (("Xuất sắc", 92), ("Tốt", 85), ("Khá", 75), ("Trung bình", 0)),
    "Quận": (("Xuất sắc", 90), ("Tốt", 82), ("Khá", 70), ("Trung bình", 0)),
    "Huyện": (("Xuất sắc", 90), ("Tốt", 82), ("Khá", 70), ("Trung bình", 0)),
}


def criteria_workbook(path: Path, year: int) -> Path:
    """The two criteria sets of a year, a sheet each."""
    return write_workbook(path, [_criteria_sheet(kind, year) for kind in Kind])


def areas_workbook(path: Path, years: Sequence[int]) -> Path:
    """Which reform area each area and each survey criterion of the sets speaks of."""
    sheets = [_areas_sheet(kind, year) for year in years for kind in Kind]
    return write_workbook(path, sheets)


def bands_workbook(path: Path, years: Sequence[int]) -> Path:
    """Classes by year and ranking group."""
    title = "THANG XẾP LOẠI CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"
    rows: list[Row] = []
    for year in years:
        for group, bands in BANDS.items():
            upper = 100
            for band, lower in bands:
                cells = (len(rows) + 1, year, group, band, lower, upper)
                rows.append((RowKind.PLAIN, cells))
                upper = lower
    sheet = Sheet("Xếp loại", OFFICE, (title,), BAND_COLUMNS, rows, SIGNATURES)
    return write_workbook(path, [sheet])


def links_workbook(path: Path) -> Path:
    """What became of every leaf of 2021 in the sets of 2022."""
    return write_workbook(path, [_links_sheet(kind) for kind in Kind])


def title_of(what: str, kind: Kind, year: int) -> str:
    """A title with group and year, as offices write it."""
    return f"{what} CỦA {WHOM[kind]} NĂM {year}"


def _criteria_sheet(kind: Kind, year: int) -> Sheet:
    rows = criteria(kind, year)
    total = sum(leaf.points for leaf in leaves(kind, year))
    table: list[Row] = [_criterion_row(row, rows) for row in rows]
    table.append((RowKind.TOTAL, ("", "TỔNG CỘNG", total, "", "", "", "")))
    title = title_of("BỘ TIÊU CHÍ ĐÁNH GIÁ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH", kind, year)
    return Sheet(TAB[kind], OFFICE, (title,), CRITERIA_COLUMNS, table, SIGNATURES)


def _criterion_row(row: Criterion, rows: Sequence[Criterion]) -> Row:
    if row.is_leaf:
        way = "Điều tra xã hội học" if row.is_survey else "Thẩm định"
        cells = (row.code, row.name, row.maximum, rule_text(row), row.evidence, way, "")
        return RowKind.PLAIN, cells
    below = [leaf for leaf in rows if leaf.is_leaf and is_below(leaf, row)]
    total = sum(leaf.points for leaf in below)
    kind = row_kind(row)
    name = row.name.upper() if kind is RowKind.AREA else row.name
    return kind, (row.code, name, total, "", "", "", "")


def is_below(leaf: Criterion, row: Criterion) -> bool:
    """The leaf stands under the area or criterion."""
    is_area = row.code == row.area
    return leaf.area == row.area if is_area else leaf.code.startswith(f"{row.code}.")


def row_kind(row: Criterion) -> RowKind:
    """Area, criterion or leaf."""
    if row.is_leaf:
        return RowKind.PLAIN
    return RowKind.AREA if row.code == row.area else RowKind.CRITERION


def rule_text(leaf: Criterion) -> str:
    """How the points of a leaf are reckoned, in words."""
    most = decimal_text(leaf.points)
    rule, *detail = leaf.rule.split()
    if rule == "all":
        return f"Đạt yêu cầu, đúng thời hạn: {most} điểm; không đạt: 0 điểm"
    if rule == "steps":
        part = [decimal_text(leaf.points * share / 4) for share in (3, 2)]
        return (
            f"Đạt 100% yêu cầu: {most} điểm; đạt từ 75%: {part[0]} điểm; "
            f"đạt từ 50%: {part[1]} điểm; còn lại: 0 điểm"
        )
    if rule == "each":
        return f"Không có vi phạm: {most} điểm; mỗi trường hợp vi phạm trừ {detail[0]} điểm"
    if rule == "survey":
        return f"Điều tra xã hội học: điểm = tỷ lệ hài lòng × {most}"
    thing = "Tỷ lệ" if rule == "percent" else f"Tỷ lệ {' '.join(detail[:-1])} đạt yêu cầu"
    return f"{thing} từ 50% trở lên: điểm = tỷ lệ × {most}; dưới 50%: 0 điểm"


def _areas_sheet(kind: Kind, year: int) -> Sheet:
    entries = [row for row in criteria(kind, year) if row.code == row.area or row.is_survey]
    rows: list[Row] = []
    for row in entries:
        cells: tuple[Cell, ...] = (len(rows) + 1, row.label, phrases()[_speaks_of(row)]["label"])
        rows.append((row_kind(row), cells))
    title = title_of("BẢNG ĐỐI CHIẾU LĨNH VỰC TRONG BỘ TIÊU CHÍ", kind, year)
    name = f"{TAB[kind]} {year}"
    return Sheet(name, OFFICE, (title,), AREA_COLUMNS, rows, SIGNATURES[:1])


def _speaks_of(row: Criterion) -> str:
    return row.reform_area


def _links_sheet(kind: Kind) -> Sheet:
    title = f"BẢNG ĐỐI CHIẾU TIÊU CHÍ NĂM 2021 VÀ NĂM 2022 CỦA {WHOM[kind]}"
    rows: list[Row] = []
    for link in links(kind):
        codes = (2021, link.from_code, 2022, link.to_code)
        rows.append((RowKind.PLAIN, (len(rows) + 1, TAB[kind], *codes, str(link.kind))))
    return Sheet(TAB[kind], OFFICE, (title,), LINK_COLUMNS, rows, SIGNATURES[:1])
