"""Asks a release a named question: the SQL file is the question, parameters are bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb
import pandas as pd

QUESTIONS = Path(__file__).parent / "sql"
PARAMETER = re.compile(r"\$([a-z_]+)")
COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of analysis/sql: its name ('scores/ranking'), its text, what it must be told."""

    name: str
    text: str
    parameters: frozenset[str]


@lru_cache(maxsize=256)
def question(name: str) -> Question:
    """The question of this name; FileNotFoundError if there is none."""
    text = (QUESTIONS / f"{name}.sql").read_text(encoding="utf-8")
    return Question(name, text, frozenset(PARAMETER.findall(COMMENT.sub("", text))))


def ask(release: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> pd.DataFrame:
    """The answer as a frame of Arrow types (decimals stay exact), one row as the question says.

    `release` is a cursor of this thread's own. Parameters that the question does not name are
    refused by DuckDB, missing ones too.
    """
    asked = question(name)
    relation = release.sql(asked.text, params=parameters or None)
    frame: pd.DataFrame = relation.to_arrow_table().to_pandas(types_mapper=pd.ArrowDtype)
    return frame
