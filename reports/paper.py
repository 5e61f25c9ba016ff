"""What a paper says, before anyone lays it out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 'I.', 2 is '1.', 3 is 'a)'. Numbers are part of the words."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; an item of a list begins with a dash."""

    words: str
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table; `widths` are parts of the whole, `numbers` the columns set to the right."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Part = Heading | Paragraph | PaperTable | PageBreak


@dataclass(frozen=True, slots=True)
class Annex:
    """A table at the end; the heading carries its number and the report's."""

    title: str
    table: PaperTable


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the body above, the issuing body, its place, the sign of reports, who signs.

    '|' breaks the line in the names of the two bodies.
    """

    parent: str
    issuer: str
    place: str
    sign: str
    signing_for: str
    signer_office: str
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report in the layout of Decree 30; `foot` stands on every page."""

    letterhead: Letterhead
    day: datetime.date
    subject: str
    parts: Sequence[Part]
    recipients: Sequence[str]
    annexes: Sequence[Annex]
    foot: str
    mark: str = ""
