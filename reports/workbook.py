"""The tables of a review as one workbook: what `show` answers, for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from analysis.rows import Row
from reports.asking import Answers
from reports.table_workbook import TableSheet, workbook_bytes
from words.catalogue import text
from words.reasons import with_reasons

Made = Callable[[Row], Row]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question as a sheet: its columns, and fields made of others before they are written."""

    question: str
    fields: Sequence[str]
    made: Made | None = None


def _named_whole(row: Row) -> Row:
    """A change of all areas together, named as such."""
    return {**row, "area_name": row["area_name"] or text("workbook.whole")}


SHEETS: Mapping[str, Chosen] = {
    "ranking": Chosen(
        "ranking",
        (
            "ranking_group",
            "rank",
            "unit_code",
            "unit_name",
            "points",
            "maximum_points",
            "full_maximum_points",
            "index_percent",
            "adjustment_points",
            "adjusted_index_percent",
            "band",
            "self_gap",
            "basis",
            "is_provisional",
            "survey_lost_points",
            "points_at_stake",
            "index_percent_if_all_fixed",
            "rank_if_all_fixed",
        ),
    ),
    "areas": Chosen(
        "areas",
        ("unit_name", "area_code", "area_name", "points", "maximum_points", "area_percent", "rank"),
    ),
    "compare": Chosen(
        "compare",
        (
            "unit_name",
            "area_code",
            "criterion_code",
            "criterion_name",
            "self_assessed_points",
            "verified_points",
            "survey_points",
            "points",
            "maximum_points",
            "lost_points",
            "group_median",
            "group_best",
            "gap_to_best",
        ),
    ),
    "robustness": Chosen(
        "robustness",
        (
            "unit_name",
            "rank",
            "rank_low",
            "rank_high",
            "rank_best",
            "rank_worst",
            "top_quartile_probability_share",
            "ranks_without_area",
        ),
        lambda row: {**row, "top_quartile_probability_share": row["top_quartile_probability"]},
    ),
    "changes": Chosen(
        "changes",
        ("unit_name", "area_name", "percent_before", "percent", "percent_change", "noise_floor"),
        _named_whole,
    ),
    "remediation": Chosen(
        "remediation",
        (
            "unit_name",
            "origin",
            "year",
            "criterion_code",
            "criterion_name",
            "lost_points",
            "reason",
            "cause",
            "action",
            "lead_office",
            "responsible",
            "deadline_on",
            "reported_state",
            "evidence_stage",
            "recovery",
            "recovery_reason",
            "is_contradicted",
            "is_recurring",
            "is_persistent",
            "is_overdue",
            "points_at_stake",
            "index_percent_if_fixed",
            "rank_if_fixed",
        ),
    ),
    "inspections": Chosen(
        "inspections",
        (
            "unit_name",
            "areas_text",
            "inspection_form",
            "planned_on",
            "held_on",
            "inspection_state",
            "thematic_lead",
            "head_of_team",
            "report_due_on",
            "report_received_on",
            "conclusion_number",
        ),
        lambda row: {**row, "inspection_state": row["state"]},
    ),
    "findings": Chosen(
        "findings",
        (
            "unit_name",
            "area_text",
            "criterion_text",
            "finding_kind",
            "severity",
            "description",
            "cause",
            "responsible",
            "guidance",
            "recommendation",
            "deadline_on",
            "state",
            "is_overdue",
        ),
    ),
    "candidates": Chosen(
        "candidates",
        (
            "unit_name",
            "area_name",
            "result",
            "robust_z",
            "area_percent",
            "median_percent",
            "reasons_for_text",
            "reasons_against_text",
        ),
        with_reasons,
    ),
    "receivers": Chosen("receivers", ("donor_name", "area_name", "unit_name", "points")),
    "initiatives": Chosen(
        "initiatives",
        (
            "unit_name",
            "area_text",
            "name",
            "measure",
            "effect_before",
            "effect_after",
            "recognition",
            "replicated_at",
            "decision",
        ),
    ),
    "published": Chosen(
        "published",
        ("unit_name", "what", "published", "computed", "difference", "file", "sheet", "cell"),
    ),
}
OWN_YEAR = {"remediation", "inspections", "findings", "initiatives"}  # definitions 6, on --year


def tables_of(answers: Answers) -> list[TableSheet]:
    """Every table of the document, in the order of the sheets; those about deductions and visits
    speak of the year that can be judged, as `show` does without a year."""
    return [_table(answers, name, chosen) for name, chosen in SHEETS.items()]


def _table(answers: Answers, name: str, chosen: Chosen) -> TableSheet:
    narrowed: dict[str, object] = {"area_code": answers.asked.area}
    if answers.asked.units:
        narrowed["unit_codes"] = answers.asked.units
    if name in OWN_YEAR:
        narrowed["year"] = answers.judged_year(chosen.question)
    rows = [
        row for row in answers.rows(chosen.question, **narrowed) if not row.get("is_individual")
    ]
    made = [chosen.made(row) for row in rows] if chosen.made else rows
    title = text(f"file.{name}")
    return TableSheet(title, title, chosen.fields, made)


def workbook_of(answers: Answers) -> bytes:
    """The .xlsx as bytes: the same release and filters give the same bytes."""
    return workbook_bytes(
        tables_of(answers),
        shown=answers.facts,
        asked=answers.asked,
        sources=answers.rows("files"),
    )
