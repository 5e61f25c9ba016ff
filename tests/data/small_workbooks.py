"""Small real workbooks for tests of the store: a criteria set of 10 points, scores for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

CRITERIA_ROWS = (
    ("A", "Chỉ đạo, điều hành cải cách hành chính", 3),
    ("1", "Kế hoạch cải cách hành chính", 1),
    ("2", "Tuyên truyền cải cách hành chính", 2),
    ("B", "Cải cách thủ tục hành chính", 7),
    ("3", "Công khai thủ tục hành chính", 3),
    ("4", "Hồ sơ giải quyết đúng hạn", 4),
)
FULL = {"1": 1, "2": 2, "3": 3, "4": 4}


def criteria_workbook(folder: Path, *, mark: bool = False, without: str = "") -> Path:
    """The set of 2023 for districts: leaves 1 and 2 in area A, 3 and 4 in area B."""
    title = "Bộ tiêu chí Chỉ số CCHC năm 2023 – UBND các quận, huyện"
    rows = [row for row in CRITERIA_ROWS if row[0] != without]
    name = f"tieu_chi{without}.xlsx"
    return _saved(folder / name, title, ("STT", "Tiêu chí", "Điểm tối đa"), rows, mark=mark)


def scores_workbook(
    folder: Path,
    unit: str,
    points: Mapping[str, float | str],
    *,
    name: str | None = None,
    mark: bool = False,
) -> Path:
    """A unit's verified points of 2023 by leaf; leaves that are not named are not listed."""
    names = {code: (criterion, most) for code, criterion, most in CRITERIA_ROWS}
    rows = [(code, *names[code], value) for code, value in points.items()]
    headings = ("STT", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định")
    title = f"Điểm thẩm định năm 2023\nĐơn vị: {unit}"
    return _saved(folder / (name or f"{unit}.xlsx"), title, headings, rows, mark=mark)


def _saved(
    path: Path,
    title: str,
    headings: tuple[str, ...],
    rows: Sequence[tuple[object, ...]],
    *,
    mark: bool,
) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bang"
    for line in (*(["DỮ LIỆU MINH HOẠ"] if mark else []), *title.split("\n")):
        sheet.append([line])
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path
