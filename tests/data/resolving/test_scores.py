"""Scores of sheets, matrices and lists: which leaf, which kind, which points."""

import datetime
from decimal import Decimal

import pytest

from data.forms.found import CellValue, Hints, SourceFile, Staged
from data.problems import Severity
from data.reference import CriterionKnown, Reference
from data.resolving.scores import (
    conflicting_scores,
    resolve_scores_long,
    resolve_scores_matrix,
    resolve_scores_unit,
)
from tests.data.resolving.tables import LE_CHAN, UNITS, codes, criterion, rows, table, unit

SET = (
    criterion("I", None, "Chỉ đạo, điều hành", "15", is_leaf=False),
    criterion("1.1", "I", "Kế hoạch", "5", area="I"),
    criterion("1.2", "I", "Kiểm tra", "10", area="I"),
    criterion("II", None, "Tác động", "20", is_leaf=False),
    criterion("2.1", "II", "Hài lòng của người dân", "12", area="II", is_survey=True),
    criterion("2.2", "II", "Hài lòng của doanh nghiệp", "8", area="II", is_survey=True),
    criterion("III", None, "Điểm trừ", "2", section="penalty", is_leaf=False),
    criterion("3.1", "III", "Báo cáo chậm", "2", area="III", section="penalty"),
)
KINDS = ("urban_district", "rural_district")
BOOK = Reference(units=UNITS, criteria={(2021, kind): SET for kind in KINDS})
COLUMNS = ("criterion_code", "criterion_name")


def sheet(lines: list[tuple[CellValue, ...]], *columns: str, **context: str) -> Staged:
    told = {"year": "2021", "unit": "UBND quận Lê Chân", **context}
    read = table("scores_unit", (*COLUMNS, *columns), lines, **told)  # type: ignore[arg-type]
    return resolve_scores_unit(read, BOOK, Hints())


def scores(staged: Staged) -> list[tuple[object, ...]]:
    return rows(staged, "score", "criterion_code", "kind", "is_applicable", "points")


def test_each_column_is_a_kind_and_a_wholly_blank_one_names_none() -> None:
    staged = sheet(
        [
            ("1.1", "Kế hoạch", 5, "4,5", None),
            ("1.2", "Kiểm tra", 9.5, None, None),
        ],
        "self_assessed",
        "verified_1",
        "verified_2",
    )
    assert scores(staged) == [
        ("1.1", "self_assessed", True, Decimal(5)),
        ("1.1", "verified_1", True, Decimal("4.5")),
        ("1.2", "self_assessed", True, Decimal("9.5")),
        ("1.2", "verified_1", True, None),
    ]
    assert codes(staged) == []


def test_signs_are_missing_and_a_sign_names_its_kind() -> None:
    staged = sheet([("1.1", "Kế hoạch", "x"), ("1.2", "Kiểm tra", "–")], "verified_2")
    assert scores(staged) == [
        ("1.1", "verified_2", True, None),
        ("1.2", "verified_2", True, None),
    ]


def test_not_applicable_is_kept_for_each_column_that_says_so_and_in_a_note() -> None:
    staged = sheet(
        [
            ("1.1", "Kế hoạch", "KĐG", "không áp dụng ", None),
            ("1.2", "Kiểm tra", None, None, "KAD"),
        ],
        "self_assessed",
        "verified_2",
        "note",
    )
    assert scores(staged) == [
        ("1.1", "self_assessed", False, None),
        ("1.1", "verified_2", False, None),
        ("1.2", "verified_2", False, None),
    ]


def test_a_mark_in_the_explanation_round_is_the_rows() -> None:
    staged = sheet([("1.1", "", None, "KĐG"), ("1.2", "", 3, None)], "verified_1", "explanation")
    assert scores(staged)[0] == ("1.1", "verified_2", False, None)


def test_not_applicable_beside_points_is_an_error() -> None:
    staged = sheet([("1.1", "Kế hoạch", "KĐG", 3)], "self_assessed", "verified_2")
    problem = staged.problems[0]
    assert (problem.code, problem.cell, problem.found) == (
        "not_applicable_with_points",
        "C5",
        "KĐG",
    )
    assert scores(staged) == []


