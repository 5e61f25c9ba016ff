"""Closed lists of the registers: a word as offices write it -> the value that is stored."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.text_keys import plain_key, tidy

WORDS = Path(__file__).parent / "closed_lists.toml"
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
Spellings = Mapping[str, list[str]]


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def value_of(closed_list: str, text: str) -> str | None:
    """The stored value that a cell's text says; null where the list does not know the text.

    A longer text is taken only where what follows cannot overstate it: 'đang khắc phục, dự kiến
    xong tháng 9' is in progress, but 'đã khắc phục 2 trên 3 việc' is not done.
    """
    keys = {word_key(text), plain_key(text)}
    for value, spellings in _listed(closed_list).items():
        if not keys.isdisjoint({plain_key(spelling) for spelling in spellings}):
            return value
    openings: Spellings = _words()["opening"].get(closed_list, {})
    for value, spellings in openings.items():
        if any(f"{word_key(text)} ".startswith(f"{plain_key(word)} ") for word in spellings):
            return value
    return None


def allowed_words(closed_list: str) -> str:
    """The recommended word of each value, as a message lists them."""
    return "; ".join(spellings[0] for spellings in _listed(closed_list).values())


def choices_of(closed_list: str) -> tuple[str, ...]:
    """The recommended word of each value; empty where a field has no closed list."""
    if closed_list not in _words():
        return ()
    return tuple(spellings[0] for spellings in _listed(closed_list).values())


def word_key(text: str) -> str:
    """The key without what stands in brackets: 'Đã khắc phục (100%)' -> 'da khac phuc'."""
    return plain_key(BRACKETED.sub(" ", tidy(text)))


def _listed(closed_list: str) -> Spellings:
    listed: Spellings = _words()[closed_list]
    return listed


def result_says(text: str) -> str | None:
    """What 'Kết quả khắc phục' of a finding says: open, in_progress, reported or done.

    A blank cell says open; null for a text that says none of them. `done` needs the words 'đã
    khắc phục' or their equals, without a 'chưa', 'còn' or 'một phần': only that closes a finding.
    """
    key = plain_key(text)
    words = f" {key} "
    if not key or key.startswith(("chua", "khong")):
        return "open"
    if " mot phan " in words:
        return "reported"
    if key.startswith("dang"):
        return "in_progress"
    if any(word in words for word in (" da khac phuc ", " hoan thanh ", " khac phuc xong ")):
        return "reported" if " chua " in words or " con " in words else "done"
    if value_of("reported_state", text) == "done":
        return "done"
    if key.startswith("da ") or " cho xac minh " in words:
        return "reported"
    return "in_progress" if " dang " in words else None
