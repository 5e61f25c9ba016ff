"""The tree of a criteria set, from codes, maxima and the order of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from data.resolving.codes import (
    HEADED_NUMBER,
    NUMBER,
    SMALL_LETTER,
    Style,
    depth_of,
    head_styles,
    is_below,
    is_usual,
)
from data.resolving.criteria_rows import CriterionRow
from data.resolving.free_nesting import nest_free
from data.resolving.uncoded import place_uncoded

USUAL_SHARE = 0.7  # a set is numbered as usual if so many of its codes are
OUTERMOST = -1


def nest(rows: Sequence[CriterionRow]) -> None:
    """Every row knows its parent and children; rows without a code have got one."""
    coded = [row for row in rows if row.code or row.is_section_head]
    plain = [row for row in coded if not row.is_section_head]
    usual = sum(is_usual(row.code) for row in plain)
    if plain and usual < USUAL_SHARE * len(plain):
        nest_free(coded)
    else:
        _nest_usual(coded)
    place_uncoded(rows)
    _set_sections(rows)


def _nest_usual(rows: Sequence[CriterionRow]) -> None:
    """Roman numerals or letters, then 1, 1.1, 1.1.1, whose first digit need not follow the area."""
    styles = head_styles([row.code for row in rows])
    open_rows: list[tuple[int, CriterionRow]] = []
    for place, (row, head) in enumerate(zip(rows, styles, strict=True)):
        rank = _rank(row, head)
        if _leaves_section(row, head, open_rows):
            open_rows.clear()
        while open_rows and open_rows[-1][0] >= rank:
            open_rows.pop()
        parent = _parent(row, rank, [above for _, above in open_rows], rows[place:])
        while open_rows and open_rows[-1][1] is not parent:
            open_rows.pop()
        hang(row, parent)
        open_rows.append((rank, row))


def hang(row: CriterionRow, parent: CriterionRow | None) -> None:
    """The row stands under the parent, behind the children that are there."""
    row.parent = parent
    if parent is not None:
        parent.children.append(row)


def _rank(row: CriterionRow, head: Style | None) -> int:
    if row.is_section_head:
        return OUTERMOST
    if head is not None:
        return head
    if NUMBER.match(row.code) or HEADED_NUMBER.match(row.code):
        return Style.NUMBER + depth_of(row.code)
    return Style.SMALL_LETTER if SMALL_LETTER.match(row.code) else Style.OTHER


def _leaves_section(
    row: CriterionRow, head: Style | None, open_rows: Sequence[tuple[int, CriterionRow]]
) -> bool:
    """True for an area behind a bonus section that has its points already."""
    outermost = open_rows[0][1] if open_rows else None
    if outermost is None or not outermost.is_section_head or row.is_section_head:
        return False
    if head is not None:
        return bool(outermost.children or outermost.code)
    is_next = outermost.code.isdigit() and row.code == str(int(outermost.code) + 1)
    return is_next and bool(outermost.children)


def _parent(
    row: CriterionRow,
    rank: int,
    above: Sequence[CriterionRow],
    from_here: Sequence[CriterionRow],
) -> CriterionRow | None:
    continued = [one for one in above if is_below(row.code, one.code)]
    if continued:
        return continued[-1]
    heads = [one for one in above if not _is_numbered(one)]
    if rank <= Style.NUMBER + 1 or not _is_numbered(row):
        nearest = above if not _is_numbered(row) else heads
        return nearest[-1] if nearest else None
    numbered = [one for one in above if _is_numbered(one)]
    if heads and numbered and not _adds_up(numbered[-1], from_here):
        return heads[-1]
    return above[-1] if above else None


def _is_numbered(row: CriterionRow) -> bool:
    return not row.is_section_head and NUMBER.match(row.code) is not None


def _adds_up(parent: CriterionRow, from_here: Sequence[CriterionRow]) -> bool:
    """True if rows numbered alike from here on have the parent's maximum together.

    The first of them decides for all.
    """
    first = from_here[0].code.split(".")
    if parent.children:
        return parent.children[-1].code.split(".")[0] == first[0]
    together = Decimal(0)
    for row in from_here:
        if row.code.split(".")[0] != first[0] or depth_of(row.code) < len(first):
            break
        if depth_of(row.code) == len(first):
            together += row.maximum or 0
    return parent.maximum is not None and together == parent.maximum


def _set_sections(rows: Sequence[CriterionRow]) -> None:
    """A section's rows are its own; a section inside an area is cut out of it."""
    for row in rows:
        if row.is_section_head and row.parent and not _may_be_section(row):
            row.is_section_head = False
            row.section = row.parent.section
        elif row.is_section_head and row.parent and not row.parent.is_section_head:
            row.parent.children.remove(row)
            row.parent = None
        elif not row.is_section_head:
            row.section = row.parent.section if row.parent else "main"


def _may_be_section(row: CriterionRow) -> bool:
    """A leaf of an area may bear such a name without being a section."""
    return bool(row.children) or (row.parent is not None and row.parent.section != "main")
