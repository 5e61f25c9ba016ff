"""Publication is one step; every release stays; an import can be taken back."""

from __future__ import annotations

import datetime
import os
import threading

import duckdb
import pytest

from data.books import Book
from data.difference import difference
from data.errors import (
    BaseImportStays,
    NoRelease,
    NothingToPublish,
    ReleaseOutdated,
    StoreDamaged,
    UnknownImport,
    UnknownRelease,
)
from data.importing import import_workbooks, imports
from data.journal import audit
from data.publishing import ensure_draft, publish
from data.releases import (
    current_release,
    open_release,
    release_path,
    releases,
    rollback,
)
from data.store import Store, current_book, point, pointed_at
from data.withdrawing import withdraw
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook

DAY = datetime.date(2024, 3, 31)


@pytest.fixture
def store(filled_store):
    return filled_store


def correct(store, folder, points=None):
    """One import more: leaf 4 of 305 has 3 points."""
    corrected = scores_workbook(folder, "Quận Lê Chân", points or {"4": 3}, name="sua.xlsx")
    return import_workbooks(store, None, [corrected], by="Lan").import_id


def index_of(store, which="current"):
    """The index of 305 in 2023."""
    with open_release(store, Book.REAL, which) as release:
        rows = release.execute("select index_percent from unit_result").fetchall()
    return rows[0][0] if rows else None


def test_a_publication_is_what_readers_see_from_then_on(store, tmp_path):
    with pytest.raises(NoRelease):
        open_release(store, Book.REAL)
    first = publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert (first.release_id, first.is_new, first.has_moved) == ("r1", True, True)
    correct(store, tmp_path)
    assert (index_of(store), index_of(store, "draft")) == (100.0, 90.0)
    assert publish(store, Book.REAL, as_of=DAY, by="Minh").release_id == "r2"
    assert (index_of(store), index_of(store, "r1")) == (90.0, 100.0)
    assert [(r.release_id, r.is_current, r.as_of) for r in releases(store, Book.REAL)] == [
        ("r1", False, DAY),
        ("r2", True, DAY),
    ]


