"""The committed illustration is what its generator writes, in order, and nothing is planted."""

from __future__ import annotations

import ast
import datetime
from collections import Counter
from decimal import Decimal
from itertools import chain

import pytest

from data.workbooks.base.paper import ILLUSTRATION_MARK
from data.workbooks.base.units import Unit, records, units
from data.workbooks.decision_903.make import FIGURES_FILE
from data.workbooks.illustration.criteria import Kind, leaves
from data.workbooks.illustration.make import make
from data.workbooks.illustration.rounds import scores
from data.workbooks.illustration.traits import Body
from tests.data.workbooks.opened import AFTER, ILLUSTRATION, SEASON, number, opened, parts

COMMITTED = sorted(ILLUSTRATION.glob("*/*.xlsx"))
SCORES = [path for path in COMMITTED if path.name.startswith("scores_")]
CRITERIA = [path for path in COMMITTED if path.name.startswith("criteria_")]
ROUNDS = ("Điểm tự đánh giá", "Điểm thẩm định lần 1", "Điểm giải trình", "Điểm thẩm định lần 2")
KINDS = {kind.value: kind for kind in Kind}


@pytest.fixture(scope="module")
def score_sheets():
    """(kind, year) → sheets of units."""
    found = {}
    for path in SCORES:
        _, kind, year = path.stem.split("_")
        found[KINDS[kind], int(year)] = opened(path)
    return found


def _unit_of(spelling: str) -> Unit:
    (found,) = [unit for unit in units() if spelling in (unit.name, *unit.aliases)]
    return found


def _points_of_record(kind, year, sheet):
    """Leaf code → (maximum, points or null)."""
    codes = {leaf.code for leaf in leaves(kind, year)}
    return {
        row["STT"]: (
            number(row["Điểm tối đa"]),
            number(row["Điểm ĐTXHH"]) or number(row["Điểm thẩm định lần 2"]),
        )
        for row in sheet.rows
        if row["STT"] in codes
    }


def _index_percent(kind, year, sheet) -> Decimal:
    given = [
        (most, got)
        for most, got in _points_of_record(kind, year, sheet).values()
        if got is not None
    ]
    share: Decimal = sum(got for _, got in given) / sum(most for most, _ in given)
    return 100 * share


def test_the_committed_workbooks_are_what_the_generator_writes(tmp_path):
    made = make(tmp_path)
    assert sorted(path.relative_to(tmp_path) for path in made) == [
        path.relative_to(ILLUSTRATION) for path in COMMITTED
    ]
    for path in made:
        assert parts(path) == parts(ILLUSTRATION / path.relative_to(tmp_path)), path.name


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sheet_says_above_its_table_that_it_is_illustration(path):
    for sheet in opened(path):
        assert any(ILLUSTRATION_MARK in title for title in sheet.titles), sheet.name


def test_every_assessed_unit_has_a_sheet_a_year_and_bach_long_vi_has_none(score_sheets):
    unranked = {unit.code for unit in units() if unit.ranking_group == "không xếp hạng"}
    assert unranked == {"318"}
    for year in (2020, 2021, 2022):
        sheets = chain(*(score_sheets[kind, year] for kind in Kind))
        named = [_unit_of(title.split(": ", 1)[1]).code for s in sheets for title in s.titles[-1:]]
        assert Counter(named) == Counter(unit.code for unit in units() if unit.code not in unranked)


def test_no_points_lie_outside_their_maximum(score_sheets):
    for sheet in chain(*score_sheets.values()):
        for row in sheet.rows:
            most = number(row["Điểm tối đa"])
            given = [number(row[kind]) for kind in (*ROUNDS, "Điểm ĐTXHH")]
            assert all(0 <= points <= most for points in given if points is not None), row


def test_sums_of_score_sheets_are_those_of_their_leaves(score_sheets):
    for (kind, year), sheets in score_sheets.items():
        area_of = {leaf.code: leaf.area for leaf in leaves(kind, year)}
        for sheet in sheets:
            for heading in ("Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định lần 2"):
                sums: Counter[str] = Counter()
                whole = Decimal(0)
                for row in sheet.rows:
                    points = number(row[heading])
                    if row["STT"] in area_of and points is not None:
                        sums[area_of[row["STT"]]] += points
                        whole += points
                for row in sheet.rows:
                    if row["STT"] in sums:
                        assert number(row[heading]) == sums[row["STT"]]
                assert number(sheet.rows[-1][heading]) == whole


