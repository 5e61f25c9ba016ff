"""What a decision of a meeting can be about: a unit, a deduction, a model, or no one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.rows import Rows
from data.decisions import Decision, SubjectKind, candidate_key
from ui.answer import rows
from ui.asked import Filters
from ui.choices import unit_names, units
from words.catalogue import text

DEDUCTIONS_OFFERED = 40  # the heaviest; the rest are named by their unit


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to decide about; `key` as it stands in a decision's key after the meeting."""

    key: str
    label: str
    unit_code: str
    year: int | None


def subjects_of(filters: Filters, deductions: Rows, models: Rows) -> list[Subject]:
    """What waits for a decision, then every unit of the year and group."""
    return [
        *(
            Subject(
                f"{SubjectKind.DEDUCTION}:{row['deduction_id']}",
                text(
                    "meeting.about_deduction",
                    unit=row["unit_name"],
                    name=row["criterion_name"] or row["reason"] or "",
                ),
                row["unit_code"],
                row["year"],
            )
            for row in deductions[:DEDUCTIONS_OFFERED]
        ),
        *(
            Subject(
                f"{SubjectKind.CANDIDATE}:"
                f"{candidate_key(row['unit_code'], row['area_code'], row['year'])}",
                text("meeting.about_candidate", unit=row["unit_name"], name=row["area_name"]),
                row["unit_code"],
                row["year"],
            )
            for row in models
        ),
        *(
            Subject(
                f"{SubjectKind.UNIT}:{code}",
                text("meeting.about_unit", unit=name),
                code,
                filters.year,
            )
            for code, name in units(filters, filters.year, filters.group).items()
        ),
    ]


def about_words(filters: Filters, said: Decision, about: str) -> str:
    """What a decision is about, as the release on the screen names it."""
    kind, _, key = about.partition(":")
    if not said.unit_code:
        return text("meeting.about_nothing")
    unit = unit_names(filters).get(said.unit_code, said.unit_code)
    only = replace(filters, unit=said.unit_code, units=(), group=None, year=said.year)
    if kind == SubjectKind.DEDUCTION:
        name = next(
            (
                row["criterion_name"] or row["reason"]
                for row in rows("remediation", only)
                if row["deduction_id"] == key
            ),
            None,
        )
        return text("meeting.about_deduction", unit=unit, name=name or key)
    if kind == SubjectKind.CANDIDATE:
        area = key.split(":")[1]
        found = {row["area_code"]: row["area_name"] for row in rows("areas", only)}
        return text("meeting.about_candidate", unit=unit, name=found.get(area, area))
    return unit
