"""Units: found by any spelling, never across kinds; and the form that brings them."""

import datetime

import pytest

from data.forms.found import CellValue, Hints, Staged
from data.problems import Severity
from data.reference import Reference, UnitKnown
from data.resolving.kinds import group_names, kinds_of, stored_kind
from data.resolving.units import UnitFinder, resolve_units
from tests.data.resolving.tables import UNITS, codes, rows, table, unit

END = datetime.date(2025, 6, 30)
START = datetime.date(2025, 7, 1)
HONG_BANG = unit("303", "Quận Hồng Bàng", valid_to=END)
WARD = unit("11359", "Phường Hồng Bàng", "ward", valid_from=START)
BOOK: tuple[UnitKnown, ...] = (
    HONG_BANG,
    WARD,
    unit("305", "Quận Lê Chân", spellings=("LC",)),
    unit("311", "Huyện Thủy Nguyên", "rural_district"),
    unit("318", "Huyện Bạch Long Vĩ", "rural_district"),
    unit("SNV", "Sở Nội vụ", "department"),
    unit("TTTP", "Thanh tra thành phố", "department"),
    unit("VPUB", "Văn phòng UBND thành phố", "department"),
    unit("SLDTBXH", "Sở Lao động – Thương binh và Xã hội", "department"),
    unit("SVHTT", "Sở Văn hóa và Thể thao", "department"),
    unit("AUT", "Austria", "Quốc gia", group="ASEM"),
)
FINDER = UnitFinder(BOOK)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Quận Lê Chân", "305"),
        ("UBND quận Lê Chân", "305"),
        ("Ủy ban nhân dân quận Lê Chân", "305"),
        ("LÊ CHÂN", "305"),
        ("Q. Lê  Chân", "305"),
        ("LC", "305"),
        ("305", "305"),
        ("SNV", "SNV"),
        ("Sở Nội vụ thành phố Hải Phòng", "SNV"),
        ("Huyện Thuỷ Nguyên", "311"),
        ("H. Thủy Nguyên", "311"),
        ("Huyện đảo Bạch Long Vĩ", "318"),
        ("Thanh tra TP", "TTTP"),
        ("VP UBND TP", "VPUB"),
        ("Sở Lao động-TBXH", "SLDTBXH"),
        ("Sở Văn hoá & Thể thao", "SVHTT"),
        ("austria", "AUT"),
        ("1. Quận Lê Chân", "305"),
        ("305 - Quận Lê Chân", "305"),
        ("Quận Lê Chân (*)", "305"),
    ],
)
def test_every_spelling_of_a_workbook_finds_its_unit_without_a_doubt(text: str, code: str) -> None:
    match = FINDER.find(text)
    assert (match.unit and match.unit.unit_code, match.problem) == (code, None)


@pytest.mark.parametrize("text", ["Thủy Nguyễn", "quan le chan", "Quận Lê Chấn"])
def test_accents_that_differ_beyond_the_tone_marks_place_are_told(text: str) -> None:
    match = FINDER.find(text)
    assert match.unit is not None
    assert match.problem == "unit_spelling_differs"


def test_a_kind_before_the_name_must_be_the_units_own() -> None:
    match = FINDER.find("Huyện Lê Chân")
    assert (match.unit, match.problem, match.candidates) == (
        None,
        "unit_unknown",
        ("Quận Lê Chân",),
    )


def test_a_code_before_another_units_name_names_neither() -> None:
    assert FINDER.find("303 - Quận Lê Chân").unit is None


def test_one_name_in_two_times_is_decided_by_the_year_and_ambiguous_without() -> None:
    assert FINDER.find("Hồng Bàng", year=2021).unit == HONG_BANG
    assert FINDER.find("Hồng Bàng", year=2025).unit == WARD
    match = FINDER.find("Hồng Bàng")
    assert (match.problem, match.candidates) == (
        "unit_ambiguous",
        ("Phường Hồng Bàng (11359)", "Quận Hồng Bàng (303)"),
    )


