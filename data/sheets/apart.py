"""Reads workbooks that people hand in, in a child process with bounded time and memory.

A reader can be made to ask for 550 GB by a file of five kilobytes, and is then aborted by its own
allocator: no exception, the whole process is gone. So it is another process than ours.
"""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import PurePath

from data.forms.found import SourceFile
from data.sheets.child import OUT_OF_MEMORY
from data.sheets.children import Bounds, started
from data.sheets.grid import Cells
from data.sheets.parcel import ParcelDamagedError, Refusal, unpacked
from data.sheets.reading import SheetsRead, refused, sheets_of, source_file

LOG = logging.getLogger(__name__)

TOGETHER = 2_000_000  # bytes; small files share a child, whose start costs as much as ten of them
PATIENCE = 0.25  # seconds between two looks at whether somebody wants the work to stop
ABORTED, TIME_UP, CPU_UP = -6, -14, -24  # signals that end a child: abort, alarm, CPU limit
MEMORY_GONE = {ABORTED, OUT_OF_MEMORY}


def _nobody() -> None:
    """Nobody waits."""


def read_apart(
    files: Sequence[tuple[bytes, str]],
    *,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen, so one object serves every call
    waiting: Callable[[], None] = _nobody,
) -> Iterator[SheetsRead]:
    """The sheets of each file, given by content and name; one that ends its reader is a problem.

    `waiting` is called four times a second meanwhile; what it raises stops the reader at once.
    """
    batch: list[tuple[bytes, str]] = []
    for file in files:
        if batch and sum(len(content) for content, _ in (*batch, file)) > TOGETHER:
            yield from _read_batch(batch, bounds, waiting)
            batch = []
        batch.append(file)
    if batch:
        yield from _read_batch(batch, bounds, waiting)


def _read_batch(
    batch: Sequence[tuple[bytes, str]],
    bounds: Bounds,
    waiting: Callable[[], None],
    *,
    is_careful: bool = False,
) -> Iterator[SheetsRead]:
    """The file at which a child ended is told; another child reads those behind it.

    A file for which the memory did not do is left to a careful child: it may claim to reach further
    than we read, or need a reader that does one thing after another.
    """
    left = list(batch)
    while left:
        output, status = _run_child(left, bounds, waiting, is_careful=is_careful)
        try:
            for parcel in unpacked(output):
                content, name = left.pop(0)
                yield _sheets_read(source_file(content, name), parcel)
        except ParcelDamagedError:
            LOG.info("a parcel of the reader's child is damaged")
        if left:
            content, name = left.pop(0)
            if status in MEMORY_GONE and not is_careful:
                yield from _read_batch([(content, name)], bounds, waiting, is_careful=True)
            else:
                yield refused(source_file(content, name), _code_of(status))


def _sheets_read(file: SourceFile, parcel: list[Cells] | Refusal) -> SheetsRead:
    return refused(file, parcel.code) if isinstance(parcel, Refusal) else sheets_of(file, parcel)


def _code_of(status: int | None) -> str:
    if status in {None, TIME_UP, CPU_UP}:
        return "reading_takes_too_long"
    return "reading_takes_too_much" if status in MEMORY_GONE else "reading_broke_off"


def _run_child(
    files: Sequence[tuple[bytes, str]],
    bounds: Bounds,
    waiting: Callable[[], None],
    *,
    is_careful: bool,
) -> tuple[bytes, int | None]:
    """What the child wrote, and its exit status; null where it had to be stopped."""
    with started(bounds, is_careful=is_careful) as child:
        _fed(child, files)
        try:
            for _ in range(int(len(files) * (bounds.seconds + 1) / PATIENCE)):
                try:
                    output, errors = child.communicate(timeout=PATIENCE)
                except subprocess.TimeoutExpired:
                    waiting()
                    continue
                if child.returncode:
                    LOG.info("the reader's child ended: %s", errors.decode("utf-8", "replace"))
                return output, child.returncode
        finally:
            child.kill()
        return child.communicate()[0], None


def _fed(child: subprocess.Popen[bytes], files: Sequence[tuple[bytes, str]]) -> None:
    """The files go to the child from a thread: `communicate` forgets what it was still to write
    as soon as its time is up once."""
    stream, child.stdin = child.stdin, None
    if stream is None:
        return

    def feed() -> None:
        with suppress(OSError), stream:  # a child that ended wants no more
            for content, name in files:
                stream.write(_head(content, name))
                stream.write(content)

    threading.Thread(target=feed, daemon=True).start()


def _head(content: bytes, name: str) -> bytes:
    """Length and ending of the name, of which only plain letters and figures go over."""
    letters = [letter for letter in PurePath(name).suffix if letter.isascii() and letter.isalnum()]
    ending = f".{''.join(letters)}" if letters else ""
    return f"{len(content)} {ending}\n".encode()
