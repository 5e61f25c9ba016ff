"""The views of data/effective one by one: what each stands on, nearest to the ground first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from data.sql import numbered_files, text_of_file

EFFECTIVE = Path(__file__).parent / "effective"
BEGINNING = re.compile(r"^create or replace (?:view|macro) effective\.(\w+)", re.MULTILINE)
NAMED = re.compile(r"\beffective\.(\w+)")
SUBMITTED = re.compile(r"\bsubmitted\.(\w+)")


class Part(NamedTuple):
    """A view, or a macro that views and checks call."""

    name: str
    text: str


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """Every one in an order in which they can be made."""
    found = []
    for file in numbered_files(EFFECTIVE):
        text = text_of_file(file)
        begins = [*BEGINNING.finditer(text)]
        ends = [begin.start() for begin in begins[1:]] + [len(text)]
        found += [
            Part(begin[1], text[begin.start() : end])
            for begin, end in zip(begins, ends, strict=True)
        ]
    return tuple(found)


def parts_below(texts: Iterable[str]) -> tuple[Part, ...]:
    """What statements ask for by name ('effective.score') and all that it stands on, in order."""
    wanted = {name for text in texts for name in NAMED.findall(text)}
    below = []
    for part in reversed(parts()):
        if part.name in wanted:
            wanted |= {*NAMED.findall(part.text)}
            below.append(part)
    return tuple(reversed(below))


def submitted_below(texts: Iterable[str]) -> frozenset[str]:
    """Tables of `submitted` that the answers of statements can depend on."""
    own = tuple(texts)
    every = (*own, *(part.text for part in parts_below(own)))
    return frozenset(name for text in every for name in SUBMITTED.findall(text))


def hangs_on(name: str, brought: Collection[str]) -> bool:
    """Whether rows of these tables of `submitted` can change effective.<name>."""
    return not _ground_of(name).isdisjoint(brought)


@cache
def _ground_of(name: str) -> frozenset[str]:
    return submitted_below([f"effective.{name}"])
