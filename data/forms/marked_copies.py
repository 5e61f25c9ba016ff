"""Knows the sheet of problems that a marked copy carries: ours, and no part of the workbook."""

from __future__ import annotations

from data.sheets.grid import Sheet

# Stands in the first row of the sheet, whatever the language of its words.
PROBLEMS_SHEET_MARK = "cchc-problems"


def is_problems_sheet(sheet: Sheet) -> bool:
    """True for the sheet that a marked copy lists its problems on, also after somebody saved it."""
    return bool(sheet.rows) and PROBLEMS_SHEET_MARK in sheet.rows[0]
