"""Each kind of change between two snapshots, seen on a book made by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from data.books import Book
from data.difference import difference
from data.labels import Label
from data.settling import in_force, make_draft
from data.standing import standing
from data.store import Store
from tests.data.hand_book import AT, hand_book


@pytest.fixture
def store(tmp_path):
    """An empty store whose real book takes snapshots of the hand-made workspace."""
    return Store(tmp_path / "home")


@pytest.fixture
def book(store):
    """The hand-made book lies in the store's own folder."""
    place = store.folder(Book.REAL).path
    place.mkdir(parents=True)
    with hand_book(place) as made:
        yield made


def keep(store, book, release_id):
    """A release of what the book holds now."""
    label = Label(release_id, "real", False, AT, AT.date(), in_force(book.connection))
    final = store.folder(Book.REAL).release_file(release_id)
    with standing(book.connection) as effective:
        make_draft(final, effective, label)


def changes(store):
    """All that r2 says otherwise than r1, without the points."""
    found = difference(store, Book.REAL, "r1", "r2").changes
    return [
        (c.table_name, c.change, c.unit_code, c.year, c.item, c.field, c.before, c.after)
        for c in found
    ]


def test_a_unit_that_ends_and_a_band_that_moves_are_told_by_their_fields(store, book):
    bands = book.begin(form="bands")
    band = {"year": 2021, "ranking_group": "Quận", "band": "Tốt", "to_percent": Decimal(100)}
    book.add(bands, "band", from_percent=Decimal(90), **band)
    keep(store, book, "r1")
    later = book.units(u305=datetime.date(2030, 12, 31))
    book.add(later, "band", from_percent=Decimal(85), **band)
    keep(store, book, "r2")
    told = [change for change in changes(store) if change[0] != "unit_group"]
    assert told == [
        ("band", "changed", "Quận", 2021, "Tốt", "from_percent", "90.000000", "85.000000"),
        ("unit", "changed", "305", None, "", "valid_to", None, "2030-12-31"),
    ]


def test_a_corrected_set_tells_names_maxima_and_rows_that_come_and_go(store, book):
    keep(store, book, "r1")
    book.criteria(c1="4", without="2")
    keep(store, book, "r2")
    told = [change for change in changes(store) if change[0] == "criterion"]
    assert ("2", "criterion_name", "Báo cáo", None) in [change[4:] for change in told]
    assert ("1", "maximum_points", "5.000000", "4.000000") in [change[4:] for change in told]
    assert ("I", "maximum_points", "10.000000", "4.000000") in [change[4:] for change in told]


def test_a_register_row_is_told_whole_when_new_and_by_field_when_changed(store, book):
    row = {
        "unit_code": "303",
        "year": 2021,
        "row_number": 4,
        "criterion_text": "2",
        "criterion_code": "2",
        "verification_keys": [],
        "cells": {},
    }
    first = book.begin(form="remediation")
    book.add(first, "remediation", action="Tập huấn", reported_state="in_progress", **row)
    keep(store, book, "r1")
    second = book.begin(form="remediation", file="sua.xlsx")
    book.add(second, "remediation", action="Tập huấn", reported_state="done", **row)
    other = {**row, "unit_code": "304"}
    book.add(second, "remediation", action="Bổ sung", **other)
    keep(store, book, "r2")
    assert [(t, c, u, f, b, a) for t, c, u, _, _, f, b, a in changes(store)] == [
        ("remediation", "changed", "303", "reported_state", "in_progress", "done"),
        ("remediation", "new", "304", "criterion_text", None, "2"),
    ]


def test_links_and_published_figures_are_compared_too(store, book):
    published = book.begin(form="published_results")
    figure = {"unit_code": "303", "year": 2021, "what": "total", "published_text": "17"}
    book.add(published, "published_result", published=Decimal(17), **figure)
    keep(store, book, "r1")
    later = book.begin(form="published_results", file="sua.xlsx")
    book.add(
        later,
        "published_result",
        published=Decimal(18),
        **{**figure, "published_text": "18"},
    )
    book.add(
        later,
        "criterion_link",
        unit_kind="urban_district",
        from_year=2021,
        from_code="1",
        to_year=2022,
        to_code="2",
        link_kind="new_code",
    )
    keep(store, book, "r2")
    assert changes(store) == [
        ("criterion_link", "new", "urban_district", 2021, "1 → 2", "link_kind", None, "new_code"),
        ("published_result", "changed", "303", 2021, "", "total", "17", "18"),
    ]
