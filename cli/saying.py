"""What the command line says to a person: progress and results, on standard error."""

from __future__ import annotations

import sys

from data.progress import Progress, Step
from words.catalogue import text


def say(key: str, **values: str) -> None:
    """One sentence of the catalogue, on standard error."""
    print(text(f"command_line.{key}", **values), file=sys.stderr, flush=True)


def saying_steps() -> Progress:
    """Progress of a long command; a step that goes on is said once."""
    said: list[tuple[Step, str]] = []

    def say_step(step: Step, file: str) -> None:
        if said[-1:] != [(step, file)]:
            said.append((step, file))
            say(f"step_{step.value}", file=file)

    return say_step
