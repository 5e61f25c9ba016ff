"""Heading cells of each column, from top to bottom, with merged cells resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from data.forms.found import Found
from data.sheets.grid import Sheet
from data.text_keys import plain_key
from data.values import Sign, read_points

BRACKETS = re.compile(r"[(\[（][^()\[\]]*[)\]）]")
FIGURES = re.compile(r"(?:\d[\d ]*(?:diem)?)?")
SAMPLE = 50  # rows looked at to see which of several columns holds something
MOST_BELOW = 3  # rows that a merged heading may reach beyond the words of the others
WIDEST = 600  # columns looked at; a matrix of every unit has about 240


def has_words(text: str) -> bool:
    """False for a maximum, a column number, or a unit of measure in brackets."""
    return not FIGURES.fullmatch(plain_key(text)) and bool(BRACKETS.sub("", text).strip())


@dataclass(slots=True)
class Block:
    """Rows `top` to `bottom` of a sheet, read as headings. All from 0.

    `stacks` holds each column's distinct cells that are not blank; `spans` how many columns
    each of them covers. `twins` are columns under one merged heading with nothing of their own:
    the column that holds most -> the others.
    """

    top: int
    bottom: int
    stacks: dict[int, list[Found]] = field(default_factory=dict)
    spans: dict[str, int] = field(default_factory=dict)
    twins: dict[int, list[int]] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many rows the headings take."""
        return self.bottom - self.top + 1

    @property
    def headings(self) -> list[tuple[int, tuple[str, ...]]]:
        """Column and texts, as `assign` takes them.

        A heading over several columns does not name those that have only a number below it.
        """
        others = {column for columns in self.twins.values() for column in columns}
        return [(c, self._words(stack)) for c, stack in self.stacks.items() if c not in others]

    def _words(self, stack: list[Found]) -> tuple[str, ...]:
        leaf = stack[-1]
        if leaf.text.isdecimal() and len(stack) > 1 and self.spans[stack[-2].cell or ""] > 1:
            return (leaf.text,)
        return tuple(found.text for found in stack)

    def leaf(self, column: int) -> Found:
        """The lowest heading cell of a column that has words: no maximum, no column number."""
        stack = self.stacks[column]
        return next((found for found in reversed(stack) if has_words(found.text)), stack[-1])

    def figures(self, column: int) -> list[Found]:
        """The cells below the words of a heading: a maximum, a unit of measure in brackets."""
        stack = self.stacks[column]
        return stack[stack.index(self.leaf(column)) + 1 :]

    def group(self, column: int) -> Found | None:
        """The lowest cell above the leaf that covers more than this column."""
        stack = self.stacks[column]
        above = stack[: stack.index(self.leaf(column))]
        wide = [found for found in above if self.spans[found.cell or ""] > 1]
        return wide[-1] if wide else None

    def own(self, column: int) -> list[Found]:
        """The cells of the column's stack that cover it alone."""
        alone = [found for found in self.stacks[column] if self.spans[found.cell or ""] == 1]
        return alone or [self.leaf(column)]


def block_at(sheet: Sheet, top: int, depth: int) -> Block:
    """The block of `depth` rows from `top` on, drawn up to where its merged cells begin."""
    bottom = top + depth - 1
    while True:
        reach = min(
            (
                merge.top
                for column in range(min(sheet.width, WIDEST))
                if (merge := sheet.anchors.get((top, column))) and merge.bottom > merge.top
            ),
            default=top,
        )
        if reach >= top:
            break
        top = reach
    top = _with_groups_above(sheet, top)
    block = Block(top, _with_merges_below(sheet, top, bottom))
    bottom = block.bottom
    for column in range(min(sheet.width, WIDEST)):
        stack = _stack(sheet, top, bottom, column)
        if stack:
            block.stacks[column] = stack
    for stack in block.stacks.values():
        for found in stack:
            block.spans[found.cell or ""] = block.spans.get(found.cell or "", 0) + 1
    block.twins = _twins(sheet, block)
    return block


def _twins(sheet: Sheet, block: Block) -> dict[int, list[int]]:
    alike: dict[tuple[str | None, ...], list[int]] = {}
    for column, stack in block.stacks.items():
        alike.setdefault(tuple(found.cell for found in stack), []).append(column)
    twins = {}
    for columns in alike.values():
        if len(columns) > 1:
            held = [len(cells_below(sheet, block.bottom, column, SAMPLE)) for column in columns]
            kept = columns[held.index(max(held))]
            twins[kept] = [column for column in columns if column != kept]
    return twins


def _with_groups_above(sheet: Sheet, top: int) -> int:
    """One row up where that row holds merged headings over parts of the table, no title."""
    if top == 0:
        return top
    merges = {
        sheet.anchors[top - 1, column]
        for column in range(min(sheet.width, WIDEST))
        if (top - 1, column) in sheet.anchors
    }
    first = next((c for c in range(sheet.width) if sheet.own(top, c).text), 0)
    groups = [merge for merge in merges if merge.top == merge.bottom and merge.left > first]
    has_left_title = any(sheet.own(top - 1, column).text for column in range(first + 1))
    return top - 1 if len(groups) > 1 and not has_left_title else top


def _with_merges_below(sheet: Sheet, top: int, bottom: int) -> int:
    """Down to where the headings' own merged cells end: a row of maxima may stand beside them."""
    ends = [
        merge.bottom
        for column in range(min(sheet.width, WIDEST))
        if (merge := sheet.anchors.get((bottom, column))) and merge.top >= top
    ]
    return max((end for end in ends if end <= bottom + MOST_BELOW), default=bottom)


def _stack(sheet: Sheet, top: int, bottom: int, column: int) -> list[Found]:
    stack: list[Found] = []
    for row in range(top, bottom + 1):
        cell = sheet.merged(row, column)
        if cell.text and all(cell.cell != known.cell for known in stack):
            stack.append(cell)
    return stack


def cells_below(sheet: Sheet, bottom: int, column: int, count: int) -> list[Found]:
    """The cells under a heading that are not blank, at most `count` rows down."""
    rows = range(bottom + 1, min(bottom + 1 + count, len(sheet.rows)))
    cells = (sheet.own(row, column) for row in rows)
    return [cell for cell in cells if not cell.is_blank]


def is_heading_row(sheet: Sheet, row: int) -> bool:
    """False for a row with figures, unless they stand in brackets (maxima) or count up (codes)."""
    cells = [sheet.own(row, column) for column in range(min(sheet.width, WIDEST))]
    figures = [
        cell.text
        for cell in cells
        if not cell.is_blank and read_points(cell.value).sign is Sign.POINTS
    ]
    if not figures:
        return any(not cell.is_blank for cell in cells)
    numbers = [int(text) for text in figures if text.isdecimal()]
    counts_up = numbers == list(range(1, len(numbers) + 1)) and len(numbers) == len(figures) > 1
    return counts_up and cells[0].is_blank
