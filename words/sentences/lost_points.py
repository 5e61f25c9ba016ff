"""Where points are lost, and how far units overrate themselves."""

from __future__ import annotations

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text

HALF = 0.5


def lost_sentence(lost: Rows, *, year: int, scope: str) -> str:
    """How much is lost in the scope, and how few criteria make up half of it."""
    place = {"year": formats.plain_year(year), "scope": scope}
    if not lost:
        return text("lost.nothing", **place)
    total = sum(row["lost_points"] for row in lost)
    worst = lost[0]
    half = 1 + sum(1 for row in lost if row["cumulative_share"] < HALF)
    return text(
        "lost.half" if len(lost) > 1 else "lost.all_in_one",
        **place,
        total=formats.points(total),
        half=formats.count(half),
        of=counted("lost.criteria", len(lost), count=formats.count(len(lost))),
        worst=worst["name"],
        points=formats.points(worst["lost_points"]),
        units=counted(
            "lost.units",
            worst["losing_unit_count"],
            count=formats.count(worst["losing_unit_count"]),
        ),
    )


def self_gap_sentence(areas: Rows) -> str:
    """Whether units overrate themselves, and in which area most."""
    if not areas:
        return text("lost.no_self_assessment")
    total = sum(row["self_gap"] for row in areas)
    widest: Row = max(areas, key=lambda row: row["self_percent"] - row["verified_percent"])
    gap = widest["self_percent"] - widest["verified_percent"]
    if total <= 0 or gap <= 0:
        return text("lost.not_overrated")
    return text(
        "lost.overrated",
        total=formats.points(total),
        area=widest["name"],
        gap=text("format.percent_points", value=formats.number(gap)),
    )


def pareto_sentence(lost: Rows, shown: int) -> str:
    """What part of all that is lost the bars shown add up to, and which is the longest."""
    return text(
        "lost.pareto" if len(lost) > shown else "lost.pareto_all",
        shown=formats.count(min(shown, len(lost))),
        share=formats.share(lost[min(shown, len(lost)) - 1]["cumulative_share"], 0),
        worst=lost[0]["name"],
        worst_share=formats.share(lost[0]["share"], 0),
    )
