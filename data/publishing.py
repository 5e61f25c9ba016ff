"""Publication: a checked, complete file and one atomic rename; and the draft before it."""

from __future__ import annotations

import datetime

import duckdb

from data.books import Book, BookFolder
from data.completing import completed_in_store
from data.decisions import copy_decisions, last_copied, last_revision
from data.errors import DashboardError, NothingToPublish
from data.journal import Action, record
from data.labels import Label, draft_label, release_label
from data.outcomes import Published
from data.progress import Progress, Step, silently
from data.releases import label_at, release_files
from data.settling import day_of_draft, in_force, make_draft, shows, told_by
from data.snapshots import Enrich, relabelled, remove_old_drafts
from data.sql import rows_of
from data.standing import standing
from data.store import WAIT_SECONDS, Store, point, pointed_at
from data.workspace import writing


def publish(
    store: Store,
    book: Book,
    *,
    as_of: datetime.date | None = None,
    by: str,
    enrich: Enrich | None = None,
    progress: Progress = silently,
    timeout: float = WAIT_SECONDS,
) -> Published:
    """Readers see what the book holds. Deadlines are judged against `as_of` (today if null).

    A release of the same imports, decisions and day is not made twice: it becomes current, or is
    so.
    Raises NothingToPublish, ImportInProgress, StoreNotWritable, StoreDamaged.
    """
    folder = store.folder(book)
    if not folder.workspace.exists():
        raise NothingToPublish(book=book.value)
    progress(Step.WAITING, "")
    with writing(store, book, timeout=timeout) as connection:
        if not rows_of(connection, "imports/beside_base"):
            raise NothingToPublish(book=book.value)
        draft = _bring_up(connection, folder, progress)
        day = as_of or day_of_draft(folder)
        label = release_label(folder, in_force(connection), day)
        published = _published(store, folder, draft, label, enrich, progress)
    if published.is_new or published.has_moved:
        record(store, by, Action.PUBLISH, book, published.release_id, day.isoformat())
    return published


def _published(
    store: Store,
    folder: BookFolder,
    draft: str,
    label: Label,
    enrich: Enrich | None,
    progress: Progress,
) -> Published:
    """The draft's content under the release's label, and the decisions of the book: no figure of
    a snapshot hangs on either."""
    current = pointed_at(folder.current)
    same = _same_release(folder, label, current, last_revision(store, folder.book))
    if same is None:
        complete = completed_in_store(folder, draft, enrich, progress)
        progress(Step.PUBLISHING, "")
        final = folder.release_file(label.release_id)
        with relabelled(complete, final, label) as snapshot:
            copy_decisions(store, folder.book, snapshot.connection)
            snapshot.seal()
    release_id = same or label.release_id
    if release_id != current:
        point(folder.current, release_id)
    return Published(release_id, label.as_of, is_new=same is None, has_moved=release_id != current)


def _same_release(
    folder: BookFolder, label: Label, current: str | None, last_decision: int
) -> str | None:
    """A release with the same content as this one would have: the current first, then the newest.

    One that cannot be read any more is no obstacle to the next.
    """
    found = []
    for path in release_files(folder):
        try:
            there = label_at(path)
            is_same = (there.content, there.as_of) == (label.content, label.as_of)
            if is_same and last_copied(path) == last_decision:
                found.append(there.release_id)
        except DashboardError:
            continue
    return current if current in found else (found[-1] if found else None)


def ensure_draft(
    store: Store,
    book: Book,
    *,
    progress: Progress = silently,
    timeout: float = WAIT_SECONDS,
) -> str | None:
    """The id of a draft that shows the workspace as it is; made anew where it was behind.

    A process killed between commit and draft leaves it behind. None where the book has no
    workspace. Raises ImportInProgress, StoreNotWritable, StoreDamaged.
    """
    folder = store.folder(book)
    if not folder.workspace.exists():
        return None
    with writing(store, book, timeout=timeout) as connection:
        return _bring_up(connection, folder, progress)


def _bring_up(connection: duckdb.DuckDBPyConnection, folder: BookFolder, progress: Progress) -> str:
    told = told_by(connection)
    draft = pointed_at(folder.draft)
    if draft and shows(folder, draft, told):
        return draft
    progress(Step.DRAFTING, "")
    label = draft_label(folder, told.imports, day_of_draft(folder))
    with standing(connection) as effective:
        make_draft(folder.draft_file(label.release_id), effective, label)
    point(folder.draft, label.release_id)
    remove_old_drafts(folder)
    return label.release_id
