"""The child process that reads workbooks: files on standard input, parcels on standard output.

Started by `data/sheets/apart.py` with this file's full path, never through multiprocessing, which
would run the page's script again. Arguments: bytes of memory and seconds a file it may take, 1 for
a careful child (see `_main`), and the folders that modules are found in. Standard input holds, for
each file, a line with its length and the ending of its name, then its bytes.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import BinaryIO

OUT_OF_MEMORY = 97  # exit status, where Python notices before the allocator aborts


def _bounded(memory: int, seconds: int) -> bool:
    """The limits hold from here on; true if that of memory does. Windows has none of these: there
    the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return False
    bounds = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: seconds * 10,  # should the parent die, the child follows it
    }
    for what, most in bounds.items():
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):  # macOS knows a bound of memory and refuses it
            resource.setrlimit(what, (least, least))
    return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


def _alarm(seconds: int) -> None:
    """The kernel ends this process after so many seconds, whatever it is doing by then."""
    import signal

    if hasattr(signal, "alarm"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(seconds)


def _serve(given: BinaryIO, answers: BinaryIO, seconds: int, *, is_bounded: bool) -> None:
    from data.sheets.parcel import Refusal, packed
    from data.sheets.reading import cells_of
    from data.sheets.refusal import FileRefused

    while line := given.readline():
        length, _, ending = line.decode().rstrip("\n").partition(" ")
        content = given.read(int(length))
        _alarm(seconds)
        try:
            parcel = packed(cells_of(content, f"file{ending}", is_bounded=is_bounded))
        except FileRefused as refusal:
            parcel = packed(Refusal(refusal.code))
        answers.write(parcel)
        answers.flush()


def _main() -> None:
    """A careful child looks how far a sheet reaches before it reads it, as one must whose memory
    nobody bounds; any other does so meanwhile, and may come to its end by the sheet."""
    memory, seconds, careful, *folders = sys.argv[1:]
    is_bounded = _bounded(int(memory), int(seconds)) and careful == "0"
    gc.disable()  # cells make no circles, and looking for some costs a quarter of the time
    sys.path += folders  # behind the standard library, whose names nothing may take
    try:
        _serve(sys.stdin.buffer, sys.stdout.buffer, int(seconds), is_bounded=is_bounded)
        os._exit(0)  # everything is written, and nobody needs the cells cleared away one by one
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    _main()
