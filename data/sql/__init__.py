"""Statements of the store, one a file: what the workspace is told and asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import duckdb

STATEMENTS = Path(__file__).parent


@lru_cache(maxsize=256)
def statement(name: str) -> str:
    """The text of a statement ('imports/listed'); FileNotFoundError if there is none."""
    return text_of_file(STATEMENTS / f"{name}.sql")


@lru_cache(maxsize=512)
def text_of_file(file: Path) -> str:
    """What a file of ours says, read once: it does not change while the program runs."""
    return file.read_text(encoding="utf-8")


def rows_of(
    connection: duckdb.DuckDBPyConnection, name: str, **parameters: object
) -> list[dict[str, object]]:
    """The answer to a statement, a mapping of column names a row."""
    return rows_of_text(connection, statement(name), **parameters)


def rows_of_text(
    connection: duckdb.DuckDBPyConnection, text: str, **parameters: object
) -> list[dict[str, object]]:
    """The answer to a text, a mapping of column names a row."""
    answer = connection.execute(text, parameters or None)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def run_files(connection: duckdb.DuckDBPyConnection, files: Iterable[Path]) -> None:
    """The statements of these files, one file after another."""
    for file in files:
        connection.execute(text_of_file(file))


def numbered_files(folder: Path) -> list[Path]:
    """The .sql files of a folder in the order of their names, which is that of their numbers."""
    return sorted(folder.glob("*.sql"))
