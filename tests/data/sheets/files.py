"""Files made by hand, and what opening them says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from data.sheets.grid import Sheet
from data.sheets.reading import read_sheets
from tests.data.forms.workbook import write_workbook

WORKSHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def workbook_of_xml(path: Path, xml: str) -> Path:
    """An .xlsx whose only sheet is the given XML."""
    plain = write_workbook(path.with_name("plain.xlsx"), {"S": [["x"]]})
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return path


def only_sheet(path: Path) -> Sheet:
    """The one sheet of a file that reads without a problem."""
    (sheet,) = read_sheets(path).sheets
    return sheet


def problem_code(path: Path) -> str | None:
    """Why a file cannot be read; null where it can."""
    problem = read_sheets(path).problem
    return problem.code if problem else None
