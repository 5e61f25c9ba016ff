"""Where units stand: who leads, by how much, what the figures rest on, what has changed."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.rows import Row, Rows
from analysis.summaries import GroupStanding, printed_difference
from words import formats
from words.catalogue import counted, text

MEANS_A_RANGE = 2  # units; a single one is no distance
NAMED_AT_MOST = 3  # more names than that are a list, not a sentence


def standing_sentence(standing: GroupStanding) -> str:
    """Who leads the group, by how much, and what lies in the middle."""
    place = {"year": formats.plain_year(standing.year), "group": standing.group}
    if not standing.ranked:
        return _unranked_sentence(standing, place)
    first = standing.ranked[0]
    figures = {
        "leader": names_of(standing.leaders),
        "percent": formats.percent(first["ranking_percent"]),
    }
    if len(standing.ranked) == 1:
        return text("standing.only_one", **place, **figures)
    if standing.lead is None:
        return text("standing.all_level", **place, **figures)
    return _lead_sentence(standing, {**place, **figures})


def _unranked_sentence(standing: GroupStanding, place: dict[str, str]) -> str:
    if standing.provisional:
        return text("standing.nobody_ranked", **place)
    published = published_unranked(standing)
    if not published:
        return text("standing.nobody_known", **place)
    return text(
        "standing.published_without_ranks",
        **place,
        count=counted("standing.units", len(published), count=formats.count(len(published))),
        best=published[0]["unit_name"],
        percent=formats.percent(published[0]["ranking_percent"]),
    )


def published_unranked(standing: GroupStanding) -> list[Row]:
    """Units whose figure was published without a rank, best first: nobody called them unranked."""
    rows = [row for row in standing.unranked if row["basis"] == "published"]
    return sorted(rows, key=lambda row: (-row["ranking_percent"], row["unit_code"]))


def _lead_sentence(standing: GroupStanding, figures: dict[str, str]) -> str:
    shared = "shared_" if len(standing.leaders) > 1 else ""
    count = formats.count(len(standing.ranked))
    figures = {**figures, "next": _next_name(standing), "lead": _distance(standing.lead or 0)}
    if standing.is_published_only:
        return text(f"standing.{shared}published_lead", **figures, count=count)
    return text(
        f"standing.{shared}lead",
        **figures,
        ranked=counted("standing.ranked", len(standing.ranked), count=count),
        median=formats.percent(standing.median_percent),
        last=standing.ranked[-1]["unit_name"],
        last_percent=formats.percent(standing.ranked[-1]["ranking_percent"]),
    )


def _next_name(standing: GroupStanding) -> str:
    rest = standing.ranked[len(standing.leaders) :]
    return names_of([row for row in rest if row["rank"] == rest[0]["rank"]])


def _distance(value: float) -> str:
    if value == 0:
        return text("standing.hair")  # ranked apart, printed alike
    return text("format.percent_points", value=formats.number(value))


def names_of(rows: Sequence[Row]) -> str:
    """Up to three names, else how many there are."""
    if len(rows) <= NAMED_AT_MOST:
        return formats.listing([row["unit_name"] for row in rows])
    return counted("standing.units", len(rows), count=formats.count(len(rows)))


def range_sentence(standing: GroupStanding) -> str:
    """How far first and last of the group are apart, and how many stand below the middle."""
    place = {"group": standing.group, "year": formats.plain_year(standing.year)}
    if standing.is_published_only:
        known = len(standing.ranked) + len(standing.unranked)
        count = counted("standing.units", known, count=formats.count(known))
        return text("standing.published_range", **place, count=count)
    if len(standing.ranked) < MEANS_A_RANGE:
        return text("standing.no_range", **place)
    below = sum(
        1
        for row in standing.ranked
        if standing.median_percent is not None and row["ranking_percent"] < standing.median_percent
    )
    return text(
        "standing.range",
        **place,
        range=_distance(range_of(standing)),
        below=counted("standing.units", below, count=formats.count(below)),
    )


def range_of(standing: GroupStanding) -> float:
    """Percentage points between first and last."""
    first, last = standing.ranked[0], standing.ranked[-1]
    return printed_difference(first["ranking_percent"], last["ranking_percent"])


def widest_sentence(standings: Sequence[GroupStanding]) -> str:
    """In which group units lie furthest apart, and from where to where."""
    known = [
        standing
        for standing in standings
        if len(standing.ranked) >= MEANS_A_RANGE and not standing.is_published_only
    ]
    if not known:
        is_published = any(standing.is_published_only for standing in standings)
        return text("standing.published_strips" if is_published else "standing.no_widest")
    widest = max(known, key=range_of)
    first, last = widest.ranked[0], widest.ranked[-1]
    return text(
        "standing.widest",
        group=widest.group,
        last=last["unit_name"],
        last_percent=formats.percent(last["ranking_percent"]),
        first=first["unit_name"],
        first_percent=formats.percent(first["ranking_percent"]),
    )


def close_sentence(standing: GroupStanding) -> str:
    """How many neighbours are too close for their order to mean much; '' where none is."""
    if not standing.close_pairs:
        return ""
    return counted(
        "standing.close", standing.close_pairs, count=formats.count(standing.close_pairs)
    )


def basis_sentences(standings: Sequence[GroupStanding]) -> list[str]:
    """What the figures rest on and what is not known; empty where everything is in."""
    bases = {basis for standing in standings for basis in standing.bases}
    said = [
        text(f"standing.basis_{basis}")
        for basis in ("published", "verified_only")
        if basis in bases
    ]
    if any(row.get("ranks_adjusted") for standing in standings for row in standing.ranked):
        said.append(text("standing.adjusted"))
    for key, rows in (
        ("provisional", [row for standing in standings for row in standing.provisional]),
        ("missing", [row for standing in standings for row in standing.missing]),
        ("unranked", [row for each in standings for row in each.unranked if _is_left_out(row)]),
        ("reduced", [row for standing in standings for row in standing.ranked if _is_reduced(row)]),
    ):
        if rows:
            said.append(
                counted(
                    f"standing.{key}", len(rows), count=formats.count(len(rows)), names=_some(rows)
                )
            )
    return said


def _is_left_out(row: Row) -> bool:
    return bool(row["basis"] != "published")


def _is_reduced(row: Row) -> bool:
    """Measured on a smaller maximum than the set gives, because something does not apply."""
    full = row["full_maximum_points"]
    return full is not None and row["maximum_points"] != full


def _some(rows: Sequence[Row]) -> str:
    names = [row["unit_name"] for row in rows[:NAMED_AT_MOST]]
    if len(rows) > NAMED_AT_MOST:
        return text("format.and_more", items=", ".join(names))
    return formats.listing(names)


def leaders_sentence(standings: Sequence[GroupStanding]) -> str:
    """Who leads each group of the year; of a single group also by how much."""
    if len(standings) == 1:
        return standing_sentence(standings[0])
    led = [
        _led(standing) for standing in standings if standing.ranked or published_unranked(standing)
    ]
    if not led:
        return text("standing.no_leaders")
    year = formats.plain_year(standings[0].year)
    return text("standing.leaders", year=year, leaders=formats.listing(led))


def _led(standing: GroupStanding) -> str:
    first = standing.leaders if standing.ranked else published_unranked(standing)[:1]
    return text(
        "standing.leader_of_group",
        group=standing.group,
        leader=names_of(first),
        percent=formats.percent(first[0]["ranking_percent"]),
    )


def change_sentence(changed: Rows, *, year: int) -> str:
    """How many rose, and who moved most, between the year before and this one."""
    before = formats.plain_year(year - 1)
    if not changed:
        return text("standing.no_change_known", year=before)
    rose = sum(1 for row in changed if row["index_change"] > 0)
    ordered = sorted(changed, key=lambda row: (-row["index_change"], row["unit_code"]))
    opening = text(
        "standing.rose",
        year=before,
        rose=formats.count(rose),
        of=formats.count(len(changed)),
    )
    parts = [opening]
    if ordered[0]["index_change"] > 0:
        parts.append(_moved("most_up", ordered[0]))
    if ordered[-1]["index_change"] < 0:
        parts.append(_moved("most_down", ordered[-1]))
    return "; ".join(parts) + "."


def noise_sentence(changed: Rows) -> str:
    """How many moved further than the group usually does; '' where the group is too small."""
    if not changed or changed[0]["noise_floor"] is None:
        return ""
    beyond = sum(1 for row in changed if row["is_beyond_noise"])
    return text(
        "standing.noise",
        floor=_distance(round(changed[0]["noise_floor"], 2)),
        beyond=counted("standing.units", beyond, count=formats.count(beyond)),
    )


def _moved(key: str, row: Row) -> str:
    change = formats.percent_points(row["index_change"])
    return text(f"standing.{key}", unit=row["unit_name"], change=change)
