"""What people take away: figures whole, text that stays text, the source at the foot."""

from __future__ import annotations

import csv
import datetime
import io
from decimal import Decimal

import pytest

from reports.csv_table import as_text, csv_bytes
from words.catalogue import speaking

ROW = {
    "unit_name": "=1+1",
    "year": 2021,
    "points": Decimal("1234.500000"),
    "index_percent": 87.25,
    "deadline_on": datetime.date(2022, 6, 30),
    "evidence_stage": "reported",
    "is_overdue": True,
    "recovery": None,
}
FIELDS = tuple(ROW)


def table(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def test_vietnamese_spreadsheets_open_it_as_it_is():
    content = csv_bytes([ROW], FIELDS, ["Dữ liệu minh hoạ · bản m1", "Năm: 2021"])
    assert content.startswith(b"\xef\xbb\xbf")
    head, row, empty, *foot = table(content, ";")
    assert head[:3] == ["Đơn vị", "Năm", "Điểm"]
    assert row == ["'=1+1", "2021", "1234,5", "87,25", "30/06/2022", "đơn vị báo xong", "có", ""]
    assert empty == []
    assert foot == [["Dữ liệu minh hoạ · bản m1"], ["Năm: 2021"]]


def test_english_uses_its_own_marks():
    with speaking("en"):
        _, row, *_ = table(csv_bytes([ROW], FIELDS, []), ",")
    assert row[2:5] == ["1234.5", "87.25", "2022-06-30"]


@pytest.mark.parametrize("text", ["=cmd", "+1", "-1", "@sum", "\tx", "\rx"])
def test_no_text_begins_a_formula(text):
    assert as_text(text) == f"'{text}"


def test_negative_figures_stay_figures():
    content = csv_bytes([{"self_gap": Decimal("-0.5")}], ["self_gap"], [])
    assert table(content, ";")[1] == ["-0,5"]
