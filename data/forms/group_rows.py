"""Rows inside a table that only say what the rows below belong to: an area, a unit, a group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.forms.forms import Form, fields_of
from data.forms.found import Found
from data.forms.header import Layout
from data.forms.row_view import RowView
from data.forms.table import Table
from data.forms.unit_words import kinds_named, looks_like_unit

ORDINAL = re.compile(r"(?:[IVX]+|[A-ZĐ])[.):]?")
AREA_ROW = re.compile(
    r"(?:[IVX]+|[A-ZĐ]|\d{1,2})\s*[.):/–-]\s*(.+)|(?:lĩnh vực|khối|nhóm)\b.*", re.I
)


@dataclass(slots=True)
class GroupRows:
    """Remembers the last such row and adds it to the records below, where they say nothing."""

    table: Table
    spellings: frozenset[str]
    area: Found | None = None
    unit: Found | None = None

    def take(self, view: RowView) -> bool:
        """True where the row is a group heading; it then holds for the rows below."""
        if self.table.form in {Form.CRITERIA, Form.SCORES_UNIT}:
            return False
        if self.table.header.layout is Layout.UNITS_ACROSS or len(self.table.header.columns) < 3:
            return False
        if len(view.cells) > 2:
            return False
        label = self._label(view, view.texts)
        if label is None:
            return False
        if self.table.is_register:
            return self._in_register(label)
        return self._in_results(label, view.texts)

    def _label(self, view: RowView, texts: list[Found]) -> Found | None:
        """The only words of the row, beside an ordinal; they stand at its left or span it."""
        words = [found for found in texts if not ORDINAL.fullmatch(found.text)]
        if len(words) != 1:
            return None
        header = self.table.header
        columns = sorted(header.block.stacks)
        place = view.column_of(words[0])
        merge = self.table.sheet.anchors.get((view.row, place))
        is_wide = merge is not None and merge.right - merge.left >= 2
        is_left = place <= header.columns.get("unit", columns[0]) or place == columns[0]
        return words[0] if is_wide or is_left or len(texts) == 2 else None

    def _in_register(self, label: Found) -> bool:
        if looks_like_unit(label.text, self.spellings):
            self.unit = label
            self.area = None
        elif AREA_ROW.fullmatch(label.text) or "area" in self._names():
            match = AREA_ROW.fullmatch(label.text)
            text = match[1] if match and match[1] else label.text
            self.area = Found(label.value, text, label.cell)
        return True

    def _in_results(self, label: Found, texts: list[Found]) -> bool:
        """'I | Các quận': a heading; a unit without figures is a row like any other."""
        if looks_like_unit(label.text, self.spellings):
            return False
        return kinds_named(label.text) is not None or (
            len(texts) == 2 or AREA_ROW.fullmatch(label.text) is not None
        )

    def _names(self) -> set[str]:
        return {field.name for field in fields_of(self.table.form)}

    def apply(self, fields: Mapping[str, Found]) -> Mapping[str, Found]:
        """The fields, with unit and area of the heading rows above where the row has none."""
        if self.unit and _is_blank(fields, "unit") and _is_blank(fields, "unit_code"):
            fields = {**fields, "unit": self.unit}
        if self.area and "area" in self._names() and _is_blank(fields, "area"):
            fields = {**fields, "area": self.area}
        return fields


def _is_blank(fields: Mapping[str, Found], name: str) -> bool:
    return name not in fields or fields[name].is_blank
