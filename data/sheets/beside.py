"""A second piece of work on another core, while a library reads without the interpreter."""

from __future__ import annotations

import threading
from collections.abc import Callable
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

    def result(self) -> Result:
        """What came of it, once it has ended; raises what it raised."""
        self._thread.join()
        if self._errors:
            raise self._errors[0]
        return self._results[0]
