"""Who has handed in what: what the book holds, joined with what was refused since."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.rows import Row, Rows
from data.refusals import Refusal

SCORE_ITEMS = ("self_assessed", "verified_1", "explanation", "verified_2", "survey")
UNIT_ITEMS = (*SCORE_ITEMS, "remediation", "initiatives")
# What the units write themselves; the rest is the verifier's and the committee's.
OF_UNITS = frozenset({"self_assessed", "explanation", "remediation", "initiatives"})


class Receipt(StrEnum):
    """The state of one thing that is handed in."""

    RECEIVED = "received"
    PARTIAL = "partial"
    FAULTY = "faulty"
    MISSING = "missing"
    NOT_EXPECTED = "not_expected"


OWED = (Receipt.FAULTY, Receipt.MISSING, Receipt.PARTIAL)


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a year's handing-in is: `done_count` units of `unit_count` owe nothing themselves.

    Only units of which something is expected count: no set, nothing handed in.

    `expected_count` counts everything that is handed in at all; `owing`, for each item in the
    order of the round, the units of which it is owed.
    """

    expected_count: int
    unit_count: int
    done_count: int
    owing: tuple[tuple[str, int], ...]
    faulty_count: int


def with_refusals(received: Rows, refused: Sequence[Refusal]) -> list[Row]:
    """The receipts of a year; faulty where the last handing-in that names one was refused.

    Adds refused_at, refused_file and error_count (0: the file itself was good, but came with a
    faulty one). A row without unit_code is of a form that comes once for all.
    """
    last = _last(refused)
    return [_judged(row, last.get(_key(row))) for row in received]


def _last(refused: Iterable[Refusal]) -> dict[tuple[str | None, int | None, str], Refusal]:
    """The newest refusal of each unit, year and item; forms of all units know no unit."""
    last: dict[tuple[str | None, int | None, str], Refusal] = {}
    for one in refused:
        if one.item is not None:
            unit = one.unit_code if one.item in UNIT_ITEMS else None
            last[unit, one.year, one.item] = one
    return last


def _key(row: Row) -> tuple[str | None, int | None, str]:
    return row.get("unit_code"), row["year"], row["item"]


def _judged(row: Row, refusal: Refusal | None) -> Row:
    at = row["received_at"]
    if refusal is None or (at is not None and refusal.refused_at <= at):
        return {**row, "refused_at": None, "refused_file": None, "error_count": None}
    return {
        **row,
        "state": Receipt.FAULTY.value,
        "refused_at": refusal.refused_at,
        "refused_file": refusal.file_name,
        "error_count": refusal.error_count,
    }


def unplaced(
    refused: Sequence[Refusal],
    year: int | None,
    taken: Mapping[str, datetime.datetime] | None = None,
) -> list[Refusal]:
    """Refused files of which the unit, form or year is not known, newest first, each file once.

    Those that say another year are left out, good files that only came with a faulty one, and
    files that have come in since; `taken`: name or digest of a file -> its last import in force.
    """
    since = taken or {}
    newest = {
        one.file_sha256: one
        for one in refused
        if one.year in (None, year)
        and one.error_count > 0
        and not any(
            since[key] >= one.refused_at for key in (one.file_sha256, one.file_name) if key in since
        )
        and (
            one.item is None
            or one.year is None
            or (one.item in UNIT_ITEMS and one.unit_code is None)
        )
    }
    return sorted(newest.values(), key=lambda one: one.refused_at, reverse=True)


def owed(receipts: Rows) -> list[Row]:
    """What is still owed: faulty, missing or incomplete."""
    return [row for row in receipts if row["state"] in OWED]


def tally(receipts: Rows) -> Tally:
    """Counts over the receipts of units."""
    open_rows = owed(receipts)
    expected = [row for row in receipts if row["state"] != Receipt.NOT_EXPECTED]
    units = {row["unit_code"] for row in expected if row["expected_count"] or row["state"] in OWED}
    owing = {row["unit_code"] for row in open_rows if row["item"] in OF_UNITS}
    counts = [(item, sum(1 for row in open_rows if row["item"] == item)) for item in UNIT_ITEMS]
    return Tally(
        expected_count=len(expected),
        unit_count=len(units),
        done_count=len(units - owing),
        owing=tuple((item, count) for item, count in counts if count),
        faulty_count=sum(1 for row in open_rows if row["state"] == Receipt.FAULTY),
    )


def board(receipts: Rows) -> list[Row]:
    """One row a unit, a column an item: the receipt's row under the item's name."""
    units: dict[str, dict[str, object]] = {}
    for row in receipts:
        unit = units.setdefault(
            row["unit_code"],
            {key: row[key] for key in ("unit_code", "unit_name", "ranking_group", "year")},
        )
        unit[row["item"]] = row
    return [*units.values()]
