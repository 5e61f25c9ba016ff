"""What ships as real: the units of 2021 and 2022, and the nine figures of Decision 903."""

from __future__ import annotations

import pytest

from data.workbooks.base import make as base
from data.workbooks.base.paper import ILLUSTRATION_MARK
from data.workbooks.decision_903 import make as decision_903
from tests.data.workbooks.opened import WORKBOOKS, opened, parts

DEPARTMENTS = [
    "VPUB",
    "TTTP",
    "SNV",
    "STP",
    "SKHDT",
    "STC",
    "SCT",
    "SNNPTNT",
    "SGTVT",
    "SXD",
    "STNMT",
    "STTTT",
    "SLDTBXH",
    "SVHTT",
    "SDL",
    "SKHCN",
    "SGDDT",
    "SYT",
    "SNGV",
    "BQLKKT",
]
URBAN = ["303", "304", "305", "306", "307", "308", "309"]
RURAL = ["311", "312", "313", "314", "315", "316", "317", "318"]


@pytest.mark.parametrize("maker", [base, decision_903], ids=["base", "decision_903"])
def test_the_committed_workbooks_are_what_their_generators_write(maker, tmp_path):
    (made,) = maker.make(tmp_path)
    committed = WORKBOOKS / maker.__name__.split(".")[-2] / made.name
    assert parts(made) == parts(committed)


@pytest.mark.parametrize("maker", [base, decision_903], ids=["base", "decision_903"])
def test_two_runs_write_the_same_bytes(maker, tmp_path):
    (first,), (second,) = maker.make(tmp_path / "a"), maker.make(tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "path", ["base/units.xlsx", "decision_903/published_results_2021.xlsx"], ids=str
)
def test_real_figures_are_not_marked_as_illustration(path):
    for sheet in opened(WORKBOOKS / path):
        assert not any(ILLUSTRATION_MARK in title for title in sheet.titles)


def test_the_units_are_those_of_2021_with_their_codes_and_kinds():
    kinds = {row["Mã"]: row["Loại"] for row in opened(WORKBOOKS / "base/units.xlsx")[0].rows}
    assert kinds == (
        dict.fromkeys(DEPARTMENTS, "Sở, ban, ngành")
        | dict.fromkeys(URBAN, "Quận")
        | dict.fromkeys(RURAL, "Huyện")
    )


def test_no_two_units_share_a_spelling():
    spellings = []
    for row in opened(WORKBOOKS / "base/units.xlsx")[0].rows:
        spellings += [row["Tên đơn vị"], *str(row["Tên khác"]).split("; ")]
    assert len(spellings) == len({spelling.casefold() for spelling in spellings})


def test_groups_are_given_year_by_year_and_bach_long_vi_is_unranked():
    rows = opened(WORKBOOKS / "base/units.xlsx")[1].rows
    groups = {(row["Mã"], int(row["Năm"])): row["Khối"] for row in rows}
    assert len(rows) == len(groups) == 35 * 5
    assert {year for _, year in groups} == {2020, 2021, 2022, 2023, 2024}
    assert {code for (code, _), group in groups.items() if group == "không xếp hạng"} == {"318"}


def test_districts_end_when_they_were_changed_or_abolished():
    ends = {row["Mã"]: row["Hiệu lực đến"] for row in opened(WORKBOOKS / "base/units.xlsx")[0].rows}
    assert {code for code, end in ends.items() if str(end) == "2024-12-31"} == {"311", "312"}
    assert {code for code, end in ends.items() if str(end) == "2025-06-30"} == {
        *URBAN,
        *RURAL,
    } - {"311", "312"}


def test_the_decision_printed_nine_figures_and_its_misprint_is_no_rank():
    sheets = opened(WORKBOOKS / "decision_903/published_results_2021.xlsx")
    printed = {
        row["Đơn vị"]: (row["Chỉ số (%)"], row["Xếp hạng"]) for s in sheets for row in s.rows
    }
    assert printed == {
        "Sở Giao thông vận tải": (95.98, 1),
        "Thanh tra thành phố": (93, 2),
        "Sở Thông tin và Truyền thông": (92.57, 3),
        "Quận Dương Kinh": (91.26, 1),
        "Quận Ngô Quyền": (91.07, 2),
        "Quận Hồng Bàng": (89.55, 3),
        "Huyện Tiên Lãng": (92.66, 1),
        "Huyện Thủy Nguyên": (91.91, 2),
        "Huyện Kiến Thụy": (91.52, 3),
    }
    (note,) = [row["Ghi chú"] for s in sheets for row in s.rows if row["Ghi chú"]]
    assert "thứ 1" in note
