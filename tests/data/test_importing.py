"""An import is all or nothing, says what it found, and changes nothing the second time."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
from decimal import Decimal

import pytest

from data import importing
from data.books import Book
from data.errors import ImportInProgress, StoreDamaged, StoreNewerThanProgram, StoreNotWritable
from data.forms.found import Hints
from data.importing import check_workbooks, import_workbooks, imports
from data.journal import audit
from data.progress import Step
from data.releases import open_release
from data.store import Store, writing_alone
from data.workspace import writing
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook

IMPORTER = """
import sys
from pathlib import Path
from data.importing import import_workbooks
from data.store import Store
outcome = import_workbooks(Store(Path(sys.argv[1])), None, [Path(sys.argv[2])], by=sys.argv[3])
print(outcome.import_id)
"""


@pytest.fixture
def store(tmp_path):
    """An empty store."""
    return Store(tmp_path / "home")


def draft_scores(store, book=Book.REAL):
    """Points by unit and criterion, as the draft shows them."""
    with open_release(store, book, "draft") as draft:
        rows = draft.execute("select unit_code, criterion_code, points from score").fetchall()
    return {(unit, code): points for unit, code, points in rows}


def content_of(folder):
    """Every file below a folder with a digest of its content, the lock apart."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def test_a_new_book_knows_the_units_and_takes_files_in_any_order(store, tmp_path):
    scores = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    criteria = criteria_workbook(tmp_path)
    outcome = import_workbooks(store, None, [scores, criteria], by="Lan")
    assert (outcome.book, outcome.import_id, outcome.is_new) == (Book.REAL, 2, True)
    assert outcome.row_counts == {"scores_unit": 4, "criteria": 6}
    assert outcome.problems == ()
    assert draft_scores(store)[("305", "4")] == Decimal(4)
    listed = imports(store, Book.REAL)
    assert [(row.import_id, row.imported_by, row.form) for row in listed] == [
        (1, "hệ thống", "units"),
        (2, "Lan", "scores_unit"),
        (2, "Lan", "criteria"),
    ]
    assert [(line["by"], line["action"], line["subject"]) for line in audit(store)] == [
        ("Lan", "import", "2")
    ]


def test_each_file_handed_in_is_kept_by_its_content(store, tmp_path):
    criteria = criteria_workbook(tmp_path)
    outcome = import_workbooks(store, None, [criteria], by="Lan")
    kept = store.folder(Book.REAL).files / outcome.files[0].sha256
    assert kept.read_bytes() == criteria.read_bytes()


def test_every_figure_leads_back_to_its_cell(store, tmp_path):
    files = [criteria_workbook(tmp_path), scores_workbook(tmp_path, "Quận Lê Chân", {"4": "3,5"})]
    import_workbooks(store, None, files, by="Lan")
    with open_release(store, Book.REAL, "draft") as draft:
        row = draft.execute(
            """select s.points, c.file_name, c.sheet, c.cell, c.raw_text
            from score as s inner join source_cell as c using (source_cell_id)"""
        ).fetchall()
    assert row == [(Decimal("3.5"), "Quận Lê Chân.xlsx", "Bang", "D4", "3,5")]


def test_the_same_file_twice_changes_nothing_and_says_so(store, tmp_path):
    criteria = criteria_workbook(tmp_path)
    import_workbooks(store, None, [criteria], by="Lan")
    before = content_of(store.home / "real" / "drafts")
    again = import_workbooks(store, None, [criteria], by="Minh")
    assert not again.is_new
    assert not again.is_refused
    assert [(file.name, file.known_since) for file in again.skipped] == [("tieu_chi.xlsx", 2)]
    assert content_of(store.home / "real" / "drafts") == before
    assert {row.import_id for row in imports(store, Book.REAL)} == {1, 2}


def test_the_same_file_read_with_other_hints_is_another_file(store, tmp_path):
    criteria = criteria_workbook(tmp_path)
    import_workbooks(store, None, [criteria], by="Lan")
    again = import_workbooks(store, None, [criteria], hints=Hints(form="criteria"), by="Lan")
    assert again.is_new


def test_a_known_file_beside_a_new_one_is_skipped(store, tmp_path):
    criteria = criteria_workbook(tmp_path)
    import_workbooks(store, None, [criteria], by="Lan")
    scores = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    outcome = import_workbooks(store, None, [criteria, scores], by="Lan")
    assert [file.name for file in outcome.skipped] == ["tieu_chi.xlsx"]
    assert outcome.row_counts == {"scores_unit": 4}


