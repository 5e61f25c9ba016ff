"""Releases of any size for measuring: units by seeded traits, scores of three rounds, registers."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.analysis.by_hand import Release

AREAS, LEAVES, YEARS = 9, 90, (2020, 2021, 2022)
GROUPS = ("A", "B", "C")
STATES = ("done", "reported", "in_progress", "no_plan")
POINTS_A_LEAF = 2
KINDS = ("self_assessed", "verified_1", "verified_2")
MEANINGS = (
    "direction",
    "institutions",
    "procedures",
    "apparatus",
    "civil_service",
    "public_finance",
    "digital_government",
    "impact",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a release holds; the city of 2022 has 35 units."""

    units: int
    leaves: int = LEAVES
    years: tuple[int, ...] = YEARS


def large_release(size: Size) -> Release:
    """Three groups on one set of criteria, linked from year to year; results not yet worked out."""
    chance = random.Random(1)
    book = Release(as_of="2022-09-30", book="illustration")
    leaves = {f"{1 + n % AREAS}.{n}": POINTS_A_LEAF for n in range(size.leaves)}
    codes = [f"U{number:03d}" for number in range(size.units)]
    for number, code in enumerate(codes):
        group = GROUPS[number % len(GROUPS)]
        book.unit(code, f"Đơn vị {number:03d}", group=group, years=size.years)
    frameworks = {year: book.framework(year, leaves) for year in size.years}
    for place, meaning in enumerate(MEANINGS, start=1):
        book.connection.execute(
            "update criterion set reform_area = ? where area_code = ?", [meaning, str(place)]
        )
    for year in size.years[:-1]:
        for code in leaves:
            book.link(year, code, code)
    book.insert_many("score", _scores(chance, codes, leaves, frameworks))
    for code in codes:
        _registers(book, chance, code, [*leaves], size.years)
    return book


def _scores(
    chance: random.Random,
    codes: list[str],
    leaves: dict[str, int],
    frameworks: dict[int, str],
) -> list[tuple[object, ...]]:
    """A row a unit, year, leaf and round; a unit has a level of its own, as units do."""
    rows: list[tuple[object, ...]] = []
    for unit in codes:
        level = chance.uniform(0.55, 0.95)
        for year, framework in frameworks.items():
            for leaf, most in leaves.items():
                share = min(1.0, max(0.0, chance.gauss(level, 0.25)))
                points = round(share * most * 4) / 4
                for kind in KINDS:
                    rows.append((unit, year, framework, leaf, kind, True, points, 1))
    return rows


def _registers(
    book: Release, chance: random.Random, unit: str, leaves: list[str], years: tuple[int, ...]
) -> None:
    for leaf in chance.sample(leaves, min(8, len(leaves))):
        book.remediation(
            unit,
            years[-2],
            leaf,
            reason="Hồ sơ giải quyết trễ hạn",
            cause=chance.choice(("Thiếu nhân sự", "Phần mềm chậm")),
            action="Bổ sung nhân sự",
            lead_office="Văn phòng",
            deadline_on=chance.choice(("2022-06-30", "2022-12-31")),
            reported_state=chance.choice(STATES),
        )
    if chance.random() < 0.4:
        visit = book.inspection(unit, years[-1], "2022-08-15", "2022-08-18")
        for kind, severity in (("limitation", "serious"), ("strength", None)):
            book.finding(
                unit,
                years[-1],
                kind,
                severity=severity,
                reform_area="procedures",
                inspection_id=visit,
            )
    if chance.random() < 0.3:
        book.initiative(
            unit,
            years[-1],
            "Một cửa không giấy",
            reform_area="procedures",
            measure="thời gian giải quyết (ngày)",
            effect_before="5",
            effect_after="2",
        )
