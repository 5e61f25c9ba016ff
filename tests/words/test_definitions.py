"""Definitions say what the code does: thresholds, questions, and one text for page and document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis import definitions as defined
from analysis.definitions import FIGURES
from analysis.questions import QUESTIONS
from cli.show import SHOWN
from tests.words.definitions_page import PAGE, page
from words.catalogue import Language, catalogue, speaking
from words.definitions import definition_of, definitions

ROOT = Path(__file__).parents[2]
IN_SQL = [
    (defined.GROUP_AT_LEAST, "analysis/sql/scores/changes.sql", r"if\(count\(\*\) >= ([\d.]+)"),
    (
        defined.GROUP_AT_LEAST,
        "data/schema/results/82_area_evidence.sql",
        r"spread\.unit_count < ([\d.]+)",
    ),
    (
        defined.Z_FACTOR,
        "data/schema/results/82_area_evidence.sql",
        r"([\d.]+) \* \(result\.area_percent",
    ),
    (
        defined.MEAN_FACTOR,
        "data/schema/results/82_area_evidence.sql",
        r"([\d.]+) \* spread\.mean_deviation",
    ),
    (
        defined.RECEIVED_AT_LEAST,
        "data/schema/results/82_area_evidence.sql",
        r"having sum\(.*\) >= ([\d.]+)",
    ),
    (
        defined.GOOD_FROM,
        "data/schema/results/84_witness.sql",
        r"good_from_percent, ([\d.]+)\) then",
    ),
    (
        defined.WEAK_BELOW,
        "data/schema/results/84_witness.sql",
        r"weak_below_percent, ([\d.]+)\) then",
    ),
    (
        defined.EVIDENCE_PERCENT,
        "data/schema/results/85_area_reliability.sql",
        r"told\.verified_maximum \* ([\d.]+)",
    ),
    (
        defined.GAP_PERCENT,
        "data/schema/results/85_area_reliability.sql",
        r"area\.maximum_points \* ([\d.]+)",
    ),
    (
        defined.APPLICABLE_PERCENT,
        "data/schema/results/85_area_reliability.sql",
        r"told\.set_maximum \* ([\d.]+)",
    ),
    (
        defined.PRINTED_TOLERANCE,
        "analysis/sql/scores/published.sql",
        r"greatest\(([\d.]+), compared\.tolerance",
    ),
    (
        defined.DAYS_AHEAD,
        "analysis/sql/remediation/deadlines.sql",
        r"pressed\.days_left <= ([\d.]+)",
    ),
    (
        defined.ADOPTERS_AT_LEAST,
        "analysis/sql/practice/after_replication.sql",
        r"adopter_count < ([\d.]+)",
    ),
    (
        defined.OTHERS_AT_LEAST,
        "analysis/sql/practice/after_replication.sql",
        r"other_count < ([\d.]+)",
    ),
    (
        defined.DAYS_APART,
        "analysis/sql/inspections/inspections.sql",
        r"visit\.on_day, other\.on_day\)\) <= ([\d.]+)",
    ),
]


@pytest.mark.parametrize(("value", "file", "pattern"), IN_SQL)
def test_a_threshold_is_the_one_that_the_query_uses(value, file, pattern):
    found = re.findall(pattern, (ROOT / file).read_text(encoding="utf-8"))
    assert found, (file, pattern)
    assert {float(number) for number in found} == {float(value)}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_definition_says_every_threshold_it_has(figure, language):
    words = catalogue(language)[f"definition.{figure.name}.formula"]
    assert set(re.findall(r"\{([a-z_]+)\}", words)) == set(figure.thresholds)


def test_every_definition_of_the_catalogue_is_a_figure_and_none_comes_twice():
    told = {
        key.split(".")[1] for key in catalogue(Language.ENGLISH) if key.startswith("definition.")
    }
    names = [figure.name for figure in FIGURES]
    assert told == set(names)
    assert len(names) == len(told)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_definition_names_questions_that_exist(figure):
    assert figure.questions
    assert set(figure.questions) <= set(QUESTIONS)


def test_every_question_of_figures_that_people_can_show_has_a_definition():
    """Lists of what somebody wrote down compute nothing."""
    lists = {
        "provenance",
        "units",
        "links",
        "initiatives",
        "deductions",
        "decisions_taken",
        "contested",
    }
    asked = {name for figure in FIGURES for name in figure.questions}
    undefined = set(SHOWN) - lists - asked
    assert not undefined, "a Figure in analysis/definitions.py, its words in definition.toml"


def test_numbers_of_a_definition_read_as_the_language_writes_them():
    z = next(figure for figure in FIGURES if figure.name == "robust_z")
    with speaking("vi"):
        assert definition_of(z).formula.startswith("0,6745 ×")
        assert "10.000 lần thử" in next(
            told.formula for told in definitions() if told.name == "rank_interval"
        )
    with speaking("en"):
        assert definition_of(z).formula.startswith("0.6745 ×")


def test_the_document_is_made_from_the_catalogue_of_today():
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.words.definitions_page"


def test_every_definition_that_a_proof_leads_to_exists():
    """Panels name a figure as `figure="…"`; a link to nothing would open all of them."""
    names = {figure.name for figure in FIGURES}
    told = {
        name
        for path in (ROOT / "ui" / "sections").glob("*.py")
        for name in re.findall(r'panel\([^)]*figure="([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(told) >= 4
    assert told <= names
