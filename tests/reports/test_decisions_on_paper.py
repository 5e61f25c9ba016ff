"""What a meeting decided stands in the next meeting's deck and report, with how far it has come."""

from __future__ import annotations

import datetime
import io

import pytest
from docx import Document
from pptx import Presentation

from reports.asking import Asked, answers_of
from reports.deck.deck import deck_of
from reports.summary.summary import summary_of
from tests.analysis.small import small

NOON = datetime.datetime(2022, 8, 1, 12)  # noqa: DTZ001 - as DuckDB keeps it


@pytest.fixture(scope="module")
def release():
    book = small()
    book.insert(
        "decision",
        decision_id=1,
        revision_id=1,
        revision=1,
        first_written_at=NOON,
        written_at=NOON,
        written_by="an",
        release_id="r0",
        subject_kind="unit",
        subject_key="305",
        unit_code="305",
        content="Bổ sung nhân sự bộ phận một cửa",
        responsible="Chủ tịch UBND quận",
        due_on=datetime.date(2022, 9, 1),
        state="in_progress",
    )
    return book.finish()


def test_the_deck_opens_with_what_was_decided(release):
    slides = Presentation(io.BytesIO(deck_of(answers_of(release, Asked())))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert "Các cuộc họp trước: trong 1 việc đã quyết định, 1 đang làm, 1 quá hạn" in titles[:3]
    cells = [
        cell.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    for said in ("Bổ sung nhân sự bộ phận một cửa", "Chủ tịch UBND quận", "01/09/2022"):
        assert said in cells


def test_the_report_says_who_does_what_by_when(release):
    document = Document(io.BytesIO(summary_of(answers_of(release, Asked()))))
    said = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert (
        "Bổ sung nhân sự bộ phận một cửa (thực hiện: Chủ tịch UBND quận; hạn: 01/09/2022;"
    ) in said
