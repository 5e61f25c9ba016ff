"""What a speaker needs to defend a slide: its figures, and the file, sheet and cells of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.rows import Row, Rows
from reports.asking import Answers
from words import formats
from words.catalogue import text
from words.columns import written
from words.source import source_line

LINES_AT_MOST = 60  # more is no note that anybody reads; the workbook has all


def notes(answers: Answers, figures: Iterable[str], sources: Iterable[str]) -> list[str]:
    """Figures, then sources, then release and filters."""
    said = [*figures]
    found = list(dict.fromkeys(sources))
    if found:
        said += ["", text("deck.notes.sources"), *found[:LINES_AT_MOST]]
    if len(found) > LINES_AT_MOST:
        said.append(text("deck.notes.more", count=formats.count(len(found) - LINES_AT_MOST)))
    return [*said, "", source_line(answers.facts), *answers.filter_lines]


def score_sources(
    answers: Answers, units: Sequence[str] = (), year: int | None = None
) -> list[str]:
    """Where the points of the units stand."""
    narrowed: dict[str, object] = {"unit_codes": tuple(units)}
    if year is not None:
        narrowed["year"] = year
    return [
        text(
            "deck.notes.scores",
            unit=row["unit_name"],
            where=_where(row),
            cells=f"{row['first_cell']}–{row['last_cell']}",
            count=formats.count(row["cell_count"]),
        )
        for row in answers.rows("score_sources", **narrowed)
    ]


def record_sources(answers: Answers, register: str, records: Iterable[str], year: int) -> list[str]:
    """The row of a register that each record came from."""
    wanted = set(records)
    return [
        text("deck.notes.record", unit=row["unit_name"], where=_where(row), cell=row["cell"] or "")
        for row in answers.rows("register_sources", year=year)
        if row["register"] == register
        and (row["record_id"] in wanted or row["deduction_id"] in wanted)
    ]


def _where(row: Row) -> str:
    sheet = text("deck.notes.sheet", sheet=row["sheet"]) if row["sheet"] else ""
    return ", ".join(part for part in (row["file"], sheet) if part)


def figure_lines(rows: Rows, *fields: str) -> list[str]:
    """A line a row: its fields as readers see them, joined."""
    return [" · ".join(written(field, row) for field in fields) for row in rows]