def test_an_area_that_is_not_applicable_excuses_its_leaves_listed_or_not() -> None:
    staged = sheet([("I", "", "Không áp dụng"), ("1.1", "Kế hoạch", None)], "verified_2")
    assert scores(staged) == [
        ("1.1", "verified_2", False, None),
        ("1.2", "verified_2", False, None),
    ]
    both = sheet([("I", "", "KAD", "KAD"), ("1.1", "", None, None)], "self_assessed", "verified_2")
    assert [kind for _, kind, *_ in scores(both)] == ["self_assessed"] * 2 + ["verified_2"] * 2
    contradicting = sheet([("I", "", "KAD"), ("1.1", "", 3)], "verified_2")
    assert codes(contradicting) == ["not_applicable_with_points"]


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (5.5, "points_above_maximum", "5"),
        ("-1", "points_below_zero", "0"),
        ("năm", "points_not_a_number", None),
        ("84,58%", "points_not_a_number", None),
        ("5.250", "points_above_maximum", "5"),
        (datetime.date(2021, 5, 4), "points_not_a_number", None),
    ],
)
def test_impossible_points_are_errors(value: CellValue, code: str, expected: str | None) -> None:
    problem = sheet([("1.1", "Kế hoạch", value)], "verified_2").problems[0]
    assert (problem.severity, problem.code, problem.cell, problem.expected) == (
        Severity.ERROR,
        code,
        "C5",
        expected,
    )


def test_three_decimals_are_a_decimal_and_told() -> None:
    staged = sheet([("1.1", "Kế hoạch", "1.250")], "verified_2")
    assert scores(staged) == [("1.1", "verified_2", True, Decimal("1.25"))]
    assert [(p.code, p.found, p.expected) for p in staged.problems] == [
        ("read_as_decimal", "1.250", "1.25")
    ]


def test_finer_figures_are_rounded_with_one_warning_for_the_file() -> None:
    staged = sheet([("1.1", "", 1.12345678), ("1.2", "", 2.00000051)], "verified_2")
    assert [points for *_, points in scores(staged)] == [Decimal("1.123457"), Decimal("2.000001")]
    assert [(p.code, p.sheet, p.cell) for p in staged.problems] == [("points_rounded", None, None)]


def test_a_penalty_takes_off_whatever_its_sign() -> None:
    staged = sheet([("3.1", "Báo cáo chậm", "-0,5")], "verified_2")
    assert scores(staged) == [("3.1", "verified_2", True, Decimal("0.5"))]


def test_survey_points_stand_in_their_column_and_self_scored_ones_are_left_out() -> None:
    staged = sheet(
        [
            ("1.1", "", 4, 4, None),
            ("2.1", "", 12, None, "10,44"),
            ("2.2", "", None, None, 6.56),
        ],
        "self_assessed",
        "verified_2",
        "survey",
    )
    assert scores(staged)[2:] == [
        ("2.1", "survey", True, Decimal("10.44")),
        ("2.2", "survey", True, Decimal("6.56")),
    ]
    assert [(p.severity, p.code, p.cell) for p in staged.problems] == [
        (Severity.WARNING, "survey_self_scored", "C6")
    ]


def test_without_a_survey_column_the_single_verified_column_holds_the_survey() -> None:
    staged = sheet([("1.1", "", 4), ("2.1", "", 10), ("2.2", "", None)], "verified_2")
    assert scores(staged) == [
        ("1.1", "verified_2", True, Decimal(4)),
        ("2.1", "survey", True, Decimal(10)),
        ("2.2", "survey", True, None),
    ]
    verified_alone = sheet([("1.1", "", 4), ("2.1", "", "x"), ("2.2", "", None)], "verified_2")
    assert scores(verified_alone) == [("1.1", "verified_2", True, Decimal(4))]


def test_parents_and_totals_are_claims_not_scores() -> None:
    staged = sheet([("I", "", 13), ("1.1", "", 4), (None, "Tổng cộng", "73,5")], "verified_2")
    claims = rows(staged, "claimed_total", "criterion_code", "claimed", "printed_decimals")
    assert claims == [("I", Decimal(13), 0), (None, Decimal("73.5"), 1)]
    assert len(scores(staged)) == 1


