"""Runs the cross-checks: each file selects offenders, of which each becomes a problem."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb

from data.problems import Problem, Severity
from data.sql import numbered_files, rows_of_text

CHECKS = Path(__file__).parent
COMPUTED = CHECKS / "computed"


def workspace_problems(
    connection: duckdb.DuckDBPyConnection, import_id: int | None
) -> list[Problem]:
    """Offenders among what was submitted and is in force, in the order of the checks' names.

    Warnings concern the import of this id alone, errors the whole book: a corrected criteria set
    or a withdrawal may take the ground from under older scores. Null for a withdrawal.
    """
    return _problems(connection, CHECKS, import_id)


def computed_problems(snapshot: duckdb.DuckDBPyConnection, import_id: int | None) -> list[Problem]:
    """Offenders that only show once results are computed, read from a snapshot."""
    return _problems(snapshot, COMPUTED, import_id)


def _problems(
    connection: duckdb.DuckDBPyConnection, folder: Path, import_id: int | None
) -> list[Problem]:
    problems = []
    for file in numbered_files(folder):
        text = file.read_text(encoding="utf-8")
        named = connection.extract_statements(text)[0].named_parameters
        told = {"import_id": import_id} if named else {}
        problems += [_problem(row) for row in rows_of_text(connection, text, **told)]
    return list(dict.fromkeys(problems))


def _problem(row: dict[str, object]) -> Problem:
    def text(name: str) -> str | None:
        value = row[name]
        if isinstance(value, Decimal):
            return f"{value.normalize():f}"
        return None if value is None else str(value)

    return Problem(
        Severity(str(row["severity"])),
        str(row["code"]),
        str(row["file"]),
        text("sheet"),
        text("cell"),
        text("found"),
        text("expected"),
    )
