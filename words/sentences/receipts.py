"""Who has handed in what, in a few words."""

from __future__ import annotations

from analysis.receipts import Receipt, Tally
from analysis.rows import Row
from words import formats
from words.catalogue import counted, text, word_for


def receipts_sentence(tally: Tally, *, year: int) -> str:
    """How many units owe nothing, and what of how many is still owed."""
    place = {"year": formats.plain_year(year), "of": formats.count(tally.unit_count)}
    if not tally.expected_count or not tally.unit_count:
        return text("receipt.nothing_expected", **place)
    if not tally.owing:
        return text("receipt.all_in", **place)
    said = text(
        "receipt.in",
        **place,
        done=formats.count(tally.done_count),
        owed=", ".join(_owed(item, count) for item, count in tally.owing),
    )
    if not tally.faulty_count:
        return said
    faulty = counted("receipt.refused", tally.faulty_count, count=formats.count(tally.faulty_count))
    return f"{said} {faulty}"


def _owed(item: str, count: int) -> str:
    return counted(
        "receipt.owed",
        count,
        item=word_for("term.receipt_item", item),
        count=formats.count(count),
    )


def receipt_mark(row: Row | None) -> str:
    """A cell of the board: a sign for the state, and how much of how much ('½ 58/60')."""
    if row is None:
        return text("receipt.mark_not_expected")
    state = Receipt(row["state"])
    return text(f"receipt.mark_{state.value}", count=_filled(row))


def _filled(row: Row) -> str:
    filled = formats.count(row["filled_count"])
    if formats.is_missing(row["expected_count"]):
        return filled
    return f"{filled}/{formats.count(row['expected_count'])}"
