"""What a long command is doing, told to whoever waits."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """A step that takes long enough to be told; its words stand in the catalogue."""

    READING = "reading"
    WAITING = "waiting"
    PREPARING = "preparing"
    STORING = "storing"
    CHECKING = "checking"
    DRAFTING = "drafting"
    COMPLETING = "completing"
    PUBLISHING = "publishing"


# The step, and the file it concerns ('' for none). Called again while a step goes on: whoever is
# told may raise to stop the work, and nothing of it remains then.
Progress = Callable[[Step, str], None]


def silently(_step: Step, _file: str) -> None:
    """Tells nobody."""
