"""A table as .csv that a spreadsheet in the reader's language opens right."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import Language, language
from words.columns import Kind, column, head_of, written

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(
    rows: Rows,
    fields: Sequence[str],
    foot: Sequence[str],
    heads: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """CSV as a spreadsheet in the reader's language opens it: BOM, ';' and decimal comma in
    Vietnamese; text that would begin a formula stays text."""
    is_vietnamese = language() is Language.VIETNAMESE
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if is_vietnamese else ",", lineterminator="\r\n")
    writer.writerow([as_text(head_of(field, heads)) for field in fields])
    for row in rows:
        writer.writerow([_cell(field, row, is_vietnamese=is_vietnamese) for field in fields])
    writer.writerow([])
    writer.writerows([as_text(line)] for line in foot)
    return out.getvalue().encode("utf-8-sig")


def _cell(field: str, row: Row, *, is_vietnamese: bool) -> str:
    value = row.get(field)
    if formats.is_missing(value):
        return ""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        if column(field).kind is Kind.YEAR:
            return str(int(value))
        plain = _plain_number(value)
        return plain.replace(".", ",") if is_vietnamese else plain
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, datetime.date):
        return formats.date(value) if is_vietnamese else value.isoformat()
    return as_text(written(field, row))


def _plain_number(value: float | Decimal) -> str:
    written_out = f"{value:f}" if isinstance(value, Decimal) else repr(value)
    return written_out.rstrip("0").rstrip(".") if "." in written_out else written_out


def as_text(value: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(BEGINS_A_FORMULA) else value
