"""What of the registers is in force, and which visit, finding and proof belong together."""

from __future__ import annotations

import datetime
from typing import Any

import duckdb
import pytest

from data.checks.running import workspace_problems
from tests.data.effective.registers_book import ROOT, Workspace

HELD = datetime.date(2022, 9, 14)
CONCLUDED = datetime.date(2022, 9, 20)


@pytest.fixture
def book() -> Workspace:
    return Workspace()


def visit(book: Workspace, **changes: Any) -> None:
    held: dict[str, Any] = {
        "held_on": HELD,
        "conclusion_number": "15/TB-ĐKT",
        "conclusion_key": "15/tb-dkt",
        "conclusion_on": CONCLUDED,
    }
    book.add("inspection", **held | changes)


def test_a_later_register_replaces_the_criteria_it_names_and_no_others(book: Workspace) -> None:
    book.add("remediation", action="Bổ sung nhân sự")
    book.add("remediation", action="Tập huấn")
    book.add("remediation", criterion_code="2.1", criterion_text="2.1", action="Tuyên truyền")
    book.add("remediation", import_id=2, action="Bổ sung nhân sự", reported_state="done")
    assert [
        (r["criterion_code"], r["action"], r["reported_state"]) for r in book.rows("remediation")
    ] == [
        ("2.1", "Tuyên truyền", None),
        ("2.3", "Bổ sung nhân sự", "done"),
    ]
    book.withdraw(2)
    assert book.values("remediation", "action") == ["Tuyên truyền", "Bổ sung nhân sự", "Tập huấn"]
    assert book.values("remediation", "remediation_id") == [
        "2021-305-2.1-1",
        "2021-305-2.3-1",
        "2021-305-2.3-2",
    ]


def test_rows_of_two_files_that_say_the_same_stand_once(book: Workspace) -> None:
    book.add("remediation", action="Tập huấn")
    book.add("remediation", action="Tập huấn")
    assert book.values("remediation", "remediation_id") == ["2021-305-2.3-1"]


def test_a_criterion_named_before_its_set_came_is_found_afterwards(book: Workspace) -> None:
    book.add("remediation", criterion_code=None, criterion_text="2.3. Giải quyết hồ sơ đúng hạn")
    assert book.values("remediation", "criterion_code") == [None]
    book.criteria(2021, {"2.3": ("Giải quyết hồ sơ đúng hạn", "4")})
    assert book.values("remediation", "criterion_code") == ["2.3"]
    book.add("remediation", import_id=2, action="Tập huấn")
    assert book.values("remediation", "action") == ["Tập huấn"]


def test_a_programme_is_replaced_for_the_unit_and_year_it_names(book: Workspace) -> None:
    visit(book, held_on=None, planned_on=datetime.date(2022, 7, 31))
    visit(book, held_on=None, planned_on=datetime.date(2022, 6, 30))
    visit(book, unit_code="304", held_on=None)
    visit(book, year=2021, planned_on=datetime.date(2021, 9, 30))
    visit(book, import_id=2)
    assert [(r["inspection_id"], r["held_on"]) for r in book.rows("inspection")] == [
        ("2021-305-1", HELD),
        ("2022-304-1", None),
        ("2022-305-1", HELD),
    ]


def test_visits_of_a_year_are_numbered_by_their_planned_day(book: Workspace) -> None:
    visit(book, planned_on=datetime.date(2022, 11, 30), head_of_team="B")
    visit(book, planned_on=datetime.date(2022, 6, 30), head_of_team="A")
    assert book.values("inspection", "head_of_team") == ["A", "B"]


@pytest.mark.parametrize(
    ("keys", "is_verified"),
    [
        (["15/tb-dkt"], True),
        (["15"], True),
        (["2022-09-14"], True),
        (["2022-09-20"], True),
        (["16/tb-dkt"], False),
        (["2022-09-15"], False),
        ([], False),
    ],
)
def test_what_verifies_is_a_held_visit_of_the_unit(
    book: Workspace, keys: list[str], is_verified: bool
) -> None:
    visit(book)
    book.add("remediation", verification_keys=keys)
    expected = "2022-305-1" if is_verified else None
    assert book.values("remediation", "verifying_inspection_id") == [expected]


