"""The form `published_results`: figures as a decision printed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.forms.criterion_headings import read_criterion_heading
from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.reference import Reference, UnitKnown
from data.resolving.naming_units import UnitsNamed
from data.resolving.resolution import Resolution, filled, plain
from data.values import PointsFound, Sign, read_points

AREA_FIELD = re.compile(r"area:(\d+)")
TOTALS = ("verified_total", "survey_total", "total", "index_percent")
PARTS = ("verified_total", "survey_total")
RANK = re.compile(
    r"(?:xếp |hạng |thứ |hạng thứ |số |=)*\s*0*(\d{1,4})\s*(?:=|/\s*\d+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AreaColumn:
    """An area as its heading names it, with the maximum in the heading's brackets."""

    field: str
    position: int
    name: str
    maximum: Decimal | None


def resolve_published_results(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.published_result, one a figure; every value is kept as printed."""
    work = Resolution(table, hints)
    units = UnitsNamed(work, reference)
    units.check_group()
    areas = _areas(table)
    for record in table.records:
        year = work.year(record)
        unit = units.of(record, year)
        if unit is not None and year is not None:
            _resolve_row(work, record, unit, year, areas)
    return work.staged


def _areas(table: FormTable) -> list[AreaColumn]:
    columns = []
    for name, heading in table.columns.items():
        match = AREA_FIELD.fullmatch(name)
        if match:
            read = read_criterion_heading([heading], None)
            maximum = read_points(read.maximum or None).points
            label = ". ".join(part for part in (read.code, read.name) if part) or heading.text
            columns.append(AreaColumn(name, int(match[1]), label, maximum))
    return sorted(columns, key=lambda column: column.position)


def _resolve_row(
    work: Resolution, record: Record, unit: UnitKnown, year: int, areas: list[AreaColumn]
) -> None:
    figures = list(_figures(work, record, areas))
    if _is_blank_total(record, areas, figures):
        for what, found, _, _ in figures:
            work.warning("published_zero_is_missing", found, what)
        figures = []
    for what, found, points, area in figures:
        work.staged.add(
            "published_result",
            work.source(found),
            unit_code=unit.unit_code,
            year=year,
            what=what,
            area_name=area.name if area else None,
            area_position=area.position if area else None,
            area_maximum_points=area.maximum if area else _maximum(work.table, what),
            published=points,
            published_text=found.text,
        )
    _rank_and_band(work, record, unit, year)


def _figures(
    work: Resolution, record: Record, areas: list[AreaColumn]
) -> Iterator[tuple[str, Found, Decimal, AreaColumn | None]]:
    for what in TOTALS:
        found = filled(record, what)
        if (
            found
            and (points := _points(work, found, is_percent=what == "index_percent")) is not None
        ):
            yield what, found, points, None
    for area in areas:
        found = filled(record, area.field)
        points = _points(work, found, is_percent=False) if found else None
        if found and points is not None:
            if area.maximum is not None and points > area.maximum:
                work.warning("published_above_maximum", found, plain(area.maximum))
            yield "area", found, points, area


def _points(work: Resolution, found: Found, *, is_percent: bool) -> Decimal | None:
    read = _read(found) if is_percent else read_points(found.value)
    if read.sign in {Sign.MISSING, Sign.NOT_APPLICABLE}:
        return None
    if read.points is None or (read.is_percent and not is_percent):
        work.error("points_not_a_number", found)
        return None
    if read.points < 0:
        work.error("points_below_zero", found, "0")
        return None
    work.tell_reading(found, is_three_digits=read.is_three_digits, is_rounded=read.is_rounded)
    return read.points


def _read(found: Found) -> PointsFound:
    """A percentage; a cell formatted as one holds 0.8458 where a person reads 84,58%."""
    if isinstance(found.value, (int, float)) and found.text.endswith("%"):
        shown = read_points(found.text)
        stored = read_points(found.value * 100)
        return stored if stored.points is not None and shown.points is not None else shown
    return read_points(found.value)


def _is_blank_total(
    record: Record,
    areas: list[AreaColumn],
    figures: list[tuple[str, Found, Decimal, AreaColumn | None]],
) -> bool:
    """A total of 0 beside blank parts is missing, not 0 (definitions 1.5)."""
    parts = [name for name in (*PARTS, *(area.field for area in areas)) if name in record.fields]
    has_part = any(what == "area" or what in PARTS and points for what, _, points, _ in figures)
    return bool(parts) and bool(figures) and not has_part and not any(f[2] for f in figures)


def _maximum(table: FormTable, what: str) -> Decimal | None:
    """The maximum that the heading of a total prints in brackets ('Tổng điểm (100)')."""
    heading = table.columns.get(what)
    if heading is None or what == "index_percent":
        return None
    return read_points(read_criterion_heading([heading], None).maximum or None).points


def _rank_and_band(work: Resolution, record: Record, unit: UnitKnown, year: int) -> None:
    rank, band = filled(record, "rank"), filled(record, "band")
    if rank and read_points(rank.value).sign is not Sign.MISSING:
        number = _rank(rank)
        if number is None and not _says_unranked(rank):
            work.error("rank_not_a_number", rank)
        if number is not None:
            _stage_text(work, (unit, year, "rank"), rank, Decimal(number))
    if band and read_points(band.value).sign is not Sign.MISSING:
        _stage_text(work, (unit, year, "band"), band, None)


def _rank(found: Found) -> int | None:
    if isinstance(found.value, float) and found.value.is_integer():
        return int(found.value)
    match = RANK.fullmatch(found.text)
    return int(match[1]) if match else None


def _says_unranked(found: Found) -> bool:
    return "không" in found.text.casefold() or read_points(found.value).sign is Sign.NOT_APPLICABLE


def _stage_text(
    work: Resolution, of: tuple[UnitKnown, int, str], found: Found, number: Decimal | None
) -> None:
    unit, year, what = of
    work.staged.add(
        "published_result",
        work.source(found),
        unit_code=unit.unit_code,
        year=year,
        what=what,
        area_name=None,
        area_position=None,
        area_maximum_points=None,
        published=number,
        published_text=found.text,
    )
