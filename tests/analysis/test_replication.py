"""After replication, how alike units are, durability, and what an initiative's effect is worth."""

from __future__ import annotations

import pytest

from analysis.replication import adopters
from data.reference import UnitKnown
from data.resolving.unit_finder import UnitFinder
from tests.analysis.asking import rows
from tests.analysis.by_hand import NOT_APPLICABLE, Release

UNITS = tuple(str(number) for number in range(301, 313))


def known(code, name, *spellings):
    return UnitKnown(
        unit_code=code, unit_name=name, unit_kind="department", valid_from=None, valid_to=None,
        spellings=spellings, groups={}, ranked_years=frozenset(),
    )  # fmt: skip


FINDER = UnitFinder(
    [
        known("SGDDT", "Sở Giáo dục và Đào tạo"),
        known("SNV", "Sở Nội vụ"),
        known("STC", "Sở Tài chính"),
    ]
)


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("Sở Giáo dục và Đào tạo", [("Sở Giáo dục và Đào tạo", "SGDDT")]),
        ("Đơn vị trực thuộc; Sở Nội vụ", [("Đơn vị trực thuộc", None), ("Sở Nội vụ", "SNV")]),
        (
            "Sở Nội vụ, Sở Giáo dục và Đào tạo và Sở Tài chính",
            [("Sở Nội vụ", "SNV"), ("Sở Giáo dục và Đào tạo", "SGDDT"), ("Sở Tài chính", "STC")],
        ),
        ("Sở Nội vụ và Sở Tài chính", [("Sở Nội vụ", "SNV"), ("Sở Tài chính", "STC")]),
        ("Các xã, phường trên địa bàn", [("Các xã, phường trên địa bàn", None)]),
        ("\nSNV\n\nSTC", [("SNV", "SNV"), ("STC", "STC")]),
    ],
)
def test_places_of_replication_are_told_apart(written, places):
    assert list(adopters(written, FINDER, 2021)) == places


def replicated(*adopting, others=5, units=UNITS) -> Release:
    """301 runs it since 2021; in 2020 all have 5 of 10 in II.1, in 2021 and 2022 as given.

    Adopters come to 8, 9, 7, others to 6; 2022 repeats 2021 and adds one point to adopters.
    """
    book = Release()
    for code in units[: 1 + len(adopting) + others]:
        book.unit(code, f"Quận {code}")
    for year in (2020, 2021, 2022):
        book.framework(year, {"I.1": 10, "II.1": 10})
        for place, code in enumerate(units[: 1 + len(adopting) + others]):
            is_adopter = 1 <= place <= len(adopting)
            points = 5 if year == 2020 else (adopting[place - 1] if is_adopter else 6)
            extra = 1 if is_adopter and year == 2022 else 0
            book.scores(code, year, {"I.1": 5, "II.1": points + extra})
    for year in (2020, 2021):
        book.link(year, "I.1", "I.1")
        book.link(year, "II.1", "II.1")
    places = "; ".join(f"Quận {code}" for code in units[1 : 1 + len(adopting)])
    book.initiative(
        "301", 2021, "Một cửa không giấy", reform_area="procedures", replicated_at=places
    )
    return book


AFTER = (
    "named_count", "adopter_count", "other_count", "adopter_median_change",
    "other_median_change", "median_difference", "change_reason",
)  # fmt: skip


def test_adopters_are_held_against_units_of_their_group_that_did_not_adopt():
    # Before 50 %; adopters after (2022) 90, 100, 80: +40, +50, +30; others 60: +10.
    told = rows(replicated(8, 9, 7).finish(), "after_replication", *AFTER)
    assert told == [(3, 3, 5, 40, 10, 30, None)]


def test_each_adopter_is_told_with_its_years():
    told = rows(
        replicated(8, 9, 7).finish(), "adopters", "adopter_code", "adopted_year", "before_year",
        "after_year", "before_percent", "after_percent", "percent_change", "change_reason",
    )  # fmt: skip
    assert told == [
        ("302", 2021, 2020, 2022, 50, 90, 40, None),
        ("303", 2021, 2020, 2022, 50, 100, 50, None),
        ("304", 2021, 2020, 2022, 50, 80, 30, None),
    ]


def test_too_few_adopters_or_others_are_no_comparison():
    few = rows(replicated(8, 9).finish(), "after_replication", *AFTER)
    assert few == [(2, 2, 5, None, None, None, "too_few_adopters")]
    alone = rows(replicated(8, 9, 7, others=4).finish(), "after_replication", *AFTER)
    assert alone == [(3, 3, 4, None, None, None, "too_few_others")]


def test_a_unit_that_runs_the_same_itself_is_no_other():
    book = replicated(8, 9, 7, others=6)
    book.initiative("310", 2021, "Một cửa không giấy", reform_area="procedures")
    told = rows(book.finish(), "after_replication", *AFTER)
    assert told == [(3, 3, 5, 40, 10, 30, None)]


