"""What the page that runs now shows: the frame sets it, pages and sections ask for it."""

from __future__ import annotations

from contextvars import ContextVar

from ui.release import Shown

_shown: ContextVar[Shown | None] = ContextVar("shown", default=None)


def show_here(shown: Shown) -> None:
    """This run shows that snapshot."""
    _shown.set(shown)


def shown_here() -> Shown:
    """The snapshot that this run shows; pages run only where there is one."""
    shown = _shown.get()
    if shown is None:
        raise LookupError("shown")
    return shown
