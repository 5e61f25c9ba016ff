"""What no index of a release says any more: nothing of its long tables stands there twice."""

from __future__ import annotations

import duckdb

KEYS = {
    "score": "unit_code, year, criterion_code, kind",
    "score_note": "unit_code, year, criterion_code",
    "source_cell": "source_cell_id",
}


def twins(connection: duckdb.DuckDBPyConnection, schema: str = "main") -> list[object]:
    """Rows of one key in the tables, or the views in force, of a schema."""
    return [
        (table, *row)
        for table, key in KEYS.items()
        for row in connection.execute(
            f"select {key} from {schema}.{table} group by all having count(*) > 1"  # noqa: S608
        ).fetchall()
    ]
