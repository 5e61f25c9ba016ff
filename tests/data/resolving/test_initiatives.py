"""The register of initiatives, row by row."""

from __future__ import annotations

import datetime

from data.forms.found import CellValue, Hints, Staged
from data.resolving.initiatives import resolve_initiatives
from tests.data.resolving.register_tables import BOOK, register

ROW: dict[str, CellValue] = {
    "unit": "Quận Lê Chân",
    "name": "Một cửa lưu động",
    "area": "TTHC",
    "description": "Nhận hồ sơ tại nhà",
    "applied_from": "Tháng 3/2022",
    "measure": "Thời gian giải quyết (ngày)",
    "effect_before": "5",
    "effect_after": "2,5",
    "recognition": "Thành phố",
    "replicated_at": "Quận Ngô Quyền",
    "decision_number": "123/QĐ-UBND",
    "decision_on": "5/12/2022",
    "decision_body": "UBND thành phố",
    "decision": "Công nhận",
}


def resolved(*rows: dict[str, CellValue], year: int | None = None) -> Staged:
    return resolve_initiatives(register("initiatives", *rows, year=year), BOOK, Hints())


def test_an_initiative_is_read_whole() -> None:
    staged = resolved(ROW)
    assert staged.problems == []
    row = staged.rows["initiative"][0]
    row.pop("cells")
    assert row.pop("source").cell == "B6"  # type: ignore[attr-defined]
    assert row == {
        "unit_code": "305",
        "year": 2022,
        "reform_area": "procedures",
        "area_text": "TTHC",
        "initiative_name": "Một cửa lưu động",
        "initiative_key": "mot cua luu dong",
        "description": "Nhận hồ sơ tại nhà",
        "applied_from": datetime.date(2022, 3, 31),
        "applied_from_text": "Tháng 3/2022",
        "measure": "Thời gian giải quyết (ngày)",
        "effect_before": "5",
        "effect_after": "2,5",
        "recognition": "Thành phố",
        "replicated_at": "Quận Ngô Quyền",
        "decision_number": "123/QĐ-UBND",
        "decision_on": datetime.date(2022, 12, 5),
        "decision_body": "UBND thành phố",
        "decision": "Công nhận",
    }


def test_the_year_of_the_sheet_comes_before_the_day_of_use() -> None:
    assert resolved(ROW, year=2023).rows["initiative"][0]["year"] == 2023


def test_an_initiative_needs_a_name_an_area_and_a_year() -> None:
    staged = resolved(
        ROW | {"name": None},
        ROW | {"area": "Phòng chống bão"},
        ROW | {"applied_from": None, "decision_on": None},
    )
    assert [(p.severity.value, p.code, p.cell) for p in staged.problems] == [
        ("error", "field_missing", "B6"),
        ("error", "area_unknown", "C7"),
        ("error", "year_missing", "A8"),
    ]


def test_an_initiative_of_two_areas_counts_in_the_first_and_is_told() -> None:
    staged = resolved(ROW | {"area": "TTHC; chuyển đổi số"})
    assert staged.rows["initiative"][0]["reform_area"] == "procedures"
    assert [(p.severity.value, p.code) for p in staged.problems] == [("warning", "area_several")]
