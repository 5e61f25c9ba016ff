"""A heading that nobody knows can be given a field once, and is known from then on."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from data.books import Book
from data.column_choices import choices_of, choose_columns, kept_choices, take_back_choice
from data.forms.found import ColumnChoice, Hints
from data.importing import check_workbooks, import_workbooks, imports
from data.journal import audit
from data.releases import open_release
from data.store import Store
from tests.data.small_workbooks import CRITERIA_ROWS, criteria_workbook

COUNCIL = ColumnChoice("scores_unit", "diem hoi dong", "verified_2", "Điểm hội đồng")
POINTS = {"1": 1, "2": 2, "3": 3, "4": 4}
NAMES = {code: name for code, name, _ in CRITERIA_ROWS}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "home")


def scores(path: Path, *headings: str, title: str = "Điểm năm 2023 – Quận Lê Chân") -> Path:
    """The points of every leaf in each of the columns."""
    book = openpyxl.Workbook()
    book.active.append([title])
    book.active.append(["STT", "Tiêu chí", *headings])
    for code, points in POINTS.items():
        book.active.append([code, NAMES[code], *[points] * len(headings)])
    book.save(path)
    return path


def verified(store: Store) -> list[Decimal]:
    with open_release(store, Book.REAL, "draft") as draft:
        asked = "select points from score where kind = 'verified_2' order by criterion_code"
        return [row[0] for row in draft.execute(asked).fetchall()]


def codes(outcome) -> set[str]:
    return {problem.code for problem in outcome.problems}


def test_a_form_that_lacks_a_column_is_explained_by_the_headings_that_come_nearest(store, tmp_path):
    outcome = check_workbooks(store, None, [scores(tmp_path / "a.xlsx", "Điểm hội đồng")])
    assert codes(outcome) == {"no_known_form"}
    tables = {table.form: table for table in outcome.understood[0].sheets[0].tables}
    assert {"criteria", "scores_unit"} <= set(tables)
    table = tables["scores_unit"]
    assert (table.is_read, table.heading_rows) == (False, (2, 2))
    assert [(c.cell, c.heading, c.key) for c in table.unmatched] == [
        ("C2", "Điểm hội đồng", "diem hoi dong")
    ]
    assert "verified_2" in table.free_fields
    assert any("verified_2" in group for group in table.missing)


def test_a_heading_that_was_named_is_read_in_this_file_and_the_next(store, tmp_path):
    choose_columns(store, [COUNCIL], by="Lan")
    criteria = criteria_workbook(tmp_path)
    first = import_workbooks(
        store, None, [criteria, scores(tmp_path / "a.xlsx", "ĐIỂM  Hội đồng")], by="Lan"
    )
    assert not first.is_refused, first.problems
    assert verified(store) == [Decimal(points) for points in POINTS.values()]
    table = first.understood[1].sheets[0].tables[0]
    assert [(c.field, c.is_chosen) for c in table.columns if c.cell == "C2"] == [
        ("verified_2", True)
    ]


def test_the_import_keeps_with_which_choices_each_file_was_read(store, tmp_path):
    choose_columns(store, [COUNCIL], by="Lan")
    files = [criteria_workbook(tmp_path), scores(tmp_path / "a.xlsx", "Điểm hội đồng")]
    import_workbooks(store, None, files, by="Lan")
    options = {row.file_name: json.loads(row.options) for row in imports(store, Book.REAL)}
    assert options["a.xlsx"]["columns"] == [
        {"form": "scores_unit", "key": "diem hoi dong", "field": "verified_2"}
    ]
    assert "columns" not in options["tieu_chi.xlsx"]


def test_a_choice_makes_only_the_files_new_that_it_concerns(store, tmp_path):
    files = [
        criteria_workbook(tmp_path),
        scores(tmp_path / "a.xlsx", "Điểm thẩm định", "Điểm hội đồng"),
    ]
    import_workbooks(store, None, files, by="Lan")
    note = ColumnChoice("scores_unit", "diem hoi dong", "verified_1", "Điểm hội đồng")
    choose_columns(store, [note], by="Lan")
    again = import_workbooks(store, None, files, by="Lan")
    assert again.is_new
    assert [file.name for file in again.skipped] == ["tieu_chi.xlsx"]
    assert not import_workbooks(store, None, files, by="Lan").is_new


def test_two_columns_for_one_field_stay_an_error(store, tmp_path):
    choose_columns(store, [COUNCIL], by="Lan")
    file = scores(tmp_path / "a.xlsx", "Điểm thẩm định lần 2", "Điểm hội đồng")
    outcome = check_workbooks(store, None, [criteria_workbook(tmp_path), file])
    (doubled,) = [p for p in outcome.problems if p.code == "two_columns_one_field"]
    assert (doubled.cell, doubled.expected) == ("D2", "Điểm thẩm định lần 2 (C2)")


def test_a_column_can_be_passed_over_for_good_and_asks_no_more(store, tmp_path):
    passed = ColumnChoice("scores_unit", "y kien rieng", None, "Ý kiến riêng")
    file = scores(tmp_path / "a.xlsx", "Điểm thẩm định", "Ý kiến riêng")
    before = check_workbooks(store, None, [file]).understood[0].sheets[0].tables[0]
    assert [column.heading for column in before.unmatched] == ["Ý kiến riêng"]
    choose_columns(store, [passed], by="Lan")
    after = check_workbooks(store, None, [file]).understood[0].sheets[0].tables[0]
    assert after.unmatched == ()
    assert [c.reason for c in after.columns if c.cell == "D2"] == ["column_ignored"]


def test_a_choice_that_is_taken_back_no_longer_counts_and_the_audit_has_both(store, tmp_path):
    choose_columns(store, [COUNCIL], by="Lan")
    (kept,) = kept_choices(store)
    assert (kept.choice, kept.chosen_by) == (COUNCIL, "Lan")
    take_back_choice(store, COUNCIL, by="Minh")
    take_back_choice(store, COUNCIL, by="Minh")
    assert choices_of(store) == ()
    assert [(line["action"], line["by"], line["detail"]) for line in audit(store)] == [
        ("forget_column", "Minh", "Điểm hội đồng → verified_2"),
        ("choose_column", "Lan", "Điểm hội đồng → verified_2"),
    ]
    outcome = check_workbooks(store, None, [scores(tmp_path / "a.xlsx", "Điểm hội đồng")])
    assert codes(outcome) == {"no_known_form"}


def test_a_choice_of_another_form_does_not_count(store, tmp_path):
    choose_columns(store, [ColumnChoice("criteria", "diem hoi dong", "note", "")], by="Lan")
    outcome = check_workbooks(store, None, [scores(tmp_path / "a.xlsx", "Điểm hội đồng")])
    assert codes(outcome) == {"no_known_form"}


def test_choices_are_followed_on_a_store_that_cannot_be_written(store, tmp_path):
    choose_columns(store, [COUNCIL], by="Lan")
    store.home.chmod(0o500)
    store.journal.chmod(0o400)
    try:
        assert choices_of(store) == (COUNCIL,)
    finally:
        store.home.chmod(0o700)
        store.journal.chmod(0o600)


def test_hints_given_by_the_caller_stay_beside_the_choices(store, tmp_path):
    choose_columns(store, [COUNCIL], by="Lan")
    file = scores(tmp_path / "a.xlsx", "Điểm hội đồng", title="Bảng điểm")
    hints = Hints(year=2023, unit="Quận Lê Chân")
    outcome = import_workbooks(
        store, None, [criteria_workbook(tmp_path), file], hints=hints, by="Lan"
    )
    assert not outcome.is_refused, outcome.problems
    said = outcome.understood[1].sheets[0].tables[0].said
    assert [(one.what, one.text, one.origin) for one in said][:2] == [
        ("year", "2023", "option"),
        ("unit", "Quận Lê Chân", "option"),
    ]
