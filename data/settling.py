"""Ends a transaction on the workspace: checked, kept and drafted, or as if it had never been."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from data.beside import Readied
from data.books import Book, BookFolder
from data.checked_results import with_results
from data.checks.asking import Asked, asked_of
from data.checks.running import computed_problems, workspace_problems
from data.clock import today
from data.disk import keep_content
from data.errors import DashboardError
from data.labels import Label, draft_label
from data.problems import Problem, has_errors
from data.progress import Progress, Step, silently
from data.releases import label_at
from data.snapshots import Snapshot, fill, remove_old_drafts, snapshot_begun
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


def settle(
    connection: duckdb.DuckDBPyConnection,
    folder: BookFolder,
    *,
    import_id: int | None,
    problems: Sequence[Problem] = (),
    contents: Sequence[bytes] = (),
    keep: bool = True,
    foreseen: Standing | None = None,
    progress: Progress = silently,
) -> Settled:
    """What the open transaction holds is checked; without an error it is committed and drafted.

    The draft is built before the commit, so that what cannot be computed is never stored; killed
    between commit and the draft's turn, the next writer finds the draft behind and makes it anew.
    `contents` are the files handed in: they lie in the store before anything refers to them.
    `foreseen` is what was in force before this import, worked out while its files were read.
    """
    progress(Step.CHECKING, "")
    asked = asked_of(connection, import_id)
    label = draft_label(folder, in_force(connection), day_of_draft(folder)) if keep else None
    with (
        _draft_begun(folder, label) as draft,
        _effective(connection, foreseen, import_id, asked.came) as effective,
    ):
        found = [*problems, *_stored_problems(effective, import_id, asked)]
        if label is None and not has_errors(found):
            found += _computed_problems(effective, import_id, asked)
        if has_errors(found) or label is None or draft is None:
            return Settled(tuple(found), None)
        progress(Step.DRAFTING, "")
        snapshot = draft.value()
        fill(snapshot, effective.complete(), label)
        found += computed_problems(snapshot.connection, import_id, asked.computed)
        if has_errors(found):
            return Settled(tuple(found), None)
        snapshot.seal()
    for content in contents:
        keep_content(folder.files, content)
    _commit(connection, folder, label.release_id)
    return Settled(tuple(found), label.release_id)


@contextmanager
def _draft_begun(folder: BookFolder, label: Label | None) -> Iterator[Readied[Snapshot] | None]:
    """The empty draft, made while what is in force is looked at; null where none is wanted."""
    if label is None:
        yield None
        return
    final = folder.draft_file(label.release_id)
    with Readied(lambda: snapshot_begun(final)) as draft:
        yield draft


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
    """Without a draft: nobody will look at it."""
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
