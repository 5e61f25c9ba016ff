"""Criteria sets: the tree, the codes, the maxima, the survey leaves."""

import datetime
from decimal import Decimal

import pytest

from data.forms.found import CellValue, Hints, Staged
from data.problems import Severity
from data.reference import Reference
from data.resolving.conflicts import repeated_frameworks
from data.resolving.criteria import resolve_criteria
from tests.data.resolving.tables import BOOK, UNITS, codes, rows, table, unit

COLUMNS = ("code", "name", "maximum_points")
Rows = list[tuple[CellValue, ...]]


def resolved(
    lines: Rows,
    *more: str,
    reference: Reference = BOOK,
    hints: Hints | None = None,
    **context: str,
) -> Staged:
    told = {"year": "2021", "group": "UBND các quận, huyện", **context}
    read = table("criteria", (*COLUMNS, *more), lines, **told)  # type: ignore[arg-type]
    return resolve_criteria(read, reference, hints or Hints())


def tree(staged: Staged) -> list[tuple[object, ...]]:
    return rows(staged, "criterion", "criterion_code", "parent_code", "is_leaf")


def test_roman_areas_hold_numbered_criteria_whose_first_digit_runs_through() -> None:
    staged = resolved(
        [
            ("I", "Chỉ đạo, điều hành", 5),
            ("1", "Kế hoạch", 3),
            ("1.1", "Ban hành", 1),
            ("1.2", "Hoàn thành", 2),
            ("2", "Tuyên truyền", 2),
            ("II", "Cải cách thủ tục hành chính", 4),
            ("3", "Giải quyết", 4),
            ("3.1", "Công khai", 1.5),
            ("3.2", "Đúng hạn", "2,5"),
        ]
    )
    assert tree(staged) == [
        ("I", None, False),
        ("1", "I", False),
        ("1.1", "1", True),
        ("1.2", "1", True),
        ("2", "I", True),
        ("II", None, False),
        ("3", "II", False),
        ("3.1", "3", True),
        ("3.2", "3", True),
    ]
    assert rows(staged, "criterion", "area_code", "depth")[7] == ("II", 2)
    assert rows(staged, "framework", "year", "unit_kinds", "ranks_adjusted") == [
        (2021, ["rural_district", "urban_district"], False)
    ]
    assert codes(staged) == []


def test_numbered_areas_hold_criteria_of_two_digits() -> None:
    staged = resolved([("1", "A", 3), ("1.1", "B", 1), ("1.2", "C", 2), ("2", "D", 4)])
    assert tree(staged) == [
        ("1", None, False),
        ("1.1", "1", True),
        ("1.2", "1", True),
        ("2", None, True),
    ]


def test_two_digit_codes_stand_right_below_a_roman_area_also_when_their_digit_is_another() -> None:
    staged = resolved([("III", "A", 3), ("1.1", "B", 1), ("1.2", "C", 2)])
    assert tree(staged)[1:] == [("1.1", "III", True), ("1.2", "III", True)]


def test_a_digit_that_does_not_follow_the_criterion_above_goes_by_the_sum() -> None:
    staged = resolved(
        [("II", "A", 8), ("1", "B", 5), ("2.1", "C", 2), ("2.2", "D", 3), ("3.1", "E", 3)]
    )
    assert tree(staged)[2:] == [("2.1", "1", True), ("2.2", "1", True), ("3.1", "II", True)]


def test_letters_up_to_i_are_letters_and_roman_areas_stay_roman() -> None:
    letters: Rows = [(letter, letter, 1) for letter in "ABCDEFGHI"]
    assert [parent for _, parent, _ in tree(resolved(letters))] == [None] * 9
    both = resolved([("A", "x", 3), ("I", "y", 1), ("II", "z", 2), ("B", "u", 1), ("I", "v", 1)])
    assert tree(both) == [
        ("A", None, False),
        ("A.I", "A", True),
        ("II", "A", True),
        ("B", None, False),
        ("B.I", "B", True),
    ]


