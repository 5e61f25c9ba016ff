"""Reads from a workspace what resolving needs to know, as it is in force."""

from __future__ import annotations

from typing import Any

import duckdb

from data.reference import CriterionKnown, InspectionKnown, Reference, UnitKnown
from data.sql import rows_of


def load_reference(connection: duckdb.DuckDBPyConnection) -> Reference:
    """Units, criteria sets and inspections in force, seen from inside an open transaction."""
    return Reference(
        units=tuple(_unit(row) for row in rows_of(connection, "reference/units")),
        criteria=_criteria(connection),
        inspections=tuple(
            InspectionKnown(**_any(row)) for row in rows_of(connection, "reference/inspections")
        ),
    )


def _any(row: dict[str, object]) -> dict[str, Any]:
    return row


def _unit(row: dict[str, Any]) -> UnitKnown:
    return UnitKnown(
        **{
            **row,
            "spellings": tuple(row["spellings"]),
            "groups": dict(row["groups"]),
            "ranked_years": frozenset(row["ranked_years"]),
        }
    )


def _criteria(
    connection: duckdb.DuckDBPyConnection,
) -> dict[tuple[int, str], tuple[CriterionKnown, ...]]:
    nodes: dict[tuple[int, str], list[CriterionKnown]] = {}
    for row in rows_of(connection, "reference/criteria"):
        values = _any(row)
        key = (values.pop("year"), values.pop("unit_kind"))
        nodes.setdefault(key, []).append(CriterionKnown(**values))
    return {key: tuple(of_set) for key, of_set in nodes.items()}