def test_code_and_name_must_agree() -> None:
    swapped = sheet([("1.1", "Kiểm tra", 4)], "verified_2")
    assert [(p.severity, p.code, p.cell) for p in swapped.problems] == [
        (Severity.ERROR, "code_and_name_differ", "A5")
    ]
    assert codes(sheet([("9.9", "Kế hoạch", 4)], "verified_2")) == ["criterion_unknown"]
    assert codes(sheet([("1.1", "KẾ HOẠCH (tối đa 5)", 4)], "verified_2")) == []


def test_a_leaf_without_code_is_found_by_its_name() -> None:
    staged = sheet([(None, "Ke hoach", 4), (None, "- Ghi chú cách tính", None)], "verified_2")
    assert scores(staged) == [("1.1", "verified_2", True, Decimal(4))]
    assert codes(staged) == []
    assert codes(sheet([(None, "Việc khác", 4)], "verified_2")) == ["criterion_unknown"]


def test_a_maximum_that_differs_from_the_set_is_a_warning() -> None:
    staged = sheet([("1.1", "", 6, 4), ("1.2", "", 10, 4)], "maximum_points", "verified_2")
    assert [(p.severity, p.code, p.cell, p.expected) for p in staged.problems] == [
        (Severity.WARNING, "maximum_differs", "C5", "5")
    ]


REPEATED = (
    criterion("I", None, "A", is_leaf=False),
    criterion("I.1", "I", "Kế hoạch", "5", area="I"),
    criterion("II", None, "B", is_leaf=False),
    criterion("II.1", "II", "Giải quyết", "5", area="II"),
    criterion("II.2", "II", "Công khai", "5", area="II"),
)


@pytest.mark.parametrize("with_areas", [True, False])
def test_a_repeated_code_is_told_apart_by_its_area_or_by_the_order(with_areas: bool) -> None:
    book = Reference(units=UNITS, criteria={(2021, "urban_district"): REPEATED})
    lines: list[tuple[CellValue, ...]] = [
        ("I.", "", None),
        ("1", "", 1),
        ("II.", "", None),
        ("1", "", 2),
    ]
    read = table(
        "scores_unit",
        (*COLUMNS, "verified_2"),
        [line for line in lines if with_areas or line[2] is not None],
        year="2021",
        unit="Quận Lê Chân",
    )
    staged = resolve_scores_unit(read, book, Hints())
    assert rows(staged, "score", "criterion_code", "points") == [
        ("I.1", Decimal(1)),
        ("II.1", Decimal(2)),
    ]


def test_a_number_that_no_area_bears_is_unknown_though_criteria_end_in_it() -> None:
    nodes = [criterion(area, None, f"Mảng {area}", is_leaf=False) for area in "12"]
    nodes += [criterion(f"{area}.3", area, f"Việc {area}", "5", area=area) for area in "12"]
    book = Reference(units=UNITS, criteria={(2021, "urban_district"): tuple(nodes)})
    columns = (*COLUMNS, "verified_2")
    read = table("scores_unit", columns, [("3", "", 1)], year="2021", unit="305")
    assert codes(resolve_scores_unit(read, book, Hints())) == ["criterion_unknown"]


def test_a_cut_code_in_a_score_sheet_is_mended_by_neighbours_or_by_its_name() -> None:
    nodes = [criterion("1", None, "A", is_leaf=False)]
    nodes += [criterion(f"1.{n}", "1", f"Việc số {n}", "5", area="1") for n in range(1, 12)]
    book = Reference(units=UNITS, criteria={(2021, "urban_district"): tuple(nodes)})
    columns = (*COLUMNS, "verified_2")
    told = {"year": "2021", "unit": "305"}
    by_place = table("scores_unit", columns, [("1.9", "", 1), (1.1, "", 2)], **told)  # type: ignore[arg-type]
    staged = resolve_scores_unit(by_place, book, Hints())
    assert rows(staged, "score", "criterion_code") == [("1.9",), ("1.10",)]
    assert codes(staged) == ["code_mended"]
    by_name = table("scores_unit", columns, [(1.1, "Việc số 10", 2)], **told)  # type: ignore[arg-type]
    staged = resolve_scores_unit(by_name, book, Hints())
    assert rows(staged, "score", "criterion_code") == [("1.10",)]
    assert codes(staged) == ["code_mended"]


