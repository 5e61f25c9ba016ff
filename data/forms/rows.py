"""Sorts the rows below a table's headings: items, totals, summaries, signatures, headings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from data.forms.facts import is_title
from data.forms.forms import SCORES, Form
from data.forms.found import Found
from data.forms.group_rows import GroupRows
from data.forms.header import Layout
from data.forms.headings import heading_keys, may_be_heading
from data.forms.matrix_rows import MatrixRows
from data.forms.plain_rows import PlainRows
from data.forms.row_signs import RowSign, is_column_numbers, is_derived, sign_of
from data.forms.row_view import RowView
from data.forms.table import Table
from data.forms.unit_words import looks_like_unit

WITHOUT_SUMS = {Form.BANDS, Form.LINKS, Form.AREAS}  # 'Trung bình' is a band
LONGEST_NAME = 90  # characters; what stands alone and is longer is a remark, no unit
CODES = ("criterion_code", "code")
LABELS = ("unit", "unit_code", "criterion_name", "name", *CODES)
SUMS = {RowSign.TOTAL, RowSign.SUMMARY, RowSign.MAXIMUM}


@dataclass(slots=True)
class RowReader:
    """Takes rows one by one; `is_over` once the signature block has been reached."""

    table: Table
    spellings: frozenset[str]
    is_over: bool = False
    group: GroupRows = field(init=False)
    _make: Callable[[RowView, Found | None], None] = field(init=False)
    _heading_keys: dict[int, str] = field(init=False)
    _last_label: int = field(init=False)
    _rows_are_units: bool = field(init=False)
    _single: dict[int, str] = field(default_factory=dict)
    _headings_again: int = -1
    _numbers: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        header = self.table.header
        is_plain = header.layout is Layout.ROWS
        self.group = GroupRows(self.table, self.spellings)
        self._make = (
            PlainRows(self.table, self.group).take
            if is_plain
            else MatrixRows(self.table, self.spellings).take
        )
        self._heading_keys = {
            column: heading_keys(header.heading(column).text)[0]
            for column in self.table.columns.values()
            if heading_keys(header.heading(column).text)
        }
        labels = [header.columns[name] for name in LABELS if name in header.columns]
        self._last_label = max(labels, default=0)
        self._rows_are_units = header.layout is Layout.CRITERIA_ACROSS or self.table.form in {
            Form.PUBLISHED_RESULTS,
            Form.SCORES_LONG,
            Form.UNITS,
        }

    def take(self, row: int) -> None:
        """Read one row."""
        view = RowView(self.table.sheet, row)
        if not view.cells:
            return
        if len(view.cells) == 1:
            self._single[row] = view.texts[0].text
        if self.is_over:
            self.table.leave_out(view.texts, RowSign.SIGNATURE.value)
        elif self._is_headings(view):
            self._headings_again = row
            self.table.leave_out(view.texts, "headings_again")
        elif self._is_column_numbers(view):
            self.table.leave_out(view.texts, "column_numbers")
        else:
            self._sort(view)

    def end_of_items(self) -> int:
        """The row after the last record; rows at the end that are the next titles are none."""
        records = self.table.records
        while records and records[-1].row - 1 in self._single:
            if not is_title(self._single[records[-1].row - 1]):
                break
            records.pop()
        return records[-1].row if records else self.table.header.block.bottom + 1

    def titles_below(self, spellings: frozenset[str]) -> bool:
        """True where the last rows name a unit or a year: the next headings open a new table."""
        records = self.table.records
        last = records[-1].row if records else 0
        texts = [text for row, text in self._single.items() if row >= last - 1]
        return any(is_title(text) or looks_like_unit(text, spellings) for text in texts)

    def _sort(self, view: RowView) -> None:
        sign, label = self._sign(view)
        if sign is RowSign.SIGNATURE:
            self.is_over = True
        if sign is RowSign.MAXIMUM or (sign is None and self._is_maxima(view)):
            self._note_maxima(view)
            self.table.leave_out(view.texts, RowSign.MAXIMUM.value)
        elif sign is RowSign.TOTAL and self._keeps_totals():
            self._make(view, label)
        elif sign is not None:
            self.table.leave_out(view.texts, sign.value)
        elif self.group.take(view):
            self.table.leave_out(view.texts, "group_heading")
        else:
            self._make(view, None)

    def _sign(self, view: RowView) -> tuple[RowSign | None, Found | None]:
        """What the row's words say of it, and the cell that says so."""
        texts = view.texts
        if len(texts) <= 3 and self._is_signature(view, texts):
            return RowSign.SIGNATURE, None
        if len(texts) <= 2 and sign_of(texts[0].text) is RowSign.NOTE:
            return RowSign.NOTE, None
        if len(texts) == 1 and self._rows_are_units and len(texts[0].text) > LONGEST_NAME:
            return RowSign.NOTE, None
        if self.table.form in WITHOUT_SUMS:
            return None, None
        for column, found in list(view.cells.items())[:3]:
            sign = sign_of(found.text)
            if column <= self._last_label and self._counts(view, found, sign):
                return sign or RowSign.SUMMARY, found
        return None, None

    def _is_signature(self, view: RowView, texts: list[Found]) -> bool:
        signed = [found for found in texts if sign_of(found.text) is RowSign.SIGNATURE]
        if not signed:
            return False
        unit = self.table.header.columns.get("unit")
        own = view.cells.get(unit) if unit is not None else None
        return own is None or own in signed or len(texts) == 1

    def _counts(self, view: RowView, found: Found, sign: RowSign | None) -> bool:
        """Whether a sign at a row's label holds for the row.

        A unit's row is a summary whatever code stands beside it; a criterion with a code may
        well be named 'Trung bình …'.
        """
        if sign is RowSign.MAXIMUM:
            return self._has_maxima()
        if sign is RowSign.TOTAL or self._rows_are_units or self.table.is_register:
            return sign in SUMS
        codes = [self.table.header.columns.get(name) for name in CODES]
        has_code = any(
            c in view.cells and view.cells[c] is not found for c in codes if c is not None
        )
        return not has_code and (sign is RowSign.SUMMARY or is_derived(found.text))

    def _keeps_totals(self) -> bool:
        is_of_criteria = self.table.form in SCORES or self.table.form is Form.CRITERIA
        return is_of_criteria and not self._rows_are_units

    def _has_maxima(self) -> bool:
        """Whether what lies across has maxima: criteria, or areas of published results."""
        is_matrix = self.table.form is Form.SCORES_MATRIX
        return self._rows_are_units and (is_matrix or self.table.form is Form.PUBLISHED_RESULTS)

    def _is_maxima(self, view: RowView) -> bool:
        """A row of figures right under the headings that belongs to no unit."""
        if self.table.records or not self._has_maxima():
            return False
        columns = self.table.header.columns
        units = [columns[name] for name in ("unit", "unit_code") if name in columns]
        if any(not view.merged(column).is_blank for column in units):
            return False
        return all(any(letter.isdigit() for letter in found.text) for found in view.texts)

    def _note_maxima(self, view: RowView) -> None:
        for column, found in view.cells.items():
            if any(letter.isdigit() for letter in found.text):
                self.table.maxima[column] = found

    def _is_headings(self, view: RowView) -> bool:
        """The headings once more, as each printed page repeats them."""
        same = 0
        for column, key in self._heading_keys.items():
            found = view.cells.get(column)
            if found is None:
                continue
            if not may_be_heading(found.text) or heading_keys(found.text)[:1] != (key,):
                return False
            same += 1
        return same > 1

    def _is_column_numbers(self, view: RowView) -> bool:
        """Above the first item; further down only where a printed page begins: right below the
        headings once more, or the very row that stood above."""
        used = sorted(self.table.header.block.stacks)
        texts = tuple(view.own(column).text for column in used)
        if not is_column_numbers(texts):
            return False
        is_below_headings = view.row == self._headings_again + 1
        if self.table.records and not is_below_headings and texts not in self._numbers:
            return False
        self._numbers.add(texts)
        return True
