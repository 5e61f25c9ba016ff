"""What a book knows and what is in force in it, worked out while the files of an import are read.

On a copy, because only who imports may hold the workspace, and reading a file may take long.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import duckdb

from data.books import Book
from data.errors import DashboardError
from data.loading_reference import load_reference
from data.reference import Reference
from data.sql import rows_of
from data.standing import Standing, standing
from data.store import Store
from data.workspace import tried_on_copy

History = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a workspace knows, and what is in force there if that was worked out.

    `history` names the imports it held: a workspace with the same holds the same.
    """

    reference: Reference
    effective: Standing | None = None
    history: History = ()

    def holds_for(self, connection: duckdb.DuckDBPyConnection) -> bool:
        """False where somebody else has imported or withdrawn since."""
        return self.history == _history(connection)


@contextmanager
def foreseen(store: Store, book: Book) -> Iterator[Known | None]:
    """Null for a book without a workspace, or one that cannot be copied now: nobody waits for it,
    and whoever opens the workspace itself says what is wrong with it."""
    with ExitStack() as stack:
        try:
            found = _foreseen(stack, store, book)
        except DashboardError:
            found = None
        yield found


def _foreseen(stack: ExitStack, store: Store, book: Book) -> Known | None:
    if not store.folder(book).workspace.exists():
        return None
    connection, _ = stack.enter_context(tried_on_copy(store, book, timeout=0))
    effective = stack.enter_context(standing(connection))
    effective.prepare()
    return Known(load_reference(connection), effective, _history(connection))


def _history(connection: duckdb.DuckDBPyConnection) -> History:
    names = ("imports/next_import", "imports/in_force")
    return tuple(tuple(row.values()) for name in names for row in rows_of(connection, name))
