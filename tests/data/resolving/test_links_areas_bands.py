"""What ties criteria sets together, and the classes of a year."""

from decimal import Decimal

import pytest

from data.forms.found import CellValue, Hints, Staged
from data.problems import Severity
from data.reference import Reference
from data.resolving.areas import reform_area_of, resolve_areas
from data.resolving.bands import resolve_bands
from data.resolving.links import resolve_links
from tests.data.resolving.tables import UNITS, codes, criterion, rows, table

OLD = (
    criterion("I", None, "Chỉ đạo, điều hành", is_leaf=False),
    criterion("1.1", "I", "Kế hoạch", "2", area="I"),
    criterion("1.2", "I", "Báo cáo", "2", area="I"),
    criterion("1.3", "I", "Hài lòng", "2", area="I", is_survey=True),
)
NEW = (
    criterion("I", None, "Chỉ đạo, điều hành", is_leaf=False),
    criterion("1.1", "I", "Kế hoạch, báo cáo", "4", area="I"),
    criterion("1.2", "I", "Sáng kiến", "2", area="I"),
)
BOOK = Reference(
    units=UNITS,
    criteria={
        (2021, "urban_district"): OLD,
        (2021, "rural_district"): OLD,
        (2022, "urban_district"): NEW,
        (2022, "rural_district"): NEW,
    },
)
LINK_COLUMNS = ("unit_kind", "from_year", "from_code", "to_year", "to_code", "link_kind")


def linked(*lines: tuple[CellValue, ...]) -> Staged:
    return resolve_links(table("links", LINK_COLUMNS, lines), BOOK, Hints())


def test_links_are_rows_for_each_kind_of_units_and_pair_of_leaves() -> None:
    staged = linked(
        ("Quận, huyện", 2021, 1.1, 2022, "1.1", "Gộp"),
        ("Quận", "Năm 2021", "1.2", 2022, "1.1", "gộp"),
        ("Quận", 2021, "1.3", 2022, None, "bỏ"),
        ("Quận", 2021, None, 2022, "1.2. Sáng kiến", "mới"),
        ("Huyện", 2021, "1.2; 1.3", 2022, "1.2", "đổi điểm tối đa"),
    )
    assert codes(staged) == []
    assert rows(staged, "criterion_link", "unit_kind", "from_code", "to_code", "link_kind") == [
        ("rural_district", "1.1", "1.1", "merged"),
        ("urban_district", "1.1", "1.1", "merged"),
        ("urban_district", "1.2", "1.1", "merged"),
        ("urban_district", "1.3", None, "dropped"),
        ("urban_district", None, "1.2", "new"),
        ("rural_district", "1.2", "1.2", "new_maximum"),
        ("rural_district", "1.3", "1.2", "new_maximum"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        (("Quận", 2021, "9", 2022, "1.1", "đổi mã"), "criterion_unknown", "C5"),
        (("Quận", 2021, "I", 2022, "1.1", "đổi mã"), "link_not_of_a_leaf", "C5"),
        (("Quận", 2021, "1.1", 2023, "1.1", "đổi mã"), "criteria_set_missing", "E5"),
        (("Quận", 2022, "1.1", 2021, "1.1", "đổi mã"), "years_reversed", "D5"),
        (("Quận", 2021, "1.1", 2022, "1.1", "đổi tên"), "link_kind_unknown", "F5"),
        (("Quận", 2021, "1.1", 2022, None, "đổi mã"), "to_code_missing", "F5"),
        (("Quận", 2021, None, 2022, "1.1", "tách"), "from_code_missing", "F5"),
        (("Hội", 2021, "1.1", 2022, "1.1", "đổi mã"), "group_unknown", "A5"),
        ((None, 2021, "1.1", 2022, "1.1", "đổi mã"), "group_missing", "C5"),
        (("Quận", None, "1.1", 2022, "1.1", "đổi mã"), "year_missing", "B5"),
    ],
)
def test_a_link_that_ties_nothing_is_an_error(
    line: tuple[CellValue, ...], code: str, cell: str
) -> None:
    assert [(p.severity, p.code, p.cell) for p in linked(line).problems] == [
        (Severity.ERROR, code, cell)
    ]


def mapped(*lines: tuple[CellValue, ...], **context: str) -> Staged:
    read = table("areas", ("area", "reform_area"), lines, **context)  # type: ignore[arg-type]
    return resolve_areas(read, BOOK, Hints())


