"""What other weights would do: how firm the order is, and who moves."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.draft_set import DraftJudged
from analysis.rows import Row, Rows
from analysis.weighting import NOMINAL, AreaWeight
from words import formats
from words.catalogue import counted, text
from words.sentences.standing import names_of


def robust_sentence(robustness: Rows, *, year: int | None, group: str | None) -> str:
    """Who could lead under any weights of ours, how many stay where they are, who moves most."""
    known = [row for row in robustness if row["rank_best"] is not None and row["rank_worst"]]
    place = {"year": formats.plain_year(year), "group": group or ""}
    if not robustness:
        return text("method.nothing_to_weigh", **place)
    if not known:
        return intervals_sentence(robustness)
    leaders = [row for row in known if row["rank_best"] == 1]
    fixed = sum(1 for row in known if row["rank_best"] == row["rank_worst"])
    if fixed == len(known):
        return text("method.order_holds", **place)
    key = "one_leader" if len(leaders) == 1 else "several_leaders"
    return text(
        f"method.{key}",
        **place,
        leaders=names_of(leaders),
        fixed=formats.count(fixed),
        of=formats.count(len(known)),
        widest=_widest(known),
    )


def _widest(known: Rows) -> str:
    row = max(known, key=lambda row: (row["rank_worst"] - row["rank_best"], -row["rank"]))
    return text(
        "method.from_to",
        unit=row["unit_name"],
        best=formats.count(row["rank_best"]),
        worst=formats.count(row["rank_worst"]),
    )


def tried_sentence(areas: Sequence[AreaWeight]) -> str:
    """Which weights differ from the set's own; '' where none does."""
    changed = [
        f"{area.area_code} {text('method.times', factor=formats.number(area.factor))}"
        for area in areas
        if area.factor != NOMINAL
    ]
    return text("method.tried", weights="; ".join(changed)) if changed else ""


def weights_sentence(moved: Rows, *, by: str = "weights") -> str:
    """How many change their rank, and who moves furthest each way; `by` other 'weights' or a
    'draft'."""
    changed = [row for row in moved if row["rank_gain"]]
    if not changed:
        return text(f"method.nobody_moves_by_{by}")
    parts = [
        counted(f"method.movers_by_{by}", len(changed), count=formats.count(len(changed))),
        *_furthest(changed, "up"),
        *_furthest(changed, "down"),
    ]
    return "; ".join(parts) + "."


def draft_sentence(judged: DraftJudged, *, leaf_count: int) -> str:
    """How much of the draft can be judged, and how many of its leaves deserve a second look."""
    figures = {
        "linked": formats.count(len(judged.leaves)),
        "of": formats.count(leaf_count),
        "share": formats.share(judged.judged_share),
    }
    if not judged.leaves:
        return text("method.draft_nothing", of=figures["of"])
    return text(
        "method.draft_judged",
        **figures,
        flat=formats.count(len(judged.flat)),
        top=formats.count(len(judged.at_maximum)),
        repeats=formats.count(len(judged.repeats)),
        winners=formats.count(len(judged.same_winners)),
    )


def _furthest(changed: Rows, way: str) -> list[str]:
    """Those that move furthest up or down; nothing where nobody does."""
    sign = 1 if way == "up" else -1
    gains = [(sign * row["rank_gain"], row) for row in changed if sign * row["rank_gain"] > 0]
    if not gains:
        return []
    most = max(gain for gain, _ in gains)
    those: list[Row] = [row for gain, row in gains if gain == most]
    return [counted(f"method.{way}", most, units=names_of(those), count=formats.count(most))]


def intervals_sentence(robustness: Rows) -> str:
    """How many keep their rank in nine draws of ten."""
    firm = sum(1 for row in robustness if row["rank_low"] == row["rank_high"])
    return text(
        "method.intervals",
        firm=formats.count(firm),
        of=formats.count(len(robustness)),
        year=formats.plain_year(robustness[0]["year"]),
        group=robustness[0]["ranking_group"],
    )


def without_area_sentence(robustness: Rows, area_names: dict[str, str]) -> str:
    """Which area the order hangs on most: left out, it moves the most units."""
    moved = {
        code: sum(
            1
            for row in robustness
            if row["ranks_without_area"].get(code) not in (None, row["rank"])
        )
        for code in area_names
    }
    most = max(moved, key=moved.__getitem__)
    if not moved[most]:
        return text("method.no_area_matters")
    return text(
        "method.area_matters",
        area=area_names[most],
        moved=formats.count(moved[most]),
        of=formats.count(len(robustness)),
    )
