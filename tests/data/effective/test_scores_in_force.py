"""What is in force of units, sets and scores: later imports win, withdrawn ones never were."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.data.effective.registers_book import Workspace


@pytest.fixture
def book() -> Iterator[Workspace]:
    workspace = Workspace()
    yield workspace
    workspace.connection.close()


def answer(book: Workspace, question: str) -> list[tuple[Any, ...]]:
    return book.connection.execute(question).fetchall()


def a_set(
    book: Workspace,
    year: int,
    leaves: dict[str, tuple[str, str]],
    *,
    import_id: int = 1,
    kinds: tuple[str, ...] = ("urban_district",),
    sections: dict[str, str] | None = None,
) -> str:
    """One area 'I' over the leaves: code -> (name, maximum)."""
    framework = f"{year} {'+'.join(kinds)}"
    book.add(
        "framework",
        import_id=import_id,
        framework_id=framework,
        year=year,
        unit_kinds=list(kinds),
        ranks_adjusted=False,
    )
    nodes = [("I", None, "Chỉ đạo, điều hành", None), *((c, "I", *v) for c, v in leaves.items())]
    for position, (code, parent, name, maximum) in enumerate(nodes):
        book.add(
            "criterion",
            import_id=import_id,
            framework_id=framework,
            criterion_code=code,
            parent_code=parent,
            area_code="I",
            position=position,
            depth=0 if parent is None else 1,
            criterion_name=name,
            printed_maximum=Decimal(maximum) if maximum else None,
            section=(sections or {}).get(code, "main"),
            is_survey=name.startswith("Hài lòng"),
            is_leaf=parent is not None,
            own_reform_area="direction" if parent is None else None,
        )
    return framework


def score(
    book: Workspace,
    code: str,
    points: str | None,
    *,
    import_id: int = 1,
    kind: str = "verified_2",
    is_applicable: bool = True,
    unit: str = "305",
) -> None:
    book.add(
        "score",
        import_id=import_id,
        unit_code=unit,
        year=2021,
        criterion_code=code,
        kind=kind,
        is_applicable=is_applicable,
        points=Decimal(points) if points else None,
    )


def scores(book: Workspace) -> list[tuple[Any, ...]]:
    return answer(
        book,
        "select criterion_code, kind, is_applicable, points from effective.score order by all",
    )


def test_a_later_import_wins_leaf_by_leaf_and_a_withdrawn_one_never_was(book: Workspace) -> None:
    a_set(book, 2021, {"1.1": ("A", "5"), "1.2": ("B", "5"), "1.3": ("C", "5")})
    score(book, "1.1", "3")
    score(book, "1.2", "4")
    score(book, "1.3", "5")
    score(book, "1.1", "2", import_id=2)
    score(book, "1.2", None, import_id=2)
    two = [("1.1", "verified_2", True, Decimal(2)), ("1.3", "verified_2", True, Decimal(5))]
    assert scores(book) == two
    book.withdraw(2)
    assert [points for *_, points in scores(book)] == [Decimal(3), Decimal(4), Decimal(5)]


def test_in_one_import_a_blank_clears_nothing_that_another_file_fills(book: Workspace) -> None:
    a_set(book, 2021, {"1.1": ("A", "5")})
    score(book, "1.1", None)
    score(book, "1.1", "3")
    score(book, "1.1", None)
    assert scores(book) == [("1.1", "verified_2", True, Decimal(3))]


def test_points_and_a_mark_of_not_applicable_take_back_one_another_by_import(
    book: Workspace,
) -> None:
    a_set(book, 2021, {"1.1": ("A", "5"), "1.2": ("B", "5"), "1.3": ("C", "5")})
    score(book, "1.1", None, kind="self_assessed", is_applicable=False)
    score(book, "1.1", "3", import_id=2)
    score(book, "1.2", "3", kind="self_assessed")
    score(book, "1.2", None, import_id=2, is_applicable=False)
    score(book, "1.3", "3")
    score(book, "1.3", None, kind="self_assessed", import_id=2, is_applicable=False)
    assert scores(book) == [
        ("1.1", "verified_2", True, Decimal(3)),
        ("1.2", "self_assessed", True, Decimal(3)),
        ("1.2", "verified_2", False, None),
        ("1.3", "self_assessed", False, None),
    ]


def test_scores_of_a_criterion_that_a_corrected_set_dropped_are_out_of_force(
    book: Workspace,
) -> None:
    a_set(book, 2021, {"1.1": ("A", "5"), "1.2": ("B", "5")})
    score(book, "1.1", "3")
    score(book, "1.2", "4")
    a_set(book, 2021, {"1.1": ("A", "6")}, import_id=2)
    assert [code for code, *_ in scores(book)] == ["1.1"]
    assert answer(
        book, "select criterion_code, maximum_points from effective.criterion order by position"
    ) == [("I", Decimal(6)), ("1.1", Decimal(6))]


def test_a_set_for_one_kind_replaces_a_wider_one_for_that_kind_alone(book: Workspace) -> None:
    wide = a_set(book, 2021, {"1.1": ("A", "5")}, kinds=("rural_district", "urban_district"))
    narrow = a_set(book, 2021, {"1.1": ("A", "6")}, import_id=2)
    question = "select unit_kind, framework_id from effective.framework_kind order by all"
    assert answer(book, question) == [("rural_district", wide), ("urban_district", narrow)]
    totals = "select framework_id, maximum_points from effective.framework order by all"
    assert answer(book, totals) == [(wide, Decimal(5)), (narrow, Decimal(6))]
    book.withdraw(2)
    assert answer(book, totals) == [(wide, Decimal(5))]


def test_the_sets_maximum_leaves_bonus_out_and_a_parents_is_the_sum_below(book: Workspace) -> None:
    a_set(
        book,
        2021,
        {"1.1": ("A", "5"), "1.2": ("B", "2.5"), "C1": ("Thưởng", "1")},
        sections={"C1": "bonus"},
    )
    assert answer(book, "select maximum_points from effective.framework") == [(Decimal("7.5"),)]
    area = "select maximum_points from effective.criterion where criterion_code = 'I'"
    assert answer(book, area) == [(Decimal("8.5"),)]


def test_a_mapping_beats_the_areas_own_name_and_a_survey_leaf_may_speak_for_another(
    book: Workspace,
) -> None:
    a_set(book, 2021, {"1.1": ("A", "5"), "1.2": ("Hài lòng", "5"), "1.3": ("Hài lòng 2", "1")})
    question = "select criterion_code, reform_area from effective.criterion order by position"
    assert {area for _, area in answer(book, question)} == {"direction"}
    mapped: dict[str, Any] = {"year": 2021, "unit_kind": "urban_district"}
    book.add("area_mapping", **mapped, criterion_code="I", reform_area="impact")
    book.add("area_mapping", **mapped, criterion_code="1.2", reform_area="institutions")
    book.add("area_mapping", **mapped, criterion_code="1.1", reform_area="institutions")
    book.add("area_mapping", import_id=2, **mapped, criterion_code="1.2", reform_area="procedures")
    assert answer(book, question) == [
        ("I", "impact"),
        ("1.1", "impact"),
        ("1.2", "procedures"),
        ("1.3", "impact"),
    ]


def links(book: Workspace) -> list[tuple[Any, ...]]:
    return answer(
        book,
        "select from_year, from_code, to_year, to_code, link_kind, is_written "
        "from effective.criterion_link order by all",
    )


def test_equal_code_name_and_maximum_link_a_set_with_the_next_there_is(book: Workspace) -> None:
    a_set(book, 2021, {"1.1": ("KẾ HOẠCH", "5"), "1.2": ("Báo cáo", "5"), "1.3": ("C", "1")})
    a_set(book, 2023, {"1.1": ("Kế hoạch", "5"), "1.2": ("Báo cáo", "4"), "1.3": ("D", "1")})
    assert links(book) == [(2021, "1.1", 2023, "1.1", "unchanged", False)]


def test_a_written_row_beats_the_implied_link_of_either_side(book: Workspace) -> None:
    same = {"1.1": ("A", "5"), "1.2": ("B", "5"), "1.3": ("C", "5")}
    a_set(book, 2021, same)
    a_set(book, 2022, same)
    span: dict[str, Any] = {"unit_kind": "urban_district", "from_year": 2021, "to_year": 2022}
    book.add("criterion_link", **span, from_code="1.1", to_code=None, link_kind="dropped")
    book.add("criterion_link", **span, from_code=None, to_code="1.2", link_kind="new")
    assert links(book) == [
        (2021, "1.1", 2022, None, "dropped", True),
        (2021, "1.3", 2022, "1.3", "unchanged", False),
        (2021, None, 2022, "1.2", "new", True),
    ]
    # A later import says anew what becomes of 1.1.
    for to_code in ("1.1", "1.2"):
        book.add(
            "criterion_link",
            import_id=2,
            **span,
            from_code="1.1",
            to_code=to_code,
            link_kind="split",
        )
    assert [link[1:5] for link in links(book)][:2] == [
        ("1.1", 2022, "1.1", "split"),
        ("1.1", 2022, "1.2", "split"),
    ]


def test_a_note_keeps_what_a_later_file_leaves_blank(book: Workspace) -> None:
    told: dict[str, Any] = {"unit_code": "305", "year": 2021, "criterion_code": "1.1"}
    book.add("score_note", **told, evidence="QĐ 12", note="cũ")
    book.add("score_note", import_id=2, **told, note="mới", forms_count=400)
    question = "select evidence, note, forms_count from effective.score_note"
    assert answer(book, question) == [("QĐ 12", "mới", 400)]


def test_bands_of_a_year_and_group_are_replaced_together(book: Workspace) -> None:
    def band(import_id: int, group: str, name: str, low: int, high: int) -> None:
        book.add(
            "band",
            import_id=import_id,
            year=2021,
            ranking_group=group,
            band=name,
            from_percent=Decimal(low),
            to_percent=Decimal(high),
        )

    band(1, "Quận", "A", 80, 100)
    band(1, "Quận", "B", 60, 80)
    band(1, "Huyện", "A", 80, 100)
    band(2, "Quận", "Tốt", 90, 100)
    question = "select ranking_group, band from effective.band order by all"
    assert answer(book, question) == [("Huyện", "A"), ("Quận", "Tốt")]


def test_a_published_figure_is_replaced_by_a_later_decision(book: Workspace) -> None:
    told: dict[str, Any] = {
        "unit_code": "305",
        "year": 2021,
        "what": "area",
        "area_name": "Thể chế",
    }
    book.add("published_result", **told, published=Decimal(5))
    book.add(
        "published_result", import_id=2, **{**told, "area_name": "THỂ CHẾ"}, published=Decimal(6)
    )
    book.add("published_result", unit_code="305", year=2021, what="total", published=Decimal(70))
    question = "select what, published from effective.published_result order by all"
    assert answer(book, question) == [("area", Decimal(6)), ("total", Decimal(70))]


def test_a_blank_cell_of_a_units_workbook_leaves_what_is_known(book: Workspace) -> None:
    day = datetime.date(2024, 12, 31)
    book.add("unit", import_id=2, unit_code="305", valid_to=day)
    book.add("unit", import_id=2, unit_code="999", valid_to=day)
    question = "select unit_code, unit_name, valid_to from effective.unit order by all"
    assert answer(book, question) == [
        ("304", "Quận Ngô Quyền", None),
        ("305", "Quận Lê Chân", day),
    ]


def group(
    book: Workspace, import_id: int, year: int | None, name: str | None, *, ranked: bool = True
) -> None:
    book.add(
        "unit_group",
        import_id=import_id,
        unit_code="305",
        year=year,
        ranking_group=name,
        is_ranked=ranked,
    )


def test_a_unit_that_nobody_put_into_a_group_stands_among_its_kind(book: Workspace) -> None:
    question = """
        select ranking_group, is_ranked from effective.unit_group
        where unit_code = '305' and year = 2021
    """
    assert answer(book, question) == [("Quận", True)]
    group(book, 2, None, "Khối 1")
    assert answer(book, question) == [("Khối 1", True)]


def test_groups_stand_for_the_years_of_validity_a_year_beats_every_year(book: Workspace) -> None:
    start, end = datetime.date(2020, 12, 15), datetime.date(2024, 6, 30)
    book.add("unit", import_id=1, unit_code="305", valid_from=start, valid_to=end)
    group(book, 1, 2022, "Khối 2")
    group(book, 1, None, "Khối 1")
    question = """
        select year, ranking_group, is_ranked from effective.unit_group
        where unit_code = '305' order by year
    """
    # From 15/12/2020 is the reporting year 2021; on 14/12/2024 the unit is gone.
    assert answer(book, question) == [
        (2021, "Khối 1", True),
        (2022, "Khối 2", True),
        (2023, "Khối 1", True),
    ]
    group(book, 2, 2023, None, ranked=False)
    assert answer(book, question)[2] == (2023, "Khối 1", False)
    group(book, 3, None, "Khối 3")
    assert {row[1:] for row in answer(book, question)} == {("Khối 3", True)}
    book.withdraw(3)
    assert answer(book, question)[0] == (2021, "Khối 1", True)


def test_every_view_has_the_columns_of_its_release_table(book: Workspace) -> None:
    from tests.data.effective.registers_book import ROOT

    for file in ("02_units", "03_criteria", "04_scores", "05_published"):
        text = (ROOT / f"data/schema/release/{file}.sql").read_text(encoding="utf-8")
        book.connection.execute(text)
    for name in (
        "unit",
        "unit_alias",
        "unit_group",
        "unit_succession",
        "framework",
        "framework_kind",
        "criterion",
        "criterion_link",
        "score",
        "score_note",
        "band",
        "published_result",
    ):
        wanted = set(book.connection.table(f"main.{name}").columns)
        assert wanted <= set(book.connection.table(f"effective.{name}").columns), name
