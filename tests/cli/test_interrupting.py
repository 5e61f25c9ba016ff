"""Ctrl-C on a long command: one sentence, no traceback, and the store as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.books import Book
from data.importing import import_workbooks, imports
from data.store import Store, pointed_at
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook

ROOT = Path(__file__).resolve().parents[2]
# Waits at a step until the signal comes, as a step of a large workbook would take that long.
SLOW_COMMAND = """
import sys, time
import data.importing, data.settling, data.sheets.apart
from cli import importing, saying
from cli.__main__ import main

moment = sys.argv[1]
steps = saying.saying_steps

def slow_steps():
    say = steps()
    def told(step, file):
        say(step, file)
        if step == moment:
            print("now", flush=True)
            time.sleep(60)
    return told

importing.saying_steps = slow_steps
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("moment", ["reading", "drafting"])
def test_an_import_that_is_interrupted_leaves_nothing_and_says_one_sentence(
    tmp_path: Path, moment: str
) -> None:
    store = Store(tmp_path / "store")
    import_workbooks(store, Book.REAL, [criteria_workbook(tmp_path)], by="Lan")
    draft = pointed_at(store.folder(Book.REAL).draft)
    workbook = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    files = _files(store.home)

    command = subprocess.Popen(
        [sys.executable, "-c", SLOW_COMMAND, moment, "import", str(workbook)],
        cwd=ROOT,
        env={**os.environ, "CCHC_HOME": str(store.home), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert command.stdout is not None
    assert command.stdout.readline() == "now\n"
    command.send_signal(signal.SIGINT)
    _, said = command.communicate(timeout=30)

    assert command.returncode == 130
    assert "Traceback" not in said
    assert said.rstrip().endswith("Việc đang làm dở không để lại gì trong kho dữ liệu.")
    assert _files(store.home) == files
    assert pointed_at(store.folder(Book.REAL).draft) == draft
    assert [
        row.import_id for row in imports(store, Book.REAL) if row.form.startswith("scores")
    ] == []
    assert import_workbooks(store, Book.REAL, [workbook], by="Lan").is_new


def _files(home: Path) -> set[str]:
    """What lies in the store, but for DuckDB's log, which an open workspace may leave empty."""
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.suffix != ".wal"}
