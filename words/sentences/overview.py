"""What has changed since the year before, and what needs a decision today, a sentence each."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.overview import (
    TOLD_AT_MOST,
    Overview,
    Waiting,
    awaiting,
    furthest,
    furthest_area,
    groups_led,
    knows_noise,
    led_by_others,
)
from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text
from words.sentences.standing import names_of

# What a document lists; the page has more (analysis/overview.py).
WAITING = (
    "contradicted",
    "overdue",
    "recurring",
    "open_serious_finding",
    "overdue_finding",
    "late_inspection",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, the matter whose page proves it (null: there is nothing to prove), and the year
    and group in which to look."""

    sentence: str
    matter: str | None = None
    year: int | None = None
    group: str | None = None


def changed_statements(overview: Overview) -> list[Statement]:
    """What has changed, at most three: who leads, who moved, which area; then what is proved."""
    said = [*_leaders(overview), *_units(overview), *_area(overview), *_proved(overview)]
    if not overview.moved:
        said.insert(TOLD_AT_MOST - 1, Statement(_why_nothing_compares(overview)))
    return said[:TOLD_AT_MOST]


def _why_nothing_compares(overview: Overview) -> str:
    before = formats.plain_year(overview.year - 1)
    if not overview.groups_before:
        return text("overview.changed.no_year_before", before=before)
    return text("overview.changed.not_comparable", before=before)


def _leaders(overview: Overview) -> list[Statement]:
    others = led_by_others(overview)
    if not others:
        return []
    led = groups_led(overview)
    first = [before for before, _now in others]
    names = [
        text("overview.changed.led", leader=names_of(group.leaders), group=group.group)
        for group in first
    ]
    is_one = len(others) == 1
    which = "one_group" if is_one else ("every_group" if len(others) == led else "some_groups")
    sentence = text(
        f"overview.changed.{which}",
        group=first[0].group,
        count=formats.count(len(others)),
        of=formats.count(led),
        before=formats.plain_year(overview.year - 1),
        leaders=names_of(first[0].leaders) if is_one else formats.listing(names),
        now=names_of(others[0][1].leaders),
    )
    # Ranks of both years stand side by side only where leaves are linked.
    matter, year = ("leader", overview.year) if overview.moved else ("led", overview.year - 1)
    return [Statement(sentence, matter, year, first[0].group)]


def _units(overview: Overview) -> list[Statement]:
    moved = overview.moved
    if not moved:
        return []
    up, down = furthest(moved, 1), furthest(moved, -1)
    parts = [_how_many(moved)]
    if len(moved) > 1:
        parts += [_furthest("up", up)] if up else []
        parts += [_furthest("down", down)] if down else []
        if not up and not down and knows_noise(moved):
            parts.append(text("overview.changed.nobody_beyond"))
    group = next((row["ranking_group"] for row in (up, down) if row), None)
    return [Statement("; ".join(parts) + ".", "units", overview.year, group)]


def _how_many(moved: Rows) -> str:
    """How many rose, in as few words as that takes."""
    rose = sum(1 for row in moved if row["index_change"] > 0)
    fell = sum(1 for row in moved if row["index_change"] < 0)
    how = "rose" if rose == len(moved) else "fell" if fell == len(moved) else "some"
    if not rose and not fell:
        how = "level"
    if len(moved) == 1 and how != "level":
        change = formats.percent_points(moved[0]["index_change"])
        return text(f"overview.changed.one_{how}", unit=moved[0]["unit_name"], change=change)
    return text(
        f"overview.changed.{how}",
        count=formats.count(rose),
        of=counted("standing.units", len(moved), count=formats.count(len(moved))),
    )


def _furthest(way: str, row: Row) -> str:
    figures = {"unit": row["unit_name"]}
    if row["noise_floor"] is None:
        change = formats.percent_points(row["index_change"])
        return text(f"overview.changed.furthest_{way}", **figures, change=change)
    return text(
        f"overview.changed.beyond_{way}",
        **figures,
        change=formats.signed(row["index_change"]),
        floor=text("format.percent_points", value=formats.number(row["noise_floor"])),
    )


def _area(overview: Overview) -> list[Statement]:
    ways = {"up": 1, "down": -1}
    found = {way: furthest_area(overview.areas_moved, sign) for way, sign in ways.items()}
    known = [(way, row) for way, row in found.items() if row is not None]
    if not known:
        return []
    parts = [
        text(
            f"overview.changed.area_{way}" + ("_too" if place else ""),
            area=row["area_name"],
            group=row["ranking_group"],
            change=formats.percent_points(row["median_change"]),
        )
        for place, (way, row) in enumerate(known)
    ]
    group = known[0][1]["ranking_group"]
    return [Statement("; ".join(parts) + ".", "area", overview.year, group)]


def _proved(overview: Overview) -> list[Statement]:
    now, before = overview.rates, overview.rates_before
    if not (_can_be_judged(now) and _can_be_judged(before)) or now is None or before is None:
        return []
    shares = [formats.share(row["rate_proved_by_points"]) for row in (before, now)]
    if shares[0] == shares[1]:
        return []
    way = "up" if now["rate_proved_by_points"] > before["rate_proved_by_points"] else "down"
    sentence = text(
        f"overview.changed.proved_{way}",
        before=formats.plain_year(before["year"]),
        year=formats.plain_year(now["year"]),
        share_before=shares[0],
        share=shares[1],
    )
    return [Statement(sentence, "proved", overview.judged_year)]


def _can_be_judged(rates: Row | None) -> bool:
    """True where next year's points speak of at least some of what was lost."""
    return rates is not None and bool(rates["comparable_share"])


def decision_statements(overview: Overview) -> list[Statement]:
    """What needs a decision today, the three heaviest; honest where nothing does or is known."""
    waiting = awaiting(overview)
    if waiting:
        return [_decision(one) for one in waiting[:TOLD_AT_MOST]]
    if not overview.is_loss_known:
        return [Statement(text("overview.not_known"))]
    if overview.rates and not overview.rates["deduction_count"]:
        year = formats.plain_year(overview.judged_year)
        return [Statement(text("overview.nothing_lost", year=year))]
    key = "nothing_waits" if overview.has_register else "no_register"
    return [Statement(text(f"overview.{key}"))]


def _decision(waiting: Waiting) -> Statement:
    key = f"overview.decide.{waiting.matter}"
    figures = {
        "count": formats.count(waiting.matter_count),
        "units": counted(
            "standing.units", waiting.unit_count, count=formats.count(waiting.unit_count)
        ),
        "points": formats.points(waiting.points),
    }
    sentence = counted(key, waiting.matter_count, **figures)
    return Statement(sentence, waiting.matter, waiting.year)


def others_waiting_sentence(overview: Overview) -> str:
    """What waits beside the three heaviest, counted; '' where nothing does."""
    rest = [
        counted(f"matter.{one.matter}", one.matter_count, count=formats.count(one.matter_count))
        for one in awaiting(overview)[TOLD_AT_MOST:]
    ]
    return text("overview.others_wait", items=formats.listing(rest)) if rest else ""


def absent_sentence(groups: Rows) -> str:
    """Of which groups units have neither points nor a published figure; '' where of none."""
    absent = [
        text(
            "standing.absent_of_group",
            count=formats.count(row["absent_count"]),
            group=row["ranking_group"],
        )
        for row in groups
        if row["absent_count"]
    ]
    return text("standing.absent", units=formats.listing(absent)) if absent else ""