def test_notes_evidence_and_the_number_of_forms_stand_beside_the_scores() -> None:
    staged = sheet(
        [("2.1", "", "10", "1.260", "QĐ 12", "Đủ"), ("1.1", "", None, None, None, None)],
        "survey",
        "forms_count",
        "declared",
        "evidence",
    )
    assert rows(staged, "score_note", "criterion_code", "forms_count", "declared", "evidence") == [
        ("2.1", 1260, "QĐ 12", "Đủ")
    ]


def matrix(lines: list[tuple[CellValue, ...]], **context: str) -> Staged:
    told = {"year": "2021", **context}
    columns = ("unit", "criterion_code", "criterion_name", "points")
    return resolve_scores_matrix(
        table("scores_matrix", columns, lines, **told),  # type: ignore[arg-type]
        BOOK,
        Hints(),
    )


def test_a_matrix_has_the_kind_that_its_title_says() -> None:
    staged = matrix(
        [("Quận Hồng Bàng", "1.1", "", 4), ("Q. Lê Chân", "1.1", "", 5)], kind="verified_2"
    )
    assert rows(staged, "score", "unit_code", "kind", "points") == [
        ("303", "verified_2", Decimal(4)),
        ("305", "verified_2", Decimal(5)),
    ]
    assert codes(staged) == []


def test_summaries_in_the_unit_column_are_no_units_whatever_code_stands_beside() -> None:
    read = table(
        "scores_matrix",
        ("unit_code", "unit", "criterion_code", "points"),
        [("303", "Quận Hồng Bàng", "1.1", 4), ("304", "Giá trị trung bình", "1.1", 4)],
        year="2021",
        kind="verified_2",
    )
    staged = resolve_scores_matrix(read, BOOK, Hints())
    assert rows(staged, "score", "unit_code") == [("303",)]
    assert codes(staged) == []


def test_a_heading_that_is_nothing_but_a_code_names_its_criterion() -> None:
    nodes = (
        criterion("C01", None, "Participation", is_leaf=False),
        criterion("SC11", "C01", "Civic Knowledge", "2.5", area="C01"),
        criterion("Goods", "C01", "Trade in goods", "2.5", area="C01"),
    )
    book = Reference(units=UNITS, criteria={(2021, "urban_district"): nodes})
    lines = [("303", "SC11", 1), ("303", "Goods", 2), ("304", "SC11. Civic Knowledge", 1)]
    read = table(
        "scores_matrix",
        ("unit", "criterion_name", "points"),
        lines,
        year="2021",
        kind="verified_2",
    )
    staged = resolve_scores_matrix(read, book, Hints())
    assert rows(staged, "score", "criterion_code") == [("SC11",), ("Goods",), ("SC11",)]
    assert codes(staged) == []


def test_a_matrix_that_does_not_say_its_kind_is_verified_with_a_warning() -> None:
    staged = matrix([(u, "1.1", "", 4) for u in ("303", "304", "305")])
    assert rows(staged, "score", "kind") == [("verified_2",)] * 3
    assert codes(staged) == ["kind_assumed_verified"]


def test_a_long_list_names_its_kind_in_each_row_and_a_blank_there_clears() -> None:
    read = table(
        "scores_long",
        ("unit_code", "unit", "year", "criterion_code", "kind", "points"),
        [
            (303, "Quận Hồng Bàng", 2021, "1.1", "Tự đánh giá", 5),
            (303, "Quận Hồng Bàng", 2021, "1.1", "Thẩm định lần 1", None),
            (303, "Quận Hồng Bàng", 2021, "2.1", "ĐTXHH", "10,5"),
            (305, "Quận Hồng Bàng", 2021, "1.1", "Thẩm định", 5),
            (303, "Quận Hồng Bàng", 2021, "1.1", "Chấm chéo", 5),
        ],
    )
    staged = resolve_scores_long(read, BOOK, Hints())
    assert rows(staged, "score", "criterion_code", "kind", "points") == [
        ("1.1", "self_assessed", Decimal(5)),
        ("1.1", "verified_1", None),
        ("2.1", "survey", Decimal("10.5")),
    ]
    assert [(p.code, p.cell) for p in staged.problems] == [
        ("code_and_name_differ", "A8"),
        ("kind_unknown", "E9"),
    ]


