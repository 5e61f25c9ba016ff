"""What every register shares: a row that knows its table, its unit, its year and its problems."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.forms.forms import Form, fields_of
from data.forms.found import FormTable, Found, Hints, Record, SourceCell, Staged
from data.problems import Problem, Severity
from data.reference import Reference, UnitKnown
from data.resolving.closed_lists import allowed_words, value_of
from data.resolving.naming import denies, verification_keys
from data.resolving.register_criteria import CriteriaSets
from data.resolving.resolution import Resolution, record_start
from data.resolving.units import UnitFinder
from data.text_keys import plain_key, tidy
from data.values import MISSING, DateFound, Sign, days_named, read_date, read_points

NOT_YET = ("chua", "khong co", "khong")  # a date cell that says: nothing happened
CLOSED_LIST_PROBLEMS = {
    "reported_state": "state_unknown",
    "handling_state": "handling_state_unknown",
    "finding_kind": "finding_kind_unknown",
    "severity": "severity_unknown",
    "inspection_form": "inspection_form_unknown",
}
PLACE_COLUMNS = {"row_number", "row_code", "cells", "source"}  # where a row stood, not what it says


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of a register while it is being resolved; rows and problems go to `resolution`."""

    resolution: Resolution
    record: Record
    units: UnitFinder
    sets: CriteriaSets

    @property
    def hints(self) -> Hints:
        """What the caller said."""
        return self.resolution.hints

    @property
    def table(self) -> FormTable:
        """The table that the row stands in."""
        return self.resolution.table

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
        """One thing wrong that refuses the import; without a cell, at the start of the row."""
        self.resolution.error(code, found or self._start(), expected)

    def warning(self, code: str, found: Found | None = None, expected: str | None = None) -> None:
        """One thing doubtful that travels on."""
        self.resolution.warning(code, found or self._start(), expected)

    def missing(self, code: str, field: str) -> None:
        """Something that no cell of the row says: at its own column's blank one if it has one."""
        if field in self.record.fields:
            self.resolution.missing(code, self.record, field)
        else:
            self.error(code)

    def _start(self) -> Found | None:
        return record_start(self.record)

    def required(self, field: str) -> Found | None:
        """A field that must be filled; its absence is an error that names the heading."""
        found = self.found(field)
        if found is None:
            blank = self.record.fields.get(field)
            heading = self.table.columns.get(field)
            at = blank if blank and blank.cell else None
            printed = {each.name: each.heading for each in fields_of(Form(self.table.form))}
            self.error("field_missing", at, heading.text if heading else printed[field])
        return found

    def unit(self, year: int | None) -> UnitKnown | None:
        """The unit that the row, the title or the option names; the row may give its code too."""
        named = self.found("unit", "unit_code") or self.table.context.unit
        text = named.text if named else self.hints.unit
        if not text:
            self.required("unit")
            return None
        match = self.units.find(text, year=year)
        if match.unit is None:
            self.error(match.problem or "unit_unknown", named, "; ".join(match.candidates) or None)
            return None
        is_of_year = match.problem == "unit_outside_validity" and _existed_in(match.unit, year)
        if match.problem and not is_of_year:
            self.warning(match.problem, named, match.unit.unit_name)
        self._agrees(match.unit, named, year)
        return match.unit

    def _agrees(self, unit: UnitKnown, named: Found | None, year: int | None) -> None:
        """The code beside the name and the option say the same unit, or it is an error."""
        code = self.found("unit_code")
        if code and self.units.find(code.text, year=year).unit != unit:
            self.error("code_and_name_differ", code, unit.unit_code)
        if named and self.hints.unit:
            option = self.units.find(self.hints.unit, year=year).unit
            if option != unit:
                self.error("unit_contradicts_option", named, self.hints.unit)

    def year_written(self) -> int | None:
        """The year of the row, the title or the option; null, without a word, where none says it.

        A text that holds no single year, or contradicts the option, is an error.
        """
        if self.found("year") or self.table.context.year:
            return self.resolution.year(self.record)
        return self.hints.year

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

    def day_beside(self, field: str) -> datetime.date | None:
        """The full day that stands beside a document's number; an impossible one is an error."""
        found = self.found(field)
        read = read_date(found.text) if found else DateFound()
        if read.is_impossible:
            self.error("date_impossible", found)
        return read.day if read.is_exact else None

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
        self.resolution.tell_reading(
            found, is_three_digits=read.is_three_digits, is_rounded=read.is_rounded
        )
        return read.points

    def verification(self) -> list[str]:
        """Keys of the inspections that 'Xác minh' names; none where it denies, which is told."""
        found = self.found("verification")
        if found and denies(found.text):
            self.warning("verification_denies", found)
        return verification_keys(found.text) if found else []

    def cells(self) -> dict[str, str]:
        """Field -> cell, for every field that is filled."""
        return {
            name: found.cell
            for name, found in self.record.fields.items()
            if not found.is_blank and found.cell is not None
        }

    def add(self, submitted: str, *principal: str, **columns: object) -> None:
        """Stage one row for submitted.<table>; its source is the first filled principal field."""
        source = self.resolution.source(self.found(*principal) or self._start())
        self.resolution.staged.add(submitted, source, **columns)


def _existed_in(unit: UnitKnown, year: int | None) -> bool:
    """True if the unit existed on any day of the year: a visit needs no whole year."""
    if year is None:
        return True
    begun = unit.valid_from is None or unit.valid_from.year <= year
    return begun and (unit.valid_to is None or unit.valid_to.year >= year)


def register_rows(table: FormTable, reference: Reference, hints: Hints) -> list[RegisterRow]:
    """The rows of a table, sharing one search over the units and one over the criteria."""
    units, sets = UnitFinder(reference.units), CriteriaSets(reference.criteria)
    resolution = Resolution(table, hints)
    return [RegisterRow(resolution, record, units, sets) for record in table.records]


def said_once(rows: list[RegisterRow]) -> Staged:
    """What the rows staged: rows that say the same stand once, each repetition is a warning."""
    staged = rows[0].resolution.staged if rows else Staged()
    for table, submitted in staged.rows.items():
        kept: dict[tuple[object, ...], dict[str, object]] = {}
        for row in submitted:
            said = tuple((k, repr(v)) for k, v in row.items() if k not in PLACE_COLUMNS)
            if said in kept:
                _tell_repetition(staged, row, kept[said])
            else:
                kept[said] = row
        staged.rows[table] = list(kept.values())
    return staged


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
                tidy(source.raw_text or "") or None,
                earlier.cell,
            )
        )
