"""Lays a page out in Word: fonts, borders, widths; what python-docx leaves to its users."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from reports.paper import Heading, PaperTable, Paragraph, Part

FONT = "Times New Roman"  # Decree 30/2020/NĐ-CP, Annex I
BODY_SIZE, TABLE_SIZE, FOOT_SIZE = 14, 11, 9  # points
FIRST_LINE = 10  # mm: Decree 30 asks for 10 to 12.7
SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
LEFT, CENTRE, RIGHT, JUSTIFIED = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def set_font(
    styled: Any,  # noqa: ANN401 - python-docx has no types
    size: float,
    *,
    is_bold: bool | None = None,
    is_italic: bool | None = None,
) -> None:
    """The font of a run or style, in every script; the theme's, which would win, is taken off."""
    styled.font.name, styled.font.size = FONT, Pt(size)
    if is_bold is not None:
        styled.font.bold = is_bold
    if is_italic is not None:
        styled.font.italic = is_italic
    fonts = styled._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
    for script in SCRIPTS:
        fonts.set(qn(f"w:{script}"), FONT)
    for theme in THEMES:
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def write(
    paragraph: Any,  # noqa: ANN401
    words: str,
    size: float = BODY_SIZE,
    *,
    is_bold: bool = False,
    is_italic: bool = False,
    align: Any = None,  # noqa: ANN401
) -> None:
    """Words in a paragraph, close to their neighbours."""
    set_font(paragraph.add_run(words), size, is_bold=is_bold, is_italic=is_italic)
    if align is not None:
        paragraph.alignment = align


def tighten(paragraph: Any) -> None:  # noqa: ANN401
    """No room around the paragraph: in cells and in the heading block."""
    paragraph.paragraph_format.space_before = Pt(0)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0


def rule(cell: Any, indent: float) -> None:  # noqa: ANN401
    """A rule beneath what stands in the cell, `indent` mm in from both sides."""
    paragraph = cell.add_paragraph()
    tighten(paragraph)
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.left_indent = Mm(indent)
    paragraph.paragraph_format.right_indent = Mm(indent)
    _border(paragraph)


def centred_rule(document: Any, width: float, room: float) -> None:  # noqa: ANN401
    """A rule of `width` mm in the middle of a line of `room` mm."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.left_indent = Mm((room - width) / 2)
    paragraph.paragraph_format.right_indent = Mm((room - width) / 2)
    _border(paragraph)


def _border(paragraph: Any) -> None:  # noqa: ANN401
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001


def page_number(paragraph: Any, size: float) -> None:  # noqa: ANN401
    """The number of the page, in the middle."""
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    set_font(run, size)
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.set(qn("xml:space"), "preserve")
            element.text = "PAGE"
        run._r.append(element)  # noqa: SLF001


def set_widths(table: Any, widths: Sequence[int]) -> None:  # noqa: ANN401
    """Widths in EMU, on the grid and on the cells: Word obeys the cells, LibreOffice the grid."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
        for cell in column.cells:
            cell.width = Emu(width)


def repeat_head(row: Any) -> None:  # noqa: ANN401
    """The row stands again on every page that the table reaches."""
    _mark(row, "tblHeader")


def keep_whole(row: Any) -> None:  # noqa: ANN401
    """The row does not break over two pages."""
    _mark(row, "cantSplit")


def _mark(row: Any, name: str) -> None:  # noqa: ANN401
    element = OxmlElement(f"w:{name}")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)  # noqa: SLF001


def speak(style: Any, language: str) -> None:  # noqa: ANN401
    """The language for spelling and hyphens."""
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), language)
    element.set(qn("w:eastAsia"), language)
    style._element.get_or_add_rPr().append(element)  # noqa: SLF001


def add_part(
    document: Any,  # noqa: ANN401
    part: Part,
    width: int,
    size: float = BODY_SIZE,
    table_size: float = TABLE_SIZE,
    *,
    first_line: int = FIRST_LINE,
) -> None:
    """A heading, paragraph, table or page break at the end; `width` and `first_line` in mm."""
    if isinstance(part, Heading):
        document.add_heading(part.words, part.level)
    elif isinstance(part, Paragraph):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Mm(first_line)
        write(paragraph, f"- {part.words}" if part.is_item else part.words, size, align=JUSTIFIED)
    elif isinstance(part, PaperTable):
        _add_table(document, part, width, table_size)
    else:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_table(document: Any, content: PaperTable, width: int, size: float) -> None:  # noqa: ANN401
    table = document.add_table(1, len(content.head))
    table.style = "Table Grid"
    repeat_head(table.rows[0])
    _fill(table.rows[0], content.head, frozenset(), size, is_head=True)
    for row in content.rows:
        added = table.add_row()
        keep_whole(added)
        _fill(added, row, content.numbers, size, is_head=False)
    whole = sum(content.widths)
    set_widths(table, [int(Mm(width) * part / whole) for part in content.widths])
    after = document.add_paragraph()
    tighten(after)
    after.paragraph_format.line_spacing = Pt(6)


def _fill(
    row: Any,  # noqa: ANN401
    words: Sequence[str],
    numbers: frozenset[int],
    size: float,
    *,
    is_head: bool,
) -> None:
    for place, (cell, said) in enumerate(zip(row.cells, words, strict=True)):
        paragraph = cell.paragraphs[0]
        tighten(paragraph)
        align = CENTRE if is_head else RIGHT if place in numbers else LEFT
        write(paragraph, said, size, is_bold=is_head, align=align)
