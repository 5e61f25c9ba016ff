"""The tables at the end of the report: every figure that its text speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.rows import Row, Rows
from analysis.summaries import needs_decision
from reports.asking import Answers
from reports.paper import Annex, PaperTable
from reports.reviewed import findings_of, remediation_of, visits_of
from words import formats
from words.catalogue import text
from words.columns import NUMBERS, column, written
from words.reasons import with_reasons


def table_of(rows: Rows, fields: Sequence[str], widths: Sequence[float]) -> PaperTable:
    """Rows as the screen's table writes them, with a number before each."""
    return PaperTable(
        head=[text("report.row_number"), *(text(f"column.{field}") for field in fields)],
        rows=[
            [formats.count(number), *(written(field, row) for field in fields)]
            for number, row in enumerate(rows, start=1)
        ],
        widths=[0.6, *widths],
        numbers=frozenset(
            place for place, field in enumerate(fields, start=1) if column(field).kind in NUMBERS
        ),
    )


def annexes(answers: Answers) -> Iterator[Annex]:
    """Each table that has a row."""
    visits = [{**row, "inspection_state": row["state"]} for row in visits_of(answers)]
    judged = [
        with_reasons(row) for row in answers.rows("candidates") if row["result"] != "not_supported"
    ]
    found: list[tuple[str, Rows, Sequence[str], Sequence[float]]] = [
        ("ranking", answers.rows("ranking"), *RANKING),
        ("inspections", visits, *VISITS),
        ("findings", _problems(answers), *FINDINGS),
        ("remediation", needs_decision(remediation_of(answers)), *WAITING),
        ("rates", _rates(answers), *RATES),
        ("candidates", judged, *MODELS),
    ]
    for name, rows, fields, widths in found:
        if rows:
            yield Annex(text(f"report.annex_title.{name}"), table_of(rows, fields, widths))
        if name == "ranking" and answers.rows("areas"):
            yield Annex(text("report.annex_title.areas"), _areas_across(answers.rows("areas")))


def _areas_across(areas: Rows) -> PaperTable:
    """A row a unit, a column an area: the share reached, in %."""
    heads = {row["area_code"]: row["area_name"] for row in areas}
    cells = {(row["unit_code"], row["area_code"]): row["area_percent"] for row in areas}
    units = {row["unit_code"]: row["unit_name"] for row in areas}
    rows = [
        [
            formats.count(number),
            name,
            *(formats.percent(cells.get((code, area))) for area in heads),
        ]
        for number, (code, name) in enumerate(units.items(), start=1)
    ]
    return PaperTable(
        head=[text("report.row_number"), text("column.unit_name"), *heads.values()],
        rows=rows,
        widths=[0.6, 3, *(1.6 for _ in heads)],
        numbers=frozenset(range(2, 2 + len(heads))),
    )


def _problems(answers: Answers) -> list[Row]:
    return [
        row for row in findings_of(answers) if row["finding_kind"] in ("limitation", "violation")
    ]


def _rates(answers: Answers) -> list[Row]:
    return [
        {
            **row,
            "rate_by_count_share": row["rate_by_count"],
            "rate_by_points_share": row["rate_by_points"],
            "rate_proved_share": row["rate_proved_by_points"],
        }
        for row in answers.judged("rates")
        if row["unit_code"] is not None
    ]


RANKING = (
    (
        "rank",
        "unit_name",
        "points",
        "maximum_points",
        "index_percent",
        "band",
        "self_gap",
        "points_at_stake",
        "rank_if_all_fixed",
    ),
    (0.8, 4, 1, 1, 1.2, 1.2, 1.2, 1.2, 1.2),
)
VISITS = (
    (
        "unit_name",
        "areas_text",
        "inspection_form",
        "planned_on",
        "held_on",
        "inspection_state",
        "conclusion_number",
    ),
    (2.6, 4, 1.2, 1.2, 1.2, 1.3, 1.3),
)
FINDINGS = (
    (
        "unit_name",
        "area_text",
        "finding_kind",
        "severity",
        "description",
        "recommendation",
        "deadline_on",
        "state",
    ),
    (1.9, 1.7, 1.2, 1, 3.8, 2.5, 1.6, 1.2),
)
WAITING = (
    (
        "unit_name",
        "criterion_name",
        "lost_points",
        "reported_state",
        "evidence_stage",
        "recovery",
        "alarms",
        "lead_office",
        "deadline_on",
    ),
    (2.1, 3.2, 0.8, 1.3, 1.4, 1.0, 1.3, 1.5, 1.6),
)
RATES = (
    (
        "unit_name",
        "deduction_count",
        "lost_points",
        "rate_by_count_share",
        "rate_by_points_share",
        "rate_proved_share",
        "comparable_share",
    ),
    (3.4, 1, 1, 1.2, 1.2, 1.2, 1.2),
)
MODELS = (
    ("unit_name", "area_name", "result", "reasons_for_text", "reasons_against_text"),
    (2, 2.6, 1.2, 4, 3),
)
