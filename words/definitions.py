"""A figure's definition in words: what pages and docs/definitions.md say of it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.definitions import FIGURES, Figure
from words import formats
from words.catalogue import text


@dataclass(frozen=True, slots=True)
class Definition:
    """A figure in the reader's language, thresholds filled in."""

    name: str
    title: str
    formula: str
    meaning: str
    source: str
    questions: tuple[str, ...]


def definition_of(figure: Figure) -> Definition:
    """The words of one figure; its thresholds stand in the formula."""
    told = {key: formats.number(value, 6) for key, value in figure.thresholds.items()}
    return Definition(
        name=figure.name,
        title=text(f"definition.{figure.name}.name"),
        formula=text(f"definition.{figure.name}.formula", **told),
        meaning=text(f"definition.{figure.name}.meaning"),
        source=text(f"definition.{figure.name}.source"),
        questions=figure.questions,
    )


def definitions() -> list[Definition]:
    """Every figure, in the order in which a reader meets them."""
    return [definition_of(figure) for figure in FIGURES]
