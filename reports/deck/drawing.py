"""Draws slides as native, editable PowerPoint: charts with their data, tables, shapes."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.exc import PackageNotFoundError
from pptx.util import Cm, Pt

from data.errors import TemplateUnreadable
from reports.deck.charts import draw_bars, draw_pairs, draw_stack
from reports.deck.shapes import (
    Place,
    colour_of,
    draw_flow,
    draw_lines,
    draw_rule,
    draw_table,
    write,
)
from reports.deck.slides import Bars, Flow, Lines, Pairs, Slide, Stack, Table
from words.palette import Colour

WIDTH, HEIGHT = Cm(33.867), Cm(19.05)  # 16:9, as PowerPoint makes it
EDGE, FOOT_HEIGHT, FOOT_SIZE = Cm(1.2), Cm(0.9), 11
TITLE_TOP, TITLE_HEIGHT, GAP = Cm(0.6), Cm(2.6), Cm(0.3)
# Letters that fit into the title at that size, in points.
TITLE_SIZES = ((80, 28), (140, 24), (230, 20))
SMALLEST_TITLE = 17
OPENING_SIZE, OPENING_TOP, OPENING_HEIGHT, RULE_HEIGHT = 36, Cm(3.2), Cm(4), Cm(0.12)


def drawn(
    slides: Sequence[Slide],
    foot: str,
    *,
    title: str,
    day: datetime.date,
    template: Path | None = None,
) -> bytes:
    """The deck as .pptx; `foot` stands on each slide. A template gives its look and its size."""
    presentation = _opened(template)
    for slide in slides:
        _draw(presentation, slide, foot, keeps_title=template is not None)
    properties = presentation.core_properties
    properties.author = properties.last_modified_by = ""
    properties.title, properties.revision = title, 1
    properties.created = properties.modified = datetime.datetime.combine(day, datetime.time())
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _opened(template: Path | None) -> Any:  # noqa: ANN401 - python-pptx has no types
    if template is None:
        presentation = Presentation()
        presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
        return presentation
    try:
        presentation = Presentation(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise TemplateUnreadable(path=template.name) from error
    listed = presentation.slides._sldIdLst  # noqa: SLF001 - the library has no way to drop a slide
    for entry in list(listed):
        presentation.part.drop_rel(entry.rId)
        listed.remove(entry)
    emptied = io.BytesIO()
    presentation.save(emptied)  # saved and opened anew, or names of parts come twice
    emptied.seek(0)
    return Presentation(emptied)


def _draw(presentation: Any, slide: Slide, foot: str, *, keeps_title: bool) -> None:  # noqa: ANN401
    page = presentation.slides.add_slide(_layout(presentation))
    for shape in list(page.placeholders):
        if shape.placeholder_format.type not in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            shape.element.getparent().remove(shape.element)
    bottom = _write_title(presentation, page, slide, keeps_title=keeps_title)
    if slide.is_opening and not keeps_title:
        draw_rule(page, Place(EDGE, bottom, presentation.slide_width - 2 * EDGE, RULE_HEIGHT))
    foot_top = presentation.slide_height - FOOT_HEIGHT
    place = Place(EDGE, bottom + GAP, presentation.slide_width - 2 * EDGE, foot_top - bottom - GAP)
    _draw_body(page, slide, place)
    across = Place(EDGE, foot_top, place.width, FOOT_HEIGHT)
    write(page, across, foot, FOOT_SIZE, colour=Colour.MUTED)
    page.notes_slide.notes_text_frame.text = "\n".join(slide.notes)


def _layout(presentation: Any) -> Any:  # noqa: ANN401
    """The layout with a title and the fewest other places."""
    titled = [layout for layout in presentation.slide_layouts if _has_title(layout)]
    choices = titled or list(presentation.slide_layouts)
    return min(choices, key=lambda layout: len(list(layout.placeholders)))


def _has_title(layout: Any) -> bool:  # noqa: ANN401
    kinds = {shape.placeholder_format.type for shape in layout.placeholders}
    return PP_PLACEHOLDER.TITLE in kinds


def _write_title(presentation: Any, page: Any, slide: Slide, *, keeps_title: bool) -> int:  # noqa: ANN401
    """The title is written; gives where the body may begin."""
    title = page.shapes.title
    if title is None:
        place = Place(EDGE, TITLE_TOP, presentation.slide_width - 2 * EDGE, TITLE_HEIGHT)
        write(page, place, slide.title, _title_size(slide), is_bold=True)
        return int(TITLE_TOP + TITLE_HEIGHT)
    if not keeps_title:
        title.left, title.top = EDGE, OPENING_TOP if slide.is_opening else TITLE_TOP
        title.width = presentation.slide_width - 2 * EDGE
        title.height = OPENING_HEIGHT if slide.is_opening else TITLE_HEIGHT
    frame = title.text_frame
    frame.text, frame.word_wrap = slide.title, True
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if slide.is_opening else MSO_ANCHOR.MIDDLE
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(_title_size(slide)), True
            if not keeps_title:
                run.font.name = "Arial"
                run.font.color.rgb = colour_of(Colour.TEXT)
    return int(title.top + title.height)


def _title_size(slide: Slide) -> int:
    if slide.is_opening:
        return OPENING_SIZE
    fits = (size for letters, size in TITLE_SIZES if len(slide.title) <= letters)
    return next(fits, SMALLEST_TITLE)


def _draw_body(page: Any, slide: Slide, place: Place) -> None:  # noqa: ANN401
    body = slide.body
    if isinstance(body, Bars):
        draw_bars(page, place, body)
    elif isinstance(body, Stack):
        draw_stack(page, place, body)
    elif isinstance(body, Pairs):
        draw_pairs(page, place, body)
    elif isinstance(body, Table):
        draw_table(page, place, body)
    elif isinstance(body, Flow):
        draw_flow(page, place, body)
    elif isinstance(body, Lines):
        draw_lines(page, place, body)
