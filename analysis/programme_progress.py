"""How far the inspection programme of a season has come, over the rows of `show inspections`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.rows import Row, Rows

STATES = ("concluded", "held", "planned", "late", "not_planned")


@dataclass(frozen=True, slots=True)
class Programme:
    """A season's progress: how many units, how many visits in which state, what is amiss."""

    unit_count: int
    visited_unit_count: int
    visit_count: int
    concluded_count: int
    held_count: int
    planned_count: int
    late_count: int
    not_planned_count: int
    overlapping_unit_count: int
    missing_report_count: int
    late_report_count: int
    combined_count: int


def programme_of(visits: Rows) -> Programme:
    """Rows of `show inspections` of one year, summed; `held_count`: not yet concluded."""
    states = [row["state"] for row in visits]
    reports = [report_state(row) for row in visits]
    return Programme(
        unit_count=_units(visits),
        visited_unit_count=_units(row for row in visits if row["held_on"] is not None),
        visit_count=sum(1 for row in visits if row["inspection_id"] is not None),
        concluded_count=states.count("concluded"),
        held_count=states.count("held"),
        planned_count=states.count("planned"),
        late_count=states.count("late"),
        not_planned_count=states.count("not_planned"),
        overlapping_unit_count=_units(row for row in visits if row["overlaps_with"]),
        missing_report_count=reports.count("missing"),
        late_report_count=reports.count("received_late"),
        combined_count=sum(1 for row in visits if row["thematic_lead"]),
    )


def _units(rows: Iterable[Row]) -> int:
    return len({row["unit_code"] for row in rows})


def report_state(visit: Row) -> str | None:
    """Whether the unit's own report came: null where none is asked for."""
    due_on, received_on = visit["report_due_on"], visit["report_received_on"]
    if received_on is not None:
        is_late = due_on is not None and received_on > due_on
        return "received_late" if is_late else "received"
    if visit["is_report_missing"]:
        return "missing"
    return "awaited" if due_on is not None else None


def progress_by_group(visits: Rows) -> list[Row]:
    """A row a ranking group, in the order in which they appear by name; fields of Programme."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in visits:
        groups[row["ranking_group"] or ""].append(row)
    return [
        {
            "ranking_group": group or None,
            **{
                field: getattr(programme, field)
                for field in (
                    "unit_count",
                    "visited_unit_count",
                    *(f"{state}_count" for state in STATES),
                )
            },
        }
        for group, rows in sorted(groups.items())
        for programme in [programme_of(rows)]
    ]


def combined_visits(visits: Rows) -> list[Row]:
    """A row a department that leads thematic inspections: how many visits serve it too, whom."""
    led: dict[str, list[Row]] = defaultdict(list)
    for row in visits:
        if row["thematic_lead"]:
            led[row["thematic_lead"]].append(row)
    rows = [
        {
            "thematic_lead": lead,
            "visit_count": len(found),
            "held_visit_count": sum(1 for row in found if row["held_on"] is not None),
            "unit_names": [*dict.fromkeys(row["short_name"] or row["unit_name"] for row in found)],
        }
        for lead, found in led.items()
    ]
    return sorted(rows, key=lambda row: (-row["visit_count"], row["thematic_lead"]))
