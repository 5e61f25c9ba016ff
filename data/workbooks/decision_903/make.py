"""Writes the nine index figures of 2021 that Decision 903/QĐ-UBND published."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

from data.workbooks.base.paper import Cell, Column, Row, RowKind, Sheet, write_workbook
from data.workbooks.base.units import records

FIGURES_FILE = Path(__file__).with_name("figures.txt")
OFFICE = ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG")
COLUMNS = (
    Column("STT", 6, is_number=True),
    Column("Đơn vị", 42),
    Column("Chỉ số (%)", 14, is_number=True),
    Column("Xếp hạng", 12, is_number=True),
    Column("Ghi chú", 60),
)
SOURCE = "(Quyết định số 903/QĐ-UBND ngày 28/3/2022 của UBND thành phố; chỉ công bố ba đơn vị đầu)"
# The group as the title names it, and as the sheet does.
GROUPS = {
    "Sở, ban, ngành": "CÁC SỞ, BAN, NGÀNH",
    "Quận": "UBND CÁC QUẬN",
    "Huyện": "UBND CÁC HUYỆN",
}


def make(folder: Path) -> list[Path]:
    """`published_results_2021.xlsx` stands in the folder, a sheet for each ranking group."""
    figures = records(FIGURES_FILE)
    sheets = [_sheet(group, figures) for group in GROUPS]
    return [write_workbook(folder / "published_results_2021.xlsx", sheets)]


def _sheet(group: str, figures: list[list[str]]) -> Sheet:
    rows: list[Row] = []
    for of_group, unit, percent, rank, note in figures:
        if of_group == group:
            cells: tuple[Cell, ...] = (len(rows) + 1, unit, Decimal(percent), int(rank), note)
            rows.append((RowKind.PLAIN, cells))
    title = f"KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021 CỦA {GROUPS[group]}"
    return Sheet(group, OFFICE, (title, SOURCE), COLUMNS, rows, is_illustration=False)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
