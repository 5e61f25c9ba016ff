"""The guide says the same in both languages, and only what exists."""

from __future__ import annotations

import re

import pytest

from cli.commands import COMMANDS
from cli.parser import build_parser
from ui.navigation import ENTRIES
from words.catalogue import Language, speaking, text
from words.guide import glossary, guide


@pytest.fixture(params=list(Language))
def spoken(request):
    with speaking(request.param):
        yield request.param


def commands_of(sections):
    return [
        words
        for section in sections
        for words in re.findall(r"`python run\.py ([^`]+)`", section.body)
    ]


def test_both_languages_have_the_same_sections_and_commands():
    told = {}
    for language in Language:
        with speaking(language):
            told[language] = guide()
    vi, en = (told[language] for language in Language)
    assert [section.key for section in vi] == [section.key for section in en]
    names = [[words.split()[0] for words in commands_of(sections)] for sections in (vi, en)]
    assert names[0] == names[1]
    assert len(vi) == len({section.key for section in vi}) >= 15


def test_every_command_of_the_guide_can_be_given(spoken):
    found = commands_of(guide())
    assert found
    for words in found:
        given = re.sub(r"\b(TỆP|FILE)\b", "f.xlsx", words).split()
        assert given[0] in COMMANDS
        assert build_parser().parse_args(given).command == given[0]


def test_every_page_that_people_may_open_is_called_by_its_name(spoken):
    said = "\n".join(section.body for section in guide())
    for entry in ENTRIES:
        if entry.name not in ("overview", "unit", "areas", "guide", "meeting"):
            assert f"*{text(f'frame.page.{entry.name}')}*" in said, entry.name


def test_the_guide_holds_what_an_analyst_asks(spoken):
    keys = {section.key for section in guide()}
    assert keys >= {
        "import",
        "correct",
        "publish",
        "back",
        "withdraw",
        "compare",
        "defend",
        "deduction",
        "present",
        "export",
    }
    assert all(section.body for section in guide())


def test_the_glossary_has_each_term_in_both_languages(spoken):
    terms = glossary()
    assert len(terms) >= 30
    for term in terms:
        assert term.term
        assert term.other_term
        assert term.meaning.endswith(".")
