"""How long `check` and `import` take beside the plain reading of the same cells by calamine.

    python -m benchmarks.import_speed [--runs 5] [--json]

The workbook is a list of 50,400 points: 35 units x 90 leaves x 4 years x 4 kinds of points. Each
figure is the median of several runs; the ratios are of medians taken in the same process, in
turns, so that other load on the machine weighs on both sides alike.

A reader's child and databases wait before each, as they do on the page, which starts them while a
person looks for the button; "no reader ready" is without the child.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import python_calamine as calamine
import xlsxwriter

from benchmarks.measuring import SECOND, Measured
from data.books import Book
from data.importing import check_workbooks, get_ready, import_workbooks
from data.loading_reference import load_reference
from data.store import Store
from data.workspace import tried_on_copy

YEARS = (2021, 2022, 2023, 2024)
UNITS, LEAVES, AREAS, MAXIMUM = 35, 90, 9, 2
KINDS = ("Tự đánh giá", "Thẩm định lần 1", "Giải trình", "Thẩm định lần 2")
HEADINGS = ("Đơn vị", "Năm", "Mã tiêu chí", "Tiêu chí", "Loại điểm", "Điểm")
SETS = {"các sở, ban, ngành": "S", "UBND các quận, huyện": "Q"}
SETTLED_SHARE = 0.85
TO_START = 1.0  # seconds that a reader is given to start
ERRORS = 200  # points above their maximum in the faulty copy: enough to be told one by one


def leaf_codes() -> list[tuple[str, str]]:
    """Code and name of each leaf, area by area."""
    of_area = LEAVES // AREAS
    return [
        (f"{area}.{number}", f"Nội dung số {number} của lĩnh vực {area} được thực hiện đầy đủ")
        for area in range(1, AREAS + 1)
        for number in range(1, of_area + 1)
    ]


def criteria_workbook(path: Path) -> Path:
    """The sets of every year for both kinds of units."""
    with xlsxwriter.Workbook(path) as book:
        for year in YEARS:
            for whom, letter in SETS.items():
                sheet = book.add_worksheet(f"{letter} {year}")
                sheet.write(0, 0, f"Bộ tiêu chí Chỉ số CCHC năm {year} của {whom}")
                sheet.write_row(1, 0, ("STT", "Tiêu chí", "Điểm tối đa"))
                row = 2
                for code, name in _with_areas():
                    is_leaf = "." in code
                    most = MAXIMUM if is_leaf else MAXIMUM * LEAVES // AREAS
                    sheet.write_string(row, 0, code)
                    sheet.write_row(row, 1, (name, most))
                    row += 1
    return path


def _with_areas() -> Iterator[tuple[str, str]]:
    seen = ""
    for code, name in leaf_codes():
        area = code.split(".", 1)[0]
        if area != seen:
            seen = area
            yield area, f"Lĩnh vực thứ {area} của cải cách hành chính"
        yield code, name


def unit_names(store: Store) -> list[str]:
    """The 35 real units of the three groups."""
    with tried_on_copy(store, Book.REAL) as (connection, _):
        units = load_reference(connection).units
    return [unit.unit_name for unit in units if unit.groups.get(YEARS[-1])][:UNITS]


def scores_workbook(path: Path, units: Sequence[str], *, errors: int = 0) -> Path:
    """The long list; `errors` of its points lie above their maximum."""
    chance = random.Random(2)
    rows = [
        (unit, year, code, name, kind, points)
        for unit in units
        for year in YEARS
        for code, name in leaf_codes()
        for kind, points in zip(KINDS, _rounds(chance), strict=True)
    ]
    for place in chance.sample(range(len(rows)), errors):
        rows[place] = (*rows[place][:-1], 99)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Điểm")
        sheet.write(0, 0, "Điểm Chỉ số CCHC của các cơ quan, đơn vị")
        sheet.write_row(1, 0, HEADINGS)
        for number, row in enumerate(rows, start=2):
            sheet.write_string(number, 2, row[2])
            sheet.write_row(number, 0, row[:2])
            sheet.write_row(number, 3, row[3:])
    return path


def _rounds(chance: random.Random) -> tuple[float, ...]:
    """Points of the four kinds at a leaf: most are settled in the first round of verification."""
    first = chance.choice((2, 2, 1.75, 1.5, 1, 0.5, 0))
    if chance.random() < SETTLED_SHARE:
        return (2, first, first, first)
    return (2, first, 2, chance.choice((2, 1.75, first)))


def small_workbook(path: Path, unit: str) -> Path:
    """One unit's verified points of one year."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Điểm")
        sheet.write(0, 0, "Điểm Chỉ số CCHC năm 2024")
        sheet.write(1, 0, f"Đơn vị: {unit}")
        sheet.write_row(2, 0, ("Mã tiêu chí", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định"))
        for number, (code, name) in enumerate(leaf_codes(), start=3):
            sheet.write_string(number, 0, code)
            sheet.write_row(number, 1, (name, MAXIMUM, 1.5))
    return path


def plain_reading(path: Path) -> int:
    """Rows of a workbook as calamine gives them, without any meaning."""
    with calamine.CalamineWorkbook.from_path(path) as book:
        return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


@contextmanager
def _copied(store: Store) -> Iterator[Store]:
    with tempfile.TemporaryDirectory(prefix="cchc-") as place:
        home = Path(place) / "store"
        shutil.copytree(store.home, home)
        yield Store(home)


def measure(*, runs: int = 3) -> list[dict[str, object]]:
    """One row a thing measured: what, seconds and processor_seconds (medians; the children's are
    in it), and both as multiples of calamine's (null for a small workbook)."""
    with tempfile.TemporaryDirectory(prefix="cchc-") as place:
        folder = Path(place)
        store = Store(folder / "store")
        criteria = criteria_workbook(folder / "bo_tieu_chi.xlsx")
        outcome = import_workbooks(store, Book.REAL, [criteria], by="")
        if outcome.is_refused:
            raise RuntimeError(outcome.problems[:3])
        units = unit_names(store)
        large = scores_workbook(folder / "diem.xlsx", units)
        faulty = scores_workbook(folder / "diem_sai.xlsx", units, errors=ERRORS)
        small = small_workbook(folder / "mot_don_vi.xlsx", units[0])
        seconds = _in_turns(
            {
                "calamine": lambda _: plain_reading(large),
                "check": lambda one: _checked(one, large),
                "check, no reader ready": lambda one: _checked(one, large),
                "check, 200 errors": lambda one: _checked(one, faulty),
                "import": lambda one: _imported(one, large),
                "check, one unit": lambda one: _checked(one, small),
                "import, one unit": lambda one: _imported(one, small),
            },
            store,
            runs,
        )
    plain = seconds["calamine"]
    return [
        {
            "what": what,
            "seconds": round(wall, 3),
            "processor_seconds": round(processor, 3),
            "times_calamine": None if "one unit" in what else round(wall / plain[0], 1),
            "processor_times_calamine": (
                None if "one unit" in what else round(processor / plain[1], 1)
            ),
        }
        for what, (wall, processor) in seconds.items()
    ]


def import_times(*, runs: int) -> list[Measured]:
    """The same beside the other parts of `python run.py benchmark`."""
    return [
        Measured(
            part="import",
            name=str(row["what"]),
            units=UNITS,
            runs=runs,
            cold_ms=None,
            warm_ms=round(SECOND * float(str(row["seconds"])), 1),
            processor_ms=round(SECOND * float(str(row["processor_seconds"])), 1),
        )
        for row in measure(runs=runs)
    ]


def _in_turns(
    works: dict[str, Callable[[Store], object]], store: Store, runs: int
) -> dict[str, tuple[float, float]]:
    """Median seconds, and of the processor, of each; every round runs each once."""
    walls: dict[str, list[float]] = {what: [] for what in works}
    processors: dict[str, list[float]] = {what: [] for what in works}
    for _ in range(runs):
        for what, work in works.items():
            with _copied(store) as one, _reader(is_ready="no reader" not in what):
                wall, processor = time.perf_counter(), _processor_seconds()
                work(one)
                walls[what].append(time.perf_counter() - wall)
                processors[what].append(_processor_seconds() - processor)
    return {
        what: (statistics.median(walls[what]), statistics.median(processors[what]))
        for what in works
    }


@contextmanager
def _reader(*, is_ready: bool) -> Iterator[None]:
    """A child and databases that have started, as on the page, or none."""
    if is_ready:
        get_ready()
        time.sleep(TO_START)
    yield


def _processor_seconds() -> float:
    """Of this process and of those it started and waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _checked(store: Store, path: Path) -> None:
    check_workbooks(store, Book.REAL, [path])


def _imported(store: Store, path: Path) -> None:
    outcome = import_workbooks(store, Book.REAL, [path], by="")
    if outcome.is_refused:
        raise RuntimeError(outcome.problems[:3])


def main() -> None:
    """Print what was measured, as a table or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = measure(runs=arguments.runs)
    if arguments.json:
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=2)
        return
    print(f"{'':24}{'seconds':>10}{'':>8}{'processor':>12}")
    for row in rows:
        ratios = (row["times_calamine"], row["processor_times_calamine"])
        wall, processor = ["" if ratio is None else f"x {ratio}" for ratio in ratios]
        seconds = f"{row['seconds']:>10}{wall:>8}{row['processor_seconds']:>12}{processor:>8}"
        print(f"{row['what']!s:24}{seconds}")


if __name__ == "__main__":
    main()