def test_a_planned_visit_and_another_units_visit_verify_nothing(book: Workspace) -> None:
    visit(book, held_on=None)
    visit(book, unit_code="304")
    book.add("remediation", verification_keys=["15/tb-dkt", "2022-09-14"])
    assert book.values("remediation", "verifying_inspection_id") == [None]


@pytest.mark.parametrize(
    ("kind", "says", "keys", "state"),
    [
        ("limitation", "open", [], "open"),
        ("limitation", None, [], "open"),
        ("limitation", "in_progress", ["15/tb-dkt"], "in_progress"),
        ("limitation", "reported", ["15/tb-dkt"], "reported"),
        ("limitation", "done", [], "reported"),
        ("limitation", "done", ["99/tb-dkt"], "reported"),
        ("limitation", "done", ["15/tb-dkt"], "closed"),
        ("violation", "done", ["2022-09-14"], "closed"),
        ("limitation", "open", ["15/tb-dkt"], "open"),
        ("strength", "done", ["15/tb-dkt"], None),
        ("difficulty", "open", [], None),
    ],
)
def test_only_an_inspection_closes_a_finding(
    book: Workspace, kind: str, says: str | None, keys: list[str], state: str | None
) -> None:
    visit(book)
    book.add("finding", finding_kind=kind, result_says=says, verification_keys=keys)
    assert book.values("finding", "state") == [state]
    assert book.values("finding", "says_done") == [says == "done"]


def test_a_source_is_the_visit_whose_number_it_names(book: Workspace) -> None:
    visit(book)
    visit(
        book,
        held_on=datetime.date(2022, 11, 2),
        conclusion_key="33/tb-dkt",
        planned_on=datetime.date(2022, 11, 30),
        conclusion_on=None,
    )
    book.add("finding", source_keys=["33/tb-dkt"], description="a")
    book.add("finding", source_keys=["2022-09-14"], description="b")
    book.add("finding", source_keys=[], description="c")
    book.add("finding", source_keys=["77/kl-ttr"], description="d")
    found = {r["description"]: r["inspection_id"] for r in book.rows("finding")}
    assert found == {"a": "2022-305-2", "b": "2022-305-1", "c": None, "d": None}


def test_without_a_number_the_only_held_visit_of_the_year_is_the_source(book: Workspace) -> None:
    visit(book)
    visit(book, held_on=None, planned_on=datetime.date(2022, 11, 30), conclusion_key=None)
    visit(book, year=2021, held_on=datetime.date(2021, 9, 1), conclusion_key="15/tb-dkt")
    book.add("finding")
    assert book.values("finding", "inspection_id") == ["2022-305-1"]


def test_a_number_serves_where_the_only_held_visit_has_none_yet(book: Workspace) -> None:
    visit(book, conclusion_key=None, conclusion_number=None, conclusion_on=None)
    book.add("finding", source_keys=["15/tb-dkt"])
    assert book.values("finding", "inspection_id") == ["2022-305-1"]


def test_a_conclusion_of_january_belongs_to_the_year_of_its_visit(book: Workspace) -> None:
    visit(book, held_on=datetime.date(2022, 12, 10), conclusion_on=datetime.date(2023, 1, 5))
    book.add("finding", year=2023, source_keys=["15/tb-dkt", "2023-01-05"])
    assert [(r["year"], r["inspection_id"]) for r in book.rows("finding")] == [(2022, "2022-305-1")]


def test_findings_are_replaced_by_source(book: Workspace) -> None:
    visit(book)
    book.add("finding", source_text="15/TB-ĐKT", source_keys=["15/tb-dkt"], description="cũ")
    book.add(
        "finding", source_text="Thanh tra 7/KL-TTr", source_keys=["7/kl-ttr"], description="khác"
    )
    book.add(
        "finding",
        import_id=2,
        source_text="15/TB-ĐKT ngày 14/9/2022",
        source_keys=["15/tb-dkt", "2022-09-14"],
        description="mới",
    )
    assert sorted(str(d) for d in book.values("finding", "description")) == ["khác", "mới"]
    book.withdraw(2)
    assert sorted(str(d) for d in book.values("finding", "description")) == ["cũ", "khác"]


