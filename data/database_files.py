"""Opens DuckDB files for writing. Row groups are no matter of the file: each opening says them."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import duckdb

from data.sql import rows_of, statement

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "threads": 2,
    "checkpoint_threshold": "1KB",  # a commit writes its rows once, not into a log before
    "default_block_size": "16384",  # a book is small: blocks of 256 kB would waste megabytes
}


_ready: deque[Future[duckdb.DuckDBPyConnection]] = deque()
_starting = ThreadPoolExecutor(max_workers=1)  # one after another: the first is wanted first


def get_ready(count: int) -> None:
    """The next files open sooner: for most of them it takes longer to start DuckDB than to attach
    them. What nobody takes waits for the next ones."""
    while len(_ready) < count:
        _ready.append(_starting.submit(_new))


def _taken() -> duckdb.DuckDBPyConnection | None:
    with suppress(IndexError):
        return _ready.popleft().result()
    return None


def _new() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config=CONFIG)


def opened_for_writing(path: Path, *, is_logged: bool = True) -> duckdb.DuckDBPyConnection:
    """The database in a file, created where there is none; it reaches no other file.

    Without a log nothing is in the file before somebody asks for a checkpoint, alone.
    """
    connection = _taken() or _new()
    is_open = False
    try:
        if not is_logged:
            connection.execute(statement("files/checkpoint_last"))
        attach = "files/attach" if is_logged else "files/attach_unlogged"
        rows_of(connection, attach, path=str(path))
        connection.execute(statement("files/use"))
        rows_of(connection, "files/spill", path=f"{path}.tmp")
        connection.execute(statement("files/close_off"))
        is_open = True
    finally:
        if not is_open:
            connection.close()
    return connection


def cursor_of(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Another connection to the same database, for another thread."""
    cursor = connection.cursor()
    cursor.execute(statement("files/use"))
    return cursor
