"""The colours of a map: equal steps between two round percentages, stronger for less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from ui.theme import palette
from words.palette import Colour

ROUND = 5  # %: both ends of the scale are multiples of this
DARK_STEPS = 2  # the strongest of the scale carry figures in the colour of the ground


@dataclass(frozen=True, slots=True)
class MapScale:
    """Percentages from `low`, in the strongest colour, to `high`, in the palest."""

    low: float
    high: float

    def step(self, percent: float) -> int:
        """Place in the palette's scale, 0 palest."""
        steps = len(palette().scale)
        part = (self.high - percent) / (self.high - self.low)
        return min(steps - 1, max(0, int(part * steps)))

    def fill(self, percent: float | None) -> str:
        """The colour of an area; without a figure that of the ground, which no step has."""
        if percent is None:
            return palette()[Colour.BACKGROUND]
        return palette().scale[self.step(percent)]

    def ink(self, percent: float | None) -> str:
        """The colour of words on it."""
        strongest = len(palette().scale) - DARK_STEPS
        is_strong = percent is not None and self.step(percent) >= strongest
        return palette()[Colour.BACKGROUND if is_strong else Colour.TEXT]


def map_scale(percents: Sequence[float]) -> MapScale:
    """From the multiple of five below the least figure to the one above the greatest."""
    low = floor(min(percents, default=0) / ROUND) * ROUND
    high = ceil(max(percents, default=100) / ROUND) * ROUND
    return MapScale(low, max(high, low + ROUND))