def test_publishing_twice_makes_no_second_release(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    again = publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert (again.release_id, again.is_new, again.has_moved) == ("r1", False, False)
    assert len(releases(store, Book.REAL)) == 1
    assert [line["action"] for line in audit(store)] == ["publish", "import", "import"]


def test_another_day_is_another_release_and_the_same_day_leads_back(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert publish(store, Book.REAL, as_of=datetime.date(2024, 6, 30), by="Lan").is_new
    back = publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert (back.release_id, back.is_new, back.has_moved) == ("r1", False, True)
    current = current_release(store, Book.REAL)
    assert current is not None
    assert current.release_id == "r1"


def test_a_book_with_nothing_of_its_own_has_nothing_to_publish(tmp_path):
    store = Store(tmp_path / "home")
    with pytest.raises(NothingToPublish):
        publish(store, Book.REAL, by="Lan")
    import_workbooks(store, Book.REAL, [], by="Lan")
    with pytest.raises(NothingToPublish):
        publish(store, Book.REAL, by="Lan")


def test_the_illustration_numbers_its_own_releases_and_real_comes_first(store, tmp_path):
    marked = criteria_workbook(tmp_path / "minh_hoa", mark=True)
    assert current_book(store) is None
    import_workbooks(store, None, [marked], by="Lan")
    assert publish(store, Book.ILLUSTRATION, as_of=DAY, by="Lan").release_id == "m1"
    assert current_book(store) is Book.ILLUSTRATION
    assert publish(store, Book.REAL, as_of=DAY, by="Lan").release_id == "r1"
    assert current_book(store) is Book.REAL


def test_rolling_back_shows_the_earlier_release_and_only_a_known_one(store, tmp_path):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    correct(store, tmp_path)
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert rollback(store, Book.REAL, "r1", by="Minh")
    assert index_of(store) == 100.0
    assert not rollback(store, Book.REAL, "r1", by="Minh")
    for unknown in ("r9", "../workspace", "draft", "m1"):
        with pytest.raises(UnknownRelease):
            rollback(store, Book.REAL, unknown, by="Minh")
    assert index_of(store, "r2") == 90.0


def test_an_open_release_can_neither_be_written_nor_left(store, tmp_path):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with open_release(store, Book.REAL) as release:
        for statement in (
            "create table more (a integer)",
            "delete from score",
            f"select * from '{tmp_path / 'secret.csv'}'",
            f"copy score to '{tmp_path / 'out.csv'}'",
            "set enable_external_access = true",
            "install httpfs",
        ):
            with pytest.raises(duckdb.Error):
                release.execute(statement).fetchall()
    assert not (tmp_path / "out.csv").exists()


def test_opening_writes_nothing_and_many_threads_read_alike(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    before = sorted((path, path.stat().st_mtime_ns) for path in store.home.rglob("*"))
    release = open_release(store, Book.REAL)
    seen: list[list[tuple[object, ...]]] = []

    def read():
        cursor = release.cursor()
        seen.extend(cursor.execute("select sum(points) from score").fetchall() for _ in range(50))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    release.close()
    assert len(seen) == 200
    assert {rows[0][0] for rows in seen} == {10}
    assert sorted((path, path.stat().st_mtime_ns) for path in store.home.rglob("*")) == before


def test_an_open_release_serves_on_while_the_next_is_published(store, tmp_path):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    with open_release(store, Book.REAL) as old:
        correct(store, tmp_path)
        publish(store, Book.REAL, as_of=DAY, by="Lan")
        with open_release(store, Book.REAL) as new:
            answers = [
                connection.execute("select sum(points) from score").fetchall()[0][0]
                for connection in (old, new)
            ]
    assert answers == [10, 9]


def test_unfinished_files_are_cleaned_and_never_listed(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    folder = store.folder(Book.REAL)
    for place in (folder.releases, folder.drafts, folder.files):
        (place / ".building-0-r7.duckdb").write_bytes(b"half")
    assert [release.release_id for release in releases(store, Book.REAL)] == ["r1"]
    ensure_draft(store, Book.REAL)
    assert not list(folder.path.rglob(".building*"))


def test_a_draft_that_is_behind_or_broken_is_made_anew(store):
    folder = store.folder(Book.REAL)
    newest = pointed_at(folder.draft)
    assert ensure_draft(store, Book.REAL) == newest
    point(folder.draft, "rd1")  # as if killed between the commit and the pointer
    again = ensure_draft(store, Book.REAL)
    assert again not in ("rd1", newest)
    assert index_of(store, "draft") == 100.0
    release_path(folder, "draft").write_bytes(os.urandom(5000))
    assert ensure_draft(store, Book.REAL) not in ("rd1", newest, again)
    assert index_of(store, "draft") == 100.0
    assert ensure_draft(Store(store.home / "elsewhere"), Book.REAL) is None


def test_damage_is_told_and_does_not_stop_the_next_publication(store, tmp_path):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    path = store.folder(Book.REAL).release_file("r1")
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreDamaged):
        open_release(store, Book.REAL)
    with pytest.raises(StoreDamaged):
        releases(store, Book.REAL)
    assert publish(store, Book.REAL, as_of=DAY, by="Lan").release_id == "r2"
    assert index_of(store) == 100.0
    path.unlink()
    point(store.folder(Book.REAL).current, "r1")
    with pytest.raises(StoreDamaged):
        open_release(store, Book.REAL)


def test_a_release_whose_label_has_other_columns_is_outdated_too(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    with duckdb.connect(str(store.folder(Book.REAL).release_file("r1"))) as release:
        release.execute("alter table release drop column made_by")
    with pytest.raises(ReleaseOutdated):
        open_release(store, Book.REAL)
    assert publish(store, Book.REAL, as_of=DAY, by="Lan").release_id == "r2"
    assert index_of(store) == 100.0


def test_a_release_of_another_version_is_outdated_and_publishing_again_mends_it(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    with duckdb.connect(str(store.folder(Book.REAL).release_file("r1"))) as release:
        release.execute("update release set schema_version = 0")
    with pytest.raises(ReleaseOutdated):
        open_release(store, Book.REAL)
    assert releases(store, Book.REAL)[0].release_id == "r1"
    assert publish(store, Book.REAL, as_of=DAY, by="Lan").release_id == "r2"


@pytest.mark.parametrize("which", ["r7", "rd99", "../../etc", "r1.duckdb", ""])
def test_only_known_releases_open(store, which):
    with pytest.raises(UnknownRelease):
        open_release(store, Book.REAL, which)


def test_a_withdrawn_import_is_as_if_it_had_never_been(store, tmp_path):
    number = correct(store, tmp_path)
    assert index_of(store, "draft") == 90.0
    outcome = withdraw(store, Book.REAL, number, by="Minh")
    assert outcome.is_new
    assert not outcome.is_refused
    assert index_of(store, "draft") == 100.0
    row = imports(store, Book.REAL)[-1]
    assert (row.import_id, row.is_withdrawn, row.withdrawn_by) == (number, True, "Minh")
    assert not withdraw(store, Book.REAL, number, by="Minh").is_new
    assert correct(store, tmp_path) == number + 1
    assert index_of(store, "draft") == 90.0


def test_what_others_stand_on_cannot_be_withdrawn(store):
    outcome = withdraw(store, Book.REAL, 2, by="Minh")
    assert outcome.is_refused
    assert {problem.code for problem in outcome.problems} == {"framework_gone"}
    assert index_of(store, "draft") == 100.0
    assert not any(row.is_withdrawn for row in imports(store, Book.REAL))
    withdraw(store, Book.REAL, 3, by="Minh")
    assert not withdraw(store, Book.REAL, 2, by="Minh").is_refused


def test_the_units_a_book_is_born_with_stay_and_unknown_imports_are_told(store, tmp_path):
    with pytest.raises(BaseImportStays):
        withdraw(store, Book.REAL, 1, by="Minh")
    with pytest.raises(UnknownImport):
        withdraw(store, Book.REAL, 77, by="Minh")
    with pytest.raises(UnknownImport):
        withdraw(Store(tmp_path / "elsewhere"), Book.REAL, 1, by="Minh")


def test_a_corrected_set_that_pulls_the_ground_from_scores_is_refused(store, tmp_path):
    outcome = import_workbooks(store, None, [criteria_workbook(tmp_path, without="4")], by="Lan")
    assert {p.code for p in outcome.problems if p.severity == "error"} >= {"criterion_gone"}
    assert index_of(store, "draft") == 100.0


def test_the_difference_before_the_first_publication_is_all_that_is_new(store):
    found = difference(store, Book.REAL)
    assert found.before is None
    assert {change.change for change in found.changes} == {"new"}
    scores = [change for change in found.changes if change.table_name == "score"]
    assert [(c.unit_code, c.year, c.item, c.field, c.after_points) for c in scores] == [
        ("305", 2023, code, "verified_2", points) for code, points in FULL.items()
    ]


def test_the_difference_shows_before_and_after_and_who_moves(store, tmp_path):
    other = scores_workbook(tmp_path, "Quận Hải An", {**FULL, "4": 3.5})
    import_workbooks(store, None, [other], by="Lan")
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    correct(store, tmp_path, {"4": 3, "1": ""})
    correct(store, tmp_path, {"1": "KĐG"})
    found = difference(store, Book.REAL)
    assert [
        (c.change, c.item, c.before_points, c.after_points, c.after) for c in found.changes
    ] == [
        ("changed", "1", 1, None, "not_applicable"),
        ("changed", "4", 4, 3, "3.000000"),
    ]
    moves = {m.unit_code: (m.rank_before, m.rank_after) for m in found.moves}
    assert moves == {"305": (1, 2), "306": (2, 1)}
    assert found.moves[1].index_percent_after == pytest.approx(100 * 8 / 9)
    reverse = difference(store, Book.REAL, "draft", "current")
    assert [(c.before_points, c.after_points) for c in reverse.changes] == [(None, 1), (3, 4)]


def test_a_draft_like_the_release_differs_in_nothing(store):
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    found = difference(store, Book.REAL)
    assert (found.changes, found.moves) == ((), ())
