"""The only cached data: one generic answer, keyed by book, release and plain values."""

from __future__ import annotations

from analysis import questions
from analysis.rows import Row, rows_of
from analysis.visit_brief import VisitBrief, visit_brief
from ui.asked import Filters
from ui.caching import cached_value
from ui.release import connection, store
from words.columns import calm_names

ANSWERS_KEPT = 600


def rows(question: str, filters: Filters) -> list[Row]:
    """What `show QUESTION` prints for these filters, as rows."""
    return _rows(str(store().home), question, filters)


# Small results only, and never a frame as argument: large ones are hashed by a sample (design 13).
@cached_value(keep=ANSWERS_KEPT)
def _rows(home: str, question: str, filters: Filters) -> list[Row]:  # noqa: ARG001 - part of the key
    in_full = questions.needs_completion(question)
    cursor = connection(filters.book, filters.release, in_full=in_full)
    found = rows_of(questions.answer(cursor, question, asked_of_release(filters)))
    return [calm_names(row) for row in found]


def asked_of_release(filters: Filters) -> questions.Filters:
    """The page's filters as a question takes them."""
    units = (filters.unit,) if filters.unit else filters.units
    return questions.Filters(
        year=filters.year,
        ranking_group=filters.group,
        unit_codes=units,
        area_code=filters.area,
        minimum_z=filters.minimum_z,
        minimum_probability=filters.minimum_probability,
        risk_weights=filters.risk_weights,
        as_of=filters.as_of,
    )


def brief_of(filters: Filters, unit_code: str, *, with_individuals: bool) -> VisitBrief | None:
    """What a team should know before a visit to the unit in the year of the filters."""
    return _brief(str(store().home), filters, unit_code, with_individuals)


@cached_value(keep=ANSWERS_KEPT)
def _brief(
    home: str,  # noqa: ARG001 - part of the key
    filters: Filters,
    unit_code: str,
    with_individuals: bool,  # noqa: FBT001 - cache key
) -> VisitBrief | None:
    if filters.year is None:
        return None
    cursor = connection(filters.book, filters.release)
    return visit_brief(cursor, unit_code, filters.year, with_individuals=with_individuals)


def default_year(question: str, filters: Filters) -> int | None:
    """The year that a question is about where nobody names one."""
    return _default_year(str(store().home), filters.book, filters.release, question)


@cached_value(keep=ANSWERS_KEPT)
def _default_year(home: str, book: str, release: str, question: str) -> int | None:  # noqa: ARG001
    cursor = connection(book, release)
    return questions.resolve(cursor, question, questions.Filters()).year
