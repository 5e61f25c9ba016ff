"""The views of Inspections, and which of them have something to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.rows import Rows
from ui.access import may_edit
from ui.answer import rows
from ui.asked import Filters
from ui.sections.heading import remark
from ui.sections.inspection_brief import show_brief
from ui.sections.inspection_findings import show_continued, show_findings, show_violations
from ui.sections.inspection_next import show_next
from ui.sections.inspection_programme import show_programme
from ui.sections.inspection_witnesses import show_witnesses
from ui.sections.welcome import explain_empty, stop_empty
from words.catalogue import text

VIEWS: Mapping[str, Callable[[Filters], None]] = {
    "programme": show_programme,
    "findings": show_findings,
    "violations": show_violations,
    "continued": show_continued,
    "witnesses": show_witnesses,
    "next": show_next,
    "brief": show_brief,
}
BEFORE_A_SEASON = ("next", "brief")


def views_with(filters: Filters, visits: Rows, findings: Rows) -> tuple[str, ...]:
    """All of them, or where no programme is known yet, those that help to make one.

    Ends the page where not even an index is known.
    """
    if any(row["inspection_id"] is not None for row in visits) or findings:
        return tuple(VIEWS)
    if not any(row["lost_percent"] is not None for row in rows("risk", filters)):
        stop_empty("no_inspections")
    explain_empty("no_inspections")
    return BEFORE_A_SEASON


def remark_on_individuals() -> None:
    """A reader is told, whatever there is, that some of it is for analysts only."""
    if not may_edit():
        remark(text("inspections.viewer_remark"))
