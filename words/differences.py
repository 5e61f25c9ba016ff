"""What differs between two releases, in words: fields and values of every table alike."""

from __future__ import annotations

import re
from decimal import Decimal

from words import formats
from words.catalogue import has_text, text, word_for
from words.columns import Kind, column

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
FIGURE = re.compile(r"-?\d+\.\d+")
FAMILIES = {"unit_kind": "term.unit_kind", "state": "term.finding_state"}


def field_of_change(table_name: str, field: str) -> str:
    """What the field is called on the pages; a field of text as its table's column is."""
    families = {"score": "term.score_kind", "published_result": "term.published"}
    family = families.get(table_name)
    if family and has_text(f"{family}.{field}"):
        return text(f"{family}.{field}")
    stem = field.removesuffix("_text")
    for name in (field, stem, f"{stem}_on"):
        if has_text(f"column.{name}"):
            return text(f"column.{name}")
    return field


def value_of_change(field: str | None, value: str | None, points: Decimal | None) -> str | None:
    """A value as a reader of the language sees it; text of a workbook stays as it is written."""
    if points is not None:
        return formats.points(points)
    if value is None or value == "":
        return None
    if value == "not_applicable":
        return text("desk.not_applicable")
    if value in {"true", "false"}:
        return text("format.yes" if value == "true" else "desk.no")
    family = FAMILIES.get(field or "")
    if field and not family and column(field).kind is Kind.WORD:
        family = column(field).family
    if family:
        return word_for(family, value)
    if day := DAY.fullmatch(value):
        return f"{day[3]}/{day[2]}/{day[1]}"
    return formats.number(Decimal(value), 6) if FIGURE.fullmatch(value) else value
