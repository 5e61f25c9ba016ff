"""Opens a file of any kind we read and gives its sheets. Keeps no state: may run in a child."""

from __future__ import annotations

import hashlib
import io
import threading
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import wait
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import python_calamine as calamine

from data.beside import begun
from data.forms.found import SourceFile
from data.problems import Problem, Severity
from data.sheets.columns import Rows
from data.sheets.delimited import read_delimited
from data.sheets.doctypes import refuse_doctypes
from data.sheets.grid import Cells, Marks, Merge, Sheet
from data.sheets.kinds import FileKind, kind_of_file
from data.sheets.ods_marks import ods_marks
from data.sheets.panics import refused_on_panic
from data.sheets.refusal import FileRefused
from data.sheets.xls_marks import xls_marks
from data.sheets.xlsx_marks import xlsx_marks
from data.sheets.zip_faults import ZIP_FAULTS


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """The sheets of a file in its order, or the one problem for which it could not be read."""

    file: SourceFile
    sheets: tuple[Sheet, ...] = ()
    problem: Problem | None = None


def read_sheets(path: Path, *, name: str | None = None) -> SheetsRead:
    """Every sheet of a file that can be trusted, read in this process.

    `name` is what the file was called where it is kept under another.
    """
    content = path.read_bytes()
    file = source_file(content, name or path.name)
    try:
        return sheets_of(file, cells_of(content, file.name))
    except FileRefused as refusal:
        return refused(file, refusal.code)


def source_file(content: bytes, name: str) -> SourceFile:
    """A workbook as it was handed in."""
    return SourceFile(unicodedata.normalize("NFC", name), hashlib.sha256(content).hexdigest())


def refused(file: SourceFile, code: str, expected: str | None = None) -> SheetsRead:
    """A file that could not be read, and why."""
    return SheetsRead(file, problem=Problem(Severity.ERROR, code, file.name, expected=expected))


def sheets_of(file: SourceFile, cells: Sequence[Cells]) -> SheetsRead:
    """The sheets of a file, its cells at hand; a file in which nothing stands is empty."""
    try:
        sheets = tuple(Sheet(of_sheet) for of_sheet in cells)
    except FileRefused as refusal:
        return refused(file, refusal.code)
    if all(sheet.is_blank_row(row) for sheet in sheets for row in range(len(sheet.rows))):
        return refused(file, "file_empty")
    return SheetsRead(file, sheets)


def cells_of(content: bytes, name: str, *, is_bounded: bool = False) -> list[Cells]:
    """The cells of every sheet. Raises FileRefused where the content cannot be read.

    A small file can make a library ask for any amount of memory. Only where the kernel bounds that
    of this process, and its end is provided for, is it seen while the library reads already.
    """
    kind = kind_of_file(content, name)
    if kind is FileKind.CSV:
        return read_delimited(content)
    try:
        if kind is FileKind.XLS:
            of_xls = xls_marks(content)
            return _read_with_calamine(content, lambda: of_xls)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_doctypes(archive)
            if kind is FileKind.XLSX:
                marks = xlsx_marks(archive, is_bounded=is_bounded)
                return _read_with_calamine(content, marks)
            of_ods = ods_marks(archive)
        return _read_with_calamine(content, lambda: of_ods)
    except ZIP_FAULTS as error:
        raise FileRefused("file_truncated") from error


def _read_with_calamine(
    content: bytes, marks: Callable[[], Mapping[str, Marks] | list[Marks]]
) -> list[Cells]:
    """Values by calamine, which takes bytes: of a path it believes the name.

    `marks` are by name, or in the order of the file's sheets. They are looked for while calamine
    reads a sheet, which leaves Python to others; begun sooner, they would keep calamine waiting.
    """
    has_begun = threading.Event()

    def look() -> Mapping[str, Marks] | list[Marks]:
        has_begun.wait()
        return marks()

    looking = begun(look)
    try:
        cells = _values(content, has_begun.set)
    finally:
        has_begun.set()
        wait([looking])
    found = looking.result()
    return [
        replace(one, marks=_merged(_marks_of(found, one.name, place), one.marks))
        for place, one in cells.items()
    ]


def _values(content: bytes, on_reading: Callable[[], None]) -> dict[int, Cells]:
    """The worksheets by their place in the file, with the merges that calamine tells.

    `on_reading` is called before each sheet is read.
    """
    try:
        with (
            refused_on_panic(),
            calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook,
        ):
            return {
                place: _cells(workbook, metadata, on_reading)
                for place, metadata in enumerate(workbook.sheets_metadata)
                if metadata.typ == calamine.SheetTypeEnum.WorkSheet
            }
    except calamine.PasswordError as error:
        raise FileRefused("file_encrypted") from error
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError) as error:
        raise FileRefused("file_truncated") from error


def _marks_of(marks: Mapping[str, Marks] | list[Marks], name: str | None, place: int) -> Marks:
    if isinstance(marks, list):
        return marks[place] if place < len(marks) else Marks()
    return marks.get(name or "", Marks())


def _merged(marks: Marks, told: Marks) -> Marks:
    """The marks, with calamine's merges where they hold none."""
    return marks if marks.merges else replace(marks, merges=told.merges)


def _cells(
    workbook: calamine.CalamineWorkbook,
    metadata: calamine.SheetMetadata,
    on_reading: Callable[[], None],
) -> Cells:
    on_reading()
    opened = workbook.get_sheet_by_name(metadata.name)
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in opened.merged_cell_ranges or ()
    )
    return Cells(
        metadata.name,
        _plain(Rows.of(opened.to_python(skip_empty_area=False))),  # type: ignore[arg-type]
        Marks(merges=merges),
        is_hidden=metadata.visible != calamine.SheetVisibleEnum.Visible,
    )


def _plain(rows: Rows) -> Rows:
    """The rows themselves; a span of time, which no form knows, as its text."""
    for column in rows.columns:
        different: Sequence[object] = column.values
        for place, value in enumerate(different):
            if isinstance(value, timedelta):
                column.values[place] = str(value)
    return rows
