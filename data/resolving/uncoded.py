"""Rows with a maximum but a blank STT: children of the row above, or its siblings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from data.resolving.criteria_rows import BULLET, CriterionRow

ROUNDING = Decimal("0.005")  # definitions 1.9


def place_uncoded(rows: Sequence[CriterionRow]) -> None:
    """Each run of rows without a code hangs in the tree and has codes of its own."""
    section: CriterionRow | None = None
    for above, run in _runs(rows):
        if above is not None and above.is_section_head:
            section = above
        _place(above if above is not None else section, run)
    for row in rows:
        if not row.code and row.is_section_head:
            row.code = " ".join(row.name.split()[:2]).capitalize()


def _runs(
    rows: Sequence[CriterionRow],
) -> Iterator[tuple[CriterionRow | None, list[CriterionRow]]]:
    """(the coded row or section above, rows without a code below it)."""
    above: CriterionRow | None = None
    run: list[CriterionRow] = []
    for row in rows:
        if row.code or row.is_section_head:
            if run:
                yield above, run
            above, run = row, []
        else:
            run.append(row)
    if run:
        yield above, run


def _place(above: CriterionRow | None, run: list[CriterionRow]) -> None:
    if above is None:
        for number, row in enumerate(run, start=1):
            row.code = str(number)
        return
    children = _children(above, run)
    if not children and all(BULLET.match(row.name) for row in run):
        _make_rule(above, run)
        return
    for row in run[:children]:
        _hang(row, above, f"{above.code}.1" if above.code else "1")
    for row in run[children:]:
        _hang(row, above.parent or above, _after(above))


def _children(above: CriterionRow, run: Sequence[CriterionRow]) -> int:
    """How many of the run are children: those whose maxima together are the row's above."""
    is_list = BULLET.match(run[0].name) is not None
    if above.maximum is None or (above.parent is None and not is_list):
        return len(run)
    least = 2 if is_list else 1  # '- Hoàn thành | 2' repeats the maximum, it divides nothing
    together = Decimal(0)
    for count, row in enumerate(run, start=1):
        together += row.maximum or 0
        if count >= least and abs(together - above.maximum) <= ROUNDING:
            return count
    return 0


def _make_rule(above: CriterionRow, run: Sequence[CriterionRow]) -> None:
    """Bullets whose figures do not divide the maximum are steps of the rule."""
    for row in run:
        points = row.maximum_found.text if row.maximum_found else ""
        above.rule_below += [f"{row.name} ({points})" if points else row.name, *row.rule_below]
        row.is_rule = True


def _hang(row: CriterionRow, parent: CriterionRow, first: str) -> None:
    row.parent = parent
    parent.children.append(row)
    taken = {known.code for known in _below(parent.root)}
    code = first
    while code in taken:
        code = _next(code)
    row.code = code


def _after(above: CriterionRow) -> str:
    return _next(above.code) if above.parent else f"{above.code}.1"


def _next(code: str) -> str:
    head, _, last = code.rpartition(".")
    if not last.isdigit():
        return f"{code}.1"
    return f"{head}.{int(last) + 1}" if head else str(int(last) + 1)


def _below(row: CriterionRow) -> Iterator[CriterionRow]:
    yield row
    for child in row.children:
        yield from _below(child)
