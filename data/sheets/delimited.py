"""Text files of records (.csv): encoding and separator are found, never asked for."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter

from data.forms.found import CellValue
from data.sheets.grid import Cells
from data.sheets.kinds import wide_encoding
from data.sheets.refusal import FileRefused

SEPARATORS = ";\t|,"  # on a tie the earlier one: a comma is also a decimal mark
SAMPLE_RECORDS = 200
RECORD_LIMIT = 1_048_576  # rows of a spreadsheet
COLUMN_LIMIT = 16_384  # columns of a spreadsheet
FIELD_LIMIT = 1_000_000  # characters of one cell


def read_delimited(content: bytes) -> list[Cells]:
    """The one sheet of a .csv; its name is null, its rows are records."""
    text = _decoded(content)
    if not text.strip():
        raise FileRefused("file_empty")
    if "\x00" in text:
        raise FileRefused("not_a_workbook")
    csv.field_size_limit(FIELD_LIMIT)
    separator = _separator(text)
    try:
        rows: list[list[CellValue]] = [
            list(_within(record)) for record in _records(text, separator, RECORD_LIMIT)
        ]
    except csv.Error as error:
        raise FileRefused("file_truncated") from error
    return [Cells(None, rows)]


def _decoded(content: bytes) -> str:
    """NFC text. Windows-1258 writes tones as combining marks, so it needs composing."""
    for encoding in _encodings(content):
        try:
            return unicodedata.normalize("NFC", content.decode(encoding)).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue
    raise FileRefused("not_a_workbook")


def _encodings(content: bytes) -> tuple[str, ...]:
    wide = wide_encoding(content[:8192])
    return (wide,) if wide else ("utf-8-sig", "cp1258")


def _records(text: str, separator: str, limit: int) -> list[list[str]]:
    records: list[list[str]] = []
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        records.append(record)
        if len(records) >= limit:
            break
    return records


def _within(record: list[str]) -> list[str]:
    """The record as wide as a spreadsheet. Raises FileRefused where that would cut off words."""
    if len(record) > COLUMN_LIMIT and any(field.strip() for field in record[COLUMN_LIMIT:]):
        raise FileRefused("file_too_large")
    return record[:COLUMN_LIMIT]


def _separator(text: str) -> str:
    """The separator under which most records have the same number of columns, above one."""

    def records_alike(separator: str) -> int:
        try:
            records = _records(text, separator, SAMPLE_RECORDS)
        except csv.Error:
            return 0
        widths = Counter(len(record) for record in records if len(record) > 1)
        return max(widths.values(), default=0)

    first_line = text.split("\n", 1)[0].rstrip("\r").casefold()
    if first_line.startswith("sep=") and len(first_line) == 5:
        return first_line[4]
    return max(SEPARATORS, key=records_alike)
