"""One release, one figure: `show`, pages, deck, report and workbook agree, in both languages.

Held for the ranking (index and rank of each unit), the three rates of remediation and the list of
candidates.
"""

from __future__ import annotations

import io

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from data.books import Book
from data.releases import open_release
from data.store import Store
from reports.asking import Asked, answers_of
from reports.deck.deck import deck_of
from reports.summary.summary import summary_of
from reports.workbook import SHEETS, workbook_of
from tests.pages.conftest import invented_home, open_page, said  # noqa: F401 - fixtures
from words import formats
from words.catalogue import speaking, text

YEAR, GROUP = 2022, "Quận"


@pytest.fixture(scope="module", params=["vi", "en"])
def spoken(request):
    return request.param


@pytest.fixture
def release(invented_home):  # noqa: F811
    return open_release(Store(invented_home), Book.ILLUSTRATION, "m1")


@pytest.fixture
def shown(release):
    """What `show` answers."""

    def asked(question, year=YEAR):
        return rows_of(answer(release, question, Filters(year=year, ranking_group=GROUP)))

    return asked


@pytest.fixture
def documents(release, spoken):
    answers = answers_of(release, Asked(year=YEAR, group=GROUP))
    with speaking(spoken):
        return deck_of(answers), summary_of(answers), workbook_of(answers)


def words_of_deck(content: bytes) -> str:
    words = []
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                words.append(shape.text_frame.text)
            if shape.has_table:
                words += [cell.text for row in shape.table.rows for cell in row.cells]
            if shape.has_chart:
                plot = shape.chart.plots[0]
                words += [str(name) for name in plot.categories]
                words += [
                    formats.percent(value)
                    for series in plot.series
                    for value in series.values
                    if value is not None
                ]
    return "\n".join(words)


def tables_of_report(content: bytes) -> list[list[str]]:
    tables = Document(io.BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def words_of_report(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def sheet_of(content: bytes, name: str) -> list[dict[str, object]]:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    lines = list(book[text(f"file.{name}")].iter_rows(min_row=6, values_only=True))
    return [dict(zip(SHEETS[name].fields, line, strict=False)) for line in lines]


def test_each_unit_has_one_index_and_one_rank(documents, shown, spoken, open_page, invented_home):  # noqa: F811
    deck, report, workbook = documents
    ranking = [row for row in shown("ranking") if row["rank"] is not None]
    assert ranking
    app = open_page(
        invented_home, "compare", year=str(YEAR), group=GROUP, view="ranking", language=spoken
    )
    page = next(one.value for one in app.dataframe if {"rank", "unit_name"} <= {*one.value})
    on_page = {row["unit_name"]: row for row in page.to_dict("records")}
    with speaking(spoken):
        in_deck, in_report = words_of_deck(deck), tables_of_report(report)
        in_workbook = {row["unit_code"]: row for row in sheet_of(workbook, "ranking")}
        for row in ranking:
            index = formats.percent(row["index_percent"])
            assert index in in_deck
            assert row["short_name"] in in_deck
            assert any(
                row["unit_name"] in line and index.rstrip("%") in " ".join(line)
                for line in in_report
            ), row["unit_name"]
            kept = in_workbook[row["unit_code"]]
            assert kept["rank"] == row["rank"]
            assert kept["index_percent"] == pytest.approx(row["index_percent"], abs=1e-12)
            assert on_page[row["unit_name"]]["rank"] == row["rank"]


def test_there_are_three_rates_and_each_is_the_same_everywhere(
    documents,
    shown,
    spoken,
    open_page,  # noqa: F811
    invented_home,  # noqa: F811
):
    deck, report, _workbook = documents
    (rates,) = [row for row in shown("rates", 2021) if row["unit_code"] is None]
    app = open_page(invented_home, "remediation", year="2021", group=GROUP, language=spoken)
    tiles = [str(tile.value) for tile in app.metric]
    with speaking(spoken):
        by_count, claimed, proved = (
            formats.share(rates[name])
            for name in ("rate_by_count", "rate_by_points", "rate_proved_by_points")
        )
        assert len({by_count, claimed, proved}) == 3
        assert tiles[:3] == [by_count, claimed, proved]
        for words in (words_of_deck(deck), words_of_report(report)):
            assert claimed in words
            assert proved in words
        lines = tables_of_report(report)
        for row in shown("rates", 2021):
            if row["unit_code"] is not None and row["deduction_count"]:
                assert any(
                    {row["unit_name"], formats.share(row["rate_by_count"])} <= {*line}
                    for line in lines
                ), row["unit_name"]


def test_the_candidates_are_the_same_everywhere(documents, shown, spoken, open_page, invented_home):  # noqa: F811
    deck, _report, workbook = documents
    judged = shown("candidates")
    app = open_page(invented_home, "best_practice", year=str(YEAR), group=GROUP, language=spoken)
    page = next(one.value for one in app.dataframe if {"robust_z", "result"} <= {*one.value})
    with speaking(spoken):
        words = [text(f"term.result.{row['result']}") for row in judged]
        assert list(page["result"]) == words
        assert list(page["unit_name"]) == [row["unit_name"] for row in judged]
        kept = sheet_of(workbook, "candidates")
        assert [(row["unit_name"], row["result"]) for row in kept] == [
            (row["unit_name"], word) for row, word in zip(judged, words, strict=True)
        ]
        in_deck = words_of_deck(deck)
        for row in judged:
            if row["result"] == "candidate":
                assert row["short_name"] in in_deck
