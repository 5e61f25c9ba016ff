"""Text, tables and the flow on a slide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Cm, Emu, Pt

from reports.deck.slides import Flow, Lines, Table
from words.palette import LIGHT, Colour

FONT = "Arial"  # the only face that every presenter's machine has with all Vietnamese letters
LINE_SIZES = ((420, 24), (800, 20), (1300, 17))  # letters that fit at that size, in points
SMALLEST_LINE = 13
CELL_MARGIN = Cm(0.12)
LARGEST_CELL, SMALLEST_CELL = 15, 9  # points
TALLEST_ROW = Cm(1.55)
HEAT_HEAD, PLAIN_HEAD, HEAD_SIZE = Cm(2.1), Cm(1.1), 12
# Of a row's height: one line of figures in a heat map, two lines of words elsewhere.
HEAT_LETTERS, PLAIN_LETTERS = 0.48, 0.37
DARK_FROM = 0.62  # share of the scale from which white letters read better
BLOCK_PART = 0.16  # of the width, for each block of the flow


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


def rgb(hexadecimal: str) -> RGBColor:
    """'#12508a' as PowerPoint takes it."""
    return RGBColor.from_string(hexadecimal.lstrip("#").upper())


def colour_of(meaning: Colour) -> RGBColor:
    """A colour by meaning, as on the screen in its light dress."""
    return rgb(LIGHT[meaning])


def write(
    page: Any,  # noqa: ANN401 - python-pptx has no types
    place: Place,
    words: str,
    size: float,
    *,
    is_bold: bool = False,
    colour: Colour = Colour.TEXT,
) -> None:
    """A text box; wrapped, or LibreOffice centres it."""
    box = page.shapes.add_textbox(place.left, place.top, place.width, place.height)
    box.text_frame.word_wrap = True
    box.text_frame.text = words
    for paragraph in box.text_frame.paragraphs:
        _dress(paragraph, size, is_bold=is_bold, colour=colour_of(colour))


def _dress(paragraph: Any, size: float, *, is_bold: bool, colour: RGBColor) -> None:  # noqa: ANN401
    for run in paragraph.runs:
        run.font.size, run.font.bold, run.font.name = Pt(size), is_bold, FONT
        run.font.color.rgb = colour


def draw_rule(page: Any, place: Place) -> None:  # noqa: ANN401
    """A thin bar beneath the title of the opening slide."""
    rule = page.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, place.left, place.top, place.width, place.height
    )
    rule.fill.solid()
    rule.fill.fore_color.rgb = colour_of(Colour.ACCENT)
    rule.line.fill.background()
    rule.shadow.inherit = False


def draw_lines(page: Any, place: Place, body: Lines) -> None:  # noqa: ANN401
    """Paragraphs one beneath the other; smaller where there are many."""
    box = page.shapes.add_textbox(place.left, place.top, place.width, place.height)
    frame = box.text_frame
    frame.word_wrap = True
    letters = sum(len(line) for line in body.lines)
    size = next((size for most, size in LINE_SIZES if letters <= most), SMALLEST_LINE)
    for number, line in enumerate(body.lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.space_after = Pt(size * 0.6)
        _dress(paragraph, size, is_bold=False, colour=colour_of(Colour.TEXT))


def draw_table(page: Any, place: Place, body: Table) -> None:  # noqa: ANN401
    """A table with a head; cells of a heat map carry figure and colour."""
    head_height = int(HEAT_HEAD if body.shares else PLAIN_HEAD)
    fitting = int((place.height - head_height) / max(len(body.rows), 1))
    height = min(fitting, int(TALLEST_ROW))
    whole_height = head_height + height * len(body.rows)
    shape = page.shapes.add_table(
        len(body.rows) + 1, len(body.head), place.left, place.top, place.width, whole_height
    )
    properties = shape._element.graphic.graphicData.tbl.tblPr  # noqa: SLF001
    properties.set("bandRow", "0")
    properties.set("firstRow", "0")
    whole = sum(body.widths)
    for column, part in zip(shape.table.columns, body.widths, strict=True):
        column.width = Emu(int(place.width * part / whole))
    size = max(
        SMALLEST_CELL,
        min(
            LARGEST_CELL, int(Emu(height).pt * 0.5 - 0.5 if body.shares else Emu(height).pt * 0.36)
        ),
    )
    for number, row in enumerate([body.head, *body.rows]):
        shape.table.rows[number].height = Emu(head_height if number == 0 else height)
        for column_number, words in enumerate(row):
            cell = shape.table.cell(number, column_number)
            of_row = min(size, HEAD_SIZE) if number == 0 else size
            _fill_cell(cell, words, of_row, body, number - 1, column_number)


def _fill_cell(cell: Any, words: str, size: int, body: Table, row: int, column: int) -> None:  # noqa: ANN401
    cell.margin_top = cell.margin_bottom = Emu(0)
    cell.margin_left = cell.margin_right = CELL_MARGIN
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text = words
    is_head = row < 0
    share = body.shares[row][column] if body.shares and not is_head else None
    cell.fill.solid()
    cell.fill.fore_color.rgb = _cell_colour(share, is_head=is_head)
    light = share is not None and share >= DARK_FROM
    ink = colour_of(Colour.BACKGROUND if light else Colour.TEXT)
    centred = share is not None or (is_head and column > 0 and bool(body.shares))
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = (
            PP_ALIGN.CENTER
            if centred
            else PP_ALIGN.RIGHT
            if column in body.numbers
            else PP_ALIGN.LEFT
        )
        _dress(paragraph, size, is_bold=is_head, colour=ink)


def _cell_colour(share: float | None, *, is_head: bool) -> RGBColor:
    if is_head:
        return colour_of(Colour.SURFACE)
    if share is None:
        return colour_of(Colour.BACKGROUND)
    scale = LIGHT.scale
    return rgb(scale[min(int(share * len(scale)), len(scale) - 1)])


def draw_flow(page: Any, place: Place, body: Flow) -> None:  # noqa: ANN401
    """Blocks as high as what reaches them, joined by ribbons; all editable shapes."""
    greatest = max((step.value for step in body.steps), default=0) or 1
    label_height = Cm(2.4)
    tallest = place.height - label_height - Cm(0.4)
    base = place.top + place.height - Cm(0.2)
    width = int(place.width * BLOCK_PART)
    gap = int((place.width - width * len(body.steps)) / max(len(body.steps) - 1, 1))
    for number, step in enumerate(body.steps):
        left = place.left + number * (width + gap)
        height = max(int(tallest * step.value / greatest), int(Cm(0.08)))
        if number + 1 < len(body.steps):
            following = int(tallest * body.steps[number + 1].value / greatest)
            _ribbon(page, left + width, gap, base, following)
        block = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, base - height, width, height)
        block.fill.solid()
        block.fill.fore_color.rgb = colour_of(step.colour)
        block.line.fill.background()
        block.shadow.inherit = False
        room = min(width + gap, place.left + place.width - left)
        above = Place(left, base - height - label_height, room, label_height)
        write(page, above, f"{step.name}\n{step.label}", 15, is_bold=True)


def _ribbon(page: Any, left: int, width: int, base: int, height: int) -> None:  # noqa: ANN401
    if height <= 0:
        return
    builder = page.shapes.build_freeform(left, base - height)
    builder.add_line_segments(
        [(left + width, base - height), (left + width, base), (left, base)], close=True
    )
    ribbon = builder.convert_to_shape()
    ribbon.fill.solid()
    ribbon.fill.fore_color.rgb = colour_of(Colour.SURFACE)
    ribbon.line.fill.background()
    ribbon.shadow.inherit = False
