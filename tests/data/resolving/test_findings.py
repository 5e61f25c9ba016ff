"""The register of findings, row by row."""

from __future__ import annotations

import datetime

import pytest

from data.forms.found import CellValue, Hints, Staged
from data.resolving.closed_lists import result_says
from data.resolving.findings import resolve_findings
from tests.data.resolving.register_tables import BOOK, register

ROW: dict[str, CellValue] = {
    "row_code": 5,
    "unit": "Quận Lê Chân",
    "area": "Cải cách thủ tục hành chính",
    "criterion": "3.1",
    "finding_kind": "Tồn tại, hạn chế",
    "severity": "trung bình",
    "description": "còn 143 hồ sơ trễ hạn",
    "subject": None,
    "deadline_on": "30/10/2022",
    "handling_state": None,
    "remediation_result": None,
    "verification": None,
    "continues": None,
    "source": "15/TB-ĐKT",
}


def resolved(row: dict[str, CellValue], *, title: str = "", year: int | None = None) -> Staged:
    return resolve_findings(register("findings", row, title=title, year=year), BOOK, Hints())


def the_row(**changes: CellValue) -> dict[str, object]:
    staged = resolved(ROW | changes)
    assert staged.problems == []
    return staged.rows["finding"][0]


def told(staged: Staged) -> list[tuple[str, str, str | None]]:
    return [(p.severity.value, p.code, p.cell) for p in staged.problems]


def test_the_worked_case_is_read_whole() -> None:
    row = the_row()
    source = row.pop("source")
    assert (source.cell, source.raw_text) == ("G6", "còn 143 hồ sơ trễ hạn")  # type: ignore[attr-defined]
    filled = {k: v for k, v in row.items() if v is not None and k != "cells"}
    assert filled == {
        "unit_code": "305",
        "year": 2022,
        "row_number": 6,
        "row_code": "5",
        "reform_area": "procedures",
        "area_text": "Cải cách thủ tục hành chính",
        "criterion_code": "3.1",
        "criterion_year": 2022,
        "criterion_text": "3.1",
        "finding_kind": "limitation",
        "severity": "moderate",
        "description": "còn 143 hồ sơ trễ hạn",
        "is_individual": False,
        "deadline_on": datetime.date(2022, 10, 30),
        "deadline_text": "30/10/2022",
        "result_says": "open",
        "verification_keys": [],
        "source_text": "15/TB-ĐKT",
        "source_keys": ["15/tb-dkt"],
    }


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Ưu điểm", "strength"),
        ("điển hình", "strength"),
        ("tồn tại", "limitation"),
        ("Hạn chế", "limitation"),
        ("Khó khăn, vướng mắc", "difficulty"),
        ("vi phạm", "violation"),
        ("SAI PHẠM", "violation"),
    ],
)
def test_a_kind_of_finding_is_one_of_four(written: str, kind: str) -> None:
    assert the_row(finding_kind=written)["finding_kind"] == kind


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"finding_kind": "nhận xét"}, "finding_kind_unknown", "E6"),
        ({"finding_kind": None}, "field_missing", "E6"),
        ({"severity": "kinh khủng"}, "severity_unknown", "F6"),
        ({"description": None}, "field_missing", "G6"),
        ({"area": "Phòng chống bão"}, "area_unknown", "C6"),
        ({"area": None, "criterion": None}, "field_missing", "C6"),
        ({"criterion": "7.7"}, "criterion_unknown", "D6"),
        ({"handling_state": "tốt"}, "handling_state_unknown", "J6"),
        ({"deadline_on": "31/11/2022"}, "date_impossible", "I6"),
        ({"source": None}, "source_missing", "A6"),
    ],
)
def test_what_a_finding_needs_and_cannot_have(
    changes: dict[str, CellValue], code: str, cell: str
) -> None:
    assert ("error", code, cell) in told(resolved(ROW | changes))


def test_without_its_own_area_a_finding_lies_where_its_criterion_does() -> None:
    assert the_row(area=None)["reform_area"] == "procedures"


