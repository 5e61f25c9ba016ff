"""What is in force, worked out once: the views of data/effective as tables, in memory.

The views stand on one another, up to eight deep. Asked one by one, by a dozen checks and as many
copies into a snapshot, most of the time went into planning the same joins again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from data.effective_parts import SUBMITTED, Part, parts, parts_below, submitted_below
from data.sql import statement

VIEW, TABLE = "create or replace view", "create or replace table"
IMPORTS = re.compile(r"\b(?:import_batch|import_file|source_cell)\b")


class Standing:
    """Answers like the workspace as its open transaction sees it, and sooner.

    Holds `effective` as tables, and what was submitted with its imports and source cells: each
    from when it is first needed.
    """

    def __init__(
        self, workspace: duckdb.DuckDBPyConnection, connection: duckdb.DuckDBPyConnection
    ) -> None:
        self._workspace = workspace
        self._connection = connection
        self._made: set[str] = set()
        self._copied: list[str] = []

    def take_in(
        self, workspace: duckdb.DuckDBPyConnection, import_id: int, brought: Collection[str]
    ) -> None:
        """From now on of a workspace in which the same stands, and one import more.

        `brought` are the tables of `submitted` that have rows of it: what hangs on them is made
        anew.
        """
        self._workspace = workspace
        for table in self._copied:
            schema, _, name = table.partition(".")
            if schema == "main" or name in brought:
                self._add(table, import_id)
        for part in parts():
            is_made = f"effective.{part.name}" in self._made
            if is_made and not submitted_below([part.text]).isdisjoint(brought):
                self._make(part)

    def _make(self, part: Part) -> None:
        """A table; what only tells imports and their cells stays the plain view it is."""
        is_table = bool(submitted_below([part.text])) or not IMPORTS.search(part.text)
        self._connection.execute(part.text.replace(VIEW, TABLE) if is_table else part.text)

    def _add(self, table: str, import_id: int) -> None:
        """The import's rows stand in the copy of a table as well."""
        of_import = ColumnExpression("import_id") == ConstantExpression(import_id)
        rows = self._workspace.table(table).filter(of_import).to_arrow_table()
        self._connection.from_arrow(rows).insert_into(table)

    def complete(self) -> duckdb.DuckDBPyConnection:
        """The database with all of `effective`."""
        return self._with(parts(), [])

    def holding(self, texts: Iterable[str]) -> duckdb.DuckDBPyConnection:
        """The database with at least all that these statements ask for."""
        asked = [*texts]
        return self._with(parts_below(asked), asked)

    def _with(self, wanted: Iterable[Part], texts: list[str]) -> duckdb.DuckDBPyConnection:
        making = [part for part in wanted if self._is_first(f"effective.{part.name}")]
        for table in _stored_in([*texts, *(part.text for part in making)]):
            if self._is_first(table):
                _copy(self._workspace, self._connection, table)
                self._copied.append(table)
        for part in making:
            self._make(part)
        return self._connection

    def _is_first(self, name: str) -> bool:
        is_first = name not in self._made
        self._made.add(name)
        return is_first


@contextmanager
def standing(workspace: duckdb.DuckDBPyConnection) -> Iterator[Standing]:
    """A database beside the workspace, of the same DuckDB: to start another takes longer."""
    try:
        with closing(workspace.cursor()) as connection:
            connection.execute(statement("standing/attach"))
            yield Standing(workspace, connection)
    finally:
        with closing(workspace.cursor()) as other:
            other.execute(statement("standing/detach"))


def _stored_in(texts: Iterable[str]) -> list[str]:
    """Stored tables that statements name, each once."""
    names = [
        name
        for text in texts
        for name in (
            *(f"submitted.{table}" for table in SUBMITTED.findall(text)),
            *(f"main.{table}" for table in IMPORTS.findall(text)),
        )
    ]
    return [*dict.fromkeys(names)]


def _copy(
    workspace: duckdb.DuckDBPyConnection, connection: duckdb.DuckDBPyConnection, table: str
) -> None:
    """The rows of a table with its columns' types; Arrow keeps decimals exact."""
    connection.from_arrow(workspace.table(table).to_arrow_table()).create(table)
