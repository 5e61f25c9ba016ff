"""Files are whole or not there, and a disk's refusal is told as what it means."""

from __future__ import annotations

import errno
import hashlib
import sqlite3

import duckdb
import pytest

from data.disk import (
    building_path,
    clean_unfinished,
    condition_of,
    keep_content,
    store_conditions,
    write_whole,
)
from data.errors import ImportInProgress, StoreDamaged, StoreNotWritable


def test_content_is_kept_under_its_sha256_and_only_once(tmp_path):
    content = "Điểm tự chấm".encode()
    sha256 = keep_content(tmp_path, content)
    kept = tmp_path / sha256
    written_at = kept.stat().st_mtime_ns
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert kept.read_bytes() == content
    assert keep_content(tmp_path, content) == sha256
    assert kept.stat().st_mtime_ns == written_at
    assert [path.name for path in tmp_path.iterdir()] == [sha256]


def test_a_file_is_replaced_whole(tmp_path):
    write_whole(tmp_path / "current", b"r1\n")
    write_whole(tmp_path / "current", b"r2\n")
    assert (tmp_path / "current").read_bytes() == b"r2\n"
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


def test_opening_cleans_what_was_left_half_made_and_nothing_else(tmp_path):
    building_path(tmp_path / "r1.duckdb").write_bytes(b"half")
    (tmp_path / "r1.duckdb").write_bytes(b"whole")
    clean_unfinished(tmp_path)
    clean_unfinished(tmp_path / "absent")
    assert [path.name for path in tmp_path.iterdir()] == ["r1.duckdb"]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ('IO Error: Could not set lock on file "w.duckdb": Conflicting lock', ImportInProgress),
        ("Failed to commit: Could not write file: File too large", StoreNotWritable),
        ("IO Error: Cannot open file: Permission denied", StoreNotWritable),
        ("attempt to write a readonly database", StoreNotWritable),
        ("database or disk is full", StoreNotWritable),
        ("exists, but it is not a valid DuckDB database file!", StoreDamaged),
        ("Corrupt database file: computed checksum 1 does not match", StoreDamaged),
    ],
)
def test_a_databases_sentence_is_told_as_a_condition(sentence, condition):
    assert type(condition_of(sentence)) is condition


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_a_refusal_of_the_disk_is_store_not_writable(number):
    with pytest.raises(StoreNotWritable), store_conditions():
        raise OSError(number, "no")


def test_a_broken_disk_is_store_damaged():
    with pytest.raises(StoreDamaged), store_conditions():
        raise OSError(errno.EIO, "no")


def test_a_wrong_statement_of_ours_is_not_hidden_behind_a_condition():
    with pytest.raises(duckdb.BinderException), store_conditions():
        duckdb.execute("select no_such_column from range(1)")


def test_a_damaged_journal_is_store_damaged(tmp_path):
    (tmp_path / "journal.sqlite").write_bytes(b"this is no database at all" * 100)
    with pytest.raises(StoreDamaged), store_conditions():
        sqlite3.connect(tmp_path / "journal.sqlite").execute("select * from audit_entry")
