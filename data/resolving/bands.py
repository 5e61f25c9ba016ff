"""The form `bands`: thresholds of the classes of a year and ranking group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.reference import Reference
from data.resolving.kinds import group_names
from data.resolving.resolution import Resolution, filled, plain
from data.values import Sign, read_points

HIGHEST = Decimal(100)
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Band:
    """A class of one year and group; `upper` is not included unless it is 100."""

    name: str
    lower: Decimal
    upper: Decimal
    found: Found


def resolve_bands(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.band. A blank 'Đến' reaches to the next class above, else to 100."""
    work = Resolution(table, hints)
    for (year, group), records in _by_group(work, reference).items():
        bands = list(_bands(work, records))
        _check_overlaps(work, bands)
        for band in bands:
            work.staged.add(
                "band",
                work.source(band.found),
                year=year,
                ranking_group=group,
                band=band.name,
                from_percent=band.lower,
                to_percent=band.upper,
            )
    return work.staged


def _by_group(work: Resolution, reference: Reference) -> dict[tuple[int, str], list[Record]]:
    groups: dict[tuple[int, str], list[Record]] = defaultdict(list)
    for record in work.table.records:
        year = work.year(record)
        for group in _groups(work, reference, record):
            if year is not None:
                groups[(year, group)].append(record)
    return groups


def _groups(work: Resolution, reference: Reference, record: Record) -> tuple[str, ...]:
    found = filled(record, "ranking_group") or work.table.context.group
    text = found.text if found else work.hints.group
    if not text:
        work.error("group_missing", filled(record, "band"))
        return ()
    names = group_names(text, reference.units)
    if not names:
        known = {name for unit in reference.units for name in unit.groups.values() if name}
        work.error("group_unknown", found, "; ".join(sorted(known)) or None)
    return names


def _bands(work: Resolution, records: list[Record]) -> Iterator[Band]:
    lowers = sorted(
        bound for record in records if (bound := _bound(filled(record, "from_percent"))) is not None
    )
    for record in records:
        name, found = filled(record, "band"), filled(record, "from_percent")
        if name is None:
            work.error("band_missing", found)
            continue
        lower = _read(work, found, name)
        to = filled(record, "to_percent")
        above = next((bound for bound in lowers if lower is not None and bound > lower), HIGHEST)
        upper = _read(work, to, name) if to else above
        if lower is None or upper is None:
            continue
        if lower >= upper:
            work.error("band_bounds_reversed", to or found, plain(lower))
            continue
        yield Band(name.text, lower, upper, name)


def _read(work: Resolution, found: Found | None, band: Found) -> Decimal | None:
    if found is None:
        work.error("band_bound_missing", band)
        return None
    bound = _bound(found)
    if bound is None:
        work.error("points_not_a_number", found)
    elif not 0 <= bound <= HIGHEST:
        work.error("band_bound_outside", found, "0–100")
        return None
    return bound


def _bound(found: Found | None) -> Decimal | None:
    """A bound as a number: 90, '90%', '≥ 90', 'dưới 80', '0,9' of a cell formatted as 90%."""
    if found is None:
        return None
    if isinstance(found.value, (int, float)) and found.text.endswith("%"):
        return read_points(found.value * 100).points
    read = read_points(found.value)
    if read.sign is Sign.NOT_A_NUMBER and isinstance(found.value, str):
        numbers = NUMBER.findall(found.value)
        return Decimal(numbers[0].replace(",", ".")) if len(numbers) == 1 else None
    return read.points


def _check_overlaps(work: Resolution, bands: list[Band]) -> None:
    in_order = sorted(bands, key=lambda band: (band.lower, band.upper))
    for below, above in zip(in_order, in_order[1:], strict=False):
        if above.lower < below.upper:
            later = max(below, above, key=lambda band: bands.index(band))
            other = below if later is above else above
            expected = f"{other.name}: {plain(other.lower)}–{plain(other.upper)}"
            work.error("bands_overlap", later.found, expected)
    names = [band.name for band in bands]
    for place, band in enumerate(bands):
        if band.name in names[:place]:
            work.error("band_given_twice", band.found)
