"""The tree of a set whose codes are no usual numbering ('C01', 'SC11', 'Goods')."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from data.resolving.codes import is_below
from data.resolving.criteria_rows import CriterionRow

ROUNDING = Decimal("0.005")  # definitions 1.9
PART = re.compile(r"[.\-_/ ]+")


def nest_free(rows: Sequence[CriterionRow]) -> None:
    """Parents are rows that others continue by code, that hold no maximum, or that add up.

    A row with a blank maximum heads the rows behind it. Where maxima are written, a row heads
    those that follow if their maxima add up to its own, and either their codes are of another
    style or the whole sheet divides in this way.
    """
    place = 0
    while place < len(rows):
        end = _end(rows, place)
        _nest_under(rows, place, end)
        place = end


def _nest_under(rows: Sequence[CriterionRow], place: int, end: int) -> None:
    """The rows from `place + 1` to `end` hang below the row at `place`."""
    inner = place + 1
    while inner < end:
        inner_end = min(_end(rows, inner, within=rows[place]), end)
        rows[inner].parent = rows[place]
        rows[place].children.append(rows[inner])
        _nest_under(rows, inner, inner_end)
        inner = inner_end


def _end(rows: Sequence[CriterionRow], place: int, within: CriterionRow | None = None) -> int:
    """Where the row's own family ends; the next place for a leaf."""
    head = rows[place]
    by_code = place + 1
    while by_code < len(rows) and is_below(rows[by_code].code, head.code):
        by_code = _end(rows, by_code, within=head)
    if by_code > place + 1:
        return by_code
    if head.is_section_head:
        return _next_head(rows, place)
    if head.maximum is None:
        return _end_of_blank(rows, place, within)
    return _end_of_sum(rows, place)


def _next_head(rows: Sequence[CriterionRow], place: int) -> int:
    for other in range(place + 1, len(rows)):
        if rows[other].is_section_head:
            return other
    return len(rows)


def _end_of_blank(rows: Sequence[CriterionRow], place: int, within: CriterionRow | None) -> int:
    """A blank maximum heads what follows, up to the next heading of its rank.

    Of two headings in a row the first stands further out. A blank among rows of its own style is
    a leaf whose maximum was forgotten.
    """
    following = rows[place + 1 :]
    if not following or (following[0].maximum is not None and _is_one_of(rows, place)):
        return place + 1
    is_outer = following[0].maximum is None and within is None
    for other in range(place + 1, len(rows)):
        if rows[other].is_section_head:
            return other
        if rows[other].maximum is not None or (other == place + 1):
            continue
        followed_by_blank = other + 1 < len(rows) and rows[other + 1].maximum is None
        if not is_outer or followed_by_blank:
            return other
    return len(rows)


def _is_one_of(rows: Sequence[CriterionRow], place: int) -> bool:
    """True if the row's style is that of its neighbours, which do have maxima."""
    style = _style(rows[place].code)
    if not style[-1].endswith("#"):
        return False
    beside = [*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2]]
    return any(row.maximum is not None and _style(row.code) == style for row in beside)


def _end_of_sum(rows: Sequence[CriterionRow], place: int) -> int:
    end = _adding_up(rows, place)
    if end == place + 1:
        return end
    differs = _style(rows[place].code) != _style(rows[place + 1].code)
    return end if differs or _divides(rows) else place + 1


def _adding_up(rows: Sequence[CriterionRow], place: int) -> int:
    """The end of the two or more nodes behind a row that add up to its maximum, else its next."""
    maximum = rows[place].maximum
    together, count, other = Decimal(0), 0, place + 1
    while maximum is not None and other < len(rows) and not rows[other].is_section_head:
        of_node = rows[other].maximum
        if of_node is None:
            break
        together += of_node
        count += 1
        other = _adding_up(rows, other)
        if abs(together - maximum) <= ROUNDING and count > 1:
            return other
        if together > maximum + ROUNDING:
            break
    return place + 1


def _divides(rows: Sequence[CriterionRow]) -> bool:
    """True if the whole sheet falls into rows that head what adds up to them."""
    place = 0
    while place < len(rows) and not rows[place].is_section_head:
        end = _adding_up(rows, place)
        if end == place + 1:
            return False
        place = end
    return True


def _style(code: str) -> tuple[str, ...]:
    """'SC11' -> ('SC#',): the letters of each part, and that digits follow."""
    return tuple(
        re.sub(r"\d+", "#", part) if part[-1:].isdigit() else "w" for part in PART.split(code)
    )