def test_places_that_are_no_units_are_named_and_not_compared():
    book = replicated(8)
    book.initiative(
        "305", 2021, "Khác", reform_area="procedures", replicated_at="Các xã trên địa bàn"
    )
    release = book.finish()
    told = rows(release, "after_replication", *AFTER, unit_codes=("305",))
    assert told == [(0, 0, 0, None, None, None, "no_unit_named")]
    told = rows(release, "adopters", "adopter_name", "change_reason", unit_codes=("305",))
    assert told == [("Các xã trên địa bàn", "not_a_unit")]


def test_adoption_counts_from_the_year_in_which_it_is_first_told():
    book = replicated(8, 9, 7)
    book.initiative(
        "301", 2022, "Một cửa không giấy", reform_area="procedures", replicated_at="Quận 302"
    )
    told = rows(book.finish(), "adopters", "adopted_year", "before_year", year=2022)
    assert told == [(2021, 2020)]


def test_what_links_do_not_tie_together_is_not_compared():
    book = replicated(8, 9, 7)
    book.connection.execute("delete from criterion_link where from_code = 'II.1'")
    told = rows(book.finish(), "adopters", "percent_change", "change_reason")
    assert told == [(None, "not_comparable")] * 3


def alike() -> Release:
    """Area II: 301 has all; 302 lacks 4 of leaf II.1. Area III apart by 20 %, I by 10 %."""
    book = Release()
    for code in UNITS[:5]:
        book.unit(code)
    book.unit("306", group="Huyện")
    book.framework(2021, {"I.1": 10, "II.1": 6, "II.2": 2, "II.3": 2, "III.1": 10})
    points = {
        "301": (5, 6, 2, 2, 5),
        "302": (6, 2, 2, NOT_APPLICABLE, 7),
        "303": (5, 5, 2, 2, 5),
        "304": (6, 5, 2, 2, 7),
        "305": (5, 5, 2, 2, 5),
        "306": (6, 2, 2, 2, 7),
    }
    for code, values in points.items():
        book.scores(code, 2021, dict(zip(book_leaves(book), values, strict=True)))
    return book


def book_leaves(book):
    return ("I.1", "II.1", "II.2", "II.3", "III.1")


def test_how_alike_a_donor_and_its_receivers_are():
    release = alike().finish()
    told = {
        code: rest
        for donor, code, *rest in rows(
            release, "receivers", "donor_code", "unit_code", "points", "is_same_group",
            "common_share", "profile_distance", area_code="II", minimum_z=-9.0,
            minimum_probability=0.0,
        )
        if donor == "301"
    }  # fmt: skip
    # I: 5 or 6 of 10, three each: deviation 5 %; III: 5 or 7, deviation 10 %. 301 and 302 differ
    # by 10 and 20 points: 2 deviations each. Common leaves: 8 of 10 points.
    assert told["302"] == [4, True, 0.8, pytest.approx(2)]
    assert told["303"] == [1, True, 1, 0]
    assert told["306"][1:3] == [False, 1]


def test_durability_is_told_year_by_year():
    book = Release()
    for code in UNITS[:5]:
        book.unit(code)
    for year, points in {2019: 6.8, 2020: 6.9, 2021: 9.5}.items():
        book.framework(year, {"II.1": 10})
        for code in UNITS[:5]:
            book.scores(code, year, {"II.1": points if code == "301" else 7})
    for year in (2019, 2020):
        book.link(year, "II.1", "II.1")
    told = rows(
        book.finish(), "durability", "told_year", "area_percent", "percent_before",
        "is_top_quartile", "is_not_lower", "is_held", unit_codes=("301",), area_code="II",
    )  # fmt: skip
    assert told == [
        (2021, pytest.approx(95), pytest.approx(69), True, True, True),
        (2020, pytest.approx(69), pytest.approx(68), False, True, True),
        (2019, pytest.approx(68), None, False, None, None),
    ]


@pytest.mark.parametrize(
    ("measure", "before", "after", "said"),
    [
        ("Thời gian (ngày)", "5", "2", (-3, True, True, None)),
        ("Tỷ lệ (%)", "35,5", "30", (-5.5, False, False, "not_improved")),
        ("Mức hài lòng", "chưa đo", "tốt hơn", (None, False, False, "effect_not_a_number")),
        ("Mức hài lòng", None, "90", (None, False, False, "no_effect_given")),
    ],
)
def test_an_initiative_says_why_its_effect_does_not_count(measure, before, after, said):
    book = Release()
    book.unit("301")
    book.initiative("301", 2021, measure=measure, effect_before=before, effect_after=after)
    told = rows(
        book.finish(), "initiatives", "effect_difference", "is_less_better", "is_improved",
        "not_counted_reason",
    )  # fmt: skip
    assert told == [said]
