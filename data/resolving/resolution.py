"""What every resolver shares: a table at work, with the rows and problems it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from data.forms.found import FormTable, Found, Hints, Record, SourceCell, Staged
from data.problems import Problem, Severity
from data.values import Sign, read_points

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(slots=True)
class Resolution:
    """One table being resolved; problems and rows gather in `staged`."""

    table: FormTable
    hints: Hints
    staged: Staged = field(default_factory=Staged)
    _told: set[Problem] = field(default_factory=set)

    def error(self, code: str, found: Found | None = None, expected: str | None = None) -> None:
        """One thing that refuses the import; the same thing at the same place is told once."""
        self._tell(Severity.ERROR, code, found, expected)

    def warning(self, code: str, found: Found | None = None, expected: str | None = None) -> None:
        """One thing to tell that travels on with the import."""
        self._tell(Severity.WARNING, code, found, expected)

    def missing(self, code: str, record: Record | None, *names: str) -> None:
        """Something said nowhere: told at a row's blank cell, which its heading names; of the
        whole sheet where the table has none of these columns."""
        fields = record.fields if record else {}
        blank = next((fields[name] for name in names if name in fields), None)
        headings = (self.table.columns.get(name) for name in names if name in fields)
        heading = next(filter(None, headings), None)
        self.error(code, blank, heading.text if blank and heading else None)

    def file_warning(self, code: str) -> None:
        """A warning of the whole file, equal from each of its sheets, so that one remains."""
        self._add(Problem(Severity.WARNING, code, self.table.file.name))

    def _tell(
        self, severity: Severity, code: str, found: Found | None, expected: str | None
    ) -> None:
        cell, text = (found.cell, found.text or None) if found else (None, None)
        name, sheet = self.table.file.name, self.table.sheet
        self._add(Problem(severity, code, name, sheet, cell, text, expected))

    def _add(self, problem: Problem) -> None:
        if problem not in self._told:
            self._told.add(problem)
            self.staged.problems.append(problem)

    def source(self, found: Found | None) -> SourceCell:
        """The cell that a row came from; of the whole sheet where there is none."""
        cell, text = (found.cell, found.text) if found else (None, None)
        return SourceCell(self.table.file, self.table.sheet, cell, text)

    def year(self, record: Record | None = None) -> int | None:
        """The year of a row's own column, else of the title, else of the option; null is told.

        A column that contradicts the option is an error here; a title, in the reader.
        """
        found = (filled(record, "year") if record else None) or self.table.context.year
        if found is None:
            if self.hints.year is None:
                self.missing("year_missing", record, "year")
            return self.hints.year
        year = year_in(found.text)
        if year is None:
            self.error("year_unknown", found)
        elif self.hints.year is not None and year != self.hints.year:
            self.error("year_contradicts_option", found, str(self.hints.year))
        return year

    def positive(self, found: Found | None, *, codes: tuple[str, str]) -> Decimal | None:
        """A number above 0, null where blank; `codes` of what is no number, and of one too low."""
        if found is None:
            return None
        read = read_points(found.value)
        if read.sign is Sign.MISSING:
            return None
        if read.points is None or read.is_percent:
            self.error(codes[0], found)
            return None
        if read.points <= 0:
            self.error(codes[1], found)
            return None
        self.tell_reading(found, is_three_digits=read.is_three_digits, is_rounded=read.is_rounded)
        return read.points

    def tell_reading(self, found: Found, *, is_three_digits: bool, is_rounded: bool) -> None:
        """Warnings that a number owes to the way it was written (definitions 1.1, 7.4)."""
        if is_rounded:
            self.file_warning("points_rounded")
        if is_three_digits:
            read = read_points(found.value)
            self.warning("read_as_decimal", found, plain(read.points))


@lru_cache(maxsize=4096)
def year_in(text: str) -> int | None:
    """The one year that a text names; null where it names none or several."""
    years = {int(year) for year in YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def filled(record: Record | None, *names: str) -> Found | None:
    """The first of these fields of a row that is not blank."""
    if record is None:
        return None
    fields = record.fields
    for name in names:
        found = fields.get(name)
        if found is not None and found.text:
            return found
    return None


def record_start(record: Record | None) -> Found | None:
    """The first filled cell of a row, to name the row by."""
    return filled(record, *record.fields) if record else None


def text_of(record: Record, *names: str) -> str | None:
    """Text of the first of these fields that is filled, else null."""
    found = filled(record, *names)
    return found.text if found else None


def plain(number: Decimal | None) -> str | None:
    """A number as a problem names it: '2.5', '100'; null for null."""
    if number is None:
        return None
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
