"""What only Python computes is written into a snapshot before it is sealed."""

from __future__ import annotations

import duckdb


def enrich(_snapshot: duckdb.DuckDBPyConnection) -> None:
    """Nothing yet."""
