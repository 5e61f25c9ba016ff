"""`report workbook`: the tables equal what `show` answers, in both languages."""

from __future__ import annotations

import io

import openpyxl
import pytest

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from reports.asking import Asked, answers_of
from reports.workbook import SHEETS, workbook_of
from tests.analysis.small import small
from words.catalogue import speaking, text


@pytest.fixture
def answers(small_release):
    return answers_of(small_release, Asked())


def sheet_of(content: bytes, name: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return list(book[text(f"file.{name}")].iter_rows(min_row=5, values_only=True))


def test_without_filters_it_is_the_newest_published_year_and_its_largest_group(answers):
    assert answers.asked == Asked(year=2022, group="Quận")


def test_ranking_is_what_show_ranking_answers(answers, small_release):
    head, *rows = sheet_of(workbook_of(answers), "ranking")
    shown = rows_of(answer(small_release, "ranking", Filters(year=2022, ranking_group="Quận")))
    place = {field: number for number, field in enumerate(SHEETS["ranking"].fields)}
    assert head[place["index_percent"]] == "Chỉ số"
    assert [row[place["unit_code"]] for row in rows] == [row["unit_code"] for row in shown]
    for field in ("rank", "index_percent", "points", "points_at_stake"):
        assert [row[place[field]] for row in rows] == [
            None if row[field] is None else float(row[field]) for row in shown
        ], field


def test_remediation_speaks_of_the_year_that_can_be_judged(answers, small_release):
    _, *rows = sheet_of(workbook_of(answers), "remediation")
    shown = rows_of(answer(small_release, "remediation", Filters(ranking_group="Quận")))
    place = {field: number for number, field in enumerate(SHEETS["remediation"].fields)}
    assert [row[place["criterion_code"]] for row in rows] == [r["criterion_code"] for r in shown]
    assert {row[place["year"]] for row in rows} == {2021}


def test_a_named_year_never_speaks_of_later_deductions(small_release):
    answers = answers_of(small_release, Asked(year=2021))
    assert answers.judged_year("remediation") == 2021
    assert answers_of(small_release, Asked(year=2022)).judged_year("remediation") == 2021


def test_what_concerns_an_individual_stands_in_no_document():
    book = small()
    book.finding("305", 2022, description="của tập thể")
    book.finding("305", 2022, "violation", description="của một người", is_individual=True)
    _, *rows = sheet_of(workbook_of(answers_of(book.finish(), Asked())), "findings")
    place = SHEETS["findings"].fields.index("description")
    assert [row[place] for row in rows] == ["của tập thể"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sheet_is_there_in_both_languages(answers, language):
    with speaking(language):
        book = openpyxl.load_workbook(io.BytesIO(workbook_of(answers)))
        wanted = [text(f"file.{name}") for name in SHEETS]
    assert book.sheetnames[:-1] == wanted


def test_an_empty_release_gives_a_workbook_that_says_so(empty_release):
    content = workbook_of(answers_of(empty_release, Asked()))
    assert sheet_of(content, "ranking")[1][0] == "Không có dòng nào."


def test_the_same_release_and_filters_give_the_same_bytes(answers, small_release):
    assert workbook_of(answers) == workbook_of(answers_of(small_release, Asked()))
