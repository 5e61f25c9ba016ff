"""What is in force, worked out once: the views of data/effective as tables, in memory.

The views stand on one another, up to eight deep. Asked one by one, by a dozen checks and as many
copies into a snapshot, most of the time went into planning the same joins again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from data.sql import numbered_files, rows_of, statement
from data.workspace import CLOSED, EFFECTIVE

VIEW, TABLE = "create or replace view", "create table"


@contextmanager
def standing(workspace: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that answers like the workspace as its open transaction sees it, and sooner.

    Holds what was submitted, with its imports and source cells, and `effective` as tables.
    """
    with duckdb.connect(":memory:", config=CLOSED) as connection:
        connection.execute(statement("standing/schemas"))
        for row in rows_of(workspace, "standing/tables"):
            _copy(workspace, connection, str(row["name"]))
        for file in numbered_files(EFFECTIVE):
            connection.execute(file.read_text(encoding="utf-8").replace(VIEW, TABLE))
        yield connection


def _copy(
    workspace: duckdb.DuckDBPyConnection, connection: duckdb.DuckDBPyConnection, table: str
) -> None:
    """The rows of a table with its columns' types; Arrow keeps decimals exact."""
    connection.from_arrow(workspace.table(table).to_arrow_table()).create(table)
