"""Reads the rows below a table's headings into records, and says why others are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from data.forms.forms import SCORES, Form
from data.forms.found import Found, Record
from data.forms.group_rows import GroupRows
from data.forms.header import Layout
from data.forms.headings import heading_keys
from data.forms.matrix_rows import MatrixRows
from data.forms.row_signs import RowSign, is_column_numbers, is_derived, sign_of
from data.forms.table import Table
from data.text_keys import plain_key

WITH_TOTALS = SCORES | {Form.CRITERIA}
WITHOUT_SUMS = {Form.BANDS, Form.LINKS, Form.AREAS, Form.UNITS}  # 'Trung bình' is a band
CONTINUED = ("unit", "unit_code", "year", "criterion", "criterion_code", "area")
CONTENT_OF_CRITERIA = ("code", "criterion_code", "maximum_points", *(
    "self_assessed", "verified_1", "explanation", "verified_2", "survey"))  # fmt: skip


@dataclass(slots=True)
class RowReader:
    """Takes rows one by one; `is_over` once the signature block has been reached."""

    table: Table
    is_over: bool = False
    group: GroupRows = field(init=False)
    matrix: MatrixRows | None = field(init=False)
    columns: list[tuple[str, int]] = field(init=False)
    _make: Callable[[int], None] = field(init=False)

    def __post_init__(self) -> None:
        header = self.table.header
        self.columns = list(header.columns.items())
        if self.table.form is Form.PUBLISHED_RESULTS:
            self.columns += [(f"area:{n + 1}", c) for n, c in enumerate(header.across)]
        self.group = GroupRows(self.table)
        self.matrix = MatrixRows(self.table) if header.layout is not Layout.ROWS else None
        self._make = self.matrix.take if self.matrix else self._take_plain

    def take(self, row: int) -> None:
        """Read one row that is not blank."""
        sheet = self.table.sheet
        cells = [(c, v) for c, v in enumerate(sheet.rows[row]) if v is not None and v != ""]
        texts = [found for c, _ in cells if not (found := sheet.own(row, c)).is_blank]
        if not texts:
            return
        if self.is_over:
            self._leave_out(texts, RowSign.SIGNATURE.value)
        elif self._is_headings(row) or self._is_column_numbers(row):
            return
        else:
            self._sort(row, texts)

    def _sort(self, row: int, texts: list[Found]) -> None:
        sign = self._sign(texts)
        if sign is RowSign.SIGNATURE:
            self.is_over = True
        if sign is RowSign.MAXIMUM and not self._takes_maxima():
            sign = None
        if sign is RowSign.MAXIMUM or self._is_maxima(row, texts):
            self._note_maxima(row)
        elif sign is RowSign.TOTAL and self._keeps_totals():
            self._take_total(row, texts)
        elif sign is not None:
            self._leave_out(texts, sign.value)
        elif self.group.take(row, texts):
            self._leave_out(texts, "group_heading")
        else:
            self._make(row)

    def _leave_out(self, texts: list[Found], reason: str) -> None:
        written = " ".join(found.text for found in texts)
        from data.forms.found import LeftOut

        self.table.left_out.append(LeftOut(texts[0].cell or "", written, reason))

    def _sign(self, texts: list[Found]) -> RowSign | None:
        """What the row's leading words say: its first cells, at most up to the name or unit."""
        if len(texts) <= 3 and any(sign_of(t.text) is RowSign.SIGNATURE for t in texts):
            return RowSign.SIGNATURE
        if len(texts) <= 2 and sign_of(texts[0].text) is RowSign.NOTE:
            return RowSign.NOTE
        if self.table.form in WITHOUT_SUMS:
            return None
        for found in texts[:3]:
            sign = sign_of(found.text)
            if sign in {RowSign.TOTAL, RowSign.SUMMARY, RowSign.MAXIMUM} and self._is_label(found):
                return sign
            if self._keeps_totals() and self._is_label(found) and is_derived(found.text):
                return RowSign.SUMMARY
        return None

    def _is_label(self, found: Found) -> bool:
        """True where a cell stands at or left of the columns that name a row's thing."""
        header = self.table.header
        names = ("unit", "unit_code", "criterion_name", "name", "criterion_code", "code")
        last = max((header.columns[n] for n in names if n in header.columns), default=0)
        letters = (found.cell or "").rstrip("0123456789")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        return column - 1 <= last

    def _keeps_totals(self) -> bool:
        is_by_unit = self.table.header.layout is Layout.CRITERIA_ACROSS
        return (
            self.table.form in WITH_TOTALS
            and self.table.form is not Form.SCORES_LONG
            and not is_by_unit
        )

    def _take_total(self, row: int, texts: list[Found]) -> None:
        label = next(found for found in texts if sign_of(found.text) is RowSign.TOTAL)
        if self.matrix:
            self.matrix.take(row, total=label)
        else:
            fields = {name: self.table.cell(name, row, column) for name, column in self.columns}
            self._add(row, {**fields, "total_row": label})

    def _takes_maxima(self) -> bool:
        is_by_unit = self.table.header.layout is Layout.CRITERIA_ACROSS
        return is_by_unit or self.table.form is Form.PUBLISHED_RESULTS

    def _is_maxima(self, row: int, texts: list[Found]) -> bool:
        """A row of figures right under the headings that belongs to no unit."""
        if not self._takes_maxima() or self.table.records:
            return False
        header = self.table.header
        names = [header.columns[name] for name in ("unit", "unit_code") if name in header.columns]
        if any(not self.table.sheet.merged(row, column).is_blank for column in names):
            return False
        return all(plain_key(found.text).replace(" ", "").replace("diem", "").isdigit()
                   for found in texts)  # fmt: skip

    def _note_maxima(self, row: int) -> None:
        sheet = self.table.sheet
        for column in range(sheet.width):
            cell = sheet.own(row, column)
            if any(character.isdigit() for character in cell.text):
                self.table.maxima[column] = cell

    def _is_headings(self, row: int) -> bool:
        """The headings once more, as each printed page repeats them."""
        same = other = 0
        for _, column in self.columns:
            cell = self.table.sheet.merged(row, column)
            if cell.is_blank:
                continue
            heading = self.table.header.heading(column)
            if heading_keys(cell.text)[:1] == heading_keys(heading.text)[:1]:
                same += 1
            else:
                other += 1
        return same > 1 and same > other

    def _is_column_numbers(self, row: int) -> bool:
        used = sorted(self.table.header.block.stacks)
        texts = [self.table.sheet.own(row, column).text for column in used]
        return not self.table.records and is_column_numbers(texts)

    def _take_plain(self, row: int) -> None:
        table = self.table
        fields = {name: table.cell(name, row, column) for name, column in self.columns}
        own = [n for n, c in self.columns if not table.sheet.own(row, c).is_blank]
        if not own:
            written = [table.sheet.own(row, c) for c in range(table.sheet.width)]
            self._leave_out([f for f in written if not f.is_blank], "row_without_known_columns")
            return
        if table.form in {Form.CRITERIA, Form.SCORES_UNIT}:
            fields = self._without_borrowed(row, fields)
        if table.is_register:
            fields = self._continued(row, fields)
        self._add(row, self.group.apply(fields))

    def _without_borrowed(self, row: int, fields: dict[str, Found]) -> dict[str, Found]:
        """A row that is only more of the rule above does not repeat what is merged over both."""
        if any(not fields[name].is_blank for name in CONTENT_OF_CRITERIA if name in fields):
            return fields
        return {name: self.table.sheet.own(row, self.table.header.columns[name]) for name in fields}

    def _continued(self, row: int, fields: dict[str, Found]) -> dict[str, Found]:
        """An item of the unit above: its row number and its unit are left blank."""
        table = self.table
        numbers = [*table.row_numbers, *(
            [table.header.columns["row_code"]] if "row_code" in table.header.columns else [])]  # fmt: skip
        unit = fields.get("unit") or fields.get("unit_code")
        if not numbers or not table.records or unit is None or not unit.is_blank:
            return fields
        if any(not table.sheet.merged(row, column).is_blank for column in numbers):
            return fields
        above: Mapping[str, Found] = table.records[-1].fields
        carried = {
            name: above[name]
            for name in CONTINUED
            if name in fields and fields[name].is_blank and name in above
        }
        return {**fields, **carried}

    def _add(self, row: int, fields: dict[str, Found]) -> None:
        self.table.records.append(Record(row + 1, fields))
