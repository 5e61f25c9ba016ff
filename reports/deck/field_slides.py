"""What inspections saw, which models deserve replication, and what the meeting must decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.finding_counts import SEVERITIES, found_of, problems_of, severity_of
from analysis.meeting import tally
from analysis.programme_progress import programme_of
from analysis.rows import Row, Rows
from analysis.summaries import standings
from reports.asking import Answers
from reports.deck.notes import figure_lines, notes, record_sources, score_sources
from reports.deck.remediation_slides import table_of
from reports.deck.slides import Bar, Bars, Lines, Slide, Stack, Table
from reports.reviewed import findings_of, receivers_of, visits_of
from words import formats
from words.catalogue import text
from words.palette import LIGHT, Colour
from words.reasons import reasons_text
from words.sentences.best_practice import candidates_sentence, receivers_sentence
from words.sentences.inspections import area_name, found_sentence, programme_sentence
from words.sentences.meeting import decided_words
from words.sentences.overview import WAITING
from words.sentences.remediation import comparable_sentence, matters
from words.sentences.standing import basis_sentences

CANDIDATES_SHOWN = 8
DECISIONS_SHOWN = 10
STATES = ("concluded", "held", "planned", "late", "not_planned")
STATE_COLOURS = {
    "concluded": Colour.PROVED,
    "held": Colour.ACCENT,
    "planned": Colour.PLANNED,
    "late": Colour.NEEDS_ACTION,
    "not_planned": Colour.OTHERS,
}
SEVERITY_COLOURS = {
    "serious": Colour.NEEDS_ACTION,
    "moderate": Colour.CLAIMED,
    "minor": Colour.PLANNED,
    "ungraded": Colour.OTHERS,
}
DECISION_FIELDS = ("content", "responsible", "due_on", "decision_state", "is_overdue")


def programme(answers: Answers) -> Iterator[Slide]:
    """How far the programme has come."""
    visits = visits_of(answers)
    if not visits:
        return
    progress = programme_of(visits)
    counts = Counter(row["state"] for row in visits)
    bars = [
        Bar(
            text(f"term.inspection_state.{state}"),
            float(counts[state]),
            formats.count(counts[state]),
            STATE_COLOURS[state],
        )
        for state in STATES
    ]
    year = visits[0]["year"]
    listed = figure_lines(visits, "unit_name", "planned_on", "held_on", "conclusion_number")
    records = [row["inspection_id"] for row in visits if row["inspection_id"]]
    yield Slide(
        programme_sentence(progress, year=year),
        Bars(text("column.inspection_count"), bars),
        notes(answers, listed, record_sources(answers, "inspections", records, year)),
    )


def found(answers: Answers) -> Iterator[Slide]:
    """What was found by reform area and severity."""
    findings = findings_of(answers)
    problems = problems_of(findings)
    if not problems:
        return
    met = {row["area_code"] or "" for row in problems}
    codes = [*(code for code in LIGHT.areas if code in met), *sorted(met - set(LIGHT.areas))]
    counts = Counter((row["area_code"] or "", severity_of(row)) for row in problems)
    parts = [
        (
            text(f"deck.severity.{severity}"),
            SEVERITY_COLOURS[severity],
            [float(counts[code, severity]) for code in codes],
        )
        for severity in SEVERITIES
    ]
    year = findings[0]["year"]
    summed = found_of(findings, answers.facts.as_of)
    fields = ("unit_name", "area_text", "severity", "description", "state")
    records = [row["finding_id"] for row in problems]
    yield Slide(
        found_sentence(summed),
        Stack(
            [area_name(code) for code in codes],
            parts,
            [[formats.count(int(value)) for value in values] for _, _, values in parts],
        ),
        notes(
            answers,
            figure_lines(problems, *fields),
            record_sources(answers, "findings", records, year),
        ),
    )


def candidates(answers: Answers) -> Iterator[Slide]:
    """The models with their reasons, and who would gain."""
    year = answers.asked.year or 0
    judged = answers.rows("candidates", **answers.own)
    supported = [row for row in judged if row["result"] in ("candidate", "promising")]
    shown = supported[:CANDIDATES_SHOWN]
    if not judged:
        return
    receivers = answers.rows("receivers")
    rows = [_candidate_row(row, receivers) for row in shown]
    title = candidates_sentence(judged, year=year)
    codes = sorted({row["unit_code"] for row in shown})
    said = [receivers_sentence(row, receivers_of(row, receivers)) for row in shown]
    sources = score_sources(answers, codes) if codes else []
    if not rows:
        yield Slide(title, Lines([text("deck.no_models")]), notes(answers, (), ()))
        return
    head = [text(f"deck.candidate.{name}") for name in ("unit", "area", "result", "for", "gains")]
    body = Table(head, rows, (1.5, 2.2, 1.2, 4, 2))
    yield Slide(title, body, notes(answers, said, sources))


def _candidate_row(row: Row, receivers: Rows) -> list[str]:
    gaining = receivers_of(row, receivers)
    gains = (
        text(
            "deck.candidate.would_gain",
            units=formats.count(len(gaining)),
            most=gaining[0]["short_name"] or gaining[0]["unit_name"],
            points=formats.points(gaining[0]["points"]),
        )
        if gaining
        else formats.MISSING
    )
    return [
        str(row["short_name"] or row["unit_name"]),
        formats.cut(row["area_name"], 70),
        text(f"term.result.{row['result']}"),
        formats.cut(reasons_text("reasons_for", row), 260),
        gains,
    ]


def decided(answers: Answers) -> Iterator[Slide]:
    """What earlier meetings decided, and how far that has come."""
    rows = [
        {**row, "decision_state": row["state"]}
        for row in answers.rows("decisions_taken", year=None, **answers.own)
    ]
    if not rows:
        return
    yield Slide(
        text("deck.decided", decided=decided_words(tally(rows))),
        table_of(rows[:DECISIONS_SHOWN], DECISION_FIELDS, (5, 2, 1.2, 1.4, 0.9)),
        notes(answers, figure_lines(rows, "unit_name", *DECISION_FIELDS), ()),
    )


def asked(answers: Answers) -> Iterator[Slide]:
    """What the meeting is asked to decide, a line each."""
    judged = answers.judged("decisions", **answers.own)
    models = answers.rows("decisions", **answers.own)
    lines = [*matters(judged, WAITING), *matters(models, ("candidate",))]
    if not lines:
        lines = [text("overview.nothing_waits")]
    sentences = [text("deck.item", item=line) for line in lines]
    yield Slide(text("deck.asked"), Lines(sentences), notes(answers, sentences, ()))


def method(answers: Answers) -> Iterator[Slide]:
    """How the figures are made, and what they do not know."""
    year = answers.judged_year("rates")
    rates = next(
        (row for row in answers.judged("rates") if row["unit_code"] is None),
        None,
    )
    lines = [
        text("deck.method.index"),
        text("deck.method.rank"),
        text("deck.method.recovery", year=formats.plain_year(year)),
        text("deck.method.interval"),
        *basis_sentences(standings(answers.rows("ranking"))),
        comparable_sentence(rates),
    ]
    files = [
        text("deck.notes.file", file=row["file"], sha256=row["sha256"])
        for row in answers.rows("files")
    ]
    yield Slide(
        text("deck.method.title"),
        Lines([line for line in lines if line]),
        notes(answers, (), files),
    )
