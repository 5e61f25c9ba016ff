"""Ordinary rows of a long list say what they would say one by one."""

from dataclasses import replace

import pytest

from data.forms.found import CellValue, FormTable, Hints
from data.forms.records import Records, Run
from data.resolving.conflicts import score_rows
from data.resolving.ordinary_scores import with_fields
from data.resolving.scores import resolve_scores_long
from data.sheets.columns import Rows
from tests.data.resolving.tables import codes, table
from tests.data.resolving.test_scores import BOOK

COLUMNS = ("unit", "year", "criterion_code", "criterion_name", "kind", "points", "maximum_points")
Line = tuple[CellValue, ...]
PLAIN: list[Line] = [
    (unit, 2021, code, name, kind, 4, None)
    for unit in ("Quận Lê Chân", "Quận Hồng Bàng")
    for code, name in (("1.1", "Kế hoạch"), ("1.2", "Kiểm tra"))
    for kind in ("Tự đánh giá", "Thẩm định lần 1")
]
LC = ("Quận Lê Chân", 2021)


def as_read_in_a_row(read: FormTable, lines: list[Line]) -> FormTable:
    """The same table with its rows as the reader of ordinary rows hands them on."""
    columns = {name: place for place, name in enumerate(COLUMNS)}
    first = read.records[0].row - 1
    sheet = Rows.of([*([()] * first), *lines])
    run = Run(sheet, columns, first, len(sheet))
    return replace(read, records=Records([run]))


ODD: dict[str, Line] = {
    "a blank clears": (*LC, "3.1", "Báo cáo chậm", "Thẩm định", None, None),
    "a sign clears": (*LC, "3.1", "Báo cáo chậm", "Thẩm định", "x", None),
    "a penalty below zero": (*LC, "3.1", "Báo cáo chậm", "Thẩm định", "-0,5", None),
    "points above the maximum": (*LC, "1.1", "Kế hoạch", "Thẩm định", 99, None),
    "no points": (*LC, "1.1", "Kế hoạch", "Thẩm định", "nhiều", None),
    "three digits": (*LC, "1.1", "Kế hoạch", "Thẩm định", "1,250", None),
    "finer than six decimals": (*LC, "1.1", "Kế hoạch", "Thẩm định", 1.23456789, None),
    "a yes": (*LC, "1.1", "Kế hoạch", "Thẩm định", True, None),
    "not applicable": (*LC, "1.1", "Kế hoạch", "Thẩm định", "KĐG", None),
    "a survey": (*LC, "2.1", "Hài lòng của người dân", "ĐTXHH", 10, None),
    "an area": (*LC, "I", "Chỉ đạo, điều hành", "Thẩm định", 8, None),
    "a total": (*LC, None, "Tổng cộng", "Thẩm định", 8, None),
    "another name": (*LC, "1.1", "Nói chuyện khác hẳn", "Thẩm định", 4, None),
    "another wording": (*LC, "1.1", "Kế hoạch năm", "Thẩm định", 4, None),
    "another maximum": (*LC, "1.1", "Kế hoạch", "Thẩm định", 4, 6),
    "its maximum": (*LC, "1.1", "Kế hoạch", "Thẩm định", 4, "5,0"),
    "no kind": (*LC, "1.1", "Kế hoạch", None, 4, None),
    "an unknown kind": (*LC, "1.1", "Kế hoạch", "Chấm chéo", 4, None),
    "an unknown unit": ("Quận Lê Chấm", 2021, "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "an average": ("Trung bình", 2021, "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "an unknown year": ("Quận Lê Chân", 2019, "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "no unit": (None, 2021, "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "no year": ("Quận Lê Chân", None, "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "neither unit nor year": (None, None, "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "a year as text": ("Quận Lê Chân", "Năm 2021", "1.1", "Kế hoạch", "Thẩm định", 4, None),
    "an unknown code": (*LC, "9.9", None, "Thẩm định", 4, None),
    "a name alone": (*LC, None, "Kiểm tra", "Thẩm định", 4, None),
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_row_among_ordinary_ones_says_and_is_told_the_same(odd: str) -> None:
    lines = [*PLAIN[:3], ODD[odd], *PLAIN[3:], ODD[odd]]
    read = as_read_in_a_row(table("scores_long", COLUMNS, lines), lines)
    found = resolve_scores_long(read, BOOK, Hints())
    expected = resolve_scores_long(with_fields(read), BOOK, Hints())
    assert score_rows(found) == score_rows(expected)
    assert found.rows.keys() - {"score"} == expected.rows.keys() - {"score"}
    assert set(found.problems) == set(expected.problems)
    assert len(found.problems) == len(expected.problems)


def test_each_row_without_unit_or_year_is_named_by_its_blank_cell() -> None:
    odd = [ODD["no unit"], ODD["no year"], ODD["no unit"]]
    lines = [*PLAIN, *odd]
    read = as_read_in_a_row(table("scores_long", COLUMNS, lines), lines)
    first = read.records[0].row + len(PLAIN)
    staged = resolve_scores_long(read, BOOK, Hints())
    assert [(p.code, p.cell, p.expected) for p in staged.problems] == [
        ("unit_missing", f"A{first}", "unit"),
        ("year_missing", f"B{first + 1}", "year"),
        ("unit_missing", f"A{first + 2}", "unit"),
    ]
    read = as_read_in_a_row(table("scores_long", COLUMNS, odd), odd)
    assert resolve_scores_long(read, BOOK, Hints(unit="Quận Lê Chân", year=2021)).problems == []


def test_an_ordinary_row_keeps_its_cell_and_what_was_written_there() -> None:
    lines: list[Line] = [(*LC, "1.1", "Kế hoạch", "Tự đánh giá", "4,5", None)]
    read = as_read_in_a_row(table("scores_long", COLUMNS, lines), lines)
    staged = resolve_scores_long(read, BOOK, Hints())
    (row,) = score_rows(staged)
    assert str(row["points"]) == "4.500000"
    source = row["source"]
    assert (source.cell, source.raw_text) == (f"F{read.records[0].row}", "4,5")  # type: ignore[attr-defined]
    assert (row["unit_code"], row["kind"]) == ("305", "self_assessed")
    assert codes(staged) == []
