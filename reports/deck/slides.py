"""What a slide says, before anyone draws it: a title, one body, the notes of the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from words.palette import Colour


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value and what stands beside it; `colour` by meaning."""

    name: str
    value: float
    label: str
    colour: Colour = Colour.OTHERS


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars from zero, in the order given; negative ones go to the left."""

    series: str
    bars: Sequence[Bar]
    greatest: float | None = None


@dataclass(frozen=True, slots=True)
class Stack:
    """Bars in parts: `parts` are (name, colour, a value for each of `names`)."""

    names: Sequence[str]
    parts: Sequence[tuple[str, Colour, Sequence[float]]]
    labels: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one row, on one scale, and how each is written."""

    name: str
    first: float | None
    second: float | None
    first_label: str
    second_label: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two bars a row: `first` and `second` name what they are, with their colours."""

    first: tuple[str, Colour]
    second: tuple[str, Colour]
    pairs: Sequence[Pair]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; `shares` (0 to 1, or None) colour the cells of a heat map; `widths` are
    parts of the whole."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    numbers: frozenset[int] = frozenset()
    shares: Sequence[Sequence[float | None]] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the flow: what it is called, how much reaches it, and how that is written."""

    name: str
    value: float
    label: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Flow:
    """How much is left from step to step."""

    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs; the first may stand out."""

    lines: Sequence[str]


Body = Bars | Stack | Pairs | Table | Flow | Lines


@dataclass(frozen=True, slots=True)
class Slide:
    """One message: the title says it, the body shows it, the notes prove it."""

    title: str
    body: Body
    notes: Sequence[str] = ()
    is_opening: bool = False
