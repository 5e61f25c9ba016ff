"""Decisions: written once, revised by a line more, copied into the release of their book."""

from __future__ import annotations

import datetime
import sqlite3

import pytest

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from data.books import Book
from data.decisions import (
    Decision,
    DecisionState,
    SubjectKind,
    candidate_key,
    decide,
    decisions,
    revise,
    revisions,
)
from data.errors import UnknownDecision
from data.importing import import_workbooks
from data.journal import journal
from data.publishing import publish
from data.releases import open_release
from data.store import Store
from tests.data.small_workbooks import criteria_workbook

DAY = datetime.date(2022, 9, 30)
REPLICATE = Decision(
    SubjectKind.CANDIDATE,
    candidate_key("309", "VII", 2022),
    "Công nhận, nhân rộng tại các quận",
    unit_code="309",
    year=2022,
    responsible="Sở Nội vụ",
    due_on=datetime.date(2022, 9, 15),
    decision_body="Hội đồng Sáng kiến thành phố",
    decision_number="17/QĐ-HĐSK",
    decided_on=datetime.date(2022, 8, 16),
)


def test_a_decision_is_read_back_as_it_was_written(tmp_path):
    store = Store(tmp_path)
    number = decide(store, Book.REAL, REPLICATE, release_id="r1", by="Lan")
    (kept,) = decisions(store, Book.REAL)
    assert kept.decision == REPLICATE
    assert (kept.decision_id, kept.revision, kept.written_by) == (number, 1, "Lan")
    assert kept.release_id == "r1"


def test_a_store_without_a_journal_has_no_decision_and_stays_as_it_is(tmp_path):
    assert decisions(Store(tmp_path / "home"), Book.REAL) == []
    assert not (tmp_path / "home").exists()


def test_a_revision_is_a_line_more_and_the_last_one_speaks(tmp_path):
    store = Store(tmp_path)
    first = decide(store, Book.REAL, REPLICATE, release_id="r1", by="Lan")
    other = decide(
        store,
        Book.REAL,
        Decision(SubjectKind.MEETING, "2022-09", "Họp lại"),
        release_id="r1",
        by="Lan",
    )
    done = Decision(SubjectKind.CANDIDATE, REPLICATE.subject_key, "Đã xong", DecisionState.DONE)
    revise(store, Book.REAL, first, done, release_id="r2", by="Minh")
    told = [(kept.decision_id, kept.revision) for kept in decisions(store, Book.REAL)]
    assert told == [(other, 1), (first, 2)]
    assert [kept.decision.content for kept in revisions(store, Book.REAL, first)] == [
        "Đã xong",
        "Công nhận, nhân rộng tại các quận",
    ]
    (of_candidate,) = decisions(
        store, Book.REAL, subject_kind=SubjectKind.CANDIDATE, subject_key="309:VII:2022"
    )
    assert of_candidate.decision.state is DecisionState.DONE


def test_books_keep_their_decisions_apart(tmp_path):
    store = Store(tmp_path)
    number = decide(store, Book.ILLUSTRATION, REPLICATE, release_id="m1", by="Lan")
    assert decisions(store, Book.REAL) == []
    with pytest.raises(UnknownDecision):
        revise(store, Book.REAL, number, REPLICATE, release_id="r1", by="Lan")


@pytest.mark.parametrize(
    "statement", ["delete from decision_revision", "update decision_revision set content = ''"]
)
def test_nothing_that_was_decided_can_be_undone(tmp_path, statement):
    store = Store(tmp_path)
    decide(store, Book.REAL, REPLICATE, release_id="r1", by="Lan")
    with pytest.raises(sqlite3.IntegrityError), journal(store) as connection:
        connection.execute(statement)
    assert len(decisions(store, Book.REAL)) == 1


def test_decisions_can_be_read_where_nothing_can_be_written(tmp_path):
    store = Store(tmp_path / "home")
    decide(store, Book.REAL, REPLICATE, release_id="r1", by="Lan")
    store.home.chmod(0o500)
    try:
        assert len(decisions(store, Book.REAL)) == 1
    finally:
        store.home.chmod(0o700)


def test_a_publication_copies_the_decisions_of_its_book(tmp_path):
    store = Store(tmp_path)
    import_workbooks(store, Book.REAL, [criteria_workbook(tmp_path)], by="Lan")
    publish(store, Book.REAL, as_of=DAY, by="Lan")
    number = decide(store, Book.REAL, REPLICATE, release_id="r1", by="Lan")
    decide(store, Book.ILLUSTRATION, REPLICATE, release_id="m1", by="Lan")
    again = publish(store, Book.REAL, as_of=DAY, by="Lan")
    assert (again.release_id, again.is_new) == ("r2", True)
    with open_release(store, Book.REAL):  # as a page holds it
        assert not publish(store, Book.REAL, as_of=DAY, by="Lan").is_new
    with open_release(store, Book.REAL, "r1") as release:
        assert answer(release, "decisions_taken").empty
    with open_release(store, Book.REAL) as release:
        (row,) = rows_of(answer(release, "decisions_taken", Filters()))
    assert (row["decision_id"], row["content"]) == (number, REPLICATE.content)
    assert (row["due_on"], row["is_overdue"]) == (datetime.date(2022, 9, 15), True)
