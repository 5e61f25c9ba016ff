"""Takes an import back as if it had never been."""

from __future__ import annotations

from data.books import Book
from data.clock import now
from data.errors import BaseImportStays, UnknownImport
from data.importing import BASE_IMPORT
from data.journal import Action, record
from data.outcomes import Withdrawn
from data.progress import Progress, silently
from data.settling import attempt, draft_begun, settle
from data.sql import rows_of
from data.store import WAIT_SECONDS, Store
from data.workspace import writing


def withdraw(
    store: Store,
    book: Book,
    import_id: int,
    *,
    by: str,
    progress: Progress = silently,
    timeout: float = WAIT_SECONDS,
) -> Withdrawn:
    """The import is withdrawn and the draft shows the book without it; its files are kept.

    Refused with problems where what remains would not stand without it (scores without their
    criteria set). Raises UnknownImport, BaseImportStays, ImportInProgress, StoreNotWritable,
    StoreDamaged.
    """
    if not store.folder(book).workspace.exists():
        raise UnknownImport(import_id=import_id)
    with writing(store, book, timeout=timeout) as connection:
        found = rows_of(connection, "imports/one", import_id=import_id)
        if not found:
            raise UnknownImport(import_id=import_id)
        if import_id == BASE_IMPORT:
            raise BaseImportStays(import_id=import_id)
        if found[0]["is_withdrawn"]:
            return Withdrawn(import_id, is_new=False)
        folder = store.folder(book)
        with draft_begun(folder, None) as draft, attempt(connection):
            rows_of(
                connection,
                "imports/withdraw",
                import_id=import_id,
                withdrawn_at=now(),
                withdrawn_by=by,
            )
            settled = settle(connection, folder, import_id=None, draft=draft, progress=progress)
    if settled.draft_id is not None:
        record(store, by, Action.WITHDRAW, book, str(import_id))
    return Withdrawn(import_id, settled.draft_id is not None, settled.problems, settled.draft_id)
