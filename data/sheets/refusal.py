"""Why a file cannot be read at all."""

from __future__ import annotations


class FileRefused(Exception):  # noqa: N818 - names say the condition
    """The file cannot be read; `code` is a problem code of the catalogue.

    Raised inside data/sheets only: `read_sheets` turns it into a Problem.
    """

    def __init__(self, code: str, expected: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected
