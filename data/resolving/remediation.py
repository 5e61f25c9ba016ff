"""The register of remediation: what units undertook for the points they lost."""

from __future__ import annotations

import datetime
from decimal import Decimal

from data.forms.found import FormTable, Hints, Staged
from data.reference import CriterionKnown, Reference
from data.resolving.closed_lists import value_of
from data.resolving.criterion_finder import CriterionMatch
from data.resolving.reform_areas import reform_area_of
from data.resolving.register_criteria import RegisterCriteria
from data.resolving.registers import RegisterRow, register_rows, said_once
from data.resolving.resolution import plain
from data.text_keys import plain_key

ROUNDING = Decimal("0.005")  # definitions 1.9: a sum that is off by less does not differ
CRITERION_FIELDS = ("criterion", "criterion_code", "criterion_name", "reason")
TEXTS = (
    "action",
    "lead_office",
    "supporting_offices",
    "responsible",
    "evidence",
    "verification",
)


def resolve_remediation(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.remediation, one an action; `year` is the index year.

    A criterion that the set of the year does not know is an error; a year without a set keeps the
    text and a warning, since published figures may stand without leaf scores.
    """
    rows = register_rows(table, reference, hints)
    for row in rows:
        _resolve_row(row)
    return said_once(rows)


def _resolve_row(row: RegisterRow) -> None:
    year = row.resolution.year(row.record)
    unit, said = row.unit(year), _said(row, year)
    named = row.found(*CRITERION_FIELDS) or row.required("criterion")
    if year is None or unit is None or named is None:
        return
    criteria = row.sets.of(year, unit.unit_kind)
    criterion = _criterion(row, criteria, year)
    of_set = criteria.maximum(criterion) if criteria and criterion else None
    maximum, points, lost = _points(row, of_set)
    row.add(
        "remediation",
        "lost_points",
        *CRITERION_FIELDS,
        unit_code=unit.unit_code,
        year=year,
        row_number=row.record.row,
        criterion_code=criterion.criterion_code if criterion else None,
        criterion_text=named.text,
        maximum_points=maximum,
        points=points,
        lost_points=lost,
        **said,
    )


def _said(row: RegisterRow, year: int | None) -> dict[str, object]:
    """Columns that the row alone decides, with what is wrong in them."""
    return {
        "reason": row.text("reason", "cause"),
        "cause": row.text("cause"),
        "deadline_on": _deadline(row, year),
        "deadline_text": row.text("deadline_on"),
        "reported_state": _state(row),
        "result": row.text("result") or _result_in_state(row),
        "verification_keys": row.verification(),
        "cells": row.cells(),
        **{name: row.text(name) for name in TEXTS},
    }


def _criterion(
    row: RegisterRow, criteria: RegisterCriteria | None, year: int
) -> CriterionKnown | None:
    named = row.found(*CRITERION_FIELDS)
    if criteria is None:
        row.warning("criteria_set_missing_for_register", named, str(year))
        return None
    match = _match(row, criteria)
    if match.problem:
        tell = row.warning if match.criterion else row.error
        tell(match.problem, named, "; ".join(match.candidates) or None)
    return match.criterion


def _match(row: RegisterRow, criteria: RegisterCriteria) -> CriterionMatch:
    """Code and name columns must agree; a criterion in 'Nội dung bị trừ' serves without them."""
    code, name = row.found("criterion_code"), row.found("criterion", "criterion_name")
    area = reform_area_of(row.text("area") or "")
    return criteria.find(code, name if code or name else row.found("reason"), reform_area=area)


def _points(
    row: RegisterRow, of_set: Decimal | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Maximum, points and lost points of a row; lost points that nobody wrote are the rest.

    `of_set` is the maximum that the criteria set gives; both it and the row's own are a limit.
    """
    maximum, points, lost = (row.points(f) for f in ("maximum_points", "points", "lost_points"))
    limits = [limit for limit in (maximum, of_set) if limit is not None]
    least = min(limits, default=None)
    is_above = least is not None and lost is not None and lost > least
    if maximum is not None and of_set is not None and maximum != of_set:
        row.warning("maximum_differs", row.found("maximum_points"), plain(of_set))
    if least is not None and points is not None and points > least:
        row.error("points_above_maximum", row.found("points"), plain(least))
    elif is_above:
        row.error("deduction_above_maximum", row.found("lost_points"), plain(least))
    whole = maximum if maximum is not None else of_set
    if is_above or whole is None or points is None:
        return maximum, points, lost
    if lost is not None and abs(whole - points - lost) > ROUNDING:
        row.warning("lost_points_differ", row.found("lost_points"), plain(whole - points))
    return maximum, points, whole - points if lost is None else lost


def _deadline(row: RegisterRow, year: int | None) -> datetime.date | None:
    # A month without a year may lie in the index year or after it: nobody guesses.
    day = row.day("deadline_on", last_named=True)
    if day is not None and year is not None and day < datetime.date(year, 1, 1):
        row.warning("deadline_before_year", row.found("deadline_on"), str(year))
    return day


def _state(row: RegisterRow) -> str | None:
    """The state; where the register has no such column, a result that is a word of the list."""
    if "reported_state" not in row.table.columns:
        return value_of("reported_state", row.text("result") or "")
    return None if _result_in_state(row) else row.closed("reported_state", "reported_state")


def _result_in_state(row: RegisterRow) -> str | None:
    """Prose of a column that is called 'Kết quả khắc phục': what came out, not a state."""
    heading = row.table.columns.get("reported_state")
    found = row.found("reported_state")
    if found is None or heading is None or "ket qua" not in plain_key(heading.text):
        return None
    return None if value_of("reported_state", found.text) else found.text
