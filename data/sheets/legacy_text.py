"""Vietnamese that is not Unicode: typed with fonts of before (TCVN3, VNI), or garbled on its way.

Such cells hold other letters than a person sees ('QuËn Lª Ch©n'). The text decides, never the
font's name: a word counts where it is no Vietnamese syllable as it stands, and is one as decoded.
Tables: TCVN 5712:1993 (VN3) and VNI for Windows, both as windows-1252 shows their bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from data.forms.found import SourceFile
from data.problems import Problem, Severity
from data.sheets.grid import Sheet, cell_name, text_of
from data.sheets.vietnamese_syllables import is_accented, is_syllable

# One or two words may be foreign names ('Loïc', 'Thaï'), or written with one sign only.
FEWEST_WORDS = 3  # different words of a sheet
FEWEST_SIGNS = 2  # different letters that are not English in these words
LEAST_SHARE = 0.5  # of the different words that are no Vietnamese as they stand
MOST_SHOWN = 80  # characters of the first such cell
LONGEST_WORD = 20  # a garbled syllable has two or three characters for each accented letter
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # none, huyền, sắc, hỏi, ngã, nặng
# Lower-case letters, each in the order of TONES; capitals with a tone are a matter of the font.
TCVN3 = {
    "a": "aµ¸¶·¹", "ă": "¨»¾¼½Æ", "â": "©ÇÊÈÉË", "e": "eÌÐÎÏÑ", "ê": "ªÒÕÓÔÖ", "i": "i×ÝØÜÞ",
    "o": "oßãáâä", "ô": "«åèæçé", "ơ": "¬êíëìî", "u": "uïóñòô", "ư": "\u00adõøö÷ù", "y": "yúýûüþ",
    "đ": "®",
}  # fmt: skip
TCVN3_CAPITALS = {"Ă": "¡", "Â": "¢", "Đ": "§", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦"}
VNI = {
    "a": "a aø aù aû aõ aï", "ă": "aê aè aé aú aü aë", "â": "aâ aà aá aå aã aä",
    "e": "e eø eù eû eõ eï", "ê": "eâ eà eá eå eã eä", "i": "i ì í æ ó ò",
    "o": "o oø où oû oõ oï", "ô": "oâ oà oá oå oã oä", "ơ": "ô ôø ôù ôû ôõ ôï",
    "u": "u uø uù uû uõ uï", "ư": "ö öø öù öû öõ öï", "y": "y yø yù yû yõ î", "đ": "ñ",
}  # fmt: skip
BETWEEN_WORDS = re.compile(r"[\x00-\x20!-/:-@\[-`{-~]+")
HAS_LETTER = re.compile(r"[A-Za-z]")  # '½' alone is a half, not 'ẵ'
# What no Unicode text in Vietnamese holds within a word: signs, and letters of other languages.
SIGNS = re.compile("[¡-©«-¹»-¿ªºÄÅÆÇÈËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ×÷]")
# Letters of Vietnamese alone: where they stand without such signs, nothing needs a closer look.
VIETNAMESE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]")
MIXED_CASE = re.compile(r"[a-zß-þ][À-Þ]|[A-Z][à-þ][A-Z]|[A-Z]{2}[à-þ]|[à-þ][A-Z]")


class LegacyEncoding(StrEnum):
    """How the text was written; the value is what a person knows it by."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI Windows"
    GARBLED = "UTF-8"


