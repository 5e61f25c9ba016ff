"""The results that every draft holds: what an import makes anew, and what is made beside what.

A draft holds the results up to LAST_DRAFTED; the rest is worked out when somebody reads or
publishes it (data/completing.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from data.sql import numbered_files, text_of_file

RESULT_TABLES = Path(__file__).parent / "schema" / "results"
LAST_DRAFTED = "34_deduction"  # differences and receipts ask nothing of those behind
# With which files the groups begin.
BEGINNINGS = (
    "00_macros",
    "15_round_points",
    "20_leaf_result",
    "30_unit_result",
    "33_contestable_leaf",
)
CREATED = re.compile(r"^create or replace (table|temp table|macro) (\w+)", re.MULTILINE)
KEPT, PASSING = "table", "temp table"  # in a snapshot; until its connection ends
WORD = re.compile(r"\w+")


class Groups(NamedTuple):
    """Files in the order of their names, by what they can be made beside.

    `first` ask nothing of what nearly every import changes. `others` and `beside` ask nothing of
    each other and stand on `shared`; `ahead`, which of them only `beside` ask for, asks only for
    what is in force.
    """

    first: list[Path]
    ahead: list[Path]
    shared: list[Path]
    others: list[Path]
    beside: list[Path]


def drafted_results() -> list[Path]:
    """The results that every draft holds, in their order."""
    return [file for file in numbered_files(RESULT_TABLES) if file.stem <= LAST_DRAFTED]


def results_after_draft() -> list[Path]:
    """The results that a draft leaves to its completion, in their order."""
    return [file for file in numbered_files(RESULT_TABLES) if file.stem > LAST_DRAFTED]


def grouped(results: Sequence[Path]) -> Groups:
    """Some of the drafted results in their groups."""
    bounds = pairwise([*BEGINNINGS, f"{LAST_DRAFTED}~"])
    return Groups(*([f for f in results if start <= f.stem < end] for start, end in bounds))


def hanging_on(changed: Collection[str], results: Sequence[Path]) -> list[Path]:
    """Those of the results that can say something else, where these tables do; in their order.

    With a result come the passing tables that it asks for, which nothing keeps.
    """
    news, asked, stale = {*changed}, set[str](), set[Path]()
    while more := {
        file
        for file in {*results} - stale
        if not (words_of(file).isdisjoint(news) and asked.isdisjoint(created_by(file, PASSING)))
    }:
        stale |= more
        for file in more:
            news.update(created_by(file))
            asked |= words_of(file)
    return [file for file in results if file in stale]


@cache
def words_of(file: Path) -> frozenset[str]:
    """Every word of the statements of a file, its names among them."""
    return frozenset(WORD.findall(text_of_file(file)))


@cache
def created_by(file: Path, *kinds: str) -> tuple[str, ...]:
    """What the statements of a file create, in their order; of some kinds where they are named."""
    found = CREATED.findall(text_of_file(file))
    return tuple(name for kind, name in found if not kinds or kind in kinds)
