"""A process killed at any moment leaves every committed import, no other, a readable release."""

from __future__ import annotations

import datetime
import random
import signal
import subprocess
import sys
import time
from decimal import Decimal

import pytest

from data.books import Book
from data.importing import import_workbooks, imports
from data.publishing import ensure_draft
from data.releases import open_release
from data.store import Store, pointed_at
from tests.data.small_workbooks import criteria_workbook, scores_workbook

AS_OF = datetime.date(2024, 3, 31)
LONGEST_LIFE = 4  # times the first import here: about two imports with their publications
WORKER = """
import datetime, os, sys
from pathlib import Path
from data.books import Book
from data.importing import import_workbooks
from data.publishing import publish
from data.store import Store

home, workbooks, log = (Path(word) for word in sys.argv[1:4])
moment, passed = int(sys.argv[5]) if len(sys.argv) > 5 else 0, 0


def watched(call):
    # Kills this process before or after the call, where the moment has come.
    def pass_on(*words):
        global passed
        answer = None
        for step in range(2):
            passed += 1
            if passed == moment:
                os.kill(os.getpid(), 9)
            if step == 0:
                answer = call(*words)
        return answer

    return pass_on


os.fsync, Path.replace = watched(os.fsync), watched(Path.replace)
print("ready", flush=True)
with log.open("a") as said:
    for number in range(int(sys.argv[4]), 1000):
        outcome = import_workbooks(Store(home), None, [workbooks / f"{number}.xlsx"], by="Lan")
        assert outcome.is_new, outcome
        print(number, file=said, flush=True)
        os.fsync(said.fileno())
        publish(Store(home), Book.REAL, as_of=datetime.date(2024, 3, 31), by="Lan")
"""


def points_of(number):
    """What workbook `number` says of 305: four leaves that betray a mixture."""
    share = Decimal(number) / 1000
    return {"1": share, "2": 2 * share, "3": 3 * share, "4": 4 * share}


def shown(connection):
    """Points of 305 by leaf, and the greatest workbook number among the imports in force."""
    points = dict(connection.execute("select criterion_code, points from score").fetchall())
    names = connection.execute(
        "select file_name from import_file where form = 'scores_unit'"
    ).fetchall()
    return points, max((int(name.removesuffix(".xlsx")) for (name,) in names), default=0)


def run_and_kill(store, folder, start, after):
    """Starts the worker, lets it work for `after` seconds, kills it; its word of what it did."""
    log = folder / "log.txt"
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(store.home), str(folder), str(log), str(start)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "ready\n"
    time.sleep(after)
    worker.send_signal(signal.SIGKILL)
    _, errors = worker.communicate(timeout=60)
    assert worker.returncode == -signal.SIGKILL, errors
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def check(store, said):
    """The number of the last workbook in the book, after all that must hold was looked at."""
    folder = store.folder(Book.REAL)
    release_id = pointed_at(folder.current)
    if release_id:
        with open_release(store, Book.REAL) as release:
            points, number = shown(release)
        assert points == points_of(number)
    listed = [row for row in imports(store, Book.REAL) if row.form == "scores_unit"]
    numbers = [int(row.file_name.removesuffix(".xlsx")) for row in listed]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) - len(said) in (0, 1)  # committed, and killed before it could say so
    assert all((folder.files / row.file_sha256).exists() for row in listed)
    assert ensure_draft(store, Book.REAL) == pointed_at(folder.draft)
    with open_release(store, Book.REAL, "draft") as draft:
        points, number = shown(draft)
    assert number == len(numbers)
    assert points == (points_of(number) if number else {})
    assert not list(folder.path.rglob(".building*"))
    return number


def survive(tmp_path, kills, seed):
    """Kills a worker at seeded moments; returns how many imports got through in all."""
    moments = random.Random(seed)
    store = Store(tmp_path / "home")
    begun = time.monotonic()
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    longest = LONGEST_LIFE * (time.monotonic() - begun)
    made, done = 0, 0
    for _ in range(kills):
        while made < done + 12:
            made += 1
            scores_workbook(
                tmp_path,
                "Quận Lê Chân",
                {code: str(points) for code, points in points_of(made).items()},
                name=f"{made}.xlsx",
            )
        said = run_and_kill(store, tmp_path, done + 1, moments.uniform(0, longest))
        done = check(store, said)
        (tmp_path / "log.txt").write_text("".join(f"{number}\n" for number in range(1, done + 1)))
    return done


def test_eight_kills_lose_nothing_and_leave_nothing_half(tmp_path):
    assert survive(tmp_path, kills=8, seed=903) > 0


@pytest.mark.long
def test_a_hundred_kills_lose_nothing_and_leave_nothing_half(tmp_path):
    assert survive(tmp_path, kills=100, seed=108) > 0


@pytest.mark.long
def test_a_kill_at_each_write_of_an_import_and_a_publication_loses_nothing(tmp_path):
    store = Store(tmp_path / "home")
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    done, log = 0, tmp_path / "log.txt"
    for moment in range(1, 60):
        texts = {code: str(points) for code, points in points_of(done + 1).items()}
        scores_workbook(tmp_path, "Quận Lê Chân", texts, name=f"{done + 1}.xlsx")
        words = [str(store.home), str(tmp_path), str(log), str(done + 1), str(moment)]
        worker = subprocess.run(
            [sys.executable, "-c", WORKER, *words], capture_output=True, check=False, timeout=60
        )
        said = [int(line) for line in log.read_text().split()] if log.exists() else []
        done = check(store, said)
        log.write_text("".join(f"{number}\n" for number in range(1, done + 1)))
        if worker.returncode != -signal.SIGKILL:
            break
    assert moment > 20  # each file, pointer and log was a moment of its own
    assert done > 0
