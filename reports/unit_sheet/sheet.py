"""Lays the sheet out: compact, A4, each page marked with its release."""

from __future__ import annotations

import datetime
import io
from typing import Any

from docx import Document
from docx.shared import Mm, Pt

from reports.asking import Answers
from reports.paper_layout import (
    CENTRE,
    FOOT_SIZE,
    LEFT,
    add_part,
    set_font,
    speak,
    write,
)
from reports.same_bytes import same_bytes
from reports.unit_sheet.contents import contents
from words import formats
from words.catalogue import Language, language, text
from words.source import source_line

SIZE, TITLE_SIZE, TABLE_SIZE = 11, 15, 9.5  # points: two pages, not more
MARGIN, WIDTH = 15, 180  # mm


def sheet_of(answers: Answers) -> bytes:
    """The .docx as bytes: the same release and filters give the same bytes."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.footer_distance = Mm(7)
    _set_styles(document)
    foot = " · ".join([source_line(answers.facts), *answers.filter_lines])
    write(section.footer.paragraphs[0], foot, FOOT_SIZE, is_italic=True, align=LEFT)
    title = text("sheet.title", unit=answers.unit_name, year=formats.plain_year(answers.asked.year))
    write(document.add_paragraph(), title, TITLE_SIZE, is_bold=True, align=CENTRE)
    if answers.facts.is_illustration:
        mark = text("deck.illustration")
        write(document.add_paragraph(), mark, SIZE, is_bold=True, align=CENTRE)
    for part in contents(answers):
        add_part(document, part, WIDTH, SIZE, TABLE_SIZE, first_line=0)
    day = answers.facts.published_at.date()
    properties = document.core_properties
    properties.author = properties.last_modified_by = ""
    properties.title, properties.revision = title, 1
    properties.created = properties.modified = datetime.datetime.combine(day, datetime.time())
    out = io.BytesIO()
    document.save(out)
    return same_bytes(out.getvalue(), day)


def _set_styles(document: Any) -> None:  # noqa: ANN401 - python-docx has no types
    normal = document.styles["Normal"]
    set_font(normal, SIZE)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(3), 1.0
    speak(normal, "vi-VN" if language() is Language.VIETNAMESE else "en-GB")
    for level in (2, 3):
        style = document.styles[f"Heading {level}"]
        set_font(style, SIZE + 1 if level == 2 else SIZE, is_bold=True)  # noqa: PLR2004
        style.font.color.rgb = None
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(5), Pt(2)
        style.paragraph_format.keep_with_next = True
