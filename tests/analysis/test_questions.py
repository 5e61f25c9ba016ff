"""Every question keeps its word: its header says what it takes and what it gives."""

from __future__ import annotations

import re

import pytest

from analysis.ask import QUESTIONS as FOLDER
from analysis.ask import question
from analysis.questions import QUESTIONS, Filters, answer
from tests.analysis.headers import FIELDS, PAGE, columns_said, header, page

NAMES = sorted(str(p.relative_to(FOLDER).with_suffix("")) for p in FOLDER.rglob("*.sql"))

ROOT = FOLDER.parents[1]
SOURCES = "".join(
    path.read_text("utf-8")
    for room in ("analysis", "cli", "ui")
    for path in (ROOT / room).rglob("*.py")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_has_its_header(name):
    assert tuple(header(name)) == FIELDS


@pytest.mark.parametrize("name", NAMES)
def test_a_question_takes_the_parameters_it_says(name):
    said = {} if header(name)["Parameters"] == "none" else header(name)["Parameters"]
    assert set(re.findall(r"\$([a-z_]+)", str(said))) == set(question(name).parameters)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_gives_the_columns_it_says(name, empty_release):
    asked = question(name)
    relation = empty_release.sql(asked.text, params=dict.fromkeys(asked.parameters) or None)
    given = [
        (column, str(kind)) for column, kind in zip(relation.columns, relation.types, strict=True)
    ]
    assert given == columns_said(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_asked_by_somebody(name):
    asked = {registered.file for registered in QUESTIONS.values()}
    assert name in asked or f'"{name}"' in SOURCES


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_registered_question_answers_an_empty_release(name, empty_release):
    assert answer(empty_release, name).empty == (name not in {"release", "decisions"})


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_registered_question_takes_every_filter(name, small_release):
    filters = Filters(2021, "Quận", ("305",), "II")
    assert answer(small_release, name, filters) is not None


def test_the_page_of_questions_is_made_from_the_headers_of_today():
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.analysis.headers"
