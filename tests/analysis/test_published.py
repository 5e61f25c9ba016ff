"""Published figures: a basis where scores are not known, a comparison where they are."""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import Release


def decree() -> Release:
    book = Release()
    for code, name in {"303": "Hồng Bàng", "304": "Ngô Quyền", "309": "Dương Kinh"}.items():
        book.unit(code, f"Quận {name}")
    book.framework(2021, {"I.1": 40, "II.1": 60})
    return book


def test_without_scores_the_printed_figures_stand_and_say_so():
    book = decree()
    book.published("309", 2021, "index_percent", 91.26)
    book.published("309", 2021, "rank", 1)
    book.published("309", 2021, "band", None, text="Tốt")
    told = rows(
        book.finish(), "ranking", "unit_code", "index_percent", "rank", "band", "basis", "points",
        "points_at_stake", "survey_lost_points",
    )  # fmt: skip
    assert told == [("309", 91.26, 1, "Tốt", "published", None, None, None)]


def test_a_rank_that_is_not_printed_is_not_made_up():
    book = decree()
    book.published("309", 2021, "index_percent", 91.26)
    assert rows(book.finish(), "ranking", "rank", "is_ranked") == [(None, False)]


def test_a_unit_with_scores_stands_on_them_beside_published_ones():
    book = decree()
    book.scores("304", 2021, {"I.1": 36, "II.1": 48.5})
    for unit, total in {"303": 89.55, "304": 84.6}.items():
        book.published(unit, 2021, "total", total)
        book.published(unit, 2021, "rank", 3)
    told = rows(book.finish(), "ranking", "unit_code", "index_percent", "rank", "basis")
    assert told == [("304", 84.5, 1, "full"), ("303", None, 3, "published")]


def test_a_printed_zero_beside_blank_parts_is_missing():
    book = decree()
    for unit, first, second in (("303", 40, 50), ("304", None, None), ("309", 0, 0)):
        for position, points in ((1, first), (2, second)):
            book.published(
                unit, 2021, "area", points, area=f"Lĩnh vực {position}", position=position,
                maximum=(40, 60)[position - 1],
            )  # fmt: skip
        book.published(unit, 2021, "total", (first or 0) + (second or 0))
    told = rows(book.finish(), "ranking", "unit_code", "points", "maximum_points", "index_percent")
    assert sorted(told) == [("303", 90, 100, 90), ("309", 0, 100, 0)]


def test_published_areas_are_found_by_name_and_by_place_and_ranked():
    book = decree()
    for unit, first in {"303": 30, "304": 40}.items():
        book.published(unit, 2021, "area", first, area="CHỈ ĐẠO, điều hành", position=1, maximum=40)
        book.published(unit, 2021, "area", 45, area="Lĩnh vực 2", position=2, maximum=60)
        book.published(unit, 2021, "total", first + 45)
    told = rows(book.finish(), "areas", "unit_code", "area_code", "area_percent", "rank", "basis")
    assert told == [
        ("303", "I", 75, 2, "published"),
        ("303", "II", 75, 1, "published"),
        ("304", "I", 100, 1, "published"),
        ("304", "II", 75, 1, "published"),
    ]


def test_a_difference_is_shown_with_its_cell():
    book = decree()
    book.scores("304", 2021, {"I.1": 36, "II.1": 48.5})
    book.published("304", 2021, "area", 36.1, area="Chỉ đạo điều hành", position=1, maximum=40)
    book.published("304", 2021, "index_percent", 84.5)
    book.published("304", 2021, "rank", 2)
    told = rows(
        book.finish(), "published", "what", "area_code", "published", "computed", "difference",
        "is_different",
    )  # fmt: skip
    assert told == [
        ("area", "I", 36.1, 36, pytest.approx(0.1), True),
        ("index_percent", None, 84.5, 84.5, 0, False),
        ("rank", None, 2, 1, 1, True),
    ]


@pytest.mark.parametrize(("printed", "differs"), [("84.5", False), ("84.56", True), ("85", False)])
def test_half_a_unit_of_the_last_printed_decimal_is_no_difference(printed, differs):
    book = decree()
    book.scores("304", 2021, {"I.1": 36, "II.1": 48.54})  # 84.54
    book.published("304", 2021, "total", float(printed), text=printed)
    assert rows(book.finish(), "published", "is_different") == [(differs,)]


def test_a_provisional_unit_is_not_compared():
    book = decree()
    book.scores("304", 2021, {"I.1": 36, "II.1": 48}, "self_assessed")
    book.published("304", 2021, "total", 84.5)
    assert rows(book.finish(), "published", "computed", "difference") == [(None, None)]


def test_what_ranks_is_what_is_compared():
    book = Release()
    book.unit("304")
    book.framework(2021, {"I.1": 100, "bonus.1": 5}, ranks_adjusted=True)
    book.scores("304", 2021, {"I.1": 84, "bonus.1": 2})
    book.published("304", 2021, "total", 86)
    book.published("304", 2021, "index_percent", 86)
    assert rows(book.finish(), "published", "difference") == [(0,), (0,)]
