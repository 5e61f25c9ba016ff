"""What units contest and what was decided: every figure here is worked out by hand.

305 of 2021 (set: I.1 4, I.2 6, II.1 4, II.2 6, survey S.1 5; all verified in round 1):

            I.1  I.2  II.1  II.2
round 1     3    4    2     6
asks        4    6    3     -      explains II.2 in words
round 2     4    5    2     6

asked +1, +2, +1 = 4; granted +1, +1, 0. II.2 has nothing to gain: the maximum was given.
"""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import Release

SET = {"I.1": 4, "I.2": 6, "II.1": 4, "II.2": 6, "S.1": 5}
ROUND_1 = {"I.1": 3, "I.2": 4, "II.1": 2, "II.2": 6}
ASKED = {"I.1": 4, "I.2": 6, "II.1": 3}


@pytest.fixture
def round_book():
    book = Release()
    book.unit("305", "Quận Lê Chân")
    book.unit("304", "Quận Ngô Quyền")
    book.framework(2021, SET, survey=("S.1",))
    book.scores("305", 2021, ROUND_1, "verified_1")
    book.scores("304", 2021, ROUND_1, "verified_1")
    return book


def contested(release, *columns, **filters):
    return rows(release, "contested", "criterion_code", *columns, **filters)


def test_each_decision_follows_from_the_three_rounds(round_book):
    round_book.scores("305", 2021, ASKED, "explanation")
    round_book.note("305", 2021, "II.2", explanation_text="Đã nộp bổ sung")
    round_book.scores("305", 2021, {"I.1": 4, "I.2": 5, "II.1": 2, "II.2": 6}, "verified_2")
    told = contested(round_book.finish(), "contested_points", "granted_points", "decision")
    assert told == [
        ("I.1", 1, 1, "accepted"),
        ("I.2", 2, 1, "partly"),
        ("II.1", 1, 0, "rejected"),
        ("II.2", None, 0, "accepted"),
    ]
    summed = rows(
        round_book.connection, "contests", "unit_code", "contested_count", "contested_points",
        "accepted_count", "accepted_points", "partly_count", "partly_points", "rejected_count",
        "undecided_count", "granted_points",
    )  # fmt: skip
    assert summed == [
        (None, 4, 4, 2, 1, 1, 1, 1, 0, 2),
        ("305", 4, 4, 2, 1, 1, 1, 1, 0, 2),
    ]


def test_units_that_contest_most_points_come_first(round_book):
    round_book.scores("305", 2021, {"I.1": 4}, "explanation")
    round_book.scores("304", 2021, {"I.2": 6}, "explanation")
    assert rows(round_book.finish(), "contests", "unit_code", "contested_points") == [
        (None, 3), ("304", 2), ("305", 1),
    ]  # fmt: skip


def test_nothing_is_decided_before_the_second_round(round_book):
    round_book.scores("305", 2021, {"I.1": 4}, "explanation")
    assert contested(round_book.finish(), "decision", "granted_points") == [
        ("I.1", "undecided", None)
    ]


def test_an_explanation_that_repeats_the_first_round_contests_nothing(round_book):
    round_book.scores("305", 2021, {**ROUND_1, "I.1": 4}, "explanation")
    assert contested(round_book.finish()) == [("I.1",)]


def test_without_words_on_a_first_round_only_full_acceptance_is_known():
    book = Release()
    book.unit("305")
    book.framework(2021, SET)
    book.scores("305", 2021, {"I.1": 4, "I.2": 6}, "explanation")
    book.scores("305", 2021, {"I.1": 4, "I.2": 5}, "verified_2")
    assert contested(book.finish(), "verified_1_points", "decision") == [
        ("I.1", None, "accepted"),
        ("I.2", None, "unknown"),
    ]


def test_a_single_verified_column_is_what_the_unit_objects_to_later():
    book = Release()
    book.unit("305")
    book.framework(2021, SET)
    book.scores("305", 2021, {"I.1": 3, "I.2": 6}, "verified_2")
    before = book.cell()
    book.scores("305", 2021, {"I.1": 4}, "explanation")
    book.connection.execute(
        "update source_cell set import_id = 2 where source_cell_id > ?", [before]
    )
    assert contested(book.finish(), "verified_1_points", "contested_points", "decision") == [
        ("I.1", 3, 1, "undecided")
    ]


def test_what_can_be_contested_is_what_the_first_round_took(round_book):
    round_book.scores("305", 2021, {"S.1": 2}, "survey")
    told = rows(
        round_book.finish(), "contestable", "criterion_code", "verified_1_points", "lost_points",
        unit_codes=("305",),
    )  # fmt: skip
    assert told == [("I.1", 3, 1), ("I.2", 4, 2), ("II.1", 2, 2)]
