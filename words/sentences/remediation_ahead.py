"""What remediation can still bring, and by when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from analysis.remediation_parts import DueCount
from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text


def stakes_sentence(units: Rows, *, year: int | None) -> str:
    """What would follow if open deductions were put right, the others standing still.

    `units`: rows of `ranking` whose points at stake are known.
    """
    shown_year = formats.plain_year(year)
    if not units:
        return text("remedy.stakes_unknown", year=shown_year)
    if len(units) == 1:
        return _stake_of(units[0])
    at_stake = [row for row in units if row["points_at_stake"]]
    if not at_stake:
        return text("remedy.stakes_none", year=shown_year)
    rising = sorted((row for row in at_stake if _rise(row) > 0), key=lambda row: -_rise(row))
    total = sum(row["points_at_stake"] for row in at_stake)
    figures = {
        "year": shown_year,
        "units": counted("remedy.units", len(at_stake), count=formats.count(len(at_stake))),
        "points": formats.points(total),
    }
    if not rising:
        return text("remedy.stakes_no_rise", **figures)
    return text(
        "remedy.stakes",
        **figures,
        rising=formats.count(len(rising)),
        unit=rising[0]["unit_name"],
        own_points=formats.points(rising[0]["points_at_stake"]),
        rank=formats.count(rising[0]["rank"]),
        rank_if_fixed=formats.count(rising[0]["rank_if_all_fixed"]),
    )


def _rise(row: Row) -> int:
    if row["rank"] is None or row["rank_if_all_fixed"] is None:
        return 0
    return int(row["rank"] - row["rank_if_all_fixed"])


def _stake_of(row: Row) -> str:
    """One unit: points, index and rank, now and then."""
    if not row["points_at_stake"]:
        return text("remedy.stake_none", unit=row["unit_name"])
    figures = {
        "unit": row["unit_name"],
        "points": formats.points(row["points_at_stake"]),
        "percent": formats.percent(row["index_percent"]),
        "percent_if_fixed": formats.percent(row["index_percent_if_all_fixed"]),
    }
    if row["rank"] is None or row["rank_if_all_fixed"] is None:
        return text("remedy.stake_unranked", **figures)
    return text(
        "remedy.stake",
        **figures,
        rank=formats.count(row["rank"]),
        rank_if_fixed=formats.count(row["rank_if_all_fixed"]),
    )


def deadlines_sentence(counts: Mapping[str, DueCount], *, as_of: datetime.date) -> str:
    """Overdue, due soon and without a deadline: deductions and findings apart, never summed."""
    return text(
        "remedy.deadlines",
        day=formats.date(as_of),
        overdue=_due(counts["overdue"]),
        soon=_due(counts["due_soon"]),
        undated=_due(counts["no_deadline"]),
    )


def _due(count: DueCount) -> str:
    if not count.deduction_count and not count.finding_count:
        return text("remedy.due_none")
    return text(
        "remedy.due",
        deductions=counted(
            "remedy.deductions_due",
            count.deduction_count,
            count=formats.count(count.deduction_count),
        ),
        findings=counted(
            "remedy.findings_due", count.finding_count, count=formats.count(count.finding_count)
        ),
    )
