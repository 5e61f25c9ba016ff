"""Import, publish, go back and withdraw, with the exit statuses that scripts rely on."""

from __future__ import annotations

import json

import pytest

from tests.outside.test_cases import CASES, problems_of

SCORES = CASES / "05_scores_unit_all_rounds" / "Ngo_Quyen_2021.xlsx"
FAULTY = next((CASES).glob("35*/*.xlsx"))


def test_a_file_imported_twice_changes_nothing_and_says_so(run):
    assert run("import", SCORES, "--publish")[0] == 0
    imports, releases = run.json("imports"), run.json("releases")
    status, _, err = run("import", SCORES, "--publish")
    assert status == 0
    assert "Không có gì mới" in err
    assert run.json("imports") == imports
    assert run.json("releases") == releases


def test_publishing_twice_makes_no_second_release_and_says_so(run):
    run("import", SCORES)
    assert run("publish")[0] == 0
    status, _, err = run("publish")
    assert status == 0
    assert "Không có gì mới" in err
    assert len(run.json("releases")) == 1


def test_an_import_before_publication_leaves_readers_with_the_release(run):
    run("publish")
    before = run.json("show", "ranking", "--year", "2021")
    run("import", SCORES)
    assert run.json("show", "ranking", "--year", "2021") == before == []
    run("publish")
    after = run.json("show", "ranking", "--year", "2021")
    assert [(row["unit_code"], row["index_percent"]) for row in after] == [("304", 84.5)]


def test_going_back_shows_the_earlier_release_and_forward_the_later(run):
    run("publish", "--as-of", "2022-01-01")
    run("import", SCORES, "--publish", "--as-of", "2022-01-02")
    first, second = [row["release_id"] for row in run.json("releases")]
    assert run("rollback", first)[0] == 0
    assert run.json("show", "ranking", "--year", "2021") == []
    assert [row["is_current"] for row in run.json("releases")] == [True, False]
    assert run("rollback", second)[0] == 0
    assert len(run.json("show", "ranking", "--year", "2021")) == 1


def test_a_withdrawn_import_is_as_if_it_had_never_been(run):
    run("import", SCORES, "--publish")
    import_id = run.json("imports")[-1]["import_id"]
    assert run("withdraw", import_id)[0] == 0
    run("publish")
    assert run.json("show", "ranking", "--year", "2021") == []
    assert run.json("show", "provenance", "--year", "2021") == []
    assert run.json("imports")[-1]["is_withdrawn"] is True


def test_a_withdrawal_that_would_leave_scores_without_criteria_is_refused(run):
    run("import", SCORES)
    criteria_import = run.json("imports")[-2]["import_id"]
    status, _, err = run("withdraw", criteria_import)
    assert status == 1
    assert str(criteria_import) in err
    assert [row["is_withdrawn"] for row in run.json("imports")][-2] is False


def test_check_writes_nothing_and_import_says_the_same(run):
    before = run.json("imports")
    status, out, _ = run("check", FAULTY, "--format", "json")
    problems = json.loads(out)
    assert status == 1
    assert run.json("imports") == before
    status, out, err = run("import", FAULTY, "--format", "json")
    assert status == 1
    assert out == ""
    assert problems_of(err) == problems
    assert run.json("imports") == before


def test_each_problem_has_the_fields_that_scripts_read(run):
    _, out, _ = run("check", FAULTY, "--format", "json")
    fields = {"severity", "code", "file", "sheet", "cell", "found", "expected", "message"}
    for problem in json.loads(out):
        assert set(problem) == fields
        assert problem["message"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("show", "nothing"), 2),
        (("publish", "--as-of", "30/9/2022"), 2),
        (("rollback", "r99"), 1),
        (("withdraw", "99"), 1),
        (("withdraw", "abc"), 1),
        (("show", "ranking", "--release", "r99"), 1),
        (("show", "ranking", "--unit", "Atlantis"), 1),
        (("import", "no-such-file.xlsx"), 1),
    ],
)
def test_each_fault_has_its_exit_status_and_one_sentence(run, words, status):
    left, out, err = run(*words)
    assert left == status
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err
    assert "Error" not in err


def test_filters_take_any_spelling_that_a_workbook_may_use(run):
    run("import", SCORES, "--publish")
    by_code = run.json("show", "areas", "--unit", "304")
    assert by_code
    for spelling in ("UBND quận Ngô Quyền", "q. ngo quyen", "Ngô Quyền"):
        assert run.json("show", "areas", "--unit", spelling) == by_code
    by_group = run.json("show", "ranking", "--group", "Quận")
    assert run.json("show", "ranking", "--group", "các quận") == by_group != []
    by_area = run.json("show", "criteria", "--area", "I")
    assert {row["area_code"] for row in by_area} == {"I"}


def test_the_three_forms_of_an_answer_hold_the_same_rows(run):
    rows = run.json("show", "units")
    _, csv_text, _ = run("show", "units", "--format", "csv")
    _, table, _ = run("show", "units")
    assert len(csv_text.splitlines()) == len(rows) + 1
    assert len(table.splitlines()) == len(rows) + 1
    assert {row["unit_code"] for row in rows} >= {"303", "318", "SNV", "BQLKKT"}


def test_the_english_interface_says_the_same_in_english(run):
    status, _, err = run("rollback", "r99", "--lang", "en")
    assert status == 1
    assert err.isascii() or "‘" in err


def test_doctor_finds_a_store_in_order_and_writes_nothing(run):
    run("import", SCORES, "--publish")
    before = run.json("imports")
    status, out, _ = run("doctor")
    assert status == 0
    assert "r1" in out
    assert run.json("imports") == before


def test_doctor_names_a_release_that_cannot_be_read(run, monkeypatch):
    from data.books import Book
    from data.store import store_of_user

    run("import", SCORES, "--publish")
    folder = store_of_user().folder(Book.REAL)
    folder.release_file("r1").write_bytes(b"no database")
    assert run("doctor")[0] == 3
    status, out, err = run("show", "ranking")
    assert status == 3
    assert out == ""
    assert "Traceback" not in err
