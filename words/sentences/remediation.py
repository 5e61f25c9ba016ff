"""Whether deductions were really put right."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.remediation_parts import contradicted, totals
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
    if not rates["comparable_share"]:
        return text("remedy.not_comparable")
    return text("remedy.comparable", share=formats.share(rates["comparable_share"]))


def register_sentence(years: Rows, *, year: int) -> str:
    """That nobody has handed in a register for the year; '' where somebody has."""
    if any(row["year"] == year and row["has_register"] for row in years):
        return ""
    return text("remedy.no_register", year=formats.plain_year(year))


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
    said = text("remedy.steps", **by_step)
    against = contradicted(steps)
    if against.deduction_count:
        said += " " + text("remedy.steps_against", points=formats.points(against.lost_points))
    return said


def picked_sentence(rows: Rows, *, step: str, part: str) -> str:
    """What a part of the flow holds; `rows` are those of `rows_at`."""
    held = totals(rows)
    return text(
        f"remedy.picked.{part}",
        step=text(f"chart.step.{step}").lower(),
        deductions=counted(
            "remedy.deductions", held.deduction_count, count=formats.count(held.deduction_count)
        ),
        points=formats.points(held.lost_points),
    )


def parts_sentence(things: Rows, *, dimension: str, shown: int) -> str:
    """Who or what lost most, how much of it is proved; `things` of one dimension of `breakdown`."""
    first = things[0]
    figures = {
        "name": first["name"],
        "points": formats.points(first["lost_points"]),
        "proved": formats.share(first["proved_share"]),
    }
    said = text(f"remedy.parts.{dimension}", **figures)
    if shown < len(things):
        said += " " + text(
            "remedy.parts_cut", shown=formats.count(shown), of=formats.count(len(things))
        )
    return said


def found_sentence(years: Rows) -> str:
    """How far what inspections found is put right; `years` of `finding_steps`, newest first."""
    sums = {
        field: sum(row[f"{field}_count"] for row in years)
        for field in ("finding", "proved", "claimed", "overdue", "recurring")
    }
    first, last = years[-1]["year"], years[0]["year"]
    span = "found_in_year" if first == last else "found_in_years"
    said = text(
        f"remedy.{span}",
        first=formats.plain_year(first),
        last=formats.plain_year(last),
        found=counted("remedy.findings", sums["finding"], count=formats.count(sums["finding"])),
        proved=formats.count(sums["proved"]),
        claimed=formats.count(sums["claimed"]),
        overdue=formats.count(sums["overdue"]),
    )
    if sums["recurring"]:
        said += " " + text("remedy.found_again", count=formats.count(sums["recurring"]))
    return said


def with_alarms(row: Row) -> Row:
    """The row with its flags in one field, in words."""
    flags = ("contradicted", "overdue", "recurring", "persistent")
    said = [text(f"remedy.flag.{flag}") for flag in flags if row[f"is_{flag}"]]
    return {**row, "alarms": ", ".join(said) or None}
