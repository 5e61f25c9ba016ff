"""What separates units, and what cannot be compared with the year before, worked out by hand."""

from __future__ import annotations

import pytest

from analysis.comparisons import (
    area_things,
    areas_apart,
    comparable_shares,
    inapplicable_areas,
)
from analysis.questions import Filters, answer
from analysis.rows import rows_of
from tests.analysis.asking import rows
from tests.analysis.by_hand import NOT_APPLICABLE, Release

# small(): 2021, of I.1 4, I.2 6, II.1 4, II.2 6: 305 4 5 2.5 6; 304 3 6 4 5.5; 303 4 4.5 3 6.
# Spread in points: I.1 4-3 = 1, I.2 6-4.5 = 1.5, II.1 4-2.5 = 1.5, II.2 6-5.5 = 0.5; all 4.5.


def test_the_widest_apart_come_first_and_name_both_ends(small_release):
    told = rows(
        small_release, "separating", "criterion_code", "spread_points", "best_units",
        "worst_units", "spread_part",
    )  # fmt: skip
    assert [(*row[:2], list(row[2]), list(row[3]), row[4]) for row in told] == [
        ("I.2", 1.5, ["304"], ["303"], pytest.approx(1 / 3)),
        ("II.1", 1.5, ["304"], ["305"], pytest.approx(1 / 3)),
        ("I.1", 1, ["303", "305"], ["304"], pytest.approx(1 / 4.5)),
        ("II.2", 0.5, ["303", "305"], ["304"], pytest.approx(0.5 / 4.5)),
    ]


def test_only_the_units_asked_for_count(small_release):
    told = rows(
        small_release, "separating", "criterion_code", "spread_points", "unit_count",
        unit_codes=("303", "305"),
    )  # fmt: skip
    assert told == [("I.2", 0.5, 2), ("II.1", 0.5, 2), ("I.1", 0, 2), ("II.2", 0, 2)]


def test_points_of_each_unit_stand_beside(small_release):
    asked = answer(small_release, "separating", Filters(2021, unit_codes=("304", "305")))
    first = rows_of(asked)[0]
    assert first["criterion_code"] == "II.1"
    assert {unit: float(points) for unit, points in first["points_of"].items()} == {
        "304": 4,
        "305": 2.5,
    }
    assert first["share_of"] == {"304": 1, "305": 0.625}


def test_an_area_narrows_the_rows_and_never_their_part_of_the_whole(small_release):
    told = rows(small_release, "separating", "criterion_code", "spread_part", area_code="II")
    assert told == [("II.1", pytest.approx(1 / 3)), ("II.2", pytest.approx(0.5 / 4.5))]


def test_a_provisional_unit_separates_nobody(small_release):
    # 2022: 303 has only assessed itself; 304 4 6 5 5.5, 305 4 6 3 5 of 4, 6, 5, 6.
    told = rows(
        small_release, "separating", "criterion_code", "spread_points", "unit_count", year=2022
    )
    assert told[:2] == [("II.5", 2, 2), ("II.2", 0.5, 2)]


def test_a_leaf_with_one_unit_left_separates_nothing():
    book = Release()
    for code, points in (("303", (5, NOT_APPLICABLE)), ("304", (4, 3))):
        book.unit(code)
        if code == "303":
            book.framework(2021, {"I.1": 5, "I.2": 5})
        book.scores(code, 2021, dict(zip(("I.1", "I.2"), points, strict=True)))
    told = rows(book.finish(), "separating", "criterion_code", "spread_points")
    assert told == [("I.1", 1)]


def test_what_came_in_and_what_went_out_is_named():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "I.2": 6})
    book.framework(2022, {"I.1": 10, "I.3": 10})
    book.link(2021, "I.1", "I.1")
    book.link(2021, "I.2", None, "dropped")
    for year, codes in ((2021, ("I.1", "I.2")), (2022, ("I.1", "I.3"))):
        book.scores("303", year, dict.fromkeys(codes, 5))
    told = rows(
        book.finish(), "unlinked", "side", "criterion_code", "maximum_points",
        "set_maximum_points", "unlinked_share", year=2022,
    )  # fmt: skip
    assert told == [("before", "I.2", 6, 16, 0.375), ("now", "I.3", 10, 20, 0.5)]


def test_the_first_set_has_nothing_to_be_linked_to(small_release):
    assert rows(small_release, "unlinked", "criterion_code", year=2021) == []
    assert rows(small_release, "unlinked", "criterion_code", year=2022) == []


def test_areas_of_a_group_have_their_median_and_best(small_release):
    # Areas 2021 of 10: I 9 9 8.5, II 8.5 9.5 9 (305, 304, 303).
    areas = rows_of(answer(small_release, "areas", Filters(2021)))
    assert [(row["code"], row["median"], row["best"]) for row in area_things(areas)] == [
        ("I", 90, 90),
        ("II", 90, 95),
    ]
    widest, nearest = areas_apart(areas, {"304", "305"})
    assert (widest.area_name, widest.distance) == ("Thủ tục hành chính", pytest.approx(10))
    assert (widest.highest, widest.lowest) == ("Quận Ngô Quyền", "Quận Lê Chân")
    assert nearest.distance == 0


def test_provisional_figures_are_not_held_apart(small_release):
    # 2022: 303 has only assessed itself; left are 304 and 305, level in I, 2.5 of 11 apart in II.
    areas = rows_of(answer(small_release, "areas", Filters(2022)))
    widest, nearest = areas_apart(areas, {"303", "304", "305"})
    assert (widest.highest, widest.lowest) == ("Quận Ngô Quyền", "Quận Lê Chân")
    assert widest.distance == pytest.approx(100 * 2.5 / 11)
    assert nearest.distance == 0


def test_an_area_that_does_not_apply_is_told_and_a_missing_one_is_not():
    book = Release()
    for code, points in (("303", (5, NOT_APPLICABLE)), ("304", (5, None))):
        book.unit(code)
        if code == "303":
            book.framework(2021, {"I.1": 5, "II.1": 5})
        told = dict(zip(("I.1", "II.1"), points, strict=True))
        book.scores(code, 2021, {leaf: value for leaf, value in told.items() if value is not None})
    areas = rows_of(answer(book.finish(), "areas", Filters(2021)))
    found = inapplicable_areas(areas, {"303", "304"})
    assert {area: [row["unit_code"] for row in rows] for area, rows in found.items()} == {
        "Thủ tục hành chính": ["303"]
    }


def test_the_part_of_the_maximum_that_can_be_compared(small_release):
    # 2022: all 21 points hang on links.
    changes = rows_of(answer(small_release, "changes", Filters(2022)))
    whole = [row for row in changes if row["area_code"] is None]
    ranking = rows_of(answer(small_release, "ranking", Filters(2022)))
    assert comparable_shares(whole, ranking) == [1, 1]