def test_codes_of_letters_with_digits_continue_their_letter() -> None:
    staged = resolved(
        [("A", "x", None), ("A1", "y", 1), ("A2", "z", 2), ("B", "u", None), ("B1", "v", 1)]
    )
    assert [parent for _, parent, _ in tree(staged)] == [None, "A", "A", None, "B"]


def test_words_before_a_code_belong_to_the_print() -> None:
    staged = resolved([("Lĩnh vực I", "x", 1), ("Tiêu chí 1", "y", 1)])
    assert [code for code, _, _ in tree(staged)] == ["I", "1"]


def test_numbered_areas_with_a_word_hold_criteria_of_the_same_numbers() -> None:
    staged = resolved(
        [("Lĩnh vực 1", "x", 1), ("1", "y", 1), ("1.1", "z", 1), ("Lĩnh vực 2", "u", 1)]
    )
    assert tree(staged)[:3] == [
        ("Lĩnh vực 1", None, False),
        ("1", "Lĩnh vực 1", False),
        ("1.1", "1", True),
    ]


def test_a_repeated_code_is_prefixed_with_its_area_wherever_it_stands() -> None:
    staged = resolved(
        [
            ("I", "A", 3),
            ("1.1", "B", 1),
            ("1.2", "C", 2),
            ("II", "D", 3),
            ("1.1", "E", 3),
        ]
    )
    assert [code for code, _, _ in tree(staged)] == ["I", "I.1.1", "1.2", "II", "II.1.1"]


def test_a_code_repeated_inside_an_area_has_the_row_above_in_between() -> None:
    staged = resolved([("A", "x", 3), ("I", "y", 1), ("1", "z", 1), ("II", "u", 2), ("1", "v", 2)])
    assert [code for code, _, _ in tree(staged)] == ["A", "I", "A.I.1", "II", "A.II.1"]


def test_a_code_cut_by_a_spreadsheet_is_mended_by_its_neighbours_and_told() -> None:
    lines: Rows = [("1", "A", 11)]
    lines += [(f"1.{n}", f"B{n}", 1) for n in range(1, 10)] + [(1.1, "B10", 1), (1.11, "B11", 1)]
    staged = resolved(lines)
    assert [code for code, _, _ in tree(staged)][-3:] == ["1.9", "1.10", "1.11"]
    problem = staged.problems[0]
    assert (problem.code, problem.severity, problem.cell, problem.expected) == (
        "code_mended",
        Severity.WARNING,
        "A15",
        "1.10",
    )


def test_a_code_that_became_a_day_is_read_back_and_told() -> None:
    staged = resolved([("3", "A", 1), (datetime.date(2021, 1, 3), "B", 1)])
    assert tree(staged)[1] == ("3.1", "3", True)
    assert [(p.code, p.expected) for p in staged.problems] == [("code_mended", "3.1")]


def test_closing_dots_belong_to_the_print_not_to_the_code() -> None:
    staged = resolved([("I.", "A", 1), ("1.", "B", 1), ("1.1.", "C", 1)])
    assert [code for code, _, _ in tree(staged)] == ["I", "1", "1.1"]


def test_rows_without_code_and_maximum_continue_the_rule_above() -> None:
    staged = resolved(
        [
            ("1", "A", 9, "Chấm theo mức:"),
            (None, "- Hoàn thành 100%: 9 điểm", None, None),
            (None, "- Dưới 80%: 0 điểm", None, None),
        ],
        "rule",
    )
    assert rows(staged, "criterion", "criterion_code", "rule") == [
        ("1", "Chấm theo mức:\n- Hoàn thành 100%: 9 điểm\n- Dưới 80%: 0 điểm")
    ]


def test_rows_without_code_that_add_up_are_children_else_siblings() -> None:
    staged = resolved(
        [
            ("I", "A", 9),
            ("1", "B", 5),
            (None, "C", 2),
            (None, "D", 3),
            ("2", "E", 1),
            (None, "F", 3),
        ]
    )
    assert tree(staged) == [
        ("I", None, False),
        ("1", "I", False),
        ("1.1", "1", True),
        ("1.2", "1", True),
        ("2", "I", True),
        ("3", "I", True),
    ]
    assert codes(staged) == []


