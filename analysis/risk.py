"""Where a team should go next: what makes up a unit's score, and whom the team-days reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.rows import Row, Rows

PARTS: Mapping[str, str] = {
    "lost_part": "lost_percent",
    "contradicted_part": "contradicted_count",
    "overdue_part": "overdue_count",
    "overrating_part": "overrating_percent",
    "findings_part": "open_finding_count",
    "time_part": "days_since_visit",
}  # part of the score -> the figure it stands on, in the order of the weights
TEAM_DAYS = 10  # ours: two weeks of one team
DAYS_A_VISIT = 1  # ours: one day on site


def fitting(risk: Rows, team_days: int, days_a_visit: int = DAYS_A_VISIT) -> list[Row]:
    """The rows that are reached, first come first served, in the order given."""
    return list(risk[: max(0, team_days) // max(1, days_a_visit)])


def greatest_parts(row: Row, weights: Sequence[float], at_most: int = 3) -> list[str]:
    """The parts that raise the score most, greatest first; those that add nothing left out."""
    weighed = [
        (weight * (row[part] or 0), part) for part, weight in zip(PARTS, weights, strict=True)
    ]
    ordered = sorted(weighed, key=lambda pair: -pair[0])
    return [part for value, part in ordered if value > 0][:at_most]


def parts_of(row: Row, weights: Sequence[float]) -> list[Row]:
    """The score of a row of `risk`, part by part: level, weight, and what it adds to the score.

    A part that is not known has no level and adds nothing; its weight is left out of the sum.
    """
    total = sum(
        weight for weight, part in zip(weights, PARTS, strict=True) if row[part] is not None
    )
    return [
        {
            "part": part,
            "part_level": row[part],
            "weight_level": weight,
            "contribution_level": (
                None if row[part] is None or not total else weight * row[part] / total
            ),
        }
        for weight, part in zip(weights, PARTS, strict=True)
    ]
