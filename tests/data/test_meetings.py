"""Meetings: kept once, never changed, read where nothing can be written."""

from __future__ import annotations

import datetime
import sqlite3

import pytest

from data.books import Book
from data.journal import journal
from data.meetings import (
    TITLE_LETTERS,
    KeyFigure,
    Seen,
    about_of,
    keep_meeting,
    meeting_key,
    meeting_of,
    meetings,
)
from data.store import Store

HELD = datetime.date(2022, 10, 5)
SEEN = Seen("m1", datetime.date(2022, 9, 30), year=2022, judged_year=2021, group="Quận")
FIGURES = (
    KeyFigure("rate_proved_by_points", 0.35),
    KeyFigure("leader_percent", 97.62, 2022, group="Quận", said="Quận Ngô Quyền"),
    KeyFigure("median_percent", None, group="Quận"),
)


def kept(store: Store, title: str = "Họp quý III", held_on: datetime.date = HELD) -> int:
    return keep_meeting(store, Book.REAL, title, held_on, SEEN, FIGURES, by="Lan")


def test_a_store_without_a_journal_has_no_meetings_and_stays_as_it_is(tmp_path):
    assert meetings(Store(tmp_path / "home"), Book.REAL) == []
    assert not (tmp_path / "home").exists()


def test_a_meeting_is_read_back_as_it_was_kept(tmp_path):
    number = kept(Store(tmp_path), "  Họp   quý III ")
    (meeting,) = meetings(Store(tmp_path), Book.REAL)
    assert (meeting.meeting_id, meeting.title, meeting.held_on) == (number, "Họp quý III", HELD)
    assert (meeting.seen, meeting.figures, meeting.kept_by) == (SEEN, FIGURES, "Lan")


def test_the_newest_day_comes_first_whenever_it_was_kept(tmp_path):
    store = Store(tmp_path)
    kept(store, "sau", datetime.date(2022, 12, 1))
    kept(store, "trước", datetime.date(2022, 3, 1))
    assert [meeting.title for meeting in meetings(store, Book.REAL)] == ["sau", "trước"]


def test_each_book_has_its_own_meetings(tmp_path):
    kept(Store(tmp_path))
    assert meetings(Store(tmp_path), Book.ILLUSTRATION) == []


@pytest.mark.parametrize("change", ["update meeting set title = 'x'", "delete from meeting"])
def test_what_a_meeting_saw_cannot_be_changed(tmp_path, change):
    store = Store(tmp_path)
    kept(store)
    with pytest.raises(sqlite3.IntegrityError, match="stays as it was"), journal(store) as opened:
        opened.execute(change)


def test_a_meeting_has_a_title_of_a_readable_length(tmp_path):
    store = Store(tmp_path)
    with pytest.raises(ValueError, match=" "):
        kept(store, "  ")
    kept(store, "x" * 500)
    assert len(meetings(store, Book.REAL)[0].title) == TITLE_LETTERS


def test_a_journal_from_before_there_were_meetings_has_none(tmp_path):
    store = Store(tmp_path)
    with sqlite3.connect(store.journal) as old:
        old.execute("create table audit_entry (at text)")
    assert meetings(store, Book.REAL) == []


def test_the_key_of_a_decision_names_meeting_and_matter():
    assert meeting_key(3) == "3"
    key = meeting_key(3, "candidate:305:II:2022")
    assert (meeting_of(key), about_of(key)) == (3, "candidate:305:II:2022")
    assert (meeting_of("ngoài cuộc họp"), about_of("3")) == (None, "")
