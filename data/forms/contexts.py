"""Joins what a table's title, its sheet's name, a first sheet and the options say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from data.forms.facts import Facts, read_facts
from data.forms.forms import REGISTERS, SCORES, Form
from data.forms.found import Context, Found, Hints
from data.forms.header import Header
from data.forms.unit_words import (
    is_generic_sheet,
    is_kind_sheet,
    is_known,
    kinds_named,
    looks_like_unit,
)
from data.forms.years import years_of
from data.problems import Problem, Severity
from data.text_keys import plain_key, tidy

OF_A_YEAR = {
    Form.CRITERIA,
    Form.SCORES_UNIT,
    Form.SCORES_MATRIX,
    Form.SCORES_LONG,
    Form.PUBLISHED_RESULTS,
    Form.REMEDIATION,
    Form.INSPECTIONS,
    Form.FINDINGS,
}
OF_ONE_UNIT = {Form.SCORES_UNIT, *REGISTERS}
HAS_OWN_YEARS = {Form.LINKS, Form.UNITS}
KIND_OF_OPTION = {"verified": "verified_2"}


@dataclass(slots=True)
class ContextReader:
    """Makes the context of each table of one sheet.

    `above` are the facts of the sheet's first table, `first` those of the first sheet, `cover`
    the same where that sheet holds no table.
    """

    file: str
    sheet: str | None
    hints: Hints
    spellings: frozenset[str]
    above: Facts = field(default_factory=Facts)
    first: Facts = field(default_factory=Facts)
    cover: Facts = field(default_factory=Facts)
    problems: list[Problem] = field(default_factory=list)

    def context(self, header: Header, facts: Facts, all_text: str) -> Context:
        """Title rows beat the sheet's name, that the first sheet, that an option."""
        return Context(
            year=self._year(header, facts),
            group=self._group(facts),
            unit=self._unit(header, facts),
            kind=self._kind(header, facts),
            title=facts.title,
            legal_basis=facts.legal_basis,
            all_text=all_text,
        )

    def _year(self, header: Header, facts: Facts) -> Found | None:
        if header.form in HAS_OWN_YEARS:
            return None
        choices = facts.year_choices or self.above.year_choices or self._years_of_sheet_name()
        self._compare_with_sheet_name(header, choices)
        choices = choices or _elsewhere(self.first.year_choices) or header.years
        option = _option(self.hints.year)
        if option and choices:
            agreeing = [year for year in choices if year.text == option.text]
            if not agreeing:
                # The option stands in, so that resolving does not tell the same again.
                self._contradicted(choices[0], option)
            return agreeing[0] if agreeing else option
        if len(choices) > 1:
            if header.form in OF_A_YEAR and "year" not in header.columns:
                named = "; ".join(year.text for year in choices)
                self._problem("year_ambiguous", choices[0].cell, named, None)
            return None
        return choices[0] if choices else option

    def _compare_with_sheet_name(self, header: Header, choices: list[Found]) -> None:
        """A sheet copied for another year whose title nobody changed."""
        named = {year.text for year in self._years_of_sheet_name()}
        said = {year.text for year in choices}
        if header.form not in SCORES or "year" in header.columns or not named or not said:
            return
        if named.isdisjoint(said):
            first = choices[0]
            self._problem(
                "sheet_name_differs", first.cell, first.text, self.sheet, Severity.WARNING
            )

    def _years_of_sheet_name(self) -> list[Found]:
        years = years_of(tidy((self.sheet or "").replace("_", " ").replace("-", " ")))
        for certainty in sorted(years):
            return [Found(self.sheet, year, None) for year in dict.fromkeys(years[certainty])]
        return []

    def _group(self, facts: Facts) -> Found | None:
        named = [*facts.group_labels, *facts.groups]
        named = named or [*self.above.group_labels, *self.above.groups]
        if named:
            return named[0]
        name = self.sheet or ""
        if is_kind_sheet(name):
            return Found(name, kinds_named(name) or tidy(name), None)
        covered = [*self.cover.group_labels, *self.cover.groups]
        if covered:
            return _elsewhere(covered)[0]
        return _option(self.hints.group)

    def _unit(self, header: Header, facts: Facts) -> Found | None:
        if header.form not in OF_ONE_UNIT or {"unit", "unit_code"} & set(header.columns):
            return None
        if facts.unit_labels or facts.units_titled:
            return [*facts.unit_labels, *facts.units_titled][0]
        named = self._unit_of_sheet_name()
        if named or facts.units_alone:
            return named or self._of_letterhead(facts.units_alone)
        covered = _elsewhere([*self.cover.unit_labels, *self.cover.units_titled])
        guessed = self._unguarded_sheet_name() if header.form is Form.SCORES_UNIT else None
        return (covered[0] if covered else None) or _option(self.hints.unit) or guessed

    def _of_letterhead(self, bodies: list[Found]) -> Found:
        """Of several bodies the lower one reports, the upper one is above it.

        One that the book knows beats a committee or a team of its own.
        """
        known = [body for body in bodies if is_known(body.text, self.spellings)]
        return (known or bodies)[-1]

    def _unit_of_sheet_name(self) -> Found | None:
        for name in without_year(self.sheet):
            if looks_like_unit(name, self.spellings):
                return Found(self.sheet, name, None)
        return None

    def _unguarded_sheet_name(self) -> Found | None:
        """A name that says something, where nothing else does: resolving will ask who it is."""
        name = without_year(self.sheet)[-1:]
        if not name or self.spellings or is_generic_sheet(name[0]):
            return None
        return Found(self.sheet, name[0], None)

    def _kind(self, header: Header, facts: Facts) -> Found | None:
        if header.form is not Form.SCORES_MATRIX and "points" not in header.columns:
            return None
        heading_kinds = _kinds_of_headings(header)
        named = _kind_of_sheet(self.sheet)
        choices = (
            facts.kind_choices or heading_kinds or named or _elsewhere(self.first.kind_choices)
        )
        if len(choices) > 1:
            choices = [kind for kind in choices if kind.text in {n.text for n in named}]
        option = _option(self.hints.kind)
        if option:
            option = Found(option.value, KIND_OF_OPTION.get(option.text, option.text), None)
        if len(choices) == 1:
            if option and not _same_kind(option.text, choices[0].text):
                self._contradicted(choices[0], option)
            return choices[0]
        return option

    def _contradicted(self, found: Found, option: Found) -> None:
        self._problem("contradicts_option", found.cell, found.text, option.text)

    def _problem(
        self,
        code: str,
        cell: str | None,
        found: str | None,
        expected: str | None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        problem = Problem(severity, code, self.file, self.sheet, cell, found, expected)
        if problem not in self.problems:
            self.problems.append(problem)


def _option(value: int | str | None) -> Found | None:
    return None if value is None else Found(str(value), tidy(str(value)), None)


def _elsewhere(found: list[Found]) -> list[Found]:
    """What another sheet says: its cell names none of this sheet."""
    return [Found(one.value, one.text, None) for one in found]


def _same_kind(option: str, named: str) -> bool:
    return option == named or (option.startswith("verified") and named.startswith("verified"))


def without_year(name: str | None) -> list[str]:
    """A sheet's name, and the same without its year: 'SNV_2021' -> 'SNV'."""
    text = tidy((name or "").replace("_", " "))
    bare = tidy(re.sub(r"(?:\bnăm\s*)?(?<!\d)(?:19|20)\d\d(?!\d)", " ", text).strip(" -.,()"))
    return [choice for choice in dict.fromkeys((text, bare)) if plain_key(choice)]


def _kind_of_sheet(name: str | None) -> list[Found]:
    return read_facts([Found(name, tidy(name or ""), None)]).kind_choices


def _kinds_of_headings(header: Header) -> list[Found]:
    """The kind that a heading over all units names ('Điểm thẩm định của các đơn vị')."""
    groups = [header.block.group(column) for column in header.across]
    return read_facts(list({g.cell: g for g in groups if g}.values())).kind_choices
