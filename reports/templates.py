"""Empty workbooks of the forms, with drop-downs and notes, which come back through the import."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from analysis.rows import Rows
from data.forms.forms import Field, Form, fields_of
from data.forms.templates import TEMPLATE_KEYWORD
from data.resolving.closed_lists import choices_of
from data.resolving.reform_areas import REFORM_AREAS
from words.catalogue import text
from words.palette import LIGHT, Colour

HEADING_ROW = 6
LAST_ROW = 400  # drop-downs reach this far; more rows than any register of a season
BY_GROUP = {Form.CRITERIA, Form.AREAS, Form.LINKS}
BY_UNIT = {Form.SCORES_UNIT}
WITHOUT_YEAR = {Form.UNITS, Form.LINKS, Form.BANDS, Form.REMEDIATION, Form.SCORES_LONG}
WITH_UNITS_FILLED = {Form.PUBLISHED_RESULTS}
WITH_UNITS_ACROSS = {Form.SCORES_MATRIX}
# A choice names an area as inspections do; a criteria set's own area is free text.
REFORM_AREA_FIELDS = {"area", "reform_area"}
CLOSED_LISTS = {(Form.INSPECTIONS, "form"): "inspection_form"}
FIRST_CHOICES_COLUMN = 5
FILLED_OF_CRITERIA = ("criterion_code", "criterion_name", "maximum_points")
WIDE = {"criterion_name", "description", "action", "name", "unit", "criterion", "reason", "cause"}


@dataclass(frozen=True, slots=True)
class TemplateContent:
    """What the book knows that spares the office typing."""

    unit_names: Sequence[str] = ()
    year: int | None = None
    group: str | None = None
    unit: str | None = None
    criteria: Rows = ()


def write_template(form: Form, content: TemplateContent, output: Path | IO[bytes]) -> None:
    """An empty workbook of the form at or in `output`; OSError where that cannot be written."""
    book = Workbook()
    book.remove(book.active)
    guide = text("template.guide_sheet")
    _fill_sheet(book.create_sheet(text(f"template.sheet_{form.value}")), form, content, guide)
    _fill_guide(book.create_sheet(guide), form, content)
    book.properties.title = text(f"template.title_{form.value}")
    book.properties.keywords = TEMPLATE_KEYWORD
    book.properties.creator = text("template.creator")
    book.properties.created = book.properties.modified = datetime.datetime(2022, 1, 1)  # noqa: DTZ001
    book.save(output)


def _fill_sheet(sheet: Worksheet, form: Form, content: TemplateContent, guide: str) -> None:
    sheet["A1"] = text(f"template.title_{form.value}")
    sheet["A1"].font = Font(bold=True, size=14)
    _fill_context(sheet, form, content, guide)
    fields = _columns(form)
    for number, field in enumerate(fields, start=1):
        _fill_heading(sheet, number, field)
        _add_choices(sheet, number, form, field, guide)
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 1)
    if form in WITH_UNITS_FILLED:
        _fill_column(sheet, fields, "unit", content.unit_names)
    if form in BY_UNIT:
        for name in FILLED_OF_CRITERIA:
            _fill_column(sheet, fields, name, [one[name] for one in content.criteria])
    if form in WITH_UNITS_ACROSS:
        for number, name in enumerate(content.unit_names, start=len(fields) + 1):
            _fill_points_heading(sheet, number, name)


def _columns(form: Form) -> list[Field]:
    """Columns of the sheet: what the context rows above say has no column of its own."""
    said_above = {"unit"} if form in BY_UNIT | WITH_UNITS_ACROSS else set()
    if form not in WITHOUT_YEAR:
        said_above.add("year")
    return [f for f in fields_of(form) if f.is_in_template and f.name not in said_above]


def _fill_context(sheet: Worksheet, form: Form, content: TemplateContent, guide: str) -> None:
    if form not in WITHOUT_YEAR:
        sheet["A2"] = text("template.year_label")
        sheet["C2"] = content.year
    if form in BY_GROUP:
        sheet["A3"] = text("template.group_label")
        sheet["C3"] = content.group
    if form in BY_UNIT:
        sheet["A3"] = text("template.unit_label")
        sheet["C3"] = content.unit
        if content.unit_names:
            _add_list(sheet, "C3", guide, "A", len(content.unit_names))
    sheet["A4"] = text("template.how_to_fill")
    sheet["A4"].font = Font(italic=True, color="666666")


def _fill_heading(sheet: Worksheet, number: int, field: Field) -> None:
    note = text(f"template.type_{field.type}")
    required = text("template.required" if field.is_required else "template.optional")
    width = 40 if field.name in WIDE else 16
    _write_heading(sheet, number, field.heading, f"{required} {note}", width)


def _fill_points_heading(sheet: Worksheet, number: int, unit: str) -> None:
    _write_heading(sheet, number, unit, text("template.type_points"), 16)


def _write_heading(sheet: Worksheet, number: int, heading: str, note: str, width: int) -> None:
    cell = sheet.cell(HEADING_ROW, number, heading)
    side = Side(style="thin", color="999999")
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=LIGHT[Colour.SURFACE].lstrip("#"))
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    cell.comment = Comment(note, text("template.creator"), width=260, height=90)
    sheet.column_dimensions[get_column_letter(number)].width = width


def _add_choices(sheet: Worksheet, number: int, form: Form, field: Field, guide: str) -> None:
    """A drop-down that advises: another text is allowed, the import judges it."""
    choices = _choices(form, field)
    if choices:
        letter = get_column_letter(number)
        place = f"{letter}{HEADING_ROW + 1}:{letter}{LAST_ROW}"
        _add_list(sheet, place, guide, _guide_column(form, field), len(choices))
    elif field.type == "unit":
        letter = get_column_letter(number)
        _add_list(sheet, f"{letter}{HEADING_ROW + 1}:{letter}{LAST_ROW}", guide, "A", LAST_ROW)


def _choices(form: Form, field: Field) -> Sequence[str]:
    if field.name in REFORM_AREA_FIELDS and (form, field.name) != (Form.AREAS, "area"):
        return [text(f"template.reform_area.{area}") for area in REFORM_AREAS]
    return choices_of(CLOSED_LISTS.get((form, field.name), field.name))


def _guide_column(form: Form, field: Field) -> str:
    """The column of the guide that lists a field's choices: from E on, one a field."""
    listed = [other.name for other in _columns(form) if _choices(form, other)]
    return str(get_column_letter(FIRST_CHOICES_COLUMN + listed.index(field.name)))


