"""What a sentence or a chart says of several rows of an answer together.

Sums that many places need are questions of their own (analysis/sql); here stands what turns on
who is in the sentence: first and last of a group, neighbours, figures as they are printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from analysis.rows import Row, Rows

ONLY_PUBLISHED = frozenset({"published"})
CLOSE = 0.5  # percentage points; domain 3: neighbours differ by 0.2 to 1.4, ranks overstate


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """One ranking group in one year. `ranked` is best first; the median is theirs, and null where
    only published figures are known, for a decision may print but the best.

    All by `ranking_percent`, the figure that ranks (definitions 1.6).
    """

    year: int
    group: str
    ranked: tuple[Row, ...]
    provisional: tuple[Row, ...]
    unranked: tuple[Row, ...]
    missing: tuple[Row, ...]
    median_percent: float | None
    bases: frozenset[str]

    @property
    def leaders(self) -> tuple[Row, ...]:
        """Everyone on rank 1."""
        return tuple(row for row in self.ranked if row["rank"] == self.ranked[0]["rank"])

    @property
    def lead(self) -> float | None:
        """Percentage points between first and next; null where there is no next."""
        rest = self.ranked[len(self.leaders) :]
        if not rest:
            return None
        return printed_difference(self.ranked[0]["ranking_percent"], rest[0]["ranking_percent"])

    @property
    def is_published_only(self) -> bool:
        """True where nothing but published figures is known: then nobody knows who is missing."""
        return self.bases == ONLY_PUBLISHED

    @property
    def close_pairs(self) -> int:
        """Neighbours less than CLOSE apart."""
        figures = [float(row["ranking_percent"]) for row in self.ranked]
        return sum(1 for a, b in zip(figures, figures[1:], strict=False) if abs(a - b) < CLOSE)


def standings(ranking: Rows) -> list[GroupStanding]:
    """The groups of a ranking of one year, in its order; units without a group are left out."""
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in ranking:
        if row["ranking_group"] is not None:
            by_group[row["ranking_group"]].append(row)
    return [_standing(group, rows) for group, rows in by_group.items()]


def _standing(group: str, rows: list[Row]) -> GroupStanding:
    missing = [row for row in rows if row["index_percent"] is None]
    known = [row for row in rows if row["index_percent"] is not None]
    provisional = [row for row in known if row["is_provisional"]]
    ranked = [row for row in known if row["rank"] is not None]
    unranked = [row for row in known if row["rank"] is None and not row["is_provisional"]]
    ranked.sort(key=lambda row: (row["rank"], row["unit_code"]))
    bases = frozenset(row["basis"] for row in rows if row["basis"])
    return GroupStanding(
        year=rows[0]["year"],
        group=group,
        ranked=tuple(ranked),
        provisional=tuple(provisional),
        unranked=tuple(unranked),
        missing=tuple(missing),
        median_percent=(None if bases == ONLY_PUBLISHED else median_of(ranked, "ranking_percent")),
        bases=bases,
    )


def median_of(rows: Iterable[Row], column: str) -> float | None:
    """The median of the figures there are."""
    figures = [float(row[column]) for row in rows if row[column] is not None]
    return median(figures) if figures else None


def printed_difference(one: float, other: float) -> float:
    """one − other as a reader gets it who subtracts the figures printed with two decimals."""
    return float(_printed(one) - _printed(other))


def _printed(percent: float) -> Decimal:
    return Decimal(str(percent)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def whole_changes(changes: Rows) -> list[Row]:
    """Rows of `changes` for whole units, the change as printed in `index_change`."""
    return [
        {**row, "index_change": printed_difference(row["percent"], row["percent_before"])}
        for row in changes
        if row["area_code"] is None
        and row["percent"] is not None
        and row["percent_before"] is not None
    ]


def area_medians(areas: Rows) -> dict[str, float]:
    """Median percentage of each area over the units on a rank in it (definitions 1.8)."""
    codes = dict.fromkeys(row["area_code"] for row in areas)
    found = {
        code: median_of(
            (row for row in areas if row["area_code"] == code and row["rank"] is not None),
            "area_percent",
        )
        for code in codes
    }
    return {code: value for code, value in found.items() if value is not None}


def once_each(remediation: Rows) -> list[Row]:
    """A row a deduction or finding: the most overdue of its actions stands for them."""
    kept: dict[str, Row] = {}
    for row in remediation:
        before = kept.get(row["deduction_id"])
        if before is None or (row["is_overdue"] and not before["is_overdue"]):
            kept[row["deduction_id"]] = row
    return list(kept.values())


def needs_decision(remediation: Rows) -> list[Row]:
    """What is contradicted or overdue, once each, most points first: what a leader must see."""
    rows = [row for row in once_each(remediation) if row["is_contradicted"] or row["is_overdue"]]
    return sorted(rows, key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]))


def gap_percents(gaps: Rows) -> list[Row]:
    """Rows of `show compare` with the unit's and the best's points as percentages of the maximum.

    Where maxima differ in the group, medians and bests are shares already (definitions 1.8).
    """
    return [
        {
            **row,
            "unit_percent": float(100 * row["points"] / row["maximum_points"]),
            "best_percent": 100
            * (
                row["group_best"]
                if row["is_in_shares"]
                else row["group_best"] / float(row["maximum_points"])
            ),
        }
        for row in gaps
    ]
