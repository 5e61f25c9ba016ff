"""The workbook in which a unit explains itself: the points it lost, and two columns to answer in.

It comes back through the import as explanation points and texts (form scores_unit) and says
nothing else: what is printed for reading stands under headings that the reader does not take.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import duckdb
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from analysis.questions import Filters, answer
from analysis.rows import Row, Rows, rows_of
from data.books import Book
from data.forms.forms import Form, fields_of
from data.forms.templates import TEMPLATE_KEYWORD
from words import formats
from words.catalogue import Language, speaking, text
from words.palette import LIGHT, Colour
from words.source import file_stem, source_line

HEADING_ROW = 8
LINE_HEIGHT = 16  # points
NUMBER_FORMAT = "0.######"
TIMELESS = datetime.datetime(2022, 1, 1)  # noqa: DTZ001 - a document never tells when it was made
# field of the question -> width in characters; the last two are the unit's to fill.
READ_ONLY = {
    "criterion_code": 8,
    "criterion_name": 46,
    "maximum_points": 9,
    "self_assessed_points": 9,
    "verified_1_points": 9,
    "lost_points": 9,
    "note": 34,
}
ANSWERS = {"explanation_points": 12, "explanation_text": 56}
# Columns under the heading that the form prints; the others have words of their own.
TAKEN = {
    "criterion_code": "criterion_code",
    "criterion_name": "criterion_name",
    "maximum_points": "maximum_points",
    "explanation_points": "explanation",
}
COLUMNS = {**READ_ONLY, **ANSWERS}
HIGHEST_COLUMN = get_column_letter([*COLUMNS].index("maximum_points") + 1)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One unit's round: its leaves of the question `contestable`, and where they come from."""

    unit_code: str
    unit_name: str
    group: str | None
    year: int
    leaves: Rows
    source: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What a release says of itself, for the source line."""

    release_id: str
    book: str
    is_draft: bool
    published_at: datetime.datetime
    as_of: datetime.date
    import_count: int

    @property
    def is_illustration(self) -> bool:
        """True where every figure is invented."""
        return self.book == Book.ILLUSTRATION


def explanations(release: duckdb.DuckDBPyConnection, filters: Filters) -> list[Explanation]:
    """One for each unit that lost points in the first round, in the order of their names."""
    by_unit: dict[tuple[str, int], list[Row]] = {}
    for row in rows_of(answer(release, "contestable", filters)):
        by_unit.setdefault((row["unit_code"], row["year"]), []).append(row)
    with speaking(Language.VIETNAMESE):
        source = _source(release) if by_unit else ""
    return [
        Explanation(code, rows[0]["unit_name"], rows[0]["ranking_group"], year, rows, source)
        for (code, year), rows in by_unit.items()
    ]


def _source(release: duckdb.DuckDBPyConnection) -> str:
    return source_line(_Told(**rows_of(answer(release, "release"))[0]))


def file_name(unit_code: str, year: int) -> str:
    """The name under which a unit gets its workbook."""
    with speaking(Language.VIETNAMESE):
        return f"{file_stem('explanation', year, unit_code)}.xlsx"


def explanation_workbook(explanation: Explanation) -> bytes:
    """The workbook of one unit, in Vietnamese: offices fill it in, and the import looks for its
    words."""
    with speaking(Language.VIETNAMESE):
        book = _workbook(explanation)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _workbook(explanation: Explanation) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = text("explanation.sheet")
    _fill_titles(sheet, explanation)
    for number, (field, width) in enumerate(COLUMNS.items(), start=1):
        _fill_heading(sheet.cell(HEADING_ROW, number), field)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, leaf in enumerate(explanation.leaves, start=HEADING_ROW + 1):
        for number, field in enumerate(COLUMNS, start=1):
            _fill_cell(sheet.cell(row, number), field, leaf[field])
        lines = (-(-len(str(leaf[field] or "")) // width) for field, width in COLUMNS.items())
        sheet.row_dimensions[row].height = LINE_HEIGHT * max(lines)
    sheet.row_dimensions[HEADING_ROW].height = 2 * LINE_HEIGHT
    _limit_points(sheet, HEADING_ROW + len(explanation.leaves))
    _make_readable(sheet)
    book.properties.title = text("explanation.title")
    book.properties.keywords = TEMPLATE_KEYWORD
    book.properties.creator = text("template.creator")
    book.properties.created = book.properties.modified = TIMELESS
    return book


def explanation_archive(every: Sequence[Explanation]) -> bytes:
    """A .zip with a workbook for each unit."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in every:
            entry = zipfile.ZipInfo(file_name(one.unit_code, one.year), TIMELESS.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, explanation_workbook(one))
    return out.getvalue()


