"""The standing of groups on the screen: asked once, said and drawn by several pages."""

from __future__ import annotations

from dataclasses import replace

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, standings, whole_changes
from ui.answer import rows
from ui.asked import Filters
from ui.choices import unit_names


def ranking_of(filters: Filters) -> Rows:
    """Everyone of the year and group: a choice of units never narrows the peers."""
    return rows("ranking", replace(filters, unit=None, units=(), area=None))


def groups_of(filters: Filters) -> list[GroupStanding]:
    """The groups of the year that the filters leave."""
    return standings(ranking_of(filters))


def group_of_unit(filters: Filters, unit: Row) -> GroupStanding | None:
    """The group in which a unit stands in its year."""
    found = groups_of(replace(filters, group=unit["ranking_group"]))
    return next((group for group in found if group.group == unit["ranking_group"]), None)


def changes_of(filters: Filters) -> list[Row]:
    """What has changed since the year before on the leaves that can be compared, whole units."""
    if filters.year is None:
        return []
    return whole_changes(rows("changes", replace(filters, unit=None, units=(), area=None)))


def name_of(filters: Filters, unit_code: str) -> str:
    """A unit's name; its code where the release does not know it."""
    return unit_names(filters).get(unit_code, unit_code)
