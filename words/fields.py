"""The fields of a form in the words of those who fill it in."""

from __future__ import annotations

from collections.abc import Iterable

from data.forms.forms import Form, fields_of
from words.catalogue import Language, has_text, language, text

AREA = "area:"


def field_word(form: str, name: str) -> str:
    """What a column of the form is called: its printed heading, or the catalogue's word."""
    if name.startswith(AREA):
        return text("understood.area_field", number=name.removeprefix(AREA))
    if language() is not Language.VIETNAMESE and has_text(f"column.{name}"):
        return text(f"column.{name}")
    headings = {field.name: field.heading for field in fields_of(Form(form))}
    return headings.get(name, name)


def field_words(form: str, names: Iterable[str]) -> str:
    """Fields of which one is needed: 'A / B'."""
    known = {field.name for field in fields_of(Form(form))}
    return " / ".join(field_word(form, name) for name in names if name in known)
