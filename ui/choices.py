"""What can be chosen in the release on the screen: years, groups, units, areas."""

from __future__ import annotations

from dataclasses import replace

from analysis.rows import Rows
from data.resolving.reform_areas import REFORM_AREAS
from ui.answer import rows
from ui.asked import Filters


def years(base: Filters, about: str = "ranking") -> list[int]:
    """Years with an index, and for what is about inspections those with any; newest first."""
    marks = ("has_index", "has_inspections") if about == "inspections" else ("has_index",)
    found = [row["year"] for row in rows("years", base) if any(row[mark] for mark in marks)]
    return sorted(found, reverse=True)


def groups(base: Filters, year: int | None, about: str = "ranking") -> list[str]:
    """Ranking groups of a year, the largest first; for inspections also those without points."""
    asked = replace(base, year=year)
    found = [*rows("groups", asked), *_of_season(asked, about)]
    return [*dict.fromkeys(row["ranking_group"] for row in found if row["ranking_group"])]


def _of_season(asked: Filters, about: str) -> Rows:
    """Every unit of the year, by group, where the page is about inspections."""
    if about != "inspections":
        return []
    return sorted(rows("inspections", asked), key=lambda row: row["ranking_group"] or "")


def largest_group(base: Filters, year: int | None, *, unit: str | None = None) -> str:
    """The group of a unit, else the year's largest; '' where there is none."""
    for row in rows("ranking", replace(base, year=year)) if unit else ():
        if row["unit_code"] == unit and row["ranking_group"]:
            return str(row["ranking_group"])
    return next(iter(groups(base, year)), "")


def units(
    base: Filters, year: int | None, group: str | None, about: str = "ranking"
) -> dict[str, str]:
    """Codes and names of the units with points in a year and group, in the order of the ranking;
    for inspections also those without."""
    asked = replace(base, year=year, group=group)
    found = [*rows("ranking", asked), *_of_season(asked, about)]
    return {row["unit_code"]: row["unit_name"] for row in found}


def is_unit(base: Filters, code: str) -> bool:
    """True if the release knows the unit, in whatever year and group."""
    return code in unit_names(base)


def areas(base: Filters, year: int | None, group: str | None) -> dict[str, str]:
    """Codes and names of the areas of a group's criteria set, in its order."""
    found = rows("areas", replace(base, year=year, group=group))
    return {row["area_code"]: row["area_name"] for row in found}


def is_area(base: Filters, code: str) -> bool:
    """True for a reform area, and if some set of the release has such an area."""
    return code in REFORM_AREAS or any(
        row["area_code"] == code
        for year in years(base)
        for row in rows("areas", replace(_anything(base), year=year))
    )


def _anything(base: Filters) -> Filters:
    """The same release, nothing narrowed."""
    return Filters(book=base.book, release=base.release)


def unit_names(base: Filters) -> dict[str, str]:
    """Names of all units of the release by code."""
    return {row["unit_code"]: row["unit_name"] for row in rows("units", _anything(base))}


def unit_kind(base: Filters, code: str) -> str | None:
    """What kind of unit the code names; null where the release does not know it."""
    units_known = rows("units", _anything(base))
    return next((row["unit_kind"] for row in units_known if row["unit_code"] == code), None)
