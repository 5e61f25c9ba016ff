"""Whether a difference of ranks is real: what draws of weights say of a unit and of a pair.

Never called a confidence interval: the scores are a full count (design 6).
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text

SURE = 0.95  # as the percentiles of definitions 3.2: wrong in one draw of twenty
LIKELY = 0.8  # as definitions 4.2: in four draws of five
SAID_AT_MOST = 4  # units of which a sentence is written; the table has the rest


def certainty_sentences(ranges: Rows, pairs: Rows) -> list[str]:
    """One for each of the first units by rank: how far its rank could move, and whether it is
    really ahead of the next one among `ranges`."""
    ahead = {(row["unit_code"], row["other_unit_code"]): row for row in pairs}
    following: Sequence[Row | None] = [*ranges[1:], None]
    return [
        rank_sentence(
            row, ahead.get((row["unit_code"], other["unit_code"])) if other is not None else None
        )
        for row, other in list(zip(ranges, following, strict=True))[:SAID_AT_MOST]
    ]


def rank_sentence(row: Row, pair: Row | None) -> str:
    """'Thứ hạng 3 của quận X có thể từ 2 đến 5 khi đổi trọng số; hơn quận Y chỉ với …'."""
    said = text(
        f"certainty.{_firmness(row)}",
        unit=row["unit_name"],
        rank=formats.count(row["rank"]),
        low=formats.count(row["rank_low"]),
        high=formats.count(row["rank_high"]),
        range=formats.span(row["rank_low"], row["rank_high"]),
        extremes=formats.span(row["rank_best"], row["rank_worst"]),
    )
    if pair is None:
        return f"{said}."
    return f"{said}; {pair_words(pair)}."


def _firmness(row: Row) -> str:
    """Key of the words. Points disputed between rounds can push a rank out of its own range; and
    one that hardly any draw moved may still move under the weights that suit it least."""
    if not row["rank_low"] <= row["rank"] <= row["rank_high"]:
        return "outside"
    if row["rank_low"] != row["rank_high"]:
        return "moves"
    return "stays" if row["rank_best"] == row["rank_worst"] else "mostly_stays"


def pair_words(pair: Row) -> str:
    """How sure it is that the first of a pair is ahead of the other."""
    return text(
        f"certainty.{certainty_of(pair['probability_ahead'])}",
        other=pair["other_unit_name"],
        probability=formats.chance(pair["probability_ahead"]),
    )


def certainty_of(probability: float) -> str:
    """Key of the word for a probability of being ahead."""
    if probability >= SURE:
        return "sure"
    if probability >= LIKELY:
        return "likely"
    return "doubtful" if 1 - probability >= LIKELY else "unsure"


def neighbours_sentence(neighbours: Rows) -> str:
    """Of how many units next to each other one can say that the upper is really ahead; '' where
    there are none."""
    if not neighbours:
        return ""
    found = [certainty_of(row["probability_ahead"]) for row in neighbours]
    return text(
        "certainty.neighbours",
        pairs=counted("certainty.pairs", len(found), count=formats.count(len(found))),
        sure=formats.count(found.count("sure")),
        unsure=formats.count(found.count("unsure") + found.count("doubtful")),
        sure_from=formats.chance(SURE),
        unsure_below=formats.chance(LIKELY),
    )
