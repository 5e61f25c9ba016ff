"""The tree of a set whose codes are no usual numbering ('C01', 'SC11', 'Goods')."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
    families = _Families(rows)
    families.hang(0, len(rows), None)


class _Families:
    """Where the family of each row ends, found once for every row."""

    def __init__(self, rows: Sequence[CriterionRow]) -> None:
        self._rows = rows
        # Three leaves may add up among themselves by chance: rows of one style do so only where
        # the sheet does not already fall into rows of different styles.
        for is_strict in (True, False):
            self._sum_ends: list[int] = [0] * len(rows)
            for place in reversed(range(len(rows))):
                self._sum_ends[place] = self._end_of_sum(place, is_strict=is_strict)
            self._divides = self._is_divided()
            if self._divides:
                break

    def hang(self, start: int, end: int, parent: int | None) -> None:
        """The rows from `start` to before `end` hang below the parent, each with its family."""
        place = start
        while place < end:
            family_end = min(self._end(place, is_inner=parent is not None), end)
            if parent is not None:
                self._rows[place].parent = self._rows[parent]
                self._rows[parent].children.append(self._rows[place])
            self.hang(place + 1, family_end, place)
            place = family_end

    def _end(self, place: int, *, is_inner: bool) -> int:
        """Where the family of a row ends; the next place for a leaf."""
        head = self._rows[place]
        end = place + 1
        while end < len(self._rows) and is_below(self._rows[end].code, head.code):
            end = self._end(end, is_inner=True)
        if end > place + 1:
            return end
        if head.is_section_head:
            return self._next(place, lambda other: self._rows[other].is_section_head)
        if head.maximum is None:
            return self._end_of_blank(place, is_inner=is_inner)
        return self._sum_ends[place] if self._may_sum(place) else place + 1

    def _next(self, place: int, is_end: Callable[[int], bool]) -> int:
        others = range(place + 1, len(self._rows))
        return next((other for other in others if is_end(other)), len(self._rows))

    def _end_of_blank(self, place: int, *, is_inner: bool) -> int:
        """A blank maximum heads what follows, up to the next heading of its rank.

        Of two headings in a row the first stands further out. A blank among rows of its own
        style is a leaf whose maximum was forgotten.
        """
        if self._is_one_of_its_neighbours(place) or place + 1 == len(self._rows):
            return place + 1
        is_outer = self._is_blank(place + 1) and not is_inner

        def is_end(other: int) -> bool:
            if self._rows[other].is_section_head:
                return True
            if not self._is_blank(other) or other == place + 1:
                return False
            return not is_outer or self._is_blank(other + 1)

        return self._next(place, is_end)

    def _is_blank(self, place: int) -> bool:
        return place < len(self._rows) and self._rows[place].maximum is None

    def _is_one_of_its_neighbours(self, place: int) -> bool:
        """True if the row's style is that of rows beside it, which do have maxima."""
        style = _style(self._rows[place].code)
        following = self._rows[place + 1 : place + 2]
        if not style[-1].endswith("#") or any(row.maximum is None for row in following):
            return False
        beside = [*self._rows[max(0, place - 1) : place], *following]
        return any(row.maximum is not None and _style(row.code) == style for row in beside)

    def _end_of_sum(self, place: int, *, is_strict: bool) -> int:
        """The end of the two or more families behind a row that add up to it, else its next.

        Strictly, they are of another style than the row.
        """
        if is_strict and self._is_of_style_behind(place):
            return place + 1
        maximum = self._rows[place].maximum
        together, count, other = Decimal(0), 0, place + 1
        while maximum is not None and other < len(self._rows):
            row = self._rows[other]
            if row.maximum is None or row.is_section_head or together > maximum + ROUNDING:
                break
            together += row.maximum
            count += 1
            other = self._sum_ends[other]
            if count > 1 and abs(together - maximum) <= ROUNDING:
                return other
        return place + 1

    def _is_of_style_behind(self, place: int) -> bool:
        following = self._rows[place + 1 : place + 2]
        return any(_style(row.code) == _style(self._rows[place].code) for row in following)

    def _may_sum(self, place: int) -> bool:
        if self._sum_ends[place] == place + 1:
            return False
        following = self._rows[place + 1]
        return self._divides or _style(self._rows[place].code) != _style(following.code)

    def _is_divided(self) -> bool:
        """True if the whole sheet falls into rows that head what adds up to them."""
        place = 0
        while place < len(self._rows) and not self._rows[place].is_section_head:
            if self._sum_ends[place] == place + 1:
                return False
            place = self._sum_ends[place]
        return True


def _style(code: str) -> tuple[str, ...]:
    """'SC11' -> ('SC#',), 'Goods' -> ('w',): the letters of each part, and that digits follow."""
    parts = [part for part in PART.split(code) if part]
    return tuple(re.sub(r"\d+", "#", part) if part[-1].isdigit() else "w" for part in parts)
