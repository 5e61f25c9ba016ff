"""The tables of results say what they are, and links over skipped years lead on."""

from __future__ import annotations

import pytest

from tests.analysis.asking import rows
from tests.analysis.by_hand import Release

RELEASE_TABLES = {
    "release", "import_file", "source_cell", "unit", "unit_alias", "unit_group", "unit_succession",
    "reform_area", "framework", "framework_kind", "criterion", "criterion_link", "score",
    "score_note", "band", "published_result", "remediation", "inspection", "finding", "initiative",
    "decision",
}  # fmt: skip


def test_every_table_of_results_says_what_a_row_is(empty_release):
    told = empty_release.execute(
        "select table_name from duckdb_tables() where comment is null order by all"
    ).fetchall()
    assert [name for (name,) in told if name not in RELEASE_TABLES] == []


def skipped() -> Release:
    book = Release()
    book.unit("303", years=(2017, 2019, 2021))
    for year in (2017, 2019, 2021):
        book.framework(year, {"I.1": 10, "I.2": 10})
    for year in (2017, 2019):
        for code in ("I.1", "I.2"):
            book.link(year, code, code, to_year=year + 2)
    book.scores("303", 2017, {"I.1": 5, "I.2": 5})
    book.scores("303", 2019, {"I.1": 10, "I.2": 5})
    book.scores("303", 2021, {"I.1": 5, "I.2": 5})
    return book


def test_losses_are_followed_over_years_without_a_set():
    told = rows(
        skipped().finish(), "remediation", "criterion_code", "is_recurring", "is_persistent",
        "recovery_reason",
    )  # fmt: skip
    assert told == [("I.1", True, False, "no_next_year"), ("I.2", False, True, "no_next_year")]


def test_a_link_over_a_year_is_no_change_from_the_year_before():
    assert rows(skipped().finish(), "changes", "unit_code") == []


@pytest.mark.parametrize("area", ["II", "procedures"])
@pytest.mark.parametrize("question", ["findings", "inspections", "initiatives", "remediation"])
def test_an_area_is_asked_for_by_either_of_its_codes(area, question):
    book = Release()
    book.unit("303")
    book.unit("304")
    book.framework(2021, {"I.1": 10, "II.1": 10})
    visit = book.inspection("303", 2021, "2021-06-01", "2021-06-01", areas=["procedures"])
    book.inspection("304", 2021, "2021-06-01", "2021-06-01", areas=["direction"])
    book.finding("303", 2021, reform_area="procedures", inspection_id=visit)
    book.finding("304", 2021, reform_area="direction")
    book.initiative("303", 2021, reform_area="procedures")
    book.initiative("304", 2021, reform_area="direction")
    told = rows(book.finish(), question, "unit_code", area_code=area)
    assert told == [("303",)]
