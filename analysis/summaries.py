"""Sums and medians of an answer's rows, for sentences, pages and reports alike.

Each takes rows as `show` prints them and computes nothing that a question answers itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from analysis.rows import Row, Rows

CLOSE = 0.5  # percentage points; domain 3: neighbours differ by 0.2 to 1.4, ranks overstate
STAGES = ("none", "planned", "reported", "verified", "recovered")


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """One ranking group in one year. `ranked` is best first; the median is theirs.

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
        return self.bases == {"published"}

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
    return GroupStanding(
        year=rows[0]["year"],
        group=group,
        ranked=tuple(ranked),
        provisional=tuple(provisional),
        unranked=tuple(unranked),
        missing=tuple(missing),
        median_percent=median_of(ranked, "ranking_percent"),
        bases=frozenset(row["basis"] for row in rows if row["basis"]),
    )


def median_of(rows: Iterable[Row], column: str) -> float | None:
    """The median of the figures there are."""
    figures = [float(row[column]) for row in rows if row[column] is not None]
    return median(figures) if figures else None


def changes(now: Rows, before: Rows) -> list[Row]:
    """Units ranked in both years: index_change in percentage points, as printed; rank_before."""
    earlier = {row["unit_code"]: row for row in before if row["rank"] is not None}
    return [
        {
            **row,
            "percent_before": earlier[row["unit_code"]]["ranking_percent"],
            "index_change": printed_difference(
                row["ranking_percent"], earlier[row["unit_code"]]["ranking_percent"]
            ),
            "rank_before": earlier[row["unit_code"]]["rank"],
        }
        for row in now
        if row["rank"] is not None and row["unit_code"] in earlier
    ]


def printed_difference(one: float, other: float) -> float:
    """one − other as a reader gets it who subtracts the figures printed with two decimals."""
    return float(_printed(one) - _printed(other))


def _printed(percent: float) -> Decimal:
    return Decimal(str(percent)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def lost_by(criteria: Rows, code: str, name: str) -> list[Row]:
    """Lost points summed over the rows of one code, greatest first.

    Gives code, name, lost_points, maximum_points (of those who could lose), unit_count (who lost),
    share of all that is lost (0–1) and cumulative_share. Rows without lost points do not count.
    """
    lost: dict[str, Decimal] = defaultdict(Decimal)
    maximum: dict[str, Decimal] = defaultdict(Decimal)
    losers: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for row in criteria:
        if row["lost_points"] is None:
            continue
        lost[row[code]] += row["lost_points"]
        maximum[row[code]] += row["maximum_points"]
        names[row[code]] = row[name]
        if row["lost_points"] > 0:
            losers[row[code]].add(row["unit_code"])
    total = sum(lost.values(), Decimal())
    return _accumulated(lost, maximum, losers, names, total)


def _accumulated(
    lost: dict[str, Decimal],
    maximum: dict[str, Decimal],
    losers: dict[str, set[str]],
    names: dict[str, str],
    total: Decimal,
) -> list[Row]:
    rows: list[Row] = []
    so_far = Decimal()
    for code in sorted((key for key in lost if lost[key] > 0), key=lambda key: (-lost[key], key)):
        so_far += lost[code]
        rows.append(
            {
                "code": code,
                "name": names[code],
                "lost_points": lost[code],
                "maximum_points": maximum[code],
                "lost_share": float(lost[code] / maximum[code]),
                "unit_count": len(losers[code]),
                "share": float(lost[code] / total),
                "cumulative_share": float(so_far / total),
            }
        )
    return rows


def self_against_verified(criteria: Rows) -> list[Row]:
    """By area: percentages that units gave themselves and were given, over leaves with both."""
    own: dict[str, Decimal] = defaultdict(Decimal)
    given: dict[str, Decimal] = defaultdict(Decimal)
    maximum: dict[str, Decimal] = defaultdict(Decimal)
    for row in criteria:
        if row["self_assessed_points"] is None or row["verified_points"] is None:
            continue
        own[row["area_code"]] += row["self_assessed_points"]
        given[row["area_code"]] += row["verified_points"]
        maximum[row["area_code"]] += row["maximum_points"]
    return [
        {
            "code": code,
            "self_percent": float(100 * own[code] / whole),
            "verified_percent": float(100 * given[code] / whole),
            "gap_points": own[code] - given[code],
        }
        for code, whole in maximum.items()
        if whole > 0
    ]


def remediation_steps(remediation: Rows) -> list[Row]:
    """Points lost, and of them those that came at least so far (definitions 2.2, 2.7).

    Deductions from the index on verified leaves only. `contradicted_points`: said or verified
    although no points came back.
    """
    rows = [row for row in remediation if counts_in_rates(row)]
    total = sum((row["lost_points"] for row in rows), Decimal())
    steps: list[Row] = []
    for step in ("lost", *STAGES[1:]):
        reached = rows if step == "lost" else [row for row in rows if _at_least(row, step)]
        lost = sum((row["lost_points"] for row in reached), Decimal())
        contradicted = sum(
            (row["lost_points"] for row in reached if row["is_contradicted"]), Decimal()
        )
        steps.append(
            {
                "step": step,
                "lost_points": lost,
                "contradicted_points": contradicted if step in ("reported", "verified") else 0,
                "share": float(lost / total) if total else None,
                "count": len(reached),
            }
        )
    return steps


def counts_in_rates(row: Row) -> bool:
    """True for a deduction of the index on a verified leaf (definitions 2.7)."""
    return row["origin"] == "index" and row["points_at_stake_reason"] != "survey"


def _at_least(row: Row, step: str) -> bool:
    return STAGES.index(row["evidence_stage"]) >= STAGES.index(step)


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


def by_cause(remediation: Rows) -> list[Row]:
    """Deductions by the cause that units gave, most points first; null where none was given."""
    counts: dict[str | None, int] = defaultdict(int)
    lost: dict[str | None, Decimal] = defaultdict(Decimal)
    for row in remediation:
        if counts_in_rates(row):
            counts[row["cause"]] += 1
            lost[row["cause"]] += row["lost_points"]
    ordered = sorted(counts, key=lambda cause: (-lost[cause], cause or ""))
    return [
        {"cause": cause, "deduction_count": counts[cause], "lost_points": lost[cause]}
        for cause in ordered
    ]


def needs_decision(remediation: Rows) -> list[Row]:
    """What is contradicted or overdue, most points first: what a leader must see today."""
    rows = [row for row in remediation if row["is_contradicted"] or row["is_overdue"]]
    return sorted(rows, key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]))
