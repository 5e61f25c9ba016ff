"""Opens a file of any kind we read and gives its sheets. Keeps no state: may run in a child."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import python_calamine as calamine

from data.forms.found import CellValue, SourceFile
from data.problems import Problem, Severity
from data.sheets.delimited import read_delimited
from data.sheets.doctypes import refuse_doctypes
from data.sheets.grid import Marks, Merge, Sheet
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
    """Every sheet of a file; `name` is what the file was called where it is kept under another."""
    file_name = unicodedata.normalize("NFC", name or path.name)
    file = SourceFile(file_name, _sha256(path))
    try:
        sheets = _open(path, kind_of_file(path, file_name))
    except FileRefused as refusal:
        problem = Problem(Severity.ERROR, refusal.code, file_name, expected=refusal.expected)
        return SheetsRead(file, problem=problem)
    if all(sheet.is_blank_row(row) for sheet in sheets for row in range(len(sheet.rows))):
        return SheetsRead(file, problem=Problem(Severity.ERROR, "file_empty", file_name))
    return SheetsRead(file, tuple(sheets))


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _open(path: Path, kind: FileKind) -> list[Sheet]:
    if kind is FileKind.CSV:
        return read_delimited(path)
    content = path.read_bytes()
    try:
        if kind is FileKind.XLS:
            return _read_with_calamine(content, xls_marks(content))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_doctypes(archive)
            marks = xlsx_marks(archive) if kind is FileKind.XLSX else ods_marks(archive)
        return _read_with_calamine(content, marks)
    except ZIP_FAULTS as error:
        raise FileRefused("file_truncated") from error


def _read_with_calamine(content: bytes, marks: Mapping[str, Marks] | list[Marks]) -> list[Sheet]:
    """Values by calamine, which takes bytes: of a path it believes the name.

    `marks` are by name, or in the order of the file's sheets.
    """
    try:
        with (
            refused_on_panic(),
            calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook,
        ):
            return [
                _sheet(workbook, metadata, _marks_of(marks, metadata.name, place))
                for place, metadata in enumerate(workbook.sheets_metadata)
                if metadata.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError as error:
        raise FileRefused("file_encrypted") from error
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError) as error:
        raise FileRefused("file_truncated") from error


def _marks_of(marks: Mapping[str, Marks] | list[Marks], name: str, place: int) -> Marks:
    if isinstance(marks, list):
        return marks[place] if place < len(marks) else Marks()
    return marks.get(name, Marks())


def _sheet(
    workbook: calamine.CalamineWorkbook, metadata: calamine.SheetMetadata, marks: Marks
) -> Sheet:
    opened = workbook.get_sheet_by_name(metadata.name)
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in opened.merged_cell_ranges or ()
    )
    return Sheet(
        metadata.name,
        [_plain(row) for row in opened.to_python(skip_empty_area=False)],
        marks if marks.merges else replace(marks, merges=merges),
        is_hidden=metadata.visible != calamine.SheetVisibleEnum.Visible,
    )


def _plain(row: Sequence[CellValue | timedelta]) -> list[CellValue]:
    """The row itself; a span of time, which no form knows, as its text."""
    if timedelta not in map(type, row):
        return list(row)  # type: ignore[arg-type]  # looked at in the line above
    return [str(value) if isinstance(value, timedelta) else value for value in row]
