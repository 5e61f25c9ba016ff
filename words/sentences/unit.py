"""One unit in a few sentences."""

from __future__ import annotations

from analysis.rows import Row
from analysis.summaries import GroupStanding
from words import formats
from words.catalogue import text


def unit_sentence(row: Row | None, standing: GroupStanding | None, *, name: str, year: int) -> str:
    """Where the unit stands, how far from the first, and what its open deductions would bring."""
    place = {"unit": name, "year": formats.plain_year(year)}
    if row is None:
        return text("unit.no_points", **place)
    if row["index_percent"] is None:
        return text("unit.missing", **place)
    figures = {**place, "percent": formats.percent(row["index_percent"])}
    if row["is_provisional"]:
        return text("unit.provisional", **figures)
    if row["rank"] is None or standing is None:
        return text("unit.unranked", **figures)
    said = text(
        "unit.ranked",
        **figures,
        rank=formats.rank(row["rank"], len(standing.ranked)),
        group=row["ranking_group"],
        place=_place(row, standing),
    )
    return " ".join(part for part in (said, _at_stake(row)) if part)


def _place(row: Row, standing: GroupStanding) -> str:
    if row["rank"] == 1:
        return text("unit.shares_first" if len(standing.leaders) > 1 else "unit.is_first")
    behind = float(standing.ranked[0]["index_percent"]) - float(row["index_percent"])
    gap = text("format.percent_points", value=formats.number(behind))
    return text("unit.behind", gap=gap)


def _at_stake(row: Row) -> str:
    if not row["points_at_stake"]:
        return text("unit.nothing_open") if row["points_at_stake"] is not None else ""
    return text(
        "unit.at_stake",
        points=formats.points(row["points_at_stake"]),
        percent=formats.percent(row["index_percent_if_all_fixed"]),
        rank=formats.rank(row["rank_if_all_fixed"]),
    )


def movement_sentence(change: Row | None, year_before: int) -> str:
    """What has changed since the year before; '' where that cannot be said."""
    if change is None:
        return ""
    moved = change["rank_before"] - change["rank"]
    key = "rose" if moved > 0 else "fell" if moved < 0 else "kept"
    return text(
        f"unit.{key}",
        year=formats.plain_year(year_before),
        change=formats.percent_points(change["index_change"]),
        places=formats.count(abs(moved)),
    )
