"""Units of a workbook: found by their spellings, and taken in by the form `units`."""

from __future__ import annotations

from data.resolving.unit_finder import UnitFinder, UnitMatch, is_valid_in
from data.resolving.unit_rows import resolve_units

__all__ = ["UnitFinder", "UnitMatch", "is_valid_in", "resolve_units"]