def test_an_area_or_a_survey_leaf_is_mapped_to_a_reform_area() -> None:
    staged = mapped(
        ("I. Chỉ đạo, điều hành", "Thể chế"), ("1.3", "Công vụ"), year="2021", group="UBND các quận"
    )
    assert codes(staged) == []
    assert rows(staged, "area_mapping", "year", "unit_kind", "criterion_code", "reform_area") == [
        (2021, "urban_district", "I", "institutions"),
        (2021, "urban_district", "1.3", "civil_service"),
    ]


def test_without_year_and_kind_every_set_that_knows_the_area_is_mapped() -> None:
    staged = mapped(("Hài lòng", "Tác động"))
    assert rows(staged, "area_mapping", "year", "unit_kind") == [
        (2021, "urban_district"),
        (2021, "rural_district"),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("I", "Việc khác"), "reform_area_unknown"),
        (("I", None), "reform_area_missing"),
        (("X", "Thể chế"), "criterion_unknown"),
        (("1.1", "Thể chế"), "area_or_survey_leaf_expected"),
    ],
)
def test_a_mapping_that_cannot_be_is_an_error(line: tuple[CellValue, ...], code: str) -> None:
    staged = mapped(line, year="2021", group="UBND các quận")
    assert [(p.severity, p.code) for p in staged.problems] == [(Severity.ERROR, code)]


@pytest.mark.parametrize(
    ("name", "reform_area"),
    [
        ("Chỉ đạo, điều hành", "direction"),
        ("Cải cách thể chế", "institutions"),
        ("Cải cách thủ tục hành chính", "procedures"),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", "apparatus"),
        ("Cải cách chế độ công vụ", "civil_service"),
        ("Xây dựng đội ngũ cán bộ, công chức, viên chức", "civil_service"),
        ("Cải cách tài chính công", "public_finance"),
        ("Xây dựng, phát triển chính quyền điện tử, chính quyền số", "digital_government"),
        ("Hiện đại hóa hành chính", "digital_government"),
        ("Tác động của CCHC đến người dân, tổ chức", "impact"),
        ("Thể chế và tài chính công", None),
        ("Participation", None),
        ("public_finance", "public_finance"),
    ],
)
def test_names_that_leave_no_doubt_map_themselves(name: str, reform_area: str | None) -> None:
    assert reform_area_of(name) == reform_area


BAND_COLUMNS = ("ranking_group", "band", "from_percent", "to_percent")


def banded(*lines: tuple[CellValue, ...]) -> Staged:
    return resolve_bands(table("bands", BAND_COLUMNS, lines, year="2021"), BOOK, Hints())


def test_bands_reach_to_the_next_above_or_to_a_hundred() -> None:
    staged = banded(
        ("Quận", "Tốt", "≥ 90", None),
        ("Quận", "Khá", "80%", None),
        ("Quận", "Trung bình", 0, 80),
    )
    assert codes(staged) == []
    assert rows(staged, "band", "ranking_group", "band", "from_percent", "to_percent") == [
        ("Quận", "Tốt", Decimal(90), Decimal(100)),
        ("Quận", "Khá", Decimal(80), Decimal(90)),
        ("Quận", "Trung bình", Decimal(0), Decimal(80)),
    ]


@pytest.mark.parametrize(
    ("lines", "code", "cell"),
    [
        ([("Quận", "A", 80, 100), ("Quận", "B", 70, 81)], "bands_overlap", "B6"),
        ([("Quận", "A", 90, 80)], "band_bounds_reversed", "D5"),
        ([("Quận", "A", 90, 101)], "band_bound_outside", "D5"),
        ([("Quận", "A", "cao", None)], "points_not_a_number", "C5"),
        ([("Quận", None, 90, 100)], "band_missing", "C5"),
        ([("Khối lạ", "A", 90, 100)], "group_unknown", "A5"),
        ([("Quận", "A", None, 100)], "band_bound_missing", "B5"),
    ],
)
def test_bands_that_contradict_themselves_are_errors(
    lines: list[tuple[CellValue, ...]], code: str, cell: str
) -> None:
    assert [(p.severity, p.code, p.cell) for p in banded(*lines).problems] == [
        (Severity.ERROR, code, cell)
    ]


def test_bands_of_two_groups_may_overlap() -> None:
    assert codes(banded(("Quận", "A", 80, 100), ("Huyện", "A", 75, 100))) == []
