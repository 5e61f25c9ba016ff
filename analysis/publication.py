"""What a publication adds to a snapshot that SQL alone cannot work out."""

from __future__ import annotations

import duckdb

from analysis.best_practice import write_draws
from analysis.replication import write_adopters
from analysis.robustness import write_robustness


def enrich(snapshot: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables of data/schema/results that wait for it; run once, before sealing."""
    write_draws(snapshot)
    write_robustness(snapshot)
    write_adopters(snapshot)
