"""`receipts` says what has come in and what was refused."""

from __future__ import annotations

from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook


def test_what_came_in_and_what_was_refused_stand_side_by_side(run, tmp_path):
    assert run("import", criteria_workbook(tmp_path))[0] == 0
    assert run("import", scores_workbook(tmp_path, "Quận Lê Chân", FULL))[0] == 0
    assert run("import", scores_workbook(tmp_path, "Quận Hải An", {**FULL, "1": 9}))[0] == 1
    rows = run.json("receipts", "--year", "2023", "--group", "Quận")
    verified = {
        row["unit_code"]: (row["state"], row["filled_count"], row["file"], row["refused_file"])
        for row in rows
        if row["item"] == "verified_2"
    }
    assert verified["305"] == ("received", 4, "Quận Lê Chân.xlsx", None)
    assert verified["306"] == ("faulty", 0, None, "Quận Hải An.xlsx")
    assert verified["303"] == ("not_expected", 0, None, None)
    shared = {row["item"]: row["state"] for row in rows if row["unit_code"] is None}
    assert shared["criteria"] == "partial"


def test_receipts_are_read_off_the_draft_and_only_an_answer_of_all_completes_it(run, tmp_path):
    assert run("import", criteria_workbook(tmp_path))[0] == 0
    assert run("import", scores_workbook(tmp_path, "Quận Lê Chân", FULL))[0] == 0
    run.json("receipts", "--year", "2023")
    completed = tmp_path / "store" / "real" / "completed"
    assert not completed.exists()
    rows = run.json("show", "robustness", "--year", "2023")
    assert [row["unit_code"] for row in rows] == ["305"]
    assert [path.suffix for path in completed.iterdir()] == [".duckdb"]
