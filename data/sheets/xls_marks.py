"""What calamine does not tell of an .xls: broken cells, hidden rows and columns, percents.

Record numbers and layouts: [MS-XLS] 2.3 and 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.sheets.compound_file import is_calculated, stream_named
from data.sheets.grid import Marks, Place
from data.sheets.refusal import FileRefused

FORMULA, END, BOUND_SHEET, FILE_PASS = 0x0006, 0x000A, 0x0085, 0x002F
COLUMN_INFO, ROW, STRING, ERROR_CELL = 0x007D, 0x0208, 0x0207, 0x0205
NUMBER, SHORT_NUMBER, SHORT_NUMBERS = 0x0203, 0x027E, 0x00BD
NUMBER_FORMAT, CELL_FORMAT = 0x041E, 0x00E0
PERCENT_FORMATS = {9, 10}  # built-in number formats 0% and 0.00%
SIGNS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!",
         42: "#N/A"}  # fmt: skip
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
LAST_COLUMN = 256
RESULT_IS_NO_NUMBER, RESULT_IS_TEXT, RESULT_IS_ERROR, RESULT_IS_EMPTY = 0xFFFF, 0, 2, 3


@dataclass(slots=True)
class _Found:
    errors: dict[Place, str] = field(default_factory=dict)
    unstored: set[Place] = field(default_factory=set)
    percents: set[Place] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def xls_marks(content: bytes) -> list[Marks]:
    """The marks of each sheet, in the order of the file; merges are calamine's to tell."""
    stream = stream_named(content, ("Workbook", "Book"))
    try:
        starts, percent_formats = _globals(stream)
        empties_count = is_calculated(content)
        return [_marks(stream, start, percent_formats, empties_count) for start in starts]
    except (struct.error, IndexError) as error:
        raise FileRefused("file_truncated") from error


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Records from a place on, up to the end of their substream."""
    at = start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == END:
            return
        at += 4 + length


def _globals(stream: bytes) -> tuple[list[int], set[int]]:
    """Where each sheet's substream starts, and the cell formats that show a percentage."""
    starts: list[int] = []
    percent_numbers = set(PERCENT_FORMATS)
    formats: list[int] = []
    for kind, data in _records(stream, 0):
        if kind == FILE_PASS:
            raise FileRefused("file_encrypted")
        if kind == BOUND_SHEET:
            starts.append(struct.unpack_from("<I", data)[0])
        elif kind == NUMBER_FORMAT and b"%" in data[2:]:
            percent_numbers.add(struct.unpack_from("<H", data)[0])
        elif kind == CELL_FORMAT:
            formats.append(struct.unpack_from("<H", data, 2)[0])
    return starts, {place for place, number in enumerate(formats) if number in percent_numbers}


def _marks(stream: bytes, start: int, percent_formats: set[int], empties_count: bool) -> Marks:
    found = _Found()
    awaiting: Place | None = None  # a formula whose text should come in the next record
    for kind, data in _records(stream, start):
        if awaiting and kind != STRING:
            found.unstored.add(awaiting)
        awaiting = _formula(data, found, empties_count) if kind == FORMULA else None
        if kind in {FORMULA, NUMBER, SHORT_NUMBER}:
            row, column, cell_format = struct.unpack_from("<3H", data)
            if cell_format in percent_formats:
                found.percents.add((row, column))
        elif kind == SHORT_NUMBERS:
            _short_numbers(data, found, percent_formats)
        elif kind == ERROR_CELL and data[7]:
            row, column = struct.unpack_from("<2H", data)
            found.errors[row, column] = SIGNS.get(data[6], "#ERROR")
        elif kind == ROW and struct.unpack_from("<H", data, 12)[0] & HIDDEN_ROW:
            found.rows.add(struct.unpack_from("<H", data)[0])
        elif kind == COLUMN_INFO and struct.unpack_from("<H", data, 8)[0] & HIDDEN_COLUMN:
            first, last = struct.unpack_from("<2H", data)
            found.columns.update(range(first, min(last + 1, LAST_COLUMN)))
    return Marks(
        errors=found.errors,
        unstored=frozenset(found.unstored),
        percents=frozenset(found.percents),
        hidden_rows=frozenset(found.rows),
        hidden_columns=frozenset(found.columns),
    )


def _formula(data: bytes, found: _Found, empties_count: bool) -> Place | None:
    """Notes an error; gives the cell where the stored value is a text of the next record.

    `empties_count`: an empty text is a result like any other.
    """
    row, column = struct.unpack_from("<2H", data)
    if struct.unpack_from("<H", data, 12)[0] != RESULT_IS_NO_NUMBER:
        return None
    if data[6] == RESULT_IS_ERROR:
        found.errors[row, column] = SIGNS.get(data[8], "#ERROR")
    elif data[6] == RESULT_IS_EMPTY and not empties_count:
        found.unstored.add((row, column))
    return (row, column) if data[6] == RESULT_IS_TEXT else None


def _short_numbers(data: bytes, found: _Found, percent_formats: set[int]) -> None:
    row, first = struct.unpack_from("<2H", data)
    for number in range((len(data) - 6) // 6):
        if struct.unpack_from("<H", data, 4 + 6 * number)[0] in percent_formats:
            found.percents.add((row, first + number))
