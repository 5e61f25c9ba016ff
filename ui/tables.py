"""Tables: figures as the reader's language writes them, sorted as numbers, rows that can be chosen.

A table names its columns by the fields of `show`; how a field reads is said in words/columns.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from analysis.rows import Row, Rows
from ui.escape import for_html, for_markdown
from words import formats
from words.catalogue import text
from words.columns import DAYS, NUMBERS, Kind, column, head_of, written

WIDTHS = {Kind.LONG: 280}  # px; others fit their text
UNIT_WIDTH = 200  # the longest names are cut, and shown whole on hovering
LONG_IN_GRID = 16  # letters from which on a cell of a sheet gets more room
HASH_LETTERS = 12  # enough to tell files apart by eye; the whole hash is the cell's title


def show_table(
    rows: Rows,
    fields: Sequence[str],
    *,
    key: str,
    height: int | None = None,
    heads: Mapping[str, str] = MappingProxyType({}),
) -> Row | None:
    """The table is on the page; gives the row that the reader chose, if any.

    `heads` names columns that the catalogue does not know, such as one for each unit.
    """
    if not rows:
        st.caption(text("frame.no_rows"))
        return None
    event = st.dataframe(
        _styled(rows, fields),
        key=key,
        hide_index=True,
        column_config={field: _config(field, head_of(field, heads)) for field in fields},
        on_select="rerun",
        selection_mode="single-row",
        row_height=38,
        placeholder=formats.MISSING,
        height=height or "auto",
    )
    chosen = event["selection"]["rows"]
    return rows[chosen[0]] if chosen and chosen[0] < len(rows) else None


def _styled(rows: Rows, fields: Sequence[str]) -> Any:  # noqa: ANN401 - pandas' Styler
    """Numbers stay numbers, so that sorting is right; what is read is written by `formats`."""
    frame = pd.DataFrame({field: [_sortable(field, row) for row in rows] for field in fields})
    return frame.style.format(
        {field: NUMBERS[column(field).kind] for field in fields if column(field).kind in NUMBERS},
        na_rep=formats.MISSING,
    )


def _sortable(field: str, row: Row) -> object:
    value = row.get(field)
    if column(field).kind in NUMBERS:
        return None if formats.is_missing(value) else float(value)  # type: ignore[arg-type]
    if column(field).kind in DAYS:
        return value
    return written(field, row)


def _config(field: str, head: str) -> Any:  # noqa: ANN401 - Streamlit's column types
    kind = column(field).kind
    label = for_markdown(head)
    if kind in NUMBERS:
        return st.column_config.NumberColumn(label)
    if kind is Kind.DATE:
        return st.column_config.DateColumn(label, format="DD/MM/YYYY")
    if kind is Kind.MOMENT:
        return st.column_config.DatetimeColumn(label, format="DD/MM/YYYY HH:mm")
    return st.column_config.TextColumn(
        label, width=UNIT_WIDTH if field == "unit_name" else WIDTHS.get(kind)
    )


def print_table(rows: Rows, fields: Sequence[str]) -> None:
    """A short table as plain text on the page: prints well, everything escaped."""
    heads = "".join(f"<th{_side(f)}>{for_html(text(f'column.{f}'))}</th>" for f in fields)
    body = "".join("<tr>" + "".join(_printed(f, row) for f in fields) + "</tr>" for row in rows)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    st.html(f'<div class="sheet">{table}</div>')


def _printed(field: str, row: Row) -> str:
    words = for_html(written(field, row))
    if field == "sha256":
        return f'<td class="small" title="{words}">{words[:HASH_LETTERS]}…</td>'
    return f"<td{_side(field)}>{words}</td>"


def _side(field: str) -> str:
    kind = column(field).kind
    if kind in NUMBERS:
        return ' class="number"'
    return ' class="long"' if kind is Kind.LONG else ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a sheet on the page; `role` is a class of the style sheet, never a colour.

    `span` is how many columns it takes.
    """

    text: str
    role: str = ""
    span: int = 1


def print_grid(heads: Sequence[str], rows: Sequence[Sequence[GridCell]]) -> None:
    """A part of a sheet as a spreadsheet shows it: the row's number first, everything escaped."""
    head = "".join(f"<th>{for_html(letters)}</th>" for letters in heads)
    body = "".join(f"<tr>{''.join(map(_grid_cell, row))}</tr>" for row in rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    st.html(f'<div class="sheet grid">{table}</div>')


def _grid_cell(cell: GridCell) -> str:
    long = " long" if len(cell.text) > LONG_IN_GRID and cell.span == 1 else ""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    return f'<td class="{for_html(cell.role)}{long}"{span}>{for_html(cell.text)}</td>'
