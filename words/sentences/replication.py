"""Who could learn from whom, and what became of what was replicated."""

from __future__ import annotations

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text

CONCLUSIVE = None  # change_reason of an initiative with enough units on both sides


def donors_sentence(unit_name: str, donors: Rows) -> str:
    """Which models answer a unit's losses; `donors`: its rows of `receivers`, greatest first."""
    if not donors:
        return text("practice.no_donor", unit=unit_name)
    best = donors[0]
    return text(
        "practice.donors",
        unit=unit_name,
        models=counted("practice.models", len(donors), count=formats.count(len(donors))),
        donor=best["donor_name"],
        area=best["area_name"],
        points=formats.points(best["points"]),
    )


def after_sentence(replicated: Rows) -> str:
    """What became of what was replicated; rows of `after_replication`."""
    if not replicated:
        return text("practice.nothing_replicated")
    told = [row for row in replicated if row["change_reason"] is CONCLUSIVE]
    figures = {
        "count": counted(
            "practice.initiatives_count", len(replicated), count=formats.count(len(replicated))
        )
    }
    if not told:
        return text("practice.too_few_to_say", **figures)
    first = max(told, key=lambda row: row["median_difference"])
    return " ".join(
        (
            text("practice.after_counted", **figures, told=formats.count(len(told))),
            _compared(first),
        )
    )


def _compared(row: Row) -> str:
    return text(
        "practice.after_compared",
        name=row["name"],
        unit=row["unit_name"],
        adopters=formats.count(row["adopter_count"]),
        change=formats.percent_points(row["adopter_median_change"]),
        others=formats.count(row["other_count"]),
        other_change=formats.percent_points(row["other_median_change"]),
    )


def initiatives_sentence(initiatives: Rows) -> str:
    """How many there are, how many have a measured improvement, how many are recognised."""
    if not initiatives:
        return text("practice.no_initiative")
    return text(
        "practice.initiatives_told",
        count=counted(
            "practice.initiatives_count", len(initiatives), count=formats.count(len(initiatives))
        ),
        improved=formats.count(sum(1 for row in initiatives if row["is_improved"])),
        recognised=formats.count(sum(1 for row in initiatives if row["is_recognised"])),
        replicated=formats.count(sum(1 for row in initiatives if row["replicated_at"])),
    )
