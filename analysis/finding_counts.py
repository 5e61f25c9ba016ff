"""What findings add up to, over the rows that a reader may see.

Sums are made here and not in SQL because what concerns individuals is for analysts only: whoever
may not see a row may not have it counted either.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis.rows import Row, Rows
from data.text_keys import plain_key

DUE_SOON = datetime.timedelta(days=30)  # the notice an office needs to act before a deadline
PROBLEMS = ("limitation", "violation")  # kinds with a state: forms.md
KINDS = ("violation", "limitation", "difficulty", "strength")
SEVERITIES = ("serious", "moderate", "minor", "ungraded")
CAUSE_KINDS = ("own", "outside", "unsaid")  # chủ quan, khách quan, không nêu
HANDLING_STATES = ("none", "in_progress", "handled")
FATES = ("open", "found_again", "reported", "closed")


@dataclass(frozen=True, slots=True)
class Found:
    """What inspections found: problems are limitations and violations."""

    problem_count: int
    serious_count: int
    violation_count: int
    strength_count: int
    difficulty_count: int
    open_count: int
    overdue_count: int
    due_soon_count: int
    guidance_count: int


def found_of(findings: Rows, as_of: datetime.date) -> Found:
    """Rows of `show findings`, summed."""
    kinds = [row["finding_kind"] for row in findings]
    problems = problems_of(findings)
    return Found(
        problem_count=len(problems),
        serious_count=sum(1 for row in problems if row["is_serious"]),
        violation_count=kinds.count("violation"),
        strength_count=kinds.count("strength"),
        difficulty_count=kinds.count("difficulty"),
        open_count=sum(1 for row in problems if row["is_open"]),
        overdue_count=sum(1 for row in problems if row["is_overdue"]),
        due_soon_count=sum(1 for row in problems if is_due_soon(row, as_of)),
        guidance_count=sum(1 for row in findings if row["guidance"]),
    )


def problems_of(findings: Rows) -> list[Row]:
    """Limitations and violations."""
    return [row for row in findings if row["finding_kind"] in PROBLEMS]


def is_due_soon(finding: Row, as_of: datetime.date) -> bool:
    """Open, and its deadline lies within the next 30 days, the as-of day included."""
    deadline = finding["deadline_on"]
    return bool(
        finding["is_open"] and deadline is not None and as_of <= deadline <= as_of + DUE_SOON
    )


def severity_of(finding: Row) -> str:
    """A violation without severity counts as serious (definitions 6)."""
    return "serious" if finding["is_serious"] else finding["severity"] or "ungraded"


def cause_kind(cause: str | None) -> str:
    """Whether a cause lies within the unit's control, outside, or is not said to."""
    said = plain_key(cause or "")
    if "chu quan" in said:
        return "own"
    return "outside" if "khach quan" in said else "unsaid"


def problems_by(findings: Rows, key: Callable[[Row], object], field: str) -> list[Row]:
    """A row for each value of `key`, counts by severity and state; most problems first."""
    rows = [
        {
            field: value,
            "finding_count": len(found),
            **{
                f"{severity}_count": sum(1 for row in found if severity_of(row) == severity)
                for severity in SEVERITIES
            },
            "not_closed_count": sum(1 for row in found if row["is_open"]),
            "overdue_count": sum(1 for row in found if row["is_overdue"]),
        }
        for value, found in _by(problems_of(findings), key).items()
    ]
    return sorted(
        rows, key=lambda row: (-row["finding_count"], -row["serious_count"], str(row[field]))
    )


def kinds_and_states(findings: Rows) -> list[Row]:
    """A row a kind of finding: how many, in which state, with guidance given on the spot."""
    return [
        {
            "finding_kind": kind,
            "finding_count": len(found),
            **{
                f"{state}_count": _count_in_state(kind, found, state)
                for state in ("open", "in_progress", "reported", "closed")
            },
            "guidance_count": sum(1 for row in found if row["guidance"]),
        }
        for kind, found in sorted(
            _by(findings, lambda row: row["finding_kind"]).items(),
            key=lambda item: KINDS.index(str(item[0])),
        )
    ]


def _count_in_state(kind: object, found: Rows, state: str) -> int | None:
    """Null where the kind has no state."""
    if kind not in PROBLEMS:
        return None
    return sum(1 for row in found if (row["state"] or "open") == state)


def areas_by_cause(findings: Rows) -> list[Row]:
    """A row an area: how many problems of each kind of cause, and how many of them serious."""
    areas = problems_by(findings, lambda row: row["area_code"], "area_code")
    kept = problems_of(findings)
    return [
        {
            **area,
            **{
                f"{kind}_{what}": sum(
                    1
                    for row in kept
                    if row["area_code"] == area["area_code"]
                    and cause_kind(row["cause"]) == kind
                    and (what == "count" or row["is_serious"])
                )
                for kind in CAUSE_KINDS
                for what in ("count", "serious_count")
            },
        }
        for area in areas
    ]


def handled_by_form(violations: Rows) -> list[Row]:
    """A row a form of handling: how many are handled, being handled, not handled; most first.

    A violation that says nothing of its handling is not handled.
    """
    rows = [
        {
            "handling": form,
            **{
                f"{state}_count": sum(
                    1 for row in found if (row["handling_state"] or "none") == state
                )
                for state in HANDLING_STATES
            },
        }
        for form, found in _by(violations, lambda row: row["handling"]).items()
    ]
    return sorted(
        rows,
        key=lambda row: (
            -sum(row[f"{state}_count"] for state in HANDLING_STATES),
            str(row["handling"]),
        ),
    )


def fates_by_area(continued: Rows) -> list[Row]:
    """A row an area: what became of earlier findings there; most first."""
    rows = [
        {
            "area_code": area,
            "finding_count": len(found),
            **{f"{fate}_count": sum(1 for row in found if row["fate"] == fate) for fate in FATES},
        }
        for area, found in _by(continued, lambda row: row["area_code"]).items()
    ]
    return sorted(rows, key=lambda row: (-row["finding_count"], str(row["area_code"])))


def _by(rows: Iterable[Row], key: Callable[[Row], object]) -> dict[object, list[Row]]:
    found: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
