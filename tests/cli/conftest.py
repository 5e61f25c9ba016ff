"""A command line on a store of the test's own, which knows the shipped units."""

from __future__ import annotations

import json
import shutil

import pytest

from cli.__main__ import main
from tests.outside.test_cases import CASES


@pytest.fixture(scope="session")
def fresh_home(tmp_path_factory):
    """A store whose real book knows the units and nothing else."""
    home = tmp_path_factory.mktemp("fresh_home")
    criteria = CASES / "01_criteria_districts_100" / "bo_tieu_chi_quan_huyen_2021.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CCHC_HOME", str(home))
        assert main(["import", str(criteria)]) == 0
    return home


class CommandLine:
    """Runs commands in this process: status, output and error output of each."""

    def __init__(self, capsys):
        self._capsys = capsys

    def __call__(self, *words):
        self._capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            status = left.code
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def json(self, *words):
        """The rows of an answer that must succeed."""
        status, out, err = self(*words, "--format", "json")
        assert status == 0, err
        return json.loads(out)


@pytest.fixture
def run(fresh_home, tmp_path, monkeypatch, capsys):
    """The command line on a copy of the fresh store, which holds a criteria set of 2021."""
    home = tmp_path / "store"
    shutil.copytree(fresh_home, home)
    monkeypatch.setenv("CCHC_HOME", str(home))
    return CommandLine(capsys)
