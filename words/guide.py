"""The analysts' guide: docs/guide.<language>.md, section by section, as the page shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from words.catalogue import Language, catalogue, language, speaking, text

GUIDES = Path(__file__).resolve().parent.parent / "docs"
HEADING = re.compile(r"^## (?P<title>.+?) \{#(?P<key>[a-z]+)\}$", re.MULTILINE)
TERM = re.compile(r"glossary\.([a-z_]+)\.term")


@dataclass(frozen=True, slots=True)
class Section:
    """How one thing is done; `key` is its anchor and the same in both languages."""

    key: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field: in the reader's language, in the other one, and what it means."""

    name: str
    term: str
    other_term: str
    meaning: str


def guide() -> tuple[Section, ...]:
    """The sections in the language in use, in the order of the file."""
    return _sections(language())


@lru_cache(maxsize=2)
def _sections(spoken: Language) -> tuple[Section, ...]:
    parts = HEADING.split((GUIDES / f"guide.{spoken.value}.md").read_text(encoding="utf-8"))
    return tuple(
        Section(key, title, body.strip())
        for title, key, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    )


def glossary() -> list[Term]:
    """The words of the field, in the order of the catalogue (domain, section 1)."""
    other = next(spoken for spoken in Language if spoken is not language())
    found = (TERM.fullmatch(key) for key in catalogue(language()))
    return [_term(match[1], other) for match in found if match]


def _term(name: str, other: Language) -> Term:
    with speaking(other):
        other_term = text(f"glossary.{name}.term")
    return Term(name, text(f"glossary.{name}.term"), other_term, text(f"glossary.{name}.meaning"))
