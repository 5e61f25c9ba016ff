#!/usr/bin/env python3
"""Starts everything: makes the environment once, then hands the sub-command on.

Standard library only, and nothing about the domain: `python run.py` opens the app,
`python run.py test` checks everything, every other word goes to `cli`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
SECONDS_TO_STOP = 20  # an import that is stopped undoes itself within one
INTERRUPTED = 130


def environment_python() -> Path:
    """The interpreter inside the environment, on each system."""
    if os.name == "nt":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def stamp(requirements: Path) -> Path:
    """The file that says: these requirements are installed, for this Python."""
    said = requirements.read_bytes() + (ROOT / "requirements.txt").read_bytes()
    said += f"{sys.version_info[:3]} {ENVIRONMENT}".encode()
    return ENVIRONMENT / f"installed-{requirements.stem}-{hashlib.sha256(said).hexdigest()[:16]}"


def make_environment(requirements: Path) -> None:
    """The environment holds the pinned requirements; a second call installs nothing."""
    done = stamp(requirements)
    if done.exists() and environment_python().exists():
        return
    if not environment_python().exists():
        print("Đang tạo môi trường Python / making the Python environment …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    print("Đang cài thư viện / installing libraries …", file=sys.stderr)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]
    subprocess.run([str(environment_python()), *install, str(requirements)], check=True)
    done.touch()


def wait_for(process: subprocess.Popen[bytes]) -> int:
    """Its exit status. Ctrl-C reaches the command as well: it has its time to undo and say so."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        try:
            return process.wait(SECONDS_TO_STOP)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):
            process.kill()
            return INTERRUPTED


def main(words: list[str]) -> int:
    """Exit status of the command; 3 where the machine is at fault."""
    if sys.version_info < OLDEST_PYTHON:
        print("Cần Python 3.11 trở lên / Python 3.11 or newer is needed.", file=sys.stderr)
        return 3
    is_test = words[:1] in (["test"], ["benchmark"])
    try:
        make_environment(ROOT / ("requirements-dev.txt" if is_test else "requirements.txt"))
    except (OSError, subprocess.CalledProcessError):
        print(
            "Không cài được thư viện; kiểm tra mạng tới kho gói Python và quyền ghi thư mục này. / "
            "The libraries could not be installed; check the network to the Python package index "
            "and that this folder can be written.",
            file=sys.stderr,
        )
        return 3
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [str(environment_python()), "-m", "cli", *words]
    return wait_for(subprocess.Popen(command, env=environment))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
