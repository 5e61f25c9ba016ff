"""A long list of points is kept column by column, and says in the store what its rows say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb

from data.books import Book
from data.forms.found import CellValue, FormTable, Hints
from data.forms.records import Records, Run
from data.resolving.ordinary_scores import with_fields
from data.resolving.scores import resolve_scores_long
from data.sheets.columns import Rows
from data.store import Store
from data.storing import store_rows
from data.workspace import tried_on_copy
from tests.data.resolving.tables import table
from tests.data.resolving.test_scores import BOOK

COLUMNS = (
    "unit", "year", "criterion_code", "kind", "points", "declared", "evidence",
    "explanation_text", "note", "forms_count",
)  # fmt: skip
Line = tuple[CellValue, ...]
LC = ("Quận Lê Chân", 2021)
LINES: list[Line] = [
    (*LC, "1.1", "Tự đánh giá", 4, None, "Kế hoạch số 12", None, None, None),
    (*LC, "1.1", "Thẩm định lần 1", "3,5", 12, None, None, "chậm 2 ngày", None),
    (*LC, "1.2", "Tự đánh giá", 4, None, None, None, None, None),
    (*LC, "1.2", "Thẩm định lần 1", None, None, None, None, " ", None),
    (*LC, "1.2", "Giải trình", 4, None, None, "Đã gửi báo cáo", "xem tệp", None),
    (*LC, "2.1", "ĐTXHH", 8, None, None, None, None, 120),
    (*LC, "1.2", "Thẩm định lần 2", None, None, None, None, "KĐG", None),
    ("Quận Hồng Bàng", 2021, "1.1", "Thẩm định", 5, "5/5", "Báo cáo", "", "tốt", None),
]


def _in_a_run(read: FormTable) -> FormTable:
    first = read.records[0].row - 1
    sheet = Rows.of([*([()] * first), *LINES])
    columns = {name: place for place, name in enumerate(COLUMNS)}
    return replace(read, records=Records([Run(sheet, columns, first, len(sheet))]))


def _stored(connection: duckdb.DuckDBPyConnection, read: FormTable) -> dict[str, list[object]]:
    """What both tables hold, each row with its cell."""
    connection.begin()
    store_rows(connection, 7, resolve_scores_long(read, BOOK, Hints()))
    held = {
        name: connection.execute(
            f"select t.* exclude (source_cell_id), c.* exclude (source_cell_id) "  # noqa: S608
            f"from submitted.{name} as t join source_cell as c using (source_cell_id) "
            f"where t.import_id = 7 order by all"
        ).fetchall()
        for name in ("score", "score_note")
    }
    connection.rollback()
    return held


def test_points_and_what_stands_beside_them_are_kept_as_row_by_row(tmp_path: Path) -> None:
    read = _in_a_run(table("scores_long", COLUMNS, LINES))
    staged = resolve_scores_long(read, BOOK, Hints())
    assert [len(block) for block in staged.blocks] == [5]

    with tried_on_copy(Store(tmp_path), Book.REAL) as (connection, _):
        by_column = _stored(connection, read)
        by_row = _stored(connection, with_fields(read))

    assert by_column == by_row
    assert len(by_column["score_note"]) == 6


def test_cells_are_numbered_in_the_order_of_their_rows(tmp_path: Path) -> None:
    read = _in_a_run(table("scores_long", COLUMNS, LINES))
    with tried_on_copy(Store(tmp_path), Book.REAL) as (connection, _):
        connection.begin()
        store_rows(connection, 7, resolve_scores_long(read, BOOK, Hints()))
        rows = connection.execute(
            "select regexp_extract(cell, '[0-9]+')::integer from source_cell "
            "where import_id = 7 order by source_cell_id"
        ).fetchall()
        connection.rollback()
    assert len(rows) == 12  # the sign is both score and note
    assert rows == sorted(rows)