def _add_list(sheet: Worksheet, place: str, guide: str, column: str, count: int) -> None:
    formula = f"{quote_sheetname(guide)}!${column}$3:${column}${count + 2}"
    choice = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(choice)
    choice.add(place)


def _fill_column(
    sheet: Worksheet, fields: Sequence[Field], name: str, values: Sequence[str | Decimal | None]
) -> None:
    column = next(i for i, field in enumerate(fields, start=1) if field.name == name)
    for row, value in enumerate(values, start=HEADING_ROW + 1):
        cell = sheet.cell(row, column, value)
        if isinstance(value, str):  # of a workbook: '1.10' is no number, '=1' no formula
            cell.data_type, cell.number_format = "s", "@"


def _fill_guide(sheet: Worksheet, form: Form, content: TemplateContent) -> None:
    """Units to choose from, and what belongs in each column."""
    sheet["A1"] = text("template.guide_title")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = text("template.guide_units")
    for row, name in enumerate(content.unit_names, start=3):
        sheet.cell(row, 1, name)
    sheet["C2"] = text("template.guide_columns")
    for row, field in enumerate(_columns(form), start=3):
        required = text("template.required" if field.is_required else "template.optional")
        words = f"{field.heading}: {required} {text(f'template.type_{field.type}')}"
        sheet.cell(row, 3, words)
    for field in _columns(form):
        if choices := _choices(form, field):
            column = _guide_column(form, field)
            sheet[f"{column}2"] = text("template.guide_choices", heading=field.heading)
            for row, choice in enumerate(choices, start=3):
                sheet[f"{column}{row}"] = choice
            sheet.column_dimensions[column].width = 34
    sheet.column_dimensions["A"].width = 44
    sheet.column_dimensions["C"].width = 100
