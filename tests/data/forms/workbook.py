"""Writes small workbooks as offices dress them, for the readers' tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Any]


def write_workbook(
    path: Path,
    sheets: Mapping[str, Rows],
    *,
    merges: Mapping[str, Iterable[str]] | None = None,
    dress: Callable[[openpyxl.Workbook], None] | None = None,
) -> Path:
    """A workbook with the given rows from A1 on; `dress` may change it before it is saved."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        write_rows(sheet, rows)
        for merge in (merges or {}).get(name, ()):
            sheet.merge_cells(merge)
    if dress:
        dress(workbook)
    workbook.save(path)
    return path


def write_rows(sheet: Worksheet, rows: Rows) -> None:
    """Rows from A1 on; None leaves a cell out."""
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)
