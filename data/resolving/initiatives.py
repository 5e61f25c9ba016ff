"""The register of initiatives and models that units run."""

from __future__ import annotations

from data.forms.found import FormTable, Hints, Staged
from data.reference import Reference
from data.resolving.naming import conclusion_number
from data.resolving.register_areas import reform_area
from data.resolving.registers import RegisterRow, register_rows, said_once
from data.text_keys import plain_key

TEXTS = (
    "description",
    "measure",
    "effect_before",
    "effect_after",
    "recognition",
    "replicated_at",
    "decision_body",
    "decision",
)


def resolve_initiatives(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.initiative; `year` as the sheet says, else when it was applied."""
    rows = register_rows(table, reference, hints)
    for row in rows:
        _resolve_row(row)
    return said_once(rows)


def _resolve_row(row: RegisterRow) -> None:
    written = row.year_written()
    applied = row.day("applied_from", year=written)
    number = row.text("decision_number")
    decided = row.day("decision_on", year=written) or row.day_beside("decision_number")
    year = written or next((day.year for day in (applied, decided) if day), None)
    unit = row.unit(year)
    name = row.required("name")
    if year is None:
        row.missing("year_missing", "year")
    if unit is None or name is None or year is None:
        return
    row.add(
        "initiative",
        "name",
        unit_code=unit.unit_code,
        year=year,
        reform_area=reform_area(row, row.sets.areas(unit.unit_kind), None),
        area_text=row.text("area"),
        initiative_name=name.text,
        initiative_key=plain_key(name.text),
        applied_from=applied,
        applied_from_text=row.text("applied_from"),
        decision_number=conclusion_number(number) if number else None,
        decision_on=decided,
        cells=row.cells(),
        **{field: row.text(field) for field in TEXTS},
    )
