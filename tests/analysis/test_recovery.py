"""Recovery by shares along links, with every reason for a null: definitions 2.1."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import NOT_APPLICABLE, Release


def pair(before: dict[str, float], after: dict[str, float], **options) -> Release:
    book = Release()
    book.unit("303")
    book.framework(2021, before, **options)
    book.framework(2022, after, **options)
    return book


def recoveries(book: Release) -> list[tuple[Any, ...]]:
    return rows(book.finish(), "remediation", "criterion_code", "recovery", "recovery_reason")


def test_new_code_and_new_maximum_follow_the_one_successor():
    book = pair({"I.1": 4, "I.2": 12}, {"I.5": 4, "I.2": 15})
    book.link(2021, "I.1", "I.5", "new_code")
    book.link(2021, "I.2", "I.2", "new_maximum")
    book.scores("303", 2021, {"I.1": 2, "I.2": 9})
    book.scores("303", 2022, {"I.5": 3, "I.2": 13})
    assert recoveries(book) == [
        ("I.1", 0.5, None),
        ("I.2", pytest.approx((3 / 12 - 2 / 15) / (3 / 12)), None),
    ]


def test_a_split_pools_its_successors_over_those_that_apply():
    book = pair({"I.1": 10}, {"I.1": 5, "I.2": 7, "I.3": 8})
    for code in ("I.1", "I.2", "I.3"):
        book.link(2021, "I.1", code, "split")
    book.scores("303", 2021, {"I.1": 6})
    book.scores("303", 2022, {"I.1": 5, "I.2": 4, "I.3": NOT_APPLICABLE})
    assert recoveries(book) == [("I.1", pytest.approx((0.4 - 3 / 12) / 0.4), "split")]


def test_a_merger_pools_its_predecessors_and_shows_each_the_same():
    book = pair({"I.1": 10, "I.2": 10, "I.3": 4}, {"I.1": 18, "I.3": 4})
    book.link(2021, "I.1", "I.1", "merged")
    book.link(2021, "I.2", "I.1", "merged")
    book.link(2021, "I.3", "I.3")
    book.scores("303", 2021, {"I.1": 8, "I.2": 7, "I.3": 4})
    book.scores("303", 2022, {"I.1": 15.3, "I.3": 4})
    assert recoveries(book) == [
        ("I.1", pytest.approx(0.4), "merged"),
        ("I.2", pytest.approx(0.4), "merged"),
    ]


def test_a_merged_leaf_that_lost_nothing_still_weighs_in_the_pool():
    book = pair({"I.1": 10, "I.2": 10}, {"I.1": 20})
    book.link(2021, "I.1", "I.1", "merged")
    book.link(2021, "I.2", "I.1", "merged")
    book.scores("303", 2021, {"I.1": 6, "I.2": 10})
    book.scores("303", 2022, {"I.1": 18})
    assert recoveries(book) == [("I.1", pytest.approx(0.5), "merged")]


def test_a_predecessor_that_does_not_apply_leaves_the_pool():
    book = pair({"I.1": 10, "I.2": 10}, {"I.1": 20})
    book.link(2021, "I.1", "I.1", "merged")
    book.link(2021, "I.2", "I.1", "merged")
    book.scores("303", 2021, {"I.1": 6, "I.2": NOT_APPLICABLE})
    book.scores("303", 2022, {"I.1": 16})
    assert recoveries(book) == [("I.1", pytest.approx(0.5), "merged")]


def test_a_chain_takes_its_weakest_link():
    book = pair({"I.1": 10}, {"I.1": 10})
    book.link(2021, "I.1", "I.1", "split")
    book.link(2021, "I.1", None, "dropped")
    book.scores("303", 2021, {"I.1": 6})
    book.scores("303", 2022, {"I.1": 10})
    assert recoveries(book) == [("I.1", None, "dropped")]


def test_dropped_and_unlinked_leaves_cannot_be_compared():
    book = pair({"I.1": 10, "I.2": 10}, {"I.3": 20})
    book.link(2021, "I.1", None, "dropped")
    book.link(2021, None, "I.3", "new")
    book.scores("303", 2021, {"I.1": 6, "I.2": 6})
    book.scores("303", 2022, {"I.3": 20})
    assert recoveries(book) == [("I.1", None, "dropped"), ("I.2", None, "no_link")]


def linked(after: dict[str, Any] | None, kind: str = "verified_2", **more) -> Release:
    book = pair({"I.1": 10, "I.2": 10}, {"I.1": 10, "I.2": 10})
    for code in ("I.1", "I.2"):
        book.link(2021, code, code)
    book.scores("303", 2021, {"I.1": 6, "I.2": 10})
    if after is not None:
        book.scores("303", 2022, after, kind)
    return book


@pytest.mark.parametrize(
    ("after", "kind", "reason"),
    [
        ({"I.1": NOT_APPLICABLE, "I.2": 10}, "verified_2", "not_applicable"),
        ({"I.1": 10, "I.2": 10}, "self_assessed", "not_yet_verified"),
        ({"I.2": 10}, "verified_2", "missing"),
        (None, "verified_2", "missing"),
    ],
)
def test_each_null_has_its_reason(after, kind, reason):
    assert recoveries(linked(after, kind)) == [("I.1", None, reason)]


def test_a_unit_with_one_unverified_leaf_is_left_out_of_recovery():
    book = linked({"I.1": 10})
    book.scores("303", 2022, {"I.2": 10}, "self_assessed")
    assert recoveries(book) == [("I.1", None, "not_yet_verified")]


def test_without_a_set_of_the_next_year_there_is_no_next_year():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10})
    book.framework(2023, {"I.1": 10})
    book.link(2021, "I.1", "I.1", to_year=2023)
    book.scores("303", 2021, {"I.1": 6})
    book.scores("303", 2023, {"I.1": 10})
    assert recoveries(book) == [("I.1", None, "no_next_year")]


def test_all_regained_is_exactly_one_nothing_exactly_zero_and_worse_below():
    leaves = {"I.1": 0.3, "I.2": 0.7, "I.3": 1}
    book = pair(leaves, {"I.1": 3, "I.2": 7, "I.3": 1})
    for code in leaves:
        book.link(2021, code, code, "new_maximum")
    book.scores("303", 2021, {"I.1": 0.1, "I.2": 0.6, "I.3": 0.5})
    book.scores("303", 2022, {"I.1": 3, "I.2": 6, "I.3": 0.25})
    assert recoveries(book) == [("I.1", 1, None), ("I.2", 0, None), ("I.3", -0.5, None)]


def test_a_survey_left_out_next_year_is_not_yet_verified():
    book = pair({"I.1": 4, "II.1": 2}, {"I.1": 4, "II.1": 2}, survey=("II.1",))
    book.link(2021, "II.1", "II.1")
    book.scores("303", 2021, {"I.1": 4})
    book.scores("303", 2021, {"II.1": 1}, "survey")
    book.scores("303", 2022, {"I.1": 4})
    assert recoveries(book) == [("II.1", None, "not_yet_verified")]


def test_without_scores_the_register_gives_the_share():
    book = pair({"I.1": 4, "I.2": 4}, {"I.1": 4, "I.2": 4})
    book.link(2021, "I.1", "I.1")
    book.remediation("303", 2021, "I.1", lost_points=2)
    book.scores("303", 2022, {"I.1": 3, "I.2": 4})
    assert recoveries(book) == [("I.1", 0.5, None)]


def test_kinds_of_units_have_links_of_their_own():
    book = Release()
    book.unit("303")
    book.unit("STP", kind="department", group="Sở")
    for year in (2021, 2022):
        book.framework(year, {"I.1": 10}, kinds=("urban_district",))
        book.framework(year, {"I.1": 10}, kinds=("department",))
    book.link(2021, "I.1", "I.1", kind="department")
    for unit in ("303", "STP"):
        book.scores(unit, 2021, {"I.1": 6})
        book.scores(unit, 2022, {"I.1": 10})
    told = rows(book.finish(), "remediation", "unit_code", "recovery", "recovery_reason")
    assert told == [("303", None, "no_link"), ("STP", 1, None)]