def test_what_a_sheet_does_not_say_is_an_error() -> None:
    lines: list[tuple[CellValue, ...]] = [("1.1", "Kế hoạch", 4)]
    assert codes(sheet(lines, "verified_2", year="")) == ["year_missing"]
    assert codes(sheet(lines, "verified_2", unit="")) == ["unit_missing"]
    assert codes(sheet(lines, "verified_2", unit="Quận Lê Chấm")) == ["unit_unknown"]
    assert codes(sheet(lines, "verified_2", year="2022")) == ["criteria_set_missing"]
    assert codes(sheet(lines, "verified_2", unit="Sở Nội vụ")) == ["criteria_set_missing"]


def test_what_no_column_says_is_told_once_of_the_whole_sheet() -> None:
    lines: list[tuple[CellValue, ...]] = [("1.1", "Kế hoạch", 4), ("1.2", "Kiểm tra", 4)]
    for context, code in (({"year": ""}, "year_missing"), ({"unit": ""}, "unit_missing")):
        staged = sheet(lines, "verified_2", **context)
        assert [(p.code, p.cell, p.expected) for p in staged.problems] == [(code, None, None)]


def test_what_a_sheet_says_against_the_options_is_an_error() -> None:
    read = table("scores_unit", (*COLUMNS, "verified_2"), [("1.1", "", 4)], year="2021", unit="305")
    assert codes(resolve_scores_unit(read, BOOK, Hints(unit="Lê Chân"))) == []
    assert codes(resolve_scores_unit(read, BOOK, Hints(unit="303"))) == ["unit_contradicts_option"]


def test_scores_outside_a_units_validity_are_an_error() -> None:
    gone = unit("305", "Quận Lê Chân", valid_to=datetime.date(2020, 12, 31))
    book = Reference(units=(gone,), criteria=BOOK.criteria)
    read = table("scores_unit", (*COLUMNS, "verified_2"), [("1.1", "", 4)], year="2021", unit="305")
    assert codes(resolve_scores_unit(read, book, Hints())) == ["unit_outside_validity"]


def test_two_values_for_one_score_are_an_error_and_equal_ones_a_warning() -> None:
    def one(value: CellValue, name: str) -> Staged:
        read = table(
            "scores_unit",
            (*COLUMNS, "verified_2"),
            [("1.1", "", value)],
            year="2021",
            unit="305",
            file=SourceFile(name, name),
        )
        return resolve_scores_unit(read, BOOK, Hints())

    different = conflicting_scores([one(4, "a.xlsx"), one(4.5, "b.xlsx")])
    assert [(p.severity, p.code, p.file, p.cell, p.found, p.expected) for p in different] == [
        (Severity.ERROR, "two_values_for_one_score", "b.xlsx", "C5", "4,5", "4 (a.xlsx Sheet1 C5)")
    ]
    equal = conflicting_scores([one(4, "a.xlsx"), one("4,0", "b.xlsx")])
    assert [(p.severity, p.code) for p in equal] == [(Severity.WARNING, "duplicate_agrees")]
    mark = conflicting_scores([one(4, "a.xlsx"), one("KĐG", "b.xlsx")])
    assert [(p.severity, p.code, p.file) for p in mark] == [
        (Severity.ERROR, "not_applicable_with_points", "b.xlsx")
    ]
    assert conflicting_scores([one(4, "a.xlsx"), one("x", "b.xlsx")]) == []


def test_le_chan_is_what_the_tests_think_it_is() -> None:
    known: CriterionKnown = SET[1]
    assert (LE_CHAN.unit_code, known.maximum_points) == ("305", Decimal(5))
