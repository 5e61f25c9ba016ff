"""How a field of `show` reads as a column, on screen and on paper alike: said once, here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from analysis.rows import Row
from words import formats
from words.catalogue import text, word_for


class Kind(StrEnum):
    """How a field reads."""

    TEXT = "text"
    LONG = "long"
    POINTS = "points"
    SIGNED = "signed"
    PERCENT = "percent"
    SHARE = "share"
    NUMBER = "number"
    CHANCE = "chance"
    COUNT = "count"
    YEAR = "year"
    DATE = "date"
    MOMENT = "moment"
    FLAG = "flag"
    WORD = "word"


NUMBERS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.POINTS: formats.points,
    Kind.SIGNED: formats.signed,
    Kind.PERCENT: formats.percent,
    Kind.SHARE: formats.share,
    Kind.NUMBER: formats.number,
    Kind.CHANCE: formats.chance,
    Kind.COUNT: formats.count,
    Kind.YEAR: formats.plain_year,
}
DAYS: Mapping[Kind, Callable[[Any], str]] = {Kind.DATE: formats.date, Kind.MOMENT: formats.moment}
COUNTED = {
    "rank",
    "rank_before",
    "rank_if_fixed",
    "rank_if_all_fixed",
    "days_left",
    "old_rank",
    "new_rank",
    "weighted_rank",
    "draft_rank",
    "rank_low",
    "rank_high",
    "rank_best",
    "rank_worst",
    "place",
}
TEXTS = {"replicated_at"}  # ends like a moment, and is none


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a column: its kind, and for a word the family of the catalogue."""

    kind: Kind
    family: str = ""


@lru_cache(maxsize=1024)  # asked for every cell
def column(field: str) -> Column:
    """How a field reads, by its own entry or by its suffix (style 2.9 fixes the suffixes)."""
    if field in WORDS:
        return Column(Kind.WORD, WORDS[field])
    if field in COUNTED or field.endswith("_count"):
        return Column(Kind.COUNT)
    if field in TEXTS:
        return Column(Kind.TEXT)
    if field == "year":
        return Column(Kind.YEAR)
    return Column(next((kind for ending, kind in ENDINGS if field.endswith(ending)), Kind.TEXT))


WORDS = {
    "ranking_basis": "term.basis",
    "basis": "term.basis",
    "evidence_stage": "term.stage",
    "reported_state": "term.reported_state",
    "recovery_reason": "term.recovery_reason",
    "result": "term.result",
    "donor_result": "term.result",
    "due": "remediation.due",
    "not_counted_reason": "term.not_counted_reason",
    "change_reason": "term.change_reason",
    "register": "term.register",
    "kind": "term.score_kind",
    "finding_kind": "term.finding_kind",
    "severity": "term.severity",
    "state": "term.finding_state",
    "inspection_form": "term.inspection_form",
    "form": "term.form",
    "origin": "term.origin",
    "change": "term.change",
    "table_name": "term.table",
    "what": "term.published",
    "inspection_state": "term.inspection_state",
    "side": "term.link_side",
    "report_state": "term.report_state",
    "handling_state": "term.handling_state",
    "reform_area": "term.reform_area",
    "index_says": "term.says",
    "inspection_says": "term.says",
    "survey_says": "term.says",
    "fate": "term.fate",
    "mark": "term.mark",
    "contest_decision": "term.decision",
    "section": "term.section",
    "receipt_state": "term.receipt_state",
    "receipt_item": "term.receipt_item",
    "decision_state": "decided.states",
}
LISTED = {"area_codes": "term.reform_area", "reasons": "term.reliability_reason"}
ENDINGS: Sequence[tuple[str, Kind]] = (
    ("self_gap", Kind.SIGNED),
    ("_change", Kind.SIGNED),
    ("difference", Kind.SIGNED),
    ("rank_gain", Kind.SIGNED),
    ("_percent", Kind.PERCENT),
    ("percent", Kind.PERCENT),
    ("percent_before", Kind.PERCENT),
    ("_percent_if_fixed", Kind.PERCENT),
    ("_percent_if_all_fixed", Kind.PERCENT),
    ("_share", Kind.SHARE),
    ("recovery", Kind.SHARE),
    ("points_at_stake", Kind.POINTS),
    ("contested_points", Kind.SIGNED),
    ("granted_points", Kind.SIGNED),
    ("_points", Kind.POINTS),
    ("points", Kind.POINTS),
    ("gap_to_best", Kind.POINTS),
    ("group_median", Kind.POINTS),
    ("group_best", Kind.POINTS),
    ("noise_floor", Kind.NUMBER),
    ("published", Kind.POINTS),
    ("computed", Kind.POINTS),
    ("robust_z", Kind.NUMBER),
    ("profile_distance", Kind.NUMBER),
    ("told_year", Kind.YEAR),
    ("adopted_year", Kind.YEAR),
    ("before_year", Kind.YEAR),
    ("after_year", Kind.YEAR),
    ("probability_ahead", Kind.CHANCE),
    ("score", Kind.NUMBER),
    ("_level", Kind.NUMBER),
    ("days_since_visit", Kind.COUNT),
    ("correlation", Kind.NUMBER),
    ("_on", Kind.DATE),
    ("as_of", Kind.DATE),
    ("_at", Kind.MOMENT),
    ("criterion_name", Kind.LONG),
    ("other_name", Kind.LONG),
    ("winners", Kind.LONG),
    ("term_meaning", Kind.LONG),
    ("figure_formula", Kind.LONG),
    ("figure_meaning", Kind.LONG),
    ("area_name", Kind.LONG),
    ("reason", Kind.LONG),
    ("reliability_reasons", Kind.LONG),
    ("apart_reason", Kind.LONG),
    ("action", Kind.LONG),
    ("recommendation", Kind.LONG),
    ("guidance", Kind.LONG),
    ("areas_said", Kind.LONG),
    ("unit_names", Kind.LONG),
    ("reasons_said", Kind.LONG),
    ("case", Kind.LONG),
    ("first_year", Kind.YEAR),
    ("explanation_text", Kind.LONG),
    ("description", Kind.LONG),
    ("message", Kind.LONG),
    ("content", Kind.LONG),
    ("key_figure", Kind.LONG),
)


def head_of(field: str, heads: Mapping[str, str]) -> str:
    """What stands above a column: what the caller names it, such as a unit, else its own word."""
    return heads.get(field) or text(f"column.{field}")


def calm_names(row: Row) -> Row:
    """Names of areas that workbooks print in capitals read as sentences do."""
    names = [field for field in ("area_name", "name") if isinstance(row.get(field), str)]
    return {**row, **{field: formats.calm(row[field]) for field in names}} if names else row


def written(field: str, row: Row) -> str:
    """One cell as a reader sees it."""
    value, how = row.get(field), column(field)
    if formats.is_missing(value):
        return formats.MISSING
    if isinstance(value, bool):
        return text("format.yes") if value else ""
    if how.kind in NUMBERS:
        return NUMBERS[how.kind](value)
    if how.kind in DAYS:
        return DAYS[how.kind](value)
    if how.kind is Kind.WORD:
        return word_for(how.family, str(value))
    if isinstance(value, (float, Decimal)):
        return formats.number(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(word_for(LISTED.get(field, ""), str(item)) for item in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {item}" for key, item in value.items())
    return str(value)
