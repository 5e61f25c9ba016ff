"""One unit's own slides."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.rows import Row
from analysis.summaries import GroupStanding, area_medians, standings, whole_changes
from reports.asking import Answers
from reports.deck.notes import figure_lines, notes, record_sources, score_sources
from reports.deck.remediation_slides import table_of
from reports.deck.slides import Lines, Pair, Pairs, Slide
from reports.reviewed import findings_of
from words import formats
from words.catalogue import text
from words.palette import Colour
from words.sentences.remediation import rates_sentence
from words.sentences.unit import areas_sentence, movement_sentence, unit_sentence

ROWS_SHOWN = 8
FINDING_FIELDS = ("area_text", "finding_kind", "severity", "description", "deadline_on", "state")
MODEL_FIELDS = ("donor_name", "area_name", "points")
HISTORY_FIELDS = ("year", "ranking_percent", "rank", "ranked_count", "band")


def code_of(answers: Answers) -> str:
    """The document's unit; '' where it has none."""
    return answers.asked.unit or ""


def row_of(answers: Answers) -> Row | None:
    """The unit's row of the ranking."""
    return next(iter(answers.rows("ranking", unit_codes=(code_of(answers),))), None)


def group_of(answers: Answers) -> GroupStanding | None:
    """The group in which the unit stands."""
    return next(iter(standings(answers.rows("ranking"))), None)


def standing(answers: Answers) -> Iterator[Slide]:
    """Where the unit stands, in a few sentences and its years."""
    year = answers.asked.year or 0
    row = row_of(answers)
    said = unit_sentence(row, group_of(answers), name=answers.unit_name, year=year)
    moved = whole_changes(answers.rows("changes", unit_codes=(code_of(answers),)))
    judged = answers.judged_year("rates") or year
    rates = next(iter(answers.judged("rates", unit_codes=(code_of(answers),))), None)
    lines = [
        movement_sentence(moved[0] if moved else None, year=year),
        rates_sentence(rates, year=judged),
    ]
    sources = score_sources(answers, (code_of(answers),))
    figures = [said, *filter(None, lines)]
    yield Slide(said, Lines([line for line in lines if line]), notes(answers, figures, sources))
    years = answers.rows("history", year=None, unit_codes=(code_of(answers),))
    if len(years) > 1:
        yield Slide(
            text("deck.unit_history", unit=answers.unit_name),
            table_of(years, HISTORY_FIELDS, (1, 1.4, 1, 1.2, 1.4)),
            notes(answers, figure_lines(years, *HISTORY_FIELDS), sources),
        )


def areas(answers: Answers) -> Iterator[Slide]:
    """The unit's areas beside the medians of its group."""
    middles = area_medians(answers.rows("areas"))
    own = [
        {**row, "group_percent": middles.get(row["area_code"])}
        for row in answers.rows("areas", unit_codes=(code_of(answers),))
    ]
    known = [row for row in own if row["area_percent"] is not None]
    if not known:
        return
    pairs = [
        Pair(
            formats.cut(row["area_name"], 60),
            float(row["area_percent"]),
            None if row["group_percent"] is None else float(row["group_percent"]),
            formats.percent(row["area_percent"], 1),
            formats.percent(row["group_percent"], 1),
        )
        for row in known
    ]
    yield Slide(
        areas_sentence(own),
        Pairs(
            (text("chart.this_unit"), Colour.ACCENT),
            (text("chart.group"), Colour.OTHERS),
            pairs,
        ),
        notes(
            answers,
            figure_lines(own, "area_name", "points", "maximum_points", "area_percent", "rank"),
            score_sources(answers, (code_of(answers),)),
        ),
    )


def found(answers: Answers) -> Iterator[Slide]:
    """What inspections found at the unit."""
    rows = findings_of(answers)
    if not rows:
        return
    records = [row["finding_id"] for row in rows]
    yield Slide(
        text(
            "deck.unit_found",
            count=formats.count(len(rows)),
            open=formats.count(sum(1 for row in rows if row["is_open"])),
        ),
        table_of(rows[:ROWS_SHOWN], FINDING_FIELDS, (1.5, 1.2, 1.1, 4.5, 1.2, 1.3)),
        notes(
            answers,
            figure_lines(rows, "description", "recommendation", "state"),
            record_sources(answers, "findings", records, rows[0]["year"]),
        ),
    )


def models(answers: Answers) -> Iterator[Slide]:
    """Whose models answer this unit's losses."""
    rows = answers.rows("receivers", unit_codes=(code_of(answers),))
    if rows:
        yield Slide(
            text("unit.models"),
            table_of(rows[:ROWS_SHOWN], MODEL_FIELDS, (2, 3, 1)),
            notes(answers, figure_lines(rows, *MODEL_FIELDS), ()),
        )
