"""A draft criteria set, tried on this year's figures: what would not tell units apart.

The draft comes from outside the release, so that its statistics are worked out here, on the shares
that one question gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import ceil
from statistics import StatisticsError, correlation, median

import duckdb

from analysis.ask import ask
from analysis.questions import Filters, answer
from analysis.rows import Row, Rows, rows_of

UNITS_AT_LEAST = 5  # a leaf is judged in no smaller group; definitions 4.1
NEARLY_ALL = 0.9  # ours: where so many reach the maximum, the leaf rewards everybody
REPEATS_FROM, REPEATS_UNITS = 0.95, 8  # ours: correlation of shares, and over how many units
ALIKE = 1e-9  # shares that arithmetic cannot tell apart

Shares = Mapping[int, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class DraftLeaf:
    """A leaf of the draft, in its order."""

    criterion_code: str
    criterion_name: str
    area_name: str
    maximum_points: Decimal


@dataclass(frozen=True, slots=True)
class DraftJudged:
    """What this year's figures say of the draft.

    `leaves`: a row a leaf that is linked; `repeats`: a row a pair; `moved`: a row a unit, its rank
    now and under the draft; `judged_share`: maximum of the linked leaves / maximum of the draft.
    """

    leaves: Rows
    repeats: Rows
    moved: Rows
    judged_share: float

    @property
    def flat(self) -> Rows:
        """Leaves that hardly separate anybody, those that most units reach in full first."""
        found = [row for row in self.leaves if row["is_level"] or row["is_at_maximum"]]
        return sorted(found, key=lambda row: -row["at_maximum_share"])

    @property
    def at_maximum(self) -> Rows:
        """Those of them that nearly everybody reaches in full."""
        return [row for row in self.leaves if row["is_at_maximum"]]

    @property
    def same_winners(self) -> Rows:
        """Leaves that only the same units win."""
        return [row for row in self.leaves if row["has_same_winners"]]


def judge_draft(
    release: duckdb.DuckDBPyConnection,
    leaves: Sequence[DraftLeaf],
    *,
    year: int,
    ranking_group: str,
    draft_year: int | None,
) -> DraftJudged:
    """The draft on the ranked units of one group; nothing is stored."""
    told = rows_of(
        ask(
            release,
            "draft/shares",
            year=year,
            ranking_group=ranking_group,
            draft_year=draft_year,
            codes=[leaf.criterion_code for leaf in leaves],
            names=[leaf.criterion_name for leaf in leaves],
        )
    )
    by_place: dict[int, list[Row]] = defaultdict(list)
    for row in told:
        by_place[row["place"]].append(row)
    ranking = rows_of(answer(release, "ranking", Filters(year, ranking_group)))
    names = {row["unit_code"]: row["short_name"] or row["unit_name"] for row in ranking}
    judged = [_leaf(leaves[place], rows, names) for place, rows in by_place.items()]
    shares = {
        place: {row["unit_code"]: row["share"] for row in rows} for place, rows in by_place.items()
    }
    whole = sum(leaf.maximum_points for leaf in leaves)
    linked = sum(leaves[place].maximum_points for place in by_place)
    return DraftJudged(
        leaves=judged,
        repeats=_repeats(leaves, shares),
        moved=_moved(leaves, shares, ranking),
        judged_share=float(linked / whole) if whole else 0.0,
    )


def _leaf(leaf: DraftLeaf, rows: Sequence[Row], names: Mapping[str, str]) -> Row:
    """How far a leaf tells units apart. Fewer than 5 units: no judgement.

    Level: the median absolute deviation of the shares is 0, more than half are alike. Same winners:
    those with the best share, a quarter of the units at most, are the same as a year ago.
    """
    shares = [row["share"] for row in rows]
    middle = median(shares)
    deviation = median(abs(share - middle) for share in shares)
    at_maximum = sum(share >= 1 - ALIKE for share in shares) / len(shares)
    is_judged = len(rows) >= UNITS_AT_LEAST
    winners = _best(rows, "share")
    is_few = len(winners) <= ceil(len(rows) / 4)
    return {
        "criterion_code": leaf.criterion_code,
        "criterion_name": leaf.criterion_name,
        "area_name": leaf.area_name,
        "maximum_points": leaf.maximum_points,
        "linked_code": rows[0]["linked_code"],
        "linked_maximum_points": rows[0]["linked_maximum_points"],
        "unit_count": len(rows),
        "median_share": middle,
        "deviation_share": deviation,
        "at_maximum_share": at_maximum,
        "is_level": is_judged and deviation <= ALIKE,
        "is_at_maximum": is_judged and at_maximum >= NEARLY_ALL,
        "has_same_winners": is_judged and is_few and winners == _best(rows, "share_before"),
        "winners": ", ".join(sorted(names.get(code, code) for code in winners)) if is_few else None,
    }


def _best(rows: Sequence[Row], column: str) -> frozenset[str]:
    """Units with the best share; none where nobody's is known."""
    known = [row for row in rows if row[column] is not None]
    if not known:
        return frozenset()
    best = max(row[column] for row in known)
    return frozenset(row["unit_code"] for row in known if row[column] >= best - ALIKE)


def _repeats(leaves: Sequence[DraftLeaf], shares: Shares) -> Rows:
    """Pairs of leaves whose shares go together, closest first."""
    found: list[Row] = []
    for one, other in combinations(shares, 2):
        both = sorted(shares[one].keys() & shares[other].keys())
        if len(both) < REPEATS_UNITS:
            continue
        try:
            together = correlation(
                [shares[one][unit] for unit in both], [shares[other][unit] for unit in both]
            )
        except StatisticsError:  # one of them is level: it goes with nothing
            continue
        if together >= REPEATS_FROM - ALIKE:
            found.append(
                {
                    "criterion_code": leaves[one].criterion_code,
                    "criterion_name": leaves[one].criterion_name,
                    "other_code": leaves[other].criterion_code,
                    "other_name": leaves[other].criterion_name,
                    "correlation": together,
                    "unit_count": len(both),
                }
            )
    return sorted(found, key=lambda row: -row["correlation"])


def _moved(leaves: Sequence[DraftLeaf], shares: Shares, ranking: Rows) -> Rows:
    """Ranks under the draft's maxima on its linked leaves, each unit on those that apply to it.

    draft_percent = 100 × Σ share · maximum / Σ maximum.
    """
    figures: dict[str, float] = {}
    for unit in [row["unit_code"] for row in ranking if row["rank"] is not None]:
        of_unit = [
            (share[unit], float(leaves[place].maximum_points))
            for place, share in shares.items()
            if unit in share
        ]
        whole = sum(most for _, most in of_unit)
        if whole:
            figures[unit] = round(100 * sum(part * most for part, most in of_unit) / whole, 9)
    moved: list[Row] = []
    for row in ranking:
        if row["unit_code"] in figures:
            own = figures[row["unit_code"]]
            rank = 1 + sum(figure > own for figure in figures.values())
            moved.append(
                {**row, "draft_rank": rank, "draft_percent": own, "rank_gain": row["rank"] - rank}
            )
    return sorted(moved, key=lambda row: (row["draft_rank"], row["rank"], row["unit_code"]))
