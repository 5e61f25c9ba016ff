"""How far figures by area can be trusted: the mark and its reasons beside each row."""

from __future__ import annotations

from analysis.rows import Row
from ui.answer import rows
from ui.asked import Filters
from words.reliability import mark_words, reason_list


def with_reliability(filters: Filters) -> list[Row]:
    """Rows of `areas` with `mark`, and mark and reasons in words; '' where there is no mark."""
    marks = {(row["unit_code"], row["area_code"]): row for row in rows("reliability", filters)}
    found: list[Row] = []
    for area in rows("areas", filters):
        told = marks.get((area["unit_code"], area["area_code"]))
        found.append(
            {
                **area,
                "mark": told["mark"] if told else None,
                "reliability": mark_words(told["mark"]) if told else "",
                "reliability_reasons": reason_list(told) if told else "",
            }
        )
    return found
