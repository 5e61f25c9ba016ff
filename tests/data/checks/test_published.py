"""Published tables whose own figures contradict one another, and those that only seem to."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest

from data.importing import check_workbooks
from data.problems import Problem, Severity
from data.store import Store
from words.problems import problem_message

CODE = "published_contradicts_itself"
MAXIMA = (60, 40)


def decision(book, *lines, maxima=MAXIMA, maximum=100, sheet="S"):
    """An import of a published table: a line is a unit, its areas, and figures by their name.

    A cell is named after what it holds and its unit: 'total303'.
    """
    published = book.begin(form="published_results", file="qd.xlsx")
    for unit, areas, figures in lines:
        columns = {"unit_code": unit, "year": 2021, "file": "qd.xlsx", "sheet": sheet}
        for place, (text, most) in enumerate(zip(areas, maxima, strict=True), start=1):
            if text is not None:
                book.add(
                    published,
                    "published_result",
                    what="area",
                    area_name=f"Lĩnh vực {place}",
                    area_position=place,
                    area_maximum_points=most,
                    **figure(text),
                    **columns,
                )
        for what, text in figures.items():
            book.add(
                published,
                "published_result",
                what=what,
                cell=f"{what}{unit}",
                raw=text,
                area_maximum_points=maximum if what == "total" else None,
                **figure(text),
                **columns,
            )
    return [(p.cell, p.found, p.expected) for p in book.problems(published) if p.code == CODE]


def figure(text):
    """A figure as it was printed, and its value."""
    value = Decimal(text.rstrip("%").replace(",", "."))
    return {"published": value, "published_text": text}


def test_a_total_that_its_areas_do_not_make_is_told_with_their_sum(book):
    assert decision(
        book,
        ("303", ("55,25", "38"), {"total": "93,25"}),
        ("304", ("50", "36"), {"total": "68"}),
        ("305", ("49", "36"), {"total": "85"}),
    ) == [("total304", "68", "86")]


@pytest.mark.parametrize(
    ("areas", "total", "told"),
    [
        (("21.75", "29.1"), "50.85", False),
        (("21.75", "29.1"), "50.86", False),  # rounded parts
        (("21.75", "29.1"), "50.9", False),  # a rounded total
        (("21.75", "29.1"), "51", False),
        (("21.75", "29"), "50.8", False),
        (("21.75", "29.1"), "50.88", True),
        (("21.75", "29"), "51.5", True),  # 29 is exact where 21.75 has two decimals
    ],
)
def test_rounding_is_no_difference(book, areas, total, told):
    assert bool(decision(book, ("303", areas, {"total": total}))) is told


@pytest.mark.parametrize(
    "line",
    [
        ("304", ("50", None), {"total": "86"}),  # a blank area
        ("304", ("50", "36"), {}),  # no total
        ("304", ("92%", "80%"), {"total": "86"}),  # areas in percent
        ("304", ("50", "36"), {"survey_total": "8", "total": "94"}),  # the survey beside the areas
    ],
)
def test_areas_that_need_not_make_the_total_are_not_summed(book, line):
    assert decision(book, ("303", ("55", "38"), {"total": "93"}), line) == []


def test_one_area_alone_is_not_summed(book):
    assert decision(book, ("303", ("55",), {"total": "93"}), maxima=(60,)) == []


@pytest.mark.parametrize("maxima", [(None, None), MAXIMA])
def test_a_total_that_differs_in_most_rows_means_something_else(book, maxima):
    assert (
        decision(
            book,
            ("303", ("92", "95"), {"total": "93"}),
            ("304", ("91", "90"), {"total": "92"}),
            ("305", ("45", "44"), {"total": "89"}),
            maxima=maxima,
        )
        == []
    )


def test_without_maxima_that_make_the_total_a_row_alone_proves_nothing(book):
    line = ("303", ("50", "36"), {"total": "68"})
    assert decision(book, line, maxima=(None, None)) == []
    assert decision(book, line) == [("total303", "68", "86")]


def test_an_index_below_total_and_maximum_is_told(book):
    assert decision(
        book,
        ("303", (None, None), {"total": "55.8", "index_percent": "93%"}),
        ("304", (None, None), {"total": "50.4", "index_percent": "48%"}),
        ("305", (None, None), {"total": "52.33", "index_percent": "87.22%"}),
        maximum=60,
    ) == [("index_percent304", "48%", "84")]


@pytest.mark.parametrize(
    ("total", "index", "maximum"),
    [
        ("72", "90", 100),  # measured on 80 points
        ("50.4", "84.03", None),  # no maximum is printed
        ("84", "83.6", 100),  # a rounded total
    ],
)
def test_an_index_that_may_be_right_is_not_told(book, total, index, maximum):
    line = ("303", (None, None), {"total": total, "index_percent": index})
    assert decision(book, line, maximum=maximum) == []


def test_a_wrong_total_is_not_told_again_at_its_index(book):
    assert decision(
        book, ("303", ("50", "18"), {"total": "86", "index_percent": "68", "rank": "1"})
    ) == [("total303", "86", "68")]


@pytest.mark.parametrize("what", ["total", "index_percent"])
def test_a_rank_printed_twice_is_told_where_the_figure_gives_another(book, what):
    assert decision(
        book,
        ("303", (None, None), {what: "92.66", "rank": "1"}),
        ("304", (None, None), {what: "91.91", "rank": "1"}),
        ("305", (None, None), {what: "91.52", "rank": "3"}),
    ) == [("rank304", "1", "2")]


def test_a_rank_printed_too_low_is_told_and_not_the_one_that_it_meets(book):
    lines = [("303", "93", "1"), ("304", "92", "4"), ("305", "91", "3"), ("318", "90", "4")]
    assert decision(book, *of_one_group(book, lines)) == [("rank304", "4", "2")]


def of_one_group(book, lines):
    """Units with a total and a rank, all of the group 'Quận'."""
    book.connection.execute("update submitted.unit_group set ranking_group = 'Quận'")
    return [(unit, (None, None), {"total": t, "rank": r}) for unit, t, r in lines]


def test_a_part_of_a_list_gives_no_ranks(book):
    lines = [("303", "80", "7"), ("304", "79", "7"), ("305", "78", "9")]
    assert decision(book, *of_one_group(book, lines)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"total": "92.5"}, {"total": "92.5"}),
        ({"total": "74", "index_percent": "92.5"}, {"total": "92.5", "index_percent": "92.5"}),
        ({"total": "80", "index_percent": "92.5"}, {"total": "80", "index_percent": "80"}),
        ({"total": "92.5"}, {"index_percent": "92"}),
    ],
)
def test_units_that_are_level_share_a_rank(book, first, second):
    assert (
        decision(
            book,
            ("303", (None, None), {**first, "rank": "1"}),
            ("304", (None, None), {**second, "rank": "1"}),
        )
        == []
    )


def test_ranks_that_begin_again_are_those_of_two_lists(book):
    lines = [("303", "92", "1"), ("304", "90", "2"), ("305", "91", "1"), ("318", "89", "2")]
    assert decision(book, *of_one_group(book, lines)) == []


def test_groups_and_sheets_are_ranked_apart(book):
    book.connection.execute(
        "update submitted.unit_group set ranking_group = 'Huyện' where unit_code = '304'"
    )
    assert (
        decision(
            book,
            ("303", (None, None), {"total": "92", "rank": "1"}),
            ("304", (None, None), {"total": "90", "rank": "1"}),
        )
        == []
    )
    assert decision(book, ("305", (None, None), {"total": "89", "rank": "1"}), sheet="T") == []


def test_a_workbook_whose_figures_do_not_add_up_is_told_cell_by_cell(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "PL"
    areas = ("Cải cách thể chế (60)", "Cải cách TTHC (40)")
    for row in (
        ("KẾT QUẢ XẾP HẠNG CHỈ SỐ CCHC CÁC QUẬN NĂM 2022",),
        (),
        ("TT", "Đơn vị", *areas, "Tổng điểm (100)", "Chỉ số (%)", "Xếp hạng"),
        (1, "Quận Dương Kinh", 55, 38, 93, 93, 1),
        (2, "Quận Ngô Quyền", 55, 37, 92, 92, 1),
        (3, "Quận Hồng Bàng", 50, 39, 89, 89, 3),
        (4, "Quận Lê Chân", 50, 36.5, 68.5, 68.5, 4),
        (5, "Quận Hải An", 49, 36, 85, 85, 5),
        (6, "Quận Kiến An", 48, 36, 84, 48, 6),
        (7, "Quận Đồ Sơn", 60, 20, 80, 80, 7),
    ):
        sheet.append(row)
    workbook.save(tmp_path / "qd.xlsx")
    checked = check_workbooks(Store(tmp_path / "store"), None, [tmp_path / "qd.xlsx"])
    told = {p.cell: p for p in checked.problems if (p.severity, p.code) == (Severity.WARNING, CODE)}
    assert told == {
        "G5": Problem(Severity.WARNING, CODE, "qd.xlsx", "PL", "G5", "1", "2"),
        "E7": Problem(Severity.WARNING, CODE, "qd.xlsx", "PL", "E7", "68.5", "86.5"),
        "F9": Problem(Severity.WARNING, CODE, "qd.xlsx", "PL", "F9", "48", "84"),
    }
    assert len(checked.problems) == 3
    assert problem_message(told["E7"]).startswith("Số công bố 68,5 mâu thuẫn")
    assert "86,5" in problem_message(told["E7"])
