"""Puts staged rows into the workspace, each tied to its import and its source cell."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from data.forms.found import SourceCell, Staged
from data.sql import rows_of


def store_rows(connection: duckdb.DuckDBPyConnection, import_id: int, staged: Staged) -> None:
    """Every staged row stands in submitted.<table>; its source cell is kept with the text found.

    A column that the table does not have is our own fault: KeyError.
    """
    sources = {row["source"]: 0 for rows in staged.rows.values() for row in rows}
    cells = _store_cells(connection, import_id, [s for s in sources if isinstance(s, SourceCell)])
    for table, rows in staged.rows.items():
        ready = [
            {**row, "import_id": import_id, "source_cell_id": cells[row["source"]]}  # type: ignore[index]
            for row in rows
        ]
        _insert(connection, f"submitted.{table}", ready)


def _store_cells(
    connection: duckdb.DuckDBPyConnection, import_id: int, sources: list[SourceCell]
) -> dict[SourceCell, int]:
    numbers = [
        int(str(row["source_cell_id"]))
        for row in rows_of(connection, "imports/next_source_cells", count=len(sources))
    ]
    rows: list[dict[str, object]] = [
        {
            "source_cell_id": number,
            "import_id": import_id,
            "file_sha256": source.file.sha256,
            "file_name": source.file.name,
            "sheet": source.sheet,
            "cell": source.cell,
            "raw_text": source.raw_text,
        }
        for number, source in zip(numbers, sources, strict=True)
    ]
    _insert(connection, "source_cell", rows)
    return dict(zip(sources, numbers, strict=True))


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, object]]
) -> None:
    """Rows by column name; a column that a row leaves out is null."""
    if not rows:
        return
    schema = connection.table(table).limit(0).to_arrow_table().schema
    for name in set().union(*rows) - set(schema.names) - {"source", "source_cell_id"}:
        raise KeyError(f"{table} has no column {name}")
    columns = {
        field.name: pa.array([_plain(row.get(field.name)) for row in rows], type=field.type)
        for field in schema
    }
    connection.from_arrow(pa.table(columns, schema=schema)).insert_into(table)


def _plain(value: object) -> object:
    """Arrow takes maps as pairs and lists as lists."""
    if isinstance(value, Mapping):
        return list(value.items())
    return list(value) if isinstance(value, tuple) else value