def test_a_unit_outside_its_validity_is_found_and_said() -> None:
    match = FINDER.find("Quận Hồng Bàng", year=2025)
    assert (match.unit, match.problem) == (HONG_BANG, "unit_outside_validity")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("UBND các quận, huyện", ("rural_district", "urban_district")),
        ("CÁC SỞ, BAN, NGÀNH", ("department",)),
        ("xã, phường, thị trấn", ("commune", "township", "ward")),
        ("các quốc gia", ("Quốc gia",)),
        ("cac quan huyen", ("rural_district", "urban_district")),
        ("cơ quan chuyên môn thuộc UBND thành phố", ("department",)),
        ("UBND cấp huyện", ("rural_district", "urban_district")),
        ("ban hành bộ tiêu chí của cơ quan liên quan đến xã hội", ()),
        ("ASEM", ("Quốc gia",)),
        ("các quận, huyện, thành phố", ("city", "rural_district", "urban_district")),
        ("các quận, huyện, thành phố Hải Phòng", ("rural_district", "urban_district")),
    ],
)
def test_a_text_about_a_group_names_kinds_of_units(text: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(text, BOOK) == kinds


def test_a_kind_is_stored_by_its_identifier_or_as_written() -> None:
    written = ["Sở, ban, ngành", "Quận", "ĐẶC KHU", "thành phố", "Quốc gia", "ward", "UBND huyện"]
    assert [stored_kind(text) for text in written] == [
        "department",
        "urban_district",
        "special_zone",
        "city",
        "Quốc gia",
        "ward",
        "rural_district",
    ]


def test_a_group_is_meant_by_its_name_or_by_the_kinds_of_its_units() -> None:
    assert group_names("sở, ban, ngành", UNITS) == ("Sở, ban, ngành",)
    assert group_names("UBND các quận, huyện", UNITS) == ("Huyện", "Quận")
    assert group_names("các hội", UNITS) == ()


COLUMNS = (
    "code",
    "name",
    "kind",
    "ranking_group",
    "year",
    "aliases",
    "valid_from",
    "valid_to",
    "succeeded_by",
)


def brought(*lines: tuple[CellValue, ...]) -> Staged:
    full = [(*line, *[None] * (len(COLUMNS) - len(line))) for line in lines]
    return resolve_units(table("units", COLUMNS, full), Reference(units=UNITS), Hints())


def test_a_new_unit_is_staged_with_all_that_stands_beside_it() -> None:
    staged = brought(
        (
            1001,
            "Phường Lê Chân",
            "Phường",
            "Phường (không xếp hạng)",
            None,
            "P. Lê Chân;\nLê Chân mới",
            "1/7/2025",
            None,
            None,
        ),
        ("305", None, None, None, None, None, None, 2024, "Phường Lê Chân"),
    )
    assert codes(staged) == []
    assert rows(staged, "unit", "unit_code", "unit_name", "short_name", "unit_kind") == [
        ("1001", "Phường Lê Chân", "Lê Chân", "ward"),
        ("305", None, None, None),
    ]
    assert rows(staged, "unit", "valid_from", "valid_to") == [
        (datetime.date(2025, 7, 1), None),
        (None, datetime.date(2024, 12, 31)),
    ]
    assert rows(staged, "unit_alias", "alias", "alias_key") == [
        ("P. Lê Chân", "le chan"),
        ("Lê Chân mới", "le chan moi"),
    ]
    assert rows(staged, "unit_group", "unit_code", "year", "ranking_group", "is_ranked") == [
        ("1001", None, "Phường", False)
    ]
    assert rows(staged, "unit_succession", "unit_code", "succeeded_by") == [("305", "1001")]


def test_a_group_may_be_given_for_several_years_and_unranked_alone_names_no_group() -> None:
    staged = brought(
        ("303", None, None, "Khối 1", "2021-2022; 2024"),
        ("304", None, None, "Không xếp hạng", 2021),
    )
    assert rows(staged, "unit_group", "year", "ranking_group", "is_ranked") == [
        (2021, "Khối 1", True),
        (2022, "Khối 1", True),
        (2024, "Khối 1", True),
        (2021, None, False),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("999", "Quận Lê Chân", "Quận"), "unit_name_has_other_code"),
        (("999", "UBND quận Lê Chân", "Quận"), "unit_name_has_other_code"),
        (("999", None, "Quận"), "unit_name_missing"),
        (("999", "Quận Mới", None), "unit_kind_missing"),
        ((None, "Quận Mới", "Quận"), "unit_code_missing"),
        (("305", None, None, "Quận", "hai nghìn"), "year_unknown"),
        (("305", None, None, None, None, None, "31/2/2021"), "date_impossible"),
        (("305", None, None, None, None, None, 2024, 2021), "validity_reversed"),
        (("305", None, None, None, None, None, None, None, "Phường X"), "unit_unknown"),
    ],
)
def test_what_a_units_workbook_cannot_mean_is_an_error(
    line: tuple[CellValue, ...], code: str
) -> None:
    staged = brought(line)
    assert [(p.severity, p.code) for p in staged.problems] == [(Severity.ERROR, code)]
