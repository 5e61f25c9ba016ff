"""Prints rows as a table for people, as JSON that is never rounded, or as raw CSV."""

from __future__ import annotations

import csv
import datetime
import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

from analysis.rows import Row
from words.formats import is_missing, number


def print_rows(rows: Sequence[Row], form: str, columns: Sequence[str]) -> None:
    """Print on standard output in the form 'table', 'json' or 'csv'."""
    if form == "json":
        print(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=2))
    elif form == "csv":
        _print_csv(rows, columns)
    else:
        _print_table(rows, columns)


def _plain(value: object) -> object:
    """JSON has numbers, text and null: exact decimals, days and text in NFC become these."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return None if is_missing(value) else value


def _print_csv(rows: Sequence[Row], columns: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_raw(row.get(column)) for column in columns])


def _raw(value: object) -> object:
    plain = _plain(value)
    if isinstance(plain, (list, dict)):
        return json.dumps(plain, ensure_ascii=False)
    return "" if plain is None else plain


def _print_table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    cells = [list(columns)] + [[_for_people(row.get(c)) for c in columns] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(line.rstrip())


def _for_people(value: object) -> str:
    if is_missing(value):
        return "–"
    if isinstance(value, bool):
        return "✓" if value else "·"
    if isinstance(value, (Decimal, float)):
        return number(value)
    if isinstance(value, datetime.datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, (list, tuple)):
        return ", ".join(_for_people(item) for item in value)
    if isinstance(value, Mapping):
        if all(isinstance(item, int) for item in value.values()):  # ranks by area
            return ", ".join(f"{name} {item}" for name, item in value.items())
        return " ".join(_for_people(item) for item in value.values())
    return str(value).replace("\n", " ")
