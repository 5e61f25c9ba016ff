"""Spellings of units that a reader asks for, and what it asked in vain."""

from __future__ import annotations

from collections.abc import Iterable


class SpellingsAsked(frozenset[str]):
    """Plain keys of spellings, remembering the keys that were looked for and are none of them.

    Someone who knows more spellings reads a file otherwise only if one of these is among them.
    """

    asked_in_vain: set[str]

    def __new__(cls, keys: Iterable[str]) -> SpellingsAsked:
        """The spellings, not asked for anything yet."""
        spellings = super().__new__(cls, keys)
        spellings.asked_in_vain = set()
        return spellings

    def __contains__(self, key: object) -> bool:
        """True for a spelling that is known."""
        is_known = super().__contains__(key)
        if not is_known:
            self.asked_in_vain.add(str(key))
        return is_known
