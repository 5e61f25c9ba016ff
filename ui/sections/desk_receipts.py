"""The receipt board: unit by unit what has come in, what is faulty, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

import streamlit as st

from analysis.receipts import UNIT_ITEMS, board, owed, tally, unplaced, with_refusals
from analysis.rows import Row, Rows
from data.refusals import Refusal, refusals
from ui.answer import rows
from ui.asked import Filters
from ui.desk import imports_of
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.release import Shown, store
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text
from words.sentences.receipts import receipt_mark, receipts_sentence

BOARD_FIELDS = ("unit_name", *(f"item_{item}" for item in UNIT_ITEMS))
SHARED_FIELDS = ("receipt_item", "receipt", "file", "received_at")
OWED_FIELDS = (
    "unit_name",
    "ranking_group",
    "receipt_item",
    "receipt_state",
    "filled_count",
    "expected_count",
    "refused_file",
    "refused_at",
    "error_count",
)
UNIT_FIELDS = ("receipt_item", "receipt", "file", "received_at", "refused_file", "error_count")
REFUSED_FIELDS = ("refused_at", "refused_by", "refused_file", "error_count")


def show_receipts(draft: Shown) -> None:
    """The board of a year, what comes once for all, and the list of who owes what."""
    asked = _asked(draft)
    if asked is None or asked.year is None:
        st.caption(text("receipt.nothing_yet"))
        return
    refused = refusals(store(), draft.book)
    receipts = with_refusals(rows("receipts", asked), refused)
    st.markdown(for_markdown(receipts_sentence(tally(receipts), year=asked.year)))
    chosen = show_table(
        [_board_row(row) for row in board(receipts)], BOARD_FIELDS, key="desk_board"
    )
    st.caption(text("receipt.legend"))
    if chosen is not None:
        st.markdown(f"**{for_markdown(chosen['unit_name'])}**")
        own = [row for row in receipts if row["unit_code"] == chosen["unit_code"]]
        print_table(_told(own), UNIT_FIELDS)
    still = _told(owed(receipts))
    if still:
        st.markdown(f"**{text('receipt.still_owed', count=formats.count(len(still)))}**")
        offer_download(still, OWED_FIELDS, name="owed", filters=asked, shown=draft)
    _show_shared(asked, refused)
    _show_unplaced(refused, asked.year, draft)


def _asked(draft: Shown) -> Filters | None:
    """The year and group that the reader chooses: also a year of which only the set is known."""
    asked = Filters(book=draft.book.value, release=draft.release_id)
    with_set = {row["year"] for row in rows("criteria_set", asked)}
    told = [*rows("years", asked), *rows("criteria_set", asked)]
    years = sorted({row["year"] for row in told}, reverse=True)
    if not years:
        return None
    year_side, group_side, _ = st.columns([1, 2, 3])
    year = year_side.selectbox(
        text("filter.year"),
        years,
        index=years.index(max(with_set)) if with_set else 0,  # findings alone owe nothing
        format_func=formats.plain_year,
        key="desk_receipts_year",
    )
    groups = {row["ranking_group"]: None for row in rows("receipts", replace(asked, year=year))}
    group = group_side.selectbox(
        text("filter.group"),
        ["", *groups],
        format_func=lambda name: name or text("filter.all_groups"),
        key="desk_receipts_group",
    )
    return replace(asked, year=year, group=group or None)


def _board_row(row: Row) -> Row:
    return {**row, **{f"item_{item}": receipt_mark(row.get(item)) for item in UNIT_ITEMS}}


def _told(receipts: Rows) -> list[Row]:
    return [
        {
            **row,
            "receipt_item": row["item"],
            "receipt_state": row["state"],
            "receipt": receipt_mark(row),
        }
        for row in receipts
    ]


def _show_shared(asked: Filters, refused: Sequence[Refusal]) -> None:
    st.markdown(f"**{text('receipt.shared')}**")
    print_table(_told(with_refusals(rows("receipts_shared", asked), refused)), SHARED_FIELDS)


def _show_unplaced(refused: Sequence[Refusal], year: int, draft: Shown) -> None:
    """Refused files that nobody can be asked about by name."""
    in_force = [one for one in reversed(imports_of(draft.book)) if not one.is_withdrawn]
    taken = {key: one.imported_at for one in in_force for key in (one.file_sha256, one.file_name)}
    found = [
        {**asdict(one), "refused_file": one.file_name} for one in unplaced(refused, year, taken)
    ]
    if found:
        st.markdown(f"**{text('receipt.unplaced')}**")
        print_table(found, REFUSED_FIELDS)
