"""Deck and report open with what was decided, in words and with what is overdue."""

from __future__ import annotations

import io

import pytest
from docx import Document
from pptx import Presentation

from reports.asking import Asked, answers_of
from reports.deck.deck import deck_of, slides_of
from reports.deck.slides import Table
from reports.summary.summary import summary_of
from tests.analysis.small import small
from words.catalogue import speaking

DECISIONS = (
    (1, "Giao Sở Nội vụ đôn đốc", "Sở Nội vụ", "2022-09-01", "open", None),
    (2, "Quận Lê Chân giải trình", "Quận Lê Chân", "2022-08-01", "done", "305"),
    (3, "Nhân rộng mô hình", None, None, "in_progress", None),
)


@pytest.fixture(scope="module")
def release():
    book = small()
    for number, content, who, due_on, state, unit in DECISIONS:
        book.connection.execute(
            "insert into decision by name select ? as decision_id, ? as revision_id, 1 as revision,"
            " timestamp '2022-07-01' as first_written_at, timestamp '2022-07-01' as written_at,"
            " 'Lan' as written_by, 'r1' as release_id, 'meeting' as subject_kind,"
            " '1' as subject_key, ? as content, ? as responsible, ?::date as due_on, ? as state,"
            " ? as unit_code, ? as year",
            [number, number, content, who, due_on, state, unit, unit and 2022],
        )
    return book.finish()


def test_the_deck_opens_with_what_was_decided(release):
    slides = slides_of(answers_of(release, Asked()))
    assert slides[1].title == (
        "Các cuộc họp trước: trong 3 việc đã quyết định, 1 xong, 1 đang làm, 1 chưa làm, 1 quá hạn"
    )
    table = slides[1].body
    assert isinstance(table, Table)
    # The newest first; the first is due on 01/09, the as-of day is 30/09.
    assert table.rows == [
        ["Nhân rộng mô hình", "–", "–", "đang làm", ""],
        ["Quận Lê Chân giải trình", "Quận Lê Chân", "01/08/2022", "đã xong", ""],
        ["Giao Sở Nội vụ đôn đốc", "Sở Nội vụ", "01/09/2022", "chưa làm", "có"],
    ]


def test_the_deck_of_a_unit_opens_with_what_was_decided_on_it(release):
    slides = slides_of(answers_of(release, Asked(unit="305")))
    assert slides[1].title == "Các cuộc họp trước: trong 1 việc đã quyết định, 1 xong"


def test_the_report_says_them_before_its_first_section(release):
    lines = [
        p.text for p in Document(io.BytesIO(summary_of(answers_of(release, Asked())))).paragraphs
    ]
    decided = next(n for n, line in enumerate(lines) if "thực hiện các quyết định" in line)
    first = next(n for n, line in enumerate(lines) if line.startswith("I. "))
    assert decided < first
    assert any(
        line.endswith(
            "Giao Sở Nội vụ đôn đốc (thực hiện: Sở Nội vụ; hạn: 01/09/2022; chưa làm, quá hạn);"
        )
        for line in lines[decided:first]
    )


def test_english_is_complete(release):
    with speaking("en"):
        deck = Presentation(io.BytesIO(deck_of(answers_of(release, Asked()))))
        titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
        assert titles[1] == (
            "Earlier meetings: of 3 decisions, 1 done, 1 in progress, 1 not begun, 1 overdue"
        )
        assert summary_of(answers_of(release, Asked()))
