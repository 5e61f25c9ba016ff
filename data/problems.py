"""What is wrong with an input: a value that is collected and shown, never an exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error refuses the whole import; a warning travels on with it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place; its words stand in the text catalogue under its code.

    `sheet` is null for .csv and for a problem of the whole file, `cell` for a problem of a whole
    sheet or file. `found` is the text of the workbook, `expected` what would have been right
    (figures, or names separated by '; '); both may be null where the code says all.
    """

    severity: Severity
    code: str
    file: str
    sheet: str | None = None
    cell: str | None = None
    found: str | None = None
    expected: str | None = None


def has_errors(problems: Sequence[Problem]) -> bool:
    """True if any of the problems refuses the import."""
    return any(problem.severity is Severity.ERROR for problem in problems)
