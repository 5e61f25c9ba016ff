"""What needs a decision today, in one sentence."""

from __future__ import annotations

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import text
from words.sentences.remediation import matters

WAITING = ("contradicted", "overdue", "recurring", "open_serious_finding", "late_inspection")
NAMED_AT_MOST = 4


def decision_sentence(rates: Row | None, decisions: Rows, models: Rows) -> str:
    """What is proved of what was lost, and what waits for somebody to decide; '' if unknown.

    `decisions` of the year that can be judged, `models` those of the year on the page.
    """
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
    waiting = [*matters(decisions, WAITING)[: NAMED_AT_MOST - 1], *matters(models, ("candidate",))]
    if waiting:
        said.append(text("overview.waiting", items=formats.listing(waiting)))
    elif said:
        said.append(text("overview.nothing_waits"))
    return " ".join(said)
