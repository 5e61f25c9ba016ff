"""The audit is only added to, by as many processes as there are."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from data.books import Book
from data.errors import StoreNotWritable
from data.journal import Action, audit, journal, record
from data.store import Store

WRITER = """
import sys
from pathlib import Path
from data.books import Book
from data.journal import Action, record
from data.store import Store
for number in range(20):
    record(Store(Path(sys.argv[1])), sys.argv[2], Action.IMPORT, Book.REAL, str(number))
"""


def test_a_store_without_a_journal_has_an_empty_audit_and_stays_as_it_is(tmp_path):
    assert audit(Store(tmp_path / "home")) == []
    assert not (tmp_path / "home").exists()


def test_what_is_recorded_is_read_back_newest_first(tmp_path):
    store = Store(tmp_path)
    record(store, "Lan", Action.IMPORT, Book.REAL, "2", "bang.xlsx")
    record(store, "Minh", Action.PUBLISH, Book.REAL, "r1", "2022-09-30")
    lines = audit(store)
    assert [(line["by"], line["action"], line["subject"]) for line in lines] == [
        ("Minh", "publish", "r1"),
        ("Lan", "import", "2"),
    ]
    assert lines[1]["book"] == "real"
    assert lines[1]["detail"] == "bang.xlsx"


@pytest.mark.parametrize("statement", ["delete from audit_entry", "update audit_entry set by = ''"])
def test_nothing_can_be_taken_from_the_audit(tmp_path, statement):
    store = Store(tmp_path)
    record(store, "Lan", Action.WITHDRAW, Book.REAL, "2")
    with pytest.raises(sqlite3.IntegrityError), journal(store) as connection:
        connection.execute(statement)
    assert [line["by"] for line in audit(store)] == ["Lan"]


def test_two_processes_write_one_journal_without_losing_a_line(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name])
        for name in ("Lan", "Minh")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    lines = audit(Store(tmp_path))
    assert sorted((line["by"], int(str(line["subject"]))) for line in lines) == sorted(
        (name, number) for name in ("Lan", "Minh") for number in range(20)
    )


def test_a_store_that_cannot_be_made_is_not_writable(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreNotWritable):
        record(Store(tmp_path / "file" / "home"), "Lan", Action.IMPORT, None, "1")
