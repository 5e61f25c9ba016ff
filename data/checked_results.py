"""Results for checks to look at, without the draft that would hold them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from data.checks.asking import Check
from data.drafted_results import RESULT_TABLES, WORD, created_by, words_of
from data.effective_parts import parts
from data.snapshots import RELEASE_TABLES
from data.sql import numbered_files, run_files, statement
from data.standing import Standing


def with_results(in_force: Standing, checks: Sequence[Check]) -> duckdb.DuckDBPyConnection:
    """A database whose plain names are those of a snapshot, as far as these checks need them:
    what is in force in the tables of a release, and the results computed from it.
    """
    wanted = {word for check in checks for word in WORD.findall(check.text)}
    results = _making(numbered_files(RESULT_TABLES), wanted)
    releases = _making(numbered_files(RELEASE_TABLES), wanted)
    released = {name for file in releases for name in created_by(file)}
    tables = [part.name for part in parts() if part.name in wanted & released]
    connection = in_force.holding(f"effective.{table}" for table in tables)
    connection.execute(statement("standing/begin_results"))
    run_files(connection, releases)
    for table in tables:
        columns = connection.table(table).columns
        connection.table(f"effective.{table}").select(*columns).insert_into(table)
    run_files(connection, results)
    return connection


def _making(files: Sequence[Path], wanted: set[str]) -> list[Path]:
    """The files that create something wanted; what they ask for themselves is wanted as well."""
    making = []
    for file in reversed(files):
        if not wanted.isdisjoint(created_by(file)):
            wanted |= words_of(file)
            making.append(file)
    return making[::-1]
