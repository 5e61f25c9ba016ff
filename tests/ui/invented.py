"""A release like the committee's but small, invented with a seed, in a store of its own.

Eleven units in two groups, three areas of three leaves, three years, registers: enough for every
page to have something to say. Its figures are not worked out by hand; tests on it look at what
pages do with them, not at what they are.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.analysis.by_hand import NOT_APPLICABLE, Release

AREAS = {
    "I": "Công tác chỉ đạo, điều hành cải cách hành chính",
    "III": "Cải cách thủ tục hành chính",
    "VI": "XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
}
MEANINGS = {"I": "direction", "III": "procedures", "VI": "digital_government"}
URBAN = ("Hồng Bàng", "Ngô Quyền", "Lê Chân", "Hải An", "Kiến An", "Đồ Sơn")
RURAL = ("Thủy Nguyên", "An Dương", "An Lão", "Kiến Thụy", "Tiên Lãng")
LEAF_NAMES = (
    "Mức độ hoàn thành kế hoạch",
    "Giải quyết hồ sơ đúng hạn qua bộ phận một cửa",
    "Mức độ hài lòng của người dân, tổ chức",
)
LEAVES = {f"{area}.{number}": 4 for area in AREAS for number in (1, 2, 3)}
SURVEY = ("III.3",)
YEARS = (2020, 2021, 2022)
KINDS = ("urban_district", "rural_district")
STATES = ("done", "reported", "in_progress", "no_plan", "partly_done", "cannot_be_done")


def invented() -> Release:
    """The release, its results not yet worked out."""
    chance = random.Random(903)
    release = Release(as_of="2022-09-30", book="illustration")
    units = [
        *_units(release, 303, URBAN, "urban_district", "Quận"),
        *_units(release, 311, RURAL, "rural_district", "Huyện"),
    ]
    names = {**AREAS, **{code: LEAF_NAMES[int(code[-1]) - 1] for code in LEAVES}}
    for year in YEARS:
        release.framework(year, LEAVES, kinds=KINDS, survey=SURVEY, names=names)
    for year in YEARS[:-1]:
        for kind in KINDS:
            for code in LEAVES:
                release.link(year, code, code, kind=kind)
    for unit in units:
        _scores(release, chance, unit)
        _register(release, chance, unit)
    for code, meaning in MEANINGS.items():
        release.connection.execute(
            "update criterion set reform_area = ? where area_code = ?", [meaning, code]
        )
    return release


def _units(release, first, names, kind, group):
    for place, name in enumerate(names):
        release.unit(str(first + place), f"{group} {name}", kind=kind, group=group, years=YEARS)
        yield str(first + place)


def _scores(release, chance, unit):
    quality = chance.uniform(0.7, 0.95)
    for year in YEARS:
        verified, own, asked = {}, {}, {}
        for code, most in LEAVES.items():
            if unit == "315" and code.startswith("VI"):
                verified[code] = NOT_APPLICABLE
                continue
            points = round(min(1, max(0, quality + chance.gauss(0, 0.15))) * most * 4) / 4
            (asked if code in SURVEY else verified)[code] = points
            if code not in SURVEY:
                own[code] = min(most, points + chance.choice((0, 0.5)))
        release.scores(unit, year, own, "self_assessed")
        release.scores(unit, year, asked, "survey")
        if (unit, year) != ("306", 2022):
            release.scores(unit, year, verified)


def _register(release, chance, unit):
    for code in ("I.1", "III.1", "III.2"):
        release.remediation(
            unit,
            2021,
            code,
            reason="Hồ sơ giải quyết trễ hạn",
            cause=chance.choice(("Thiếu nhân sự một cửa", "Phần mềm chậm", None)),
            action="Bổ sung nhân sự",
            lead_office="Văn phòng",
            deadline_on=chance.choice(("2022-06-30", "2022-12-31")),
            reported_state=chance.choice(STATES),
        )
    if chance.random() < 0.6:
        visit = release.inspection(
            unit, 2022, "2022-08-15", "2022-08-18", conclusion_number="15/TB-ĐKT"
        )
        for kind, severity in (("limitation", "serious"), ("strength", None)):
            release.finding(
                unit,
                2022,
                kind,
                severity=severity,
                reform_area="procedures",
                inspection_id=visit,
            )
    if chance.random() < 0.5:
        release.initiative(
            unit,
            2022,
            "Một cửa không giấy",
            reform_area="procedures",
            measure="thời gian giải quyết (ngày)",
            effect_before="5",
            effect_after="2",
            recognition="Thành phố",
        )


def store_with(
    home: Path, release: Release, *, book: str = "illustration", is_finished: bool = False
) -> Path:
    """A store whose book has this one release, as current; gives its home.

    `is_finished`: the results are worked out already.
    """
    release_id = "m1" if book == "illustration" else "r1"
    folder = home / book / "releases"
    folder.mkdir(parents=True)
    connection = release.connection if is_finished else release.finish()
    connection.execute("update release set release_id = ?, book = ?", [release_id, book])
    connection.execute(f"attach '{folder / (release_id + '.duckdb')}' as shipped")
    connection.execute("copy from database book_file to shipped")
    connection.execute("detach shipped")
    (home / book / "current").write_text(release_id, encoding="utf-8")
    return home
