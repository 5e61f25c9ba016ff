"""A table to take away: the figures unrounded, where they come from at its foot."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from analysis.rows import Row, Rows
from ui.asked import Filters
from ui.release import Shown
from ui.screen import shown_here
from ui.sections.source import source_line
from ui.tables import Kind, column, written
from words import formats
from words.catalogue import Language, language, text

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def offer_download(
    rows: Rows,
    fields: Sequence[str],
    *,
    name: str,
    filters: Filters,
    shown: Shown | None = None,
) -> None:
    """A button that saves the table; its file is named with the release's id.

    Bytes, not a frame: download links of large frames can coincide (design 13).
    """
    file_name = "_".join(
        part
        for part in (
            text(f"file.{name}"),
            formats.plain_year(filters.year) if filters.year else "",
            filters.release,
        )
        if part
    )
    st.download_button(
        text("frame.download"),
        csv_bytes(rows, fields, _foot(filters, shown or shown_here())),
        file_name=f"{file_name}.csv",
        mime="text/csv",
        key=f"download_{name}",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def _foot(filters: Filters, shown: Shown) -> list[str]:
    chosen = [
        f"{text(f'filter.{key}')}: {value}"
        for key, value in (
            ("year", filters.year),
            ("group", filters.group),
            ("unit", filters.unit),
            ("units", ", ".join(filters.units)),
            ("area", filters.area),
        )
        if value
    ]
    return [source_line(shown), *chosen]


def csv_bytes(rows: Rows, fields: Sequence[str], foot: Sequence[str]) -> bytes:
    """CSV as a spreadsheet in the reader's language opens it: BOM, ';' and decimal comma in
    Vietnamese; text that would begin a formula stays text."""
    is_vietnamese = language() is Language.VIETNAMESE
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if is_vietnamese else ",", lineterminator="\r\n")
    writer.writerow([text(f"column.{field}") for field in fields])
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
