"""The first sheet of a marked copy: every problem with its place, and a link to the cell."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from lxml import etree

from data.forms.marked_copies import PROBLEMS_SHEET_MARK
from data.problems import Problem, Severity
from reports.marked_package import (
    MAIN,
    OFFICE,
    SHEET_ML,
    WORKBOOK,
    Element,
    Package,
    parsed,
    rels_name,
    tag,
    written,
)
from reports.marked_styles import Styles
from reports.marked_values import sheet_title
from reports.xml_text import xml_text
from words import formats
from words.catalogue import counted, text
from words.palette import Colour
from words.problems import problem_message

PART = "xl/worksheets/check_problems.xml"
MARK_CELL = "F1"
HEADING_ROW = 7
WIDTHS = (12, 24, 10, 30, 90, 16)
LINE_HEIGHT = 16  # points
LONGEST_NAME = 31  # letters of a sheet's name
MOST_LISTED = 5000  # a clerk mends the first of these


def problems_sheet(
    problems: Sequence[Problem], file: str, notes: Sequence[str], styles: Styles, sheets: set[str]
) -> bytes:
    """The sheet's part; `sheets` are the names that a link can lead to."""
    root = etree.Element(f"{{{MAIN}}}worksheet", nsmap={None: MAIN, "r": OFFICE})
    _add_frame(root)
    data = etree.SubElement(root, tag(root, "sheetData"))
    plain, bold = styles.text_format(), styles.text_format(bold=True)
    muted = styles.text_format(colour=Colour.OTHERS)
    link = styles.text_format(colour=Colour.ACCENT, bold=True)
    fills = {severity: styles.text_format(bold=True, fill=severity) for severity in Severity}
    _add_row(data, 1, [(text("marked.title"), bold), *[("", plain)] * 4])
    _add_cell(data[0], MARK_CELL, PROBLEMS_SHEET_MARK, muted)
    for row, line in enumerate([*_top(problems, file), *notes], start=2):
        _add_row(data, row, [(line, plain)])
    heads = ("severity", "place_sheet", "place_cell", "found", "message")
    _add_row(data, HEADING_ROW, [(text(f"marked.{head}"), bold) for head in heads], WIDTHS)
    links = []
    for row, problem in enumerate(problems[:MOST_LISTED], start=HEADING_ROW + 1):
        target = _target(problem, sheets)
        whole = text("marked.whole_sheet") if problem.sheet else ""
        if target:
            links.append((f"C{row}", target))
        _add_row(
            data,
            row,
            [
                (text(f"desk.severity_{problem.severity.value}"), fills[problem.severity]),
                (problem.sheet or ("" if problem.cell else text("marked.whole_file")), plain),
                (problem.cell or whole, link if target else plain),
                (problem.found or "", plain),
                (problem_message(problem), plain),
            ],
            WIDTHS,
        )
    _add_merges(root, 2 + len(notes) + 3)
    _add_links(root, links)
    return written(root)


def _top(problems: Sequence[Problem], file: str) -> list[str]:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    return [
        text("marked.of_file", file=file),
        text(
            "marked.counts",
            errors=counted("marked.errors", errors, count=formats.count(errors)),
            warnings=counted("marked.warnings", warnings, count=formats.count(warnings)),
        ),
        text("marked.how"),
    ]


def _add_frame(root: Element) -> None:
    properties = etree.SubElement(root, tag(root, "sheetPr"))
    etree.SubElement(properties, tag(root, "pageSetUpPr"), fitToPage="1")
    views = etree.SubElement(root, tag(root, "sheetViews"))
    view = etree.SubElement(views, tag(root, "sheetView"), tabSelected="1", workbookViewId="0")
    below = f"A{HEADING_ROW + 1}"
    etree.SubElement(
        view,
        tag(root, "pane"),
        ySplit=str(HEADING_ROW),
        topLeftCell=below,
        activePane="bottomLeft",
        state="frozen",
    )
    columns = etree.SubElement(root, tag(root, "cols"))
    for number, width in enumerate(WIDTHS, start=1):
        given = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        etree.SubElement(columns, tag(root, "col"), **given)


