"""The register of initiatives and models that units run."""

from __future__ import annotations

from data.forms.found import FormTable, Hints, Staged
from data.reference import Reference
from data.resolving.naming import conclusion_number
from data.resolving.register_areas import reform_area
from data.resolving.registers import RegisterRow, keep_once, register_rows
from data.text_keys import plain_key
from data.values import days_named

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
    staged = Staged()
    for row in register_rows(table, reference, hints, staged):
        _resolve_row(row, reference)
    keep_once(staged, "initiative")
    return staged


def _resolve_row(row: RegisterRow, reference: Reference) -> None:
    written = row.year_written()
    applied = row.day("applied_from", year=written)
    number = row.text("decision_number")
    decided = row.day("decision_on", year=written) or next(iter(days_named(number or "")), None)
    year = written or next((day.year for day in (applied, decided) if day), None)
    unit = row.unit(year)
    name = row.required("name")
    if year is None:
        row.error("year_unknown", row.found("applied_from"))
    if unit is None or name is None or year is None:
        return
    kind_areas = [
        known
        for (_, kind), criteria in sorted(reference.criteria.items(), reverse=True)
        for known in criteria
        if kind == unit.unit_kind and known.parent_code is None
    ]
    row.staged.add(
        "initiative",
        row.source("name"),
        unit_code=unit.unit_code,
        year=year,
        reform_area=reform_area(row, kind_areas, None),
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
