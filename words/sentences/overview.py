"""What needs a decision today, in one sentence."""

from __future__ import annotations

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text


def decision_sentence(rates: Row | None, remediation: Rows, candidates: Rows) -> str:
    """What is proved of what was lost, and what waits for somebody to decide; '' if unknown."""
    said = []
    if rates is not None and rates["deduction_count"]:
        said.append(
            text(
                "overview.proved",
                year=formats.plain_year(rates["year"]),
                points=formats.points(rates["lost_points"]),
                proved=formats.share(rates["rate_proved_by_points"]),
            )
        )
    waiting = [
        *_counted(remediation, "contradicted"),
        *_counted(remediation, "overdue"),
        *_supported(candidates),
    ]
    if waiting:
        said.append(text("overview.waiting", items=formats.listing(waiting)))
    elif said:
        said.append(text("overview.nothing_waits"))
    return " ".join(said)


def _counted(remediation: Rows, flag: str) -> list[str]:
    count = sum(1 for row in remediation if row[f"is_{flag}"])
    return [counted(f"remedy.{flag}", count, count=formats.count(count))] if count else []


def _supported(candidates: Rows) -> list[str]:
    count = sum(1 for row in candidates if row["result"] == "candidate")
    return [counted("overview.supported", count, count=formats.count(count))] if count else []
