"""Results of the index, causes, responsibility, remediation, violations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.finding_counts import CAUSE_KINDS, cause_kind, problems_of
from analysis.rows import Rows
from analysis.summaries import needs_decision, standings, whole_changes
from reports.asking import Answers
from reports.paper import Heading, Paragraph, Part
from reports.reviewed import findings_of, remediation_of, without_individuals
from reports.summary.inspections import ended
from words import formats
from words.catalogue import text
from words.sentences.areas import spread_sentence
from words.sentences.inspections import continued_sentence
from words.sentences.lost_points import lost_sentence, pareto_sentence
from words.sentences.remediation import (
    alarms_sentence,
    comparable_sentence,
    rates_sentence,
    steps_sentence,
)
from words.sentences.standing import (
    basis_sentences,
    change_sentence,
    range_sentence,
    standing_sentence,
)

CAUSES_SHOWN, ROLES_SHOWN, CONTRADICTIONS_SHOWN, VIOLATIONS_SHOWN = 5, 5, 8, 8
LOSSES_SHOWN = 10  # as the deck and the page show


def index(answers: Answers) -> Iterator[Part]:
    """Where the group stands, what has changed, where points are lost."""
    year = answers.asked.year or 0
    ranked = standings(answers.rows("ranking"))
    if not ranked:
        yield Paragraph(text("report.no_points"))
        return
    for standing in ranked:
        yield Paragraph(standing_sentence(standing))
        yield Paragraph(range_sentence(standing))
    yield Paragraph(change_sentence(whole_changes(answers.rows("changes")), year=year))
    areas = answers.rows("areas")
    if areas:
        yield Paragraph(spread_sentence(areas))
    lost = [row for row in answers.rows("losses") if row["level"] == "criterion"]
    if lost:
        scope = text("areas.group", group=answers.asked.group or "")
        yield Paragraph(lost_sentence(lost, year=year, scope=scope))
        yield Paragraph(pareto_sentence(lost, min(LOSSES_SHOWN, len(lost))))
    for said in basis_sentences(ranked):
        yield Paragraph(said)


def causes(answers: Answers) -> Iterator[Part]:
    """What units and inspections name as causes, and who answers for it, by role."""
    problems = problems_of(findings_of(answers))
    kinds = Counter(cause_kind(row["cause"]) for row in problems)
    yield Heading(2, text("report.causes_title"))
    if problems:
        yield Paragraph(
            text("report.cause_kinds", **{kind: formats.count(kinds[kind]) for kind in CAUSE_KINDS})
        )
    told = [
        row
        for row in answers.judged("breakdown")
        if row["dimension"] == "cause" and row["name"] and row["lost_points"]
    ]
    for row in told[:CAUSES_SHOWN]:
        yield Paragraph(
            text(
                "report.cause",
                cause=row["name"].rstrip(" ."),
                count=formats.count(row["deduction_count"]),
                points=formats.points(row["lost_points"]),
            ),
            is_item=True,
        )
    yield Heading(2, text("report.responsible_title"))
    roles = Counter(row["responsible"] for row in problems if row["responsible"])
    if not roles:
        yield Paragraph(text("report.no_roles"))
    ordered = sorted(roles.items(), key=lambda item: (-item[1], item[0]))
    for role, count in ordered[:ROLES_SHOWN]:
        yield Paragraph(text("report.role", role=role, count=formats.count(count)), is_item=True)


def remediation(answers: Answers) -> Iterator[Part]:
    """Deductions of the year that can be judged, then what earlier inspections found."""
    year = answers.judged_year("rates") or 0
    rates = next((row for row in answers.judged("rates") if row["unit_code"] is None), None)
    yield Heading(2, text("report.deductions_title", year=formats.plain_year(year)))
    yield Paragraph(rates_sentence(rates, year=year))
    steps = answers.judged("flow")
    if steps and steps[0]["points"]:
        yield Paragraph(steps_sentence(steps))
    comparable = comparable_sentence(rates)
    if comparable:
        yield Paragraph(comparable)
    yield Paragraph(alarms_sentence(answers.judged("decisions")))
    yield from _waiting(remediation_of(answers))
    yield Heading(2, text("report.earlier_title"))
    earlier = without_individuals(answers.judged("continued"))
    yield Paragraph(continued_sentence(earlier))


def _waiting(rows: Rows) -> Iterator[Part]:
    contradicted = [row for row in needs_decision(rows) if row["is_contradicted"]]
    if contradicted:
        yield Paragraph(text("report.contradicted"))
    for row in contradicted[:CONTRADICTIONS_SHOWN]:
        yield Paragraph(
            text(
                "report.contradiction",
                unit=row["unit_name"],
                criterion=row["criterion_name"] or row["reason"] or "",
                points=formats.points(row["lost_points"]),
                stage=text(f"term.stage.{row['evidence_stage']}"),
                recovery=formats.share(row["recovery"]),
            ),
            is_item=True,
        )
    if len(contradicted) > CONTRADICTIONS_SHOWN:
        rest = formats.count(len(contradicted) - CONTRADICTIONS_SHOWN)
        yield Paragraph(text("report.more", count=rest))


def violations(answers: Answers) -> Iterator[Part]:
    """Violations by collectives and how they were handled; by role, never by name."""
    rows = [row for row in findings_of(answers) if row["finding_kind"] == "violation"]
    if not rows:
        yield Paragraph(text("report.no_violations"))
        return
    states = Counter(row["handling_state"] or "none" for row in rows)
    yield Paragraph(
        text(
            "report.violations",
            count=formats.count(len(rows)),
            handled=formats.count(states["handled"]),
            in_progress=formats.count(states["in_progress"]),
            none=formats.count(states["none"]),
        )
    )
    for row in rows[:VIOLATIONS_SHOWN]:
        yield Paragraph(
            text(
                "report.violation",
                unit=row["unit_name"],
                words=row["description"].rstrip(" ."),
                handling=ended(row["handling"] or text("report.not_handled")),
            ),
            is_item=True,
        )
    if len(rows) > VIOLATIONS_SHOWN:
        rest = formats.count(len(rows) - VIOLATIONS_SHOWN)
        yield Paragraph(text("report.more", count=rest))
