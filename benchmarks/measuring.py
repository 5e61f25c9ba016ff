"""Stopwatch: medians of several runs, by the clock and by the processor."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

SECOND = 1000.0  # ms


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing at one size. Milliseconds; `cold_ms` is the first run with empty caches, the others
    are medians of `runs` more. `processor_ms` is what the work itself took, whatever else ran."""

    part: str
    name: str
    units: int
    runs: int
    cold_ms: float | None
    warm_ms: float
    processor_ms: float
    beside_empty_page: float | None = None


def measured(
    work: Callable[[], object],
    *,
    part: str,
    name: str,
    units: int,
    runs: int,
    has_cold: bool = True,
) -> Measured:
    """The work's times; with `has_cold` one more run goes before the counted ones."""
    cold = _timed(work)[0] if has_cold else None
    times = [_timed(work) for _ in range(runs)]
    return Measured(
        part=part,
        name=name,
        units=units,
        runs=runs,
        cold_ms=None if cold is None else round(cold, 1),
        warm_ms=round(median(wall for wall, _ in times), 1),
        processor_ms=round(median(spent for _, spent in times), 1),
    )


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, spent = time.perf_counter(), time.process_time()
    work()
    return SECOND * (time.perf_counter() - wall), SECOND * (time.process_time() - spent)