def test_a_criterion_is_read_in_the_newest_set_that_is_not_later() -> None:
    staged = resolved(ROW | {"source": "Kiểm tra năm 2024"})
    row = staged.rows["finding"][0]
    assert (row["year"], row["criterion_code"], row["criterion_year"]) == (2024, "3.1", 2022)
    older = resolved(ROW | {"source": "Kiểm tra năm 2021", "criterion": "2.3"}).rows["finding"][0]
    assert (older["criterion_code"], older["criterion_year"]) == ("2.3", 2021)


def test_a_name_that_two_criteria_bear_is_decided_by_the_area() -> None:
    row = resolved(
        ROW | {"source": "Thanh tra năm 2021", "criterion": "Tuyên truyền", "area": "TTHC"}
    ).rows["finding"][0]
    assert row["criterion_code"] == "2.1"


@pytest.mark.parametrize(
    ("source", "title", "year", "expected"),
    [
        ("15/TB-ĐKT", "", None, 2022),
        ("Kiểm tra năm 2021", "", None, 2021),
        ("07/KL-TTr ngày 3/5/2019", "", None, 2019),
        ("Thanh tra", "", 2020, 2020),
        ("Kiểm tra năm 2021", "", 2022, 2021),
        ("15/TB-ĐKT", "", 2021, 2022),
        ("99/TB-ĐKT", "", 2021, 2021),
        (None, "Thông báo kết luận số 15/TB-ĐKT ngày 20/9/2022", None, 2022),
        (None, "", 2022, 2022),
    ],
)
def test_the_year_is_that_of_the_inspection(
    source: str | None, title: str, year: int | None, expected: int
) -> None:
    staged = resolved(ROW | {"source": source, "criterion": None}, title=title, year=year)
    assert staged.rows["finding"][0]["year"] == expected


def test_the_conclusion_in_the_title_is_the_source_of_every_row() -> None:
    title = (
        "Số: 25/BC-SNV\nHải Phòng, ngày 5 tháng 10 năm 2022\n"
        "Kèm theo Thông báo kết luận số 15/TB-ĐKT ngày 20/9/2022"
    )
    row = resolved(ROW | {"source": None}, title=title).rows["finding"][0]
    assert row["source_keys"] == ["15/tb-dkt", "2022-09-20"]


@pytest.mark.parametrize(
    ("subject", "is_individual", "is_doubtful"),
    [
        (None, False, False),
        ("Tập thể", False, False),
        ("cá nhân", True, False),
        ("Tập thể, cá nhân", True, False),
        ("Công chức một cửa", True, False),
        ("Phòng Nội vụ", False, False),
        ("Nguyễn Văn A", True, True),
    ],
)
def test_who_is_meant_decides_who_may_read(
    subject: str | None, is_individual: bool, is_doubtful: bool
) -> None:
    staged = resolved(ROW | {"subject": subject})
    assert staged.rows["finding"][0]["is_individual"] is is_individual
    assert [p.code for p in staged.problems] == (["subject_unclear"] if is_doubtful else [])


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("", "open"),
        ("Chưa", "open"),
        ("chưa khắc phục", "open"),
        ("Đang khắc phục", "in_progress"),
        ("Đã khắc phục", "done"),
        ("Đơn vị đã khắc phục xong từ 30/9", "done"),
        ("Hoàn thành", "done"),
        ("Đã khắc phục một phần", "reported"),
        ("Đã khắc phục, còn 3 hồ sơ", "reported"),
        ("Đã báo cáo, chờ xác minh", "reported"),
        ("Đã bổ sung 2 công chức", "reported"),
        ("Không thể khắc phục", "open"),
        ("Theo báo cáo", None),
    ],
)
def test_a_result_never_says_more_than_it_does(written: str, says: str | None) -> None:
    assert result_says(written) == says


def test_what_a_finding_continues_is_a_year_and_a_number() -> None:
    row = the_row(continues="năm 2021, STT 05")
    assert (row["continues_year"], row["continues_row_code"]) == (2021, "5")
    staged = resolved(ROW | {"continues": "lần trước"})
    assert told(staged) == [("warning", "continues_unreadable", "M6")]
