"""A draft continues the one before, and says what one that was made anew says."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from data import settling
from data.books import Book
from data.database_files import cursor_of, opened_for_writing
from data.drafted_results import created_by, drafted_results, grouped, hanging_on, words_of
from data.illustration import WORKBOOKS
from data.importing import import_workbooks
from data.publishing import ensure_draft
from data.releases import open_release
from data.snapshots import POINTS, snapshot_begun
from data.store import Store, pointed_at
from data.withdrawing import withdraw

SEASON = sorted((WORKBOOKS / "1_season").glob("*.xlsx"))


def _held(store: Store) -> dict[str, list[object]]:
    """All that the draft holds, but which draft it is."""
    with open_release(store, Book.ILLUSTRATION, "draft") as draft:
        names = draft.execute(
            "select table_name from duckdb_tables() where table_name <> 'release' order by all"
        ).fetchall()
        return {name: draft.table(name).order("all").fetchall() for (name,) in names}


def _made_anew(store: Store) -> dict[str, list[object]]:
    """The draft as it comes out where none of the earlier ones is there any more."""
    folder = store.folder(Book.ILLUSTRATION)
    folder.draft.unlink()
    shutil.rmtree(folder.drafts)
    folder.drafts.mkdir()
    assert ensure_draft(store, Book.ILLUSTRATION)
    return _held(store)


@pytest.fixture
def continued(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the drafts that were continued by others."""
    names: list[str] = []
    before = settling.snapshot_continued
    monkeypatch.setattr(
        settling,
        "snapshot_continued",
        lambda final, draft: (names.append(draft.stem), before(final, draft))[1],
    )
    return names


def test_each_form_on_top_of_the_others_leaves_the_draft_that_all_leave_together(
    tmp_path: Path, continued: list[str]
) -> None:
    store = Store(tmp_path)
    order = ("criteria", "areas", "bands", "inspections", "scores", "remediation", "findings")
    left = list(SEASON)
    for word in (*order, ""):
        paths = [path for path in left if path.name.startswith(word)]
        left = [path for path in left if path not in paths]
        if paths:
            assert import_workbooks(store, Book.ILLUSTRATION, paths, by="Lan").is_new
    assert not left
    assert len(continued) >= len(order) - 1
    assert _held(store) == _made_anew(store)


def test_after_a_withdrawal_and_a_second_import_nothing_of_the_first_is_left(
    tmp_path: Path, continued: list[str]
) -> None:
    store = Store(tmp_path)
    scores = [path for path in SEASON if path.name.startswith("scores")]
    import_workbooks(store, Book.ILLUSTRATION, [p for p in SEASON if p not in scores], by="Lan")
    first = import_workbooks(store, Book.ILLUSTRATION, scores[:3], by="Lan")
    withdraw(store, Book.ILLUSTRATION, first.import_id or 0, by="Lan")
    assert _held(store) == _made_anew(store)
    import_workbooks(store, Book.ILLUSTRATION, scores[3:6], by="Lan")
    import_workbooks(store, Book.ILLUSTRATION, scores[:3], by="Lan")
    assert len(continued) == 3
    assert _held(store) == _made_anew(store)


def test_a_draft_of_another_program_is_not_continued(tmp_path: Path, continued: list[str]) -> None:
    store = Store(tmp_path)
    criteria = [path for path in SEASON if path.name.startswith("criteria")]
    assert import_workbooks(store, Book.ILLUSTRATION, criteria, by="Lan").is_new
    folder = store.folder(Book.ILLUSTRATION)
    draft = folder.draft_file(str(pointed_at(folder.draft)))
    with opened_for_writing(draft) as earlier:
        earlier.execute("update release set made_by = 'earlier'")
    areas = [path for path in SEASON if path.name.startswith("areas")]
    assert import_workbooks(store, Book.ILLUSTRATION, areas, by="Lan").is_new
    assert continued == []


def test_results_made_side_by_side_ask_nothing_of_each_other(tmp_path: Path) -> None:
    groups = grouped(drafted_results())
    made = [{name for file in group for name in created_by(file)} for group in groups]
    asked = [{word for file in group for word in words_of(file)} for group in groups]
    first, ahead, shared, others, beside = range(5)
    assert made[others].isdisjoint(asked[beside])
    assert made[beside].isdisjoint(asked[others])
    changing = {"score", "score_note", "source_cell", "import_file"}
    assert changing.isdisjoint(asked[first])
    assert (changing - POINTS).isdisjoint(asked[shared])
    assert changing.isdisjoint(asked[others])
    assert made[ahead].isdisjoint(asked[shared] | asked[others])
    assert made[shared].isdisjoint(asked[ahead])
    assert made[others]
    assert made[beside]
    with snapshot_begun(tmp_path / "rd1.duckdb") as snapshot:
        assert snapshot.connection.table("source_cell").fetchall() == []


