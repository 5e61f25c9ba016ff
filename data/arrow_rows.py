"""Columns of values into a table, through Arrow, which keeps decimals exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa


def schema_of(connection: duckdb.DuckDBPyConnection, table: str) -> pa.Schema:
    """The columns of a table as Arrow has them."""
    return connection.table(table).limit(0).to_arrow_table().schema


def insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Mapping[str, Sequence[object] | pa.Array],
) -> None:
    """Columns of one length into a table of the same columns. KeyError where one is missing."""
    schema = schema_of(connection, table)
    arrays = {field.name: _array(columns[field.name], field.type) for field in schema}
    connection.from_arrow(pa.table(arrays, schema=schema)).insert_into(table)


def _array(values: Sequence[object] | pa.Array, kind: pa.DataType) -> pa.Array:
    """Arrow takes maps as pairs and lists as lists."""
    if isinstance(values, pa.Array):
        return values
    if pa.types.is_map(kind):
        values = [list(v.items()) if isinstance(v, Mapping) else v for v in values]
    elif pa.types.is_list(kind):
        values = [list(v) if isinstance(v, tuple) else v for v in values]
    return pa.array(values, type=kind)
