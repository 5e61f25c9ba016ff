"""The reform area that a finding or an initiative belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from data.reference import CriterionKnown
from data.resolving.naming import areas_named
from data.resolving.reform_areas import reform_area_of
from data.resolving.registers import RegisterRow
from data.text_keys import plain_key


def reform_area(
    row: RegisterRow,
    set_areas: Sequence[CriterionKnown],
    criterion: CriterionKnown | None,
    *,
    is_told: bool = True,
) -> str | None:
    """The area of 'Lĩnh vực': a reform area, or an area of a criteria set that is mapped to one.

    Blank: the criterion's area. An unknown or missing area is an error; of several the first
    counts, with a warning. `is_told` false keeps the problems for another call.
    """
    found = row.found("area", "areas")
    if found is None:
        area = criterion.reform_area if criterion else None
        if area is None and is_told:
            row.required("area")
        return area
    whole = area_of(found.text, set_areas)
    if whole:
        return whole
    named = areas_named(found.text, lambda text: area_of(text, set_areas))
    if is_told and not named.areas:
        row.error("area_unknown", found)
    elif is_told and (len(named.areas) > 1 or named.unknown):
        row.warning("area_several", found, named.areas[0])
    return named.areas[0] if named.areas else None


def area_of(text: str, set_areas: Sequence[CriterionKnown]) -> str | None:
    """The reform area of one name: a reform area's own, or that of a set's area mapped to it."""
    known = reform_area_of(text)
    if known:
        return known
    key = plain_key(text)
    return next(
        (a.reform_area for a in set_areas if a.reform_area and plain_key(a.criterion_name) == key),
        None,
    )
