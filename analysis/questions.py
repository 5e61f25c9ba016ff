"""The registry of questions: pages, reports and `show` ask a release here, and nowhere else."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import duckdb
import pandas as pd

from analysis.ask import ask, question
from analysis.initiative_effects import with_numbers
from analysis.years import DefaultYear, default_year

MINIMUM_Z = 1.5  # definitions 4.2, ours: clearly above the group; adjustable on the page
MINIMUM_PROBABILITY = 0.8  # definitions 4.2, ours: at the top in four draws of five
RISK_WEIGHTS = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0)  # ours: alike, unless a reader weighs otherwise


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of a question; None means all, for `year` and `as_of` the release's own.

    `unit_codes` empty means every unit. `area_code` is an area's code as the set prints it, or a
    reform area. The minima judge candidates; `risk_weights` weigh, in this order, lost points,
    contradictions, what is overdue, overrating, open findings and time since the last visit.
    """

    year: int | None = None
    ranking_group: str | None = None
    unit_codes: tuple[str, ...] = ()
    area_code: str | None = None
    as_of: datetime.date | None = None
    minimum_z: float = MINIMUM_Z
    minimum_probability: float = MINIMUM_PROBABILITY
    risk_weights: tuple[float, ...] = RISK_WEIGHTS


Finish = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Registered:
    """A question: its file below analysis/sql, how it chooses its year, and the last touch that
    SQL cannot give. `of_draft`: a draft that nobody has completed holds all that it asks for."""

    file: str
    default_year: DefaultYear = DefaultYear.NEWEST
    finish: Finish | None = None
    of_draft: bool = False


NEWEST, COMPARABLE, EVERY = DefaultYear.NEWEST, DefaultYear.COMPARABLE, DefaultYear.EVERY
INSPECTED, INITIATIVES = DefaultYear.INSPECTED, DefaultYear.INITIATIVES

QUESTIONS: Mapping[str, Registered] = {
    # `show` (design 5)
    "ranking": Registered("scores/ranking"),
    "areas": Registered("scores/areas"),
    "criteria": Registered("scores/criteria"),
    "compare": Registered("scores/compare"),
    "published": Registered("scores/published", DefaultYear.PUBLISHED),
    "provenance": Registered("scores/provenance"),
    "deductions": Registered("remediation/deductions", COMPARABLE),
    "remediation": Registered("remediation/remediation", COMPARABLE),
    "rates": Registered("remediation/rates", COMPARABLE),
    "findings": Registered("inspections/findings", INSPECTED),
    "inspections": Registered("inspections/inspections", INSPECTED),
    "candidates": Registered("practice/candidates"),
    "robustness": Registered("scores/robustness"),
    "pairs": Registered("scores/pairs"),
    "witnesses": Registered("inspections/witnesses"),
    "continued": Registered("inspections/continued", INSPECTED),
    "risk": Registered("inspections/risk", INSPECTED),
    "reliability": Registered("scores/reliability"),
    "initiatives": Registered("practice/initiatives", INITIATIVES, with_numbers),
    "units": Registered("reference/units", EVERY, of_draft=True),
    "links": Registered("reference/links", EVERY),
    "contested": Registered("scores/contested"),
    # the pages' own
    "adjustments": Registered("scores/adjustments"),
    "area_parts": Registered("scores/area_parts"),
    "sets": Registered("draft/sets", EVERY),
    "changes": Registered("scores/changes"),
    "area_changes": Registered("scores/area_changes"),
    "contestable": Registered("scores/contestable"),
    "contests": Registered("scores/contests"),
    "separating": Registered("comparison/separating"),
    "unlinked": Registered("comparison/unlinked"),
    "history": Registered("scores/history", EVERY),
    "losses": Registered("scores/losses"),
    "self_assessment": Registered("scores/self_assessment"),
    "flow": Registered("remediation/flow", COMPARABLE),
    "breakdown": Registered("remediation/breakdown", COMPARABLE),
    "deadlines": Registered("remediation/deadlines", COMPARABLE),
    "finding_steps": Registered("remediation/finding_steps", EVERY),
    "comparability": Registered("remediation/comparability", COMPARABLE),
    "decisions": Registered("remediation/decisions", COMPARABLE),
    "unmatched_rows": Registered("remediation/unmatched_rows", COMPARABLE),
    "receivers": Registered("practice/receivers"),
    "durability": Registered("practice/durability"),
    "adopters": Registered("practice/adopters", INITIATIVES),
    "after_replication": Registered("practice/after_replication", INITIATIVES),
    "score_sources": Registered("reference/score_sources"),
    "files": Registered("reference/files", EVERY),
    "decisions_taken": Registered("meeting/decisions_taken", EVERY),
    "models_waiting": Registered("meeting/models_waiting"),
    "groups": Registered("reference/groups", EVERY),
    "criteria_set": Registered("reference/criteria_set", of_draft=True),
    "receipts": Registered("reference/receipts", of_draft=True),
    "receipts_shared": Registered("reference/receipts_shared", of_draft=True),
    "coverage": Registered("reference/coverage", of_draft=True),
    "register_sources": Registered("reference/register_sources", EVERY),
    "years": Registered("reference/years", EVERY, of_draft=True),
    "release": Registered("reference/release", EVERY),
}


def needs_completion(name: str) -> bool:
    """Whether a draft must be completed before it is asked this; KeyError if unknown."""
    return not QUESTIONS[name].of_draft


def resolve(release: duckdb.DuckDBPyConnection, name: str, filters: Filters) -> Filters:
    """The filters with the year and the as-of day that stand where none is given."""
    asked = QUESTIONS[name]
    if filters.year is None:
        filters = replace(filters, year=default_year(release, asked.default_year))
    if filters.as_of is None and "as_of" in question(asked.file).parameters:
        day = ask(release, "reference/release")["as_of"].iloc[0]
        filters = replace(filters, as_of=day)
    return filters


def answer(
    release: duckdb.DuckDBPyConnection, name: str, filters: Filters | None = None
) -> pd.DataFrame:
    """The answer to a question of QUESTIONS as a frame of Arrow types; KeyError if unknown.

    `release` is a cursor of this thread's own. Filters that the question does not take are no
    error: they narrow nothing.
    """
    asked = QUESTIONS[name]
    takes = question(asked.file).parameters
    resolved = resolve(release, name, filters or Filters())
    told = {name: value for name, value in _parameters(resolved).items() if name in takes}
    frame = ask(release, asked.file, **told)
    return asked.finish(frame) if asked.finish else frame


def _parameters(filters: Filters) -> dict[str, object]:
    return {
        "year": filters.year,
        "ranking_group": filters.ranking_group,
        "unit_codes": list(filters.unit_codes) or None,
        "area_code": filters.area_code,
        "as_of": filters.as_of,
        "minimum_z": filters.minimum_z,
        "minimum_probability": filters.minimum_probability,
        "risk_weights": list(filters.risk_weights),
    }
