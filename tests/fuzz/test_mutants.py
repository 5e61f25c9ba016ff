"""Some mutants on every run, thousands with `test --all` or `python -m tests.fuzz`."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.store import Store
from tests.fuzz.invariants import Trial, breaches_of_import, prepared_store
from tests.fuzz.mutants import Mutant, mutant, originals

SEED = 2021
FEW, MANY = range(60), range(60, 2060)
IMPORTED = (3, 27)  # through the whole of an import, twice


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    place = tmp_path_factory.mktemp("mutants")
    trial = Trial(prepared_store(place / "store"), place)
    with trial.stack:
        yield trial


def _broken(trial: Trial, drawn: Mutant) -> dict[str, list[str]]:
    breaches = trial.look(drawn)
    return {f"{drawn.number} {drawn.edit} of {drawn.original.path}": breaches} if breaches else {}


def test_there_are_originals_of_every_kind() -> None:
    suffixes = [original.path.suffix for original in originals()]

    assert len(suffixes) > 150
    assert set(suffixes) == {".xlsx", ".xls", ".ods", ".csv"}


def test_a_mutant_can_be_made_again() -> None:
    first, second = mutant(SEED, 5), mutant(SEED, 5)

    assert (first.original, first.edit) == (second.original, second.edit)


def test_no_mutant_breaks_a_rule(trial: Trial) -> None:
    broken = {}
    for number in FEW:
        broken |= _broken(trial, mutant(SEED, number))
    assert broken == {}


@pytest.mark.parametrize("number", IMPORTED)
def test_a_mutant_is_imported_whole_or_not_at_all(tmp_path: Path, number: int) -> None:
    drawn = mutant(SEED, number)
    path = tmp_path / drawn.name
    path.write_bytes(drawn.content)
    assert breaches_of_import(Store(tmp_path / "store"), path, drawn.original.hints) == []


@pytest.mark.long
def test_none_of_thousands_breaks_a_rule(trial: Trial) -> None:
    broken = {}
    for number in MANY:
        broken |= _broken(trial, mutant(SEED, number))
    assert broken == {}
