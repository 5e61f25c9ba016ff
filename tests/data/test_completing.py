"""A draft is completed when somebody first reads or publishes it, once, and never by halves."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import subprocess
import sys

import duckdb
import pytest

from analysis.publication import enrich
from analysis.questions import QUESTIONS, answer, needs_completion
from data.books import Book
from data.completing import open_completed
from data.database_files import opened_for_writing
from data.difference import difference
from data.drafted_results import RESULT_TABLES, results_after_draft
from data.errors import DraftIncomplete, ReleaseOutdated, StoreNotWritable
from data.illustration import WORKBOOKS
from data.importing import import_workbooks
from data.publishing import publish
from data.releases import open_release, release_path
from data.snapshots import RELEASE_TABLES, is_complete
from data.sql import numbered_files, run_files
from data.store import Store, pointed_at
from data.withdrawing import withdraw
from tests.data.small_workbooks import scores_workbook

DAY = datetime.date(2024, 3, 31)
READER = """
import os, sys
from pathlib import Path
from data.books import Book
from data.completing import open_completed
from data.store import Store

home, log = Path(sys.argv[1]), Path(sys.argv[2])


def enrich(snapshot):
    with log.open("a") as said:
        said.write("completing\\n")
    if sys.argv[3] == "dies":
        os.kill(os.getpid(), 9)


print("ready", flush=True)
sys.stdin.readline()
with open_completed(Store(home), Book.REAL, "draft", enrich=enrich) as draft:
    print(draft.execute("select count(*) from robustness_result").fetchone()[0])
