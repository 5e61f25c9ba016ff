"""Answers as plain tuples, so that a test reads like a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from analysis.questions import Filters, answer


def plain(value: Any) -> Any:
    """None for missing, decimals as float."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value


def rows(release, name: str, *columns: str, **filters: Any) -> list[tuple[Any, ...]]:
    """The named columns of an answer, a tuple a row; of 2021 where no year is named."""
    asked = Filters(**{"year": 2021, **filters})
    frame = answer(release, name, asked)[list(columns)].astype(object)
    return [tuple(map(plain, row)) for row in frame.itertuples(index=False, name=None)]