def _fill_titles(sheet: Worksheet, explanation: Explanation) -> None:
    known = [leaf["lost_points"] for leaf in explanation.leaves]
    lost = sum((points for points in known if not formats.is_missing(points)), Decimal(0))
    sheet["A1"] = text("explanation.title")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = text("template.year_label")
    sheet["C2"] = explanation.year
    sheet["A3"] = text("template.unit_label")
    _write_text(sheet["C3"], explanation.unit_name)
    if explanation.group:
        _write_text(sheet["A4"], text("explanation.group", group=explanation.group))
    sheet["A5"] = text(
        "explanation.lost",
        count=formats.count(len(explanation.leaves)),
        points=formats.points(lost),
    )
    sheet["A6"] = text("explanation.how_to_fill")
    sheet["A7"] = explanation.source
    for place in ("A6", "A7"):
        sheet[place].font = Font(italic=True, color=_colour(Colour.MUTED))
    for place in ("C2", "C3"):
        sheet[place].font = Font(bold=True)
        sheet[place].alignment = Alignment(horizontal="left")


def _fill_heading(cell: Cell, field: str) -> None:
    side = Side(style="thin", color=_colour(Colour.MUTED))
    cell.value = _heading(field)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_colour(Colour.LINE))
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    note = text(f"explanation.note_{field}" if field in ANSWERS else "explanation.note_read_only")
    cell.comment = Comment(note, text("template.creator"), width=280, height=110)


def _heading(field: str) -> str:
    if field in TAKEN:
        taken = {one.name: one.heading for one in fields_of(Form.SCORES_UNIT)}
        return taken[TAKEN[field]]
    return text(f"explanation.heading_{field}")


def _fill_cell(cell: Cell, field: str, value: object) -> None:
    if isinstance(value, str):
        _write_text(cell, value)
    elif not formats.is_missing(value):
        cell.value = value
    if field.endswith("_points"):
        cell.number_format = NUMBER_FORMAT
    is_answer = field in ANSWERS
    cell.protection = Protection(locked=not is_answer)
    side = Side(style="thin", color=_colour(Colour.LINE))
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if not is_answer:
        cell.fill = PatternFill("solid", fgColor=_colour(Colour.SURFACE))


def _write_text(cell: Cell, value: str) -> None:
    """Text from workbooks is only ever text, also where it begins like a formula."""
    cell.value = value
    cell.data_type = "s"
    cell.number_format = "@"


def _limit_points(sheet: Worksheet, last_row: int) -> None:
    """Explanation points lie between 0 and the maximum of their row."""
    first_row = HEADING_ROW + 1
    letter = get_column_letter([*COLUMNS].index("explanation_points") + 1)
    limit = DataValidation(
        type="decimal",
        operator="between",
        formula1="0",
        formula2=f"${HIGHEST_COLUMN}{first_row}",
        allow_blank=True,
        errorTitle=text("explanation.sheet"),
        error=text("explanation.outside"),
        showErrorMessage=True,
    )
    sheet.add_data_validation(limit)
    limit.add(f"{letter}{first_row}:{letter}{last_row}")


def _make_readable(sheet: Worksheet) -> None:
    """Headings stay in sight, the answers alone can be written, the page prints in full width."""
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 3)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # False allows it
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _colour(meaning: Colour) -> str:
    return LIGHT[meaning].lstrip("#")
