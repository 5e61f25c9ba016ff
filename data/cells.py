"""Names of cells."""

from __future__ import annotations


def row_of(cell: str) -> int:
    """The row of 'C12', from 1; 0 for none."""
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else 0
