"""Which leaves of a criteria set are assessed by survey (definitions 1.2)."""

from __future__ import annotations

import re

from data.resolving.criteria_rows import CriterionRow
from data.resolving.resolution import text_of
from data.text_keys import plain_key

WORDS = r"(?:dieu tra xa hoi hoc|dtxhh|xhh|khao sat|sipas)"
HOLDS = re.compile(rf"(?:^| ){WORDS}(?: |$)")
BEGINS = re.compile(rf"^{WORDS}(?: |$)")


def is_survey(row: CriterionRow, *, has_column: bool) -> bool:
    """True if 'Phương thức đánh giá' says so, of the row or of the nearest row above that says.

    Without that column: if the rule or the note of the row begins with one of the words, or the
    name of a row above holds one.
    """
    if has_column:
        said = _said(row)
        return said is not None and HOLDS.search(plain_key(said)) is not None
    own = (row.rule or "", text_of(row.record, "note") or "")
    if any(BEGINS.match(plain_key(text)) for text in own):
        return True
    above = row.parent
    while above is not None:
        if HOLDS.search(plain_key(above.name)):
            return True
        above = above.parent
    return False


def _said(row: CriterionRow) -> str | None:
    """What the column says of the row, else of the nearest row above it."""
    own = text_of(row.record, "assessed_by")
    return own or (_said(row.parent) if row.parent else None)
