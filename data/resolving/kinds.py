"""Kinds of units: how workbooks write them, and which kinds a text about a group means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from data.reference import UnitKnown
from data.text_keys import plain_key, tidy

STORED_KINDS = {
    "sở, ban, ngành": "department",
    "sở ban ngành": "department",
    "sở": "department",
    "ban": "department",
    "ngành": "department",
    "sở, ngành": "department",
    "cơ quan chuyên môn": "department",
    "huyện đảo": "rural_district",
    "quận": "urban_district",
    "huyện": "rural_district",
    "phường": "ward",
    "xã": "commune",
    "thị trấn": "township",
    "đặc khu": "special_zone",
    "thành phố": "city",
}
KNOWN_KINDS = frozenset(STORED_KINDS.values())
DISTRICT_LEVEL = ("urban_district", "rural_district")
COMMUNE_LEVEL = ("ward", "commune", "township", "special_zone")
# Words of a text about a group; the longest first, each taken out of the text once it is read,
# so that 'cơ quan' is no quận, 'xã hội' no xã, 'cơ sở' no sở.
WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cơ quan chuyên môn", ("department",)),
    ("sở, ban, ngành", ("department",)),
    ("sở ban ngành", ("department",)),
    ("sở, ngành", ("department",)),
    ("cấp huyện", DISTRICT_LEVEL),
    ("cấp quận", DISTRICT_LEVEL),
    ("cấp xã", COMMUNE_LEVEL),
    ("cấp sở", ("department",)),
    ("cải cách hành chính", ()),
    ("hành chính", ()),
    ("ban hành", ()),
    ("xã hội", ()),
    ("thị xã", ()),
    ("cơ quan", ()),
    ("liên quan", ()),
    ("hải quan", ()),
    ("quan trọng", ()),
    ("cơ sở", ()),
    ("trụ sở", ()),
    ("sở hữu", ()),
    ("đặc khu", ("special_zone",)),
    ("thị trấn", ("township",)),
    ("quận", ("urban_district",)),
    ("huyện", ("rural_district",)),
    ("phường", ("ward",)),
    ("xã", ("commune",)),
    ("sở", ("department",)),
)
WORD = re.compile(r"[^\W_]+|\|")
LAST_ASCII = 127
# 'các quận, huyện, thành phố' lists cities; 'các quận, huyện thành phố Hải Phòng' names one.
CITIES_TOO = re.compile(
    r"(?:quận|huyện|thị xã)(?:,| và|, và) (?:các )?thành phố(?! hải phòng)", re.IGNORECASE
)
ONE_KIND = re.compile(r"^(?:ubnd |uy ban nhan dan )?(?:cac |khoi |nhom )*")


def stored_kind(text: str) -> str:
    """The kind as it is stored: an identifier for the known Vietnamese words, else as written."""
    words = {plain_key(word): kind for word, kind in STORED_KINDS.items()}
    if tidy(text).casefold() in KNOWN_KINDS:
        return tidy(text).casefold()
    return words.get(ONE_KIND.sub("", plain_key(text)), tidy(text))


def kinds_of(text: str, units: Iterable[UnitKnown]) -> tuple[str, ...]:
    """Kinds of units that a text names, in the order of their names; empty where it names none.

    Reads kinds that only this book's units use ('các tỉnh'), then the known words ('UBND các
    quận, huyện'), then the name of a ranking group: the kinds of its units.
    """
    of_book = tuple(units)
    others = {
        plain_key(u.unit_kind): u.unit_kind for u in of_book if u.unit_kind not in KNOWN_KINDS
    }
    rest, keys = _take(plain_key(text), {key: (key,) for key in others})
    found = {others[key] for key in keys} | _known_kinds(text if not keys else rest)
    if ONE_KIND.sub("", plain_key(text)) == "thanh pho" or CITIES_TOO.search(tidy(text)):
        found.add("city")
    return tuple(sorted(found)) or _kinds_of_group(text, of_book)


def group_names(text: str, units: Iterable[UnitKnown], year: int | None = None) -> tuple[str, ...]:
    """Ranking groups that a text means, as the book spells them; empty where it means none.

    The group's own name, else every group whose units are all of the kinds that the text names.
    """
    of_book = tuple(units)
    groups = _groups(of_book, year)
    asked = {plain_key(text), ONE_KIND.sub("", plain_key(text))}
    exact = [name for name in groups if plain_key(name) in asked]
    if exact:
        return tuple(sorted(exact))
    kinds = set(kinds_of(text, of_book))
    return tuple(sorted(name for name, of_group in groups.items() if kinds and of_group <= kinds))


def _known_kinds(text: str) -> set[str]:
    """Known words in a text; one without any accent is read by plain words."""
    is_accented = any(ord(character) > LAST_ASCII for character in text)
    words = {w if is_accented else plain_key(w): kinds for w, kinds in WORDS}
    return _take(text.casefold(), words)[1]


def _take(text: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, set[str]]:
    """The text without the words it holds, and what they mean; longer words are taken first."""
    rest = _spaced(text)
    found: set[str] = set()
    for word in sorted(words, key=lambda w: (-len(w), w)):
        if _spaced(word) in rest:
            found |= set(words[word])
            rest = rest.replace(_spaced(word), " | ")
    return rest, found


def _spaced(text: str) -> str:
    return f" {' '.join(WORD.findall(text))} "


def _groups(units: tuple[UnitKnown, ...], year: int | None) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for unit in units:
        for of_year, name in unit.groups.items():
            if name and year in (None, of_year):
                groups.setdefault(name, set()).add(unit.unit_kind)
    return groups


def _kinds_of_group(text: str, units: tuple[UnitKnown, ...]) -> tuple[str, ...]:
    asked = {plain_key(text), ONE_KIND.sub("", plain_key(text))}
    groups = _groups(units, None)
    return tuple(sorted({k for name, ks in groups.items() if plain_key(name) in asked for k in ks}))
