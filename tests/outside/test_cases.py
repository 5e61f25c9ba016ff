"""Each case: import a stranger's workbooks, then compare problems and answers with its hand sums.

A case is a folder with workbooks and case.json (what is imported, what must be reported, what
`show` must answer, and the working of each figure). 'ANY' leaves a thing open, null must be null.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.__main__ import main

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/case.json"))


@pytest.fixture(scope="module")
def fresh_store(tmp_path_factory):
    """A store that knows the shipped units and nothing else; each case takes a copy."""
    home = tmp_path_factory.mktemp("fresh")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CCHC_HOME", str(home))
        assert main(["show", "units", "--format", "json"]) == 0
    return home


@pytest.fixture(scope="module")
def store_after(fresh_store, tmp_path_factory):
    """The store in which these files were imported and published, one after another: made once,
    since many cases begin with the same set of criteria."""
    made = {(): fresh_store}

    def after(files):
        if files not in made:
            home = tmp_path_factory.mktemp("after") / "store"
            shutil.copytree(after(files[:-1]), home)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("CCHC_HOME", str(home))
                assert main(["import", str(CASES / files[-1]), "--publish"]) == 0, files
            made[files] = home
        return made[files]

    return after


@pytest.fixture
def run_after(store_after, tmp_path, monkeypatch, capsys):
    """What runs the command line on a store of the case's own, in which some files are already:
    exit status, output, error output."""

    def begun(files):
        home = tmp_path / "store"
        shutil.copytree(store_after(tuple(files)), home)
        monkeypatch.setenv("CCHC_HOME", str(home))
        capsys.readouterr()
        return command

    def command(*words):
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return begun


def problems_of(error_output):
    """The JSON list that stands after all progress on standard error."""
    start = error_output.find("[")
    return json.loads(error_output[start:]) if start >= 0 else []


def is_match(expected, found):
    """The comparison rules of the cases."""
    if expected == "ANY":
        return True
    if expected == "NOT_NULL":
        return found is not None
    if isinstance(expected, dict) and "any" in expected:
        return any(is_match(choice, found) for choice in expected["any"])
    if isinstance(expected, dict) and "contains" in expected:
        return found is not None and expected["contains"] in found
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return abs(expected - found) <= 1e-6
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(is_match, expected, found))
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(key in found and is_match(v, found[key]) for key, v in expected.items())
    return expected == found


def is_reported(wanted, problems):
    """True if one of the problems is the wanted one."""
    cells = wanted.get("cell", "ANY")
    for problem in problems:
        at_cell = (
            problem["cell"] in cells
            if isinstance(cells, list)
            else cells == "ANY" or problem["cell"] == cells
        )
        if (
            at_cell
            and problem["severity"] == wanted["severity"]
            and wanted.get("sheet", "ANY") in ("ANY", problem["sheet"])
            and wanted.get("code") in (None, "ANY", problem["code"])
        ):
            return True
    return False


def check_answer(run, show):
    """One `show` of a case against its expected rows."""
    status, out, err = run("show", *show["args"], "--format", "json")
    assert status == 0, err
    answer = json.loads(out)
    if "count" in show:
        assert len(answer) == show["count"], answer
    keys = show.get("match_on", [])
    for row in show.get("rows", []):
        same = [a for a in answer if all(is_match(row[key], a.get(key)) for key in keys)]
        assert len(same) == 1, (row, answer)
        wrong = {k: (v, same[0].get(k)) for k, v in row.items() if not is_match(v, same[0].get(k))}
        assert not wrong, f"{show['args']} { ({key: row[key] for key in keys}) }: {wrong}"
    for row in show.get("absent", []):
        assert not any(all(is_match(v, a.get(k)) for k, v in row.items()) for a in answer), row


@pytest.mark.parametrize("name", NAMES)
def test_a_strangers_workbook_gives_the_figures_worked_out_by_hand(name, run_after):
    folder = CASES / name
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    run = run_after(case.get("setup", []))
    files = [folder / file for file in case["import"]]
    status, _, err = run(
        "import", *files, *case.get("options", []), "--publish", "--format", "json"
    )
    problems = problems_of(err)
    assert status == case["exit"], problems
    for wanted in case.get("problems", []):
        assert is_reported(wanted, problems), (wanted, problems)
    if case.get("no_errors"):
        assert not [p for p in problems if p["severity"] == "error"]
    if case.get("no_warnings"):
        assert not problems
    if "second_import" in case:
        again = [folder / file for file in case["second_import"]]
        status, _, err = run("import", *again, *case.get("options", []), "--publish")
        assert status == case.get("second_exit", 0), err
    for show in case.get("show", []):
        check_answer(run, show)
