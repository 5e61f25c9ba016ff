"""Problems as the command line prints them: fields for scripts, sentences for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TextIO

from data.problems import Problem, Severity
from words.catalogue import text
from words.problems import problem_message

FIELDS = ("severity", "code", "file", "sheet", "cell", "found", "expected", "message")


def problem_row(problem: Problem) -> dict[str, object]:
    """The fields that scripts read, with the message in the language in use."""
    row = {name: getattr(problem, name) for name in FIELDS[:-1]}
    return {**row, "severity": problem.severity.value, "message": problem_message(problem)}


def print_problems(problems: Sequence[Problem], form: str, stream: TextIO | None = None) -> None:
    """One JSON list with 'json', else a line a problem: errors first, then by place."""
    stream = stream or sys.stdout
    ordered = sorted(problems, key=lambda p: p.severity is not Severity.ERROR)
    if form == "json":
        rows = [problem_row(problem) for problem in ordered]
        print(json.dumps(rows, ensure_ascii=False, indent=2), file=stream)
        return
    for problem in ordered:
        place = " · ".join(part for part in (problem.file, problem.sheet, problem.cell) if part)
        severity = text(f"command_line.severity_{problem.severity.value}")
        print(f"{severity} · {place} · {problem_message(problem)}", file=stream)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = {"errors": str(errors), "warnings": str(len(problems) - errors)}
    said = "command_line.problem_count" if problems else "command_line.no_problems"
    print(text(said, **(counts if problems else {})), file=stream)
