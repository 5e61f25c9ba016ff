"""Codes and names of criteria as the rows of score sheets print them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from data.forms.found import Record
from data.resolving.codes import code_and_name, mended, printed_code
from data.resolving.criteria_rows import is_total
from data.resolving.resolution import filled
from data.text_keys import tidy

CODE_FIELDS = ("criterion_code", "code")
GROUP_FIELDS = ("unit", "unit_code", "year", "kind")
NAME_FIELDS = ("criterion_name", "name", "criterion")


def codes_of(records: Sequence[Record]) -> list[str]:
    """The mended codes of all rows of a table."""
    groups = [group_key(record) for record in records]
    return mended_codes(groups, [printed(record) for record in records])


def group_key(record: Record) -> tuple[str, ...]:
    """Unit, year and kind as written: the codes of such rows follow one another."""
    return tuple(record.text(name) for name in GROUP_FIELDS)


def mended_codes(groups: Sequence[tuple[str, ...]], codes: Sequence[str]) -> list[str]:
    """Printed codes, mended within the rows of one group."""
    of_group: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        of_group[group].append(place)
    result = [""] * len(codes)
    for places in of_group.values():
        made = _mended(tuple(codes[place] for place in places))
        for place, code in zip(places, made, strict=True):
            result[place] = code
    return result


@lru_cache(maxsize=16)
def _mended(codes: tuple[str, ...]) -> tuple[str, ...]:
    """A list repeats the same codes for every unit."""
    return tuple(mended(codes))


def printed(record: Record) -> str:
    """The code of a row as it is printed; '' where it has none."""
    found = filled(record, *CODE_FIELDS)
    if found is None:
        return ""
    return printed_code(found.value if found.value is not None else found.text)


def code_and_name_of(record: Record, code: str) -> tuple[str, str]:
    """The mended code of a row and its name, taken apart where one cell holds both."""
    name = filled(record, *NAME_FIELDS)
    if name is None:
        written = record.text("criterion_code") or record.text("code")
        if is_total(written):
            return "", written
        inside, rest = code_and_name(written)
        return (inside, rest) if inside else (code, "")
    inside, rest = code_and_name(name.text)
    if inside and code in ("", inside):
        return inside, rest
    return code, tidy(name.text)


def is_cut(printed: str, code: str) -> bool:
    """True if a spreadsheet took the closing zero off the last part: '1.1' for '1.10'."""
    last, whole = printed.rpartition(".")[2], code.rpartition(".")[2]
    return whole.endswith("0") and last != whole and whole.rstrip("0") == last
