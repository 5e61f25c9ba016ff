"""What a caller means by a unit, group or area: a code, or any spelling of it (definitions 7.9)."""

from __future__ import annotations

import duckdb

from analysis.ask import ask
from analysis.rows import rows_of
from data.errors import UnknownChoice
from data.reference import UnitKnown
from data.resolving.kinds import group_names
from data.resolving.reform_areas import REFORM_AREAS, reform_area_of
from data.resolving.unit_finder import UnitFinder
from data.text_keys import plain_key, tidy


def known_units(release: duckdb.DuckDBPyConnection) -> tuple[UnitKnown, ...]:
    """The release's units with their spellings and groups."""
    return tuple(
        UnitKnown(
            unit_code=row["unit_code"],
            unit_name=row["unit_name"],
            unit_kind=row["unit_kind"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            spellings=tuple(row["spellings"]),
            groups=dict(zip(row["years"], row["ranking_groups"], strict=True)),
            ranked_years=frozenset(row["ranked_years"]),
        )
        for row in rows_of(ask(release, "reference/unit_spellings"))
    )


def unit_code_of(release: duckdb.DuckDBPyConnection, text: str, year: int | None = None) -> str:
    """The code of the unit that a text names; UnknownChoice with the nearest names otherwise."""
    match = UnitFinder(known_units(release)).find(text, year=year)
    if match.unit is None:
        raise UnknownChoice(what="unit", found=text, expected="; ".join(match.candidates) or "–")
    return match.unit.unit_code


def ranking_groups_of(
    release: duckdb.DuckDBPyConnection, text: str, year: int | None = None
) -> tuple[str, ...]:
    """The ranking groups that a text means ('các quận, huyện' means two); UnknownChoice if none."""
    units = known_units(release)
    found = group_names(text, units, year) or group_names(text, units)
    if not found:
        names = sorted({name for unit in units for name in unit.groups.values() if name})
        raise UnknownChoice(what="group", found=text, expected="; ".join(names) or "–")
    return found


def area_code_of(release: duckdb.DuckDBPyConnection, text: str) -> str:
    """The code of an area as a set prints it, or the reform area that a name means.

    An area's own name stands for its reform area where it is mapped, so that it reaches sets
    that number it otherwise. Raises UnknownChoice.
    """
    areas = rows_of(ask(release, "reference/area_names"))
    codes = {row["area_code"].casefold(): row["area_code"] for row in areas}
    if found := codes.get(tidy(text).rstrip(".").casefold()):
        return str(found)
    if text in REFORM_AREAS:
        return text
    for row in areas:
        if plain_key(row["area_name"]) == plain_key(text):
            return str(row["reform_area"] or row["area_code"])
    if meant := reform_area_of(text):
        return meant
    names = dict.fromkeys(f"{row['area_code']} {row['area_name']}" for row in areas)
    raise UnknownChoice(what="area", found=text, expected="; ".join(names) or "–")
