"""Marked copies of the workbooks that `check` found something wrong with, in a folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from cli.saying import say
from data.errors import OutputNotWritable
from data.problems import Problem
from reports.marked_copy import marked_copy


def write_marked_copies(folder: Path, paths: Sequence[Path], problems: Sequence[Problem]) -> None:
    """A copy of each file that has problems; those without are left alone.

    Raises OutputNotWritable.
    """
    wrong = {problem.file for problem in problems}
    for path in paths:
        if unicodedata.normalize("NFC", path.name) not in wrong:
            continue
        try:
            content = path.read_bytes()
        except OSError:  # the check has told so; the copy lists that problem alone
            content = b""
        copy = marked_copy(path.name, content, problems)
        output = folder / copy.name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            output.write_bytes(copy.content)
        except OSError as error:
            raise OutputNotWritable(file=str(output)) from error
        say("marked_copy_written", file=str(output))
