"""Tables: figures as the reader's language writes them, sorted as numbers, rows that can be chosen.

A table names its columns by the fields of `show`; how a field reads is said once, in COLUMNS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd
import streamlit as st

from analysis.rows import Row, Rows
from ui.escape import for_html
from words import formats
from words.catalogue import text, word_for


class Kind(StrEnum):
    """How a field reads."""

    TEXT = "text"
    LONG = "long"
    POINTS = "points"
    SIGNED = "signed"
    PERCENT = "percent"
    SHARE = "share"
    NUMBER = "number"
    COUNT = "count"
    YEAR = "year"
    DATE = "date"
    MOMENT = "moment"
    FLAG = "flag"
    WORD = "word"


NUMBERS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.POINTS: formats.points,
    Kind.SIGNED: formats.signed,
    Kind.PERCENT: formats.percent,
    Kind.SHARE: formats.share,
    Kind.NUMBER: formats.number,
    Kind.COUNT: formats.count,
    Kind.YEAR: formats.plain_year,
}
DAYS: Mapping[Kind, Callable[[Any], str]] = {Kind.DATE: formats.date, Kind.MOMENT: formats.moment}
WIDTHS = {Kind.LONG: 280}  # px; others fit their text
UNIT_WIDTH = 200  # the longest names are cut, and shown whole on hovering
HASH_LETTERS = 12  # enough to tell files apart by eye; the whole hash is the cell's title
COUNTED = {"rank", "rank_before", "rank_if_fixed", "rank_if_all_fixed", "old_rank", "new_rank"}
TEXTS = {"replicated_at"}  # ends like a moment, and is none


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a column: its kind, and for a word the family of the catalogue."""

    kind: Kind
    family: str = ""


def column(field: str) -> Column:
    """How a field reads, by its own entry or by its suffix (style 2.9 fixes the suffixes)."""
    if field in WORDS:
        return Column(Kind.WORD, WORDS[field])
    if field in COUNTED or field.endswith("_count"):
        return Column(Kind.COUNT)
    if field in TEXTS:
        return Column(Kind.TEXT)
    if field == "year":
        return Column(Kind.YEAR)
    return Column(next((kind for ending, kind in ENDINGS if field.endswith(ending)), Kind.TEXT))


WORDS = {
    "ranking_basis": "term.basis",
    "basis": "term.basis",
    "evidence_stage": "term.stage",
    "reported_state": "term.reported_state",
    "recovery_reason": "term.recovery_reason",
    "result": "term.result",
    "donor_result": "term.result",
    "register": "term.register",
    "kind": "term.score_kind",
    "finding_kind": "term.finding_kind",
    "severity": "term.severity",
    "state": "term.finding_state",
    "inspection_form": "term.inspection_form",
    "form": "term.form",
    "origin": "term.origin",
    "change": "term.change",
    "table_name": "term.table",
    "what": "term.published",
    "inspection_state": "term.inspection_state",
}
ENDINGS: Sequence[tuple[str, Kind]] = (
    ("self_gap", Kind.SIGNED),
    ("_change", Kind.SIGNED),
    ("difference", Kind.SIGNED),
    ("_percent", Kind.PERCENT),
    ("percent", Kind.PERCENT),
    ("percent_before", Kind.PERCENT),
    ("_percent_if_fixed", Kind.PERCENT),
    ("_percent_if_all_fixed", Kind.PERCENT),
    ("_share", Kind.SHARE),
    ("recovery", Kind.SHARE),
    ("points_at_stake", Kind.POINTS),
    ("_points", Kind.POINTS),
    ("points", Kind.POINTS),
    ("gap_to_best", Kind.POINTS),
    ("group_median", Kind.POINTS),
    ("group_best", Kind.POINTS),
    ("published", Kind.POINTS),
    ("computed", Kind.POINTS),
    ("robust_z", Kind.NUMBER),
    ("_on", Kind.DATE),
    ("as_of", Kind.DATE),
    ("_at", Kind.MOMENT),
    ("criterion_name", Kind.LONG),
    ("area_name", Kind.LONG),
    ("reason", Kind.LONG),
    ("action", Kind.LONG),
    ("description", Kind.LONG),
    ("message", Kind.LONG),
)


def written(field: str, row: Row) -> str:
    """One cell as a reader sees it."""
    value, how = row.get(field), column(field)
    if formats.is_missing(value):
        return formats.MISSING
    if isinstance(value, bool):
        return text("format.yes") if value else ""
    if how.kind in NUMBERS:
        return NUMBERS[how.kind](value)
    if how.kind in DAYS:
        return DAYS[how.kind](value)
    if how.kind is Kind.WORD:
        return word_for(how.family, str(value))
    if isinstance(value, (list, tuple)):
        return "; ".join(str(item) for item in value)
    return str(value)


def show_table(
    rows: Rows, fields: Sequence[str], *, key: str, height: int | None = None
) -> Row | None:
    """The table is on the page; gives the row that the reader chose, if any."""
    if not rows:
        st.caption(text("frame.no_rows"))
        return None
    event = st.dataframe(
        _styled(rows, fields),
        key=key,
        hide_index=True,
        column_config={field: _config(field) for field in fields},
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


def _config(field: str) -> Any:  # noqa: ANN401 - Streamlit's column types
    kind = column(field).kind
    label = text(f"column.{field}")
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
