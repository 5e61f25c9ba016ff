"""The form `areas`: the reform area that an area or a survey criterion speaks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.reference import CriterionKnown, Reference
from data.resolving.criterion_finder import CriterionFinder, CriterionMatch
from data.resolving.kinds import kinds_of
from data.resolving.reform_areas import REFORM_AREAS, reform_area_of
from data.resolving.resolution import Resolution, filled, year_in

__all__ = ["REFORM_AREAS", "reform_area_of", "resolve_areas"]

Sets = Mapping[tuple[int, str], Sequence[CriterionKnown]]


def resolve_areas(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.area_mapping, one a set, area (or survey leaf) and kind of units.

    A row without year or kind of units is meant for every set of the book that knows the area.
    """
    work = Resolution(table, hints)
    for record in table.records:
        found = filled(record, "area", "area_code")
        if found is None:
            work.error("area_missing", filled(record, "reform_area"))
            continue
        reform_area = _reform_area(work, record, found)
        sets = _sets(work, reference, record)
        if reform_area is not None and sets:
            _map(work, record, found, reform_area, sets)
    return work.staged


def _reform_area(work: Resolution, record: Record, area: Found) -> str | None:
    found = filled(record, "reform_area")
    if found is None:
        work.error("reform_area_missing", area)
        return None
    reform_area = reform_area_of(found.text)
    if reform_area is None:
        work.error("reform_area_unknown", found)
    return reform_area


def _sets(work: Resolution, reference: Reference, record: Record) -> Sets:
    """The criteria sets that a row means; none where it means one that the book lacks (told)."""
    year_found = filled(record, "year") or work.table.context.year
    group_found = filled(record, "unit_kind") or work.table.context.group
    year = year_in(year_found.text) if year_found else work.hints.year
    group = group_found.text if group_found else work.hints.group
    kinds = kinds_of(group, reference.units) if group else ()
    if year_found is not None and year is None:
        work.error("year_unknown", year_found)
        return {}
    if group and not kinds:
        work.error("group_unknown", group_found)
        return {}
    sets = {
        (of_year, kind): criteria
        for (of_year, kind), criteria in reference.criteria.items()
        if year in (None, of_year) and (not kinds or kind in kinds)
    }
    if not sets:
        said = ", ".join(str(part) for part in (year, group) if part)
        work.error("criteria_set_missing", year_found or group_found, said or None)
    return sets


def _map(work: Resolution, record: Record, found: Found, reform_area: str, sets: Sets) -> None:
    matches = {of_set: _match(record, criteria) for of_set, criteria in sets.items()}
    known = {of_set: match.criterion for of_set, match in matches.items() if match.criterion}
    if not known:
        match = next(iter(matches.values()))
        expected = "; ".join(match.candidates) or None
        work.error(match.problem or "criterion_unknown", found, expected)
    for (year, unit_kind), criterion in known.items():
        if criterion.parent_code is not None and not (criterion.is_leaf and criterion.is_survey):
            work.error("area_or_survey_leaf_expected", found, criterion.criterion_code)
            return
        work.staged.add(
            "area_mapping",
            work.source(found),
            year=year,
            unit_kind=unit_kind,
            criterion_code=criterion.criterion_code,
            reform_area=reform_area,
        )


def _match(record: Record, criteria: Sequence[CriterionKnown]) -> CriterionMatch:
    finder = CriterionFinder(criteria)
    code, name = filled(record, "area_code"), filled(record, "area")
    if code and name:
        of_code = finder.find_text(code.text)
        return (
            finder.find(of_code.criterion.criterion_code, name.text)
            if of_code.criterion
            else of_code
        )
    one = code or name
    match = finder.find_text(one.text) if one else CriterionMatch(None, "criterion_unknown")
    areas = [c for c in match.among if c.parent_code is None]
    return CriterionMatch(areas[0]) if len(areas) == 1 else match
