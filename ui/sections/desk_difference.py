"""What publication would change: counts first, then ranks that move, then every value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import streamlit as st

from analysis.rows import Row, Rows
from data.difference import Difference
from ui.answer import rows
from ui.asked import Filters
from ui.choices import unit_names
from ui.downloads import offer_download
from ui.release import Shown
from ui.sections.desk_items import item_of_remediation, item_words
from ui.tables import print_table, show_table
from words.catalogue import text, word_for
from words.differences import field_of_change, value_of_change

MOVE_FIELDS = (
    "unit_name",
    "year",
    "ranking_group",
    "old_rank",
    "new_rank",
    "old_percent",
    "new_percent",
)
CHANGE_FIELDS = ("table_name", "change", "unit_name", "year", "item", "field", "before", "after")
COUNT_FIELDS = ("table_name", "new_count", "changed_count", "gone_count")
KINDS = ("new", "changed", "gone")
MOVES_PRINTED = 15
EVERYTHING = "all"


def show_pending(changed: Difference, draft: Shown) -> None:
    """Nothing where the draft says what the release says."""
    asked = Filters(book=draft.book.value, release=draft.release_id)
    names = unit_names(asked)
    if changed.changes:
        _show_counts(changed)
    if changed.moves:
        _show_moves(_moves(changed, names), asked, draft)
    if changed.changes:
        _show_changes(_changes(changed, names, asked), asked, draft)


def _show_counts(changed: Difference) -> None:
    """How many rows of each table are new, changed and gone."""
    counts = Counter((change.table_name, change.change) for change in changed.changes)
    tables = dict.fromkeys(change.table_name for change in changed.changes)
    st.markdown(f"**{text('desk.counts')}**")
    print_table(
        [
            {"table_name": table, **{f"{kind}_count": counts[table, kind] for kind in KINDS}}
            for table in tables
        ],
        COUNT_FIELDS,
    )


def _moves(changed: Difference, names: dict[str, str]) -> list[Row]:
    """The furthest moves first; a unit that gets or loses its rank before them."""

    def furthest(row: Row) -> tuple[float, float]:
        old, new = row["old_rank"], row["new_rank"]
        moved = float("inf") if (old is None) != (new is None) else abs((old or 0) - (new or 0))
        before, after = row["old_percent"] or 0, row["new_percent"] or 0
        return -moved, -abs(before - after)

    found: list[Row] = [
        {
            **asdict(move),
            "unit_name": names.get(move.unit_code, move.unit_code),
            "old_percent": move.index_percent_before,
            "new_percent": move.index_percent_after,
            "old_rank": move.rank_before,
            "new_rank": move.rank_after,
        }
        for move in changed.moves
    ]
    return sorted(found, key=furthest)


def _show_moves(moves: Sequence[Row], asked: Filters, draft: Shown) -> None:
    st.markdown(f"**{text('desk.moves')}**")
    print_table(moves[:MOVES_PRINTED], MOVE_FIELDS)
    if len(moves) > MOVES_PRINTED:
        shown, count = str(MOVES_PRINTED), str(len(moves))
        st.caption(text("desk.more_moves", shown=shown, count=count))
    offer_download(moves, MOVE_FIELDS, name="rank_moves", filters=asked, shown=draft)


def _criterion_names(asked: Filters) -> dict[tuple[int, str], str]:
    """Names of criteria by year and code; where sets of a year share a code, none."""
    names: dict[tuple[int, str], set[str]] = {}
    for row in rows("criteria_set", asked):
        key = (row["year"], row["criterion_code"])
        names.setdefault(key, set()).add(row["criterion_name"])
    return {key: found.pop() for key, found in names.items() if len(found) == 1}


def _changes(changed: Difference, names: dict[str, str], asked: Filters) -> list[Row]:
    criteria, words = _criterion_names(asked), item_words(changed, asked)
    found: list[Row] = []
    for change in changed.changes:
        item = words.get((change.table_name, change.item), change.item)
        if change.table_name == "remediation" and item == change.item:
            item = item_of_remediation(change, criteria)
        if change.table_name == "score" and change.year is not None:
            item = f"{item} {criteria.get((change.year, item), '')}".strip()
        field = change.field
        found.append(
            {
                **asdict(change),
                "unit_name": names.get(change.unit_code, change.unit_code),
                "item": item,
                "field": field_of_change(change.table_name, field) if field else None,
                "before": value_of_change(field, change.before, change.before_points),
                "after": value_of_change(field, change.after, change.after_points),
            }
        )
    return found


def _show_changes(found: Rows, asked: Filters, draft: Shown) -> None:
    """One kind of change and one table at a time; the download has all of them."""
    st.markdown(f"**{text('desk.changes')}**")
    kind_side, table_side = st.columns(2)
    kinds = [EVERYTHING, *(k for k in KINDS if any(row["change"] == k for row in found))]
    kind = kind_side.selectbox(
        text("column.change"),
        kinds,
        format_func=lambda one: text("desk.all") if one == EVERYTHING else _kind_word(one),
        key="desk_change_kind",
    )
    tables = [EVERYTHING, *dict.fromkeys(str(row["table_name"]) for row in found)]
    table = table_side.selectbox(
        text("column.table_name"),
        tables,
        format_func=lambda one: text("desk.all") if one == EVERYTHING else _table_word(one),
        key="desk_change_table",
    )
    chosen = [
        row
        for row in found
        if kind in {EVERYTHING, row["change"]} and table in {EVERYTHING, row["table_name"]}
    ]
    show_table(chosen, CHANGE_FIELDS, key="desk_changes")
    offer_download(found, CHANGE_FIELDS, name="differences", filters=asked, shown=draft)


def _kind_word(kind: str) -> str:
    return word_for("term.change", kind)


def _table_word(table: str) -> str:
    return word_for("term.table", table)
