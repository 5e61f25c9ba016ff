"""Opens a file of any kind we read and gives its sheets. Keeps no state: may run in a child."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import python_calamine as calamine

from data.forms.found import CellValue, SourceFile
from data.problems import Problem, Severity
from data.sheets.delimited import read_delimited
from data.sheets.grid import Marks, Merge, Sheet
from data.sheets.kinds import FileKind, kind_of_file
from data.sheets.refusal import FileRefused
from data.sheets.xlsx_marks import xlsx_marks


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """The sheets of a file in its order, or the one problem for which it could not be read."""

    file: SourceFile
    sheets: tuple[Sheet, ...] = ()
    problem: Problem | None = None


def read_sheets(path: Path, *, name: str | None = None) -> SheetsRead:
    """Every sheet of a file; `name` is what the file was called where it is kept under another."""
    file_name = name or path.name
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
    if kind is FileKind.XLSX:
        return _read_xlsx(path)
    return _read_with_calamine(path)


def _read_xlsx(path: Path) -> list[Sheet]:
    try:
        with zipfile.ZipFile(path) as archive:
            marks = xlsx_marks(archive)
        return _read_with_calamine(path, marks)
    except (zipfile.BadZipFile, EOFError, KeyError) as error:
        raise FileRefused("file_truncated") from error


def _read_with_calamine(path: Path, marks: dict[str, Marks] | None = None) -> list[Sheet]:
    try:
        # From bytes, because calamine believes the name of a path.
        content = io.BytesIO(path.read_bytes())
        with calamine.CalamineWorkbook.from_filelike(content) as workbook:
            return [
                _sheet(workbook, metadata, marks)
                for metadata in workbook.sheets_metadata
                if metadata.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError as error:
        raise FileRefused("file_encrypted") from error
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError) as error:
        raise FileRefused("file_truncated") from error


def _sheet(
    workbook: calamine.CalamineWorkbook,
    metadata: calamine.SheetMetadata,
    marks: dict[str, Marks] | None,
) -> Sheet:
    opened = workbook.get_sheet_by_name(metadata.name)
    rows = opened.to_python(skip_empty_area=False)
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in opened.merged_cell_ranges or ()
    )
    return Sheet(
        metadata.name,
        [_plain(row) for row in rows],
        marks.get(metadata.name, Marks()) if marks is not None else Marks(merges=merges),
        is_hidden=metadata.visible != calamine.SheetVisibleEnum.Visible,
    )


def _plain(row: Sequence[CellValue | timedelta]) -> list[CellValue]:
    """The row itself; a span of time, which no form knows, as its text."""
    return [str(value) if isinstance(value, timedelta) else value for value in row]
