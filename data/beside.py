"""Something that is made ready on another core, while this one waits or a library does its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Generic, TypeVar

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")


def begun(work: Callable[[], Result]) -> Future[Result]:
    """Work that runs in a thread of its own from now on."""
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(work)
    pool.shutdown(wait=False)
    return future


class Readied(Generic[Result]):
    """Something to be opened and closed that is made ready while something else is done.

    Where `is_closed_beside`, nobody waits for its closing either.
    """

    def __init__(
        self,
        opened: Callable[[], AbstractContextManager[Result]],
        *,
        is_closed_beside: bool = False,
    ) -> None:
        self._is_closed_beside = is_closed_beside
        self._stack = ExitStack()
        self._opening = begun(lambda: self._stack.enter_context(opened()))

    def __enter__(self) -> Readied[Result]:
        return self

    def value(self) -> Result:
        """What was opened, once it is; raises what stood in the way."""
        return self._opening.result()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Closed again, whether anybody wanted it or not."""
        try:
            wait([self._opening])
        finally:  # Ctrl-C ends the waiting; what is still being opened is closed all the same
            wait([self._opening])
            if self._is_closed_beside:
                self._close_beside()
            else:
                self._stack.__exit__(kind, error, traceback)

    def _close_beside(self) -> None:
        """As if nothing had happened: what did belongs to whoever waits. What is wrong with the
        closing is noted, since nobody is left to be told."""
        try:
            begun(self._stack.close).add_done_callback(_noted)
        except RuntimeError:  # the interpreter is ending and starts no thread any more
            self._stack.close()


def _noted(closing: Future[None]) -> None:
    if (error := closing.exception()) is not None:
        LOG.warning("closing a copy failed", exc_info=error)
