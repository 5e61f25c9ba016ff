"""Runs the cross-checks: each file selects offenders, of which each becomes a problem."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import duckdb

from data.checks.asking import Check, every_check
from data.problems import Problem, Severity
from data.sql import rows_of_text

IMPORT = "$import_id"


def workspace_problems(
    connection: duckdb.DuckDBPyConnection,
    import_id: int | None,
    asked: Iterable[Check] | None = None,
) -> list[Problem]:
    """Offenders among what was submitted and is in force, in the order of the checks' names.

    Warnings concern the import of this id alone, errors the whole book: a corrected criteria set
    or a withdrawal may take the ground from under older scores. Null for a withdrawal. Every check
    is asked where it is not said which.
    """
    return _problems(connection, every_check().stored if asked is None else asked, import_id)


def computed_problems(
    snapshot: duckdb.DuckDBPyConnection,
    import_id: int | None,
    asked: Iterable[Check] | None = None,
) -> list[Problem]:
    """Offenders that only show once results are computed, read from a snapshot."""
    return _problems(snapshot, every_check().computed if asked is None else asked, import_id)


def _problems(
    connection: duckdb.DuckDBPyConnection, checks: Iterable[Check], import_id: int | None
) -> list[Problem]:
    problems = []
    for check in checks:
        told = {"import_id": import_id} if IMPORT in check.text else {}
        problems += [_problem(row) for row in rows_of_text(connection, check.text, **told)]
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
