"""The child processes that read workbooks: started for a piece of work, or kept ready for it.

A child's start costs as much as reading some 10,000 rows. Whoever knows that a workbook is coming
has one ready: the page on which files are handed in, the command line while it starts itself.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import python_calamine as calamine

CHILD = Path(__file__).with_name("child.py")
ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = Path(calamine.__file__).resolve().parents[1]

MEMORY = 1024 << 20  # bytes of address space; 50,000 rows take 0.1 GB, the largest unpacked 0.8
SECONDS = 60  # for one file; 50,000 rows take less than one second
# Linux's allocator: each thread's own arena would reserve address space that the bound counts, and
# memory asked for in small pieces and given back between them costs a tenth of the reading. Where
# memory has run out, a library that drew up where it was would need more of it.
SURROUNDINGS = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TOP_PAD_": str(16 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(MEMORY),
    "MALLOC_MMAP_THRESHOLD_": str(8 << 20),
    "RUST_BACKTRACE": "0",
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading one file may take."""

    memory: int = MEMORY
    seconds: int = SECONDS


class _Spare:
    """At most one child that waits for work; it ends with us, as its standard input does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def get_ready(self) -> None:
        with self._lock:
            if self._child is None or self._child.poll() is not None:
                self._child = _new(Bounds())

    def taken(self) -> subprocess.Popen[bytes] | None:
        """The child, if it is there and alive."""
        with self._lock:
            child, self._child = self._child, None
        return child if child is not None and child.poll() is None else None

    def end(self) -> None:
        if (child := self.taken()) is not None:
            child.kill()
            child.communicate()


_spare = _Spare()
atexit.register(_spare.end)


def get_ready() -> None:
    """The next workbook is read by a child that has started already."""
    _spare.get_ready()


def started(bounds: Bounds, *, is_careful: bool = False) -> subprocess.Popen[bytes]:
    """A child that waits for files, within these bounds; a careful one takes longer."""
    spare = _spare.taken() if bounds == Bounds() and not is_careful else None
    return spare or _new(bounds, is_careful=is_careful)


def _new(bounds: Bounds, *, is_careful: bool = False) -> subprocess.Popen[bytes]:
    """-I: neither the current folder nor PYTHONPATH brings in modules; -S: nor do site packages."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        [sys.executable, "-I", "-S", str(CHILD), str(bounds.memory), str(bounds.seconds),
         str(int(is_careful)), str(ROOT), str(LIBRARIES)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **SURROUNDINGS},
    )  # fmt: skip