@pytest.mark.parametrize("path", CRITERIA, ids=lambda path: path.stem)
def test_areas_have_the_maximum_of_their_leaves_and_a_set_has_a_hundred_points(path):
    for kind, sheet in zip(Kind, opened(path), strict=True):
        of_set = leaves(kind, int(path.stem[-4:]))
        assert 60 <= len(of_set) <= 100
        assert len({leaf.name for leaf in of_set}) == len(of_set)
        printed = {row["STT"]: number(row["Điểm tối đa"]) for row in sheet.rows}
        for area in {leaf.area for leaf in of_set}:
            assert printed[area] == sum(printed[leaf.code] for leaf in of_set if leaf.area == area)
        assert printed[""] == sum(printed[leaf.code] for leaf in of_set) == 100


@pytest.mark.parametrize("folder", [SEASON, AFTER], ids=lambda folder: folder.name)
def test_deductions_of_the_register_are_those_of_the_scores(folder, score_sheets):
    for kind, register in zip(Kind, opened(folder / "remediation_2021.xlsx"), strict=True):
        points = {
            _unit_of(sheet.titles[-1].split(": ", 1)[1]).code: _points_of_record(kind, 2021, sheet)
            for sheet in score_sheets[kind, 2021]
        }
        assert len(register.rows) > 300
        for row in register.rows:
            code = str(row["Tiêu chí"]).split(". ", 1)[0]
            most, got = points[_unit_of(row["Đơn vị"]).code][code]
            assert number(row["Điểm tối đa"]) == most
            assert number(row["Điểm đạt"]) == got
            assert number(row["Điểm bị trừ"]) == most - got > 0


def test_some_deductions_nobody_wrote_about(score_sheets):
    written = {
        (_unit_of(row["Đơn vị"]).code, str(row["Tiêu chí"]).split(". ", 1)[0])
        for sheet in opened(SEASON / "remediation_2021.xlsx")
        for row in sheet.rows
    }
    lost = 0
    for kind in Kind:
        surveyed = {leaf.code for leaf in leaves(kind, 2021) if leaf.is_survey}
        for sheet in score_sheets[kind, 2021]:
            points = _points_of_record(kind, 2021, sheet)
            lost += sum(
                got is not None and got < most and code not in surveyed
                for code, (most, got) in points.items()
            )
    assert 0.05 < (lost - len(written)) / lost < 0.25


def test_links_tell_the_fate_of_every_leaf_in_seven_kinds():
    rows = [row for sheet in opened(AFTER / "links_2021_2022.xlsx") for row in sheet.rows]
    assert {row["Loại thay đổi"] for row in rows} == {
        "giữ nguyên",
        "đổi mã",
        "đổi điểm tối đa",
        "gộp",
        "tách",
        "bỏ",
        "mới",
    }
    for kind, sheet in zip(Kind, opened(AFTER / "links_2021_2022.xlsx"), strict=True):
        for heading, year in (("Mã cũ", 2021), ("Mã mới", 2022)):
            named = {row[heading] for row in sheet.rows if row[heading]}
            assert named == {leaf.code for leaf in leaves(kind, year)}


def test_the_season_knows_nothing_of_what_came_after_it():
    last = datetime.date(2022, 9, 30)
    for row in opened(SEASON / "inspections_2022.xlsx")[0].rows:
        for heading in ("Ngày kiểm tra", "Ngày nhận báo cáo"):
            assert row[heading] == "" or row[heading] <= last
        conclusion = str(row["Thông báo kết luận"]).rpartition(" ")[2]
        if conclusion:
            day, month, year = map(int, conclusion.split("/"))
            assert datetime.date(year, month, day) <= last