"""


@pytest.fixture
def store(filled_store):
    return filled_store


def hand_in(store, folder, points):
    """One import more of the same unit."""
    path = scores_workbook(folder, "Quận Lê Chân", {"4": points}, name=f"{points}.xlsx")
    assert import_workbooks(store, None, [path], by="Lan").is_new


def folder_of(store):
    return store.folder(Book.REAL)


def completed_names(store):
    return sorted(path.name for path in folder_of(store).completed.glob("*"))


def ranks(connection):
    return connection.execute("select unit_code, rank_low from robustness_result").fetchall()


def test_an_import_and_a_withdrawal_leave_a_draft_that_nobody_has_completed(store):
    withdraw(store, Book.REAL, 3, by="Lan")
    with open_release(store, Book.REAL, "draft") as draft:
        assert not is_complete(draft)
        assert draft.execute("select count(*) from leaf").fetchall() == [(4,)]
    assert completed_names(store) == []


def test_whoever_reads_it_first_completes_it_and_the_next_only_opens(store):
    with open_completed(store, Book.REAL, "draft", enrich=enrich) as draft:
        assert ranks(draft) == [("305", 1)]
    before = sorted((p, p.stat().st_mtime_ns) for p in store.home.rglob("*"))
    again = str(pointed_at(folder_of(store).draft))
    with open_completed(store, Book.REAL, again, enrich=lambda _: pytest.fail("twice")) as draft:
        assert ranks(draft) == [("305", 1)]
    assert sorted((p, p.stat().st_mtime_ns) for p in store.home.rglob("*")) == before


def test_a_release_is_opened_as_it_is(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan", enrich=enrich)
    with open_completed(store, Book.REAL, enrich=lambda _: pytest.fail("no draft")) as release:
        assert ranks(release) == [("305", 1)]


def test_what_the_data_desk_asks_and_the_difference_need_no_completion(store):
    with open_release(store, Book.REAL, "draft") as draft:
        for name in QUESTIONS:
            if not needs_completion(name):
                answer(draft, name)
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert difference(store, Book.REAL).moves == ()
    withdraw(store, Book.REAL, 3, by="Lan")
    assert len(difference(store, Book.REAL).changes) == 4
    assert f"{pointed_at(folder_of(store).draft)}.duckdb" not in completed_names(store)


def test_a_release_is_what_it_would_be_had_all_been_worked_out_at_once(tmp_path):
    store, folder = Store(tmp_path), "1_season"
    workbooks = sorted((WORKBOOKS / folder).glob("*.xlsx"))
    import_workbooks(store, Book.ILLUSTRATION, workbooks, by="Lan")
    publish(store, Book.ILLUSTRATION, by="Lan", enrich=enrich)
    with (
        open_release(store, Book.ILLUSTRATION, "draft") as draft,
        open_release(store, Book.ILLUSTRATION) as release,
        opened_for_writing(tmp_path / "at_once.duckdb") as at_once,
    ):
        work_out_at_once(draft, at_once)
        names = tables(at_once)
        assert tables(release) == names
        for name in names:
            if name != "release":
                assert content(release, name) == content(at_once, name), name


def work_out_at_once(draft, at_once):
    """What was submitted as the draft has it; all results in one go, as publications once did."""
    for file in numbered_files(RELEASE_TABLES):
        at_once.execute(file.read_text(encoding="utf-8"))
    for name in tables(at_once):
        rows = draft.table(name).select(*at_once.table(name).columns).to_arrow_table()
        if rows.num_rows:
            at_once.from_arrow(rows).insert_into(name)
    for file in numbered_files(RESULT_TABLES):
        at_once.execute(file.read_text(encoding="utf-8"))
    enrich(at_once)


def tables(connection):
    found = connection.execute("select table_name from information_schema.tables order by all")
    return [name for (name,) in found.fetchall()]


def content(connection, name):
    return connection.execute(f"select * from {name} order by all").fetchall()


def reader(store, log, how="lives"):
    worker = subprocess.Popen(
        [sys.executable, "-c", READER, str(store.home), str(log), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "ready\n"
    return worker


def test_two_readers_at_once_both_read_all_and_one_of_them_worked(store, tmp_path):
    log = tmp_path / "log.txt"
    both = [reader(store, log), reader(store, log)]
    for worker in both:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    for worker in both:
        said, errors = worker.communicate(timeout=60)
        assert (worker.returncode, said) == (0, "0\n"), errors
    assert log.read_text() == "completing\n"
    assert completed_names(store) == ["rd2.duckdb"]


def test_a_killed_completion_leaves_nothing_that_could_be_taken_for_complete(store, tmp_path):
    worker = reader(store, tmp_path / "log.txt", "dies")
    worker.communicate("go\n", timeout=60)
    assert worker.returncode == -signal.SIGKILL
    assert all(name.startswith(".building-") for name in completed_names(store))
    assert completed_names(store)
    with open_completed(store, Book.REAL, "draft", enrich=enrich) as draft:
        assert ranks(draft) == [("305", 1)]
    assert completed_names(store) == ["rd2.duckdb"]


def test_an_import_meanwhile_disturbs_nobody(store, tmp_path):
    def slow(snapshot):
        hand_in(store, tmp_path, 3)
        hand_in(store, tmp_path, 2)
        enrich(snapshot)

    with open_completed(store, Book.REAL, "draft", enrich=slow) as draft:
        assert draft.execute("select sum(points) from score").fetchall() == [(10,)]
    with open_completed(store, Book.REAL, "draft", enrich=enrich) as draft:
        assert draft.execute("select sum(points) from score").fetchall() == [(8,)]


def test_old_drafts_go_with_what_was_completed_of_them(store, tmp_path):
    for points in (3, 2, 1):
        open_completed(store, Book.REAL, "draft").close()
        hand_in(store, tmp_path, points)
    drafts = sorted(path.name for path in folder_of(store).drafts.glob("*"))
    assert drafts == ["rd4.duckdb", "rd5.duckdb"]
    assert completed_names(store) == ["rd4.duckdb"]


def test_a_store_that_cannot_be_written_is_read_all_the_same_but_not_published(store):
    folder_of(store).completed.write_text("in the way: nothing can be written below this name")
    calls: list[object] = []
    for _ in range(2):
        with open_completed(store, Book.REAL, "draft", enrich=calls.append) as draft:
            assert is_complete(draft)
    assert len(calls) == 1
    with pytest.raises(StoreNotWritable):
        publish(store, Book.REAL, by="Lan", enrich=enrich)
    assert pointed_at(folder_of(store).current) is None


def test_a_completion_that_fails_is_told_and_can_be_tried_again(store):
    def fails(_snapshot):
        raise ValueError("unforeseen")

    with pytest.raises(DraftIncomplete):
        open_completed(store, Book.REAL, "draft", enrich=fails)
    with pytest.raises(DraftIncomplete):
        publish(store, Book.REAL, by="Lan", enrich=fails)
    assert completed_names(store) == []
    assert publish(store, Book.REAL, by="Lan", enrich=enrich).release_id == "r1"


def test_what_was_completed_and_damaged_is_completed_anew(store):
    open_completed(store, Book.REAL, "draft", enrich=enrich).close()
    folder_of(store).completed_file("rd2").write_bytes(os.urandom(5000))
    with open_completed(store, Book.REAL, "draft", enrich=enrich) as draft:
        assert ranks(draft) == [("305", 1)]


def test_a_draft_of_an_earlier_program_is_complete_already(store):
    open_completed(store, Book.REAL, "draft", enrich=enrich).close()
    shutil.move(folder_of(store).completed_file("rd2"), release_path(folder_of(store), "draft"))
    with open_completed(store, Book.REAL, "draft", enrich=lambda _: pytest.fail("whole")) as draft:
        assert ranks(draft) == [("305", 1)]
    assert completed_names(store) == []


def test_a_draft_that_holds_some_later_results_is_completed_all_the_same(store):
    path = release_path(folder_of(store), "draft")
    with opened_for_writing(path) as draft:
        run_files(draft, results_after_draft()[:-1])
    with open_completed(store, Book.REAL, "draft", enrich=enrich) as draft:
        assert is_complete(draft)
        assert ranks(draft) == [("305", 1)]


def test_a_draft_with_other_tables_is_outdated_and_not_completed(store):
    with duckdb.connect(str(release_path(folder_of(store), "draft"))) as draft:
        draft.execute("update release set schema_version = 0")
    with pytest.raises(ReleaseOutdated):
        open_completed(store, Book.REAL, "draft", enrich=enrich)
