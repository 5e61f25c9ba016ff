"""Values that contradict one another within one import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from data.forms.found import SourceCell, Staged
from data.problems import Problem, Severity

Row = Mapping[str, object]


def conflicting_scores(staged: Sequence[Staged]) -> list[Problem]:
    """Two values for one score, in one sheet or between the files of an import (7.12).

    The later cell is named, `expected` holds the other value with its place. Equal values are a
    warning; a blank beside a value is neither. A leaf not applicable in one place and with
    points in another is an error.
    """
    rows = [row for one in staged for row in one.rows.get("score", []) if _says_something(row)]
    if _are_apart(rows):
        return []
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


def _are_apart(rows: Sequence[Row]) -> bool:
    """True, in one look, of the usual import: every score once, and no leaf inapplicable."""
    named = {(row["unit_code"], row["year"], row["criterion_code"], row["kind"]) for row in rows}
    return len(named) == len(rows) and all(row["is_applicable"] for row in rows)


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
