"""Makes the files that readers open: what is in force, and what many questions share.

A draft holds the results up to LAST_DRAFTED; the rest is worked out when somebody reads or
publishes it (data/completing.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from data.books import RELEASE_PREFIX, BookFolder
from data.disk import building_path, put_in_place
from data.labels import Label, number_of
from data.sql import numbered_files, rows_of, run_files
from data.workspace import CLOSED

RELEASE_TABLES = Path(__file__).parent / "schema" / "release"
RESULT_TABLES = Path(__file__).parent / "schema" / "results"
LAST_DRAFTED = "47_deduction"  # checks, differences and receipts ask nothing of those behind
DRAFTS_KEPT = 2  # a reader may still be about to open the one before

Enrich = Callable[[duckdb.DuckDBPyConnection], None]


@dataclass(slots=True)
class Snapshot:
    """A snapshot being built: open for writing under a name that no reader knows."""

    building: Path
    final: Path
    connection: duckdb.DuckDBPyConnection

    def seal(self) -> None:
        """The complete file stands under its final name, its log written into it."""
        self.connection.execute("checkpoint")
        self.connection.close()
        put_in_place(self.building, self.final)


@contextmanager
def snapshot_of(
    workspace: duckdb.DuckDBPyConnection, final: Path, label: Label
) -> Iterator[Snapshot]:
    """A draft of what the workspace's open transaction sees, with the results it needs.

    It is gone at the end unless it was sealed.
    """
    with snapshot_begun(final) as snapshot:
        fill(snapshot, workspace, label)
        yield snapshot


@contextmanager
def snapshot_begun(final: Path) -> Iterator[Snapshot]:
    """The tables of a draft, with nothing in them; gone at the end unless it was sealed."""
    with _built(final) as snapshot:
        snapshot.connection.begin()
        run_files(snapshot.connection, numbered_files(RELEASE_TABLES))
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


def drafted_results() -> list[Path]:
    """The results that every draft holds, in their order."""
    return [file for file in numbered_files(RESULT_TABLES) if file.stem <= LAST_DRAFTED]


def results_after_draft() -> list[Path]:
    """The results that a draft leaves to its completion, in their order."""
    return [file for file in numbered_files(RESULT_TABLES) if file.stem > LAST_DRAFTED]


def is_complete(snapshot: duckdb.DuckDBPyConnection) -> bool:
    """Whether a snapshot holds all results: they come in one transaction, so one tells of all."""
    _, _, name = results_after_draft()[0].stem.partition("_")
    return bool(rows_of(snapshot, "snapshots/one_table", table_name=name))


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
        with duckdb.connect(str(building), config=CLOSED) as connection:
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


def fill(snapshot: Snapshot, workspace: duckdb.DuckDBPyConnection, label: Label) -> None:
    """What the workspace's open transaction sees stands in a draft that was begun."""
    connection = snapshot.connection
    tables = [str(row["table_name"]) for row in rows_of(connection, "snapshots/tables")]
    _write_label(connection, label)
    for table in tables:
        _copy(connection, workspace, table)
    run_files(connection, drafted_results())
    connection.commit()


def _copy(
    connection: duckdb.DuckDBPyConnection, workspace: duckdb.DuckDBPyConnection, table: str
) -> None:
    """Rows of effective.<table> by column name; Arrow between the two keeps decimals exact."""
    columns = connection.table(table).columns
    rows = workspace.table(f"effective.{table}").select(*columns).to_arrow_table()
    if rows.num_rows:
        connection.from_arrow(rows).insert_into(table)


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
