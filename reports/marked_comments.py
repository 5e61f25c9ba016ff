"""Comments in the cells of a marked copy, beside those that people have written."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from data.cells import row_of
from data.sheets.xlsx_marks import column_number
from reports.marked_package import (
    MAIN,
    SHEET_ML,
    Element,
    Package,
    parsed,
    resolved,
    tag,
    written,
)
from reports.xml_text import xml_text
from words.catalogue import text

OURS = "CCHC"  # stands in our author's name in every language
VML, OFFICE_VML, EXCEL_VML = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:excel",
)
EMPTY_VML = (
    f'<xml xmlns:v="{VML}" xmlns:o="{OFFICE_VML}" xmlns:x="{EXCEL_VML}">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" '
    'coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke '
    'joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
AFTER_LEGACY = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
WIDE, TALL = 4, 7  # columns and rows that an open comment covers


def our_comments(package: Package, sheet_part: str) -> set[str]:
    """Cells with a comment of an earlier marked copy."""
    part = package.target_of(sheet_part, "comments")
    if part is None:
        return set()
    root = parsed(package.parts[part])
    return {comment.get("ref") for comment in root.iter(tag(root, "comment")) if _is_ours(comment)}


def write_comments(
    package: Package, sheet_part: str, sheet: Element, messages: Mapping[str, str]
) -> None:
    """The cells carry these messages; earlier ones of ours are gone, other people's stay."""
    part = package.target_of(sheet_part, "comments") or _new_comments(package, sheet_part)
    root = parsed(package.parts[part])
    listed = root.find(tag(root, "commentList"))
    removed = [comment for comment in listed if _is_ours(comment)]
    for comment in removed:
        listed.remove(comment)
    theirs = {comment.get("ref"): comment for comment in listed}
    author = _author(root)
    for cell, message in messages.items():
        if cell in theirs:
            _add_run(root, theirs[cell].find(tag(root, "text")), f"\n{_signed(message)}")
        else:
            comment = etree.SubElement(listed, tag(root, "comment"), ref=cell, authorId=author)
            _add_run(root, etree.SubElement(comment, tag(root, "text")), _signed(message))
    package.put(part, written(root))
    new = [cell for cell in messages if cell not in theirs]
    _draw(package, sheet_part, sheet, {c.get("ref") for c in removed}, new)


def _signed(message: str) -> str:
    return f"{text('marked.author')}: {message}"


def _is_ours(comment: Element) -> bool:
    authors = comment.getparent().getparent()[0]
    number = int(comment.get("authorId") or 0)
    return number < len(authors) and OURS in (authors[number].text or "")


def _author(root: Element) -> str:
    authors = root.find(tag(root, "authors"))
    names = [author.text for author in authors]
    if text("marked.author") not in names:
        etree.SubElement(authors, tag(root, "author")).text = text("marked.author")
        return str(len(names))
    return str(names.index(text("marked.author")))


def _add_run(root: Element, parent: Element, message: str) -> None:
    run = etree.SubElement(parent, tag(root, "r"))
    words = etree.SubElement(run, tag(root, "t"))
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = xml_text(message)


def _new_comments(package: Package, sheet_part: str) -> str:
    number = next(n for n in range(1, 100_000) if f"xl/check{n}.xml" not in package.parts)
    part = f"xl/check{number}.xml"
    package.put(part, f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode())
    package.declare(part, f"{SHEET_ML}.comments+xml")
    package.relate(sheet_part, "comments", part)
    return part


def _draw(
    package: Package, sheet_part: str, sheet: Element, removed: set[str], new: list[str]
) -> None:
    """Spreadsheets show a comment only where a shape is drawn for it."""
    part = _drawing(package, sheet_part, sheet) or _new_drawing(package, sheet_part, sheet)
    root = parsed(package.parts[part], is_forgiving=True)
    places = {(row_of(cell) - 1, column_number(cell.rstrip("0123456789"))) for cell in removed}
    for shape in root.findall(f"{{{VML}}}shape"):
        row, column = (shape.find(f".//{{{EXCEL_VML}}}{name}") for name in ("Row", "Column"))
        if row is not None and column is not None and (int(row.text), int(column.text)) in places:
            root.remove(shape)
    known = len(root)
    for place, cell in enumerate(new, start=1):
        root.append(parsed(_shape(f"_x0000_s{20_000 + known + place}", cell).encode()))
    package.put(part, etree.tostring(root, encoding="UTF-8"))


def _drawing(package: Package, sheet_part: str, sheet: Element) -> str | None:
    """The drawing of the sheet's comments; that of its header and footer is another one."""
    legacy = sheet.find(tag(sheet, "legacyDrawing"))
    if legacy is None:
        return None
    relation = legacy.get(f"{{{package.office}}}id")
    targets = {one.get("Id"): one.get("Target") for one in package.rels_of(sheet_part)}
    return resolved(sheet_part, targets[relation])


def _new_drawing(package: Package, sheet_part: str, sheet: Element) -> str:
    number = next(n for n in range(1, 100_000) if f"xl/drawings/check{n}.vml" not in package.parts)
    part = f"xl/drawings/check{number}.vml"
    package.put(part, EMPTY_VML.encode())
    package.declare(part, "application/vnd.openxmlformats-officedocument.vmlDrawing")
    relation = package.relate(sheet_part, "vmlDrawing", part)
    drawing = etree.Element(tag(sheet, "legacyDrawing"))
    drawing.set(f"{{{package.office}}}id", relation)
    later = [element for element in sheet if etree.QName(element).localname in AFTER_LEGACY]
    if later:
        later[0].addprevious(drawing)
    else:
        sheet.append(drawing)
    return part


def _shape(number: str, cell: str) -> str:
    row, column = row_of(cell) - 1, column_number(cell.rstrip("0123456789"))
    anchor = f"{column + 1},12,{max(row - 1, 0)},8,{column + 1 + WIDE},12,{row + TALL},4"
    return (
        f'<v:shape xmlns:v="{VML}" xmlns:o="{OFFICE_VML}" xmlns:x="{EXCEL_VML}" id="{number}" '
        'type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="infoBackground '
        '[80]" strokecolor="none [81]" o:insetmode="auto"><v:fill color2="infoBackground [80]"/>'
        '<v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/><v:textbox '
        'style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/>'
        f"<x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
