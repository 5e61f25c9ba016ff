"""Seeded chance: every figure has a stream of its own, named by what it is drawn for."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

# One of some thousands that were tried: no index equals a published one, no unit has the rank of
# 2021 that was printed for it, one or two visits do not take place, totals lie between 75 and 94.
SEED = "cchc-2022-797"
Thing = TypeVar("Thing")


class Stream:
    """Draws for one figure; no transcendental functions, so that every machine draws alike."""

    def __init__(self, *names: object) -> None:
        self._random = random.Random("/".join((SEED, *map(str, names))))

    def share(self) -> float:
        """Uniform in [0, 1)."""
        return self._random.random()

    def between(self, low: float, high: float) -> float:
        """Uniform between the two."""
        return low + (high - low) * self.share()

    def whole(self, low: int, high: int) -> int:
        """Uniform whole number, both ends included."""
        return self._random.randint(low, high)

    def normal(self) -> float:
        """Mean 0, deviation 1: twelve uniform draws less six."""
        return sum(self.share() for _ in range(12)) - 6

    def happens(self, probability: float) -> bool:
        """True with this probability."""
        return self.share() < probability

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of the things, all alike."""
        return things[self.whole(0, len(things) - 1)]