def test_about_half_of_the_visits_were_held_in_the_season_and_not_all_by_the_year_end():
    season = opened(SEASON / "inspections_2022.xlsx")[0].rows
    year_end = opened(AFTER / "inspections_2022.xlsx")[0].rows
    assert 0.4 <= sum(row["Ngày kiểm tra"] != "" for row in season) / len(season) <= 0.6
    assert 1 <= sum(row["Ngày kiểm tra"] == "" for row in year_end) <= 2


@pytest.mark.parametrize("folder", [SEASON, AFTER], ids=lambda folder: folder.name)
def test_verification_names_a_held_visit_of_the_same_unit(folder):
    held = set()
    for row in opened(folder / "inspections_2022.xlsx")[0].rows:
        if row["Ngày kiểm tra"] != "":
            unit, day = _unit_of(row["Đơn vị"]).code, row["Ngày kiểm tra"]
            minutes = f"Biên bản kiểm tra ngày {day.day}/{day.month}/{day.year}"
            held.add((unit, row["Thông báo kết luận"] or minutes))
    registers = opened(folder / "remediation_2021.xlsx") + opened(folder / "findings_2021.xlsx")
    named = [
        (_unit_of(row["Đơn vị"]).code, row["Xác minh"])
        for sheet in registers
        for row in sheet.rows
        if row["Xác minh"]
    ]
    assert len(named) > 20
    assert set(named) <= held


def test_findings_that_continue_name_an_earlier_one_of_the_same_unit():
    earlier = {
        (int(row["STT"]), _unit_of(row["Đơn vị"]).code)
        for row in opened(SEASON / "findings_2021.xlsx")[0].rows
    }
    files = (SEASON / "findings_2022.xlsx", AFTER / "findings_2022_rest.xlsx")
    rows = [row for file in files for row in opened(file)[0].rows]
    continued = {
        (int(str(row["Tiếp nối"]).rpartition(" ")[2]), _unit_of(row["Đơn vị"]).code)
        for row in rows
        if row["Tiếp nối"]
    }
    assert continued
    assert continued <= earlier


def test_criteria_of_findings_of_the_season_read_alike_in_the_sets_of_both_years():
    for row in opened(SEASON / "findings_2022.xlsx")[0].rows:
        kind = Kind.DISTRICTS if _unit_of(row["Đơn vị"]).code.isdecimal() else Kind.DEPARTMENTS
        for year in (2021, 2022):
            of_set = leaves(kind, year)
            known = {leaf.label for leaf in of_set} | {leaf.name for leaf in of_set} | {""}
            assert row["Tiêu chí"] in known


def test_no_index_equals_a_published_one(score_sheets):
    published = {Decimal(record[2]) for record in records(FIGURES_FILE)}
    assert len(published) == 9
    for (kind, year), sheets in score_sheets.items():
        for sheet in sheets:
            assert round(_index_percent(kind, year, sheet), 2) not in published


def test_units_overrate_themselves_by_two_to_four_points_on_average(score_sheets):
    for kind in Kind:
        gaps = [
            number(sheet.rows[-1]["Điểm tự đánh giá"])
            - number(sheet.rows[-1]["Điểm thẩm định lần 2"])
            for sheet in score_sheets[kind, 2021]
        ]
        assert all(gap >= 0 for gap in gaps)
        assert 2 <= sum(gaps) / len(gaps) <= 4


def test_no_module_of_the_generator_names_a_unit():
    """Outcomes come from traits: neither code nor name of a unit is a constant of the programs."""
    names = set(chain(*((unit.code, unit.name, *unit.aliases) for unit in units())))
    for module in ILLUSTRATION.glob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        assert not {str(value) for value in constants} & names, module.name


def test_a_unit_that_does_not_exist_gets_scores_like_any_other():
    """Nothing is looked up by unit: an invented code has traits, and figures from them."""
    unit = Unit("000", "Quận Không Có", "Quận", "Quận", None, ())
    given = scores(Body(unit, Kind.DISTRICTS, frozenset()), Kind.DISTRICTS, 2021, {})
    reached = sum(score.of_record or 0 for score in given.values())
    assert len(given) == len(leaves(Kind.DISTRICTS, 2021))
    assert 60 < reached < 98
