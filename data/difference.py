"""What would change, or has: two snapshots of a book side by side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from data.books import Book
from data.disk import store_conditions
from data.drafted_results import drafted_results
from data.errors import NoRelease, ReleaseOutdated
from data.labels import SCHEMA_VERSION
from data.releases import CURRENT, DRAFT, label_at, release_path
from data.snapshots import RELEASE_TABLES
from data.sql import numbered_files, rows_of_text, run_files, statement, text_of_file
from data.store import Store

DIFFERENCES = Path(__file__).parent / "differences"
MOVES = DIFFERENCES / "moves"


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is new, changed or gone; a whole register row is told by its main field.

    `item` is a criterion code, an area, a link ('2.3 → 3.1') or a register row's id. `unit_code` is
    the criteria set's id where `table_name` is 'criterion', the ranking group where it is 'band',
    the kind of units where it is 'criterion_link'. Points stand as decimals beside the text; the
    text 'not_applicable' is a state, not a figure.
    """

    table_name: str
    change: str
    unit_code: str
    year: int | None
    item: str
    field: str
    before: str | None
    after: str | None
    before_points: Decimal | None
    after_points: Decimal | None


@dataclass(frozen=True, slots=True)
class RankMove:
    """A unit whose index or rank in a year differs; null before or after where it has none."""

    unit_code: str
    year: int
    ranking_group: str | None
    index_percent_before: float | None
    index_percent_after: float | None
    rank_before: int | None
    rank_after: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two snapshots; `before` is null for a book without a release."""

    before: str | None
    after: str
    changes: tuple[Change, ...]
    moves: tuple[RankMove, ...]


def difference(store: Store, book: Book, before: str = CURRENT, after: str = DRAFT) -> Difference:
    """What `after` says otherwise than `before`: release ids, 'current' or 'draft'.

    Asks only for what a draft holds from the first, so that it need not be completed.
    Without a release everything in `after` is new. Raises NoRelease where there is no `after`,
    UnknownRelease, StoreDamaged, ReleaseOutdated.
    """
    folder = store.folder(book)
    new = release_path(folder, after)
    try:
        old: Path | None = release_path(folder, before)
    except NoRelease:
        old = None
    with _side_by_side(old, new) as connection:
        changes = [Change(**_any(row)) for row in _rows(connection, DIFFERENCES)]
        moves = [RankMove(**_any(row)) for row in _rows(connection, MOVES)]
    return Difference(old.stem if old else None, new.stem, tuple(changes), tuple(moves))


def _rows(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[dict[str, object]]:
    for file in numbered_files(folder):
        yield from rows_of_text(connection, text_of_file(file))


def _any(row: dict[str, object]) -> dict[str, Any]:
    return row


@contextmanager
def _side_by_side(old: Path | None, new: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Both files under the fixed names `before` and `after`, read-only, nothing else in reach."""
    for path in (old, new) if old else (new,):
        label = label_at(path)
        if label.schema_version != SCHEMA_VERSION:
            raise ReleaseOutdated(release_id=label.release_id)
    with store_conditions(), duckdb.connect(":memory:") as connection:
        if old is None:
            _make_empty(connection)
        else:
            connection.execute(statement("differences/open_before"), {"path": str(old)})
        connection.execute(statement("differences/open_after"), {"path": str(new)})
        connection.execute(statement("differences/lock_down"))
        yield connection


def _make_empty(connection: duckdb.DuckDBPyConnection) -> None:
    """`before` has the tables of a release, and nothing in them."""
    connection.execute(statement("differences/make_before"))
    run_files(connection, (*numbered_files(RELEASE_TABLES), *drafted_results()))
    connection.execute(statement("differences/leave_before"))
