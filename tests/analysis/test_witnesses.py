"""Index, inspection and survey as witnesses of one area (definitions 5.1)."""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import NOT_APPLICABLE, QUAN, Release

SAYS = ("unit_code", "area_code", "index_says", "inspection_says", "survey_says", "is_disagreement")


def one_area(points: float | str, **framework) -> Release:
    """One district with area II of 100 points in 2021."""
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "II.1": 100}, **framework)
    book.scores("303", 2021, {"I.1": 8, "II.1": points})
    return book


def said(book: Release, what: str, area: str = "procedures") -> object:
    return rows(book.finish(), "witnesses", what, area_code=area)[0][0]


@pytest.mark.parametrize(
    ("points", "says"),
    [
        (90, "good"),
        (89.99, "middling"),
        (70, "middling"),
        (69.99, "weak"),
        (NOT_APPLICABLE, "silent"),
    ],
)
def test_the_index_speaks_by_the_national_classes(points, says):
    assert said(one_area(points), "index_says") == says


@pytest.mark.parametrize(
    ("points", "says"), [(85, "good"), (84.99, "middling"), (60, "middling"), (59.99, "weak")]
)
def test_the_classes_of_the_own_group_go_first(points, says):
    book = one_area(points)
    for name, start, end in (("Tốt", 85, 100), ("Khá", 60, 85), ("Yếu", 0, 60)):
        book.band(2021, QUAN, name, start, end)
    book.band(2020, QUAN, "Tốt", 10, 100)
    assert said(book, "index_says") == says


VISIT = {"areas": ["procedures"]}


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        ([], "silent"),
        ([("strength", {})], "good"),
        ([("difficulty", {}), ("strength", {})], "good"),
        ([("limitation", {"severity": "minor"}), ("strength", {})], "middling"),
        ([("limitation", {"severity": "serious"}), ("strength", {})], "weak"),
        ([("limitation", {"severity": "serious", "state": "closed"})], "silent"),
        ([("limitation", {"severity": "serious", "state": "closed"}), ("strength", {})], "good"),
        ([("violation", {"severity": "minor", "state": "reported"})], "weak"),
    ],
)
def test_a_held_inspection_speaks_by_what_is_open(findings, says):
    book = one_area(80)
    visit = book.inspection("303", 2021, "2021-06-01", "2021-06-02", **VISIT)
    for kind, values in findings:
        book.finding("303", 2021, kind, reform_area="procedures", inspection_id=visit, **values)
    assert said(book, "inspection_says") == says


@pytest.mark.parametrize(
    ("year", "held_on", "areas"),
    [(2021, None, []), (2020, "2020-06-02", []), (2021, "2021-06-02", ["direction"])],
)
def test_a_visit_not_held_of_another_year_or_area_is_silent(year, held_on, areas):
    book = one_area(95)
    visit = book.inspection("303", year, f"{year}-06-01", held_on, areas=areas)
    book.finding("303", year, severity="serious", reform_area="procedures", inspection_id=visit)
    assert said(book, "inspection_says") == "silent"


def test_a_programme_without_areas_covers_all_six():
    book = one_area(95)
    visit = book.inspection("303", 2021, "2021-06-01", "2021-06-01")
    book.finding("303", 2021, "strength", reform_area="institutions", inspection_id=visit)
    told = rows(book.finish(), "witnesses", *SAYS)
    assert len(told) == 6
    assert ("303", "institutions", "silent", "good", "silent", False) in told


def surveyed(points: float, **values) -> Release:
    """Survey leaf II.2 of 10 points: of area II, or mapped elsewhere."""
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "II.1": 90, "II.2": 10}, survey=("II.2",), **values)
    book.scores("303", 2021, {"I.1": 9.5, "II.1": 90})
    book.scores("303", 2021, {"II.2": points}, "survey")
    return book


def test_a_survey_leaf_speaks_for_its_area_or_for_the_one_it_is_mapped_to():
    assert said(surveyed(6.9), "survey_says") == "weak"
    mapped = surveyed(6.9, survey_areas={"II.2": "direction"}).finish()
    assert rows(mapped, "witnesses", *SAYS) == [
        ("303", "direction", "good", "silent", "weak", True),
        ("303", "procedures", "good", "silent", "silent", False),
    ]


def test_a_survey_that_is_left_out_is_silent():
    book = surveyed(6.9)
    book.unit("304")
    book.scores("304", 2021, {"I.1": 9, "II.1": 80})
    assert {row[4] for row in rows(book.finish(), "witnesses", *SAYS)} == {"silent"}


def test_disagreements_come_first_then_the_points_lost():
    book = Release()
    for code in ("301", "302", "303"):
        book.unit(code)
    book.framework(2021, {"II.1": 100})
    for code, points in (("301", 75), ("302", 95), ("303", 60)):
        book.scores(code, 2021, {"II.1": points})
    visit = book.inspection("302", 2021, "2021-06-01", "2021-06-01", **VISIT)
    book.finding("302", 2021, "violation", reform_area="procedures", inspection_id=visit)
    assert rows(book.finish(), "witnesses", *SAYS, "lost_points") == [
        ("302", "procedures", "good", "weak", "silent", True, 5),
        ("303", "procedures", "weak", "silent", "silent", False, 40),
        ("301", "procedures", "middling", "silent", "silent", False, 25),
    ]


def test_areas_mapped_to_one_reform_area_are_pooled_and_unmapped_ones_stay_apart():
    book = Release()
    book.unit("303")
    book.framework(2021, {"I.1": 10, "II.1": 30, "III.1": 10, "IV.1": 10})
    book.connection.execute(
        "update criterion set reform_area = 'procedures' where criterion_code = 'III'"
    )
    book.scores("303", 2021, {"I.1": 10, "II.1": 30, "III.1": 2, "IV.1": 5})
    told = rows(book.finish(), "witnesses", "area_code", "set_area_codes", "area_percent")
    assert [(code, list(codes), percent) for code, codes, percent in told] == [
        ("procedures", ["II", "III"], 80),
        (None, ["IV"], 50),
        ("direction", ["I"], 100),
    ]


def test_a_code_of_the_set_asks_for_the_reform_area():
    told = rows(one_area(95).finish(), "witnesses", "area_code", area_code="II")
    assert told == [("procedures",)]
