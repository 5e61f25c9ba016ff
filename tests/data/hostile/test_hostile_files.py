"""Hostile files, one by one through the reader and together through check, import and command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.books import Book
from data.forms.reading import read_workbook
from data.importing import import_workbooks, imports
from data.problems import Severity
from data.store import Store
from tests.data.hostile.corpus import CORPUS, READ, Hostile
from words.problems import problem_message

ROOT = Path(__file__).parents[3]
LONGEST = 30.0  # seconds of processor time; most take some milliseconds
LEAVES = 6  # rows of the criteria set that all readable files hold


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """All of the corpus in one folder."""
    place = tmp_path_factory.mktemp("hostile") / "in" / "here"
    place.mkdir(parents=True)
    for hostile in CORPUS:
        (place / hostile.name).write_bytes(hostile.make())
    return place


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_each_is_read_right_or_refused_in_one_word(folder: Path, hostile: Hostile) -> None:
    start = time.process_time()
    reading = read_workbook(folder / hostile.name)
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]

    assert time.process_time() - start < LONGEST
    if hostile.said == READ:
        assert errors == []
        assert [len(table.records) for table in reading.tables] == [LEAVES]
    else:
        assert [error.code for error in errors][:1][0] in hostile.said
        assert len(errors) == 1
        assert reading.tables == ()
    texts = str(reading.tables)
    assert "root:" not in texts
    assert "lollol" not in texts


def test_nothing_lands_outside_the_folder(folder: Path) -> None:
    read_workbook(folder / "truot_thu_muc.xlsx")

    assert {p.name for p in folder.parents[1].iterdir()} == {"in"}
    assert not any(path.name == "evil.txt" for path in folder.parents[1].rglob("*"))


def test_together_they_leave_the_store_as_it_was(folder: Path, tmp_path: Path) -> None:
    refused = [folder / hostile.name for hostile in CORPUS if hostile.said != READ]
    store = Store(tmp_path / "store")

    outcome = import_workbooks(store, None, refused, by="Lan")

    # Three cuts to nothing are one file, as equal contents are everywhere.
    empty = {path.name for path in refused if not path.stat().st_size}
    assert {problem.file for problem in outcome.problems} - empty == {
        path.name for path in refused
    } - empty
    assert outcome.is_refused
    assert outcome.import_id is None
    assert len(imports(store, Book.REAL)) == 1  # the units that a book is born with
    for problem in outcome.problems:
        assert len(problem_message(problem)) > 20


def test_the_command_line_says_a_word_for_each_and_no_traceback(
    folder: Path, tmp_path: Path
) -> None:
    names = [hostile.name for hostile in CORPUS if hostile.said != READ]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "cli",
            "check",
            *(str(folder / n) for n in names),
            "--format",
            "json",
        ],
        cwd=ROOT,
        env={**os.environ, "CCHC_HOME": str(tmp_path / "store")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    rows = json.loads(done.stdout)
    assert {row["severity"] for row in rows} == {"error"}
    assert all(row["message"].endswith(".") for row in rows)
