"""What a leader must know first: what has changed since the year before, what awaits a decision.

Nothing is computed here that a question does not answer; here stands what is told first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, standings, whole_changes

Ask = Callable[[str, int | None], Rows]

TOLD_AT_MOST = 3  # ours: what a leader reads within ten seconds
MEDIAN_NEEDS = 2  # units; of a single one its own change is told instead

# The heaviest first. Ours: what may break the law or was serious, then what was said and is not so,
# then what is past its day (own decisions before others'), then what came again or was never begun,
# then the season's own work, then the good that waits, then what is not known yet.
HEAVIEST_FIRST = (
    "open_serious_finding",
    "contradicted",
    "overdue_decision",
    "overdue",
    "overdue_finding",
    "recurring",
    "recurring_finding",
    "unplanned",
    "late_inspection",
    "missing_report",
    "candidate",
    "missing_points",
    "provisional",
)
# These speak of the year on the page; the others of the year that can be judged.
OF_THE_YEAR_SHOWN = frozenset({"candidate", "missing_points", "provisional"})


@dataclass(frozen=True, slots=True)
class Overview:
    """What the questions answer for one year and the one before, all groups.

    `judged` and `rates` are of `judged_year`, the newest whose deductions next year's points can
    judge; `waiting` is the same question as `judged` for the year shown.
    """

    year: int
    judged_year: int
    groups: Sequence[GroupStanding]
    groups_before: Sequence[GroupStanding]
    moved: Rows
    areas_moved: Rows
    rates: Row | None
    rates_before: Row | None
    judged: Rows
    waiting: Rows
    decided: Rows
    years: Rows

    @property
    def is_loss_known(self) -> bool:
        """False where neither points by criterion nor a register say what was lost or found."""
        return self.rates is not None or any(
            row["matter_count"]
            for row in self.judged
            if row["matter"] in HEAVIEST_FIRST and row["matter"] not in OF_THE_YEAR_SHOWN
        )

    @property
    def has_register(self) -> bool:
        """True where offices or inspectors have written down anything at all."""
        return any(row["has_register"] or row["has_inspections"] for row in self.years)

    @property
    def is_putting_right_known(self) -> bool:
        """True where words, or next year's points, say whether what was lost has been put right."""
        return self.has_register or bool(self.rates and self.rates["comparable_share"])


@dataclass(frozen=True, slots=True)
class Waiting:
    """Matters of one kind that need a decision; `points` null where points say nothing of it."""

    matter: str
    year: int
    matter_count: int
    unit_count: int
    points: float | None


def overview_of(ask: Ask, year: int, judged_year: int) -> Overview:
    """All that Overview tells of a year; `ask` takes a question and the year it is about."""
    return Overview(
        year=year,
        judged_year=judged_year,
        groups=standings(ask("ranking", year)),
        groups_before=standings(ask("ranking", year - 1)),
        moved=whole_changes(ask("changes", year)),
        areas_moved=ask("area_changes", year),
        rates=_together(ask("rates", judged_year)),
        rates_before=_together(ask("rates", judged_year - 1)),
        judged=ask("decisions", judged_year),
        waiting=ask("decisions", year),
        decided=ask("decisions_taken", None),
        years=ask("years", None),
    )


def _together(rates: Rows) -> Row | None:
    return next((row for row in rates if row["unit_code"] is None), None)


def led_by_others(overview: Overview) -> list[tuple[GroupStanding, GroupStanding]]:
    """Groups whose first is not who was first the year before: the group then and now."""
    before = {group.group: group for group in overview.groups_before if group.ranked}
    return [
        (before[group.group], group)
        for group in overview.groups
        if group.ranked
        and group.group in before
        and _codes(group.leaders) != _codes(before[group.group].leaders)
    ]


def groups_led(overview: Overview) -> int:
    """Groups that have a first in both years."""
    before = {group.group for group in overview.groups_before if group.ranked}
    return sum(1 for group in overview.groups if group.ranked and group.group in before)


def _codes(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(row["unit_code"] for row in rows)


def knows_noise(moved: Rows) -> bool:
    """True where some group is large enough for a noise floor (definitions 5.3)."""
    return any(row["noise_floor"] is not None for row in moved)


def furthest(moved: Rows, direction: int) -> Row | None:
    """Who moved furthest up (1) or down (-1) beyond what its group usually does.

    Where no group is large enough for a noise floor: who moved furthest.
    """
    has_floor = knows_noise(moved)
    those = [
        row
        for row in moved
        if direction * row["index_change"] > 0 and (row["is_beyond_noise"] or not has_floor)
    ]
    return max(
        sorted(those, key=lambda row: row["unit_code"]),
        key=lambda row: abs(row["index_change"]) - (row["noise_floor"] or 0),
        default=None,
    )


def furthest_area(areas_moved: Rows, direction: int) -> Row | None:
    """The group's area whose median change is the greatest up (1) or down (-1)."""
    those = [
        row
        for row in areas_moved
        if direction * row["median_change"] > 0 and row["unit_count"] >= MEDIAN_NEEDS
    ]
    return max(those, key=lambda row: direction * row["median_change"], default=None)


def awaiting(overview: Overview) -> list[Waiting]:
    """Everything that needs a decision, the heaviest first."""
    judged = {row["matter"]: row for row in overview.judged}
    shown = {row["matter"]: row for row in overview.waiting}
    overdue = [row for row in overview.decided if row["is_overdue"]]
    found = []
    for matter in HEAVIEST_FIRST:
        if matter == "overdue_decision":
            units = {row["unit_code"] for row in overdue if row["unit_code"]}
            found.append(Waiting(matter, overview.year, len(overdue), len(units), None))
            continue
        is_shown = matter in OF_THE_YEAR_SHOWN
        row = (shown if is_shown else judged)[matter]
        year = overview.year if is_shown else overview.judged_year
        found.append(Waiting(matter, year, row["matter_count"], row["unit_count"], row["points"]))
    return [waiting for waiting in found if waiting.matter_count]
