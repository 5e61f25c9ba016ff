"""Units side by side: what a chart or a sentence says of several rows of an answer together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from analysis.rows import Row, Rows
from analysis.summaries import area_medians

YEARS_OF_A_TREND = 5  # definitions 5.3, design 6: below, only the change is shown
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Apart:
    """How far units are apart in one area: percentage points from the lowest to the highest."""

    area_name: str
    distance: float
    highest: str
    lowest: str


def area_things(areas: Rows) -> list[Row]:
    """A row an area of a whole group, in the set's order: code, name, median, best."""
    medians = area_medians(areas)
    best: dict[str, float] = {}
    for row in areas:
        if row["rank"] is not None and row["area_percent"] is not None:
            code = row["area_code"]
            best[code] = max(best.get(code, 0.0), float(row["area_percent"]))
    names = {row["area_code"]: row["area_name"] for row in areas}
    return [
        {"code": code, "name": name, "median": medians.get(code), "best": best.get(code)}
        for code, name in names.items()
    ]


def areas_apart(areas: Rows, units: Collection[str]) -> list[Apart]:
    """Areas in which at least two of the units have a figure, the widest apart first.

    Provisional figures are left out (definitions 1.4).
    """
    by_area: dict[str, list[Row]] = defaultdict(list)
    for row in areas:
        is_known = row["area_percent"] is not None and row["basis"] != "provisional"
        if row["unit_code"] in units and is_known:
            by_area[row["area_code"]].append(row)
    found = []
    for rows in by_area.values():
        if len(rows) < SEVERAL:
            continue
        low = min(rows, key=lambda row: row["area_percent"])
        high = max(rows, key=lambda row: row["area_percent"])
        distance = float(high["area_percent"]) - float(low["area_percent"])
        found.append(Apart(row_name(high), distance, high["unit_name"], low["unit_name"]))
    return sorted(found, key=lambda apart: -apart.distance)


def row_name(row: Row) -> str:
    """The area that a row is about."""
    return str(row["area_name"])


def inapplicable_areas(areas: Rows, units: Collection[str]) -> dict[str, list[Row]]:
    """Names of areas with the rows of those units to which they do not apply at all."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in areas:
        is_missing = bool(row["missing_count"])
        is_inapplicable = row["maximum_points"] is None and not is_missing
        if row["unit_code"] in units and is_inapplicable and row["basis"] != "published":
            found[str(row["area_name"])].append(row)
    return dict(found)


def separating_things(separating: Rows) -> list[Row]:
    """A row a criterion as a chart of dots reads it; the group's median and best stay out, since
    the dots are what separates."""
    return [
        {
            "code": row["criterion_code"],
            "name": f"{row['criterion_code']} {row['criterion_name']}",
            "median": None,
            "best": None,
        }
        for row in separating
    ]


def separating_dots(separating: Rows, names: Mapping[str, str]) -> list[Row]:
    """A row a criterion and unit: percentage of the maximum."""
    return [
        {
            "code": row["criterion_code"],
            "unit_code": unit,
            "unit_name": names.get(unit, unit),
            "percent": 100 * share,
        }
        for row in separating
        for unit, share in row["share_of"].items()
    ]


def across_units(separating: Rows, units: Sequence[str]) -> list[Row]:
    """The rows with the points of each unit in a column of its own: '<unit_code>_points'."""
    return [
        {**row, **{f"{unit}_points": row["points_of"].get(unit) for unit in units}}
        for row in separating
    ]


def comparable_shares(changes: Rows, ranking: Rows) -> list[float]:
    """Of each unit, the part of its maximum of the year that links tie to the year before."""
    maximum = {row["unit_code"]: row["maximum_points"] for row in ranking}
    return [
        float(row["linked_maximum_points"] / maximum[row["unit_code"]])
        for row in changes
        if maximum.get(row["unit_code"])
    ]
