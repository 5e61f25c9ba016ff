"""What the command line says to a person: progress and results, on standard error."""

from __future__ import annotations

import getpass
import sys

from data.progress import Step
from words.catalogue import text


def say(key: str, **values: str) -> None:
    """One sentence of the catalogue, on standard error."""
    print(text(f"command_line.{key}", **values), file=sys.stderr, flush=True)


def say_step(step: Step, file: str) -> None:
    """Progress of a long command."""
    say(f"step_{step.value}", file=file)


def user_name() -> str:
    """Who gives the command, as the machine knows them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
