"""Makes records of tables with one row an item."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.forms.criterion_headings import CODE
from data.forms.forms import Form
from data.forms.found import Found
from data.forms.group_rows import GroupRows
from data.forms.row_signs import RowSign
from data.forms.row_view import RowView
from data.forms.table import POINTS_FIELDS, Table
from data.sheets.grid import column_letters

CONTINUED = ("unit", "unit_code", "year", "criterion", "criterion_code", "area")
CODE_AND_NAME = {
    Form.CRITERIA: ("code", "name"),
    Form.SCORES_UNIT: ("criterion_code", "criterion_name"),
}
CONTENT = ("code", "criterion_code", "maximum_points", *sorted(POINTS_FIELDS))


@dataclass(slots=True)
class PlainRows:
    """One record a row; what merged cells and heading rows above say is filled in."""

    table: Table
    group: GroupRows
    columns: list[tuple[str, int, str]] = field(init=False)
    numbers: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        columns = self.table.columns.items()
        self.columns = [(name, column, column_letters(column)) for name, column in columns]
        code = self.table.header.columns.get("row_code")
        self.numbers = (*self.table.row_numbers, *(() if code is None else (code,)))

    def take(self, view: RowView, total: Found | None) -> None:
        """The record of a row; `total` is the label of one that adds up others."""
        table = self.table
        if not any(column in view.cells for _, column, _ in self.columns):
            table.leave_out(view.texts, "row_without_known_columns")
            return
        if total is None and self._is_remark(view):
            table.leave_out(view.texts, RowSign.NOTE.value)
            return
        if view.row in table.sheet.merged_rows:
            fields = {name: table.cell(name, view, column) for name, column, _ in self.columns}
        else:
            fields = view.plain(self.columns)
        if total:
            fields["total_row"] = total
        elif table.form in CODE_AND_NAME:
            fields = self._of_criterion(view, fields)
        elif table.is_register:
            fields = self._continued(view, fields)
        table.add(view, self.group.apply(fields))

    def _is_remark(self, view: RowView) -> bool:
        """Nothing but words where a code should stand: a remark on the whole table."""
        code = CODE_AND_NAME.get(self.table.form, ("",))[0]
        column = self.table.header.columns.get(code)
        if column is None or len(view.cells) != 1 or column not in view.cells:
            return False
        text = view.cells[column].text
        return " " in text and CODE.fullmatch(text) is None

    def _of_criterion(self, view: RowView, fields: dict[str, Found]) -> dict[str, Found]:
        code, name = CODE_AND_NAME[self.table.form]
        fields = _split(fields, code, name)
        if any(not fields[field].is_blank for field in CONTENT if field in fields):
            return fields
        # More of the rule above does not repeat what is merged over both.
        columns = self.table.header.columns
        return {
            field: view.own(columns[field])
            if field in columns and found.is_blank is False
            else found
            for field, found in fields.items()
        }

    def _continued(self, view: RowView, fields: dict[str, Found]) -> dict[str, Found]:
        """An item of the unit above: its row number and its unit are left blank."""
        unit = fields.get("unit") or fields.get("unit_code")
        if not self.numbers or not self.table.records or unit is None or not unit.is_blank:
            return fields
        if any(not view.merged(column).is_blank for column in self.numbers):
            return fields
        above = self.table.records[-1].fields
        carried = {
            name: above[name]
            for name in CONTINUED
            if name in fields and fields[name].is_blank and name in above
        }
        return {**fields, **carried}


def _split(fields: dict[str, Found], code: str, name: str) -> dict[str, Found]:
    """'I. Chỉ đạo, điều hành' in one cell, merged over both columns or without a code column."""
    code_cell, name_cell = fields.get(code), fields.get(name)
    if code_cell is not None and not code_cell.is_blank:
        both = code_cell if (name_cell is None or name_cell.is_blank) else None
    else:
        both = name_cell if code_cell is None else None
    match = CODE.fullmatch(both.text) if both else None
    if both is None or match is None or not match["name"] or " " not in both.text:
        return fields
    return {
        **fields,
        code: Found(match["code"], match["code"], both.cell),
        name: Found(match["name"], match["name"], both.cell),
    }
