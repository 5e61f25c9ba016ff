"""The form `units`: units, their ranking groups, spellings, validity and succession."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.reference import Reference, UnitKnown
from data.resolving.codes import printed_code
from data.resolving.kinds import stored_kind
from data.resolving.resolution import Resolution, filled, year_in
from data.resolving.unit_finder import UnitFinder
from data.resolving.unit_spelling import spelling
from data.text_keys import accent_key, dictionary_key, plain_key, tidy
from data.values import read_date

SEPARATORS = re.compile(r"[;\n\r]+")
UNRANKED = "khong xep hang"
UNRANKED_WORDS = re.compile(r"[(\[,;–-]*\s*kh[ôo]ng\s+x[ếe]p\s+h[ạa]ng\s*[)\]]*", re.IGNORECASE)
YEAR_ALONE = re.compile(r"(?:19|20)\d{2}")
YEAR_SPAN = re.compile(r"((?:19|20)\d{2})\s*[-–—]\s*((?:19|20)\d{2})")
LAST_YEAR = 2040  # a unit without end is expanded to here (data/effective/10_units.sql)


def resolve_units(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.unit, unit_alias, unit_group and unit_succession.

    A blank cell leaves what is known; a unit that the book does not know needs name and kind.
    """
    work = Resolution(table, hints)
    rows = _UnitRows(work, reference)
    for record in table.records:
        rows.take(record)
    return work.staged


