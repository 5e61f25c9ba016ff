"""A reader written in Rust may panic on a damaged file: for the user that is a damaged file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from data.sheets.refusal import FileRefused

PANIC = "PanicException"  # pyo3's class: beside Exception, and not to be imported


@contextmanager
def refused_on_panic() -> Iterator[None]:
    """FileRefused in the place of a panic; everything else passes."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise FileRefused("file_truncated") from error
