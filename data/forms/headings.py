"""Headings as keys: which field of a form a column's heading means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache

from data.forms.forms import Form, fields_of
from data.forms.found import ColumnChoice
from data.forms.stacks import BRACKETS, has_words
from data.text_keys import plain_key

OF_A_YEAR = re.compile(r"(?: (?:cua )?nam)? (?:19|20)\d\d$")
ROW_NUMBER_KEYS = frozenset({"stt", "tt", "so thu tu", "so tt"})


class Tier(IntEnum):
    """How strongly a heading claims a field; see `Field`."""

    STRONG = 0
    WEAK = 1
    LAST = 2


@dataclass(slots=True)
class Assignment:
    """Which column holds which field; columns from 0.

    `doubled` has (field, second column) where two columns claim one field, `row_numbers` the
    columns that only count rows, `unknown` the columns with a heading that the form lacks,
    `ignored` those that somebody chose to pass over, `chosen` every choice that was followed.
    """

    columns: dict[str, int] = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)
    row_numbers: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    ignored: list[int] = field(default_factory=list)
    chosen: list[ColumnChoice] = field(default_factory=list)

    def count_rows(self, name: str) -> None:
        """The column of a field turns out to number rows, not to hold the field."""
        self.row_numbers.append(self.columns.pop(name))

    def settle_years(self, years: Mapping[int, str], year: str) -> None:
        """Of two columns for one field whose headings name years, that of `year` holds it.

        `years` maps columns to the year in their heading.
        """
        for name, second in list(self.doubled):
            first = self.columns[name]
            if years.get(first) == years.get(second) or year not in {
                years.get(first),
                years.get(second),
            }:
                continue
            self.doubled.remove((name, second))
            held = first if years.get(first) == year else second
            self.columns[name] = held
            self.unknown.append(first if held == second else second)


@lru_cache(maxsize=16384)
def heading_keys(text: str) -> tuple[str, ...]:
    """Keys under which a heading may be known, the most literal first."""
    whole = plain_key(text)
    bare = plain_key(BRACKETS.sub(" ", text))
    undated = (OF_A_YEAR.sub("", whole), OF_A_YEAR.sub("", bare))
    keys = (whole, bare, *(key for key in undated if key != "nam"))  # 'Năm 2021' is no heading
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=16384)
def stacked_keys(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of a heading over several rows: 'Điểm thẩm định' above 'Lần 1', the fullest first.

    A row of maxima or column numbers under the heading is not part of its words.
    """
    words = [text for text in texts if has_words(text)] or list(texts)
    stacks = [" ".join(words[start:]) for start in range(len(words))]
    if len(words) > 1:
        stacks.append(f"{words[-1]} {words[-2]}")
    if len(words) > 2:
        stacks.append(f"{words[0]} {words[-1]}")
    return tuple(dict.fromkeys(key for stack in stacks for key in heading_keys(stack)))


@cache
def vocabulary(form: Form) -> dict[str, list[tuple[Tier, str]]]:
    """Key of a heading -> what it may mean in this form."""
    known: dict[str, list[tuple[Tier, str]]] = {}
    for entry in fields_of(form):
        weak, last = _keys(entry.weak), _keys(entry.last)
        strong = _keys((entry.heading, *entry.synonyms)) - weak - last
        for tier, keys in ((Tier.STRONG, strong), (Tier.WEAK, weak), (Tier.LAST, last)):
            for key in keys:
                known.setdefault(key, []).append((tier, entry.name))
    return known


def _keys(texts: Iterable[str]) -> set[str]:
    return {key for text in texts for key in (plain_key(text), plain_key(BRACKETS.sub(" ", text)))}


@cache
def all_heading_keys() -> frozenset[str]:
    """Every key that is a heading in some form: the quick test for a row of headings."""
    return frozenset(key for form in Form for key in vocabulary(form)) | ROW_NUMBER_KEYS


@lru_cache(maxsize=65536)
def may_be_heading(text: str) -> bool:
    """True where a text could stand as a heading of some form."""
    return len(text) < 200 and any(key in all_heading_keys() for key in heading_keys(text))


def assign(
    form: Form,
    headings: Sequence[tuple[int, tuple[str, ...]]],
    choices: Sequence[ColumnChoice] = (),
) -> Assignment:
    """Give each field its column; `headings` holds (column, texts from top to bottom).

    `choices` speak where no synonym of the form does.
    """
    assignment = Assignment()
    known = vocabulary(form)
    chosen = {choice.key: choice for choice in choices if choice.form == form}
    meanings = {}
    for column, texts in headings:
        keys = stacked_keys(texts)
        meanings[column] = next((known[key] for key in keys if key in known), [])
        if not meanings[column]:
            choice = next((chosen[key] for key in keys if key in chosen), None)
            meanings[column] = _without_synonym(assignment, column, keys, choice)
    for column, meaning in meanings.items():
        for _, name in (entry for entry in meaning if entry[0] is Tier.STRONG):
            _claim(assignment, name, column)
    strong = frozenset(assignment.columns)
    for column, texts in headings:
        if meanings[column] and not any(tier is Tier.STRONG for tier, _ in meanings[column]):
            _claim_weakly(assignment, strong, meanings[column], column, texts)
    return assignment


def _without_synonym(
    assignment: Assignment, column: int, keys: tuple[str, ...], choice: ColumnChoice | None
) -> list[tuple[Tier, str]]:
    """What a heading means that the form lacks: what somebody chose, else nothing."""
    if choice:
        assignment.chosen.append(choice)
        if choice.field:
            return [(Tier.STRONG, choice.field)]
        assignment.ignored.append(column)
    elif any(key in ROW_NUMBER_KEYS for key in keys):
        assignment.row_numbers.append(column)
    else:
        assignment.unknown.append(column)
    return []


def _claim(assignment: Assignment, name: str, column: int) -> None:
    if name in assignment.columns:
        assignment.doubled.append((name, column))
    else:
        assignment.columns[name] = column


def _claim_weakly(
    assignment: Assignment,
    strong: frozenset[str],
    meaning: list[tuple[Tier, str]],
    column: int,
    texts: tuple[str, ...],
) -> None:
    weak = [name for tier, name in meaning if tier is Tier.WEAK]
    last = [name for tier, name in meaning if tier is Tier.LAST]
    free = [name for name in weak if name not in strong]
    if free:
        _claim(assignment, free[0], column)
    elif any(key in ROW_NUMBER_KEYS for key in stacked_keys(texts)):
        assignment.row_numbers.append(column)
    else:
        _claim(assignment, (last or weak)[0], column)
