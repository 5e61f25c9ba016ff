"""What the two pages say: standing and remediation first, then what a visit should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.rows import Row, Rows
from analysis.summaries import area_medians, needs_decision, standings, whole_changes
from analysis.visit_brief import VisitBrief, visit_brief
from reports.asking import Answers
from reports.paper import Heading, PageBreak, PaperTable, Paragraph, Part
from words import formats
from words.catalogue import text
from words.columns import NUMBERS, column, written
from words.sentences.remediation import rates_sentence, with_alarms
from words.sentences.standing import basis_sentences
from words.sentences.unit import areas_sentence, movement_sentence, unit_sentence

LETTERS = 120  # of a cell; the workbook has all
WAITING_SHOWN, LOST_SHOWN, FINDINGS_SHOWN, CLAIMED_SHOWN, MODELS_SHOWN = 10, 7, 6, 6, 3
AREA_FIELDS = ("area_name", "points", "maximum_points", "area_percent", "group_percent", "rank")
WAITING_FIELDS = (
    "criterion_name",
    "lost_points",
    "evidence_stage",
    "recovery",
    "alarms",
    "lead_office",
    "deadline_on",
)
LOST_FIELDS = ("criterion_code", "criterion_name", "lost_points", "maximum_points")
FINDING_FIELDS = ("area_text", "severity", "description", "deadline_on", "state")
CLAIMED_FIELDS = ("criterion_name", "action", "reported_state", "evidence")
MODEL_FIELDS = ("donor_name", "area_name", "points")


def contents(answers: Answers) -> Iterator[Part]:
    """Both pages."""
    yield from appraisal(answers)
    yield PageBreak()
    yield from visit(answers)


def appraisal(answers: Answers) -> Iterator[Part]:
    """For the appraisal of the unit's head."""
    code, year = answers.asked.unit or "", answers.asked.year or 0
    mine: dict[str, object] = {"unit_codes": (code,)}
    group = next(iter(standings(answers.rows("ranking"))), None)
    row = next(iter(answers.rows("ranking", **mine)), None)
    moved = whole_changes(answers.rows("changes", **mine))
    judged = answers.judged_year("rates") or year
    rates = next(iter(answers.judged("rates", **mine)), None)
    yield Heading(2, text("sheet.standing"))
    said = [
        unit_sentence(row, group, name=answers.unit_name, year=year),
        movement_sentence(moved[0] if moved else None, year=year),
        *(basis_sentences(standings([row])) if row else []),
    ]
    yield Paragraph(" ".join(part for part in said if part))
    yield from _areas(answers, mine)
    yield Heading(2, text("sheet.remediation", year=formats.plain_year(judged)))
    yield Paragraph(rates_sentence(rates, year=judged))
    waiting = needs_decision(_remediation(answers, mine))
    widths = (3.9, 0.8, 1.3, 0.9, 1.4, 1.5, 1.5)
    yield from _listed(waiting, WAITING_FIELDS, widths, WAITING_SHOWN, "sheet.nothing_waits")


def _areas(answers: Answers, mine: dict[str, object]) -> Iterator[Part]:
    middles = area_medians(answers.rows("areas"))
    areas = [
        {**row, "group_percent": middles.get(row["area_code"])}
        for row in answers.rows("areas", **mine)
    ]
    if areas:
        yield Paragraph(areas_sentence(areas))
        yield table_of(areas, AREA_FIELDS, (5, 0.9, 0.9, 1.1, 1.3, 0.8))


def _remediation(answers: Answers, mine: dict[str, object]) -> list[Row]:
    rows = answers.judged("remediation", **mine)
    return [with_alarms(row) for row in rows if not row["is_individual"]]


def visit(answers: Answers) -> Iterator[Part]:
    """For the team that visits: what to look at, what is claimed, what contradicts it."""
    year = answers.judged_year("inspections") or answers.asked.year or 0
    as_of = answers.facts.as_of
    brief = visit_brief(answers.release, answers.asked.unit or "", year, as_of=as_of)
    yield Heading(2, text("sheet.visit", year=formats.plain_year(year)))
    if brief is None:
        yield Paragraph(text("sheet.no_brief"))
        return
    yield Paragraph(_visits(brief))
    yield Heading(3, text("sheet.lost"))
    widths: Sequence[float] = (0.8, 6, 1, 1)
    yield from _listed(brief.lost, LOST_FIELDS, widths, LOST_SHOWN, "sheet.nothing_lost")
    yield Heading(3, text("sheet.findings"))
    yield from _listed(
        brief.open_findings,
        FINDING_FIELDS,
        (1.5, 1.1, 5, 1.2, 1.2),
        FINDINGS_SHOWN,
        "sheet.no_findings",
    )
    yield Heading(3, text("sheet.claimed"))
    yield from _listed(
        brief.claimed, CLAIMED_FIELDS, (3, 3.4, 1.6, 2.4), CLAIMED_SHOWN, "sheet.nothing_claimed"
    )
    yield Paragraph(_doubts(brief))
    yield Heading(3, text("sheet.models"))
    models = answers.rows("receivers", unit_codes=(brief.unit_code,))
    yield from _listed(models, MODEL_FIELDS, (3, 5, 1), MODELS_SHOWN, "sheet.no_models")


def _visits(brief: VisitBrief) -> str:
    if not brief.visits:
        return text("sheet.not_planned")
    said = [
        text(
            "sheet.one_visit",
            day=formats.date(row["held_on"] or row["planned_on"]),
            state=text(f"term.inspection_state.{row['state']}"),
            conclusion=row["conclusion_number"] or formats.MISSING,
        )
        for row in brief.visits
    ]
    return text("sheet.visits", visits="; ".join(said))


def _doubts(brief: VisitBrief) -> str:
    areas = [formats.calm(row["area_name"]) for row in brief.disagreements]
    return text(
        "sheet.doubts",
        contradicted=formats.count(len(brief.contradicted)),
        overdue=formats.count(len(brief.overdue)),
        disagreements=formats.listing(areas) or formats.MISSING,
    )


def _listed(
    rows: Rows, fields: Sequence[str], widths: Sequence[float], most: int, nothing: str
) -> Iterator[Part]:
    if not rows:
        yield Paragraph(text(nothing))
        return
    yield table_of(rows[:most], fields, widths)
    if len(rows) > most:
        yield Paragraph(text("sheet.more", count=formats.count(len(rows) - most)))


def table_of(rows: Rows, fields: Sequence[str], widths: Sequence[float]) -> PaperTable:
    """Rows as the screen's table writes them, long text cut so that the sheet keeps its pages."""
    return PaperTable(
        head=[text(f"column.{field}") for field in fields],
        rows=[[formats.cut(written(field, row), LETTERS) for field in fields] for row in rows],
        widths=widths,
        numbers=frozenset(
            place for place, field in enumerate(fields) if column(field).kind in NUMBERS
        ),
    )
