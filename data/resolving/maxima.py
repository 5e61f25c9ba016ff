"""Checks a criteria set's maxima: leaves have one, and what stands above them adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from data.resolving.criteria_rows import CriteriaRows, CriterionRow
from data.resolving.resolution import Resolution, plain
from data.values import Sign, read_points

LEAST_DIFFERENCE = Decimal("0.005")  # definitions 1.9


def leaves(row: CriterionRow) -> Iterator[CriterionRow]:
    """The leaves at or below a row."""
    if not row.children:
        yield row
    for child in row.children:
        yield from leaves(child)


def sum_of(rows: Sequence[CriterionRow]) -> Decimal:
    """Sum of the maxima of leaves."""
    return sum((row.maximum for row in rows if row.maximum is not None), Decimal(0))


def check_maxima(work: Resolution, listed: CriteriaRows) -> None:
    """Tells leaves without a maximum, and printed sums that are none.

    An area that differs from its leaves is an error, an inner row, a section or the total row a
    warning (definitions 7.12).
    """
    for row in listed.rows:
        if not row.children:
            if row.maximum is None and _is_blank(row):
                work.error("maximum_missing", row.found)
        elif row.maximum is not None and row.maximum_found is not None:
            together = sum_of(list(leaves(row)))
            if _differs(row.maximum, row, together):
                is_area = row.parent is None and row.section == "main"
                tell = work.error if is_area else work.warning
                code = "area_maximum_differs" if is_area else "total_differs_from_sum"
                tell(code, row.maximum_found, plain(together))
    _check_totals(work, listed)


def _is_blank(row: CriterionRow) -> bool:
    """A maximum that is no number has been told already."""
    found = row.maximum_found
    return found is None or read_points(found.value).sign is Sign.MISSING


def _differs(printed: Decimal, row: CriterionRow, together: Decimal) -> bool:
    decimals = read_points(row.maximum_found.value).decimals if row.maximum_found else 0
    return abs(printed - together) > tolerance(decimals)


def tolerance(decimals: int) -> Decimal:
    """Half a unit of the last printed decimal, 0.005 at least (definitions 1.9).

    A maximum printed without decimals is exact: nobody rounds 24.5 points to 25.
    """
    return max(LEAST_DIFFERENCE, Decimal(5).scaleb(-decimals - 1) if decimals else LEAST_DIFFERENCE)


def _check_totals(work: Resolution, listed: CriteriaRows) -> None:
    """A total row may sum what stands above it, the whole set, or the whole with its bonus."""
    for total in listed.totals:
        above = listed.rows[: total.rows_above]
        sums = _possible_sums(listed.rows, above)
        decimals = read_points(total.found.value).decimals
        if all(abs(total.maximum - together) > tolerance(decimals) for together in sums):
            work.warning("total_differs_from_sum", total.found, plain(sums[0]))


def _possible_sums(rows: Sequence[CriterionRow], above: Sequence[CriterionRow]) -> list[Decimal]:
    main = [row for row in rows if not row.children and row.section == "main"]
    bonus = [row for row in rows if not row.children and row.section == "bonus"]
    main_above = [row for row in main if row in above]
    of_last = list(leaves(above[-1].root)) if above else []
    return [
        sum_of(main),
        sum_of(main_above),
        sum_of(main) + sum_of(bonus),
        sum_of(of_last),
        sum_of([row for row in main if row.is_survey]),
        sum_of([row for row in main if not row.is_survey]),
    ]
