"""The register of findings: what inspections established about a unit."""

from __future__ import annotations

from dataclasses import dataclass

from data.forms.found import FormTable, Found, Hints, Staged
from data.reference import CriterionKnown, InspectionKnown, Reference, UnitKnown
from data.resolving.closed_lists import result_says
from data.resolving.naming import (
    EarlierFinding,
    conclusion_key,
    earlier_finding,
    inspection_keys,
    row_code_key,
    year_named,
)
from data.resolving.register_areas import reform_area
from data.resolving.registers import RegisterRow, register_rows, said_once
from data.resolving.subjects import Subject, subject_of
from data.text_keys import plain_key

ROW_CODE_FIELDS = ("row_code", "code", "stt", "row_number")
CRITERION_FIELDS = ("criterion", "criterion_code", "criterion_name")
TEXTS = (
    "cause",
    "responsible",
    "subject",
    "guidance",
    "recommendation",
    "handling",
    "handling_body",
    "remediation_result",
    "verification",
)


@dataclass(frozen=True, slots=True)
class CriterionRead:
    """A finding's criterion, and the year of the set that it was read in."""

    criterion: CriterionKnown | None = None
    year: int | None = None


def resolve_findings(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.finding; `year` is the year of the inspection that found it."""
    rows = register_rows(table, reference, hints)
    for row in rows:
        _resolve_row(row, reference)
    return said_once(rows)


def _resolve_row(row: RegisterRow, reference: Reference) -> None:
    source = row.text("source") or _title_source(row) or ""
    said = _said(row)
    unit = row.unit(year_named(source) or row.hints.year)
    year = _year(row, unit, source, reference) if unit else None
    if unit is None or year is None:
        return
    read = _criterion(row, unit, year)
    area = reform_area(row, row.sets.areas(unit.unit_kind), read.criterion)
    if said["finding_kind"] is None or said["description"] is None:
        return
    row.add(
        "finding",
        "description",
        unit_code=unit.unit_code,
        year=year,
        row_number=row.record.row,
        reform_area=area,
        criterion_code=read.criterion.criterion_code if read.criterion else None,
        criterion_year=read.year if read.criterion else None,
        criterion_text=row.text(*CRITERION_FIELDS),
        source_text=source or None,
        source_keys=inspection_keys(source),
        **said,
    )


def _said(row: RegisterRow) -> dict[str, object]:
    """Columns that the row alone decides, with what is wrong in them."""
    row_code, earlier = row.text(*ROW_CODE_FIELDS), _continues(row)
    description = row.required("description")
    return {
        "row_code": row_code_key(row_code) if row_code else None,
        "area_text": row.text("area"),
        "finding_kind": row.required("finding_kind") and row.closed("finding_kind", "finding_kind"),
        "severity": row.closed("severity", "severity"),
        "description": description.text if description else None,
        "is_individual": _is_individual(row),
        "deadline_on": row.day("deadline_on", last_named=True),
        "deadline_text": row.text("deadline_on"),
        "handling_state": row.closed("handling_state", "handling_state"),
        "result_says": _result_says(row),
        "verification_keys": row.verification(),
        "continues_year": earlier.year if earlier else None,
        "continues_row_code": earlier.row_code if earlier else None,
        "cells": row.cells(),
        **{name: row.text(name) for name in TEXTS},
    }


def _title_source(row: RegisterRow) -> str | None:
    """The line above or below the table that names the conclusion or the day of the visit.

    Other lines name other things: the register's own number, the day it was signed.
    """
    lines = row.table.context.all_text.split("\n")
    return next((line for line in lines if _speaks_of_visit(line) and inspection_keys(line)), None)


def _speaks_of_visit(line: str) -> bool:
    return any(words in plain_key(line) for words in ("ket luan", "kiem tra", "thanh tra"))


def _year(row: RegisterRow, unit: UnitKnown, source: str, reference: Reference) -> int | None:
    """Year of the inspection: as row or 'Nguồn' say, else of the visit named, else of the title."""
    written = row.year_written()
    said = written if row.found("year") else year_named(row.text("source") or "")
    if said is not None:
        if row.hints.year not in (None, said):
            row.error("year_contradicts_option", row.found("source"), str(row.hints.year))
        return said
    keys = set(inspection_keys(source))
    visits = [v for v in reference.inspections if v.unit_code == unit.unit_code and _names(keys, v)]
    years = {visit.year for visit in visits}
    if len(years) == 1 and written not in years:
        return years.pop()
    year = written or year_named(source)
    if year is None:
        row.error("source_missing", row.found("source"))
    return year


def _names(keys: set[str], visit: InspectionKnown) -> bool:
    days = {day.isoformat() for day in (visit.held_on, visit.conclusion_on) if day}
    number = conclusion_key(visit.conclusion_number) if visit.conclusion_number else None
    return number in keys or not days.isdisjoint(keys)


def _criterion(row: RegisterRow, unit: UnitKnown, year: int) -> CriterionRead:
    """The criterion in the set of the inspection's year, else in the newest earlier one."""
    named = row.found(*CRITERION_FIELDS)
    if named is None:
        return CriterionRead()
    of_year = row.sets.newest_until(year, unit.unit_kind)
    criteria = row.sets.of(of_year, unit.unit_kind) if of_year else None
    if criteria is None:
        row.warning("criteria_set_missing_for_register", named, str(year))
        return CriterionRead()
    area = reform_area(row, row.sets.areas(unit.unit_kind), None, is_told=False)
    code, name = row.found("criterion_code"), row.found("criterion", "criterion_name")
    match = criteria.find(code, name, reform_area=area)
    if match.problem:
        tell = row.warning if match.criterion else row.error
        tell(match.problem, named, "; ".join(match.candidates) or None)
    return CriterionRead(match.criterion, of_year)


def _continues(row: RegisterRow) -> EarlierFinding | None:
    found = row.found("continues")
    if found is None or plain_key(found.text).startswith(("khong", "chua")):
        return None
    earlier = earlier_finding(found.text)
    if earlier is None:
        row.warning("continues_unreadable", found)
    return earlier


def _is_individual(row: RegisterRow) -> bool:
    found = row.found("subject")
    subject = subject_of(found.text) if found else Subject.COLLECTIVE
    if subject is Subject.UNCLEAR:
        row.warning("subject_unclear", found)
    return subject is not Subject.COLLECTIVE


def _result_says(row: RegisterRow) -> str | None:
    found: Found | None = row.found("remediation_result")
    says = result_says(found.text if found else "")
    if says is None:
        row.warning("result_unreadable", found)
    return says
