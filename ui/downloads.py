"""A table to take away: the figures unrounded, where they come from in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import streamlit as st

from analysis.rows import Rows
from reports.csv_table import csv_bytes
from reports.table_workbook import TableSheet, workbook_bytes
from ui.answer import rows as answered
from ui.asked import Filters
from ui.release import Shown
from ui.screen import shown_here
from words.catalogue import language, speaking, text
from words.source import file_stem, filter_lines, source_line

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_download(
    rows: Rows,
    fields: Sequence[str],
    *,
    name: str,
    filters: Filters,
    shown: Shown | None = None,
    heads: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Two buttons that save the table, as .xlsx and .csv; files are named with the release's id.

    Bytes, not a frame: download links of large frames can coincide (design 13). They are made
    when somebody asks for them, so that a page does not wait for a file that nobody takes.
    """
    facts, spoken = shown or shown_here(), language()

    def as_workbook() -> bytes:
        with speaking(spoken):  # it runs in a thread of its own, which knows no language yet
            title = text(f"file.{name}")
            sheet = TableSheet(title, title, fields, rows, heads)
            sources = answered("files", filters)
            return workbook_bytes([sheet], shown=facts, asked=filters, sources=sources)

    def as_csv() -> bytes:
        with speaking(spoken):
            return csv_bytes(rows, fields, [source_line(facts), *filter_lines(filters)], heads)

    stem = file_stem(name, filters.year, filters.release)
    with st.container(horizontal=True, gap="small", key=f"downloads_{name}"):
        _button(as_workbook, f"download_{name}_xlsx", f"{stem}.xlsx", WORKBOOK)
        _button(as_csv, f"download_{name}", f"{stem}.csv", "text/csv")


def _button(content: Callable[[], bytes], key: str, file_name: str, mime: str) -> None:
    kind = file_name.rpartition(".")[2]
    st.download_button(
        text(f"frame.download_{kind}"),
        content,
        file_name=file_name,
        mime=mime,
        key=key,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
