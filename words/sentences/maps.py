"""What a map shows, in words."""

from __future__ import annotations

from analysis.rows import Rows
from words import formats
from words.catalogue import counted, text
from words.sentences.standing import names_of


def map_sentence(shown: Rows) -> str:
    """Who on the map has the highest and who the lowest index."""
    known = [row for row in shown if row["ranking_percent"] is not None]
    if not known:
        return text("maps.nobody")
    high = max(known, key=lambda row: (row["ranking_percent"], row["unit_code"]))
    low = min(known, key=lambda row: (row["ranking_percent"], row["unit_code"]))
    return text(
        "maps.shown",
        year=formats.plain_year(high["year"]),
        count=counted("standing.units", len(known), count=formats.count(len(known))),
        high=high["unit_name"],
        high_percent=formats.percent(high["ranking_percent"]),
        low=low["unit_name"],
        low_percent=formats.percent(low["ranking_percent"]),
    )


def scale_sentence(low: float, high: float) -> str:
    """What the palest and the strongest colour stand for."""
    return text("maps.scale", low=formats.percent(low, 0), high=formats.percent(high, 0))


def without_place_sentence(beside: Rows) -> str:
    """Who of the groups on the map has no place on it; '' where everybody has."""
    return text("maps.without_place", names=names_of(beside)) if beside else ""
