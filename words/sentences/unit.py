"""One unit in a few sentences."""

from __future__ import annotations

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, printed_difference
from analysis.trends import Trend
from words import formats
from words.catalogue import counted, text


def unit_sentence(row: Row | None, standing: GroupStanding | None, *, name: str, year: int) -> str:
    """Where the unit stands, how far from the first, and what its open deductions would bring."""
    place = {"unit": name, "year": formats.plain_year(year)}
    if row is None:
        return text("unit.no_points", **place)
    if row["index_percent"] is None:
        missing = row["missing_count"] or 0
        return counted("unit.missing", missing, **place, count=formats.count(missing))
    figures = {**place, "percent": formats.percent(row["ranking_percent"])}
    if row["is_provisional"]:
        return text("unit.provisional", **figures)
    if row["rank"] is None or standing is None:
        key = "published_without_rank" if row["basis"] == "published" else "unranked"
        return text(f"unit.{key}", **figures)
    said = text(
        "unit.ranked",
        **figures,
        rank=formats.rank(row["rank"], size_of(standing)),
        group=row["ranking_group"],
        place=_place(row, standing),
    )
    return " ".join(part for part in (said, _at_stake(row)) if part)


def size_of(standing: GroupStanding | None) -> int | None:
    """How many are ranked; unknown where only published figures are."""
    return None if standing is None or standing.is_published_only else len(standing.ranked)


def _place(row: Row, standing: GroupStanding) -> str:
    if row["rank"] == 1:
        return text("unit.shares_first" if len(standing.leaders) > 1 else "unit.is_first")
    behind = printed_difference(standing.ranked[0]["ranking_percent"], row["ranking_percent"])
    gap = text("format.percent_points", value=formats.number(behind))
    return text("unit.behind", gap=gap)


def _at_stake(row: Row) -> str:
    if not row["points_at_stake"]:
        return text("unit.nothing_open") if row["points_at_stake"] is not None else ""
    key = "at_stake_same_rank" if row["rank_if_all_fixed"] == row["rank"] else "at_stake"
    return text(
        f"unit.{key}",
        points=formats.points(row["points_at_stake"]),
        percent=formats.percent(row["index_percent_if_all_fixed"]),
        rank=formats.rank(row["rank_if_all_fixed"]),
    )


def movement_sentence(change: Row | None, *, year: int) -> str:
    """What has changed since the year before `year`; '' where that cannot be said."""
    if change is None:
        return ""
    moved = change["rank_before"] - change["rank"]
    key = "rose" if moved > 0 else "fell" if moved < 0 else "kept"
    return text(
        f"unit.{key}",
        year=formats.plain_year(year - 1),
        change=formats.percent_points(change["index_change"]),
        places=formats.count(abs(moved)),
    )


def areas_sentence(areas: Rows) -> str:
    """Where the unit is furthest above and below the median of its group."""
    known = [
        (float(row["area_percent"]) - float(row["group_percent"]), row["area_name"])
        for row in areas
        if row["area_percent"] is not None and row["group_percent"] is not None
    ]
    if not known:
        return text("unit.areas_alone")
    (most, best), (least, worst) = max(known), min(known)
    if least >= 0:
        return text("unit.areas_all_above", best=best, more=_points_of_percent(most))
    if most <= 0:
        return text("unit.areas_all_below", worst=worst, less=_points_of_percent(-least))
    return text(
        "unit.areas",
        best=best,
        more=_points_of_percent(most),
        worst=worst,
        less=_points_of_percent(-least),
    )


def _points_of_percent(value: float) -> str:
    return text("format.percent_points", value=formats.number(value, 1))


def trend_words(trend: Trend | None) -> str:
    """Where the years go, and how sure that is; '' where there are too few."""
    if trend is None:
        return ""
    return text(
        f"unit.trend.{trend.direction}",
        first=formats.plain_year(trend.first_year),
        last=formats.plain_year(trend.last_year),
        change=formats.percent_points(trend.total_change),
        p=formats.number(trend.p_value, 3),
    )
