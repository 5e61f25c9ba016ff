"""Something that is made ready on another core, while this one waits or a library does its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from types import TracebackType
from typing import Generic, TypeVar

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
        if self._is_closed_beside:
            begun(partial(self._close, kind, error, traceback))
        else:
            self._close(kind, error, traceback)

    def _close(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            wait([self._opening])
        finally:  # Ctrl-C ends the waiting; what is still being opened is closed all the same
            wait([self._opening])
            self._stack.__exit__(kind, error, traceback)
