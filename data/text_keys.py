"""Keys under which spellings of one thing meet: case, accents, spaces and tone-mark place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Grave, acute, tilde, hook above, dot below: their place in a word varies ('Thủy', 'Thuỷ').
TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
# White space, and what nobody sees: control characters (no spreadsheet can hold them again) and
# marks that turn the direction of writing, which could show one name as another.
SPACES = re.compile(
    r"[\s\x00-\x1f\x7f\u00a0\u200b\u2007\u202f\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]+"
)
NOT_A_WORD = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """NFC, every run of white space (also non-breaking, also line breaks) one space, trimmed."""
    return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


@lru_cache(maxsize=65536)
def plain_key(text: str) -> str:
    """Lower case, no accents, đ as d, punctuation as one space: 'Q. Lê  Chân' -> 'q le chan'."""
    decomposed = unicodedata.normalize("NFD", tidy(text).casefold())
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn").replace("đ", "d")
    return NOT_A_WORD.sub(" ", bare).strip()


@lru_cache(maxsize=65536)
def accent_key(text: str) -> str:
    """Like `tidy`, without case and without the *place* of tone marks: Thủy and Thuỷ are equal."""
    words = []
    for word in tidy(text).casefold().split(" "):
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(sorted(c for c in letters if c in TONE_MARKS))
        words.append("".join(c for c in letters if c not in TONE_MARKS) + tones)
    return " ".join(words)


VIETNAMESE_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONE_ORDER = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


@lru_cache(maxsize=65536)
def dictionary_key(text: str) -> str:
    """Sorts as a Vietnamese dictionary: đ after d, tones (ngang huyền hỏi ngã sắc nặng) last."""
    letters, tones = [], []
    for character in tidy(text).casefold():
        marks = unicodedata.normalize("NFD", character)
        tone = "".join(c for c in marks if c in TONE_MARKS)
        base = unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONE_MARKS))
        place = VIETNAMESE_ALPHABET.find(base)
        letters.append(
            f"{place + 50:03d}" if place >= 0 else f"{min(ord(base[:1] or ' '), 49):03d}"
        )
        tones.append(str(TONE_ORDER.get(tone, 0)))
    return "".join(letters) + " " + "".join(tones)