def test_finding_ids_are_year_unit_and_number_and_never_collide(book: Workspace) -> None:
    book.add("finding", row_code="1", description="a")
    book.add("finding", row_code="2", description="b")
    book.add("finding", row_code="2", description="c")
    book.add("finding", description="d")
    book.add("finding", description="e")
    assert book.values("finding", "finding_id") == [
        "2022-305-1",
        "2022-305-2-1",
        "2022-305-2-2",
        "2022-305-x-1",
        "2022-305-x-2",
    ]


def test_a_written_continuation_wins(book: Workspace) -> None:
    book.add("finding", year=2021, row_code="5", description="trước")
    book.add("finding", year=2021, row_code="6", description="khác")
    book.add("finding", row_code="1", continues_year=2021, continues_row_code="5")
    assert continued(book) == {"2022-305-1": "2021-305-5"}


def test_a_continuation_that_fits_two_or_none_names_nothing(book: Workspace) -> None:
    book.add("finding", year=2021, row_code="5", description="a")
    book.add("finding", year=2021, row_code="5", description="b")
    book.add("finding", row_code="1", continues_year=2021, continues_row_code="5")
    book.add("finding", row_code="2", continues_year=2021, continues_row_code="9")
    assert continued(book) == {}


def continued(book: Workspace) -> dict[object, object]:
    return {
        r["finding_id"]: r["continues_finding_id"]
        for r in book.rows("finding")
        if r["continues_finding_id"] is not None
    }


def two_sets(book: Workspace) -> None:
    book.criteria(2021, {"2.3": ("Giải quyết hồ sơ đúng hạn", "4")})
    book.criteria(2022, {"3.1": ("Giải quyết hồ sơ đúng hạn", "5"), "2.3": ("Tuyên truyền", "1")})
    book.add(
        "criterion_link",
        unit_kind="urban_district",
        from_year=2021,
        from_code="2.3",
        to_year=2022,
        to_code="3.1",
        link_kind="new_maximum",
    )


def test_the_same_criterion_found_open_before_is_continued_through_the_links(
    book: Workspace,
) -> None:
    two_sets(book)
    book.add("finding", year=2021, row_code="1", criterion_code="2.3", criterion_year=2021)
    book.add("finding", row_code="7", criterion_code="3.1", criterion_year=2022)
    book.add("finding", row_code="8", criterion_code="2.3", criterion_year=2022, description="b")
    assert continued(book) == {"2022-305-7": "2021-305-1"}


def test_a_closed_finding_a_strength_and_another_unit_are_not_continued(book: Workspace) -> None:
    two_sets(book)
    visit(book, year=2021, held_on=datetime.date(2021, 9, 1), conclusion_key="3/tb-dkt")
    before: dict[str, Any] = {"year": 2021, "criterion_code": "2.3", "criterion_year": 2021}
    book.add("finding", **before, result_says="done", verification_keys=["3/tb-dkt"])
    book.add("finding", **before, finding_kind="strength", description="tốt")
    book.add("finding", **before, unit_code="304", description="quận khác")
    book.add("finding", criterion_code="3.1", criterion_year=2022)
    assert continued(book) == {}


def test_within_a_year_the_earlier_visit_is_the_earlier_source(book: Workspace) -> None:
    two_sets(book)
    visit(book)
    visit(
        book,
        held_on=datetime.date(2022, 11, 2),
        conclusion_key="33/tb-dkt",
        planned_on=datetime.date(2022, 11, 30),
    )
    same: dict[str, Any] = {"criterion_code": "3.1", "criterion_year": 2022}
    book.add("finding", **same, row_code="1", source_keys=["15/tb-dkt"], source_text="15")
    book.add("finding", **same, row_code="2", source_keys=["33/tb-dkt"], source_text="33")
    assert continued(book) == {"2022-305-2": "2022-305-1"}


def problems(book: Workspace, import_id: int = 1) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (p.severity.value, p.code, p.cell, p.expected)
        for p in workspace_problems(book.connection, import_id)
    ]


