"""The files of one import opened: those that people hand in apart from this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from data.forms.found import SourceFile
from data.progress import Progress, Step
from data.sheets.apart import read_apart
from data.sheets.kinds import UNPACKED_LIMIT
from data.sheets.reading import SheetsRead, read_sheets, refused

SHIPPED = Path(__file__).parent / "workbooks"


def open_files(paths: Sequence[Path], progress: Progress) -> Iterator[tuple[SheetsRead, bytes]]:
    """Each file in the order given, with its content; one that cannot be opened is a problem.

    What ships with the program is trusted and read here.
    """
    contents = [_content(path) for path in paths]
    foreign = [
        (content, path.name)
        for path, content in zip(paths, contents, strict=True)
        if isinstance(content, bytes) and not _ships(path)
    ]
    apart = read_apart(foreign, waiting=lambda: progress(Step.READING, path.name))
    for path, content in zip(paths, contents, strict=True):
        progress(Step.READING, path.name)
        if isinstance(content, str):
            yield refused(SourceFile(path.name, ""), content), b""
        else:
            yield (read_sheets(path) if _ships(path) else next(apart)), content


def _ships(path: Path) -> bool:
    return path.resolve().is_relative_to(SHIPPED)


def _content(path: Path) -> bytes | str:
    """The bytes of a file, or the code of the problem for which they are not here."""
    try:
        if path.stat().st_size > UNPACKED_LIMIT:
            return "file_too_large"
        return path.read_bytes()
    except OSError:
        return "file_not_readable"
