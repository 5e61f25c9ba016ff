"""Without a browser all other tests still run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _collected(*words: str) -> str:
    folders = ("tests/browser", "tests/benchmarks")
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:xdist", *words]
    environment = {**os.environ, "CCHC_CHROMIUM": ""}
    done = subprocess.run(
        [*command, *folders], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.parametrize(
    ("words", "leaves"), [("not browser", "benchmarks"), ("browser", "browser")]
)
def test_only_the_tests_in_the_browsers_folder_need_one(words: str, leaves: str) -> None:
    found = {line.split("/")[1] for line in _collected("-m", words).splitlines() if "::" in line}
    assert found == {leaves}