def test_a_source_that_does_not_say_which_visit_is_told_at_its_cell(book: Workspace) -> None:
    visit(book)
    visit(
        book,
        held_on=datetime.date(2022, 11, 2),
        planned_on=datetime.date(2022, 11, 30),
        conclusion_number="33/TB-ĐKT",
        conclusion_key="33/tb-dkt",
    )
    both = "15/TB-ĐKT 14/09/2022; 33/TB-ĐKT 02/11/2022"
    book.add("finding", source_text="Kiểm tra năm 2022", cells={"source": "N6"})
    assert problems(book) == [("warning", "source_ambiguous", "N6", both)]
    assert problems(book, import_id=2) == []


def test_a_conclusion_of_a_visit_that_the_programme_does_not_have_is_told_once(
    book: Workspace,
) -> None:
    for row in ("N6", "N7"):
        book.add(
            "finding",
            description=f"Dòng {row}",
            source_text="51/TB-ĐKT",
            source_keys=["51/tb-dkt"],
            cells={"source": row},
        )
    book.add(
        "finding", description="Dòng 8", source_text="Kiểm tra năm 2022", cells={"source": "N8"}
    )
    assert problems(book) == [("warning", "source_without_visit", "N6", "2022")]


def test_a_number_that_the_programme_does_not_have_is_told(book: Workspace) -> None:
    book.add("finding", source_text="51/TB-ĐKT", source_keys=["51/tb-dkt"], cells={"source": "N6"})
    visit(book)
    assert problems(book) == [("warning", "source_unknown", "N6", "15/TB-ĐKT 14/09/2022")]


def test_a_continuation_that_fits_two_is_an_error_and_none_is_told(book: Workspace) -> None:
    book.add("finding", year=2021, row_code="5", description="a")
    book.add("finding", year=2021, row_code="5", description="b")
    for cell, code in (("M6", "5"), ("M7", "9")):
        book.add(
            "finding",
            row_code=cell,
            continues_year=2021,
            continues_row_code=code,
            cells={"continues": cell},
        )
    assert problems(book) == [
        ("error", "continues_ambiguous", "M6", None),
        ("warning", "continues_unknown", "M7", None),
    ]


def test_a_row_of_two_files_of_one_import_is_told_where_it_comes_again(book: Workspace) -> None:
    book.add("remediation", action="Tập huấn")
    book.add("remediation", action="Tập huấn")
    (told,) = problems(book)
    assert told[:2] == ("warning", "duplicate_agrees")
    assert told[3] == "file.xlsx Sheet1 A3"
    assert told[2] == "A4"
    assert problems(book, import_id=2) == []


@pytest.mark.parametrize(
    ("verification", "keys", "is_told"),
    [
        ("15/TB-ĐKT", ["15/tb-dkt"], False),
        ("99/TB-XYZ", ["99/tb-xyz"], True),
        ("đã kiểm tra, đạt", [], True),
        ("chưa", [], False),
        (None, [], False),
    ],
)
def test_a_verification_that_names_no_held_visit_is_told(
    book: Workspace, verification: str | None, keys: list[str], is_told: bool
) -> None:
    visit(book)
    book.add(
        "remediation",
        verification=verification,
        verification_keys=keys,
        cells={"verification": "M6"},
    )
    expected = [("warning", "verification_unknown", "M6", None)] if is_told else []
    assert problems(book) == expected


def test_an_initiative_is_replaced_by_its_name(book: Workspace) -> None:
    book.add("initiative", effect_after="3")
    book.add("initiative", initiative_name="Ký số", initiative_key="ky so")
    book.add("initiative", import_id=2, initiative_name="MỘT CỬA LƯU ĐỘNG", effect_after="2,5")
    assert [(r["initiative_id"], r["effect_after"]) for r in book.rows("initiative")] == [
        ("2022-305-1", "2,5"),
        ("2022-305-2", None),
    ]


@pytest.mark.parametrize("table", ["remediation", "inspection", "finding", "initiative"])
def test_the_views_give_every_column_of_the_release(book: Workspace, table: str) -> None:
    release = duckdb.connect()
    release.execute((ROOT / "data/schema/release/06_registers.sql").read_text(encoding="utf-8"))
    wanted = dict(zip(*_described(release, table), strict=True))
    given = dict(zip(*_described(book.connection, f"effective.{table}"), strict=True))
    assert {name: given.get(name) for name in wanted} == wanted


def _described(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[list[str], list[str]]:
    rows = connection.execute(f"describe {table}").fetchall()
    return [row[0] for row in rows], [row[1] for row in rows]
