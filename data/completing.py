"""Completes a draft when somebody first reads or publishes it.

An import leaves a draft with the results that checks, the difference and the board of receipts
ask for. Most drafts are never looked at: the rest (data/schema/results, `enrich`) waits.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from data.books import Book, BookFolder
from data.disk import clean_unfinished, store_conditions
from data.errors import (
    DashboardError,
    DraftIncomplete,
    ImportInProgress,
    StoreDamaged,
    StoreNotWritable,
)
from data.progress import Progress, Step, silently
from data.releases import CURRENT, is_draft, label_at, open_file, opened_at
from data.snapshots import Enrich, completion, is_complete
from data.store import WAIT_SECONDS, Store, held_alone

_aside_alone = threading.Lock()


def open_completed(
    store: Store,
    book: Book,
    which: str = CURRENT,
    *,
    enrich: Enrich | None = None,
    progress: Progress = silently,
) -> duckdb.DuckDBPyConnection:
    """As `open_release`, with all results: a draft that has only been drafted is completed first.

    A store that cannot be written serves as well. Raises NoRelease, UnknownRelease, StoreDamaged,
    ReleaseOutdated, StoreNotWritable (neither the store nor the temporary folder can be written),
    DraftIncomplete.
    """
    folder = store.folder(book)
    return opened_at(folder, which, lambda path: _completed(folder, path, enrich, progress))


def _completed(folder: BookFolder, path: Path, enrich: Enrich | None, progress: Progress) -> Path:
    if not is_draft(folder, path.stem):
        return path
    try:
        return completed_in_store(folder, path.stem, enrich, progress)
    except (StoreNotWritable, ImportInProgress):
        return _completed_aside(path, enrich)


def completed_in_store(
    folder: BookFolder, draft_id: str, enrich: Enrich | None, progress: Progress = silently
) -> Path:
    """The file of a draft with all results; worked out once, whoever asks first.

    Raises StoreDamaged, ReleaseOutdated, StoreNotWritable, ImportInProgress (another process
    completes and did not finish in time), DraftIncomplete.
    """
    if (there := _there(folder, draft_id)) is not None:
        return there
    progress(Step.COMPLETING, "")
    with _completing_alone(folder):
        if (there := _there(folder, draft_id)) is not None:
            return there
        return _work_out(folder.draft_file(draft_id), folder.completed_file(draft_id), enrich)


def _there(folder: BookFolder, draft_id: str) -> Path | None:
    """What was completed before and can be read; drafts of earlier programs are complete."""
    completed, draft = folder.completed_file(draft_id), folder.draft_file(draft_id)
    try:
        label_at(completed)
    except StoreDamaged:
        with open_file(draft) as connection:
            return draft if is_complete(connection) else None
    return completed


@contextmanager
def _completing_alone(folder: BookFolder) -> Iterator[None]:
    """Readers do not wait for imports: completion has a lock and a folder of its own.

    What a killed completion left half made is gone.
    """
    with store_conditions():
        folder.completed.mkdir(exist_ok=True)
        with folder.completing.open("a"):  # Windows would wait for what can never be locked
            pass
        with held_alone(folder.completing, folder.book, WAIT_SECONDS):
            clean_unfinished(folder.completed)
            yield


def _work_out(draft: Path, final: Path, enrich: Enrich | None) -> Path:
    """The draft's content with all results under its final name."""
    try:
        with store_conditions(), completion(draft, final, enrich) as snapshot:
            snapshot.seal()
    except DashboardError:
        raise
    except Exception as error:  # a draft of another program, or our own fault: never a traceback
        raise DraftIncomplete(release_id=draft.stem) from error
    return final


def _completed_aside(draft: Path, enrich: Enrich | None) -> Path:
    """In a folder of this process, which goes with it, where the store cannot be written."""
    with _aside_alone:
        if not draft.exists():
            raise StoreDamaged(path=draft.name)
        with store_conditions():
            place = _place(draft, draft.stat().st_mtime_ns)
        final = place / draft.name
        return final if final.exists() else _work_out(draft, final, enrich)


@cache
def _place(draft: Path, made_at: int) -> Path:  # noqa: ARG001 - a restored store has another
    """The folder for one draft."""
    return Path(tempfile.mkdtemp(dir=_folder().name))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
