"""The illustration loads once, batch by batch, whatever interrupts it."""

from __future__ import annotations

import datetime

import pytest

import data.illustration
from data.books import Book
from data.illustration import load_illustration
from data.releases import releases
from data.store import Store
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook

BATCHES = {"1": datetime.date(2022, 9, 30), "2": datetime.date(2023, 4, 15)}


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store, and two small batches in the place of the shipped ones."""
    criteria_workbook(tmp_path / "1", mark=True)
    scores_workbook(tmp_path / "2", "Quận Lê Chân", FULL, mark=True)
    monkeypatch.setattr(data.illustration, "WORKBOOKS", tmp_path)
    monkeypatch.setattr(data.illustration, "BATCHES", BATCHES)
    return Store(tmp_path / "home")


def days(store):
    """Release ids and their as-of days."""
    return [(r.release_id, r.as_of, r.is_current) for r in releases(store, Book.ILLUSTRATION)]


def test_each_batch_has_its_release_and_a_second_call_adds_nothing(store):
    assert [release.release_id for release in load_illustration(store)] == ["m1", "m2"]
    expected = [("m1", BATCHES["1"], False), ("m2", BATCHES["2"], True)]
    assert days(store) == expected
    assert load_illustration(store) == ()
    assert days(store) == expected


def test_a_load_cut_short_before_a_publication_is_taken_up_again(store, monkeypatch):
    def cut_short(*_arguments, **_more):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(data.illustration, "publish", cut_short)
        with pytest.raises(KeyboardInterrupt):
            load_illustration(store)
    assert days(store) == []
    load_illustration(store)
    assert days(store) == [("m1", BATCHES["1"], False), ("m2", BATCHES["2"], True)]