def test_equal_files_of_one_import_count_once(store, tmp_path):
    criteria = criteria_workbook(tmp_path)
    copy = tmp_path / "ban sao.xlsx"
    copy.write_bytes(criteria.read_bytes())
    outcome = import_workbooks(store, None, [criteria, copy], by="Lan")
    assert [file.name for file in outcome.files] == ["tieu_chi.xlsx"]
    assert not outcome.is_refused


def test_one_error_keeps_every_file_of_the_import_out(store, tmp_path):
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    before = content_of(store.home)
    good = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    bad = scores_workbook(tmp_path, "Quận Ngô Quyền", {"4": 5})
    outcome = import_workbooks(store, None, [good, bad], by="Lan")
    assert outcome.is_refused
    assert outcome.import_id is None
    assert [(p.file, p.cell) for p in outcome.problems if p.severity == "error"] == [
        ("Quận Ngô Quyền.xlsx", "D4")
    ]
    after = content_of(store.home)
    assert {name for name in after if "workspace" not in name} == {
        name for name in before if "workspace" not in name
    }
    assert draft_scores(store) == {}
    assert {row.import_id for row in imports(store, Book.REAL)} == {1, 2}


def test_a_later_file_corrects_the_leaves_it_lists_and_no_other(store, tmp_path):
    first = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    import_workbooks(store, None, [criteria_workbook(tmp_path), first], by="Lan")
    corrected = scores_workbook(
        tmp_path, "Quận Lê Chân", {"3": 2.5, "4": ""}, name="dinh chinh.xlsx"
    )
    outcome = import_workbooks(store, None, [corrected], by="Lan")
    assert [(p.severity, p.code, p.cell) for p in outcome.problems] == [
        ("warning", "leaf_without_points", "D5")
    ]
    assert draft_scores(store) == {
        ("305", "1"): 1,
        ("305", "2"): 2,
        ("305", "3"): Decimal("2.5"),
    }


def test_marks_send_files_to_the_illustration_and_never_mix(store, tmp_path):
    marked = criteria_workbook(tmp_path / "a", mark=True)
    plain = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    assert import_workbooks(store, None, [marked], by="Lan").book is Book.ILLUSTRATION
    assert not store.folder(Book.REAL).path.exists()
    mixed = import_workbooks(store, None, [marked, plain], by="Lan")
    assert [(p.code, p.file) for p in mixed.problems] == [("books_mixed", "tieu_chi.xlsx")]
    forced = import_workbooks(store, Book.REAL, [marked], by="Lan")
    assert [(p.code, p.file) for p in forced.problems] == [
        ("illustration_in_real", "tieu_chi.xlsx")
    ]
    assert not store.folder(Book.REAL).path.exists()
    chosen = import_workbooks(store, Book.ILLUSTRATION, [plain], by="Lan")
    assert chosen.book is Book.ILLUSTRATION
    assert chosen.is_new


def test_a_file_that_is_not_there_is_a_problem_not_a_crash(store, tmp_path):
    outcome = import_workbooks(store, None, [tmp_path / "khong_co.xlsx"], by="Lan")
    assert [(p.code, p.file) for p in outcome.problems] == [("file_not_readable", "khong_co.xlsx")]


def test_a_check_says_what_an_import_would_and_leaves_no_trace(store, tmp_path):
    files = [criteria_workbook(tmp_path), scores_workbook(tmp_path, "Quận Lê Chân", {"4": 5})]
    checked = check_workbooks(store, None, files)
    assert not store.home.exists()
    imported = import_workbooks(store, None, files, by="Lan")
    assert checked.is_refused
    assert checked.problems == imported.problems
    assert checked.import_id is None
    before = content_of(store.home)
    assert not check_workbooks(store, None, files[:1]).is_refused
    assert content_of(store.home) == before


def test_problems_come_in_the_order_of_files_sheets_and_cells(store, tmp_path):
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    first = scores_workbook(tmp_path, "Quận Lê Chân", {"1": 9, "2": "nhiều", "4": 9})
    second = scores_workbook(tmp_path, "Quận Hải An", {"1": -1, "3": 8})
    outcome = check_workbooks(store, None, [second, first])
    errors = [(p.file, p.cell) for p in outcome.problems if p.severity == "error"]
    assert errors == [
        ("Quận Hải An.xlsx", "D4"),
        ("Quận Hải An.xlsx", "D5"),
        ("Quận Lê Chân.xlsx", "D4"),
        ("Quận Lê Chân.xlsx", "D5"),
        ("Quận Lê Chân.xlsx", "D6"),
    ]


def test_a_check_knows_what_the_book_holds(store, tmp_path):
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    scores = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    assert check_workbooks(store, None, [scores]).problems == ()
    elsewhere = Store(tmp_path / "elsewhere")
    assert check_workbooks(elsewhere, None, [scores]).is_refused


