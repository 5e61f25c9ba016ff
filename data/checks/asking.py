"""Which cross-checks are asked: those to which this import can give something new to say.

The book stood without an error before, and warnings concern rows of this import alone. So a check
has news only where the import brought rows of something that it looks at: of the submitted tables
below its text, or of what its head declares where that says less:

    -- Asked after: score, blank_score       rows of any of these came (imports/brought.sql)
    -- Asked beside: published_result        and the book holds rows of each of these

Results are computed from everything, so that each check of them declares what it is asked after.
A withdrawal can take away anything: everything is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.effective_parts import submitted_below
from data.sql import numbered_files, rows_of, text_of_file

CHECKS = Path(__file__).parent
COMPUTED = CHECKS / "computed"
DECLARED = re.compile(r"^-- Asked (after|beside): (.+)$", re.MULTILINE)


class Check(NamedTuple):
    """A file of this folder, and when it is asked."""

    name: str
    text: str
    after: frozenset[str]
    beside: frozenset[str]


class Asked(NamedTuple):
    """Checks over what was submitted, and over what is computed from it; and what came for which
    they are asked, null where anything may have gone."""

    stored: tuple[Check, ...]
    computed: tuple[Check, ...]
    came: frozenset[str] | None = None


@lru_cache(maxsize=1)
def every_check() -> Asked:
    """All of them, each in the order of the names."""
    stored, computed = (tuple(map(_check, numbered_files(f))) for f in (CHECKS, COMPUTED))
    return Asked(stored, computed)


def _check(file: Path) -> Check:
    text = text_of_file(file)
    told = {word: frozenset(names.split(", ")) for word, names in DECLARED.findall(text)}
    after = told.get("after") or submitted_below([text])
    return Check(file.stem, text, after, told.get("beside", frozenset()))


def asked_of(connection: duckdb.DuckDBPyConnection, import_id: int | None) -> Asked:
    """The checks to ask about an import of the open transaction; null for a withdrawal."""
    every = every_check()
    if import_id is None:
        return every
    rows = rows_of(connection, "imports/brought", import_id=import_id)
    came = {str(row["name"]) for row in rows if row["is_new"]}
    held = {str(row["name"]) for row in rows}
    stored, computed = (
        tuple(_with_news(checks, came, held)) for checks in (every.stored, every.computed)
    )
    return Asked(stored, computed, frozenset(came))


def _with_news(checks: Iterable[Check], came: set[str], held: set[str]) -> Iterable[Check]:
    return (c for c in checks if not c.after.isdisjoint(came) and c.beside <= held)
