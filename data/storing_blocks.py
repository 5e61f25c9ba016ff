"""Puts many ordinary points into the workspace at once, column by column."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.arrow_rows import insert, schema_of
from data.forms.score_block import Flags, Numbers, ScoreBlock


def store_block(
    connection: duckdb.DuckDBPyConnection, import_id: int, block: ScoreBlock, numbers: Numbers
) -> None:
    """The rows stand in submitted.score and score_note, their cells in source_cell.

    `numbers` are those of the cells: of the points first, then of the notes.
    """
    every = np.ones(len(block), dtype=np.bool_)
    texts = _taken(block.texts, block.text, pa.string())
    letters = pa.repeat(block.letters, len(block))
    _store_cells(connection, import_id, block, numbers[: len(block)], block.rows, letters, texts)
    kind_of_points = schema_of(connection, "submitted.score").field("points").type
    scores = {
        **_leaves(block, import_id, every),
        "kind": _taken(block.kinds, block.kind, pa.string()),
        "is_applicable": pa.repeat(True, len(block)),  # noqa: FBT003 - the value of the column
        "points": _taken(block.values, block.value, kind_of_points),
        "source_cell_id": pa.array(numbers[: len(block)]),
    }
    insert(connection, "submitted.score", scores)
    if len(numbers) > len(block):
        _store_notes(connection, import_id, block, numbers[len(block) :])


def _store_notes(
    connection: duckdb.DuckDBPyConnection, import_id: int, block: ScoreBlock, numbers: Numbers
) -> None:
    rows = block.noted
    notes: dict[str, pa.Array] = {}
    letters = np.full(len(numbers), "", dtype=object)
    raw = np.full(len(numbers), "", dtype=object)
    for note in reversed(block.notes):
        texts = np.array(note.texts, dtype=object)[note.text[rows]]
        filled = texts != ""
        letters[filled], raw[filled] = note.letters, texts[filled]
        texts[~filled] = None
        notes[note.name] = pa.array(texts, type=pa.string())
    of_cells = (pa.array(letters, type=pa.string()), pa.array(raw, type=pa.string()))
    _store_cells(connection, import_id, block, numbers, block.rows[rows], *of_cells)
    schema = schema_of(connection, "submitted.score_note")
    blank = {name: pa.nulls(len(numbers), schema.field(name).type) for name in schema.names}
    found = {**_leaves(block, import_id, rows), **notes, "source_cell_id": pa.array(numbers)}
    insert(connection, "submitted.score_note", {**blank, **found})


def _leaves(block: ScoreBlock, import_id: int, rows: Flags) -> dict[str, pa.Array]:
    """Import, unit, year and criterion of some of the rows."""
    units, years = zip(*block.units_and_years, strict=True)
    unit_and_year = block.unit_and_year[rows]
    return {
        "import_id": pa.repeat(import_id, len(unit_and_year)),
        "unit_code": _taken(units, unit_and_year, pa.string()),
        "year": _taken(years, unit_and_year, pa.int32()),
        "criterion_code": _taken(block.criterion_codes, block.criterion_code[rows], pa.string()),
    }


def _store_cells(
    connection: duckdb.DuckDBPyConnection,
    import_id: int,
    block: ScoreBlock,
    numbers: Numbers,
    rows: Numbers,
    letters: pa.Array,
    texts: pa.Array,
) -> None:
    count = len(numbers)
    row = pc.cast(pa.array(rows), pa.string())
    cells = {
        "source_cell_id": pa.array(numbers),
        "import_id": pa.repeat(import_id, count),
        "file_sha256": pa.repeat(block.file.sha256, count),
        "file_name": pa.repeat(block.file.name, count),
        "sheet": pa.repeat(pa.scalar(block.sheet, pa.string()), count),
        "cell": pc.binary_join_element_wise(letters, row, ""),
        "raw_text": texts,
    }
    insert(connection, "source_cell", cells)


def _taken(values: Sequence[object], numbers: Numbers, kind: pa.DataType) -> pa.Array:
    return pa.array(values, type=kind).take(pa.array(numbers))
