"""Makes the files that readers open: what is in force, and what many questions share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import duckdb
import pyarrow.compute as pc

from data.arrow_rows import in_batches, relation_of
from data.books import RELEASE_PREFIX, BookFolder
from data.database_files import cursor_of, opened_for_writing
from data.disk import building_path, put_in_place
from data.drafted_results import (
    KEPT,
    created_by,
    drafted_results,
    grouped,
    hanging_on,
    results_after_draft,
)
from data.effective_parts import hangs_on
from data.labels import Label, number_of
from data.sql import numbered_files, rows_of, run_files
from data.standing import CHANGING, Effective

RELEASE_TABLES = Path(__file__).parent / "schema" / "release"
POINTS = frozenset({"score", "score_note"})
# An import adds to them, and changes nothing that they hold.
GROWING = {"source_cell", "import_file"}
UNFILLED = {"release", "decision"}  # by what is in force
DRAFTS_KEPT = 2  # a reader may still be about to open the one before

Enrich = Callable[[duckdb.DuckDBPyConnection], None]


@dataclass(slots=True)
class Snapshot:
    """A snapshot being built: open for writing under a name that no reader knows.

    `is_continued`: it holds what the draft before held.
    """

    building: Path
    final: Path
    connection: duckdb.DuckDBPyConnection
    is_continued: bool = False

    def seal(self) -> None:
        """The complete file stands under its final name; every thread that wrote has ended."""
        self.connection.execute("checkpoint")
        self.connection.close()
        put_in_place(self.building, self.final)


@contextmanager
def snapshot_begun(final: Path) -> Iterator[Snapshot]:
    """The tables of a draft, with nothing in them; gone at the end unless it was sealed."""
    with _built(final) as snapshot:
        run_files(snapshot.connection, numbered_files(RELEASE_TABLES))
        yield snapshot


@contextmanager
def snapshot_continued(final: Path, before: Path) -> Iterator[Snapshot]:
    """A copy of the draft before, to be filled with what an import changed; gone at the end unless
    it was sealed."""
    with _built(final, before) as snapshot:
        rows_of(snapshot.connection, "snapshots/forget_label")
        snapshot.is_continued = True
        yield snapshot


@contextmanager
def completion(draft: Path, final: Path, enrich: Enrich | None) -> Iterator[Snapshot]:
    """A copy of a draft with all results of a release; gone at the end unless it was sealed."""
    with _built(final, draft) as snapshot:
        snapshot.connection.begin()
        run_files(snapshot.connection, results_after_draft())
        snapshot.connection.commit()
        if enrich is not None:
            enrich(snapshot.connection)
        yield snapshot


def is_complete(snapshot: duckdb.DuckDBPyConnection) -> bool:
    """Whether a snapshot holds all results: the last come in one transaction, so one tells."""
    last = created_by(results_after_draft()[-1], KEPT)[0]
    return bool(rows_of(snapshot, "snapshots/one_table", table_name=last))


@contextmanager
def relabelled(made: Path, final: Path, label: Label) -> Iterator[Snapshot]:
    """A copy of a sealed snapshot that says of itself what the label says; gone at the end unless
    it was sealed."""
    with _built(final, made) as snapshot:
        rows_of(snapshot.connection, "snapshots/forget_label")
        _write_label(snapshot.connection, label)
        yield snapshot


@contextmanager
def _built(final: Path, made: Path | None = None) -> Iterator[Snapshot]:
    """A file that will be `final` once it is sealed: new, or a copy of one that was made."""
    final.parent.mkdir(parents=True, exist_ok=True)
    building = building_path(final)
    with _discarded(building):
        if made is not None:
            shutil.copyfile(made, building)
        with opened_for_writing(building, is_logged=False) as connection:
            yield Snapshot(building, final, connection)


@contextmanager
def _discarded(building: Path) -> Iterator[None]:
    """What was not sealed leaves nothing behind."""
    try:
        yield
    finally:
        building.unlink(missing_ok=True)
        building.with_name(f"{building.name}.wal").unlink(missing_ok=True)


def _write_label(connection: duckdb.DuckDBPyConnection, label: Label) -> None:
    rows_of(connection, "snapshots/label", **{**asdict(label), "import_ids": [*label.import_ids]})


def release_tables() -> list[str]:
    """Tables that hold what is in force, in the order of their filling."""
    return _in_order(_filled_by(numbered_files(RELEASE_TABLES)))


def tables_to_fill(snapshot: Snapshot, brought: Collection[str] | None) -> list[str]:
    """Tables of a draft that was begun which wait for their rows, in the order of their filling.

    In a continued one those of each file of which the import changed any: `brought` are the tables
    of `submitted` that have rows of it.
    """
    if not snapshot.is_continued or brought is None:
        return release_tables()
    changed = {table for table in release_tables() if hangs_on(table, brought)}
    return _in_order({*_filled_by(_making(changed)), *GROWING})


def fill(snapshot: Snapshot, effective: Effective, label: Label, tables: Sequence[str]) -> None:
    """What is in force stands in these tables (`tables_to_fill`) of a draft that was begun, and
    the results that it holds; in a continued one those that hang on these tables.

    What nearly every import changes is written beside the results that ask for it, and so are
    results that ask for source cells.
    """
    connection, results = snapshot.connection, drafted_results()
    _write_label(connection, label)
    if snapshot.is_continued:
        run_files(connection, _making({*tables} - GROWING))
        results = hanging_on({*tables, "release"}, results)
    made = grouped(results)
    take = partial(_take, snapshot, effective, label)
    take(connection, [name for name in tables if name not in CHANGING])
    run_files(connection, made.first)
    with cursor_of(connection) as second, ThreadPoolExecutor(max_workers=1) as thread:
        works = [thread.submit(take, second, [name for name in CHANGING if name in tables])]
        works.append(thread.submit(run_files, second, made.ahead))
        with _seen_already(connection, effective, POINTS.intersection(tables)):
            run_files(connection, made.shared)
        works.append(thread.submit(run_files, second, made.beside))
        run_files(connection, made.others)
        for work in works:
            work.result()


@contextmanager
def _seen_already(
    connection: duckdb.DuckDBPyConnection, effective: Effective, tables: Iterable[str]
) -> Iterator[None]:
    """Statements of this connection find the rows of these tables, which others still write."""
    names = [*tables]
    for name in names:
        connection.register(name, in_batches(effective(name)))
    try:
        yield
    finally:
        for name in names:
            connection.unregister(name)


def _making(tables: Collection[str]) -> list[Path]:
    """The files that make some of these tables."""
    files = numbered_files(RELEASE_TABLES)
    return [file for file in files if not {*tables}.isdisjoint(_filled_by([file]))]


def _in_order(tables: Iterable[str]) -> list[str]:
    return sorted(tables, key=lambda name: (name in CHANGING, name))


def _filled_by(files: Iterable[Path]) -> list[str]:
    names = [name for file in files for name in created_by(file, KEPT)]
    return [name for name in names if name not in UNFILLED]


def _take(
    snapshot: Snapshot,
    effective: Effective,
    label: Label,
    connection: duckdb.DuckDBPyConnection,
    tables: Iterable[str],
) -> None:
    """What is in force by the table's column names; of a growing table what it does not hold."""
    for table in tables:
        rows = effective(table).select(connection.table(table).columns)
        if snapshot.is_continued and table in GROWING:
            rows = rows.filter(pc.field("import_id") == label.import_ids[-1])
        if rows.num_rows:
            relation_of(connection, rows).insert_into(table)


def remove_old_drafts(folder: BookFolder) -> None:
    """Drafts before the previous one are gone, and what was completed of them."""
    prefix = f"{RELEASE_PREFIX[folder.book]}d"
    drafts = sorted(folder.drafts.glob("*.duckdb"), key=lambda path: number_of(path.stem, prefix))
    for old in drafts[:-DRAFTS_KEPT]:
        _removed_if_unread(old)
    kept = {draft.name for draft in drafts[-DRAFTS_KEPT:]}
    for completed in folder.completed.glob(f"{prefix}*.duckdb"):
        if completed.name not in kept:
            _removed_if_unread(completed)


def _removed_if_unread(path: Path) -> None:
    """Windows refuses while another process reads the file; the next writer removes it then."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return
