"""Shipped workbooks opened again: cells by heading, parts of the file byte by byte."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

WORKBOOKS = Path(__file__).parents[3] / "data" / "workbooks"
ILLUSTRATION = WORKBOOKS / "illustration"
SEASON, AFTER = ILLUSTRATION / "1_season", ILLUSTRATION / "2_after_index"


@dataclass(frozen=True)
class Opened:
    """A sheet: the lines above the table, and its rows by heading down to the first blank row."""

    name: str
    titles: list[str]
    rows: list[dict[str, Any]]


def opened(path: Path) -> list[Opened]:
    """Every sheet of a shipped workbook; the lowest heading of a column names it."""
    workbook = CalamineWorkbook.from_path(path)
    return [
        _sheet(name, workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names
    ]


def _sheet(name: str, grid: list[list[Any]]) -> Opened:
    head = next(i for i, cells in enumerate(grid) if cells[0] in ("STT", "Mã"))
    is_double = grid[head + 1][0] == ""
    upper, lower = grid[head], grid[head + 1] if is_double else [""] * len(grid[head])
    headings = [str(low or up) for up, low in zip(upper, lower, strict=True)]
    rows = []
    for cells in grid[head + 1 + is_double :]:
        if not any(cells):
            break
        rows.append(dict(zip(headings, cells, strict=True)))
    titles = [str(cell) for cells in grid[:head] for cell in cells if cell]
    return Opened(name, titles, rows)


def number(cell: object) -> Any:
    """Points as a number or as text with a comma; null for blank, dash and 'KĐG'."""
    if cell in ("", "-", "KĐG"):
        return None
    return Decimal(str(cell).replace(",", "."))


def parts(path: Path) -> dict[str, bytes]:
    """The parts of the file: what is in it, whatever the machine deflates with."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