def test_bullets_with_steps_in_the_column_of_maxima_are_a_rule() -> None:
    staged = resolved([("1", "A", 2), (None, "- Có", 2), (None, "- Chậm", 1), (None, "- Không", 0)])
    assert tree(staged) == [("1", None, True)]
    assert rows(staged, "criterion", "rule") == [("- Có (2)\n- Chậm (1)\n- Không (0)",)]


def test_bonus_and_penalty_sections_lie_outside_also_behind_the_total() -> None:
    staged = resolved(
        [
            ("I", "A", 70),
            ("1", "B", 70),
            (None, "Tổng cộng", 70),
            ("II", "Điểm cộng", 3),
            ("2.1", "C", 2),
            ("2.2", "D", 1),
            (None, "ĐIỂM TRỪ", None),
            ("1", "E", -2),
        ]
    )
    assert rows(staged, "criterion", "criterion_code", "section", "printed_maximum") == [
        ("I", "main", Decimal(70)),
        ("I.1", "main", Decimal(70)),
        ("II", "bonus", Decimal(3)),
        ("2.1", "bonus", Decimal(2)),
        ("2.2", "bonus", Decimal(1)),
        ("Điểm trừ", "penalty", None),
        ("Điểm trừ.1", "penalty", Decimal(2)),
    ]
    assert codes(staged) == []


def test_a_rule_row_about_a_penalty_heads_no_section() -> None:
    staged = resolved(
        [("I", "A", 2), ("1", "B", 1), (None, "Điểm trừ: mỗi lần chậm 0,5", None), ("2", "C", 1)]
    )
    assert rows(staged, "criterion", "section") == [("main",)] * 3


def test_an_area_that_differs_from_its_leaves_is_an_error_an_inner_sum_a_warning() -> None:
    staged = resolved(
        [("I", "A", 6), ("1", "B", 4), ("1.1", "C", 1), ("1.2", "D", 2), ("2", "E", 2)]
    )
    assert [(p.severity, p.code, p.cell, p.found, p.expected) for p in staged.problems] == [
        (Severity.ERROR, "area_maximum_differs", "C5", "6", "5"),
        (Severity.WARNING, "total_differs_from_sum", "C6", "4", "3"),
    ]


def test_a_leaf_without_maximum_is_an_error_a_parent_may_be_blank() -> None:
    staged = resolved([("I", "A", None), ("1", "B", 4), ("2", "C", None)])
    assert [(p.code, p.cell) for p in staged.problems] == [("maximum_missing", "B7")]


@pytest.mark.parametrize(
    ("maximum", "code"),
    [("năm", "maximum_not_a_number"), (0, "maximum_not_positive"), ("-1", "maximum_not_positive")],
)
def test_a_maximum_is_a_number_above_zero(maximum: CellValue, code: str) -> None:
    assert codes(resolved([("1", "A", maximum)])) == [code]


def test_total_rows_are_checked_and_no_criteria() -> None:
    staged = resolved([("I", "A", 5), ("1", "B", 5), (None, "TỔNG SỐ ĐIỂM", 6)])
    assert [(p.severity, p.code, p.cell, p.expected) for p in staged.problems] == [
        (Severity.WARNING, "total_differs_from_sum", "C7", "5")
    ]
    assert len(staged.rows["criterion"]) == 2


def survey_leaves(staged: Staged) -> list[object]:
    found = rows(staged, "criterion", "criterion_code", "is_survey")
    return [code for code, is_survey in found if is_survey]


def test_the_column_of_method_decides_and_is_inherited() -> None:
    staged = resolved(
        [
            ("I", "A", 4, "Thẩm định", None),
            ("1", "Khảo sát", 4, None, "Khảo sát"),
            ("II", "B", 3, "Điều tra xã hội học", None),
            ("2", "C", 1, None, None),
            ("3", "D", 2, "ĐTXHH", None),
        ],
        "assessed_by",
        "note",
    )
    assert survey_leaves(staged) == ["2", "3"]