def _table(rows: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {
        code: unicodedata.normalize("NFC", letter + tone)
        for letter, codes in rows.items()
        for code, tone in zip(codes, TONES, strict=False)
    }


TCVN3_LETTERS = _table(TCVN3) | {code: letter for letter, code in TCVN3_CAPITALS.items()}
_VNI_LOWER = _table({letter: codes.split() for letter, codes in VNI.items()})
VNI_LETTERS = _VNI_LOWER | {code.upper(): letter.upper() for code, letter in _VNI_LOWER.items()}


def legacy_problems(file: SourceFile, sheets: Sequence[Sheet]) -> tuple[Problem, ...]:
    """One error a sheet that is written in an old encoding, at its first such cell."""
    return tuple(problem for sheet in sheets if (problem := _problem(file, sheet)))


@dataclass(slots=True)
class _Seen:
    """Different words that one encoding explains on one sheet, and the texts that hold them."""

    words: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def is_enough(self, strange_words: int) -> bool:
        """True where so many words cannot be chance; `strange_words`: with the unexplained."""
        signs = {letter for word in self.words for letter in word if not letter.isascii()}
        return (
            len(self.words) >= max(FEWEST_WORDS, LEAST_SHARE * strange_words)
            and len(signs) >= FEWEST_SIGNS
        )


def _problem(file: SourceFile, sheet: Sheet) -> Problem | None:
    seen = {encoding: _Seen() for encoding in LegacyEncoding}
    strange: set[str] = set()
    is_1258 = sheet.name is None
    for text in {value for value in sheet.rows.different() if isinstance(value, str)}:
        words = [] if _is_plain(text) else _strange_words(text)
        strange.update(word.lower() for word in words)
        for encoding in LegacyEncoding if words else ():
            explained = {w.lower() for w in words if _is_legacy(w, encoding, is_1258)}
            seen[encoding].words |= explained
            seen[encoding].texts |= {text} if explained else set()
    encoding, most = max(seen.items(), key=lambda item: len(item[1].words))
    if not most.is_enough(len(strange)):
        return None
    cell, text = next(_places(sheet, most.texts))
    code = "text_garbled" if encoding is LegacyEncoding.GARBLED else "legacy_text"
    shown = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return Problem(Severity.ERROR, code, file.name, sheet.name, cell, shown, encoding.value)


def _places(sheet: Sheet, texts: set[str]) -> Iterator[tuple[str, str]]:
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if isinstance(value, str) and value in texts:
                yield cell_name(row, column), text_of(value)


def _is_plain(text: str) -> bool:
    """True for nearly every text of a proper workbook, at a glance."""
    if text.isascii():
        return True
    return VIETNAMESE_ONLY.search(text) is not None and SIGNS.search(text) is None


def _strange_words(text: str) -> list[str]:
    """Accented words that are no Vietnamese, of a cell that holds no proper Vietnamese beside."""
    words = [word for word in BETWEEN_WORDS.split(text) if is_accented(word)]
    if any(_is_proper(word) for word in words):
        return []
    return [word for word in words if not is_syllable(word)]


def _is_proper(word: str) -> bool:
    """True for syllables that no old encoding spells: 'cã' is TCVN3 for 'có', 'chƯ' no word."""
    is_even = word.islower() or word.isupper() or word.istitle()
    beyond = any(character > "\u00ff" for character in unicodedata.normalize("NFC", word))
    return is_even and beyond and is_syllable(word)


@lru_cache(maxsize=65536)
def _is_legacy(word: str, encoding: LegacyEncoding, is_1258: bool) -> bool:
    if len(word) > LONGEST_WORD or not HAS_LETTER.search(word):
        return False
    spellings = {word, _as_1252(word)} if is_1258 else {word}
    decode = DECODERS[encoding]
    return any(
        (decoded := decode(spelling)) is not None and is_accented(decoded) and is_syllable(decoded)
        for spelling in spellings
    )


def _as_1252(word: str) -> str:
    """The word of a .csv that was read as windows-1258, as windows-1252 shows the same bytes."""
    split = "".join(
        character if _fits_1258(character) else unicodedata.normalize("NFD", character)
        for character in word
    )
    return split.encode("cp1258", "replace").decode("cp1252", "replace")


def _fits_1258(character: str) -> bool:
    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


def _from_tcvn3(word: str) -> str | None:
    """Signs or capitals within the word tell it from a word of another language."""
    if not SIGNS.search(word) and not MIXED_CASE.search(word):
        return None
    letters = [TCVN3_LETTERS.get(c) or (c if c.isascii() else None) for c in word]
    return "".join(filter(None, letters)) if None not in letters else None


def _from_vni(word: str) -> str | None:
    letters = []
    place = 0
    while place < len(word):
        two, one = word[place : place + 2], word[place]
        length = 2 if len(two) == 2 and (two in VNI_LETTERS or two.upper() in VNI_LETTERS) else 1
        code = word[place : place + length]
        letter = VNI_LETTERS.get(code) or VNI_LETTERS.get(code.upper())
        if letter is None and not one.isascii():
            return None
        letters.append(letter or one)
        place += length
    return "".join(letters)


def _from_garbled(word: str) -> str | None:
    """UTF-8 that a program took for windows-1252; five of its bytes stay controls there."""
    codes = []
    for character in word:
        try:
            codes.append(character.encode("cp1252"))
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            codes.append(character.encode("latin-1"))
    try:
        return b"".join(codes).decode("utf-8")
    except UnicodeDecodeError:
        return None


DECODERS: dict[LegacyEncoding, Callable[[str], str | None]] = {
    LegacyEncoding.TCVN3: _from_tcvn3,
    LegacyEncoding.VNI: _from_vni,
    LegacyEncoding.GARBLED: _from_garbled,
}