@pytest.mark.parametrize(
    ("changed", "made"),
    [
        (set(), []),
        ({"source_cell", "import_file"}, ["15_round_points", "33_contestable_leaf"]),
        ({"remediation"}, ["34_deduction"]),
        # Published figures change the ranks, for which the points added up before are wanted.
        ({"published_result"}, ["30_unit_result", "31_unit_published", "32_unit_result"]),
    ],
)
def test_only_results_on_which_something_hangs_are_made_anew(
    changed: set[str], made: list[str]
) -> None:
    assert [file.stem for file in hanging_on(changed, drafted_results())] == made


def test_whatever_stands_on_criteria_is_made_anew_with_them() -> None:
    every = drafted_results()
    (macros,) = set(every) - set(hanging_on({"criterion"}, every))
    assert macros.stem == "00_macros"


def test_long_lists_are_written_in_parts_that_two_processors_share(tmp_path: Path) -> None:
    with opened_for_writing(tmp_path / "long.duckdb") as connection:
        connection.execute("create table t as select range as a from range(20000)")
        connection.execute("checkpoint")
        groups = connection.execute(
            "select count(distinct row_group_id) from pragma_storage_info('t')"
        ).fetchall()
    assert groups == [(3,)]


def test_what_two_threads_write_at_once_is_all_in_the_sealed_file(tmp_path: Path) -> None:
    tables = [f"t{number}" for number in range(8)]
    for place in range(12):
        final = tmp_path / f"rd{place}.duckdb"
        with snapshot_begun(final) as snapshot:
            for table in tables:
                snapshot.connection.execute(f"create table {table} (a bigint)")
            with ThreadPoolExecutor(max_workers=2) as pool:
                works = [
                    pool.submit(_written, cursor_of(snapshot.connection), tables[start::2])
                    for start in range(2)
                ]
            for work in works:
                work.result()
            snapshot.seal()
        with duckdb.connect(str(final), read_only=True) as sealed:
            counts = [len(sealed.table(table).fetchall()) for table in tables]
        assert counts == [10_001] * len(tables)


def _written(cursor: duckdb.DuckDBPyConnection, tables: list[str]) -> None:
    """One row, and many: each a commit of its own."""
    with cursor:
        for table in tables:
            cursor.execute(f"insert into {table} values (1)")
            cursor.execute(f"insert into {table} select range from range(10000)")


def test_a_draft_of_another_past_is_not_continued(tmp_path: Path, continued: list[str]) -> None:
    """Somebody put an older workspace back: a number is given to another import."""
    store = Store(tmp_path)
    workspace = store.folder(Book.ILLUSTRATION).workspace
    scores = [path for path in SEASON if path.name.startswith("scores")]
    import_workbooks(store, Book.ILLUSTRATION, [p for p in SEASON if p not in scores], by="Lan")
    before = shutil.copy(workspace, tmp_path / "before")
    import_workbooks(store, Book.ILLUSTRATION, scores[:1], by="Lan")
    of_other = (shutil.copy(workspace, tmp_path / "other"), _held(store))
    shutil.copy(before, workspace)
    import_workbooks(store, Book.ILLUSTRATION, scores[1:2], by="Lan")
    shutil.copy(of_other[0], workspace)
    continued.clear()
    assert ensure_draft(store, Book.ILLUSTRATION)
    assert _held(store) == of_other[1]
    shutil.copy(before, workspace)
    import_workbooks(store, Book.ILLUSTRATION, scores[1:2], by="Lan")
    assert continued == []
    assert _held(store) == _made_anew(store)


@pytest.mark.parametrize("place", range(3, 36, 4))
def test_a_damaged_draft_stops_no_import(tmp_path: Path, place: int) -> None:
    store = Store(tmp_path)
    order = ("criteria", "areas")
    first, second = ([p for p in SEASON if p.name.startswith(word)] for word in order)
    import_workbooks(store, Book.ILLUSTRATION, first, by="Lan")
    folder = store.folder(Book.ILLUSTRATION)
    draft = folder.draft_file(str(pointed_at(folder.draft)))
    content = bytearray(draft.read_bytes())
    at = place * 16_384 + 5_000
    content[at : at + 400] = bytes(byte ^ 0xFF for byte in content[at : at + 400])
    draft.write_bytes(content)
    assert import_workbooks(store, Book.ILLUSTRATION, second, by="Lan").is_new
