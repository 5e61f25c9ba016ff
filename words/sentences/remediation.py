"""Whether deductions were really put right."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text

ALARMS = ("contradicted", "overdue", "recurring", "open_serious_finding", "overdue_finding")


def rates_sentence(rates: Row | None, *, year: int) -> str:
    """Claimed against proved, by points; what a leader must know first."""
    shown_year = formats.plain_year(year)
    if rates is None or not rates["deduction_count"]:
        return text("remedy.nothing_lost", year=shown_year)
    figures = {
        "year": shown_year,
        "deductions": counted(
            "remedy.deductions",
            rates["deduction_count"],
            count=formats.count(rates["deduction_count"]),
        ),
        "points": formats.points(rates["lost_points"]),
        "claimed": formats.share(rates["rate_by_points"]),
        "proved": formats.share(rates["rate_proved_by_points"]),
    }
    claimed, proved = rates["rate_by_points"], rates["rate_proved_by_points"]
    if not claimed:
        return text("remedy.nothing_claimed", **figures)
    if proved == claimed:
        return text("remedy.all_claims_proved", **figures)
    return text("remedy.claimed_and_proved" if proved else "remedy.nothing_proved", **figures)


def comparable_sentence(rates: Row | None) -> str:
    """On how much of the lost points next year's scores can speak; '' where on all."""
    if rates is None or rates["comparable_share"] is None or rates["comparable_share"] >= 1:
        return ""
    return text("remedy.comparable", share=formats.share(rates["comparable_share"]))


def alarms_sentence(decisions: Rows) -> str:
    """What needs somebody to look at once, each matter only where there is some of it."""
    said = matters(decisions, ALARMS)
    return text("remedy.alarms", alarms=formats.listing(said)) if said else text("remedy.no_alarms")


def matters(decisions: Rows, wanted: Sequence[str]) -> list[str]:
    """Those of the wanted matters of `decisions` of which there are any, counted, in order."""
    counts = {row["matter"]: row["matter_count"] for row in decisions}
    return [
        counted(f"matter.{matter}", counts[matter], count=formats.count(counts[matter]))
        for matter in wanted
        if counts.get(matter)
    ]


def steps_sentence(steps: Rows) -> str:
    """How the points lost thin out from step to step; `steps` of `flow`."""
    by_step = {row["step"]: formats.points(row["points"]) for row in steps}
    return text("remedy.steps", **by_step)


def with_alarms(row: Row) -> Row:
    """The row with its flags in one field, in words."""
    flags = ("contradicted", "overdue", "recurring", "persistent")
    said = [text(f"remedy.flag.{flag}") for flag in flags if row[f"is_{flag}"]]
    return {**row, "alarms": ", ".join(said) or None}