def test_without_the_column_rule_and_note_begin_with_the_words_or_a_row_above_holds_them() -> None:
    staged = resolved(
        [
            ("I", "A", 4, None, None),
            ("1", "B", 1, "Điều tra xã hội học lãnh đạo", None),
            ("2", "C", 1, "Theo kết quả điều tra xã hội học", None),
            ("3", "D", 1, None, "XHH (SIPAS)"),
            ("4", "Khảo sát nhu cầu", 1, None, None),
            ("II", "Kết quả khảo sát người dân", 2, None, None),
            ("5", "E", 2, "Theo phiếu", None),
        ],
        "rule",
        "note",
    )
    assert survey_leaves(staged) == ["1", "3", "5"]


def test_an_unmistakable_area_is_mapped_and_one_that_holds_two_is_not() -> None:
    staged = resolved(
        [
            ("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", 1),
            ("II", "Hiện đại hoá hành chính", 1),
            ("III", "Thủ tục hành chính và tổ chức bộ máy", 1),
            ("IV", "Kết quả chung", 1),
        ]
    )
    assert rows(staged, "criterion", "own_reform_area") == [
        ("direction",),
        ("digital_government",),
        (None,),
        (None,),
    ]


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("Ghi chú: Xếp hạng theo tổng điểm sau cộng, trừ.", True),
        ("xếp hạng theo tổng số điểm sau khi cộng và trừ điểm", True),
        ("Không xếp hạng theo tổng điểm sau cộng, trừ", False),
        ("Xếp hạng theo Chỉ số", False),
    ],
)
def test_the_set_says_whether_ranks_follow_the_adjusted_total(text: str, adjusted: bool) -> None:
    staged = resolved([("1", "A", 1)], all_text=text)
    assert rows(staged, "framework", "ranks_adjusted") == [(adjusted,)]


def test_a_set_without_a_kind_takes_the_option_or_the_only_kind_of_the_books_own_units() -> None:
    lines: Rows = [("1", "A", 1)]
    by_option = resolved(lines, group="", hints=Hints(group="Sở, ban, ngành"))
    assert rows(by_option, "framework", "unit_kinds") == [(["department"],)]
    countries = Reference(units=(*UNITS, unit("AUT", "Austria", "Quốc gia")))
    only = resolved(lines, group="", reference=countries)
    assert rows(only, "framework", "unit_kinds") == [(["Quốc gia"],)]
    assert codes(resolved(lines, group="")) == ["group_missing"]


def test_a_blank_column_of_years_is_named_by_its_first_cell() -> None:
    columns = ("code", "name", "maximum_points", "year")
    lines = [("1", "A", 1, None), ("2", "B", 1, None)]
    staged = resolve_criteria(table("criteria", columns, lines, group="Quận"), BOOK, Hints())
    assert [(p.code, p.cell) for p in staged.problems] == [("year_missing", "D5")]


def test_year_and_kind_of_units_are_needed_and_must_be_known() -> None:
    assert codes(resolved([("1", "A", 1)], year="")) == ["year_missing"]
    assert codes(resolved([("1", "A", 1)], group="các hội")) == ["group_unknown"]
    other = resolved([("1", "A", 1)], hints=Hints(group="Sở, ban, ngành"))
    assert codes(other) == ["group_contradicts_option"]


def test_two_sets_for_one_year_and_kind_are_an_error_and_a_copy_a_warning() -> None:
    one, copy, other = (resolved([("1", "A", maximum)]) for maximum in (1, 1, 2))
    assert [(p.severity, p.code) for p in repeated_frameworks([one, copy])] == [
        (Severity.WARNING, "duplicate_agrees")
    ]
    assert [(p.severity, p.code, p.expected) for p in repeated_frameworks([one, other])] == [
        (Severity.ERROR, "criteria_set_given_twice", "bang.xlsx Sheet1 B5")
    ]
    departments = resolved([("1", "A", 2)], group="Sở, ban, ngành")
    assert repeated_frameworks([one, departments]) == []
