"""The paper of an office's workbook: title block, headings, table, signatures."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.workbooks.base.timeless import timeless

Cell = str | int | Decimal | datetime.date | None
Row = tuple["RowKind", Sequence[Cell]]

ILLUSTRATION_MARK = "DỮ LIỆU MINH HOẠ"
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
FONT = "Times New Roman"
THIN = Side(style="thin", color="808080")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD_FILL = PatternFill("solid", fgColor="E7E6E6")
AREA_FILL = PatternFill("solid", fgColor="F5F5F5")
LINE_HEIGHT = 14.5  # points, of 11-point type
WIDE = 190  # characters across from which a sheet is printed on A3
TITLE_ROW = 4
HEAD_STYLE = "head"


class RowKind(StrEnum):
    """How a row of the table stands out."""

    AREA = "area"
    CRITERION = "criterion"
    PLAIN = "plain"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, its width in characters, and the heading merged above it and its neighbours."""

    heading: str
    width: float
    above: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to write: `office` is the upper left block, `titles` stand above the table."""

    name: str
    office: tuple[str, str]
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    signatures: tuple[str, ...] = ()
    is_illustration: bool = True


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> Path:
    """The sheets stand in a file at `path`, byte for byte the same whenever it is written."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "CCHC"
    for style in _styles():
        workbook.add_named_style(style)
    for sheet in sheets:
        _draw(workbook.create_sheet(sheet.name), sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(timeless(workbook))
    return path


def _styles() -> list[NamedStyle]:
    """A style for headings, and one for each kind of row, across and kind of value."""
    head = NamedStyle(HEAD_STYLE, Font(name=FONT, size=11, bold=True), HEAD_FILL, FRAME)
    head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    found = [head]
    for kind in RowKind:
        for across in ("center", "left"):
            for number_format in ("General", "dd/mm/yyyy"):
                style = NamedStyle(f"{kind} {across} {number_format}", border=FRAME)
                style.font = Font(name=FONT, size=11, bold=kind is not RowKind.PLAIN)
                style.alignment = Alignment(horizontal=across, vertical="top", wrap_text=True)
                style.number_format = number_format
                if kind in (RowKind.AREA, RowKind.TOTAL):
                    style.fill = AREA_FILL
                found.append(style)
    return found


def _draw(page: Worksheet, sheet: Sheet) -> None:
    head_row = _draw_titles(page, sheet)
    first_row = _draw_headings(page, sheet.columns, head_row)
    for row, (kind, cells) in enumerate(sheet.rows, start=first_row):
        _draw_row(page, row, kind, cells, sheet.columns)
    _draw_signatures(page, sheet, first_row + len(sheet.rows) + 2)
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = page.cell(row=first_row, column=min(3, len(sheet.columns)))
    _set_up_printing(page, sheet, f"{head_row}:{first_row - 1}")


def _set_up_printing(page: Worksheet, sheet: Sheet, head_rows: str) -> None:
    is_wide = sum(column.width for column in sheet.columns) > WIDE
    page.print_title_rows = head_rows
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3 if is_wide else page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.5


def _draw_titles(page: Worksheet, sheet: Sheet) -> int:
    """Returns the row of the first heading."""
    last = len(sheet.columns)
    middle = min(max(2, last // 2), last - 1)
    for row, (left, right) in enumerate(zip(sheet.office, NATION, strict=True), start=1):
        _line(page, row, (1, middle), left, Font(name=FONT, size=12, bold=row == 2))
        _line(page, row, (middle + 1, last), right, Font(name=FONT, size=12, bold=True))
    title, *others = sheet.titles
    _line(page, TITLE_ROW, (1, last), title, Font(name=FONT, size=13, bold=True))
    if sheet.is_illustration:
        others.insert(0, f"{ILLUSTRATION_MARK} - không phải số liệu thật")
    for row, text in enumerate(others, start=TITLE_ROW + 1):
        is_mark = text.startswith(ILLUSTRATION_MARK)
        font = Font(name=FONT, size=13, bold=is_mark, color="9C5700" if is_mark else None)
        _line(page, row, (1, last), text, font)
    return TITLE_ROW + len(others) + 2


def _line(page: Worksheet, row: int, span: tuple[int, int], text: str, font: Font) -> None:
    cell = page.cell(row=row, column=span[0], value=text)
    cell.font = font
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.row_dimensions[row].height = 18
    page.merge_cells(start_row=row, end_row=row, start_column=span[0], end_column=span[1])


def _draw_headings(page: Worksheet, columns: tuple[Column, ...], row: int) -> int:
    """Returns the first row of the table: two heading rows where a heading stands above others."""
    is_double = any(column.above for column in columns)
    lowest = row + 1 if is_double else row
    for number, column in enumerate(columns, start=1):
        for of_heading in range(row, lowest + 1):
            page.cell(row=of_heading, column=number).style = HEAD_STYLE
        page.cell(row=lowest if column.above else row, column=number).value = column.heading
        if is_double and not column.above:
            page.merge_cells(start_row=row, end_row=lowest, start_column=number, end_column=number)
    for first, last, text in _spans(columns):
        page.cell(row=row, column=first).value = text
        page.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    tallest = max(_lines(column.heading, column.width * 0.85) for column in columns)
    page.row_dimensions[lowest].height = LINE_HEIGHT * tallest
    return lowest + 1


def _spans(columns: tuple[Column, ...]) -> list[tuple[int, int, str]]:
    """First and last column of each heading that stands above others."""
    spans: list[tuple[int, int, str]] = []
    for number, column in enumerate(columns, start=1):
        if column.above and spans and spans[-1][1:] == (number - 1, column.above):
            spans[-1] = (spans[-1][0], number, column.above)
        elif column.above:
            spans.append((number, number, column.above))
    return spans


def _draw_row(
    page: Worksheet, row: int, kind: RowKind, cells: Sequence[Cell], columns: tuple[Column, ...]
) -> None:
    tallest = 1
    for number, (value, column) in enumerate(zip(cells, columns, strict=True), start=1):
        across = "center" if column.is_number or number == 1 else "left"
        is_day = isinstance(value, datetime.date)
        cell = page.cell(row=row, column=number)
        cell.style = f"{kind} {across} {'dd/mm/yyyy' if is_day else 'General'}"
        cell.value = float(value) if isinstance(value, Decimal) else value if value != "" else None
        if isinstance(value, str):
            tallest = max(tallest, _lines(value, column.width))
    page.row_dimensions[row].height = LINE_HEIGHT * tallest + 1


def _lines(text: str, width: float) -> int:
    """Lines that a text takes in a column, a little generous: words do not break."""
    return max(1, -int(-len(text) * 1.12 // width))


def _draw_signatures(page: Worksheet, sheet: Sheet, row: int) -> None:
    step = max(1, len(sheet.columns) // max(1, len(sheet.signatures)))
    for place, signature in enumerate(sheet.signatures):
        column = min(1 + place * step + step // 2, len(sheet.columns))
        cell = page.cell(row=row, column=column, value=signature)
        cell.font = Font(name=FONT, size=11, bold=True)
        cell.alignment = Alignment(horizontal="center")
