"""The text catalogue: every word a user reads, in Vietnamese (master) and English."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

ROOM = Path(__file__).parent
SHARED_NAMESPACES = ("problem", "condition")  # one file for each room: problem_forms.toml …


class Language(StrEnum):
    """The languages of the interface; the value is its code in the URL and its folder's name."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_language: ContextVar[Language] = ContextVar("language", default=Language.VIETNAMESE)


def language() -> Language:
    """The language in use in this thread."""
    return _language.get()


def set_language(chosen: Language | str) -> None:
    """Speak this language in this thread from now on."""
    _language.set(Language(chosen))


@contextmanager
def speaking(chosen: Language | str) -> Iterator[None]:
    """Speak this language inside the block."""
    before = _language.set(Language(chosen))
    try:
        yield
    finally:
        _language.reset(before)


def text(key: str, **values: str) -> str:
    """The words under 'file.key', with named placeholders filled; KeyError if there are none."""
    return catalogue(language())[key].format(**values)


def counted(key: str, how_many: int, **values: str) -> str:
    """The words for a number of things: English has `key.one` and `key.other`, Vietnamese one."""
    words = catalogue(language())
    form = f"{key}.one" if how_many == 1 and f"{key}.one" in words else f"{key}.other"
    return words[form if form in words else key].format(**values)


def has_text(key: str) -> bool:
    """True if the catalogue holds words under this key."""
    return key in catalogue(language())


def word_for(family: str, code: str) -> str:
    """The word for a code of a closed list ('term.unit_kind', 'department'); unknown: as is."""
    return catalogue(language()).get(f"{family}.{code}", code)


@lru_cache(maxsize=4)
def catalogue(chosen: Language) -> Mapping[str, str]:
    """All words of a language by 'file.key'; nested tables join their names with dots."""
    words: dict[str, str] = {}
    for file in sorted((ROOM / chosen.value).glob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        words.update(_flat(content, _namespace(file.stem)))
    return words


def _namespace(stem: str) -> str:
    family = stem.split("_")[0]
    return family if family in SHARED_NAMESPACES else stem


def _flat(content: Mapping[str, object], above: str) -> Iterator[tuple[str, str]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}.{name}")
        else:
            yield f"{above}.{name}", unicodedata.normalize("NFC", str(value)).strip()
