"""Columns of values into a table, through Arrow, which keeps decimals exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

BATCH = 8192  # rows; DuckDB's threads share a table batch by batch


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
    relation_of(connection, pa.table(arrays, schema=schema)).insert_into(table)


def relation_of(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> duckdb.DuckDBPyRelation:
    """Rows that a connection can ask for."""
    return connection.from_arrow(in_batches(rows))


def in_batches(rows: pa.Table) -> pa.Table:
    """The same, for several threads to share."""
    return pa.Table.from_batches(rows.to_batches(max_chunksize=BATCH), schema=rows.schema)


def _array(values: Sequence[object] | pa.Array, kind: pa.DataType) -> pa.Array:
    """Arrow takes maps as pairs and lists as lists."""
    if isinstance(values, pa.Array):
        return values
    if pa.types.is_map(kind):
        values = [list(v.items()) if isinstance(v, Mapping) else v for v in values]
    elif pa.types.is_list(kind):
        values = [list(v) if isinstance(v, tuple) else v for v in values]
    return pa.array(values, type=kind)
