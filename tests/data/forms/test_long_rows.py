"""Long lists are read a short way and a long way round, and both give the same."""

from __future__ import annotations

import random

import pytest

from data.forms.found import Reading, SourceFile
from data.forms.long_rows import LongRows
from data.forms.reading import read_grids
from data.forms.rows import RowReader
from data.sheets.grid import Cells, Marks, Merge, Sheet

HEADINGS = ["STT", "Đơn vị", "Năm", "Mã tiêu chí", "Tiêu chí", "Loại điểm", "Điểm", "Ghi chú"]
STRANGE = (
    list(HEADINGS),
    [],
    ["", "", " ", None],
    ["I", "Khối các quận"],
    ["", "Quận Lê Chân"],
    ["", "Trung bình", 2021, "1.1", "Kế hoạch", "Tự đánh giá", 1.5],
    ["", "Tổng cộng", 2021, "1.1", "Kế hoạch", "Tự đánh giá", 150],
    [1, 2, 3, 4, 5, 6, 7, 8],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
    ["A", "B", "C", "D", "E", 1, 2, 3],
    ["A", "B", "C", "D", "E", "1", "2", "3", "ngoài bảng", "x"],
    ["", "Ghi chú: số liệu tạm tính"],
    ["", "", "", "", "", "Người lập biểu"],
    ["", "Quận Hải An", "", "", "", "", ""],
    ["", "Đơn vị", "Năm", "x", "y", "z", 1],
    ["", "Điểm", 2021, "1.2", "Loại điểm", "Tự đánh giá", 1],
    [None, None, None, None, None, None, None, None, "ngoài bảng", "x", "y", "z"],
)


def _ordinary(chance: random.Random, number: int) -> list[object]:
    unit = chance.choice(["Quận Lê Chân", "Quận Hải An", " Huyện An Lão"])
    kind = chance.choice(["Tự đánh giá", "Thẩm định lần 1", "ĐTXHH", "Loại điểm"])
    points = chance.choice([1, 1.5, 0, "1,25", "KĐG", "x", "", None, "#N/A", True])
    note = chance.choice(["", "", "Lý do: chậm", "Tổng", "a  b"])
    code = chance.choice(["1.1", "1.2", 1.3, "2"])
    name = chance.choice(["Báo cáo quý", "Họp giao ban", "Kế hoạch"])
    return [number, unit, chance.choice([2021, "2022"]), code, name, kind, points, note]


def _read(rows: list[list[object]], marks: Marks | None = None) -> Reading:
    cells = Cells("Điểm", [list(row) for row in rows], marks or Marks())  # type: ignore[arg-type]
    return read_grids(SourceFile("a.xlsx", "0"), (Sheet(cells),))


@pytest.mark.parametrize("seed", range(20))
def test_both_ways_give_the_same_records(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)  # noqa: S311
    rows: list[list[object]] = [["Điểm Chỉ số CCHC của các quận, huyện"], list(HEADINGS)]
    for number in range(60):
        is_strange = chance.random() < 0.1
        rows.append(list(chance.choice(STRANGE)) if is_strange else _ordinary(chance, number))
    top = chance.randrange(3, 50)
    marks = Marks(merges=(Merge(top, 1, top + 2, 1),) if seed % 2 else ())

    short = _read(rows, marks)
    monkeypatch.setattr(LongRows, "take", lambda _self, row: row)

    assert short.tables
    assert short == _read(rows, marks)


@pytest.mark.parametrize(
    "numbers",
    [
        ["A", "B", "C", "D", "E", "1", "2", "3"],
        ["A", "B", "C", "D", "E", "1", "2", "3", "ngoài bảng", "x"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_both_ways_leave_out_the_numbers_of_the_columns_on_a_further_page(
    numbers: list[object], monkeypatch: pytest.MonkeyPatch, *, is_first: bool
) -> None:
    row = [1, "Quận Lê Chân", 2021, "1.1", "Báo cáo quý", "Tự đánh giá", 1.5, ""]
    first = [numbers] if is_first else []
    rows = [["Điểm"], HEADINGS, *first, row, row, HEADINGS, numbers, row, row, numbers, row]

    short = _read(rows)
    monkeypatch.setattr(LongRows, "take", lambda _self, row: row)

    assert short == _read(rows)
    assert len(short.tables[0].records) == 5


def test_ordinary_rows_behind_the_first_go_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    row = [1, "Quận Lê Chân", 2021, "1.1", "Báo cáo quý", "Tự đánh giá", 1.5, ""]
    taken: list[int] = []
    take = RowReader.take
    monkeypatch.setattr(
        RowReader, "take", lambda self, number: (taken.append(number), take(self, number))[1]
    )

    reading = _read([["Điểm"], list(HEADINGS), *[row] * 10])

    assert len(reading.tables[0].records) == 10
    assert taken == [2]
