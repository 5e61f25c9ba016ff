"""A refused file leaves the book alone and is remembered with what it was about."""

from __future__ import annotations

import pytest

from data.books import Book
from data.importing import check_workbooks, import_workbooks, imports
from data.refusals import refusals
from data.store import Store
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "home")
    import_workbooks(store, None, [criteria_workbook(tmp_path)], by="Lan")
    return store


def about(store):
    return [
        (one.refused_by, one.file_name, one.item, one.unit_code, one.year, one.error_count)
        for one in refusals(store, Book.REAL)
    ]


def test_a_refusal_names_unit_year_and_kind_of_points_and_counts_errors(store, tmp_path):
    before = imports(store, Book.REAL)
    faulty = scores_workbook(tmp_path, "Quận Lê Chân", {**FULL, "1": 9, "2": "abc"})
    outcome = import_workbooks(store, None, [faulty], by="Minh")
    assert outcome.is_refused
    assert imports(store, Book.REAL) == before
    assert about(store) == [("Minh", "Quận Lê Chân.xlsx", "verified_2", "305", 2023, 2)]


def test_a_good_file_held_back_by_another_counts_no_error_of_its_own(store, tmp_path):
    good = scores_workbook(tmp_path, "Quận Hải An", FULL)
    faulty = scores_workbook(tmp_path, "Quận Lê Chân", {**FULL, "1": 9})
    import_workbooks(store, None, [good, faulty], by="Minh")
    assert [line[3:] for line in about(store)] == [("306", 2023, 0), ("305", 2023, 1)]


def test_a_file_that_cannot_be_opened_is_remembered_by_its_name(store, tmp_path):
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    import_workbooks(store, Book.REAL, [broken], by="Minh")
    assert about(store) == [("Minh", "hong.xlsx", None, None, None, 1)]


def test_an_unknown_unit_leaves_the_rest_known(store, tmp_path):
    import_workbooks(store, None, [scores_workbook(tmp_path, "Quận Lạ", FULL)], by="Minh")
    assert [line[2:5] for line in about(store)] == [("verified_2", None, 2023)]


def test_neither_a_check_nor_a_good_import_is_a_refusal(store, tmp_path):
    check_workbooks(store, None, [scores_workbook(tmp_path, "Quận Lê Chân", {**FULL, "1": 9})])
    import_workbooks(store, None, [scores_workbook(tmp_path, "Quận Hải An", FULL)], by="Lan")
    assert about(store) == []


def test_a_store_without_a_journal_knows_no_refusal(tmp_path):
    assert refusals(Store(tmp_path / "nowhere"), Book.REAL) == []
