"""What a publication adds to a snapshot that SQL alone cannot work out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import duckdb

from analysis.best_practice import write_draws
from analysis.replication import write_adopters
from analysis.robustness import write_robustness
from data.database_files import cursor_of


def enrich(snapshot: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables of data/schema/results that wait for it; run once, before sealing.

    The two kinds of draws know nothing of each other, start from seeds of their own, and spend
    their time outside the interpreter: side by side, each through a cursor of its own.
    """
    with ThreadPoolExecutor(max_workers=2) as pool:
        works = [pool.submit(work, cursor_of(snapshot)) for work in (write_draws, write_robustness)]
    for work in works:
        work.result()
    write_adopters(snapshot)
