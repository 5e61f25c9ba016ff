"""Which checks an import makes worth asking, and that leaving the others out loses nothing."""

from __future__ import annotations

import json
import re

import pytest

from data import settling
from data.books import Book
from data.checks.asking import asked_of, every_check
from data.effective_parts import submitted_below
from data.forms.found import Hints
from data.illustration import BATCHES, WORKBOOKS
from data.importing import check_workbooks, import_workbooks
from data.sql import statement
from data.store import Store
from tests.outside.test_cases import CASES, NAMES

FINER = {"blank_score": "score", "scores_matrix": "score"}
TELLING = (  # each has something to say that hangs on more than its own rows
    "08_matrix_criteria_down",
    "11_published_areas",
    "26_correction",
    "29_bad_area_sum",
    "66_register_differs_from_score",
    "73_worked_register_names_nothing",
)


def names(checks):
    return [check.name[:2] for check in checks]


def told_of():
    """Names that imports/brought tells of."""
    return set(re.findall(r"'(\w+)' as name", statement("imports/brought")))


def test_points_alone_ask_nothing_of_registers_and_nothing_computed(book):
    scores = book.begin()
    book.score(scores, "303", "1", "4")

    assert asked_of(book.connection, scores)[:2] == ((), ())


def test_a_leaf_left_blank_is_asked_about(book):
    scores = book.begin()
    book.score(scores, "303", "1", None)

    assert names(asked_of(book.connection, scores).stored) == ["30"]


def test_a_criteria_set_again_may_take_the_ground_from_scores(book):
    again = book.criteria(c1="4")

    assert names(asked_of(book.connection, again).stored) == ["45", "47", "50"]


def test_points_meet_published_figures_only_where_the_book_has_some(book):
    book.add(book.begin(), "published_result", unit_code="303", year=2021, what="total")
    scores = book.begin()
    book.score(scores, "303", "1", "4")

    assert names(asked_of(book.connection, scores).computed) == ["40"]


def test_a_withdrawal_asks_everything(book):
    assert asked_of(book.connection, None) == every_check()


def test_every_submitted_table_is_told_of(book):
    tables = book.connection.execute(
        "select table_name from information_schema.tables where table_schema = 'submitted'"
    ).fetchall()

    assert told_of() == {name for (name,) in tables} | set(FINER)


@pytest.mark.parametrize("check", every_check().stored, ids=lambda check: check.name)
def test_a_check_is_asked_after_things_that_it_looks_at(check):
    assert {FINER.get(name, name) for name in check.after} <= submitted_below([check.text])
    assert check.after <= told_of()


@pytest.mark.parametrize("check", every_check().computed, ids=lambda check: check.name)
def test_a_check_of_results_says_what_it_is_asked_after(check):
    assert check.after
    assert check.after | check.beside <= told_of()


def everything(_connection, _import_id):
    return every_check()


def assert_nothing_is_lost(store, book, paths, hints=None):
    """What is asked alone, of what it needs alone, says what everything says of the draft."""
    checked = check_workbooks(store, book, paths, hints=hints)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settling, "asked_of", everything)
        imported = import_workbooks(store, book, paths, hints=hints, by="")
    assert checked.problems == imported.problems


def assert_case_loses_nothing(name, store):
    case = json.loads((CASES / name / "case.json").read_text(encoding="utf-8"))
    for file in case.get("setup", []):
        assert_nothing_is_lost(store, None, [CASES / file])
    options = dict(zip(case["options"][::2], case["options"][1::2], strict=True))
    hints = Hints(
        **{
            word.removeprefix("--"): int(said) if word == "--year" else said
            for word, said in options.items()
        }
    )
    assert_nothing_is_lost(store, None, [CASES / name / file for file in case["import"]], hints)


@pytest.mark.parametrize("name", TELLING)
def test_what_is_not_asked_would_say_nothing(name, tmp_path):
    assert_case_loses_nothing(name, Store(tmp_path))


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_asked_would_say_nothing_of_any_case(name, tmp_path):
    assert_case_loses_nothing(name, Store(tmp_path))


@pytest.mark.long
def test_what_is_not_asked_would_say_nothing_of_the_illustration(tmp_path):
    store = Store(tmp_path)
    for batch in BATCHES:
        workbooks = sorted((WORKBOOKS / batch).glob("*.xlsx"))
        assert_nothing_is_lost(store, Book.ILLUSTRATION, workbooks)
