"""Takes a spelling of a unit apart: kind words before it, the name itself, the city behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data.resolving.kinds import KNOWN_KINDS
from data.text_keys import accent_key, plain_key, tidy

WORD = re.compile(r"[^\W_]+")
BRACKETS = re.compile(r"\([^()]*\)")
# Abbreviations that mean the same as the words behind them, wherever they stand.
LONG_FORMS = {
    "ubnd": ("uy", "ban", "nhan", "dan"),
    "tp": ("thanh", "pho"),
    "vp": ("van", "phong"),
    "q": ("quan",),
    "h": ("huyen",),
    "p": ("phuong",),
    "x": ("xa",),
    "tt": ("thi", "tran"),
    "s": ("so",),
    "bql": ("ban", "quan", "ly"),
    "kkt": ("khu", "kinh", "te"),
    "tbxh": ("thuong", "binh", "xa", "hoi"),
}
ONLY_IN_FRONT = {"q", "h", "p", "x", "tt", "s"}
COMMITTEE = ("uy", "ban", "nhan", "dan")
# Kind words in front of a name; None: says nothing about the kind.
PREFIXES: tuple[tuple[tuple[str, ...], str | None], ...] = (
    (COMMITTEE, None),
    (("don", "vi"), None),
    (("huyen", "dao"), "rural_district"),
    (("quan",), "urban_district"),
    (("huyen",), "rural_district"),
    (("phuong",), "ward"),
    (("xa",), "commune"),
    (("thi", "tran"), "township"),
    (("dac", "khu"), "special_zone"),
    (("thanh", "pho"), "city"),
    (("so",), "department"),
    (("tinh",), "tinh"),
)
SUFFIXES = (("thanh", "pho", "hai", "phong"), ("thanh", "pho"))
LINKING_WORDS = {"va"}


Word = tuple[str, str | None]  # plain, and with accents


@dataclass(frozen=True, slots=True)
class UnitSpelling:
    """A spelling as keys: whole, and the name alone (with the accents of its words beside it).

    `kind` is the kind that a word before the name states, null where none does. The accents of
    a word written out of an abbreviation are null: nobody wrote them.
    """

    full_key: str
    core_key: str
    core_accents: tuple[str | None, ...]
    kind: str | None

    def has_accents_of(self, other: UnitSpelling) -> bool:
        """True where every word of the name has the accents that the other's has."""
        pairs = list(zip(self.core_accents, other.core_accents, strict=False))
        alike = all(a is None or b is None or a == b for a, b in pairs)
        return alike and self.core_key == other.core_key

    def allows(self, unit_kind: str) -> bool:
        """False where the spelling names one known kind and the unit is of another."""
        if self.kind is None:
            return True
        if self.kind in KNOWN_KINDS and unit_kind in KNOWN_KINDS:
            return self.kind == unit_kind or (self.kind == "city" and unit_kind == "department")
        return self.kind != "tinh" or unit_kind not in KNOWN_KINDS


@lru_cache(maxsize=65536)
def spelling(text: str) -> UnitSpelling:
    """The keys of a spelling: 'UBND Q. Lê Chân' -> core 'le chan', kind urban_district."""
    words = _words(BRACKETS.sub(" ", tidy(text)) or tidy(text))
    full = " ".join(key for key, _ in words)
    core, kind = _without_prefixes(words)
    core = _without_suffix(core)
    return UnitSpelling(
        full,
        " ".join(key for key, _ in core),
        tuple(accents for _, accents in core),
        kind,
    )


def _words(text: str) -> list[Word]:
    """(plain, with accents) of each word, abbreviations written out, 'và' left out."""
    words: list[Word] = []
    for position, word in enumerate(WORD.findall(text)):
        key = plain_key(word)
        in_front = position == 0 or [k for k, _ in words] == list(COMMITTEE)
        if key in LONG_FORMS and (key not in ONLY_IN_FRONT or in_front):
            words += [(long, None) for long in LONG_FORMS[key]]
        elif key not in LINKING_WORDS:
            words.append((key, accent_key(word)))
    return words


def _without_prefixes(
    words: list[Word],
) -> tuple[list[Word], str | None]:
    kind: str | None = None
    for prefix, prefix_kind in PREFIXES:
        length = len(prefix)
        if len(words) > length and tuple(key for key, _ in words[:length]) == prefix:
            if prefix_kind is not None and kind is not None:
                break  # a name may begin with a kind word itself
            words, kind = words[length:], prefix_kind or kind
    return words, kind


def _without_suffix(words: list[Word]) -> list[Word]:
    for suffix in SUFFIXES:
        length = len(suffix)
        if len(words) > length and tuple(key for key, _ in words[-length:]) == suffix:
            return words[:-length]
    return words
