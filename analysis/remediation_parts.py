"""What the page on remediation counts: rows behind a part of a bar, and what is due when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from analysis.rows import Row, Rows

STEPS = ("lost", "planned", "reported", "verified", "recovered")
STAGES = ("none", "planned", "reported", "verified", "recovered")
ON, STOPPED, CONTRADICTED = "on", "stopped", "contradicted"
FINDING_STAGES = {
    "proved": "verified",
    "claimed": "reported",
    "planned": "planned",
    "nothing": "none",
}
DUES = ("overdue", "due_soon", "no_deadline", "later")


@dataclass(frozen=True, slots=True)
class Totals:
    """How many deductions, and the points they lost."""

    deduction_count: int
    lost_points: Decimal


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many deductions and how many findings have an action that is due so."""

    deduction_count: int
    finding_count: int


def rows_at(remediation: Rows, step: str, part: str) -> list[Row]:
    """The deductions behind a part of a step of `flow`, most points first, a row each.

    `on` went further than the step, `stopped` stands at it, `contradicted` stands at it though
    no points came back.
    """
    place = STEPS.index(step)
    return sorted(
        (row for row in deductions(remediation) if _is_at(row, place, part)),
        key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]),
    )


def _is_at(row: Row, place: int, part: str) -> bool:
    reached = STAGES.index(row["evidence_stage"])
    if part == ON:
        return reached > place
    return reached == place and bool(row["is_contradicted"]) == (part == CONTRADICTED)


def findings_at(remediation: Rows, part: str) -> list[Row]:
    """The findings behind a part of a bar of `finding_steps`, the earliest deadline first."""
    found = [
        row
        for row in remediation
        if row["origin"] == "inspection" and row["evidence_stage"] == FINDING_STAGES[part]
    ]
    return sorted(found, key=lambda row: (str(row["deadline_on"] or "9"), row["deduction_id"]))


def deductions(remediation: Rows) -> list[Row]:
    """Rows of `remediation` that rates and flow are about: a row each, no survey, no finding."""
    return [
        row
        for row in remediation
        if row["origin"] == "index" and not row["is_survey"] and row["action_number"] == 1
    ]


def totals(rows: Rows) -> Totals:
    """Of deductions, a row each."""
    return Totals(len(rows), sum((row["lost_points"] or Decimal(0) for row in rows), Decimal(0)))


def contradicted(steps: Rows) -> Totals:
    """Of `flow`: what was reported or verified though no points came back, over all steps."""
    return Totals(
        sum(step["contradicted_count"] for step in steps),
        sum((step["contradicted_points"] for step in steps), Decimal(0)),
    )


def due_counts(deadlines: Rows) -> Mapping[str, DueCount]:
    """Of `deadlines`: deductions and findings apart, each once however many actions it has."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in deadlines:
        found.setdefault((row["due"], row["origin"]), set()).add(row["deduction_id"])
    return {
        due: DueCount(len(found.get((due, "index"), ())), len(found.get((due, "inspection"), ())))
        for due in DUES
    }
