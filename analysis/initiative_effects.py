"""Effects of initiatives: a measured figure is a number, anything else stays text."""

from __future__ import annotations

import pandas as pd

from data.values import Sign, read_points

EFFECTS = ("effect_before", "effect_after")


def with_numbers(initiatives: pd.DataFrame) -> pd.DataFrame:
    """The initiatives, with effects that are plain numbers ('35,5') as numbers."""
    told = initiatives.copy()
    for column in EFFECTS:
        told[column] = pd.Series(
            [number_or_text(value) for value in initiatives[column]],
            index=initiatives.index,
            dtype=object,
        )
    return told


def number_or_text(value: object) -> float | str | None:
    """35.5 for '35,5' and '35.5'; the text itself where it is no bare number; None for nothing."""
    if not isinstance(value, str):
        return None
    read = read_points(value)
    if read.sign is Sign.POINTS and read.points is not None and not read.is_percent:
        return float(read.points)
    return value
