"""Which models deserve replication, and who would gain."""

from __future__ import annotations

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text

NAMED_AT_MOST = 3


def candidates_sentence(judged: Rows, *, year: int) -> str:
    """How many cases are supported, which, and how many deserve a visit."""
    shown_year = formats.plain_year(year)
    if not judged:
        return text("practice.nobody_judged", year=shown_year)
    candidates = [row for row in judged if row["result"] == "candidate"]
    promising = sum(1 for row in judged if row["result"] == "promising")
    visit = (
        counted("practice.promising", promising, count=formats.count(promising))
        if promising
        else text("practice.none_promising")
    )
    if not candidates:
        return text("practice.no_candidate", year=shown_year, promising=visit)
    return text(
        "practice.candidates",
        year=shown_year,
        count=counted("practice.cases", len(candidates), count=formats.count(len(candidates))),
        names=_named(candidates),
        promising=visit,
    )


def _named(candidates: Rows) -> str:
    named = [_case(row) for row in candidates[:NAMED_AT_MOST]]
    if len(candidates) > NAMED_AT_MOST:
        return text("format.and_more", items="; ".join(named))
    return "; ".join(named)


def _case(row: Row) -> str:
    return text("practice.case", unit=row["unit_name"], area=row["area_name"])


def receivers_sentence(row: Row, receivers: Rows) -> str:
    """Who would gain most by adopting what the unit does."""
    case = _case(row)
    if not receivers:
        return text("practice.nobody_gains", case=case)
    total = sum(receiver["points"] for receiver in receivers)
    return text(
        "practice.gains",
        case=case,
        units=counted("practice.units", len(receivers), count=formats.count(len(receivers))),
        total=formats.points(total),
        most=receivers[0]["unit_name"],
        points=formats.points(receivers[0]["points"]),
    )


def standing_out_sentence(judged: Rows, *, threshold: float) -> str:
    """How many of the cases that could be measured stand out from their group."""
    measured = [row for row in judged if row["robust_z"] is not None]
    out = sum(1 for row in measured if row["robust_z"] >= threshold)
    return text(
        "practice.standing_out",
        out=formats.count(out),
        of=counted("practice.cases", len(measured), count=formats.count(len(measured))),
    )
