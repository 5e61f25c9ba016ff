"""Puts staged rows into the workspace, each tied to its import and its source cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

import duckdb
import numpy as np

from data.arrow_rows import insert
from data.cells import row_of
from data.forms.found import SourceCell, Staged
from data.forms.score_block import Numbers, ScoreBlock
from data.sql import rows_of
from data.storing_blocks import store_block

OURS = {"import_id", "source_cell_id"}  # columns that no resolver fills


def store_rows(connection: duckdb.DuckDBPyConnection, import_id: int, staged: Staged) -> None:
    """Every staged row stands in submitted.<table>; its source cell is kept with the text found.

    Source cells are numbered in the order of the rows that they stand in. A column that the table
    does not have is our own fault: KeyError.
    """
    sources = list(dict.fromkeys(row["source"] for rows in staged.rows.values() for row in rows))
    cells = [source for source in sources if isinstance(source, SourceCell)]
    numbers, of_blocks = _numbered(connection, cells, staged.blocks)
    if cells:
        _store_cells(connection, import_id, cells, numbers)
    of_source = dict(zip(cells, numbers.tolist(), strict=True))
    for table, rows in staged.rows.items():
        if rows:
            _store(connection, f"submitted.{table}", rows, import_id, of_source)
    for block, of_block in zip(staged.blocks, of_blocks, strict=True):
        store_block(connection, import_id, block, of_block)


def _numbered(
    connection: duckdb.DuckDBPyConnection,
    cells: Sequence[SourceCell],
    blocks: Sequence[ScoreBlock],
) -> tuple[Numbers, list[Numbers]]:
    """New numbers for source cells and for the rows of blocks."""
    rows_of_blocks = [np.concatenate([b.rows, b.rows[b.noted]]) for b in blocks]
    count = len(cells) + sum(map(len, rows_of_blocks))
    answer = rows_of(connection, "imports/next_source_cells", count=count) if count else []
    new = np.arange(count) + (int(str(answer[0]["first_number"])) if answer else 0)
    if not blocks:
        return new, []
    rows = np.concatenate(
        [np.array([row_of(cell.cell or "") for cell in cells], dtype=np.int64), *rows_of_blocks]
    )
    numbers = np.empty_like(new)
    numbers[np.argsort(rows, kind="stable")] = new
    first, *others = np.split(numbers, np.cumsum([len(cells), *map(len, rows_of_blocks)])[:-1])
    return first, others


def _store_cells(
    connection: duckdb.DuckDBPyConnection,
    import_id: int,
    sources: Sequence[SourceCell],
    numbers: Numbers,
) -> None:
    columns: dict[str, Sequence[object]] = {
        "source_cell_id": numbers.tolist(),
        "import_id": [import_id] * len(sources),
        "file_sha256": [source.file.sha256 for source in sources],
        "file_name": [source.file.name for source in sources],
        "sheet": [source.sheet for source in sources],
        "cell": [source.cell for source in sources],
        "raw_text": [source.raw_text for source in sources],
    }
    insert(connection, "source_cell", columns)


def _store(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    rows: Sequence[Mapping[str, object]],
    import_id: int,
    cells: Mapping[SourceCell, int],
) -> None:
    """Rows by column name; a column that a row leaves out is null."""
    names = connection.table(table).columns
    for name in set().union(*rows) - set(names) - {"source"}:
        raise KeyError(f"{table} has no column {name}")
    columns: dict[str, Sequence[object]] = {
        name: [row.get(name) for row in rows] for name in names if name not in OURS
    }
    columns["import_id"] = list(repeat(import_id, len(rows)))
    columns["source_cell_id"] = [cells[row["source"]] for row in rows]  # type: ignore[index]
    insert(connection, table, columns)
