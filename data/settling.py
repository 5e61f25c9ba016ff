"""Ends a transaction on the workspace: checked, kept and drafted, or as if it had never been."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.beside import Readied
from data.books import Book, BookFolder
from data.checked_results import with_results
from data.checks.asking import Asked, asked_of
from data.checks.running import computed_problems, workspace_problems
from data.clock import today
from data.disk import keep_content, store_conditions
from data.errors import DashboardError, StoreDamaged
from data.labels import Label, draft_label, label_of, next_draft_file
from data.problems import Problem, has_errors
from data.progress import Progress, Step, silently
from data.releases import label_at, open_file
from data.snapshots import (
    Snapshot,
    fill,
    remove_old_drafts,
    snapshot_begun,
    snapshot_continued,
    tables_to_fill,
)
from data.sql import rows_of
from data.standing import Standing, standing
from data.store import pointed_at, pointing
from data.workspace import rolled_back


@dataclass(frozen=True, slots=True)
class Settled:
    """`draft_id` is null where nothing was kept."""

    problems: tuple[Problem, ...]
    draft_id: str | None


@contextmanager
def attempt(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """A transaction that leaves nothing behind unless it is settled inside."""
    connection.begin()
    try:
        yield
    finally:
        rolled_back(connection)


@contextmanager
def draft_begun(folder: BookFolder, told: Told | None) -> Iterator[Readied[Snapshot]]:
    """The next draft, made beside; for whoever writes the book alone.

    It continues the one before where that tells just this; null: there is nothing in it.
    """
    final, before = next_draft_file(folder), pointed_at(folder.draft)

    def begun() -> AbstractContextManager[Snapshot]:
        if told is not None and before is not None and shows(folder, before, told):
            return snapshot_continued(final, folder.draft_file(before))
        return snapshot_begun(final)

    with Readied(begun) as draft:
        yield draft


@dataclass(frozen=True, slots=True)
class Told:
    """What a workspace has in force: its imports, and their files with their times."""

    imports: tuple[int, ...]
    files: tuple[dict[str, object], ...]


def told_by(connection: duckdb.DuckDBPyConnection) -> Told:
    """What a draft of this workspace would have to tell."""
    return Told(in_force(connection), tuple(rows_of(connection, "imports/files_in_force")))


def shows(folder: BookFolder, draft: str, told: Told) -> bool:
    """Whether a draft says what this program says of just these imports."""
    try:
        with open_file(folder.draft_file(draft)) as connection, store_conditions():
            there = label_of(connection)
            files = tuple(rows_of(connection, "snapshots/files_in_force"))
    except DashboardError:
        return False
    label = draft_label(folder, told.imports, there.as_of)
    return (there.content, files) == (label.content, told.files)


def _draft(
    draft: Readied[Snapshot],
    effective: Standing,
    label: Label,
    brought: Collection[str] | None,
) -> None:
    """A continued draft that cannot be gone on with, damaged as it is, is made anew."""
    snapshot = draft.value()
    try:
        _fill(snapshot, effective, label, brought)
    except (duckdb.Error, StoreDamaged):
        if not snapshot.is_continued:
            raise
        make_draft(snapshot.final, effective, label)


def make_draft(final: Path, effective: Standing, label: Label) -> None:
    """A draft of what is in force, made from nothing."""
    with snapshot_begun(final) as snapshot:
        _fill(snapshot, effective, label, None)


def _fill(
    snapshot: Snapshot, effective: Standing, label: Label, brought: Collection[str] | None
) -> None:
    tables = tables_to_fill(snapshot, brought)
    fill(snapshot, effective.fetched(tables), label, tables)
    snapshot.seal()


def settle(
    connection: duckdb.DuckDBPyConnection,
    folder: BookFolder,
    *,
    import_id: int | None,
    problems: Sequence[Problem] = (),
    contents: Sequence[bytes] = (),
    draft: Readied[Snapshot] | None,
    foreseen: Standing | None = None,
    progress: Progress = silently,
) -> Settled:
    """What the open transaction holds is checked; without an error it is committed and drafted.

    The draft is built before the commit, so that what cannot be computed is never stored; killed
    between commit and the draft's turn, the next writer finds the draft behind and makes it anew.
    `contents` are the files handed in: they lie in the store before anything refers to them.
    `draft` was begun for this (`draft_begun`); null where nothing is to be kept.
    `foreseen` is what was in force before this import, worked out while its files were read.
    """
    progress(Step.CHECKING, "")
    asked = asked_of(connection, import_id)
    imports = in_force(connection)
    expected = None if draft is None or has_errors(problems) else asked.came
    with (
        _effective(connection, foreseen, import_id, asked.came) as effective,
        effective.expecting(expected or ()),
    ):
        found = [*problems, *_stored_problems(effective, import_id, asked)]
        if not has_errors(found):
            found += _computed_problems(effective, import_id, asked)
        if has_errors(found) or draft is None:
            return Settled(tuple(found), None)
        progress(Step.DRAFTING, "")
        label = draft_label(folder, imports, day_of_draft(folder))
        _draft(draft, effective, label, asked.came)
    for content in contents:
        keep_content(folder.files, content)
    _commit(connection, folder, label.release_id)
    return Settled(tuple(found), label.release_id)


@contextmanager
def _effective(
    connection: duckdb.DuckDBPyConnection,
    foreseen: Standing | None,
    import_id: int | None,
    came: frozenset[str] | None,
) -> Iterator[Standing]:
    if foreseen is not None and import_id is not None and came is not None:
        foreseen.take_in(connection, import_id, came)
        yield foreseen
        return
    with standing(connection) as effective:
        yield effective


def _stored_problems(effective: Standing, import_id: int | None, asked: Asked) -> list[Problem]:
    if not asked.stored:
        return []
    holding = effective.holding(check.text for check in asked.stored)
    return workspace_problems(holding, import_id, asked.stored)


def _computed_problems(effective: Standing, import_id: int | None, asked: Asked) -> list[Problem]:
    if not asked.computed:
        return []
    results = with_results(effective, asked.computed)
    return computed_problems(results, import_id, asked.computed)


def _commit(connection: duckdb.DuckDBPyConnection, folder: BookFolder, draft_id: str) -> None:
    """What the disk may refuse is done before; after the commit only a name is changed."""
    is_committed = False
    with pointing(folder.draft, draft_id) as move:
        try:
            connection.commit()
            is_committed = True
        finally:
            if not is_committed:
                folder.draft_file(draft_id).unlink(missing_ok=True)
        move()
    remove_old_drafts(folder)


def in_force(connection: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    """Imports that are not withdrawn, in their order."""
    return tuple(int(str(row["import_id"])) for row in rows_of(connection, "imports/in_force"))


def day_of_draft(folder: BookFolder) -> datetime.date:
    """Today; in the illustration the fixed day of its release, so that its figures stand still."""
    current = pointed_at(folder.current)
    if folder.book is Book.REAL or current is None:
        return today()
    try:
        return label_at(folder.release_file(current)).as_of
    except DashboardError:  # it cannot be read any more: the next release mends that
        return today()
