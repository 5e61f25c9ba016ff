"""Workbooks are read in a process of their own: whatever ends it is a problem of the file."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from data.sheets import apart, children
from data.sheets.apart import read_apart
from data.sheets.children import Bounds
from data.sheets.grid import Cells, Marks, Merge
from data.sheets.parcel import ParcelDamagedError, Refusal, packed, unpacked
from data.sheets.reading import cells_of
from tests.data.forms.workbook import write_workbook
from tests.data.sheets.files import WORKSHEET, workbook_of_xml


@pytest.fixture
def plain(tmp_path: Path) -> tuple[bytes, str]:
    return (write_workbook(tmp_path / "a.xlsx", {"S": [["Đơn vị", 1.5]]}).read_bytes(), "a.xlsx")


def _with_child(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """The reader's child does something before it reads its second file."""
    folder.mkdir(exist_ok=True)
    child = folder / "child.py"
    original = children.CHILD.read_text(encoding="utf-8")
    moment = "        _alarm(seconds)\n"
    assert moment in original
    trouble = f'{moment}        if ending == ".bad":\n            {code}\n'
    child.write_text(original.replace(moment, trouble), encoding="utf-8")
    monkeypatch.setattr(children, "CHILD", child)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("import os; os.abort()", "reading_takes_too_much"),
        ("x = bytearray(2 << 30)", "reading_takes_too_much"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "reading_broke_off"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "reading_broke_off"),
        ("raise KeyError('a fault of our own')", "reading_broke_off"),
        ('answers.write(b\'{"sheets":[],"bytes":99}\\n\'); return', "reading_broke_off"),
        ("import time; time.sleep(60)", "reading_takes_too_long"),
    ],
)
def test_what_ends_the_reader_is_a_problem_of_that_file_alone(
    plain: tuple[bytes, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    problem: str,
) -> None:
    _with_child(monkeypatch, tmp_path / "child", code)
    files = [plain, (b"x", "Báo cáo.bad"), plain]

    first, second, third = read_apart(files, bounds=Bounds(seconds=2))

    assert (first.problem, third.problem) == (None, None)
    assert third.sheets[0].rows == [["Đơn vị", 1.5]]
    assert second.problem is not None
    assert (second.problem.code, second.problem.file) == (problem, "Báo cáo.bad")


def test_a_reader_that_ignores_its_alarm_is_stopped_by_the_clock_here(
    plain: tuple[bytes, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import signal, time; signal.alarm(0); time.sleep(60)"
    _with_child(monkeypatch, tmp_path / "child", code)

    (read,) = read_apart([(b"x", "a.bad")], bounds=Bounds(seconds=1))

    assert read.problem is not None
    assert read.problem.code == "reading_takes_too_long"


def test_whoever_waits_may_stop_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_child(monkeypatch, tmp_path / "child", "import time; time.sleep(60)")
    started: list[object] = []
    start = apart.started
    monkeypatch.setattr(
        apart, "started", lambda *a, **k: started.append(start(*a, **k)) or started[0]
    )

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_apart([(b"x", "a.bad")], waiting=stop))

    assert started[0].returncode == -9


def test_a_reader_that_was_got_ready_reads_the_next_file_and_no_other(
    plain: tuple[bytes, str],
) -> None:
    children.get_ready()
    ready = children._spare._child
    children.get_ready()
    assert children._spare._child is ready

    (read,) = read_apart([plain])

    assert read.sheets[0].rows == [["Đơn vị", 1.5]]
    assert ready is not None
    assert ready.returncode == 0
    assert children._spare._child is None


def test_a_reader_that_died_waiting_is_missed_by_nobody(plain: tuple[bytes, str]) -> None:
    children.get_ready()
    waiting = children._spare._child
    assert waiting is not None
    waiting.kill()
    waiting.wait()

    (read,) = read_apart([plain])

    assert read.problem is None


def test_a_file_that_needs_more_memory_than_allowed_is_refused(tmp_path: Path) -> None:
    """29 million cells lie just under the limit of cells, and above that of memory here."""
    path = _of_rows(tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row>'
                  '<row r="40000"><c r="ABC40000"><v>1</v></c></row>')  # fmt: skip

    (read,) = read_apart([(path.read_bytes(), path.name)], bounds=Bounds(memory=256 << 20))

    assert read.problem is not None
    assert read.problem.code == "reading_takes_too_much"


def test_a_sheet_that_claims_to_reach_to_its_last_cell_is_refused(tmp_path: Path) -> None:
    path = _of_rows(tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row>'
                  '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')  # fmt: skip

    (read,) = read_apart([(path.read_bytes(), path.name)])

    assert read.problem is not None
    assert read.problem.code == "file_too_large"


def test_a_long_sheet_that_claims_to_reach_to_its_last_cell_is_refused_and_the_others_read(
    tmp_path: Path, plain: tuple[bytes, str]
) -> None:
    """Its reading has begun by then, and ends the child; a careful one tells why."""
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 120_001))
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = _of_rows(tmp_path, rows + far)

    before, read, behind = read_apart([plain, (path.read_bytes(), path.name), plain])

    assert read.problem is not None
    assert read.problem.code == "file_too_large"
    assert before.problem is None
    assert behind.problem is None


