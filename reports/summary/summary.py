"""The report in order: what each section is called, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reports.asking import Answers
from reports.decree_30 import laid_out, roman
from reports.letterhead import letterhead
from reports.paper import Heading, Letterhead, Paragraph, Part, Report
from reports.summary import inspections, proposals, results
from reports.summary.annexes import annexes
from words import formats
from words.catalogue import text
from words.source import source_line

SECTIONS: tuple[tuple[str, Callable[[Answers], Iterator[Part]]], ...] = (
    ("season", inspections.season),
    ("areas", inspections.areas),
    ("index", results.index),
    ("causes", results.causes),
    ("remediation", results.remediation),
    ("violations", results.violations),
    ("models", proposals.models),
    ("proposals", proposals.proposals),
)


def report_of(answers: Answers, head: Letterhead | None = None) -> Report:
    """The report before it is laid out."""
    return Report(
        letterhead=head or letterhead(),
        day=answers.facts.published_at.date(),
        subject=_subject(answers),
        parts=list(_parts(answers)),
        recipients=[line for line in text("report.recipient_list").split("|") if line],
        annexes=list(annexes(answers)),
        foot=" · ".join([source_line(answers.facts), *answers.filter_lines]),
        mark=text("deck.illustration") if answers.facts.is_illustration else "",
    )


def _subject(answers: Answers) -> str:
    return text(
        "report.subject",
        year=formats.plain_year(answers.judged_year("inspections") or answers.asked.year),
        judged=formats.plain_year(answers.judged_year("rates")),
        group=answers.asked.group or text("deck.all_units"),
    )


def _parts(answers: Answers) -> Iterator[Part]:
    yield Paragraph(text("report.opening", as_of=formats.date(answers.facts.as_of)))
    yield from proposals.decided(answers)
    for number, (name, section) in enumerate(SECTIONS, start=1):
        yield Heading(1, f"{roman(number)}. {text(f'report.section.{name}')}")
        yield from section(answers)
    yield Paragraph(text("report.closing"))


def summary_of(answers: Answers, head: Letterhead | None = None) -> bytes:
    """The .docx as bytes: the same release and filters give the same bytes."""
    return laid_out(report_of(answers, head))
