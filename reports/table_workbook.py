"""Tables as one .xlsx: formats, filters and frozen headings; where the figures come from in sight.

The same rows and the same release give the same bytes: the workbook carries the release's day.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import Language, language, text
from words.columns import NUMBERS, Kind, column, head_of, written
from words.palette import LIGHT, Colour
from words.source import Asked, Snapshot, filter_lines, source_line

TITLE_ROW, SOURCE_ROW, FILTER_ROW, HEAD_ROW = 0, 1, 2, 4
NAME_LETTERS = 31  # Excel's limit on the name of a sheet
FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\", "()-----")
HEAD_HEIGHT = 44  # points: three lines of a heading
A4 = 9  # Excel's number of the paper
NARROWEST, WIDEST = 8, 60  # characters
LONG_WIDTH = 45  # characters; longer text wraps
SAMPLED_ROWS = 300  # enough to know how wide a column wants to be
NUMBER_FORMATS = {
    Kind.POINTS: "#,##0.00",
    Kind.SIGNED: "+#,##0.00;-#,##0.00;0",
    Kind.PERCENT: '0.00"%"',
    Kind.SHARE: "0.0%",
    Kind.NUMBER: "#,##0.00",
    Kind.CHANCE: "0.00",
    Kind.COUNT: "#,##0",
    Kind.YEAR: "0",
}
DATE_FORMATS = {Language.VIETNAMESE: "dd/mm/yyyy", Language.ENGLISH: "dd mmm yyyy"}


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One table: the sheet's name, the line above it, and its columns by the fields of `show`.

    `heads` names columns that the catalogue does not know, such as one for each unit.
    """

    name: str
    title: str
    fields: Sequence[str]
    rows: Rows
    heads: Mapping[str, str] | None = None


def workbook_bytes(
    tables: Sequence[TableSheet], *, shown: Snapshot, asked: Asked, sources: Rows = ()
) -> bytes:
    """The tables, each on a sheet, then a sheet on sources: release, filters and `sources`
    (rows of file, sha256, form, ...) that the figures stand on."""
    out = io.BytesIO()
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": True,
        },
    )
    made = datetime.datetime.combine(shown.published_at.date(), datetime.time())
    book.set_properties({"title": tables[0].title if tables else "", "created": made})
    said = [source_line(shown), " · ".join(filter_lines(asked))]
    looks = Looks(book)
    listed = [*tables, _source_sheet(sources)]
    names = distinct_names([table.name for table in listed])
    for name, table in zip(names, listed, strict=True):
        _write_table(book.add_worksheet(name), table, looks, said)
    book.close()
    return out.getvalue()


class Looks:
    """The formats of one workbook: by kind of column, and of the lines around the table."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        line = {"border": 1, "border_color": LIGHT[Colour.LINE]}
        self.title = book.add_format({**base, "bold": True, "font_size": 14})
        self.said = book.add_format({**base, "italic": True, "font_color": LIGHT[Colour.MUTED]})
        head = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"}
        self.head = book.add_format({**base, **line, **head, "bg_color": LIGHT[Colour.SURFACE]})
        self.text = book.add_format({**base, **line})
        self.long = book.add_format({**base, **line, "text_wrap": True})
        self.numbers: dict[Kind, Format] = {
            kind: book.add_format({**base, **line, "num_format": pattern})
            for kind, pattern in NUMBER_FORMATS.items()
        }
        day = DATE_FORMATS[language()]
        self.day = book.add_format({**base, **line, "num_format": day, "align": "right"})
        self.moment = book.add_format(
            {**base, **line, "num_format": f"{day} hh:mm", "align": "right"}
        )


def distinct_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes for sheets: no forbidden sign, short enough, each once."""
    names: list[str] = []
    for name in wanted:
        plain = name.translate(FORBIDDEN_IN_NAMES).strip("' ")[:NAME_LETTERS] or "-"
        taken, number = {used.casefold() for used in names}, 2
        chosen = plain
        while chosen.casefold() in taken:
            ending = f" ({number})"
            chosen = f"{plain[: NAME_LETTERS - len(ending)]}{ending}"
            number += 1
        names.append(chosen)
    return names


def _source_sheet(sources: Rows) -> TableSheet:
    fields = ("import_id", "file", "sha256", "sheet_count", "cell_count")
    return TableSheet(text("workbook.sources"), text("workbook.sources_title"), fields, sources)


def _write_table(sheet: Worksheet, table: TableSheet, looks: Looks, said: Sequence[str]) -> None:
    sheet.write_string(TITLE_ROW, 0, table.title, looks.title)
    for number, line in zip((SOURCE_ROW, FILTER_ROW), said, strict=True):
        if line:
            sheet.write_string(number, 0, line, looks.said)
    for place, field in enumerate(table.fields):
        head = head_of(field, table.heads or {})
        sheet.write_string(HEAD_ROW, place, head, looks.head)
        sheet.set_column(place, place, _width(field, head, table.rows))
    for number, row in enumerate(table.rows, start=HEAD_ROW + 1):
        for place, field in enumerate(table.fields):
            _write_cell(sheet, number, place, field, row, looks)
    if not table.rows:
        sheet.write_string(HEAD_ROW + 1, 0, text("frame.no_rows"), looks.said)
    _lay_out(sheet, table, said[0])


def _write_cell(
    sheet: Worksheet, number: int, place: int, field: str, row: Row, looks: Looks
) -> None:
    value, kind = row.get(field), column(field).kind
    if isinstance(value, (float, Decimal)) and kind not in NUMBERS:
        kind = Kind.NUMBER  # a register's own figure, in a column that may hold words
    if formats.is_missing(value):
        sheet.write_blank(number, place, None, looks.text)
    elif kind in NUMBERS and not isinstance(value, bool):
        sheet.write_number(number, place, float(value), looks.numbers[kind])  # type: ignore[arg-type]
    elif isinstance(value, datetime.datetime):
        sheet.write_datetime(number, place, value.replace(tzinfo=None), looks.moment)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(number, place, value, looks.day)
    else:
        look = looks.long if kind is Kind.LONG else looks.text
        sheet.write_string(number, place, written(field, row), look)


def _width(field: str, head: str, rows: Rows) -> float:
    """Characters that the column wants; headings wrap, so only their longest word counts."""
    longest_word = max(len(word) for word in head.split())
    if column(field).kind is Kind.LONG:
        return LONG_WIDTH
    longest = max((len(written(field, row)) for row in rows[:SAMPLED_ROWS]), default=0)
    return min(WIDEST, max(NARROWEST, longest_word + 3, longest + 1))


def _lay_out(sheet: Worksheet, table: TableSheet, source: str) -> None:
    last_row, last_place = HEAD_ROW + max(len(table.rows), 1), len(table.fields) - 1
    sheet.freeze_panes(HEAD_ROW + 1, 1 if last_place > 1 else 0)
    if table.rows:
        sheet.autofilter(HEAD_ROW, 0, last_row, last_place)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.set_row(HEAD_ROW, HEAD_HEIGHT)
    sheet.set_footer(f"&L{_printed(source)}&R&P/&N")


def _printed(line: str) -> str:
    """A line for the foot of a printed page, where & begins a command."""
    return line.replace("&", "&&")
