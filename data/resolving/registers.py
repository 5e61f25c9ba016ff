"""What every register shares: a row that knows its table, its unit, its year and its problems."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.forms.found import FormTable, Found, Hints, Record, SourceCell, Staged
from data.problems import Problem, Severity
from data.reference import Reference, UnitKnown
from data.resolving.closed_lists import allowed_words, value_of
from data.resolving.units import UnitFinder
from data.text_keys import plain_key, tidy
from data.values import MISSING, Sign, days_named, read_date, read_points

NOT_YET = ("chua", "khong co", "khong")  # a date cell that says: nothing happened


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of a register while it is being resolved; problems go to `staged`."""

    table: FormTable
    record: Record
    staged: Staged
    hints: Hints
    units: UnitFinder

    def found(self, *names: str) -> Found | None:
        """The first of these fields that is filled; a lone dash or 'x' is a blank."""
        for name in names:
            found = self.record.fields.get(name)
            if found and found.text.casefold() not in MISSING:
                return found
        return None

    def text(self, *names: str) -> str | None:
        """Its text, null where blank or without a column."""
        found = self.found(*names)
        return found.text if found else None

    def error(self, code: str, found: Found | None = None, expected: str | None = None) -> None:
        """One thing wrong that refuses the import."""
        self._problem(Severity.ERROR, code, found, expected)

    def warning(self, code: str, found: Found | None = None, expected: str | None = None) -> None:
        """One thing doubtful that travels on."""
        self._problem(Severity.WARNING, code, found, expected)

    def _problem(
        self, severity: Severity, code: str, found: Found | None, expected: str | None
    ) -> None:
        place = found or next((f for f in self.record.fields.values() if f.cell), None)
        problem = Problem(
            severity,
            code,
            self.table.file.name,
            self.table.sheet,
            place.cell if place else None,
            found.text if found else None,
            expected,
        )
        # What a title row says is wrong once, not once for each row below it.
        if problem not in self.staged.problems:
            self.staged.problems.append(problem)

    def required(self, field: str) -> Found | None:
        """A field that must be filled; its absence is an error that names the heading."""
        found = self.found(field)
        if found is None:
            heading = self.table.columns.get(field)
            self.error(
                "field_missing", self.record.fields.get(field), heading.text if heading else field
            )
        return found

    def unit(self, year: int | None) -> UnitKnown | None:
        """The unit that the row, the title or the option names."""
        named = self.found("unit", "unit_code") or self.table.context.unit
        text = named.text if named else self.hints.unit
        if not text:
            self.required("unit")
            return None
        match = self.units.find(text, year=year)
        if match.problem:
            tell = self.warning if match.unit else self.error
            tell(match.problem, named, "; ".join(match.candidates) or None)
        code = self.found("unit_code")
        if match.unit and code and self.units.find(code.text, year=year).unit != match.unit:
            self.error("unit_contradicts_code", code, match.unit.unit_code)
        if match.unit and named and self.hints.unit:
            option = self.units.find(self.hints.unit, year=year).unit
            if option != match.unit:
                self.error("unit_contradicts_option", named, self.hints.unit)
        return match.unit

    def year_written(self) -> int | None:
        """The year of the row's own column, else of the title, else of the option.

        A workbook and an option that differ are an error; so is a text that holds no year.
        """
        named = self.found("year") or self.table.context.year
        if named is None:
            return self.hints.year
        digits = "".join(c for c in plain_key(named.text) if c.isdigit())
        if len(digits) != len("2021"):
            self.error("year_unknown", named)
            return None
        if self.hints.year is not None and int(digits) != self.hints.year:
            self.error("year_contradicts_option", named, str(self.hints.year))
        return int(digits)

    def closed(self, field: str, closed_list: str) -> str | None:
        """The stored value of a closed list; an unknown word is an error that lists the words."""
        found = self.found(field)
        if found is None:
            return None
        value = value_of(closed_list, found.text)
        if value is None:
            self.error(CLOSED_LIST_PROBLEMS[closed_list], found, allowed_words(closed_list))
        return value

    def day(
        self,
        field: str,
        *,
        year: int | None = None,
        last_named: bool = False,
        is_required: bool = False,
    ) -> datetime.date | None:
        """The day of a date field: a month or quarter is its last day (definitions 7.8).

        `year` serves where the cell writes none. `last_named`: of several days the last one, as
        a deadline means it. Impossible is an error; a text without a day is a warning, or an
        error too where the day is required.
        """
        found = self.found(field)
        if found is None or (not is_required and plain_key(found.text).startswith(NOT_YET)):
            return None
        read = read_date(found.value, year=year)
        if read.is_impossible:
            self.error("date_impossible", found)
        elif read.day is None:
            tell = self.error if is_required else self.warning
            tell("date_unreadable", found)
        elif last_named and isinstance(found.value, str):
            return max([read.day, *days_named(found.text)])
        return read.day

    def points(self, field: str) -> Decimal | None:
        """Points of a field, null where blank or not applicable; a text or below 0 is an error."""
        found = self.found(field)
        if found is None:
            return None
        read = read_points(found.value)
        if read.sign is Sign.NOT_A_NUMBER or read.is_percent:
            self.error("points_not_a_number", found)
            return None
        if read.points is not None and read.points < 0:
            self.error("points_below_zero", found)
        if read.is_three_digits:
            self.warning("three_digits_read_as_decimal", found, f"{read.points:f}")
        return read.points

    def cells(self) -> dict[str, str]:
        """Field -> cell, for every field that is filled."""
        return {
            name: found.cell
            for name, found in self.record.fields.items()
            if not found.is_blank and found.cell is not None
        }

    def source(self, *fields: str) -> SourceCell:
        """The principal cell of the row: the first of these that is filled, else the first cell."""
        found = self.found(*fields) or self.found(*self.record.fields)
        return SourceCell(
            self.table.file,
            self.table.sheet,
            found.cell if found else None,
            found.text if found else None,
        )


CLOSED_LIST_PROBLEMS = {
    "reported_state": "state_unknown",
    "handling_state": "handling_state_unknown",
    "finding_kind": "finding_kind_unknown",
    "severity": "severity_unknown",
    "inspection_form": "inspection_form_unknown",
}
PLACE_COLUMNS = {"row_number", "row_code", "cells", "source"}  # where a row stood, not what it says


def register_rows(
    table: FormTable, reference: Reference, hints: Hints, staged: Staged
) -> list[RegisterRow]:
    """The rows of a table, sharing one search over the units."""
    units = UnitFinder(reference.units)
    return [RegisterRow(table, record, staged, hints, units) for record in table.records]


def keep_once(staged: Staged, table: str) -> None:
    """Rows that say the same stand once; each repetition is a warning at its cell."""
    kept: dict[tuple[object, ...], dict[str, object]] = {}
    for row in staged.rows.get(table, []):
        said = tuple(
            (name, repr(value)) for name, value in row.items() if name not in PLACE_COLUMNS
        )
        if said in kept:
            _tell_repetition(staged, row, kept[said])
        else:
            kept[said] = row
    if kept:
        staged.rows[table] = list(kept.values())


def _tell_repetition(
    staged: Staged, row: Mapping[str, object], first: Mapping[str, object]
) -> None:
    source, earlier = row["source"], first["source"]
    if isinstance(source, SourceCell) and isinstance(earlier, SourceCell):
        staged.problems.append(
            Problem(
                Severity.WARNING,
                "duplicate_agrees",
                source.file.name,
                source.sheet,
                source.cell,
                tidy(source.raw_text or ""),
                earlier.cell,
            )
        )
