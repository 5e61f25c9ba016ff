"""What is in force, worked out once: the views of data/effective as tables, in memory.

The views stand on one another, up to eight deep. Asked one by one, by a dozen checks and as many
copies into a snapshot, most of the time went into planning the same joins again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager

import duckdb
import pyarrow as pa
from duckdb import ColumnExpression, ConstantExpression

from data.arrow_rows import relation_of
from data.effective_parts import (
    SUBMITTED,
    Part,
    hangs_on,
    parts,
    parts_below,
    submitted_below,
)
from data.sql import statement

VIEW, TABLE = "create or replace view", "create or replace table"
# What nearly every import changes, and nothing else stands on; what is waited for soonest first.
CHANGING = ("score", "score_note", "import_file", "source_cell")
IMPORTS = re.compile(r"\b(?:import_batch|import_file|source_cell)\b")

# The rows of effective.<name>, by its name.
Effective = Callable[[str], pa.Table]


def rows_in_force(connection: duckdb.DuckDBPyConnection, name: str) -> pa.Table:
    """What effective.<name> holds; Arrow keeps decimals exact."""
    return connection.table(f"effective.{name}").to_arrow_table()


class Standing:
    """Answers like the workspace as its open transaction sees it, and sooner.

    Holds `effective` as tables, and what was submitted with its imports and source cells: each
    from when it is first needed.
    """

    def __init__(
        self,
        workspace: duckdb.DuckDBPyConnection,
        connection: duckdb.DuckDBPyConnection,
        thread: ThreadPoolExecutor,
    ) -> None:
        self._workspace = workspace
        self._connection = connection
        self._thread = thread  # the only one that asks while rows are on their way
        self._coming: dict[str, Future[pa.Table]] = {}
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
            if self._is_made(part.name) and hangs_on(part.name, brought):
                self._make(part)

    @contextmanager
    def expecting(self, brought: Collection[str]) -> Iterator[None]:
        """What takes longest to fetch, where these tables of `submitted` changed it, is on its
        way; at the end nobody asks the workspace for anything any more."""
        self._expect(name for name in CHANGING if name in brought and not self._is_made(name))
        try:
            yield
        finally:  # also where Ctrl-C ended the waiting for something asked in between
            self._thread.submit(lambda: None).result()

    def _expect(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self._coming:
                asked = self._connection if self._is_made(name) else self._workspace
                self._coming[name] = self._thread.submit(rows_in_force, asked, name)

    def _is_made(self, name: str) -> bool:
        return f"effective.{name}" in self._made

    def _of_workspace(self, name: str) -> pa.Table:
        """The rows of a stored table, in turn with what is on its way."""
        return self._thread.submit(lambda: self._workspace.table(name).to_arrow_table()).result()

    def _make(self, part: Part) -> None:
        text = part.text if _tells_imports(part) else part.text.replace(VIEW, TABLE)
        self._connection.execute(text)

    def _add(self, table: str, import_id: int) -> None:
        """The import's rows stand in the copy of a table as well."""
        of_import = ColumnExpression("import_id") == ConstantExpression(import_id)
        rows = self._workspace.table(table).filter(of_import).to_arrow_table()
        relation_of(self._connection, rows).insert_into(table)

    def prepare(self) -> None:
        """Works out what the likeliest import, of scores, will be held against."""
        likely = parts_below(f"effective.{name}" for name in CHANGING)
        self._with((part for part in likely if part.name not in CHANGING), [])

    def fetched(self, names: Collection[str]) -> Effective:
        """The rows of these views of `effective`, for any thread to ask for by name.

        They are on their way from now on; what nearly every import changes, which takes longest
        and is asked for last, behind the others.
        """
        others = [name for name in names if name not in CHANGING]
        self._with(parts_below(f"effective.{name}" for name in others), [])
        self._expect([*others, *(name for name in CHANGING if name in names)])
        return lambda name: self._coming[name].result()

    def holding(self, texts: Iterable[str]) -> duckdb.DuckDBPyConnection:
        """The database with at least all that these statements ask for."""
        asked = [*texts]
        return self._with(parts_below(asked), asked)

    def _with(self, wanted: Iterable[Part], texts: list[str]) -> duckdb.DuckDBPyConnection:
        making = [part for part in wanted if self._is_first(f"effective.{part.name}")]
        for table in _stored_in([*texts, *(part.text for part in making)]):
            if self._is_first(table):
                relation_of(self._connection, self._of_workspace(table)).create(table)
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
        with (
            closing(workspace.cursor()) as connection,
            ThreadPoolExecutor(max_workers=1) as thread,
        ):
            connection.execute(statement("standing/attach"))
            yield Standing(workspace, connection, thread)
    finally:
        with closing(workspace.cursor()) as other:
            other.execute(statement("standing/detach"))


def _tells_imports(part: Part) -> bool:
    """A plain view of files or cells: nothing in it has to be worked out."""
    return bool(IMPORTS.search(part.text)) and not submitted_below([part.text])


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
