"""Which year a question is about where nobody names one (definitions 6, last paragraph)."""

from __future__ import annotations

from enum import StrEnum

import duckdb
import pandas as pd

from analysis.ask import ask


class DefaultYear(StrEnum):
    """How a question chooses its year.

    NEWEST: the newest year with an index. COMPARABLE: the newest whose next index has verified
    points, else the newest. The others look at the newest year that can hold an answer, which a
    season's registers reach before the index of that season does. EVERY: no year is chosen.
    """

    NEWEST = "newest"
    COMPARABLE = "comparable"
    PUBLISHED = "published"
    INSPECTED = "inspected"
    INITIATIVES = "initiatives"
    EVERY = "every"


def default_year(release: duckdb.DuckDBPyConnection, rule: DefaultYear) -> int | None:
    """The year that stands where none is named; None for EVERY and for an empty release."""
    if rule is DefaultYear.EVERY:
        return None
    years = ask(release, "reference/years")
    index = _newest(years, "has_index")
    if rule is DefaultYear.COMPARABLE:
        return _newest(years, "is_verified_next") or index or _newest(years, "has_register")
    if rule is DefaultYear.PUBLISHED:
        return _newest(years, "has_published") or index
    if rule is DefaultYear.INSPECTED:
        return _later(index, _newest(years, "has_inspections"))
    if rule is DefaultYear.INITIATIVES:
        return _later(index, _newest(years, "has_initiatives"))
    return index


def _newest(years: pd.DataFrame, mark: str) -> int | None:
    marked = years.loc[years[mark].astype(bool), "year"]
    return int(marked.max()) if len(marked) else None


def _later(one: int | None, other: int | None) -> int | None:
    return max((year for year in (one, other) if year is not None), default=None)
