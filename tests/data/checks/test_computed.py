"""What only shows once results are computed: published figures and registers against scores."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.problems import Problem, Severity


@pytest.fixture
def scored(book):
    """303: 4.5 + 3 and survey 9: 16.5 of 20, 82.5 %, rank 1. 304: 4 + 3 and 8: 15, rank 2."""
    scores = book.begin()
    for unit, (first, second, survey) in {
        "303": ("4.5", "3", "9"),
        "304": ("4", "3", "8"),
    }.items():
        book.score(scores, unit, "1", first)
        book.score(scores, unit, "2", second)
        book.score(scores, unit, "3", survey, kind="survey")
    return book


@pytest.mark.parametrize(
    ("what", "right", "wrong", "computed"),
    [
        ("total", "16.5", "16.6", "16.5"),
        ("index_percent", "82.5", "82.6", "82.5"),
        ("verified_total", "7.5", "7.6", "7.5"),
        ("survey_total", "9", "8", "9"),
        ("rank", "1", "2", "1"),
    ],
)
def test_a_published_figure_that_differs_is_told_with_the_computed_one(
    scored, what, right, wrong, computed
):
    columns = {"unit_code": "303", "year": 2021, "what": what, "file": "qd.xlsx"}
    problems = []
    for figure, cell in ((right, "C4"), (wrong, "D4")):
        published = scored.begin(form="published_results", file="qd.xlsx")
        scored.add(
            published,
            "published_result",
            raw=figure,
            cell=cell,
            published=Decimal(figure),
            published_text=figure,
            **columns,
        )
        problems += scored.computed(published)
    assert problems == [
        Problem(Severity.WARNING, "published_differs", "qd.xlsx", "S", "D4", wrong, computed)
    ]


def test_an_area_is_found_by_its_name_else_by_its_place(scored):
    published = scored.begin(form="published_results", file="qd.xlsx")
    columns = {"unit_code": "303", "year": 2021, "what": "area", "file": "qd.xlsx"}
    for name, place, figure, cell in (
        ("CHỈ ĐẠO, ĐIỀU HÀNH", 1, "7.5", "C4"),
        ("Lĩnh vực 2", 2, "8.9", "D4"),
    ):
        scored.add(
            published,
            "published_result",
            raw=figure,
            cell=cell,
            area_name=name,
            area_position=place,
            published=Decimal(figure),
            published_text=figure,
            **columns,
        )
    assert [(p.cell, p.found, p.expected) for p in scored.computed(published)] == [
        ("D4", "8.9", "9")
    ]


def test_scores_that_come_after_the_published_figure_bring_the_warning(book):
    published = book.begin(form="published_results", file="qd.xlsx")
    book.add(
        published,
        "published_result",
        raw="90",
        cell="C4",
        unit_code="303",
        year=2021,
        what="total",
        published=Decimal(90),
        published_text="90",
    )
    assert book.computed(published) == []
    scores = book.begin()
    for code, points, kind in (("1", "5", "verified_2"), ("2", "5", "verified_2")):
        book.score(scores, "303", code, points, kind=kind)
    assert [(p.code, p.cell) for p in book.computed(scores)] == [("published_differs", "C4")]
    later = book.begin(file="khac.xlsx")
    book.score(later, "304", "1", "5")
    assert book.computed(later) == []


def remediation(book, import_id, code, lost, cell):
    """A register row of unit 303."""
    book.add(
        import_id,
        "remediation",
        unit_code="303",
        year=2021,
        row_number=4,
        criterion_code=code,
        criterion_text=code,
        lost_points=Decimal(lost),
        verification_keys=[],
        cells={"lost_points": cell},
    )


def test_a_register_that_says_otherwise_than_the_scores_is_told_at_its_cell(scored):
    register = scored.begin(form="remediation")
    remediation(scored, register, "1", "0.5", "G4")
    remediation(scored, register, "2", "1", "G5")
    assert scored.computed(register) == [
        Problem(Severity.WARNING, "deduction_differs_from_score", "bang.xlsx", "S", "G5", "1", "2")
    ]


def test_a_register_row_on_a_parent_is_compared_with_all_below_it(scored):
    register = scored.begin(form="remediation")
    remediation(scored, register, "I", "2.5", "G4")
    assert scored.computed(register) == []


def test_several_actions_may_share_what_was_lost(scored):
    register = scored.begin(form="remediation")
    remediation(scored, register, "2", "1.5", "G4")
    remediation(scored, register, "2", "0.5", "G5")
    assert scored.computed(register) == []


def test_without_scores_the_register_counts_and_nothing_is_told(book):
    register = book.begin(form="remediation")
    remediation(book, register, "2", "1.5", "G4")
    assert book.computed(register) == []