def _add_row(
    data: Element,
    number: int,
    cells: Sequence[tuple[str, int]],
    widths: Sequence[int] = (sum(WIDTHS[:5]),),
) -> None:
    """A row as high as its longest text needs: not every program makes it so by itself."""
    lines = max(ceil(len(w) / width) for (w, _), width in zip(cells, widths, strict=False))
    height = str(LINE_HEIGHT * max(lines, 1))
    row = etree.SubElement(data, tag(data, "row"), r=str(number), ht=height, customHeight="1")
    for letter, (words, style) in zip("ABCDE", cells, strict=False):
        _add_cell(row, f"{letter}{number}", words, style)


def _add_cell(row: Element, name: str, words: str, style: int) -> None:
    """Inline text: whatever it begins with, it is never a formula."""
    cell = etree.SubElement(row, tag(row, "c"), r=name, s=str(style), t="inlineStr")
    written_out = etree.SubElement(etree.SubElement(cell, tag(row, "is")), tag(row, "t"))
    written_out.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    written_out.text = xml_text(words)


def _add_merges(root: Element, last: int) -> None:
    """The lines above the list run over all of its columns."""
    merges = etree.SubElement(root, tag(root, "mergeCells"))
    for row in range(1, min(last, HEADING_ROW)):
        etree.SubElement(merges, tag(root, "mergeCell"), ref=f"A{row}:E{row}")
    merges.set("count", str(len(merges)))


def _add_links(root: Element, links: Sequence[tuple[str, str]]) -> None:
    if links:
        every = etree.SubElement(root, tag(root, "hyperlinks"))
        for cell, target in links:
            etree.SubElement(every, tag(root, "hyperlink"), ref=cell, location=target)
    etree.SubElement(root, tag(root, "pageSetup"), orientation="landscape", fitToHeight="0")


def _target(problem: Problem, sheets: set[str]) -> str | None:
    title = sheet_title(problem.sheet)
    if not problem.cell or title not in sheets:
        return None
    name = xml_text(title).replace("'", "''")
    return f"'{name}'!{problem.cell}"


def put_first(package: Package, content: bytes, earlier: Sequence[str]) -> None:
    """The sheet is the workbook's first one; that of an earlier marked copy gives way to it."""
    known = package.sheet_parts()
    for name in earlier:
        package.put(known[name], content)
        package.parts.pop(rels_name(known[name]), None)
    if not earlier:
        package.put(PART, content)
        package.declare(PART, f"{SHEET_ML}.worksheet+xml")
        _list_first(package, package.relate(WORKBOOK, "worksheet", PART), set(known))


def _list_first(package: Package, relation: str, names: set[str]) -> None:
    book = parsed(package.parts[WORKBOOK])
    sheets = book.find(tag(book, "sheets"))
    number = max((int(sheet.get("sheetId")) for sheet in sheets), default=0) + 1
    entry = etree.Element(tag(book, "sheet"), name=_free_name(names), sheetId=str(number))
    entry.set(f"{{{package.office}}}id", relation)
    sheets.insert(0, entry)
    for defined in book.iter(tag(book, "definedName")):
        if defined.get("localSheetId") is not None:  # counts sheets by their place
            defined.set("localSheetId", str(int(defined.get("localSheetId")) + 1))
    for view in book.iter(tag(book, "workbookView")):
        view.set("activeTab", "0")
        view.set("firstSheet", "0")
    package.put(WORKBOOK, written(book))


def _free_name(names: set[str]) -> str:
    folded = {name.casefold() for name in names}
    wanted = text("marked.sheet")
    choices = (wanted, *(f"{wanted[: LONGEST_NAME - 5]} ({n})" for n in range(2, 1000)))
    return next(name for name in choices if name.casefold() not in folded)
