"""A draft criteria set read from a workbook: nothing of it is stored anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from data.forms.forms import Form
from data.forms.found import Hints, Staged
from data.handed_in import read_again, read_files
from data.problems import Problem, has_errors
from data.progress import silently
from data.reference import Reference, UnitKnown
from data.resolving.criteria import resolve_criteria

UNSAID = frozenset({"year_missing", "group_missing"})


@dataclass(frozen=True, slots=True)
class DraftRead:
    """One set of the workbook; `leaves` are without bonus and penalty, empty with an error."""

    year: int | None
    leaves: tuple[Mapping[str, Any], ...]
    problems: tuple[Problem, ...]


def read_draft(path: Path, units: Sequence[UnitKnown], *, year: int, group: str) -> DraftRead:
    """The first set of the workbook, checked as an import would.

    `year` and `group` stand in where the workbook does not say its own. Without a criteria sheet:
    no leaves and what the reader says of the file.
    """
    reference = Reference(units=tuple(units))
    read = _read(path, reference, Hints())
    if {problem.code for problem in read.problems} & UNSAID:
        read = _read(path, reference, Hints(year=year, group=group))
    return read


def _read(path: Path, reference: Reference, hints: Hints) -> DraftRead:
    file = read_again(read_files([path], hints, silently), reference)[0]
    tables = [table for table in file.reading.tables if table.form == Form.CRITERIA]
    staged = [resolve_criteria(table, reference, hints) for table in tables]
    problems = (*file.reading.problems, *(p for each in staged for p in each.problems))
    first = next((each for each in staged if each.rows.get("criterion")), None)
    if first is None or has_errors(list(problems)):
        return DraftRead(None, (), problems)
    return DraftRead(_year(first), _leaves(first), problems)


def _year(staged: Staged) -> int:
    return int(str(staged.rows["framework"][0]["year"]))


def _leaves(staged: Staged) -> tuple[Mapping[str, Any], ...]:
    """The leaves of the first set, with the name of their area."""
    framework = staged.rows["framework"][0]["framework_id"]
    rows: list[dict[str, Any]] = [
        row for row in staged.rows["criterion"] if row["framework_id"] == framework
    ]
    areas = {row["criterion_code"]: row["criterion_name"] for row in rows}
    return tuple(
        {
            "criterion_code": row["criterion_code"],
            "criterion_name": row["criterion_name"],
            "area_name": areas[row["area_code"]],
            "maximum_points": Decimal(str(row["printed_maximum"])),
        }
        for row in rows
        if row["is_leaf"] and row["section"] == "main" and row["printed_maximum"] is not None
    )
