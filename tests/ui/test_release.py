"""Which snapshots the screen offers."""

from __future__ import annotations

import datetime

import duckdb
import pytest

from data.books import Book
from data.importing import import_workbooks
from data.publishing import publish
from data.store import Store
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook
from ui.release import published, shown_release

FIRST, SECOND = datetime.date(2024, 3, 31), datetime.date(2024, 6, 30)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A book with two releases of the same imports."""
    home = tmp_path / "home"
    monkeypatch.setenv("CCHC_HOME", str(home))
    workbooks = [criteria_workbook(tmp_path), scores_workbook(tmp_path, "Quận Lê Chân", FULL)]
    import_workbooks(Store(home), None, workbooks, by="Lan")
    for as_of in (FIRST, SECOND):
        publish(Store(home), Book.REAL, as_of=as_of, by="Lan")
    return home


def test_releases_are_offered_newest_first(home):
    assert [shown.release_id for shown in published(Book.REAL)] == ["r2", "r1"]


def test_an_earlier_release_of_another_version_stands_in_nobodys_way(home):
    with duckdb.connect(str(home / "real" / "releases" / "r1.duckdb")) as earlier:
        earlier.execute("update release set schema_version = 0")
    assert [shown.release_id for shown in published(Book.REAL)] == ["r2"]
    assert shown_release("real", None, with_drafts=False).release_id == "r2"


def test_an_earlier_release_whose_label_reads_otherwise_stands_in_nobodys_way(home):
    with duckdb.connect(str(home / "real" / "releases" / "r1.duckdb")) as earlier:
        earlier.execute("alter table release drop column made_by")
    assert [shown.release_id for shown in published(Book.REAL)] == ["r2"]


def test_a_damaged_earlier_release_stands_in_nobodys_way(home):
    (home / "real" / "releases" / "r1.duckdb").write_bytes(b"no database")
    assert [shown.release_id for shown in published(Book.REAL)] == ["r2"]
