"""Rows of which several documents speak; what concerns an individual stands in none (forms.md)."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.rows import Row, Rows
from reports.asking import Answers
from words.sentences.remediation import with_alarms


def without_individuals(rows: Iterable[Row]) -> list[Row]:
    """The rows that any reader may see; others are for analysts only, on the screen."""
    return [row for row in rows if not row.get("is_individual")]


def visits_of(answers: Answers) -> Rows:
    """The programme of the season: a row a visit, and one for each unit without any."""
    return answers.judged("inspections", **answers.own)


def findings_of(answers: Answers) -> list[Row]:
    """What inspections of the season found."""
    return without_individuals(answers.judged("findings", **answers.own))


def remediation_of(answers: Answers, **narrowed: object) -> list[Row]:
    """Rows of the register and of findings, their flags in words."""
    return [
        with_alarms(row) for row in without_individuals(answers.judged("remediation", **narrowed))
    ]


def receivers_of(donor: Row, receivers: Rows) -> list[Row]:
    """Those who could adopt what the unit of a row of `candidates` does, in the same area."""
    model = (donor["unit_code"], donor["area_code"])
    return [row for row in receivers if (row["donor_code"], row["area_code"]) == model]
