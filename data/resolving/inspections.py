"""The inspection programme: visits that were planned, held and concluded."""

from __future__ import annotations

import datetime
import re

from data.forms.found import FormTable, Hints, Staged
from data.reference import Reference, UnitKnown
from data.resolving.naming import (
    areas_named,
    conclusion_key,
    conclusion_number,
)
from data.resolving.register_areas import area_of
from data.resolving.registers import RegisterRow, register_rows, said_once

DAY_WITHOUT_YEAR = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})", re.IGNORECASE)
TEXTS = ("thematic_lead", "head_of_team", "members")


def resolve_inspections(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.inspection, one a visit; `year` is the programme's.

    Areas stay empty where the programme names none (all six then). A planned month or quarter is
    its last day, with the text kept.
    """
    rows = register_rows(table, reference, hints)
    for row in rows:
        _resolve_row(row)
    return said_once(rows)


def _resolve_row(row: RegisterRow) -> None:
    written = row.year_written()
    form = row.closed("form", "inspection_form")
    held = _day(row, "held_on", written)
    planned = _planned(row, written, form, held)
    year = written or (planned.year if planned else None)
    unit, said = row.unit(year), _said(row, year)
    if planned is None or unit is None or year is None:
        return
    row.add(
        "inspection",
        "planned_on",
        "held_on",
        unit_code=unit.unit_code,
        year=year,
        row_number=row.record.row,
        areas=_areas(row, unit),
        planned_on=planned,
        held_on=held,
        inspection_form=form,
        **said,
    )


def _said(row: RegisterRow, year: int | None) -> dict[str, object]:
    """Columns that need neither the unit nor the plan, with what is wrong in them."""
    number = row.text("conclusion_number")
    return {
        "areas_text": row.text("areas"),
        "planned_text": row.text("planned_on"),
        "report_due_on": _day(row, "report_due_on", year),
        "report_received_on": _day(row, "report_received_on", year),
        "conclusion_number": conclusion_number(number) if number else None,
        "conclusion_key": conclusion_key(number) if number else None,
        "conclusion_on": _conclusion_on(row, year),
        "cells": row.cells(),
        **{name: row.text(name) for name in TEXTS},
    }


def _planned(
    row: RegisterRow, year: int | None, form: str | None, held: datetime.date | None
) -> datetime.date | None:
    """The planned day; an unannounced visit stands in no plan, so the day it was held serves."""
    found = row.found("planned_on")
    if found is None and form == "unannounced" and held is not None:
        return held
    if found is None:
        row.required("planned_on")
        return None
    return _day(row, "planned_on", year, is_required=True)


def _day(
    row: RegisterRow, field: str, year: int | None, *, is_required: bool = False
) -> datetime.date | None:
    """A day of the programme; '14/9' without a year lies in the programme's year."""
    found = row.found(field)
    if found and year and isinstance(found.value, str):
        match = DAY_WITHOUT_YEAR.fullmatch(found.text)
        if match:
            try:
                return datetime.date(year, int(match[2]), int(match[1]))
            except ValueError:
                row.error("date_impossible", found)
                return None
    return row.day(field, year=year, is_required=is_required)


def _conclusion_on(row: RegisterRow, year: int | None) -> datetime.date | None:
    """Its own column, else the day beside the number ('15/TB-ĐKT ngày 12/9/2022')."""
    if row.found("conclusion_on"):
        return _day(row, "conclusion_on", year)
    return row.day_beside("conclusion_number")


def _areas(row: RegisterRow, unit: UnitKnown) -> list[str]:
    found = row.found("areas")
    if found is None:
        return []
    text = found.value if isinstance(found.value, str) else found.text
    set_areas = row.sets.areas(unit.unit_kind)
    named = areas_named(text, lambda name: area_of(name, set_areas))
    for piece in named.unknown:
        row.warning("area_unknown", found._replace(text=piece))
    return list(named.areas)
