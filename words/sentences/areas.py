"""How the areas of the index differ, and what separates a unit from the best."""

from __future__ import annotations

from statistics import median

from analysis.rows import Rows
from words import formats
from words.catalogue import counted, text

NAMED_AT_MOST = 3  # more names than that are a list, not a sentence


def spread_sentence(areas: Rows) -> str:
    """The area in which units do best, the one in which they do worst, and the widest spread."""
    by_area: dict[str, list[float]] = {}
    names: dict[str, str] = {}
    for row in areas:
        names[row["area_code"]] = row["area_name"]
        if row["area_percent"] is not None:
            by_area.setdefault(row["area_code"], []).append(float(row["area_percent"]))
    if not by_area:
        return text("areas.no_area_known")
    middles = {code: median(figures) for code, figures in by_area.items()}
    best, worst = max(middles, key=middles.__getitem__), min(middles, key=middles.__getitem__)
    if best == worst:
        return text("areas.one_area", area=names[best], percent=formats.percent(middles[best], 1))
    widest = max(by_area, key=lambda code: max(by_area[code]) - min(by_area[code]))
    spread = max(by_area[widest]) - min(by_area[widest])
    return text(
        "areas.spread",
        best=names[best],
        best_percent=formats.percent(middles[best], 1),
        worst=names[worst],
        worst_percent=formats.percent(middles[worst], 1),
        widest=names[widest],
        spread=text("format.percent_points", value=formats.number(spread, 1)),
    )


def unmapped_sentence(areas: Rows) -> str:
    """Which areas of the set belong to no reform area, so that inspections cannot speak of them;
    '' where each does."""
    names = {row["area_code"]: row["area_name"] for row in areas if row["reform_area"] is None}
    if not names:
        return ""
    first = [text("areas.named", area=name) for name in [*names.values()][:NAMED_AT_MOST]]
    said = formats.listing(first)
    if len(names) > NAMED_AT_MOST:
        said = text("format.and_more", items=", ".join(first))
    return counted("areas.unmapped", len(names), count=formats.count(len(names)), areas=said)


def gaps_sentence(gaps: Rows) -> str:
    """On how many leaves the units are behind the best, and where most; greatest gap first."""
    worst = gaps[0]
    units = {row["unit_name"] for row in gaps}
    return text(
        "areas.gaps",
        unit=next(iter(units))
        if len(units) == 1
        else counted("standing.units", len(units), count=formats.count(len(units))),
        criteria=counted("lost.criteria", len(gaps), count=formats.count(len(gaps))),
        worst=worst["criterion_name"],
        gap=formats.points(worst["gap_to_best"]),
    )
