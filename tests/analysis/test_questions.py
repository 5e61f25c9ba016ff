"""Every question keeps its word: its header says what it takes and what it gives."""

from __future__ import annotations

import re

import pytest

from analysis.ask import QUESTIONS as FOLDER
from analysis.ask import question
from analysis.questions import QUESTIONS, Filters, answer

NAMES = sorted(str(p.relative_to(FOLDER).with_suffix("")) for p in FOLDER.rglob("*.sql"))
FIELDS = ("Question", "One row", "Order", "Parameters", "Columns", "Source")

ROOT = FOLDER.parents[1]
SOURCES = "".join(
    path.read_text("utf-8")
    for room in ("analysis", "cli", "ui")
    for path in (ROOT / room).rglob("*.py")
)


def header(name: str) -> dict[str, str]:
    """The header's fields, continuation lines joined."""
    fields: dict[str, str] = {}
    current = ""
    for line in question(name).text.splitlines():
        if not line.startswith("--"):
            break
        if match := re.match(r"-- ([A-Z][A-Za-z ]+): +(.*)", line):
            current = match[1]
            fields[current] = match[2]
        elif current:
            fields[current] += " " + line.removeprefix("--").strip()
    return fields


def columns_said(name: str) -> list[tuple[str, str]]:
    depth, parts = 0, [""]
    for character in header(name)["Columns"]:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    pairs = [part.strip().split(" ", 1) for part in parts]
    return [(column, kind) for column, kind in pairs]


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
