"""A committee's own look for its documents: a template of slides, and the lines of its letterhead.

Both lie in the store: `deck_template.pptx`, and in `settings.toml`

    [letterhead]
    issuer = "BAN CHỈ ĐẠO|CẢI CÁCH HÀNH CHÍNH"   # '|' begins a new line
    signer = "Nguyễn Văn A"
"""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.boundaries import SETTINGS
from data.errors import LetterheadUnreadable, TemplateUnreadable
from data.store import Store

TEMPLATE = "deck_template.pptx"
LINES = ("parent", "issuer", "place", "sign", "signing_for", "signer_office", "signer")


@dataclass(frozen=True, slots=True)
class OwnPapers:
    """What takes the place of the look that ships: nothing where both are empty."""

    template: Path | None = None
    letterhead: Mapping[str, str] = field(default_factory=dict)


def own_papers(store: Store) -> OwnPapers:
    """What the store holds. Raises TemplateUnreadable, LetterheadUnreadable."""
    return OwnPapers(_template(store), _letterhead(store))


def _template(store: Store) -> Path | None:
    path = store.home / TEMPLATE
    if not path.exists():
        return None
    if not path.is_file() or not zipfile.is_zipfile(path):
        raise TemplateUnreadable(path=TEMPLATE)
    return path


def _letterhead(store: Store) -> dict[str, str]:
    settings = store.home / SETTINGS
    if not settings.is_file():
        return {}
    try:
        told = tomllib.loads(settings.read_text(encoding="utf-8")).get("letterhead", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise LetterheadUnreadable(path=SETTINGS, lines=", ".join(LINES)) from error
    is_table = isinstance(told, Mapping)
    if not is_table or any(
        name not in LINES or not isinstance(line, str) for name, line in told.items()
    ):
        raise LetterheadUnreadable(path=SETTINGS, lines=", ".join(LINES))
    return dict(told)
