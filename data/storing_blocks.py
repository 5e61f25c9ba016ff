"""Puts many ordinary points into the workspace at once, column by column."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.forms.score_block import Numbers, ScoreBlock


def store_block(
    connection: duckdb.DuckDBPyConnection, import_id: int, block: ScoreBlock, numbers: Numbers
) -> None:
    """The rows stand in submitted.score, their cells in source_cell under the numbers given."""
    count = len(block)
    source_cell_id = pa.array(numbers)
    row = pc.cast(pa.array(block.rows), pa.string())
    cells = {
        "source_cell_id": source_cell_id,
        "import_id": pa.repeat(import_id, count),
        "file_sha256": pa.repeat(block.file.sha256, count),
        "file_name": pa.repeat(block.file.name, count),
        "sheet": pa.repeat(pa.scalar(block.sheet, pa.string()), count),
        "cell": pc.binary_join_element_wise(block.letters, row, ""),
        "raw_text": _taken(block.texts, block.text, pa.string()),
    }
    _insert(connection, "source_cell", cells)
    units, years = zip(*block.units_and_years, strict=True)
    points = schema_of(connection, "submitted.score").field("points").type
    scores = {
        "import_id": pa.repeat(import_id, count),
        "unit_code": _taken(units, block.unit_and_year, pa.string()),
        "year": _taken(years, block.unit_and_year, pa.int32()),
        "criterion_code": _taken(block.criterion_codes, block.criterion_code, pa.string()),
        "kind": _taken(block.kinds, block.kind, pa.string()),
        "is_applicable": pa.repeat(True, count),  # noqa: FBT003 - the value of the column
        "points": _taken(block.values, block.value, points),
        "source_cell_id": source_cell_id,
    }
    _insert(connection, "submitted.score", scores)


def schema_of(connection: duckdb.DuckDBPyConnection, table: str) -> pa.Schema:
    """The columns of a table as Arrow has them."""
    return connection.table(table).limit(0).to_arrow_table().schema


def _taken(values: Sequence[object], numbers: Numbers, kind: pa.DataType) -> pa.Array:
    return pa.array(values, type=kind).take(pa.array(numbers))


def _insert(connection: duckdb.DuckDBPyConnection, table: str, arrays: dict[str, pa.Array]) -> None:
    schema = schema_of(connection, table)
    ordered = pa.table({name: arrays[name] for name in schema.names}, schema=schema)
    connection.from_arrow(ordered).insert_into(table)