def test_progress_is_told_step_by_step(store, tmp_path):
    told = []
    import_workbooks(
        store,
        None,
        [criteria_workbook(tmp_path)],
        by="Lan",
        progress=lambda step, file: told.append((step, file)),
    )
    assert list(dict.fromkeys(told)) == [  # a step that goes on is told again
        (Step.READING, "tieu_chi.xlsx"),
        (Step.WAITING, ""),
        (Step.PREPARING, ""),
        (Step.STORING, "tieu_chi.xlsx"),
        (Step.CHECKING, ""),
        (Step.DRAFTING, ""),
    ]


STEPS = [step for step in Step if step not in (Step.COMPLETING, Step.PUBLISHING)]


@pytest.mark.parametrize("moment", STEPS)
def test_whoever_is_told_may_stop_the_import_at_any_step(store, tmp_path, moment):
    """As Streamlit stops a script: by an exception of its own where the script speaks next."""

    class StoppedByThePage(BaseException):
        pass

    def stopping(step, _file):
        if step is moment:
            raise StoppedByThePage

    criteria, scores = criteria_workbook(tmp_path), scores_workbook(tmp_path, "Quận Hải An", FULL)
    if moment is not Step.PREPARING:
        import_workbooks(store, None, [criteria], by="Lan")
    files = [criteria, scores]
    with pytest.raises(StoppedByThePage):
        import_workbooks(store, None, files, by="Lan", progress=stopping)
    assert [row for row in imports(store, Book.REAL) if row.file_name == scores.name] == []
    assert import_workbooks(store, None, files, by="Lan").is_new
    assert {unit for unit, _ in draft_scores(store)} == {"306"}


def test_an_importer_waits_its_turn_and_says_when_it_gives_up(store, tmp_path):
    criteria = criteria_workbook(tmp_path)
    with writing_alone(store.folder(Book.REAL)), pytest.raises(ImportInProgress):
        import_workbooks(store, None, [criteria], by="Lan", timeout=0.2)
    assert import_workbooks(store, None, [criteria], by="Lan").is_new


def test_two_importers_at_once_both_get_in(store, tmp_path):
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    files = [scores_workbook(tmp_path, unit, FULL) for unit in ("Quận Lê Chân", "Quận Hải An")]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", IMPORTER, str(store.home), str(file), f"người {number}"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, file in enumerate(files)
    ]
    numbers = sorted(process.communicate(timeout=120)[0].strip() for process in running)
    assert numbers == ["3", "4"]
    assert {unit for unit, _ in draft_scores(store)} == {"305", "306"}


def test_a_store_that_cannot_be_written_says_so_and_can_still_be_checked(tmp_path):
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "home")
    criteria = criteria_workbook(tmp_path)
    with pytest.raises(StoreNotWritable):
        import_workbooks(store, None, [criteria], by="Lan")
    assert check_workbooks(store, None, [criteria]).problems == ()


def test_a_full_disk_leaves_the_book_as_it_was(store, tmp_path):
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    scores = scores_workbook(tmp_path, "Quận Lê Chân", FULL)
    limited = IMPORTER.replace(
        "import sys\n",
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n",
        1,
    ).replace(
        "outcome = ",
        "from data.errors import StoreNotWritable\n"
        "try:\n"
        "    import_workbooks(Store(Path(sys.argv[1])), None, [Path(sys.argv[2])], by='Lan')\n"
        "except StoreNotWritable:\n"
        "    sys.exit(7)\n"
        "outcome = ",
        1,
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, str(store.home), str(scores), "Lan"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 7, done.stderr
    assert {row.import_id for row in imports(store, Book.REAL)} == {1, 2}
    assert import_workbooks(store, None, [scores], by="Lan").import_id == 3
    assert draft_scores(store)[("305", "4")] == 4


def test_a_disk_that_is_full_is_told_of_a_check_too(store, tmp_path, monkeypatch):
    def full(*_given, **_more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(importing, "stage_all", full)
    with pytest.raises(StoreNotWritable):
        check_workbooks(store, None, [criteria_workbook(tmp_path)])


def test_a_damaged_workspace_is_told_as_such(store, tmp_path):
    workspace = store.folder(Book.REAL).workspace
    workspace.parent.mkdir(parents=True)
    workspace.write_bytes(os.urandom(20000))
    with pytest.raises(StoreDamaged):
        import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")


def test_a_workspace_of_a_newer_program_is_left_alone(store, tmp_path):
    with writing(store, Book.REAL) as connection:
        connection.execute("insert into schema_version values (900)")
    with pytest.raises(StoreNewerThanProgram):
        import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
