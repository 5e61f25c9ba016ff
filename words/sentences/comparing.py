"""Units side by side in words: where they differ most, on which criteria, on what it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from analysis.comparisons import Apart
from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text
from words.sentences.standing import names_of

HALF = 0.5
FULL = 0.9995  # what is printed as 100,0%


def apart_sentence(apart: Sequence[Apart]) -> str:
    """In which area the units are furthest apart and in which they are nearest."""
    if not apart:
        return text("compare.one_unit")
    widest, nearest = apart[0], apart[-1]
    distance = text("format.percent_points", value=formats.number(widest.distance, 1))
    if not widest.distance:
        return text("compare.areas_level")
    values = {
        "area": widest.area_name,
        "distance": distance,
        "highest": widest.highest,
        "lowest": widest.lowest,
    }
    if len(apart) == 1:
        return text("compare.apart_one", **values)
    return text(
        "compare.apart",
        **values,
        nearest=nearest.area_name,
        least=text("format.percent_points", value=formats.number(nearest.distance, 1)),
    )


def inapplicable_sentence(found: Mapping[str, Rows]) -> str:
    """Which areas do not apply to whom; '' where all apply."""
    if not found:
        return ""
    said = [
        text("compare.inapplicable_area", area=area, units=names_of(rows))
        for area, rows in found.items()
    ]
    return text("compare.inapplicable", areas="; ".join(said))


def separating_sentence(separating: Rows, names: Mapping[str, str]) -> str:
    """What separates the units most, and how few criteria make half of all differences."""
    apart = [row for row in separating if row["spread_points"]]
    if not apart:
        return text("compare.nothing_separates")
    first = apart[0]
    return text(
        "compare.separates",
        criterion=first["criterion_name"],
        spread=formats.points(first["spread_points"]),
        best=_side(first["best_units"], names),
        worst=_side(first["worst_units"], names),
        half=formats.count(_half(apart)),
        apart=counted("lost.criteria", len(apart), count=formats.count(len(apart))),
    )


def _side(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return names_of([{"unit_name": names.get(code, code)} for code in codes])


def _half(apart: Sequence[Row]) -> int:
    """How many of the widest criteria make at least half of all spreads together."""
    total = 0.0
    for place, row in enumerate(apart, start=1):
        total += row["spread_part"] or 0
        if total >= HALF:
            return place
    return len(apart)


def comparable_sentence(shares: Sequence[float], *, year: int) -> str:
    """What part of the maximum can be compared with the year before."""
    if not shares:
        return ""
    low, high = min(shares), max(shares)
    years = {"year": formats.plain_year(year), "before": formats.plain_year(year - 1)}
    if low >= FULL:
        return text("compare.all_comparable", **years)
    if formats.share(low) == formats.share(high):
        return text("compare.comparable", **years, share=formats.share(low))
    return text(
        "compare.comparable_range",
        **years,
        low=formats.share(low),
        high=formats.share(high),
        middle=formats.share(median(shares)),
    )


def trend_sentence(year_count: int, *, needed: int) -> str:
    """Why no trend is drawn: too few years; '' where there are enough."""
    if year_count >= needed:
        return ""
    return counted(
        "compare.too_few_years",
        year_count,
        count=formats.count(year_count),
        needed=formats.count(needed),
    )


def unlinked_sentence(unlinked: Rows) -> str:
    """How many criteria came in and went out, and what part of each set they are."""
    if not unlinked:
        return text("compare.all_linked")
    parts = []
    for side in ("before", "now"):
        rows = [row for row in unlinked if row["side"] == side]
        if rows:
            year = rows[0]["year"] - (1 if side == "before" else 0)
            parts.append(
                text(
                    f"compare.unlinked_{side}",
                    criteria=counted("lost.criteria", len(rows), count=formats.count(len(rows))),
                    year=formats.plain_year(year),
                    points=formats.points(sum(row["maximum_points"] for row in rows)),
                )
            )
    return text("compare.unlinked_said", parts="; ".join(parts))
