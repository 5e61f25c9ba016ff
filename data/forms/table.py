"""What the readers of rows share: a table under way, with its columns and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.forms.criterion_headings import CriterionHeading
from data.forms.forms import REGISTERS, Form
from data.forms.found import Found, LeftOut, Record
from data.forms.header import Header
from data.sheets.grid import Place, Sheet, cell_name

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
    records: list[Record] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    maxima: dict[int, Found] = field(default_factory=dict)
    taken: set[Place] = field(default_factory=set)
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

    def leave_out(self, row: int, column: int, text: str, reason: str) -> None:
        """Note a row or column that is not taken."""
        self.left_out.append(LeftOut(cell_name(row, column), text, reason))

    def cell(self, name: str, row: int, column: int) -> Found:
        """The cell of a field, with the merged range it lies in resolved as the field allows.

        Downwards a register repeats everything, a score sheet only shared texts; sideways only
        a sign over several columns of points ('KĐG') counts in each of them.
        """
        sheet = self.sheet
        merge = sheet.anchors.get((row, column))
        if merge is None:
            return sheet.own(row, column)
        if merge.top < row and not self._is_carried(name):
            return sheet.own(row, column)
        if merge.left < column and not self._is_shared_sideways(name, merge.left):
            return sheet.own(row, column)
        return sheet.merged(row, column)

    def _is_carried(self, name: str) -> bool:
        return name in CARRIED[self.form] if self.form in CARRIED else True

    def _is_shared_sideways(self, name: str, left: int) -> bool:
        if name not in POINTS_FIELDS:
            return False
        return any(
            column == left and other in POINTS_FIELDS
            for other, column in self.header.columns.items()
        )

    def heading_of(self, column: int) -> CriterionHeading:
        """What a column of a matrix or an area says, with a maximum printed in a row below."""
        return self.header.headings[column]
