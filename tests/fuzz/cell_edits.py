"""Damage as people do it: headings swapped, columns deleted, cells mistyped, sheets renamed."""

from __future__ import annotations

import datetime
import io
import random
import warnings
from collections.abc import Callable

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

FIRST_ROWS = 8  # titles and headings
TEXTS = (
    "=1+1", "=HYPERLINK(\"http://x.invalid\",\"y\")", "@SUM(A1)", "-", "–", "x", "KĐG", "#N/A",
    "<script>alert(1)</script>", "![](http://x.invalid/a.png)", "$x$", ":material/home:", "{}",
    "{found}", "%s", "'; drop table score; --", "‮Quận Lê Chân", "Quận\u200b Lê Chân", "\u0301",
    "Quận Lê Chân", "Lê Chân", "305", "1.10", "1.250", "1,5", "-3", "1e400", "NaN", "Infinity",
    "１２", "½", "12 điểm", "100%", "năm 2021", "năm 1789", "31/02/2022", "Tháng 13/2022",
    "Quý V/2022", "STT", "Tiêu chí", "Đơn vị", "Điểm", "Tổng", "Ghi chú", "Năm", "(1)", "I", "IV.",
    "Điểm cộng", "Điểm trừ", "đã khắc phục", "không áp dụng", "2021", "99999", "DỮ LIỆU MINH HOẠ",
    "§iÓm QuËn Lª Ch©n", " ", "\t", "a" * 5000, "ỹ" * 32767, "; ; ;", "A;B;A", "0", "00", "1.1.1.1",
)  # fmt: skip
VALUES = (
    0, -1, 0.1, 1e308, 1e-320, 10**15, 2021, 305, True, False, 99.9999999, 1 / 3,
    datetime.date(2022, 9, 14), datetime.date(9999, 12, 31), datetime.time(8, 30),
    datetime.date(1900, 1, 1), datetime.timedelta(days=3, hours=5),
)  # fmt: skip
SHEET_NAMES = ("=1+1", "<b>x", "305", "Năm 2022", "a'b", "{sheet}", "‮ab", "Tổng", " ", "$x$")


def edited(content: bytes, chance: random.Random) -> bytes:
    """The .xlsx after one to four edits, each of a sheet drawn by lot."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(chance.randint(1, 4)):
        chance.choice(EDITS)(chance.choice(workbook.worksheets), chance)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _cells(sheet: Worksheet, last_row: int | None = None) -> list[Cell]:
    rows = sheet.iter_rows(max_row=min(last_row or sheet.max_row, sheet.max_row))
    cells = [
        c for row in rows for c in row if c.value is not None and not isinstance(c, MergedCell)
    ]
    return cells or [sheet["A1"]]


def _put(cell: Cell | MergedCell, value: object) -> None:
    if isinstance(cell, MergedCell):
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _swap_cells(sheet: Worksheet, chance: random.Random) -> None:
    first, second = (chance.choice(_cells(sheet, FIRST_ROWS)) for _ in range(2))
    one, two = first.value, second.value
    _put(first, two)
    _put(second, one)


def _delete_column(sheet: Worksheet, chance: random.Random) -> None:
    sheet.delete_cols(chance.randint(1, sheet.max_column))


def _delete_row(sheet: Worksheet, chance: random.Random) -> None:
    sheet.delete_rows(chance.randint(1, sheet.max_row))


def _insert(sheet: Worksheet, chance: random.Random) -> None:
    if chance.random() < 0.5:
        sheet.insert_rows(chance.randint(1, sheet.max_row))
    else:
        sheet.insert_cols(chance.randint(1, sheet.max_column))


def _move_row(sheet: Worksheet, chance: random.Random) -> None:
    rows = [chance.randint(1, sheet.max_row) for _ in range(2)]
    values = [[sheet.cell(row, c).value for c in range(1, sheet.max_column + 1)] for row in rows]
    for row, taken in zip(rows, reversed(values), strict=True):
        for column, value in enumerate(taken, start=1):
            _put(sheet.cell(row, column), value)


def _double_row(sheet: Worksheet, chance: random.Random) -> None:
    source, target = chance.randint(1, sheet.max_row), sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        _put(sheet.cell(target, column), sheet.cell(source, column).value)


def _double_column(sheet: Worksheet, chance: random.Random) -> None:
    source, target = chance.randint(1, sheet.max_column), sheet.max_column + 1
    for row in range(1, sheet.max_row + 1):
        _put(sheet.cell(row, target), sheet.cell(row, source).value)


def _blank_cells(sheet: Worksheet, chance: random.Random) -> None:
    cells = _cells(sheet)
    for cell in chance.sample(cells, min(len(cells), chance.randint(1, 4))):
        cell.value = None


def _mistype(sheet: Worksheet, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        _put(chance.choice(_cells(sheet)), chance.choice((*TEXTS, *VALUES)))


def _mistype_heading(sheet: Worksheet, chance: random.Random) -> None:
    _put(chance.choice(_cells(sheet, FIRST_ROWS)), chance.choice(TEXTS))


def _letters(sheet: Worksheet, chance: random.Random) -> None:
    ranges = ((0x20, 0x7F), (0xA0, 0x24F), (0x300, 0x370), (0x1EA0, 0x1EFF), (0x2000, 0x2070),
              (0x1F300, 0x1F700), (0x5D0, 0x6FF))  # fmt: skip
    text = "".join(
        chr(chance.randrange(*chance.choice(ranges))) for _ in range(chance.randint(1, 30))
    )
    _put(chance.choice(_cells(sheet)), text)


def _as_formula(sheet: Worksheet, chance: random.Random) -> None:
    cell = chance.choice(_cells(sheet))
    cell.value = "=A1+1"


def _rename(sheet: Worksheet, chance: random.Random) -> None:
    name = chance.choice(SHEET_NAMES)
    if name not in sheet.parent.sheetnames:
        with warnings.catch_warnings(action="ignore"):  # of names that Excel would not make
            sheet.title = name


def _copy_sheet(sheet: Worksheet, _chance: random.Random) -> None:
    with warnings.catch_warnings(action="ignore"):  # a copy's name may be longer than Excel's
        sheet.parent.copy_worksheet(sheet)


def _merge(sheet: Worksheet, chance: random.Random) -> None:
    row, column = chance.randint(1, sheet.max_row), chance.randint(1, sheet.max_column)
    last = (row + chance.randint(0, 3), column + chance.randint(0, 3))
    sheet.merge_cells(start_row=row, start_column=column, end_row=last[0], end_column=last[1])


def _hide(sheet: Worksheet, chance: random.Random) -> None:
    sheet.row_dimensions[chance.randint(1, sheet.max_row)].hidden = True
    if sum(other.sheet_state == "visible" for other in sheet.parent.worksheets) > 1:
        sheet.sheet_state = "hidden"


def _far_cell(sheet: Worksheet, chance: random.Random) -> None:
    sheet.cell(chance.choice([500, 3000]), chance.choice([1, 60, 400]), chance.choice(TEXTS[:20]))


EDITS: tuple[Callable[[Worksheet, random.Random], None], ...] = (
    _swap_cells, _delete_column, _delete_row, _insert, _move_row, _double_row, _double_column,
    _blank_cells, _mistype, _mistype, _mistype, _mistype_heading, _letters, _as_formula, _rename,
    _copy_sheet, _merge, _hide, _far_cell,
)  # fmt: skip