class _UnitRows:
    """Takes the rows of one table; knows the units of the book and of the rows before."""

    def __init__(self, work: Resolution, reference: Reference) -> None:
        self._work = work
        self._units = {unit.unit_code: unit for unit in reference.units}
        self._known = set(self._units)
        self._codes_by_name = {accent_key(u.unit_name): u.unit_code for u in reference.units}
        self._successors = UnitFinder([*reference.units, *_listed(work.table)])

    def take(self, record: Record) -> None:
        """One row: a unit, or one more year of it."""
        found = filled(record, "code")
        if found is None:
            self._work.error("unit_code_missing", filled(record, "name"))
            return
        code = tidy(found.text) if isinstance(found.value, str) else printed_code(found.value)
        if self._is_named_right(record, code) and self._is_whole(record, code):
            self._stage(record, code, found)
            self._known.add(code)

    def _is_named_right(self, record: Record, code: str) -> bool:
        """A known name under another code is an error (definitions 7.9).

        So is another spelling of it, for a unit of the same kind: 'UBND quận Lê Chân'.
        """
        name = filled(record, "name")
        if name is None:
            return True
        known_code = self._codes_by_name.setdefault(accent_key(name.text), code)
        if known_code == code and code not in self._known:
            known_code = self._code_of_spelling(name, stored_kind(record.text("kind"))) or code
        if known_code != code:
            self._work.error("unit_name_has_other_code", name, known_code)
        return known_code == code

    def _code_of_spelling(self, name: Found, kind: str) -> str | None:
        asked = spelling(name.text)
        for unit in self._units.values():
            spellings = (unit.unit_name, *unit.spellings)
            is_same = any(asked.has_accents_of(spelling(known)) for known in spellings)
            if unit.unit_kind == kind and is_same:
                return unit.unit_code
        return None

    def _is_whole(self, record: Record, code: str) -> bool:
        if code in self._known:
            return True
        for field in ("name", "kind"):
            if filled(record, field) is None:
                self._work.error(f"unit_{field}_missing", filled(record, "code"))
                return False
        return True

    def _stage(self, record: Record, code: str, found: Found) -> None:
        name, kind = filled(record, "name"), filled(record, "kind")
        valid_from, valid_to = self._day(record, "valid_from"), self._day(record, "valid_to")
        if valid_from and valid_to and valid_from > valid_to:
            self._work.error("validity_reversed", filled(record, "valid_to"))
        source = self._work.source(name or found)
        self._work.staged.add(
            "unit",
            source,
            unit_code=code,
            unit_name=name.text if name else None,
            short_name=_short_name(name.text) if name else None,
            unit_kind=stored_kind(kind.text) if kind else None,
            valid_from=valid_from,
            valid_to=valid_to,
            sort_key=dictionary_key(name.text) if name else None,
        )
        for alias in _parts(filled(record, "aliases")):
            self._work.staged.add(
                "unit_alias",
                source,
                unit_code=code,
                alias=alias,
                alias_key=spelling(alias).core_key,
            )
        self._stage_group(record, code)
        self._stage_succession(record, code)

    def _stage_group(self, record: Record, code: str) -> None:
        found = filled(record, "ranking_group")
        if found is None:
            return
        is_ranked = UNRANKED not in plain_key(found.text)
        group = tidy(UNRANKED_WORDS.sub(" ", found.text)).strip(" -–,;()") or None
        for year in self._years(record):
            self._work.staged.add(
                "unit_group",
                self._work.source(found),
                unit_code=code,
                year=year,
                ranking_group=group,
                is_ranked=is_ranked,
            )

    def _years(self, record: Record) -> list[int | None]:
        """Years of a row: '2021', '2020-2024', '2021; 2022'; a blank is every year of validity."""
        found = filled(record, "year")
        if found is None:
            return [self._work.hints.year if "year" not in self._work.table.columns else None]
        years: set[int] = set()
        for part in _parts(found):
            span = YEAR_SPAN.fullmatch(part)
            one = year_in(part)
            if span:
                years |= set(range(int(span[1]), min(int(span[2]), LAST_YEAR) + 1))
            elif one is not None:
                years.add(one)
            else:
                self._work.error("year_unknown", found)
        return [*sorted(years)]

    def _stage_succession(self, record: Record, code: str) -> None:
        found = filled(record, "succeeded_by")
        for text in _parts(found):
            match = self._successors.find(text)
            if match.unit is None:
                expected = "; ".join(match.candidates) or None
                self._work.error(match.problem or "unit_unknown", found, expected)
                continue
            self._work.staged.add(
                "unit_succession",
                self._work.source(found),
                unit_code=code,
                succeeded_by=match.unit.unit_code,
            )

    def _day(self, record: Record, field: str) -> datetime.date | None:
        found = filled(record, field)
        if found is None:
            return None
        if YEAR_ALONE.fullmatch(found.text):
            year = int(found.text)
            is_start = field == "valid_from"
            return datetime.date(year, 1, 1) if is_start else datetime.date(year, 12, 31)
        read = read_date(found.value)
        if read.is_impossible:
            self._work.error("date_impossible", found)
        elif read.day is None:
            self._work.error("date_unreadable", found)
        if read.day and field == "valid_from" and not read.is_exact:
            return read.day.replace(day=1)
        return read.day


def _parts(found: Found | None) -> Sequence[str]:
    """The items of a cell, one a line or between semicolons."""
    if found is None:
        return ()
    raw = found.value if isinstance(found.value, str) else found.text
    return tuple(dict.fromkeys(tidy(part) for part in SEPARATORS.split(raw) if tidy(part)))


def _short_name(name: str) -> str:
    """A name without the kind before it: 'Quận Lê Chân' -> 'Lê Chân'."""
    core = spelling(name).core_accents
    words = tidy(name).split(" ")
    for place in range(len(words)):
        rest = " ".join(words[place:])
        if (
            spelling(rest).core_accents == core
            and spelling(rest).full_key == spelling(name).core_key
        ):
            return rest
    return tidy(name)


def _listed(table: FormTable) -> list[UnitKnown]:
    """Units of the table itself, which may follow one another."""
    listed = []
    for record in table.records:
        code, name = record.text("code"), record.text("name")
        if code and name:
            kind = stored_kind(record.text("kind"))
            listed.append(UnitKnown(code, name, kind, None, None, (), {}, frozenset()))
    return listed
