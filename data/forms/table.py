"""What the readers of rows share: a table under way, with its columns and what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.forms.forms import REGISTERS, Form
from data.forms.found import Found, LeftOut, Record
from data.forms.header import Header
from data.forms.records import Records
from data.forms.row_view import RowView
from data.sheets.grid import Sheet

KEY_FIELDS = frozenset(
    {"unit", "unit_code", "year", "group", "kind", "criterion_code", "criterion_name"}
)
# Texts that one merged cell gives to several criteria; codes, names and points never are.
SHARED_TEXTS = frozenset(
    {"assessed_by", "evidence_required", "rule", "note", "evidence", "explanation_text"}
)
POINTS_FIELDS = frozenset(
    {"self_assessed", "verified_1", "explanation", "verified_2", "survey", "points"}
)
# Rows that say again what the headings say.
REPEATED = frozenset({"headings_again", "column_numbers", "maximum_row"})
CARRIED = {
    Form.CRITERIA: SHARED_TEXTS,
    Form.SCORES_UNIT: SHARED_TEXTS,
    Form.SCORES_LONG: KEY_FIELDS | SHARED_TEXTS,
    Form.SCORES_MATRIX: frozenset({"unit", "unit_code"}),
    Form.PUBLISHED_RESULTS: frozenset({"unit", "unit_code", "year", "group"}),
}


@dataclass(slots=True)
class Table:
    """One table while its rows are read. `maxima`: column -> maximum printed under the headings."""

    sheet: Sheet
    header: Header
    records: Records = field(default_factory=Records)
    left_out: list[LeftOut] = field(default_factory=list)
    maxima: dict[int, Found] = field(default_factory=dict)
    row_numbers: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()

    @property
    def form(self) -> Form:
        """The form the headings were recognised as."""
        return self.header.form

    @property
    def is_register(self) -> bool:
        """True for tables with one row an item."""
        return self.form in REGISTERS

    @property
    def columns(self) -> dict[str, int]:
        """Field -> column; the areas of published results are fields of their own."""
        columns = dict(self.header.columns)
        if self.form is Form.PUBLISHED_RESULTS:
            columns |= {f"area:{n + 1}": c for n, c in enumerate(self.header.across)}
        return columns

    def leave_out(self, cells: Sequence[Found], reason: str) -> None:
        """Note a row that is not taken, by its cells that are not blank."""
        written = " ".join(found.text for found in cells)
        first, last = cells[0].cell or "", cells[-1].cell or ""
        self.left_out.append(LeftOut(first, written, reason, last))

    def add(self, view: RowView, fields: Mapping[str, Found]) -> None:
        """Keep a record of the row."""
        self.records.append(Record(view.row + 1, fields))

    def cell(self, name: str, view: RowView, column: int) -> Found:
        """The cell of a field, with the merged range it lies in resolved as the field allows.

        Downwards a register repeats everything, a score sheet only shared texts; sideways only
        a sign over several columns of points ('KĐG') counts in each of them.
        """
        merge = self.sheet.anchors.get((view.row, column))
        if merge is None:
            return view.own(column)
        if merge.top < view.row and not self._is_carried(name):
            return view.own(column)
        if merge.left < column and not self._is_shared_sideways(name, merge.left):
            return view.own(column)
        return self.sheet.merged(view.row, column)

    def _is_carried(self, name: str) -> bool:
        return name in CARRIED[self.form] if self.form in CARRIED else True

    def _is_shared_sideways(self, name: str, left: int) -> bool:
        if name not in POINTS_FIELDS:
            return False
        columns = {c for other, c in self.header.columns.items() if other in POINTS_FIELDS}
        return left in columns or left in self.header.across
