"""Effects of initiatives: figures are numbers where all of a column are, else text as written."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from data.values import Sign, read_points

EFFECTS = ("effect_before", "effect_after")


def with_numbers(initiatives: pd.DataFrame) -> pd.DataFrame:
    """The initiatives; an effect column that holds nothing but numbers ('35,5') is one of numbers.

    A column has one type: a single '3 ngày' leaves it text, as the units wrote it.
    """
    told = initiatives.copy()
    for column in EFFECTS:
        written = [value for value in initiatives[column] if isinstance(value, str)]
        if written and all(number(value) is not None for value in written):
            figures = [number(v) if isinstance(v, str) else None for v in initiatives[column]]
            told[column] = pd.Series(figures, initiatives.index, pd.ArrowDtype(pa.float64()))
    return told


def number(text: str) -> float | None:
    """35.5 for '35,5' and '35.5'; None where the text is no bare number."""
    read = read_points(text)
    if read.sign is not Sign.POINTS or read.points is None or read.is_percent:
        return None
    return float(read.points)
