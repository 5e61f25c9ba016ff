"""Colours cells of a sheet's part; values, formulas and everything else stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from data.cells import row_of
from data.problems import Severity
from data.sheets.grid import cell_name
from data.sheets.xlsx_marks import column_number
from reports.marked_package import Element, tag
from reports.marked_styles import Styles


def colour_cells(root: Element, marks: Mapping[str, Severity | None], styles: Styles) -> None:
    """Each cell of `marks` has its colour; a cell that the part does not hold is made, blank."""
    data = root.find(tag(root, "sheetData"))
    rows = dict(_numbered(data))
    by_row: dict[int, list[str]] = {}
    for cell in marks:
        by_row.setdefault(row_of(cell), []).append(cell)
    for number in sorted(by_row):
        row = rows[number] if number in rows else _new_row(root, data, number)
        cells = dict(_cells(row, number))
        for name in by_row[number]:
            cell = cells[name] if name in cells else _new_cell(root, row, name)
            cell.set("s", str(styles.marked(int(cell.get("s") or 0), marks[name])))


def _numbered(data: Element) -> Iterator[tuple[int, Element]]:
    """Rows with their numbers, which may be left to counting."""
    number = 0
    for row in data:
        number = int(row.get("r") or number + 1)
        yield number, row


def _cells(row: Element, number: int) -> Iterator[tuple[str, Element]]:
    column = -1
    for cell in row:
        name = cell.get("r")
        column = column_number(name.rstrip("0123456789")) if name else column + 1
        yield cell_name(number - 1, column), cell


def _new_row(root: Element, data: Element, number: int) -> Element:
    place = sum(1 for known, _ in _numbered(data) if known < number)
    row = etree.Element(tag(root, "row"), r=str(number))
    data.insert(place, row)
    return row


def _new_cell(root: Element, row: Element, name: str) -> Element:
    number = row_of(name)
    column = column_number(name.rstrip("0123456789"))
    known = [column_number(n.rstrip("0123456789")) for n, _ in _cells(row, number)]
    cell = etree.Element(tag(root, "c"), r=name, s=_style_around(root, row, column))
    row.insert(sum(1 for other in known if other < column), cell)
    return cell


def _style_around(root: Element, row: Element, column: int) -> str:
    """The format that a blank cell shows: that of its row, else of its column."""
    if row.get("customFormat") in {"1", "true"} and row.get("s"):
        return str(row.get("s"))
    columns = root.find(tag(root, "cols"))
    for entry in columns if columns is not None else ():
        if int(entry.get("min")) <= column + 1 <= int(entry.get("max")):
            return str(entry.get("style") or 0)
    return "0"
