"""What a document asks: one release, one set of filters, the same questions as the pages."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

import duckdb

from analysis.choices import unit_code_of
from analysis.questions import Filters, answer, resolve
from analysis.rows import Row, Rows, rows_of
from words.columns import calm_names
from words.source import filter_lines


@dataclass(frozen=True, slots=True)
class Facts:
    """Which snapshot a document stands on; `as_of` is the day against which it judges deadlines."""

    book: str
    release_id: str
    is_draft: bool
    published_at: datetime.datetime
    as_of: datetime.date

    @property
    def is_illustration(self) -> bool:
        """True where every figure is invented."""
        return self.book == "illustration"


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a document; a group or a unit is chosen for whoever names none."""

    year: int | None = None
    group: str | None = None
    unit: str | None = None
    units: tuple[str, ...] = ()
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """The release of a document, asked with the document's filters; every answer is asked once.

    `release` is a cursor of this thread's own.
    """

    release: duckdb.DuckDBPyConnection
    asked: Asked
    facts: Facts
    is_year_named: bool = False
    _known: dict[tuple[str, Filters], list[Row]] = field(default_factory=dict)

    def rows(self, question: str, **narrowed: object) -> Rows:
        """What `show QUESTION` prints for the document's year and group, a unit or area only
        where `narrowed` says so (unit_codes, area_code, year, ranking_group)."""
        asked = self.asked
        base = Filters(year=asked.year, ranking_group=asked.group, as_of=self.facts.as_of)
        filters = replace(base, **narrowed)  # type: ignore[arg-type]
        key = (question, filters)
        if key not in self._known:
            found = rows_of(answer(self.release, question, filters))
            self._known[key] = [calm_names(row) for row in found]
        return self._known[key]

    @property
    def own_units(self) -> tuple[str, ...]:
        """The document's unit; empty where it speaks of a group."""
        return (self.asked.unit,) if self.asked.unit else ()

    @property
    def own(self) -> dict[str, object]:
        """What narrows an answer to the document's unit."""
        return {"unit_codes": self.own_units}

    @property
    def unit_name(self) -> str:
        """The document's unit by name; its code where the release does not know it."""
        code = self.asked.unit or ""
        found = self.rows("units", year=None, ranking_group=None, unit_codes=(code,))
        return str(found[0]["unit_name"]) if found else code

    @property
    def filter_lines(self) -> list[str]:
        """Each filter that was set, a unit by its name."""
        named = replace(self.asked, unit=self.unit_name if self.asked.unit else None)
        return filter_lines(named)

    def judged_year(self, question: str) -> int | None:
        """The year of deductions, visits or initiatives of which the document speaks: the one that
        `show` takes without `--year`, and never one later than the document's if it was named.

        So a review of 2022 follows the points lost in 2021, which the 2022 index can judge.
        """
        own = resolve(self.release, question, Filters()).year
        if own is None or not self.is_year_named or self.asked.year is None:
            return own
        return min(own, self.asked.year)

    def judged(self, question: str, **narrowed: object) -> Rows:
        """`rows` for the question's own year."""
        return self.rows(question, **{"year": self.judged_year(question), **narrowed})


def answers_of(
    release: duckdb.DuckDBPyConnection, asked: Asked, as_of: datetime.date | None = None
) -> Answers:
    """The answers of a document: without a year the newest published one, without a group the
    unit's, else the largest of the year."""
    facts = facts_of(release, as_of)
    year = asked.year or resolve(release, "ranking", Filters()).year
    chosen = replace(asked, year=year, group=_group(release, asked, year))
    return Answers(release, chosen, facts, is_year_named=asked.year is not None)


def facts_of(release: duckdb.DuckDBPyConnection, as_of: datetime.date | None = None) -> Facts:
    """Which snapshot this is, judged on its own day or on `as_of`."""
    (row,) = rows_of(answer(release, "release"))
    return Facts(
        book=row["book"],
        release_id=row["release_id"],
        is_draft=row["is_draft"],
        published_at=row["published_at"],
        as_of=as_of or row["as_of"],
    )


def _group(release: duckdb.DuckDBPyConnection, asked: Asked, year: int | None) -> str | None:
    if asked.group:
        return asked.group
    if asked.unit:
        code = unit_code_of(release, asked.unit, year)
        rows = rows_of(answer(release, "ranking", Filters(year=year, unit_codes=(code,))))
        return rows[0]["ranking_group"] if rows else None
    groups = [
        row
        for row in rows_of(answer(release, "groups", Filters(year=year)))
        if row["ranking_group"] is not None
    ]
    return max(groups, key=lambda row: row["unit_count"])["ranking_group"] if groups else None
