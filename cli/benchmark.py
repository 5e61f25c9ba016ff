"""`benchmark`: what we claim about speed, measured anew in a process of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from data.store import Store

ROOT = Path(__file__).resolve().parent.parent


def run_benchmark(_store: Store, arguments: argparse.Namespace) -> int:
    """0 when everything was measured. Stores of its own, in a temporary folder: the user's store
    is neither read nor written."""
    words = ["--format", arguments.format, "--runs", str(arguments.runs)]
    words += ["--leaves", str(arguments.leaves), "--units", *map(str, arguments.units)]
    words += ["--parts", *arguments.parts]
    if arguments.output:
        words += ["--output", str(Path(arguments.output).resolve())]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "benchmarks", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
