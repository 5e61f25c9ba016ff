"""Where initiatives were replicated: the units that a register names in free text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import duckdb

from analysis.ask import ask
from analysis.choices import known_units
from analysis.rows import rows_of
from data.resolving.unit_finder import UnitFinder

# A list is written with ';' or on lines; commas and 'và' stand in names of units too, so they
# part only where that finds a unit: 'Các xã, phường trên địa bàn' is one place.
LISTS = re.compile(r"[;\n]+")
WITHIN = re.compile(r",\s*|\s+và\s+")

Place = tuple[str, str | None]


def write_adopters(snapshot: duckdb.DuckDBPyConnection) -> None:
    """Every place of 'Đã nhân rộng tại' stands in `initiative_adopter`, with its unit if any."""
    told = rows_of(ask(snapshot, "practice/replicated_at"))
    if not told:
        return
    finder = UnitFinder(known_units(snapshot))
    found = {
        (row["initiative_id"], written): unit_code
        for row in told
        for written, unit_code in adopters(row["replicated_at"], finder, row["year"])
    }
    rows = [(*key, unit_code) for key, unit_code in found.items()]
    if rows:
        snapshot.executemany("insert into initiative_adopter values (?, ?, ?)", rows)


def adopters(text: str, finder: UnitFinder, year: int) -> Iterator[Place]:
    """Each place that a text names, as written, with the code of its unit; null for any other."""
    for piece in LISTS.split(text):
        if piece.strip():
            yield from _places(piece.strip(), finder, year)


def _places(piece: str, finder: UnitFinder, year: int) -> Iterator[Place]:
    unit = finder.find(piece, year=year).unit
    if unit is not None:
        yield piece, unit.unit_code
        return
    for mark in WITHIN.finditer(piece):
        left, right = piece[: mark.start()].strip(), piece[mark.end() :].strip()
        if not left or not right:
            continue
        named = finder.find(left, year=year).unit
        rest = list(_places(right, finder, year))
        if named is not None or rest[0][1] is not None:
            yield left, named.unit_code if named else None
            yield from rest
            return
    yield piece, None
