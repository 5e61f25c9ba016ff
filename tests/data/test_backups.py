"""The whole store in one file, and back: nothing lost, nothing half done."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cli.__main__ import main
from data.backups import MARK, back_up, restore
from data.books import Book
from data.errors import BackupUnreadable, OutputNotWritable
from data.importing import SYSTEM, import_workbooks, imports
from data.journal import Action, audit, record
from data.store import Store


@pytest.fixture
def store(tmp_path) -> Store:
    """A real book with the units that ship, and a line in the journal."""
    kept = Store(tmp_path / "kho")
    import_workbooks(kept, Book.REAL, [], by=SYSTEM)
    record(kept, "an", Action.PUBLISH, Book.REAL, "r1")
    return kept


def contents(home: Path) -> dict[str, bytes]:
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.name != "lock" and "journal" not in path.name
    }


def test_a_store_comes_back_as_it_was(store, tmp_path):
    before, listed = contents(store.home), imports(store, Book.REAL)
    back_up(store, tmp_path / "kho.zip")
    other = Store(tmp_path / "may-khac")
    assert restore(other, tmp_path / "kho.zip") is None
    assert contents(other.home) == before
    assert imports(other, Book.REAL) == listed
    assert [row["subject"] for row in audit(other)] == ["r1"]


def test_what_stood_there_is_kept_aside(store, tmp_path):
    back_up(store, tmp_path / "kho.zip")
    record(store, "an", Action.PUBLISH, Book.REAL, "r2")
    aside = restore(store, tmp_path / "kho.zip")
    assert [row["subject"] for row in audit(store)] == ["r1"]
    assert {row["subject"] for row in audit(Store(aside))} == {"r1", "r2"}


@pytest.mark.parametrize("damage", ["cut", "text", "foreign", "outside"])
def test_what_is_no_backup_changes_nothing(store, tmp_path, damage):
    file = tmp_path / "kho.zip"
    back_up(store, file)
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-900])
    elif damage == "text":
        file.write_text("không phải zip", encoding="utf-8")
    else:
        with zipfile.ZipFile(file, "w") as package:
            if damage == "outside":
                package.writestr(MARK, "")
            package.writestr("real/../../x", "x")
    before = contents(store.home)
    with pytest.raises(BackupUnreadable):
        restore(store, file)
    assert contents(store.home) == before
    assert not (tmp_path / "x").exists()


def test_a_byte_that_changed_is_noticed(store, tmp_path):
    file = tmp_path / "kho.zip"
    back_up(store, file)
    content = bytearray(file.read_bytes())
    content[len(content) // 3] ^= 0xFF
    file.write_bytes(bytes(content))
    before = contents(store.home)
    with pytest.raises(BackupUnreadable):
        restore(store, file)
    assert contents(store.home) == before


def test_a_backup_that_cannot_be_written_leaves_no_half_of_it(store, tmp_path):
    with pytest.raises(OutputNotWritable):
        back_up(store, tmp_path / "khong-co" / "kho.zip")
    assert not list(tmp_path.glob(".building-*"))


def test_both_are_commands(store, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CCHC_HOME", str(store.home))
    assert main(["backup", "--output", str(tmp_path / "kho.zip")]) == 0
    monkeypatch.setenv("CCHC_HOME", str(tmp_path / "moi"))
    assert main(["restore", str(tmp_path / "kho.zip")]) == 0
    assert main(["restore", str(tmp_path / "khong-co.zip")]) == 1
    assert "khong-co.zip" in capsys.readouterr().err
