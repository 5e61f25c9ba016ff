"""Writes the workbook of the units that a fresh store knows."""

from __future__ import annotations

import sys
from pathlib import Path

from data.workbooks.base.paper import Column, Row, RowKind, Sheet, write_workbook
from data.workbooks.base.units import LIST_SEPARATOR, Unit, units

YEARS = range(2020, 2025)  # the ranking groups of 2021 serve 2020 to 2024; definitions 1.7
OFFICE = ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG")
UNIT_COLUMNS = (
    Column("Mã", 11),
    Column("Tên đơn vị", 40),
    Column("Loại", 16),
    Column("Tên khác", 70),
    Column("Hiệu lực từ", 13, is_number=True),
    Column("Hiệu lực đến", 13, is_number=True),
    Column("Thay thế bởi", 14),
)
GROUP_COLUMNS = (
    Column("Mã", 11),
    Column("Tên đơn vị", 40),
    Column("Loại", 16),
    Column("Khối", 18),
    Column("Năm", 8, is_number=True),
)


def make(folder: Path) -> list[Path]:
    """`units.xlsx` stands in the folder: units and spellings, and ranking groups year by year."""
    known = units()
    sheets = (
        _sheet("Đơn vị", "DANH MỤC CƠ QUAN, ĐƠN VỊ", UNIT_COLUMNS, _unit_rows(known)),
        _sheet("Khối xếp hạng", "KHỐI XẾP HẠNG THEO TỪNG NĂM", GROUP_COLUMNS, _group_rows(known)),
    )
    return [write_workbook(folder / "units.xlsx", sheets)]


def _sheet(name: str, title: str, columns: tuple[Column, ...], rows: list[Row]) -> Sheet:
    return Sheet(name, OFFICE, (title,), columns, rows, is_illustration=False)


def _unit_rows(known: list[Unit]) -> list[Row]:
    """First days and successors stay blank: no source that ships states them with a code."""
    return [
        (
            RowKind.PLAIN,
            (u.code, u.name, u.kind, LIST_SEPARATOR.join(u.aliases), None, u.valid_to, None),
        )
        for u in known
    ]


def _group_rows(known: list[Unit]) -> list[Row]:
    return [
        (RowKind.PLAIN, (unit.code, unit.name, unit.kind, unit.ranking_group, year))
        for year in YEARS
        for unit in known
    ]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
