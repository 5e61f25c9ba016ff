"""What a team should know before it visits a unit: what is lost, said, contradicted and open.

Composed of the questions that the pages ask; screen and documents take the same value.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import duckdb

from analysis.questions import Filters, answer
from analysis.rows import Row, rows_of
from analysis.summaries import once_each

LOST_AT_MOST = 10  # what a visit of one day can look at
CLAIMED = ("reported", "done", "partly_done")
LINES = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class VisitBrief:
    """One unit before a visit of `year`. Rows are those of the question that each field names.

    `lost`: `criteria` of the index year, most points first, at most LOST_AT_MOST; `claimed` (and
    not yet recovered), `contradicted`, `overdue`: `remediation` of the deduction year, once each;
    `open_findings`: `findings` of any year up to `year`; `doubtful`: `reliability` that is not
    high, low first.
    """

    unit_code: str
    unit_name: str
    year: int
    index_year: int | None
    deduction_year: int | None
    standing: Row | None
    visits: LINES
    lost: LINES
    claimed: LINES
    contradicted: LINES
    overdue: LINES
    open_findings: LINES
    initiatives: LINES
    disagreements: LINES
    doubtful: LINES


def visit_brief(
    release: duckdb.DuckDBPyConnection,
    unit_code: str,
    year: int,
    *,
    as_of: datetime.date | None = None,
    with_individuals: bool = False,
) -> VisitBrief | None:
    """The brief for a visit to the unit in the year; null where the release knows no such unit.

    `with_individuals`: findings that concern individuals are for analysts only (forms.md).
    """
    asked = Filters(year=year, unit_codes=(unit_code,), as_of=as_of)
    unit = next(iter(_rows(release, "units", asked)), None)
    if unit is None:
        return None
    index_year = _index_year(release, asked)
    of_index = replace(asked, year=index_year)
    remediation = _remediation(release, asked)
    return VisitBrief(
        unit_code=unit_code,
        unit_name=unit["unit_name"],
        year=year,
        index_year=index_year,
        deduction_year=remediation[0]["year"] if remediation else None,
        standing=next(iter(_rows(release, "ranking", of_index) if index_year else ()), None),
        visits=tuple(r for r in _rows(release, "inspections", asked) if r["inspection_id"]),
        lost=_lost(release, of_index) if index_year else (),
        claimed=tuple(r for r in remediation if _is_only_claimed(r)),
        contradicted=tuple(r for r in remediation if r["is_contradicted"]),
        overdue=tuple(r for r in remediation if r["is_overdue"]),
        open_findings=_open_findings(release, asked, with_individuals=with_individuals),
        initiatives=tuple(
            row
            for season in (year, year - 1)
            for row in _rows(release, "initiatives", replace(asked, year=season))
        ),
        disagreements=_disagreements(release, of_index) if index_year else (),
        doubtful=_doubtful(release, of_index) if index_year else (),
    )


def _rows(release: duckdb.DuckDBPyConnection, question: str, filters: Filters) -> list[Row]:
    return rows_of(answer(release, question, filters))


def _index_year(release: duckdb.DuckDBPyConnection, asked: Filters) -> int | None:
    """The newest year up to the visit's in which the unit's index is more than provisional."""
    history = _rows(release, "history", replace(asked, year=None))
    years = [
        row["year"]
        for row in history
        if row["year"] <= asked.year and row["basis"] not in (None, "provisional")
    ]
    return max(years, default=None)


def _lost(release: duckdb.DuckDBPyConnection, of_index: Filters) -> LINES:
    lost = [row for row in _rows(release, "criteria", of_index) if row["lost_points"]]
    lost.sort(key=lambda row: (-row["lost_points"], row["criterion_code"]))
    return tuple(lost[:LOST_AT_MOST])


def _remediation(release: duckdb.DuckDBPyConnection, asked: Filters) -> list[Row]:
    """Deductions of the newest index before the visit's season, else of the season itself: what
    the plan asks a team to follow up. Heaviest first."""
    seasons = [row["year"] for row in _rows(release, "years", Filters())]
    for year in sorted((y for y in seasons if y < asked.year), reverse=True) + [asked.year]:
        found = once_each(_rows(release, "remediation", replace(asked, year=year)))
        kept = [row for row in found if row["origin"] == "index"]
        if kept:
            return sorted(kept, key=lambda row: (-(row["lost_points"] or 0), row["deduction_id"]))
    return []


def _is_only_claimed(row: Row) -> bool:
    """The unit says so, and the points have not all come back: what a team can check."""
    return row["reported_state"] in CLAIMED and row["evidence_stage"] != "recovered"


def _open_findings(
    release: duckdb.DuckDBPyConnection, asked: Filters, *, with_individuals: bool
) -> LINES:
    """Serious ones first, then the oldest."""
    years = [
        row["year"]
        for row in _rows(release, "years", Filters())
        if row["has_inspections"] and row["year"] <= asked.year
    ]
    found = [
        row
        for year in years
        for row in _rows(release, "findings", replace(asked, year=year))
        if row["is_open"] and (with_individuals or not row["is_individual"])
    ]
    return tuple(sorted(found, key=lambda row: (not row["is_serious"], row["year"])))


def _disagreements(release: duckdb.DuckDBPyConnection, of_index: Filters) -> LINES:
    return tuple(r for r in _rows(release, "witnesses", of_index) if r["is_disagreement"])


def _doubtful(release: duckdb.DuckDBPyConnection, of_index: Filters) -> LINES:
    found = [row for row in _rows(release, "reliability", of_index) if row["mark"] != "high"]
    return tuple(sorted(found, key=lambda row: row["mark"] != "low"))
