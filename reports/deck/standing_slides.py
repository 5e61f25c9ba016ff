"""Where the group stands, what has changed, and where points are lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.rows import Row
from analysis.summaries import GroupStanding, standings, whole_changes
from reports.asking import Answers
from reports.deck.notes import figure_lines, notes, score_sources
from reports.deck.slides import Bar, Bars, Lines, Slide, Table
from words import formats
from words.catalogue import text
from words.palette import Colour
from words.sentences.areas import spread_sentence
from words.sentences.best_practice import candidates_sentence
from words.sentences.lost_points import pareto_sentence
from words.sentences.remediation import rates_sentence
from words.sentences.standing import (
    basis_sentences,
    change_sentence,
    range_sentence,
    standing_sentence,
)

ROWS_AT_MOST = 24  # of a chart that is still read from the back row
LOSSES_SHOWN = 10
LOWEST_PERCENT = 40.0  # where the scale of the heat map ends; as on the screen
SHORT_AREA, NAME_LETTERS = 34, 42  # of an area in a narrow head, of a unit beside its bar


def opening(answers: Answers, title: str) -> Slide:
    """What this is about, for whom, on which release."""
    facts = answers.facts
    lines = [
        text("deck.opening"),
        text("deck.as_of", date=formats.date(facts.as_of)),
        text("deck.release", release=facts.release_id, date=formats.date(facts.published_at)),
    ]
    if facts.is_illustration:
        lines.insert(0, text("deck.illustration"))
    return Slide(title, Lines(lines), notes(answers, lines, ()), is_opening=True)


def summary(answers: Answers) -> Iterator[Slide]:
    """Everything in a few sentences."""
    year = answers.asked.year or 0
    moved = whole_changes(answers.rows("changes"))
    judged = answers.judged_year("rates") or year
    lines = [
        *(standing_sentence(standing) for standing in standings(answers.rows("ranking"))),
        change_sentence(moved, year=year),
        rates_sentence(rates_of(answers), year=judged),
        candidates_sentence(answers.rows("candidates"), year=year),
    ]
    yield Slide(text("deck.summary"), Lines(lines), notes(answers, lines, score_sources(answers)))


def rates_of(answers: Answers) -> Row | None:
    """The rates of the group together, or of the document's unit."""
    rows = answers.judged("rates", **answers.own)
    return next((row for row in rows if row["unit_code"] is None), None)


def standing(answers: Answers) -> Iterator[Slide]:
    """A bar a unit, best first; provisional ones in another colour."""
    for group in standings(answers.rows("ranking")):
        rows = [*group.ranked, *group.provisional, *group.unranked]
        for part, title in _parts(rows, range_sentence(group)):
            figures = [*basis_sentences([group]), *figure_lines(part, *RANKING_NOTE)]
            codes = [row["unit_code"] for row in part]
            yield Slide(
                title,
                Bars(
                    text("column.index_percent"),
                    [_ranked_bar(row, group) for row in part],
                    greatest=100.0,
                ),
                notes(answers, figures, score_sources(answers, codes)),
            )


RANKING_NOTE = ("unit_name", "points", "maximum_points", "ranking_percent", "rank")


def _ranked_bar(row: Row, group: GroupStanding) -> Bar:
    if row["is_provisional"]:
        return Bar(_measured_name(row), float(row["ranking_percent"]), _said(row), Colour.CLAIMED)
    is_first = bool(group.ranked) and row["rank"] == group.ranked[0]["rank"]
    colour = Colour.ACCENT if is_first and row["rank"] is not None else Colour.OTHERS
    return Bar(_measured_name(row), float(row["ranking_percent"]), _said(row), colour)


def _said(row: Row) -> str:
    percent = formats.percent(row["ranking_percent"])
    if row["is_provisional"]:
        return f"{percent} · {text('deck.provisional')}"
    rank = formats.rank(row["rank"]) if row["rank"] is not None else text("deck.unranked")
    return f"{percent} · {rank}"


def _name(row: Row) -> str:
    return formats.cut(str(row["short_name"] or row["unit_name"]), NAME_LETTERS)


