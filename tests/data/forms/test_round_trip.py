"""A score sheet in any order of columns and any dress; and sheets of nonsense."""

from __future__ import annotations

import random
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data.problems import Severity
from tests.data.forms.reader import read, sheet_of, table_of, texts

HEADINGS = {
    "criterion_code": ["STT", "Mã tiêu chí", "TT"],
    "criterion_name": ["Tiêu chí", "Nội dung", "Lĩnh vực/Tiêu chí/\nTiêu chí thành phần"],
    "maximum_points": ["Điểm tối đa", "ĐIỂM CHUẨN", "Thang điểm (điểm)"],
    "self_assessed": ["Điểm tự chấm", "Tự chấm", "diem tu danh gia"],
    "verified_1": ["Điểm thẩm định lần 1", "Thẩm định\nvòng 1"],
    "verified_2": ["Điểm thẩm định", "Điểm đạt", "Thẩm định cuối"],
    "survey": ["Điểm ĐTXHH", "SIPAS"],
    "note": ["Ghi chú", "Lý do trừ điểm"],
}
POINTS = ("maximum_points", "self_assessed", "verified_1", "verified_2", "survey")
LETTERHEAD = ["UBND THÀNH PHỐ HẢI PHÒNG", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["NFC", "NFD"]))
def test_a_score_sheet_survives_any_order_of_columns_and_any_dress(seed: int, form: str) -> None:
    chance = random.Random(seed)
    columns = ["criterion_code", "criterion_name", *chance.sample(sorted(HEADINGS), 8)]
    columns = list(dict.fromkeys(columns))[: chance.randint(4, 8)]
    if not set(columns) & set(POINTS[1:]):
        columns.append("verified_2")
    chance.shuffle(columns)
    headings = [chance.choice(HEADINGS[name]) for name in columns]
    expected = [
        [_value(chance, name, number) for name in columns] for number in range(chance.randint(1, 9))
    ]
    left, above = chance.randint(0, 3), chance.randint(0, 4)
    rows: list[list[Any]] = [[] for _ in range(above)]
    rows += [LETTERHEAD] if chance.random() < 0.5 else []
    rows += [["BẢNG CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2021"], ["Đơn vị: UBND quận Lê Chân"], []]
    rows.append(headings)
    if chance.random() < 0.5:
        rows.append([f"({number})" for number in range(1, len(columns) + 1)])
    rows += expected
    rows += [[], ["NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ"], ["Nguyễn Văn A"]]
    written = [[*[None] * left, *(_spelled(value, form) for value in row)] for row in rows]

    table = table_of(written)

    assert table.form == "scores_unit"
    assert texts(table, *columns) == [
        tuple("" if value is None else str(value) for value in row) for row in expected
    ]
    assert (table.context.year and table.context.year.text) == "2021"
    assert (table.context.unit and table.context.unit.text) == "UBND quận Lê Chân"


def _value(chance: random.Random, name: str, number: int) -> object:
    if name == "criterion_code":
        return f"{number // 3 + 1}.{number % 3 + 1}"
    if name == "criterion_name":
        return f"Tiêu chí về kế hoạch {number}"
    if name == "note":
        return chance.choice([None, "chậm", "Chưa có minh chứng"])
    return chance.choice([None, "KĐG", "x", 1, 2.5, "1,25", "0.75"])


def _spelled(value: object, form: str) -> object:
    return unicodedata.normalize(form, value) if isinstance(value, str) else value  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.integers(-5, 3000),
                st.sampled_from(
                    ["STT", "Tiêu chí", "Đơn vị", "Điểm", "Năm 2021", "Tổng", "I", "1.1", "(2)",
                     "Quận Lê Chân", "Loại", "Nội dung", "Điểm tối đa", "Xếp hạng", "Nơi nhận:"]
                ),
                st.text(max_size=6),
            ),
            max_size=6,
        ),
        max_size=12,
    )
)  # fmt: skip
def test_no_sheet_whatever_it_holds_breaks_the_reader(rows: list[list[object]]) -> None:
    reading = read(sheet_of(rows))

    assert all(problem.severity in Severity for problem in reading.problems)
    for table in reading.tables:
        assert table.records
        assert all(record.row <= len(rows) for record in table.records)
