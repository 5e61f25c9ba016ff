"""Values that nobody takes are told with their cells; what may be shifted is refused."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from data.books import Book
from data.importing import check_workbooks, import_workbooks
from data.store import Store
from data.values import Sign, read_points
from tests.data.small_workbooks import criteria_workbook

HEADINGS = ["Mã tiêu chí", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định"]
LEAVES = [
    ["1", "Kế hoạch cải cách hành chính", 1, 1],
    ["2", "Tuyên truyền cải cách hành chính", 2, 2],
    ["3", "Công khai thủ tục hành chính", 3, 3],
    ["4", "Hồ sơ giải quyết đúng hạn", 4, 4],
]
TITLE = "Điểm thẩm định năm 2023"
UNIT = "Đơn vị: Quận Lê Chân"
Told = list[tuple[str, str, str | None]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A book that knows the set of 2023."""
    place = tmp_path_factory.mktemp("book")
    made = Store(place / "home")
    assert import_workbooks(made, Book.REAL, [criteria_workbook(place)], by="Lan").is_new
    return made


def told(store: Store, path: Path) -> Told:
    outcome = check_workbooks(store, Book.REAL, [path])
    return [(problem.severity.value, problem.code, problem.cell) for problem in outcome.problems]


def workbook(path: Path, rows: list[list[object]], *, sheet: str = "Bảng") -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def of_unit(path: Path, leaves: list[list[object]], **more: str) -> Path:
    return workbook(path, [[TITLE], [UNIT], HEADINGS, *leaves], **more)


def test_a_whole_sheet_is_taken_without_a_word(store: Store, tmp_path: Path) -> None:
    assert told(store, of_unit(tmp_path / "a.xlsx", LEAVES)) == []


def test_values_under_no_heading_are_told_once_a_column(store: Store, tmp_path: Path) -> None:
    leaves = [[*LEAVES[0]], [*LEAVES[1], None, 0.5], [*LEAVES[2], None, 0.25], LEAVES[3]]
    path = of_unit(tmp_path / "a.xlsx", leaves)
    assert told(store, path) == [("warning", "values_under_no_heading", "F5")]


def test_a_record_longer_than_its_headings_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = ["Đơn vị,Năm,Mã tiêu chí,Điểm tự chấm,Điểm thẩm định", "Quận Lê Chân,2023,4,3,5,3"]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert ("error", "record_longer_than_headings", "F2") in told(store, path)
    assert check_workbooks(store, Book.REAL, [path]).is_refused


def test_points_beside_no_criterion_are_told_in_a_sheet(store: Store, tmp_path: Path) -> None:
    leaves = [*LEAVES[:2], [None, None, None, 3], LEAVES[3]]
    path = of_unit(tmp_path / "a.xlsx", leaves)
    assert ("warning", "points_without_criterion", "D6") in told(store, path)


def test_points_beside_no_criterion_are_refused_in_a_list(store: Store, tmp_path: Path) -> None:
    lines: list[list[object]] = [["Quận Lê Chân", 2023, code, 1] for code in ("1", None, "2")]
    path = workbook(tmp_path / "a.xlsx", [["Đơn vị", "Năm", "Mã tiêu chí", "Điểm"], *lines])
    assert ("error", "points_without_criterion", "D3") in told(store, path)


def test_points_of_no_unit_are_told_in_a_matrix(store: Store, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Điểm thẩm định năm 2023 của UBND các quận, huyện"],
        ["STT", "Đơn vị", "1", "2", "3", "4"],
        [1, "Quận Lê Chân", 1, 2, 3, 4],
        [2, None, 1, 1, 1, 1],
        [3, "Quận Hồng Bàng", 1, 2, 3, 4],
    ]
    found = told(store, workbook(tmp_path / "a.xlsx", rows))
    assert ("warning", "points_of_nobody", "C4") in found


@pytest.mark.parametrize(
    ("sheet", "says"),
    [("Lê Chân", []), ("Hồng Bàng", [("warning", "sheet_name_differs", "A2")]), ("Bảng 1", [])],
)
def test_a_title_that_the_sheets_name_contradicts(
    store: Store, tmp_path: Path, sheet: str, says: Told
) -> None:
    assert told(store, of_unit(tmp_path / "a.xlsx", LEAVES, sheet=sheet)) == says


@pytest.mark.parametrize(
    ("sheet", "says"),
    [("2023", []), ("Năm 2022", [("warning", "sheet_name_differs", "A1")])],
)
def test_a_title_of_another_year_than_the_sheets_name(
    store: Store, tmp_path: Path, sheet: str, says: Told
) -> None:
    assert told(store, of_unit(tmp_path / "a.xlsx", LEAVES, sheet=sheet)) == says


def test_a_code_that_became_a_date_is_told_where_it_is_mended(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Bộ tiêu chí Chỉ số CCHC năm 2023 – UBND các quận, huyện"],
        ["STT", "Tiêu chí", "Điểm tối đa"],
        ["1", "Chỉ đạo, điều hành", 2],
        ["1.1", "Kế hoạch", 1],
        ["1.2", "Tuyên truyền", 1],
    ]
    store = Store(tmp_path / "home")
    import_workbooks(store, Book.REAL, [workbook(tmp_path / "set.xlsx", rows)], by="Lan")
    leaves: list[list[object]] = [
        ["1.1", "Kế hoạch", 1, 1],
        [datetime.date(2023, 2, 1), "Tuyên truyền", 1, 1],
    ]
    assert told(store, of_unit(tmp_path / "a.xlsx", leaves)) == [("warning", "code_mended", "A5")]


@pytest.mark.parametrize("text", ["1 0", "1 5", "2 , 5 0"])
def test_a_space_between_digits_is_no_number(text: str) -> None:
    assert read_points(text).sign is Sign.NOT_A_NUMBER


@pytest.mark.parametrize("text", [" 2,5 ", "2 ,5", "2, 5", "- 1", "84,58 %", "\u00a02.5"])
def test_a_space_beside_a_mark_says_nothing(text: str) -> None:
    assert read_points(text).sign is Sign.POINTS
