"""Rows of a matrix: one record a cell, whichever of units and criteria lie across."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from data.forms.criterion_headings import read_criterion_heading
from data.forms.forms import Form
from data.forms.found import Found
from data.forms.header import Layout
from data.forms.headings import stacked_keys, vocabulary
from data.forms.matrix import unit_heading
from data.forms.row_signs import is_total
from data.forms.row_view import RowView
from data.forms.table import POINTS_FIELDS, Table

ROW_FIELDS = ("unit", "unit_code", "criterion_code", "criterion_name", "maximum_points", "note")


@dataclass(slots=True)
class MatrixRows:
    """Makes records with unit, criterion_code, criterion_name, maximum_points and points."""

    table: Table
    spellings: frozenset[str]
    across: dict[int, dict[str, Found]] = field(default_factory=dict)
    columns: list[tuple[str, int]] = field(default_factory=list)

    def take(self, view: RowView, total: Found | None) -> None:
        """One record for each cell across; `total` marks a row that adds up others."""
        table = self.table
        if not self.across:
            self._read_headings()
        own = {name: table.cell(name, view, column) for name, column in self.columns}
        if all(found.is_blank for found in own.values()) and not total:
            table.leave_out(view.texts, "row_without_known_columns")
            return
        marks = {"total_row": total} if total else {}
        for column, heading in self.across.items():
            points = table.cell("points", view, column)
            table.add(view, {**own, **heading, **marks, "points": points})

    def _read_headings(self) -> None:
        header = self.table.header
        self.columns = [(n, c) for n, c in header.columns.items() if n in ROW_FIELDS]
        if header.layout is Layout.UNITS_ACROSS:
            self.across = {column: self._unit(column) for column in header.across}
        else:
            self.across = {column: self._criterion(column) for column in header.across}

    def _unit(self, column: int) -> dict[str, Found]:
        block = self.table.header.block
        stack = block.stacks[column]
        place = unit_heading(block, column, self.spellings)
        fields = {"unit": stack[place] if place is not None else stack[-1]}
        below = tuple(found.text for found in stack[(place or 0) + 1 :])
        kind = next(
            (
                name
                for key in stacked_keys(below)
                for _, name in sorted(vocabulary(Form.SCORES_UNIT).get(key, ()))[:1]
                if name in POINTS_FIELDS
            ),
            None,
        )
        if kind and place is not None:
            leaf = stack[-1]
            fields["kind"] = Found(leaf.value, kind, leaf.cell)
        return fields

    def _criterion(self, column: int) -> dict[str, Found]:
        heading = self.table.header.headings[column]
        below = self.table.maxima.get(column)
        cell = heading.cell
        fields = {
            "criterion_code": Found(heading.code or None, heading.code, cell),
            "criterion_name": Found(heading.name or None, heading.name, cell),
        }
        if below:
            maximum = re.sub(r"[^\d.,]", "", below.text)
            fields["maximum_points"] = Found(maximum, maximum, below.cell)
        elif heading.maximum:
            fields["maximum_points"] = Found(heading.maximum, heading.maximum, cell)
        if heading.is_total:
            fields |= self._total(column)
        return fields

    def _total(self, column: int) -> dict[str, Found]:
        """A column that adds up others: of the area above it, of the one it names, or of all."""
        block = self.table.header.block
        leaf = block.leaf(column)
        named = re.search(
            r"\b([IVX]+|[A-ZĐ]|\d{1,2})\s*$", re.sub(r"\(.*?\)", "", leaf.text).strip()
        )
        group = block.group(column)
        fields = {
            "total_row": leaf,
            "criterion_code": Found(None, "", leaf.cell),
            "criterion_name": Found(None, "", leaf.cell),
        }
        if named and is_total(leaf.text):
            fields["criterion_code"] = Found(named[1], named[1], leaf.cell)
        elif group:
            area = read_criterion_heading([group], None)
            fields["criterion_code"] = Found(area.code or None, area.code, group.cell)
            fields["criterion_name"] = Found(area.name or None, area.name, group.cell)
        return fields
