"""A report by Decree 30/2020/NĐ-CP, Annex I: page, heading block, body, signature, annexes."""

from __future__ import annotations

import datetime
import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt

from reports.paper import Annex, Report
from reports.paper_layout import (
    BODY_SIZE,
    CENTRE,
    FIRST_LINE,
    FOOT_SIZE,
    LEFT,
    add_part,
    centred_rule,
    keep_whole,
    page_number,
    rule,
    set_font,
    set_widths,
    speak,
    tighten,
    write,
)
from reports.same_bytes import same_bytes
from words import formats
from words.catalogue import Language, language, text

# Decree 30: A4; margins top and bottom 20-25, left 30-35, right 15-20 mm; first line 10-12.7 mm.
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TOP, LEFT_MARGIN, RIGHT_MARGIN, HEADER = 20, 30, 15, 10
BODY_WIDTH = PAGE_WIDTH - LEFT_MARGIN - RIGHT_MARGIN
WIDE_WIDTH = PAGE_HEIGHT - LEFT_MARGIN - RIGHT_MARGIN  # of an annex, which lies across
HEAD_WIDTHS = (66, 99)  # mm: the motto in bold capitals needs the wider side
MOTTO_SIZE, NUMBER_SIZE, RECIPIENTS_SIZE, LIST_SIZE = 12, 13, 12, 11
SPELLED = {Language.VIETNAMESE: "vi-VN", Language.ENGLISH: "en-GB"}


def laid_out(report: Report) -> bytes:
    """The report as .docx; the same report gives the same bytes."""
    document = Document()
    _prepare(document, report)
    _heading_block(document, report)
    _title(document, report)
    for part in report.parts:
        add_part(document, part, BODY_WIDTH)
    _closing(document, report)
    for number, annex in enumerate(report.annexes, start=1):
        _annex(document, report, annex, number)
    properties = document.core_properties
    properties.author = properties.last_modified_by = report.letterhead.issuer.replace("|", " ")
    properties.title, properties.revision = report.subject, 1
    properties.created = properties.modified = datetime.datetime.combine(
        report.day, datetime.time()
    )
    out = io.BytesIO()
    document.save(out)
    return same_bytes(out.getvalue(), report.day)


def _prepare(document: Any, report: Report) -> None:  # noqa: ANN401 - python-docx has no types
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin = section.bottom_margin = Mm(TOP)
    section.left_margin, section.right_margin = Mm(LEFT_MARGIN), Mm(RIGHT_MARGIN)
    section.header_distance = section.footer_distance = Mm(HEADER)
    normal = document.styles["Normal"]
    set_font(normal, BODY_SIZE)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    speak(normal, SPELLED[language()])
    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        set_font(style, BODY_SIZE, is_bold=True, is_italic=level == 3)  # noqa: PLR2004
        style.font.color.rgb = None
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.first_line_indent = Mm(FIRST_LINE)
        style.paragraph_format.keep_with_next = True
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0], NUMBER_SIZE)
    for footer in (section.footer, section.first_page_footer):
        write(footer.paragraphs[0], report.foot, FOOT_SIZE, is_italic=True, align=LEFT)


def _heading_block(document: Any, report: Report) -> None:  # noqa: ANN401
    head = report.letterhead
    table = document.add_table(2, 2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_widths(table, [Mm(width) for width in HEAD_WIDTHS])
    left, right = table.rows[0].cells
    for number, words in enumerate(head.parent.split("|")):
        _line(left, words, MOTTO_SIZE, is_first=number == 0)
    for words in head.issuer.split("|"):
        _line(left, words, MOTTO_SIZE, is_bold=True)
    rule(left, 20)
    _line(right, text("report.nation"), MOTTO_SIZE, is_bold=True, is_first=True)
    _line(right, text("report.motto"), NUMBER_SIZE, is_bold=True)
    rule(right, 24)
    sign, place = table.rows[1].cells
    _line(sign, text("report.number", sign=head.sign), NUMBER_SIZE, is_first=True)
    _line(place, _place_and_day(report), NUMBER_SIZE, is_italic=True, is_first=True)
    for cell in (sign, place):
        cell.paragraphs[0].paragraph_format.space_before = Pt(6)


def _place_and_day(report: Report) -> str:
    return text(
        "report.place_and_day",
        place=report.letterhead.place,
        day=f"{report.day.day:02d}",
        month=f"{report.day.month:02d}" if report.day.month < 3 else str(report.day.month),  # noqa: PLR2004
        year=str(report.day.year),
    )


def _line(
    cell: Any,  # noqa: ANN401
    words: str,
    size: float,
    *,
    is_bold: bool = False,
    is_italic: bool = False,
    is_first: bool = False,
) -> None:
    paragraph = cell.paragraphs[0] if is_first else cell.add_paragraph()
    tighten(paragraph)
    write(paragraph, words, size, is_bold=is_bold, is_italic=is_italic, align=CENTRE)


def _title(document: Any, report: Report) -> None:  # noqa: ANN401
    for number, words in enumerate((text("report.kind"), report.subject)):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(14 if number == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(2)
        write(paragraph, words, BODY_SIZE, is_bold=True, align=CENTRE)
    centred_rule(document, 40, BODY_WIDTH)
    if report.mark:
        paragraph = document.add_paragraph()
        write(paragraph, report.mark, BODY_SIZE, is_bold=True, align=CENTRE)


def _closing(document: Any, report: Report) -> None:  # noqa: ANN401
    last = document.paragraphs[-1]
    last.paragraph_format.keep_with_next = True
    table = document.add_table(1, 2)
    set_widths(table, [Mm(80), Mm(BODY_WIDTH - 80)])
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    tighten(left.paragraphs[0])
    words = text("report.recipients")
    write(left.paragraphs[0], words, RECIPIENTS_SIZE, is_bold=True, is_italic=True)
    for recipient in report.recipients:
        paragraph = left.add_paragraph()
        tighten(paragraph)
        write(paragraph, recipient, LIST_SIZE)
    head = report.letterhead
    signed = (head.signing_for, head.signer_office, "", "", "", head.signer)
    for number, said in enumerate(signed):
        _line(right, said, BODY_SIZE, is_bold=True, is_first=number == 0)
    for cell in (left, right):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _annex(document: Any, report: Report, annex: Annex, number: int) -> None:  # noqa: ANN401
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE_HEIGHT), Mm(PAGE_WIDTH)
    section.different_first_page_header_footer = False
    sign = text("report.number", sign=report.letterhead.sign)
    for words, is_bold in (
        (text("report.annex", number=roman(number)), True),
        (annex.title, True),
        (text("report.annex_of", number=sign, date=formats.date(report.day)), False),
    ):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(2)
        write(paragraph, words, is_bold=is_bold, is_italic=not is_bold, align=CENTRE)
    add_part(document, annex.table, WIDE_WIDTH)


def roman(number: int) -> str:
    """1 to 39 as a Roman numeral, as annexes and first-level headings are counted."""
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + units[ones]
