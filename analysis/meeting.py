"""What a meeting had before it, and what has moved since: the same questions, then and now."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from analysis.rows import Row, Rows
from analysis.summaries import standings
from data.decisions import Decision, DecisionState
from data.meetings import KeyFigure

UNSETTLED = frozenset({DecisionState.OPEN, DecisionState.IN_PROGRESS})


class Measure(StrEnum):
    """In what a key figure is told."""

    PERCENT = "percent"  # 0 to 100
    SHARE = "share"  # 0 to 1, read as a percentage
    COUNT = "count"


RATES = ("rate_proved_by_points", "rate_by_points", "rate_by_count")
DEDUCTION_MATTERS = ("contradicted", "overdue", "recurring")
SEASON_MATTERS = ("open_serious_finding", "overdue_finding", "late_inspection", "missing_report")
MODELS = "candidate"
LEADER, MEDIAN = "leader_percent", "median_percent"

# Every key figure, in the order in which a meeting reads them.
FIGURES: Mapping[str, Measure] = {
    **dict.fromkeys(RATES, Measure.SHARE),
    **dict.fromkeys((*DEDUCTION_MATTERS, *SEASON_MATTERS), Measure.COUNT),
    MODELS: Measure.COUNT,
    LEADER: Measure.PERCENT,
    MEDIAN: Measure.PERCENT,
}
PRINTED_DECIMALS = {Measure.PERCENT: 2, Measure.SHARE: 1, Measure.COUNT: 0}


@dataclass(frozen=True, slots=True)
class Moved:
    """A key figure then and now; `then` is null where the meeting did not have it.

    `difference`: now − then as a reader gets it who subtracts what is printed, in percentage
    points or in numbers; null where a side is null.
    """

    name: str
    year: int | None
    group: str | None
    then: KeyFigure | None
    now: KeyFigure
    difference: float | None

    @property
    def measure(self) -> Measure:
        """In what the figure is told."""
        return FIGURES[self.name]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far decisions have come; `overdue` are of those neither done nor dropped."""

    total: int
    done: int
    in_progress: int
    open: int
    dropped: int
    overdue: int


def figures_of_deductions(rates: Row | None, decisions: Rows, *, year: int) -> list[KeyFigure]:
    """How far the deductions of a year are put right, and what inspections left open.

    `rates`: the row of all in scope together; `decisions` of the same year. Where the release
    knows no deduction of the year, what is about the year is null, never 0.
    """
    counts = {row["matter"]: row["matter_count"] for row in decisions}
    is_known = rates is not None and bool(rates["deduction_count"])
    of_year = counts if is_known else {}
    return [
        *(KeyFigure(name, _figure(rates[name] if rates else None), year) for name in RATES),
        *(KeyFigure(name, _figure(of_year.get(name)), year) for name in DEDUCTION_MATTERS),
        *(KeyFigure(name, _figure(counts.get(name))) for name in SEASON_MATTERS),
    ]


def figures_of_index(ranking: Rows, decisions: Rows, *, year: int) -> list[KeyFigure]:
    """Who leads each group in a year, what lies in the middle, and models awaiting a decision.

    `ranking` and `decisions` of the year; no figure where the release has no index of it.
    """
    if not ranking:
        return []
    counts = {row["matter"]: row["matter_count"] for row in decisions}
    return [
        KeyFigure(MODELS, _figure(counts.get(MODELS)), year),
        *_of_groups(ranking, year),
    ]


def _of_groups(ranking: Rows, year: int) -> Iterator[KeyFigure]:
    for standing in standings(ranking):
        if standing.ranked:
            best = _figure(standing.ranked[0]["ranking_percent"])
            names = ", ".join(row["unit_name"] for row in standing.leaders)
            yield KeyFigure(LEADER, best, year, standing.group, names)
            yield KeyFigure(MEDIAN, standing.median_percent, year, standing.group)


def _figure(value: float | Decimal | None) -> float | None:
    return None if value is None else float(value)


def moved(then: Sequence[KeyFigure], now: Sequence[KeyFigure]) -> list[Moved]:
    """Each figure of now beside the same one of then, in the order of FIGURES.

    What only then knew is left out: the question of now does not ask it.
    """
    before = {(one.name, one.year, one.group): one for one in then}
    order = [*FIGURES]
    asked = [one for one in now if one.name in FIGURES]
    return [
        _moved(one, before.get((one.name, one.year, one.group)))
        for one in sorted(asked, key=lambda one: order.index(one.name))
    ]


def _moved(now: KeyFigure, then: KeyFigure | None) -> Moved:
    difference = None
    if then is not None and then.value is not None and now.value is not None:
        measure = FIGURES[now.name]
        difference = float(_as_printed(now.value, measure) - _as_printed(then.value, measure))
    return Moved(now.name, now.year, now.group, then, now, difference)


def _as_printed(value: float, measure: Measure) -> Decimal:
    figure = Decimal(str(value)) * (100 if measure is Measure.SHARE else 1)
    step = Decimal(1).scaleb(-PRINTED_DECIMALS[measure])
    return figure.quantize(step, rounding=ROUND_HALF_UP)


def is_overdue(decision: Decision, as_of: datetime.date) -> bool:
    """Due before the as-of day, neither done nor dropped: as `decisions_taken` has it."""
    return decision.due_on is not None and decision.due_on < as_of and decision.state in UNSETTLED


def tally(decisions: Rows) -> Tally:
    """Rows with `state` and `is_overdue`, such as those of `decisions_taken`, counted."""
    states = [row["state"] for row in decisions]
    return Tally(
        total=len(states),
        done=states.count(DecisionState.DONE),
        in_progress=states.count(DecisionState.IN_PROGRESS),
        open=states.count(DecisionState.OPEN),
        dropped=states.count(DecisionState.DROPPED),
        overdue=sum(1 for row in decisions if row["is_overdue"]),
    )
