"""Values that contradict one another within one import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from data.cells import row_of
from data.forms.found import SourceCell, Staged
from data.forms.score_block import Numbers
from data.problems import Problem, Severity
from data.resolving.list_columns import are_all_different, combined

Row = Mapping[str, object]


def conflicting_scores(staged: Sequence[Staged]) -> list[Problem]:
    """Two values for one score, in one sheet or between the files of an import (7.12).

    The later cell is named, `expected` holds the other value with its place. Equal values are a
    warning; a blank beside a value is neither. A leaf not applicable in one place and with
    points in another is an error.
    """
    if _are_apart(staged):
        return []
    rows = [row for one in staged for row in score_rows(one) if _says_something(row)]
    problems: list[Problem] = []
    by_score: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    by_leaf: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        leaf = (row["unit_code"], row["year"], row["criterion_code"])
        by_leaf[leaf].append(row)
        by_score[(*leaf, row["kind"])].append(row)
    for same in by_score.values():
        problems += _repeated(same)
    for same in by_leaf.values():
        problems += _inapplicable(same)
    return list(dict.fromkeys(problems))


def repeated_frameworks(staged: Sequence[Staged]) -> list[Problem]:
    """Two criteria sets for one year and kind of units in one import are an error.

    The same set twice (a copy on another sheet) is a warning.
    """
    first: dict[tuple[object, str], tuple[Row, Staged]] = {}
    problems = []
    for one in staged:
        for row in one.rows.get("framework", []):
            kinds = row["unit_kinds"]
            for kind in kinds if isinstance(kinds, list) else []:
                earlier, beside = first.setdefault((row["year"], kind), (row, one))
                if earlier is row:
                    continue
                is_copy = _nodes(one, row) == _nodes(beside, earlier)
                severity = Severity.WARNING if is_copy else Severity.ERROR
                code = "duplicate_agrees" if is_copy else "criteria_set_given_twice"
                problems.append(_problem(severity, code, row, _place(earlier)))
    return list(dict.fromkeys(problems))


def _nodes(staged: Staged, framework: Row) -> list[tuple[object, ...]]:
    """What a set says, without where it stands."""
    return [
        tuple(value for name, value in row.items() if name != "source")
        for row in staged.rows.get("criterion", [])
        if row["framework_id"] == framework["framework_id"]
    ]


def _says_something(row: Row) -> bool:
    return row["points"] is not None or not row["is_applicable"]


def score_rows(staged: Staged) -> list[Row]:
    """All rows for submitted.score, in the order of the sheet where some are of a block."""
    rows: list[Row] = [*staged.rows.get("score", [])]
    if staged.blocks:
        rows += [row for block in staged.blocks for row in block.one_by_one()]
        rows.sort(key=_sheet_row)
    return rows


def _sheet_row(row: Row) -> int:
    source = row["source"]
    return row_of(source.cell or "") if isinstance(source, SourceCell) else 0


def _are_apart(staged: Sequence[Staged]) -> bool:
    """True, in one look, of the usual import: every score once, and no leaf inapplicable."""
    rows = [row for one in staged for row in one.rows.get("score", []) if _says_something(row)]
    if not all(row["is_applicable"] for row in rows):
        return False
    units, kinds, codes = _Names(), _Names(), _Names()
    named = [
        (
            units.of([(row["unit_code"], row["year"]) for row in rows]),
            kinds.of([row["kind"] for row in rows]),
            codes.of([row["criterion_code"] for row in rows]),
        )
    ]
    for block in (block for one in staged for block in one.blocks):
        says = np.array([value is not None for value in block.values])[block.value]
        named.append(
            (
                units.of(block.units_and_years)[block.unit_and_year[says]],
                kinds.of(block.kinds)[block.kind[says]],
                codes.of(block.criterion_codes)[block.criterion_code[says]],
            )
        )
    columns = [np.concatenate(parts) for parts in zip(*named, strict=True)]
    return are_all_different(combined(columns, len(columns[0])))


class _Names:
    """Numbers for names, equal ones for the same name; from 0 on."""

    def __init__(self) -> None:
        self._known: dict[object, int] = {}

    def of(self, names: Sequence[object]) -> Numbers:
        """The number of each name."""
        known = self._known
        return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int64)


def _repeated(same: Sequence[Row]) -> Iterator[Problem]:
    first = same[0]
    for row in same[1:]:
        if row["source"] == first["source"]:
            continue
        if row["points"] == first["points"]:
            yield _problem(Severity.WARNING, "duplicate_agrees", row, _place(first))
        elif row["is_applicable"] and first["is_applicable"]:
            yield _problem(Severity.ERROR, "two_values_for_one_score", row, _value_at(first))


def _inapplicable(same: Sequence[Row]) -> Iterator[Problem]:
    with_points = [row for row in same if row["is_applicable"]]
    marks = [row for row in same if not row["is_applicable"]]
    if with_points and marks:
        later = marks[0] if same.index(marks[0]) > same.index(with_points[0]) else with_points[0]
        other = with_points[0] if later is marks[0] else marks[0]
        yield _problem(Severity.ERROR, "not_applicable_with_points", later, _value_at(other))


def _problem(severity: Severity, code: str, row: Row, expected: str) -> Problem:
    source = row["source"]
    if not isinstance(source, SourceCell):
        raise TypeError(source)
    name, sheet, cell = source.file.name, source.sheet, source.cell
    return Problem(severity, code, name, sheet, cell, source.raw_text, expected)


def _value_at(row: Row) -> str:
    source, points = row["source"], row["points"]
    said = source.raw_text if isinstance(source, SourceCell) else None
    value = said or (f"{points.normalize():f}" if isinstance(points, Decimal) else "")
    return f"{value} ({_place(row)})"


def _place(row: Row) -> str:
    source = row["source"]
    if not isinstance(source, SourceCell):
        return ""
    return " ".join(part for part in (source.file.name, source.sheet, source.cell) if part)
