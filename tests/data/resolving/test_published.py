"""Published tables: every figure is kept as a decision printed it."""

from decimal import Decimal

from data.forms.found import CellValue, Hints, Staged
from data.problems import Severity
from data.resolving.published import resolve_published_results
from tests.data.resolving.tables import BOOK, codes, rows, table

AREAS = {
    "area:1": "I. Chỉ đạo, điều hành (25)",
    "area:2": "Cải cách thủ tục hành chính\n(35)",
    "total": "Tổng điểm (100)",
}


def published(columns: tuple[str, ...], *lines: tuple[CellValue, ...], **context: str) -> Staged:
    told = {"year": "2021", **context}
    read = table("published_results", columns, lines, headings=AREAS, **told)  # type: ignore[arg-type]
    return resolve_published_results(read, BOOK, Hints())


def test_areas_totals_ranks_and_bands_are_figures_with_their_text() -> None:
    staged = published(
        ("unit", "area:1", "area:2", "total", "index_percent", "rank", "band"),
        ("Quận Hồng Bàng", "22,5", 32, 54.5, "89,55%", "thứ 2", "Tốt"),
    )
    assert codes(staged) == []
    assert rows(staged, "published_result", "what", "published", "published_text") == [
        ("total", Decimal("54.5"), "54,5"),
        ("index_percent", Decimal("89.55"), "89,55%"),
        ("area", Decimal("22.5"), "22,5"),
        ("area", Decimal(32), "32"),
        ("rank", Decimal(2), "thứ 2"),
        ("band", None, "Tốt"),
    ]
    areas = rows(staged, "published_result", "area_name", "area_position", "area_maximum_points")
    assert areas == [
        (None, None, Decimal(100)),
        (None, None, None),
        ("I. Chỉ đạo, điều hành", 1, Decimal(25)),
        ("Cải cách thủ tục hành chính", 2, Decimal(35)),
        (None, None, None),
        (None, None, None),
    ]


def test_a_row_without_a_unit_is_named_by_its_blank_cell() -> None:
    staged = published(("unit", "total"), ("303", 90), (None, 80), ("304", 70))
    assert [(p.severity, p.code, p.cell) for p in staged.problems] == [
        (Severity.ERROR, "unit_missing", "A6")
    ]
    of_codes = published(("unit_code", "total"), (None, 80))
    assert [(p.code, p.cell) for p in of_codes.problems] == [("unit_missing", "A5")]


def test_a_total_of_zero_beside_blank_parts_is_missing() -> None:
    columns = ("unit", "area:1", "area:2", "total")
    staged = published(columns, ("303", None, None, 0), ("304", 0, None, 0))
    assert rows(staged, "published_result", "unit_code", "what") == [
        ("304", "total"),
        ("304", "area"),
    ]
    assert [(p.severity, p.code, p.cell) for p in staged.problems] == [
        (Severity.WARNING, "published_zero_is_missing", "D5")
    ]
    alone = published(("unit", "total"), ("303", 0))
    assert rows(alone, "published_result", "published") == [(Decimal(0),)]


def test_a_figure_above_its_area_is_kept_and_told_a_text_is_an_error() -> None:
    staged = published(("unit", "area:1"), ("303", 26), ("304", "cao"), ("305", "90%"))
    assert rows(staged, "published_result", "unit_code", "published") == [("303", Decimal(26))]
    assert [(p.severity, p.code, p.cell) for p in staged.problems] == [
        (Severity.WARNING, "published_above_maximum", "B5"),
        (Severity.ERROR, "points_not_a_number", "B6"),
        (Severity.ERROR, "points_not_a_number", "B7"),
    ]


def test_a_rank_is_a_whole_number_or_a_word_that_there_is_none() -> None:
    staged = published(("unit", "rank"), ("303", 1.0), ("304", "Không xếp hạng"), ("305", "cao"))
    assert rows(staged, "published_result", "unit_code", "published") == [("303", Decimal(1))]
    assert [(p.code, p.cell) for p in staged.problems] == [("rank_not_a_number", "B7")]


def test_a_percentage_that_a_cell_holds_as_a_fraction_is_read_as_it_shows() -> None:
    from data.forms.found import Found, Record

    read = table("published_results", ("unit", "index_percent"), [("303", 0.8955)], year="2021")
    shown = Record(5, {**read.records[0].fields, "index_percent": Found(0.8955, "89,55%", "B5")})
    one = type(read)(
        read.file, read.sheet, read.form, read.context, read.columns, (shown,), read.left_out
    )
    staged = resolve_published_results(one, BOOK, Hints())
    assert rows(staged, "published_result", "published") == [(Decimal("89.55"),)]
