"""The Data desk says who has handed in what, from a store that real workbooks filled."""

from __future__ import annotations

import pytest

from analysis.publication import enrich
from data.books import Book
from data.importing import import_workbooks
from data.publishing import publish
from data.store import Store, pointed_at
from data.withdrawing import withdraw
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook
from tests.pages.conftest import said


def hand_in(store, *files):
    return import_workbooks(store, None, files, by="Lan")


@pytest.fixture
def store(tmp_path):
    """305 verified, 306 refused, the others silent; the units of 2023 are those that ship."""
    store = Store(tmp_path / "home")
    hand_in(store, criteria_workbook(tmp_path))
    hand_in(store, scores_workbook(tmp_path, "Quận Lê Chân", FULL))
    publish(store, Book.REAL, by="Lan", enrich=enrich)
    hand_in(store, scores_workbook(tmp_path, "Quận Hải An", {**FULL, "1": 9}))
    return store


def board_of(app):
    table = next(t.value for t in app.dataframe if "item_verified_2" in t.value.columns)
    return {row["unit_name"]: row for _, row in table.iterrows()}


def test_the_board_tells_received_refused_and_missing_apart(open_page, store):
    app = open_page(store.home, "data_desk")
    assert not app.exception
    board = board_of(app)
    assert board["Quận Lê Chân"]["item_verified_2"] == "✓ 4/4"
    assert board["Quận Lê Chân"]["item_self_assessed"] == "✗ thiếu"
    assert board["Quận Hải An"]["item_verified_2"] == "⚠ lỗi"
    assert board["Sở Nội vụ"]["item_self_assessed"] == "–"  # departments have no set
    assert "Có 1 biểu bị từ chối, chờ nộp lại." in said(app)


def test_a_file_that_comes_again_mends_the_board_and_a_withdrawal_empties_it(
    open_page, store, tmp_path
):
    hand_in(store, scores_workbook(tmp_path, "Quận Hải An", FULL))
    board = board_of(open_page(store.home, "data_desk"))
    assert board["Quận Hải An"]["item_verified_2"] == "✓ 4/4"
    withdraw(store, Book.REAL, 3, by="Lan")
    board = board_of(open_page(store.home, "data_desk"))
    assert board["Quận Lê Chân"]["item_verified_1"] == "✗ thiếu"
    assert board["Quận Hải An"]["item_verified_2"] == "✓ 4/4"


def test_the_desk_leaves_a_draft_as_it_was_drafted_and_a_page_completes_it(open_page, store):
    folder = store.folder(Book.REAL)
    draft = str(pointed_at(folder.draft))
    folder.completed_file(draft).unlink()  # the publication had completed it
    assert not open_page(store.home, "data_desk").exception
    assert not folder.completed_file(draft).exists()
    app = open_page(store.home, "overview", release=draft)
    assert not app.exception
    assert f"bản nháp {draft}" in said(app)
    assert folder.completed_file(draft).exists()


def test_the_board_of_one_group_speaks_of_that_group(open_page, store):
    app = open_page(store.home, "data_desk")
    app.selectbox(key="desk_receipts_group").select("Huyện").run()
    assert {*board_of(app)} & {"Quận Lê Chân", "Huyện An Lão"} == {"Huyện An Lão"}
    assert "Năm 2023: 0 trong 7 đơn vị đã nộp đủ phần của mình" in said(app)


def test_the_board_opens_on_the_newest_year_with_a_set_and_counts_only_who_owes(open_page, store):
    app = open_page(store.home, "data_desk")
    assert app.selectbox(key="desk_receipts_year").value == 2023
    assert "trong 14 đơn vị" in said(app)  # 7 and 7 districts: departments have no set


def test_a_published_book_has_nothing_to_publish_until_something_comes(open_page, store, tmp_path):
    publish(store, Book.REAL, by="Lan", enrich=enrich)
    app = open_page(store.home, "data_desk")
    button = next(b for b in app.button if b.label == "Công bố")
    assert button.disabled
    assert "Không có gì chờ công bố" in said(app)
    hand_in(store, scores_workbook(tmp_path, "Quận Hải An", FULL))
    app = open_page(store.home, "data_desk")
    next(b for b in app.button if b.label == "Công bố").click().run()
    assert not app.exception
    assert "Đã công bố bản r2" in said(app)
    assert next(b for b in app.button if b.label == "Công bố").disabled


def test_a_blank_template_is_offered_by_mouse(open_page, store):
    app = open_page(store.home, "data_desk")
    chooser = app.selectbox(key="desk_template_form")
    assert len(chooser.options) == 13
    assert "phát hiện qua kiểm tra" in chooser.options
