"""What was inspected, and what was found area by area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.finding_counts import found_of, problems_of
from analysis.programme_progress import programme_of
from analysis.rows import Rows
from analysis.summaries import median_of
from reports.asking import Answers
from reports.paper import Heading, Paragraph, Part
from reports.reviewed import findings_of, visits_of
from words import formats
from words.catalogue import counted, text
from words.palette import LIGHT
from words.sentences.inspections import (
    area_name,
    found_sentence,
    programme_sentence,
    season_sentence,
)

NAMED_AT_MOST = 12  # units in a sentence; the annex has all
STRENGTHS_SHOWN, PROBLEMS_SHOWN = 3, 5  # of an area; the annex has all
FORMS = ("on_site", "on_file", "unannounced")


def season(answers: Answers) -> Iterator[Part]:
    """How the programme went, and what was guided on the spot."""
    visits = visits_of(answers)
    if not any(row["inspection_id"] for row in visits):
        yield Paragraph(text("report.no_programme"))
        return
    progress = programme_of(visits)
    yield Paragraph(season_sentence(progress, year=visits[0]["year"]))
    yield Paragraph(programme_sentence(progress, year=visits[0]["year"]))
    yield Paragraph(_forms(visits))
    missed = [row["unit_name"] for row in visits if row["state"] == "not_planned"]
    if missed:
        yield Paragraph(
            counted(
                "report.not_inspected",
                len(missed),
                count=formats.count(len(missed)),
                names=named(missed),
            )
        )
    found = found_of(findings_of(answers), answers.facts.as_of)
    if found.problem_count:
        yield Paragraph(found_sentence(found))
    if found.guidance_count:
        yield Paragraph(text("report.guidance", count=formats.count(found.guidance_count)))


def _forms(visits: Rows) -> str:
    counts = Counter(row["inspection_form"] for row in visits if row["inspection_id"])
    said = [
        text(
            "report.form",
            count=formats.count(counts[form]),
            form=text(f"term.inspection_form.{form}"),
        )
        for form in FORMS
        if counts[form]
    ]
    return text(
        "report.forms",
        forms=formats.listing(said) or formats.MISSING,
    )


def named(names: list[str]) -> str:
    """Names in a sentence; the first of them where there are many."""
    if len(names) <= NAMED_AT_MOST:
        return formats.listing(names)
    return text("format.and_more", items=", ".join(names[:NAMED_AT_MOST]))


def areas(answers: Answers) -> Iterator[Part]:
    """For each reform area: the index, strengths, limitations."""
    findings = findings_of(answers)
    met = {row["area_code"] for row in findings}
    percents = _area_percents(answers)
    shown = [code for code in LIGHT.areas if code in met or percents.get(code) is not None]
    if not shown:
        yield Paragraph(text("report.no_areas"))
    for number, code in enumerate(shown, start=1):
        yield Heading(2, f"{number}. {area_name(code)}")
        percent = percents.get(code)
        if percent is not None:
            yield Paragraph(text("report.area_index", percent=formats.percent(percent)))
        yield from _found([row for row in findings if row["area_code"] == code])


def _area_percents(answers: Answers) -> dict[str, float | None]:
    """The median of the group in each reform area of the index."""
    rows = [row for row in answers.rows("areas") if row["rank"] is not None]
    codes = {row["reform_area"] for row in rows}
    return {
        code: median_of((row for row in rows if row["reform_area"] == code), "area_percent")
        for code in codes
    }


def _found(findings: Rows) -> Iterator[Part]:
    strengths = [row for row in findings if row["finding_kind"] == "strength"]
    problems = sorted(
        problems_of(findings),
        key=lambda row: (not row["is_serious"], not row["is_open"], row["finding_id"]),
    )
    yield Heading(3, text("report.strengths"))
    yield from _items(strengths, STRENGTHS_SHOWN, "report.no_strengths")
    yield Heading(3, text("report.limitations"))
    if problems:
        open_count = sum(1 for row in problems if row["is_open"])
        yield Paragraph(
            text(
                "report.limitations_counted",
                count=formats.count(len(problems)),
                serious=formats.count(sum(1 for row in problems if row["is_serious"])),
                open=formats.count(open_count),
            )
        )
    yield from _items(problems, PROBLEMS_SHOWN, "report.no_limitations")


def _items(rows: Rows, most: int, nothing: str) -> Iterator[Part]:
    if not rows:
        yield Paragraph(text(nothing))
        return
    for row in rows[:most]:
        yield Paragraph(
            text("report.item", unit=row["unit_name"], words=ended(row["description"])),
            is_item=True,
        )
    if len(rows) > most:
        yield Paragraph(text("report.more", count=formats.count(len(rows) - most)))


def ended(words: str) -> str:
    """A sentence as it stands in a list: one stop at its end."""
    return f"{words.rstrip(' .;')}."
