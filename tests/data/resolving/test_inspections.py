"""The inspection programme, row by row."""

from __future__ import annotations

import datetime

import pytest

from data.forms.found import CellValue, Hints, Staged
from data.resolving.inspections import resolve_inspections
from tests.data.resolving.register_tables import BOOK, register

ROW: dict[str, CellValue] = {
    "unit": "Quận Lê Chân",
    "areas": "Chỉ đạo, điều hành; Thể chế\n- TTHC",
    "planned_on": "Tháng 9/2022",
    "held_on": "14/9/2022",
    "form": "Trực tiếp",
    "thematic_lead": "Sở Tư pháp",
    "head_of_team": "Phó Chủ tịch UBND thành phố",
    "report_due_on": "5/9/2022",
    "report_received_on": "chưa nộp",
    "conclusion_number": "15/TB-ĐKT ngày 20/9/2022",
    "conclusion_on": None,
}


def resolved(*rows: dict[str, CellValue], year: int | None = None, **option: int) -> Staged:
    table = register("inspections", *rows, year=year)
    return resolve_inspections(table, BOOK, Hints(**option))  # type: ignore[arg-type]


def told(staged: Staged) -> list[tuple[str, str, str | None]]:
    return [(p.severity.value, p.code, p.cell) for p in staged.problems]


def test_a_visit_is_read_whole() -> None:
    staged = resolved(ROW)
    assert staged.problems == []
    row = staged.rows["inspection"][0]
    row.pop("source")
    row.pop("cells")
    assert row == {
        "unit_code": "305",
        "year": 2022,
        "row_number": 6,
        "areas": ["direction", "institutions", "procedures"],
        "areas_text": "Chỉ đạo, điều hành; Thể chế\n- TTHC",
        "planned_on": datetime.date(2022, 9, 30),
        "planned_text": "Tháng 9/2022",
        "held_on": datetime.date(2022, 9, 14),
        "inspection_form": "on_site",
        "thematic_lead": "Sở Tư pháp",
        "head_of_team": "Phó Chủ tịch UBND thành phố",
        "members": None,
        "report_due_on": datetime.date(2022, 9, 5),
        "report_received_on": None,
        "conclusion_number": "15/TB-ĐKT",
        "conclusion_key": "15/tb-dkt",
        "conclusion_on": datetime.date(2022, 9, 20),
    }


def test_a_month_without_a_year_lies_in_the_programmes_year() -> None:
    assert resolved(ROW | {"planned_on": "Tháng 7"}, year=2022).rows["inspection"][0][
        "planned_on"
    ] == datetime.date(2022, 7, 31)
    assert resolved(ROW | {"held_on": "ngày 14 tháng 9"}, year=2022).rows["inspection"][0][
        "held_on"
    ] == datetime.date(2022, 9, 14)
    assert resolved(ROW | {"held_on": "14/9"}, year=2022).rows["inspection"][0][
        "held_on"
    ] == datetime.date(2022, 9, 14)


@pytest.mark.parametrize(
    ("written", "areas"),
    [
        ("toàn diện", 6),
        ("Cả 6 nội dung", 6),
        ("Tất cả các nội dung", 6),
        (None, 0),
        ("Thể chế và TTHC", 2),
        ("1. Tổ chức bộ máy; 2. Cán bộ, công chức, viên chức", 2),
        ("Chính quyền điện tử, chính quyền số", 1),
    ],
)
def test_areas_are_found_inside_a_list(written: str | None, areas: int) -> None:
    staged = resolved(ROW | {"areas": written})
    assert staged.problems == []
    assert len(staged.rows["inspection"][0]["areas"]) == areas  # type: ignore[arg-type]


def test_an_area_that_nobody_knows_is_a_warning_and_the_others_stay() -> None:
    staged = resolved(ROW | {"areas": "Thể chế; Phòng chống bão"})
    assert staged.rows["inspection"][0]["areas"] == ["institutions"]
    assert told(staged) == [("warning", "area_unknown", "B6")]
    assert staged.problems[0].found == "Phòng chống bão"


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("trực tiếp", "on_site"),
        ("Qua hồ sơ", "on_file"),
        ("qua hồ sơ, môi trường số", "on_file"),
        ("môi trường số", "on_file"),
        ("Đột xuất", "unannounced"),
        (None, None),
    ],
)
def test_a_form_of_inspection_is_one_of_three(written: str | None, form: str | None) -> None:
    assert resolved(ROW | {"form": written}).rows["inspection"][0]["inspection_form"] == form


def test_another_form_is_an_error() -> None:
    assert told(resolved(ROW | {"form": "thần tốc"})) == [
        ("error", "inspection_form_unknown", "E6")
    ]


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"planned_on": None}, "field_missing", "C6"),
        ({"planned_on": "khi cần"}, "date_unreadable", "C6"),
        ({"held_on": "31/9/2022"}, "date_impossible", "D6"),
        ({"held_on": "31/9"}, "date_impossible", "D6"),
        ({"conclusion_number": "15/TB-ĐKT ngày 31/9/2022"}, "date_impossible", "J6"),
        ({"unit": "Quận Lê Trân"}, "unit_unknown", "A6"),
    ],
)
def test_a_visit_without_what_it_needs_is_an_error(
    changes: dict[str, CellValue], code: str, cell: str
) -> None:
    assert ("error", code, cell) in told(resolved(ROW | changes, year=2022))


def test_an_unannounced_visit_needs_no_plan() -> None:
    staged = resolved(ROW | {"planned_on": None, "form": "đột xuất"})
    row = staged.rows["inspection"][0]
    assert (row["planned_on"], row["planned_text"]) == (datetime.date(2022, 9, 14), None)
    assert staged.problems == []


def test_a_visit_that_was_not_held_has_no_day() -> None:
    assert resolved(ROW | {"held_on": "chưa kiểm tra"}).rows["inspection"][0]["held_on"] is None
    assert told(resolved(ROW | {"held_on": "hoãn"})) == [("warning", "date_unreadable", "D6")]


def test_two_visits_to_one_unit_are_two_rows_and_a_repeated_row_is_one() -> None:
    staged = resolved(ROW, ROW | {"planned_on": "Tháng 10/2022", "held_on": None}, ROW)
    assert len(staged.rows["inspection"]) == 2
    assert told(staged) == [("warning", "duplicate_agrees", "C8")]
