"""The register of remediation, row by row."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from data.forms.found import CellValue, Found, Hints, Staged
from data.resolving.remediation import resolve_remediation
from tests.data.resolving.register_tables import BOOK, register

ROW: dict[str, CellValue] = {
    "unit": "UBND quận Lê Chân",
    "year": 2021,
    "criterion": "2.3",
    "maximum_points": 4,
    "points": "2,5",
    "lost_points": "1,5",
    "cause": "Thiếu nhân sự (chủ quan)",
    "action": "Bổ sung nhân sự một cửa",
    "deadline_on": "30/6/2022",
    "reported_state": "đã khắc phục",
    "verification": None,
}


def resolved(*rows: dict[str, CellValue], year: int | None = None) -> Staged:
    return resolve_remediation(register("remediation", *rows, year=year), BOOK, Hints())


def the_row(**changes: CellValue) -> dict[str, object]:
    staged = resolved(ROW | changes)
    assert not [p for p in staged.problems if p.severity == "error"], staged.problems
    return staged.rows["remediation"][0]


def told(**changes: CellValue) -> list[tuple[str, str, str | None]]:
    staged = resolved(ROW | changes)
    return [(p.severity.value, p.code, p.cell) for p in staged.problems]


def test_the_worked_case_is_read_whole_and_without_a_word() -> None:
    staged = resolved(ROW)
    row = staged.rows["remediation"][0]
    assert staged.problems == []
    source = row.pop("source")
    assert (source.cell, source.raw_text, source.sheet) == ("F6", "1,5", "Sheet1")  # type: ignore[attr-defined]
    assert row == {
        "unit_code": "305",
        "year": 2021,
        "row_number": 6,
        "criterion_code": "2.3",
        "criterion_text": "2.3",
        "maximum_points": Decimal("4.000000"),
        "points": Decimal("2.500000"),
        "lost_points": Decimal("1.500000"),
        "reason": "Thiếu nhân sự (chủ quan)",
        "cause": "Thiếu nhân sự (chủ quan)",
        "action": "Bổ sung nhân sự một cửa",
        "lead_office": None,
        "supporting_offices": None,
        "responsible": None,
        "deadline_on": datetime.date(2022, 6, 30),
        "deadline_text": "30/6/2022",
        "reported_state": "done",
        "result": None,
        "evidence": None,
        "verification": None,
        "verification_keys": [],
        "cells": {name: f"{letter}6" for name, letter in zip(ROW, "ABCDEFGHIJ", strict=False)},
    }


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2.3", "2.3"),
        ("2,3", "2.3"),
        ("Tiêu chí 2.3", "2.3"),
        ("2.3. Giải quyết hồ sơ đúng hạn", "2.3"),
        ("2.3 - Giải quyết hồ sơ đúng hạn (4 điểm)", "2.3"),
        ("GIẢI QUYẾT HỒ SƠ ĐÚNG HẠN", "2.3"),
        ("1.2. Tuyên truyền", "1.2"),
        ("2.1 Tuyên truyền", "2.1"),
        ("Cải cách thủ tục hành chính", "2"),
    ],
)
def test_a_criterion_is_named_by_code_by_name_or_by_both(written: str, code: str) -> None:
    row = the_row(criterion=written, maximum_points=None, points=None, lost_points="0,5")
    assert row["criterion_code"] == code
    assert row["criterion_text"] == written


def test_a_code_that_a_spreadsheet_shortened_is_known_by_its_name() -> None:
    staged = resolved(ROW | {"criterion": "1.1. Sáng kiến trong CCHC", "lost_points": 1} | NO_MORE)
    assert staged.rows["remediation"][0]["criterion_code"] == "1.10"
    assert [(p.severity.value, p.code) for p in staged.problems] == [("warning", "code_mended")]


NO_MORE: dict[str, CellValue] = {"maximum_points": None, "points": None}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("9.9", "criterion_unknown"),
        ("Giải quyết hồ sơ rất đúng hạn", "criterion_unknown"),
        ("Tuyên truyền", "criterion_ambiguous"),
        ("2.3. Tuyên truyền", "code_and_name_differ"),
    ],
)
def test_a_criterion_that_is_not_one_of_the_set_is_an_error(written: str, code: str) -> None:
    assert told(criterion=written) == [("error", code, "C6")]


def test_the_nearest_criteria_are_offered() -> None:
    staged = resolved(ROW | {"criterion": "Giải quyết hồ sơ rất đúng hạn"})
    assert staged.problems[0].expected == "2.3 Giải quyết hồ sơ đúng hạn"


def test_a_year_without_a_set_keeps_the_text_and_warns() -> None:
    staged = resolved(ROW | {"year": 2020})
    row = staged.rows["remediation"][0]
    assert (row["criterion_code"], row["criterion_text"]) == (None, "2.3")
    assert [(p.severity.value, p.code) for p in staged.problems] == [
        ("warning", "criteria_set_missing_for_register")
    ]


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Chưa có kế hoạch", "no_plan"),
        ("chưa", "no_plan"),
        ("Đang khắc phục", "in_progress"),
        ("đang thực hiện, dự kiến xong tháng 9", "in_progress"),
        ("Đã báo cáo, chờ xác minh", "reported"),
        ("ĐÃ KHẮC PHỤC", "done"),
        ("Da khac phuc (100%)", "done"),
        ("hoàn thành", "done"),
        ("Đã hoàn thành", "done"),
        ("Khắc phục một phần", "partly_done"),
        ("đã khắc phục một phần", "partly_done"),
        ("Không thể khắc phục (khách quan)", "cannot_be_done"),
        ("Không thể khắc phục", "cannot_be_done"),
        ("-", None),
        (None, None),
    ],
)
def test_a_state_is_read_as_offices_write_it(written: str | None, state: str | None) -> None:
    assert the_row(reported_state=written)["reported_state"] == state


@pytest.mark.parametrize("written", ["đã khắc phục 2/3 việc", "tốt", "sẽ khắc phục"])
def test_a_state_that_the_list_does_not_know_is_an_error_with_the_words(written: str) -> None:
    staged = resolved(ROW | {"reported_state": written})
    assert [(p.severity.value, p.code, p.cell, p.found) for p in staged.problems] == [
        ("error", "state_unknown", "J6", written)
    ]
    assert "đang khắc phục" in (staged.problems[0].expected or "")


def test_prose_under_ket_qua_khac_phuc_is_a_result_and_no_state() -> None:
    table = register("remediation", ROW | {"reported_state": "Đã tập huấn 3 lớp"})
    heading = Found("Kết quả khắc phục", "Kết quả khắc phục", "J5")
    table = replace(table, columns={**table.columns, "reported_state": heading})
    row = resolve_remediation(table, BOOK, Hints()).rows["remediation"][0]
    assert (row["reported_state"], row["result"]) == (None, "Đã tập huấn 3 lớp")


def test_without_a_column_for_the_state_a_result_of_the_list_is_one() -> None:
    without = {name: value for name, value in ROW.items() if name != "reported_state"}
    for written, state in (("Đã khắc phục", "done"), ("Đã tập huấn 3 lớp", None)):
        row = resolved(without | {"result": written}).rows["remediation"][0]
        assert (row["reported_state"], row["result"]) == (state, written)


def test_nguyen_nhan_fills_reason_and_cause_unless_a_column_says_the_reason() -> None:
    row = the_row(reason="143 hồ sơ trễ hạn")
    assert (row["reason"], row["cause"]) == ("143 hồ sơ trễ hạn", "Thiếu nhân sự (chủ quan)")


def test_a_reason_that_holds_the_criterion_serves_where_no_criterion_stands() -> None:
    row = the_row(criterion=None, reason="2.3. Giải quyết hồ sơ đúng hạn")
    assert row["criterion_code"] == "2.3"


@pytest.mark.parametrize(
    ("points", "code", "cell"),
    [
        ({"points": None, "lost_points": "4,5"}, "deduction_above_maximum", "F6"),
        ({"points": "5", "lost_points": None}, "points_above_maximum", "E6"),
        ({"points": "abc"}, "points_not_a_number", "E6"),
        ({"lost_points": "-1,5"}, "points_below_zero", "F6"),
        ({"maximum_points": "bốn"}, "points_not_a_number", "D6"),
    ],
)
def test_points_that_cannot_be_are_errors(
    points: dict[str, CellValue], code: str, cell: str
) -> None:
    assert ("error", code, cell) in told(**points)


def test_lost_points_are_held_against_the_set_where_the_row_has_no_maximum() -> None:
    assert told(maximum_points=None, points=None, lost_points=5) == [
        ("error", "deduction_above_maximum", "F6")
    ]


def test_lost_points_of_a_parent_may_reach_the_sum_of_its_leaves() -> None:
    row = the_row(criterion="2", maximum_points=None, points=None, lost_points=5)
    assert row["lost_points"] == Decimal("5.000000")


def test_lost_points_that_nobody_wrote_are_the_rest() -> None:
    assert the_row(lost_points=None)["lost_points"] == Decimal("1.500000")
    assert the_row(lost_points=None, maximum_points=None)["lost_points"] == Decimal("1.500000")
    assert the_row(lost_points=None, points="KĐG")["lost_points"] is None


def test_points_that_do_not_add_up_are_a_warning() -> None:
    assert told(lost_points="1,4") == [("warning", "lost_points_differ", "F6")]
    assert told(lost_points="1,4960") == []


@pytest.mark.parametrize(
    ("written", "day", "code"),
    [
        ("30/6/2022", datetime.date(2022, 6, 30), None),
        (datetime.datetime(2022, 6, 30), datetime.date(2022, 6, 30), None),  # noqa: DTZ001
        ("Tháng 10/2022", datetime.date(2022, 10, 31), None),
        ("Quý III/2022", datetime.date(2022, 9, 30), None),
        ("từ 1/4/2022 đến 30/6/2022", datetime.date(2022, 6, 30), None),
        ("31/12/2020", datetime.date(2020, 12, 31), "deadline_before_year"),
        ("1/1/2021", datetime.date(2021, 1, 1), None),
        ("31/6/2022", None, "date_impossible"),
        ("sớm nhất", None, "date_unreadable"),
        ("thường xuyên", None, "date_unreadable"),
        ("Tháng 10", None, "date_unreadable"),
    ],
)
def test_a_deadline_keeps_its_text_and_gives_its_last_day(
    written: CellValue, day: datetime.date | None, code: str | None
) -> None:
    staged = resolved(ROW | {"deadline_on": written})
    assert [p.code for p in staged.problems] == ([code] if code else [])
    if code != "date_impossible":
        row = staged.rows["remediation"][0]
        assert row["deadline_on"] == day
        assert row["deadline_text"]


def test_an_impossible_deadline_is_an_error() -> None:
    assert told(deadline_on="31/6/2022") == [("error", "date_impossible", "I6")]


def test_a_year_may_stand_in_the_title_or_be_said_by_the_caller() -> None:
    without = {name: value for name, value in ROW.items() if name != "year"}
    assert resolved(without, year=2021).rows["remediation"][0]["year"] == 2021
    table = register("remediation", without)
    by_option = resolve_remediation(table, BOOK, Hints(year=2021))
    assert by_option.rows["remediation"][0]["year"] == 2021
    assert [p.code for p in resolve_remediation(table, BOOK, Hints()).problems] == ["year_missing"]


def test_a_year_against_the_option_is_an_error() -> None:
    staged = resolve_remediation(register("remediation", ROW), BOOK, Hints(year=2022))
    assert ("error", "year_contradicts_option") in [
        (p.severity.value, p.code) for p in staged.problems
    ]


def test_a_unit_that_nobody_knows_is_an_error_at_its_cell() -> None:
    assert told(unit="Quận Lê Trân") == [("error", "unit_unknown", "A6")]
    assert told(unit=None) == [("error", "field_missing", "A6")]


def test_what_verifies_is_kept_as_keys() -> None:
    row = the_row(verification="TB số 15/TB-ĐKT ngày 20/9/2022")
    assert row["verification_keys"] == ["15/tb-dkt", "2022-09-20"]


def test_a_verification_that_says_no_verifies_nothing_and_is_told() -> None:
    staged = resolved(ROW | {"verification": "15/TB-ĐKT: chưa khắc phục"})
    assert staged.rows["remediation"][0]["verification_keys"] == []
    assert [p.code for p in staged.problems] == ["verification_denies"]


def test_rows_that_say_the_same_stand_once_with_a_warning() -> None:
    staged = resolved(ROW, ROW, ROW | {"action": "Tập huấn"})
    assert len(staged.rows["remediation"]) == 2
    assert [(p.severity.value, p.code, p.cell, p.expected) for p in staged.problems] == [
        ("warning", "duplicate_agrees", "F7", "F6")
    ]
