"""A release like the committee's, invented with a seed, written into a store of its own.

21 units in three groups, six areas of five leaves, three years, registers: enough for every page
to have something to say. Its figures are not worked out by hand; tests on it look at what pages
do, not at what figures are.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.analysis.by_hand import Release

AREAS = {
    "I": "Công tác chỉ đạo, điều hành cải cách hành chính",
    "II": "Cải cách thể chế",
    "III": "Cải cách thủ tục hành chính",
    "IV": "Cải cách tổ chức bộ máy hành chính",
    "V": "Cải cách chế độ công vụ",
    "VI": "Xây dựng chính quyền điện tử, chính quyền số",
}
MEANINGS = dict(
    zip(
        AREAS,
        ("direction", "institutions", "procedures", "apparatus", "civil_service", "digital_government"),
        strict=True,
    )
)
URBAN = ("Hồng Bàng", "Ngô Quyền", "Lê Chân", "Hải An", "Kiến An", "Đồ Sơn", "Dương Kinh")
RURAL = ("Thủy Nguyên", "An Dương", "An Lão", "Kiến Thụy", "Tiên Lãng", "Vĩnh Bảo", "Cát Hải")
OFFICES = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Lao động – Thương binh và Xã hội",
    "Sở Y tế",
    "Thanh tra thành phố",
)
LEAF_NAMES = (
    "Ban hành kế hoạch cải cách hành chính năm đúng thời hạn",
    "Mức độ hoàn thành kế hoạch",
    "Giải quyết hồ sơ đúng hạn qua bộ phận một cửa",
    "Tỷ lệ hồ sơ trực tuyến mức độ 3, 4",
    "Mức độ hài lòng của người dân, tổ chức",
)
YEARS = (2020, 2021, 2022)


def invented(book: str = "illustration") -> Release:
    """The release, results worked out."""
    chance = random.Random(903)
    release = Release(as_of="2022-09-30", book=book)
    units = _units(release)
    codes = [f"{area}.{number}" for area in AREAS for number in range(1, 6)]
    leaves = {code: 4 if code.endswith(".3") else 3 for code in codes}
    survey = tuple(code for code in codes if code in ("III.5", "V.5"))
    names = {**AREAS, **{code: LEAF_NAMES[int(code[-1]) - 1] for code in codes}}
    for year in YEARS:
        release.framework(
            year,
            leaves,
            kinds=("urban_district", "rural_district", "department"),
            survey=survey,
            names=names,
        )
        if year + 1 in YEARS:
            for kind in ("urban_district", "rural_district", "department"):
                for code in codes:
                    release.link(year, code, code, kind=kind)
    for unit in units:
        _scores(release, chance, unit, codes, leaves, survey)
    for code, meaning in MEANINGS.items():
        release.connection.execute(
            "update criterion set reform_area = ? where area_code = ?", [meaning, code]
        )
    return release


def _units(release: Release) -> list[str]:
    found = []
    for start, names, kind, group, prefix in (
        (303, URBAN, "urban_district", "Quận", "Quận "),
        (311, RURAL, "rural_district", "Huyện", "Huyện "),
        (0, OFFICES, "department", "Sở, ban, ngành", ""),
    ):
        for place, name in enumerate(names):
            code = str(start + place) if start else f"S{place + 1}"
            release.unit(code, prefix + name, kind=kind, group=group, years=YEARS)
            found.append(code)
    return found


def _scores(release, chance, unit, codes, leaves, survey):
    quality, candour = chance.uniform(0.72, 0.95), chance.uniform(0, 0.08)
    for year in YEARS:
        quality = min(0.98, quality + chance.uniform(-0.02, 0.04))
        verified, own, asked = {}, {}, {}
        for code in codes:
            if unit == "S7" and code.startswith("III"):
                verified[code] = "KĐG"
                continue
            most = leaves[code]
            share = min(1, max(0, quality + chance.gauss(0, 0.16)))
            points = round(share * most * 4) / 4
            if code in survey:
                asked[code] = round(share * most, 2)
                continue
            verified[code] = points
            own[code] = min(most, points + (0.5 if chance.random() < candour * 4 else 0))
        release.scores(unit, year, own, "self_assessed")
        if not (year == 2022 and unit in ("306", "S2")):
            release.scores(unit, year, verified)
        release.scores(unit, year, asked, "survey")
        if year == 2021:
            _register(release, chance, unit, verified, leaves)


def _register(release, chance, unit, verified, leaves):
    states = ("done", "reported", "in_progress", "no_plan", "partly_done", "cannot_be_done")
    lost = [c for c, p in verified.items() if p != "KĐG" and p < leaves[c]]
    for code in lost[: chance.randint(3, 9)]:
        release.remediation(
            unit,
            2021,
            code,
            reason="Hồ sơ giải quyết trễ hạn, chưa có xin lỗi",
            cause=chance.choice(("Thiếu nhân sự một cửa", "Phần mềm chậm", "Chỉ đạo chưa sát")),
            action=chance.choice(("Bổ sung nhân sự", "Nâng cấp phần mềm", "Giao ban hằng tuần")),
            lead_office="Văn phòng",
            deadline_on=chance.choice(("2022-06-30", "2022-12-31")),
            reported_state=chance.choice(states),
        )
    if chance.random() < 0.6:
        release.inspection(
            unit,
            2022,
            "2022-08-15",
            "2022-08-18" if chance.random() < 0.7 else None,
            conclusion_number=f"{chance.randint(1, 40)}/TB-ĐKT",
            areas=["procedures"],
        )
        release.finding(unit, 2022, "limitation", severity="serious", reform_area="procedures")
        release.finding(
            unit, 2022, "strength", reform_area="procedures", description="Một cửa không giấy tờ"
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


def store_with(home: Path, release: Release, *, book: str = "illustration") -> Path:
    """A store whose book has this one release, as current."""
    release_id = "m1" if book == "illustration" else "r1"
    folder = home / book / "releases"
    folder.mkdir(parents=True)
    connection = release.finish()
    connection.execute("update release set release_id = ?, book = ?", [release_id, book])
    connection.execute(f"attach '{folder / (release_id + '.duckdb')}' as shipped")
    connection.execute("copy from database memory to shipped")
    connection.execute("detach shipped")
    (home / book / "current").write_text(release_id, encoding="utf-8")
    return home
