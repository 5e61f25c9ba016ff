"""Everything CI checks, in the order in which a mistake shows soonest."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from data.store import Store
from words.catalogue import text

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MODULES = ["analysis", "cli", "data", "reports", "ui", "words"]


def find_chromium() -> str | None:
    """The browser that the machine has; CCHC_CHROMIUM names another."""
    return os.environ.get("CCHC_CHROMIUM") or next(
        (found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None
    )


def install_chromium() -> None:
    """As root on Debian, install the distribution's own; elsewhere do nothing."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
        subprocess.run(["apt-get", *words], env=quiet, stdout=subprocess.DEVNULL, check=False)  # noqa: S607


def steps(*, is_fast: bool, is_all: bool) -> list[tuple[str, list[str]]]:
    """Name and command of each check."""
    python = [sys.executable, "-m"]
    pytest = [*python, "pytest", "-n", "2", "--dist", "worksteal"]
    chosen = ["not long"] if not is_all else []
    if is_fast or find_chromium() is None:
        chosen.append("not browser")
    if chosen:
        pytest += ["-m", " and ".join(chosen)]
    return [
        ("ruff format", [*python, "ruff", "format", "--check", "."]),
        ("ruff check", [*python, "ruff", "check", "."]),
        ("mypy", [*python, "mypy", *MODULES]),
        ("sqlfluff", [*python, "sqlfluff", "lint", "--processes", "2", "data", "analysis"]),
        ("import-linter", [str(Path(sys.executable).parent / "lint-imports")]),
        ("pytest", pytest),
    ]


def run_tests(*, is_fast: bool, is_all: bool) -> int:
    """0 if every check passed; all run, so that one look shows all that is wrong."""
    if not is_fast and find_chromium() is None:
        install_chromium()
    if not is_fast and find_chromium() is None:
        print(text("command_line.no_chromium"), file=sys.stderr)
    environment = {**os.environ, "CCHC_CHROMIUM": find_chromium() or ""}
    failed = []
    for name, command in steps(is_fast=is_fast, is_all=is_all):
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    if failed:
        print(text("command_line.checks_failed", names=", ".join(failed)), file=sys.stderr)
    return 1 if failed else 0


def run_test(_store: Store, arguments: argparse.Namespace) -> int:
    """0 if every check passed."""
    return run_tests(is_fast=arguments.fast, is_all=arguments.all)
