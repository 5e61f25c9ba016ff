"""`report deck`: the slides of a group and year, or of one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from reports.asking import Answers
from reports.deck import field_slides, remediation_slides, standing_slides, unit_slides
from reports.deck.drawing import drawn
from reports.deck.slides import Slide
from reports.same_bytes import same_bytes
from words import formats
from words.catalogue import text
from words.source import source_line

Section = Callable[[Answers], Iterator[Slide]]

GROUP_SECTIONS: tuple[Section, ...] = (
    field_slides.decided,
    standing_slides.summary,
    standing_slides.standing,
    standing_slides.changes,
    standing_slides.areas,
    standing_slides.losses,
    remediation_slides.flow,
    remediation_slides.waiting,
    remediation_slides.stakes,
    field_slides.programme,
    field_slides.found,
    field_slides.candidates,
    field_slides.asked,
    field_slides.method,
)
UNIT_SECTIONS: tuple[Section, ...] = (
    field_slides.decided,
    unit_slides.standing,
    unit_slides.areas,
    standing_slides.losses,
    remediation_slides.flow,
    remediation_slides.waiting,
    unit_slides.found,
    unit_slides.models,
    field_slides.asked,
    field_slides.method,
)


def slides_of(answers: Answers) -> list[Slide]:
    """What the deck says, in order; a section without anything to say has no slide."""
    sections = UNIT_SECTIONS if answers.asked.unit else GROUP_SECTIONS
    opening = standing_slides.opening(answers, title_of(answers))
    return [opening, *(slide for section in sections for slide in section(answers))]


def title_of(answers: Answers) -> str:
    """What the deck is about."""
    year = formats.plain_year(answers.asked.year)
    if answers.asked.unit:
        return text("deck.title_unit", year=year, unit=answers.unit_name)
    return text("deck.title", year=year, group=answers.asked.group or text("deck.all_units"))


def deck_of(answers: Answers, template: Path | None = None) -> bytes:
    """The .pptx as bytes: the same release and filters give the same bytes.

    `template` is the committee's own .pptx, whose look and size the slides take over.
    """
    day = answers.facts.published_at.date()
    foot = " · ".join([source_line(answers.facts), *answers.filter_lines])
    made = drawn(slides_of(answers), foot, title=title_of(answers), day=day, template=template)
    return same_bytes(made, day)
