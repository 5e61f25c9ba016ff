"""Small things that people write while they look: several processes, one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum

from data.books import Book
from data.clock import now
from data.disk import store_conditions
from data.sql import statement
from data.store import Store

WAIT_SECONDS = 30.0


class Action(StrEnum):
    """What the audit keeps; its words stand in the catalogue."""

    IMPORT = "import"
    WITHDRAW = "withdraw"
    PUBLISH = "publish"
    ROLLBACK = "rollback"
    CHOOSE_COLUMN = "choose_column"
    FORGET_COLUMN = "forget_column"


@contextmanager
def journal(store: Store) -> Iterator[sqlite3.Connection]:
    """The journal, created where there is none; what is written inside is kept at the end.

    Rows come as mappings. Raises StoreNotWritable, StoreDamaged.
    """
    with store_conditions():
        store.home.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(store.journal, timeout=WAIT_SECONDS)) as connection:
            connection.row_factory = sqlite3.Row
            connection.executescript(statement("journal/tables"))
            with connection:
                yield connection


@contextmanager
def journal_to_read(store: Store) -> Iterator[sqlite3.Connection]:
    """The journal of a store that may forbid writing; it must be there. Rows come as mappings.

    In a folder that cannot be written SQLite cannot note who reads; nobody writes there either,
    so the file is then read as one that stands still. Raises StoreDamaged, StoreNotWritable.
    """
    with store_conditions():
        try:
            connection = _opened(store, "mode=ro")
        except sqlite3.OperationalError:
            connection = _opened(store, "immutable=1")
        with closing(connection):
            yield connection


def _opened(store: Store, how: str) -> sqlite3.Connection:
    place = f"{store.journal.resolve().as_uri()}?{how}"
    connection = sqlite3.connect(place, uri=True, timeout=WAIT_SECONDS)
    connection.row_factory = sqlite3.Row
    is_good = False
    try:
        connection.execute(statement("journal/holds_decisions")).fetchall()
        is_good = True
    finally:
        if not is_good:
            connection.close()
    return connection


def record(
    store: Store, by: str, action: Action, book: Book | None, subject: str, detail: str = ""
) -> None:
    """One line more in the audit: who did what, when, to which import or release."""
    with journal(store) as connection:
        add_audit(connection, by, action, subject, detail, book)


def add_audit(
    connection: sqlite3.Connection,
    by: str,
    action: Action,
    subject: str,
    detail: str = "",
    book: Book | None = None,
) -> None:
    """As `record`, together with what else is written in the open journal."""
    connection.execute(
        statement("journal/add_audit"),
        {
            "at": now().isoformat(sep=" "),
            "by": by,
            "action": action.value,
            "book": book.value if book else None,
            "subject": subject,
            "detail": detail,
        },
    )


def audit(store: Store) -> list[dict[str, object]]:
    """Every line of the audit, newest first; none where there is no journal yet."""
    if not store.journal.exists():
        return []
    with journal(store) as connection:
        return [dict(row) for row in connection.execute(statement("journal/audit"))]
