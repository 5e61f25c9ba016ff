"""The forms and their fields, as `headings.toml` names them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

HEADINGS = Path(__file__).with_name("headings.toml")


class Form(StrEnum):
    """A kind of table that a workbook may hold (definitions, section 6)."""

    CRITERIA = "criteria"
    SCORES_UNIT = "scores_unit"
    SCORES_MATRIX = "scores_matrix"
    SCORES_LONG = "scores_long"
    PUBLISHED_RESULTS = "published_results"
    REMEDIATION = "remediation"
    INSPECTIONS = "inspections"
    FINDINGS = "findings"
    INITIATIVES = "initiatives"
    UNITS = "units"
    AREAS = "areas"
    LINKS = "links"
    BANDS = "bands"


REGISTERS = frozenset({Form.REMEDIATION, Form.INSPECTIONS, Form.FINDINGS, Form.INITIATIVES})
SCORES = frozenset({Form.SCORES_UNIT, Form.SCORES_MATRIX, Form.SCORES_LONG})
# The columns of one score sheet are those of another, with what its layout adds in front.
BUILDS_ON = {Form.SCORES_LONG: Form.SCORES_UNIT, Form.SCORES_MATRIX: Form.SCORES_UNIT}
MATRIX_COLUMNS = frozenset({"criterion_code", "criterion_name", "maximum_points"})


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a form.

    `heading` is what a template prints. `synonyms` are read as well; `weak` ones only where no
    other column claims the field, `last` ones where the field they are weak for is claimed.
    `is_required`: in the row, or from title, sheet name or option.
    `is_in_template` is false for columns that are read where they stand, but not asked for.
    """

    name: str
    heading: str
    synonyms: tuple[str, ...]
    weak: tuple[str, ...]
    last: tuple[str, ...]
    is_required: bool
    type: str
    is_in_template: bool


@cache
def fields_of(form: Form) -> tuple[Field, ...]:
    """The fields of a form in template order."""
    tables = _tables()
    own = [_field(name, entry) for name, entry in tables[form].items()]
    base = BUILDS_ON.get(form)
    if base is None:
        return tuple(own)
    taken = {field.name for field in own}
    inherited = [_field(name, entry) for name, entry in tables[base].items() if name not in taken]
    if form is Form.SCORES_MATRIX:
        # Its kind of points stands in the title: no column of the printed form asks for it.
        inherited = [
            replace(field, is_in_template=field.name in MATRIX_COLUMNS) for field in inherited
        ]
    return (*own, *inherited)


def _field(name: str, entry: dict[str, Any]) -> Field:
    return Field(
        name=name,
        heading=entry["heading"],
        synonyms=tuple(entry.get("also", ())),
        weak=tuple(entry.get("weak", ())),
        last=tuple(entry.get("last", ())),
        is_required=entry.get("required", False),
        type=entry["type"],
        is_in_template=not entry.get("optional_column", False),
    )


@cache
def _tables() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads(HEADINGS.read_text(encoding="utf-8"))