def _measured_name(row: Row) -> str:
    """The name, with the maximum where the unit was measured on a smaller one than the set's."""
    if row["full_maximum_points"] in (None, row["maximum_points"]):
        return _name(row)
    smaller = text("deck.reduced", maximum=formats.points(row["maximum_points"]))
    return f"{_name(row)} ({smaller})"


def _parts(rows: Sequence[Row], title: str) -> Iterator[tuple[Sequence[Row], str]]:
    """Rows for each slide; a part says which of how many it is."""
    count = -(-len(rows) // ROWS_AT_MOST)
    size = -(-len(rows) // count) if count else 0
    for number in range(count):
        part = rows[number * size : (number + 1) * size]
        yield part, title if count == 1 else f"{title} ({number + 1}/{count})"


def changes(answers: Answers) -> Iterator[Slide]:
    """How far each unit moved since the year before; none where no year can be compared."""
    moved = sorted(
        whole_changes(answers.rows("changes")),
        key=lambda row: (-row["index_change"], row["unit_code"]),
    )
    if not moved:
        return
    sentence = change_sentence(moved, year=answers.asked.year or 0)
    for part, title in _parts(moved, sentence):
        bars = [
            Bar(
                _name(row),
                float(row["index_change"]),
                formats.signed(row["index_change"]),
                Colour.ACCENT if row["index_change"] >= 0 else Colour.CLAIMED,
            )
            for row in part
        ]
        figures = figure_lines(part, "unit_name", "percent_before", "percent", "index_change")
        codes = [row["unit_code"] for row in part]
        yield Slide(
            title,
            Bars(text("column.index_change"), bars),
            notes(answers, figures, score_sources(answers, codes)),
        )


def areas(answers: Answers) -> Iterator[Slide]:
    """Units by areas, the weaker the darker."""
    found = answers.rows("areas")
    if not any(row["area_percent"] is not None for row in found):
        return
    heads = {row["area_code"]: row["area_name"] for row in found}
    cells = {(row["unit_code"], row["area_code"]): row["area_percent"] for row in found}
    ranked = [
        row
        for group in standings(answers.rows("ranking"))
        for row in (*group.ranked, *group.provisional, *group.unranked)
        if (row["unit_code"], next(iter(heads))) in cells
    ]
    for part, title in _parts(ranked, spread_sentence(found)):
        grid = [[cells.get((row["unit_code"], code)) for code in heads] for row in part]
        yield Slide(
            title,
            Table(
                head=["", *(formats.cut(name, SHORT_AREA) for name in heads.values())],
                rows=[
                    [_name(row), *(formats.number(x, 1, fixed=True) for x in line)]
                    for row, line in zip(part, grid, strict=True)
                ],
                widths=[2.2, *(1.0 for _ in heads)],
                shares=[[None, *(_darkness(x) for x in line)] for line in grid],
            ),
            notes(
                answers,
                [text("deck.darker"), *(f"{code}: {name}" for code, name in heads.items())],
                score_sources(answers, [row["unit_code"] for row in part]),
            ),
        )


def _darkness(percent: float | None) -> float | None:
    if percent is None:
        return None
    share = (100.0 - float(percent)) / (100.0 - LOWEST_PERCENT)
    return min(max(share, 0.0), 1.0)


def losses(answers: Answers) -> Iterator[Slide]:
    """The criteria on which most points are lost."""
    lost = [row for row in answers.rows("losses", **answers.own) if row["level"] == "criterion"]
    if not lost:
        return
    shown = lost[:LOSSES_SHOWN]
    bars = [
        Bar(
            f"{row['code']}. {row['name']}",
            float(row["lost_points"]),
            _lost_label(row, is_one=bool(answers.own_units)),
            Colour.ACCENT if number == 0 else Colour.OTHERS,
        )
        for number, row in enumerate(shown)
    ]
    figures = figure_lines(shown, "code", "name", "lost_points", "losing_unit_count")
    yield Slide(
        pareto_sentence(lost, len(shown)),
        Bars(text("column.lost_points"), bars),
        notes(answers, figures, score_sources(answers, answers.own_units)),
    )


def _lost_label(row: Row, *, is_one: bool) -> str:
    points = formats.points(row["lost_points"])
    if is_one:
        return text("deck.lost_one", points=points)
    return text("deck.lost", points=points, units=formats.count(row["losing_unit_count"]))
