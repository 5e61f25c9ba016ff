"""The explanation round: what is contested, and what was granted."""

from __future__ import annotations

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text

GRANTED = {"accepted", "partly"}
DECISIONS = ("accepted", "partly", "rejected", "undecided", "unclear")


def contest_sentence(contests: Rows, *, scope: str, year: int, is_handed_in: bool = True) -> str:
    """How much is contested in the scope, what was decided, and who contests most.

    `contests` are the rows of the question of that name: all together first, then each unit;
    `is_handed_in`: somebody's explanation of the year is known, so that silence says something.
    """
    place = {"scope": scope, "year": formats.plain_year(year)}
    together = next((row for row in contests if row["unit_code"] is None), None)
    if together is None:
        if not is_handed_in:
            return text("contest.no_round", year=place["year"])
        return text("contest.nothing", **place)
    said = text(
        "contest.asked",
        **place,
        criteria=counted(
            "contest.criteria",
            together["contested_count"],
            count=formats.count(together["contested_count"]),
        ),
        points=formats.signed(together["contested_points"]),
        decided=_decided(together),
    )
    units = [row for row in contests if row["unit_code"] is not None]
    return f"{said} {_foremost(units)}" if len(units) > 1 else said


def _decided(together: Row) -> str:
    """'đã chấp nhận 5 (+1,5 điểm), không chấp nhận 7', in the order of DECISIONS."""
    parts = []
    for decision in DECISIONS:
        count = together[f"{decision}_count"]
        if count:
            values = {"count": formats.count(count)}
            if decision in GRANTED:
                values["points"] = formats.signed(together[f"{decision}_points"])
            parts.append(text(f"contest.{decision}", **values))
    return ", ".join(parts)


def _foremost(units: Rows) -> str:
    most = max(units, key=lambda row: row["contested_points"])
    return text(
        "contest.most",
        units=counted("contest.units", len(units), count=formats.count(len(units))),
        most=most["unit_name"],
        points=formats.signed(most["contested_points"]),
    )