def test_a_million_empty_rows_are_read(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{row}" ht="15"/>' for row in range(2, 1_048_577))
    path = _of_rows(tmp_path, f'<row r="1"><c r="A1"><v>7</v></c></row>{empty}')

    (read,) = read_apart([(path.read_bytes(), path.name)])

    assert read.problem is None
    assert read.sheets[0].value(0, 0) == 7


def test_hundreds_of_sheets_are_read_in_their_order(tmp_path: Path) -> None:
    names = [f"Sheet {number}" for number in range(300)]
    path = write_workbook(tmp_path / "a.xlsx", {name: [[name]] for name in names})

    (read,) = read_apart([(path.read_bytes(), path.name)])

    assert [sheet.name for sheet in read.sheets] == names
    assert [sheet.value(0, 0) for sheet in read.sheets] == names


@pytest.mark.parametrize("name", ["a.x\n99 .csv", "a.", "a", "Điểm.CSV", "a.c s v", ".csv"])
def test_a_name_of_any_kind_reads_as_it_does_here(name: str) -> None:
    content = "Đơn vị;Điểm\nQuận Lê Chân;1,5\n".encode()

    (read,) = read_apart([(content, name)])

    assert read.problem is None
    assert read.file.name == name
    assert read.sheets[0].rows == [["Đơn vị", "Điểm"], ["Quận Lê Chân", "1,5"]]


def test_merges_upon_each_other_are_a_problem_of_the_file(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>1</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
    xml = WORKSHEET.format(rows=rows).replace("</sheetData>", f"</sheetData>{merges}")
    path = workbook_of_xml(tmp_path / "a.xlsx", xml)

    (read,) = read_apart([(path.read_bytes(), path.name)])

    assert read.problem is not None
    assert read.problem.code == "file_truncated"


def test_cells_arrive_as_they_were_packed() -> None:
    rows = [
        ["Đơn vị", 1, 1.0, True, None, ""],
        ["Đơn vị", datetime.date(2022, 6, 30), datetime.time(8, 5), 0.1 + 0.2, False, "a\nb"],
        ["", datetime.datetime(2022, 6, 30, 8, 5, 1), 1, 1.0, True, "1"],  # noqa: DTZ001
        [1, True, 1.0, True, 1, 1.0],
    ]
    marks = Marks(
        merges=(Merge(0, 1, 2, 3),),
        errors={(1, 2): "#N/A"},
        unstored=frozenset({(3, 4)}),
        percents=frozenset({(5, 6), (7, 8)}),
        hidden_rows=frozenset({9}),
        hidden_columns=frozenset({10, 11}),
    )
    sent = [Cells("Tổng hợp", rows, marks, is_hidden=True), Cells(None, []), Cells("B", [[], []])]

    (came,) = unpacked(packed(sent))

    assert came == sent
    assert isinstance(came, list)
    kinds = [[type(value) for value in row] for row in came[0].rows]
    assert kinds == [[type(value) for value in row] for row in rows]


def test_a_column_of_more_values_than_two_bytes_can_number_arrives() -> None:
    rows = [[number] for number in range(70_000)]

    assert list(unpacked(packed([Cells("S", rows)]))) == [[Cells("S", rows)]]


def test_short_rows_arrive_filled_up() -> None:
    (came,) = unpacked(packed([Cells("S", [["a"], ["b", "c"]])]))

    assert came == [Cells("S", [["a", None], ["b", "c"]])]


def test_a_parcel_that_was_cut_short_is_damaged_and_those_before_it_are_not() -> None:
    whole = packed(Refusal("file_empty")) + packed([Cells("S", [["a"]])])
    parcels = unpacked(whole[:-1])

    assert next(parcels) == Refusal("file_empty")
    with pytest.raises(ParcelDamagedError):
        next(parcels)


def test_apart_and_here_read_the_same(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ([1, "x", None], [datetime.datetime(2022, 1, 2), 2.5, True]):  # noqa: DTZ001
        sheet.append(row)
    sheet.merge_cells("A4:B5")
    book.save(tmp_path / "a.xlsx")
    content = (tmp_path / "a.xlsx").read_bytes()

    (read,) = read_apart([(content, "a.xlsx")])

    (cells,) = cells_of(content, "a.xlsx")
    assert read.sheets[0].rows == cells.rows
    assert read.sheets[0].marks == cells.marks


def _of_rows(folder: Path, rows: str) -> Path:
    """A workbook of one sheet whose rows are written by hand."""
    return workbook_of_xml(folder / "a.xlsx", WORKSHEET.format(rows=rows))
