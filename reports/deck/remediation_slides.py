"""Whether deductions were put right, what is contradicted, and what is at stake."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.rows import Rows
from analysis.summaries import needs_decision
from reports.asking import Answers
from reports.deck.notes import figure_lines, notes, record_sources, score_sources
from reports.deck.slides import Flow, Slide, Step, Table
from reports.deck.standing_slides import rates_of
from reports.reviewed import remediation_of
from words import formats
from words.catalogue import text
from words.columns import written
from words.palette import Colour
from words.sentences.remediation import (
    alarms_sentence,
    comparable_sentence,
    rates_sentence,
    steps_sentence,
)

WAITING_SHOWN = 8
STAKES_SHOWN = 12
CELL_LETTERS = 75  # of a cell; the report has all of it
STEP_COLOURS = {
    "lost": Colour.LOST,
    "planned": Colour.PLANNED,
    "reported": Colour.CLAIMED,
    "verified": Colour.PROVED,
    "recovered": Colour.PROVED,
}
WAITING_FIELDS = (
    "unit_name",
    "criterion_name",
    "lost_points",
    "evidence_stage",
    "recovery",
    "alarms",
    "deadline_on",
)
STAKE_FIELDS = (
    "rank",
    "unit_name",
    "ranking_percent",
    "points_at_stake",
    "index_percent_if_all_fixed",
    "rank_if_all_fixed",
)


def flow(answers: Answers) -> Iterator[Slide]:
    """From points lost to points regained."""
    steps = answers.judged("flow", **answers.own)
    if not steps or not steps[0]["points"]:
        return
    year = answers.judged_year("rates") or 0
    rates = rates_of(answers)
    said = [rates_sentence(rates, year=year), comparable_sentence(rates)]
    figures = [*filter(None, said), *figure_lines(steps, "step", "deduction_count", "points")]
    body = Flow(
        [
            Step(
                text(f"chart.step.{row['step']}"),
                float(row["points"]),
                text(
                    "deck.step",
                    points=formats.points(row["points"]),
                    share=formats.share(row["share"]),
                ),
                STEP_COLOURS[row["step"]],
            )
            for row in steps
        ]
    )
    sources = score_sources(answers, answers.own_units, year)
    yield Slide(steps_sentence(steps), body, notes(answers, figures, sources))


def waiting(answers: Answers) -> Iterator[Slide]:
    """What is contradicted or overdue, most points first."""
    rows = needs_decision(remediation_of(answers, **answers.own))
    sentence = alarms_sentence(answers.judged("decisions", **answers.own))
    if not rows:
        return
    shown = rows[:WAITING_SHOWN]
    rest = len(rows) - len(shown)
    lines = [text("deck.more_rows", count=formats.count(rest))] if rest else []
    year = answers.judged_year("remediation") or 0
    records = [row["deduction_id"] for row in shown]
    sources = record_sources(answers, "remediation", records, year)
    yield Slide(
        sentence,
        table_of(shown, WAITING_FIELDS, (1.6, 3.4, 0.8, 1.3, 0.9, 1.4, 1.1)),
        notes(answers, [*lines, *figure_lines(shown, *WAITING_FIELDS)], sources),
    )


def table_of(rows: Rows, fields: tuple[str, ...], widths: tuple[float, ...]) -> Table:
    """Rows as the screen's table writes them."""
    numbers = {"lost_points", "recovery", "points", "rank", "points_at_stake", "rank_if_all_fixed"}
    return Table(
        head=[text(f"column.{field}") for field in fields],
        rows=[[formats.cut(written(field, row), CELL_LETTERS) for field in fields] for row in rows],
        widths=widths,
        numbers=frozenset(
            place
            for place, field in enumerate(fields)
            if field in numbers or field.endswith(("_percent", "_if_all_fixed"))
        ),
    )


def stakes(answers: Answers) -> Iterator[Slide]:
    """What each unit's index and rank would be if its open deductions were fixed."""
    rows = sorted(
        (row for row in answers.rows("ranking") if row["points_at_stake"]),
        key=lambda row: (-row["points_at_stake"], row["unit_code"]),
    )
    if not rows:
        return
    shown = rows[:STAKES_SHOWN]
    title = text(
        "deck.stakes",
        total=formats.points(sum(row["points_at_stake"] for row in rows)),
        unit=rows[0]["unit_name"],
        points=formats.points(rows[0]["points_at_stake"]),
    )
    figures = [text("deck.stakes_note"), *figure_lines(shown, *STAKE_FIELDS)]
    codes = [row["unit_code"] for row in shown]
    yield Slide(
        title,
        table_of(shown, STAKE_FIELDS, (0.7, 3, 1.2, 1.4, 1.6, 1.4)),
        notes(answers, figures, score_sources(answers, codes)),
    )
