"""Every condition and every cross-check speaks both languages, and fills what it names."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from data.errors import DashboardError
from words.catalogue import Language, catalogue

CHECKS = Path(__file__).parents[2] / "data" / "checks"
CODE = re.compile(r"'([a-z_]+)' as code")
NAMED = {"found", "expected", "sheet", "cell", "file"}


def conditions(root=DashboardError):
    """The code of every condition there is."""
    yield root.code
    for child in root.__subclasses__():
        yield from conditions(child)


def codes_of_checks():
    """Every code that a cross-check selects."""
    texts = (file.read_text(encoding="utf-8") for file in CHECKS.rglob("*.sql"))
    return sorted({code for text in texts for code in CODE.findall(text)})


def placeholders(text):
    """Names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", sorted(set(conditions())))
def test_a_condition_has_words(language, code):
    assert catalogue(language)[f"condition.{code}"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "code",
    [*codes_of_checks(), "books_mixed", "illustration_in_real", "file_not_readable"],
)
def test_a_check_has_words_that_name_only_what_a_problem_holds(language, code):
    assert placeholders(catalogue(language)[f"problem.{code}"]) <= NAMED


def test_the_checks_are_found():
    assert {"total_differs_from_sum", "published_differs", "framework_gone"} <= set(
        codes_of_checks()
    )
