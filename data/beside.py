"""A second piece of work on another core, while this one waits or a library does its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """Work that runs in a thread of its own from now on."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._results: list[Result] = []
        self._errors: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:  # it is raised again by whoever waits
            self._errors.append(error)

    def wait(self) -> None:
        """It has ended."""
        self._thread.join()

    def result(self) -> Result:
        """What came of it, once it has ended; raises what it raised."""
        self.wait()
        if self._errors:
            raise self._errors[0]
        return self._results[0]


class Readied(Generic[Result]):
    """Something to be opened and closed that is made ready while something else is done."""

    def __init__(self, opened: Callable[[], AbstractContextManager[Result]]) -> None:
        self._stack = ExitStack()
        self._opening = Beside(lambda: self._stack.enter_context(opened()))

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
        self._opening.wait()
        self._stack.__exit__(kind, error, traceback)
