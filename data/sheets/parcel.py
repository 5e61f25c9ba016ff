"""Cells as bytes that go from one process to another: no pickle, nothing that could run.

A parcel is a line of JSON and behind it the columns as data/sheets/columns.py has them: 50,000
rows of six columns are 0.6 MB, and whoever unpacks them makes no rows of them.
"""

from __future__ import annotations

import datetime
import json
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.forms.found import CellValue
from data.sheets.columns import Column, Rows
from data.sheets.grid import Cells, Marks, Merge

TIMES: Mapping[str, Callable[[str], CellValue]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
}


class ParcelDamagedError(ValueError):
    """The bytes are no parcel, or not all of it: whoever packed it did not come to its end."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stands in a parcel in place of sheets: a problem code of the catalogue."""

    code: str


def packed(content: Sequence[Cells] | Refusal) -> bytes:
    """The sheets of a file, or why there are none."""
    if isinstance(content, Refusal):
        return _line({"refused": content.code})
    columns: list[bytes] = []
    sheets = [_pack_sheet(cells, columns) for cells in content]
    return b"".join([_line({"sheets": sheets, "bytes": sum(map(len, columns))}), *columns])


def unpacked(stream: bytes) -> Iterator[list[Cells] | Refusal]:
    """The parcels that stand one behind another; raises ParcelDamagedError at one cut short."""
    at = 0
    while at < len(stream):
        end = stream.find(b"\n", at)
        try:
            head: dict[str, Any] = json.loads(stream[at:end]) if end >= 0 else {}
        except ValueError as error:
            raise ParcelDamagedError from error
        if "refused" in head:
            yield Refusal(head["refused"])
            at = end + 1
            continue
        body = memoryview(stream)[end + 1 : end + 1 + head.get("bytes", 0)]
        if "sheets" not in head or len(body) < head["bytes"]:
            raise ParcelDamagedError
        yield _unpack_sheets(head["sheets"], body)
        at = end + 1 + head["bytes"]


def _line(head: dict[str, object]) -> bytes:
    return json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _pack_sheet(cells: Cells, columns: list[bytes]) -> dict[str, object]:
    """The head of a sheet; the numbers of its columns go behind those of the sheets before."""
    rows = Rows.of(cells.rows)
    columns += [column.numbers.tobytes() for column in rows.columns]
    return {
        "name": cells.name,
        "hidden": cells.is_hidden,
        "rows": len(rows),
        "columns": [_pack_column(column) for column in rows.columns],
        "marks": _pack_marks(cells.marks),
    }


def _pack_column(column: Column) -> dict[str, object]:
    values: Sequence[object] = column.values
    if not set(map(type, values)) <= {str, int, float, bool, type(None)}:
        values = [_pack_value(value) for value in column.values]
    return {"values": values, "code": column.numbers.typecode}


def _pack_value(value: CellValue) -> CellValue | list[str]:
    if not isinstance(value, (datetime.date, datetime.time)):
        return value
    return [type(value).__name__, value.isoformat()]


def _pack_marks(marks: Marks) -> dict[str, object]:
    return {
        "merges": [(m.top, m.left, m.bottom, m.right) for m in marks.merges],
        "errors": [(*place, sign) for place, sign in marks.errors.items()],
        "unstored": list(marks.unstored),
        "percents": list(marks.percents),
        "hidden_rows": list(marks.hidden_rows),
        "hidden_columns": list(marks.hidden_columns),
    }


def _unpack_sheets(heads: Sequence[dict[str, Any]], body: memoryview) -> list[Cells]:
    sheets = []
    at = 0
    for head in heads:
        columns = []
        for column in head["columns"]:
            numbers = array(column["code"])
            end = at + head["rows"] * numbers.itemsize
            numbers.frombytes(body[at:end])
            columns.append(Column([_unpack_value(value) for value in column["values"]], numbers))
            at = end
        rows = Rows(columns, head["rows"])
        marks = _unpack_marks(head["marks"])
        sheets.append(Cells(head["name"], rows, marks, is_hidden=head["hidden"]))
    return sheets


def _unpack_value(value: CellValue | list[str]) -> CellValue:
    if not isinstance(value, list):
        # The same few units and criteria stand in thousands of rows: one text serves them all.
        return sys.intern(value) if type(value) is str else value
    kind, text = value
    return TIMES[kind](text)


def _unpack_marks(head: dict[str, Any]) -> Marks:
    return Marks(
        merges=tuple(Merge(*merge) for merge in head["merges"]),
        errors={(row, column): sign for row, column, sign in head["errors"]},
        unstored=frozenset(map(tuple, head["unstored"])),
        percents=frozenset(map(tuple, head["percents"])),
        hidden_rows=frozenset(head["hidden_rows"]),
        hidden_columns=frozenset(head["hidden_columns"]),
    )
