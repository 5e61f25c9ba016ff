"""Workbooks into a book: all files in one transaction, or none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from data import database_files
from data.beside import Readied
from data.books import Book, BookFolder
from data.checks.running import workspace_problems
from data.clock import now
from data.column_choices import choices_of
from data.disk import keep_content, store_conditions
from data.echoes import without_echoes
from data.foreseeing import Known, foreseen
from data.forms.found import Hints
from data.handed_in import (
    HandedIn,
    base_workbooks,
    book_meant,
    in_order,
    known_since,
    read_again,
    read_files,
)
from data.journal import Action, record
from data.loading_reference import load_reference
from data.outcomes import ImportListed, ImportOutcome
from data.problems import Problem, has_errors
from data.progress import Progress, Step, silently
from data.reference import Reference
from data.refusals import remember_refusal
from data.settling import attempt, draft_begun, settle, told_by
from data.sheets import children
from data.snapshots import Snapshot
from data.sql import rows_of
from data.stages import stage_all
from data.store import WAIT_SECONDS, Store
from data.understanding import understood_files
from data.workspace import tried_on_copy, writing

SYSTEM = "hệ thống"
BASE_IMPORT = 1
DATABASES = 3  # that an import opens: a copy of the workspace, itself, and the draft


@dataclass(frozen=True, slots=True)
class _Taking:
    """What an import carries through its steps; a check has no draft."""

    folder: BookFolder
    by: str
    progress: Progress
    draft: Readied[Snapshot] | None = None


def get_ready() -> None:
    """Somebody is about to hand in workbooks: what takes a while to start does so meanwhile."""
    children.get_ready()
    database_files.get_ready(DATABASES)


def import_workbooks(
    store: Store,
    book: Book | None,
    paths: Sequence[Path],
    *,
    hints: Hints | None = None,
    by: str,
    progress: Progress = silently,
    timeout: float = WAIT_SECONDS,
) -> ImportOutcome:
    """The workbooks are in the book and its draft shows them, or nothing of them is anywhere.

    `book` null: where the files' marks send them. A file that an import in force already holds
    (same content, same hints) is skipped. Raises ImportInProgress, StoreNotWritable, StoreDamaged.
    """
    likely = book or Book.REAL
    database_files.get_ready(DATABASES)
    with Readied(lambda: foreseen(store, likely), is_closed_beside=True) as ready:
        files = read_files(paths, _with_choices(store, hints), progress)
        meant, problems = book_meant(book, files)
        if meant is None:
            return _of_no_book(files, problems)
        progress(Step.WAITING, "")
        known = ready.value() if meant is likely else None
        taking = _Taking(store.folder(meant), by, progress)
        outcome = _taken_in(store, files, taking, known, timeout)
    if outcome.import_id is not None:
        names = "; ".join(file.name for file in outcome.files)
        record(store, by, Action.IMPORT, meant, str(outcome.import_id), names)
    return outcome


def _taken_in(
    store: Store,
    files: Sequence[HandedIn],
    taking: _Taking,
    known: Known | None,
    timeout: float,
) -> ImportOutcome:
    """What was foreseen is dropped where the workspace holds something else by now."""
    folder = taking.folder
    with (
        writing(store, folder.book, timeout=timeout) as connection,
        draft_begun(folder, told_by(connection)) as draft,
    ):
        taking = replace(taking, draft=draft)
        _ensure_base(connection, taking)
        if known is not None and not known.holds_for(connection):
            known = None
        outcome = _take_in(connection, files, taking, known)
        if outcome.is_refused:
            reference = load_reference(connection)
            again = read_again(files, reference)
            remember_refusal(store, folder.book, taking.by, again, outcome, reference)
    return outcome


def check_workbooks(
    store: Store,
    book: Book | None,
    paths: Sequence[Path],
    *,
    hints: Hints | None = None,
    progress: Progress = silently,
    timeout: float = WAIT_SECONDS,
) -> ImportOutcome:
    """What an import of these workbooks would say, tried on a copy: the store stays as it is.

    Works on a store that is absent or cannot be written. `import_id` is always null.
    """
    likely = book or Book.REAL
    tried = Readied(lambda: _tried(store, likely, timeout), is_closed_beside=True)
    with store_conditions(), tried as ready:
        files = read_files(paths, _with_choices(store, hints), progress)
        meant, problems = book_meant(book, files)
        if meant is None:
            return _of_no_book(files, problems)
        if meant is likely:
            return _checked(ready.value(), files, progress)
    with _tried(store, meant, timeout) as other:
        return _checked(other, files, progress)


@dataclass(frozen=True, slots=True)
class _Tried:
    """A copy of the workspace, and what it knows before anything is tried on it."""

    connection: duckdb.DuckDBPyConnection
    folder: BookFolder
    known: Known


@contextmanager
def _tried(store: Store, book: Book, timeout: float) -> Iterator[_Tried]:
    with tried_on_copy(store, book, timeout=timeout) as (connection, folder):
        _ensure_base(connection, _Taking(folder, SYSTEM, silently))
        yield _Tried(connection, folder, Known(load_reference(connection)))


def _checked(tried: _Tried, files: Sequence[HandedIn], progress: Progress) -> ImportOutcome:
    taking = _Taking(tried.folder, SYSTEM, progress)
    return _take_in(tried.connection, files, taking, tried.known)


def imports(store: Store, book: Book, *, timeout: float = WAIT_SECONDS) -> tuple[ImportListed, ...]:
    """Every file of every import, oldest first, withdrawn ones too; none without a store."""
    if not store.folder(book).workspace.exists():
        return ()
    with tried_on_copy(store, book, timeout=timeout) as (connection, _):
        return tuple(ImportListed(**_any(row)) for row in rows_of(connection, "imports/listed"))


def _with_choices(store: Store, hints: Hints | None) -> Hints:
    """What the caller says, and what people have said of headings before."""
    return replace(hints or Hints(), columns=choices_of(store))


def _of_no_book(files: Sequence[HandedIn], problems: Sequence[Problem]) -> ImportOutcome:
    every = (*_of_reading(files), *problems)
    return ImportOutcome(None, problems=every, understood=understood_files(files, every))


def _any(row: dict[str, object]) -> dict[str, Any]:
    return row


def _of_reading(files: Sequence[HandedIn]) -> list[Problem]:
    return [problem for file in files for problem in file.reading.problems]


def _take_in(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[HandedIn],
    taking: _Taking,
    known: Known | None,
) -> ImportOutcome:
    """The files that no import in force holds yet; a check looks at all of them again.

    `known` is what the workspace knows, where somebody has asked it already.
    """
    book = taking.folder.book
    since = [known_since(connection, file) if taking.draft else None for file in files]
    reference = Reference()
    if None in since:
        reference = known.reference if known else load_reference(connection)
        files = read_again(files, reference)
    taken = tuple(file.taken(known) for file, known in zip(files, since, strict=True))
    new = [f for f, known in zip(files, since, strict=True) if known is None and not f.is_blank]
    if not new:
        return ImportOutcome(book, files=taken, understood=understood_files(files, ()))
    with attempt(connection):
        import_id, problems = _stage(connection, new, taking, reference)
        settled = settle(
            connection,
            taking.folder,
            import_id=import_id,
            problems=problems,
            contents=[file.content for file in new],
            draft=taking.draft,
            foreseen=known.effective if known else None,
            progress=taking.progress,
        )
    kept = import_id if settled.draft_id else None
    ordered = in_order(without_echoes(settled.problems), files)
    understood = understood_files(files, ordered)
    return ImportOutcome(book, kept, ordered, taken, settled.draft_id, understood)


def _stage(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[HandedIn],
    taking: _Taking,
    reference: Reference,
) -> tuple[int, list[Problem]]:
    """A numbered import with all that its files say, in the open transaction."""
    import_id = int(str(rows_of(connection, "imports/next_import")[0]["import_id"]))
    rows_of(
        connection,
        "imports/add_import",
        import_id=import_id,
        imported_at=now(),
        imported_by=taking.by,
    )
    for file in files:
        _note_file(connection, import_id, file)
    problems = stage_all(connection, import_id, files, reference, taking.progress)
    return import_id, [*_of_reading(files), *problems]


def _note_file(connection: duckdb.DuckDBPyConnection, import_id: int, file: HandedIn) -> None:
    for form, row_count in file.row_counts.items():
        rows_of(
            connection,
            "imports/add_file",
            import_id=import_id,
            file_sha256=file.reading.file.sha256,
            file_name=file.reading.file.name,
            options=file.options,
            form=form,
            row_count=row_count,
        )


def _ensure_base(connection: duckdb.DuckDBPyConnection, taking: _Taking) -> None:
    """A new book knows the real units: the shipped workbooks are its first import."""
    if rows_of(connection, "imports/any"):
        return
    taking.progress(Step.PREPARING, "")
    files = read_files(base_workbooks(), Hints(), silently)
    reference = load_reference(connection)
    files = read_again(files, reference)
    quiet = replace(taking, by=SYSTEM, progress=silently)
    with attempt(connection):
        _, problems = _stage(connection, files, quiet, reference)
        problems += workspace_problems(connection, None)
        if has_errors(problems):
            raise RuntimeError(f"the shipped workbooks do not stand: {problems}")
        for file in files:
            keep_content(taking.folder.files, file.content)
        connection.commit()
