"""Findings on the screen: by area, cause and severity, one by one, violations, earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from analysis.finding_counts import (
    CAUSE_KINDS,
    PROBLEMS,
    SEVERITIES,
    areas_by_cause,
    fates_by_area,
    handled_by_form,
    is_due_soon,
    kinds_and_states,
    problems_by,
)
from analysis.rows import Row, Rows
from ui.access import may_see
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.stacked_counts import Sort, stacked_counts
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.filters import choose_view
from ui.screen import shown_here
from ui.sections.proof_inspection import why_finding
from ui.sections.source import source_line
from ui.tables import print_table, show_table
from words import formats
from words.catalogue import text, word_for
from words.palette import Colour
from words.sentences.inspections import (
    area_name,
    areas_sentence,
    continued_sentence,
    violations_sentence,
)

KIND_FIELDS = (
    "finding_kind",
    "finding_count",
    "open_count",
    "in_progress_count",
    "reported_count",
    "closed_count",
    "guidance_count",
)
AREA_FIELDS = ("reform_area", "own_cause", "outside_cause", "unsaid_cause", "finding_count")
CAUSE_FIELDS = (
    "cause",
    "finding_count",
    "serious_count",
    "moderate_count",
    "minor_count",
    "not_closed_count",
    "overdue_count",
)
FINDING_FIELDS = (
    "unit_name",
    "reform_area",
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
)
VIOLATION_FIELDS = (
    "unit_name",
    "description",
    "subject",
    "subject_kind",
    "handling",
    "handling_body",
    "handling_state",
    "deadline_on",
    "state",
)
CONTINUED_FIELDS = (
    "unit_name",
    "reform_area",
    "first_year",
    "description",
    "fate",
    "severity",
    "finding_count",
    "last_source",
    "deadline_on",
    "is_overdue",
)
LISTS: Mapping[str, Callable[[Row], bool]] = {
    "open": lambda row: bool(row["is_open"]),
    "overdue": lambda row: bool(row["is_overdue"]),
    "soon": lambda row: is_due_soon(row, shown_here().as_of),
    "closed": lambda row: row["finding_kind"] in PROBLEMS and not row["is_open"],
    "guided": lambda row: bool(row["guidance"]),
    "strength": lambda row: row["finding_kind"] == "strength",
    "difficulty": lambda row: row["finding_kind"] == "difficulty",
    "all": lambda row: True,  # noqa: ARG005 - one of a family of tests on a row
}
SEVERITY_COLOURS = (Colour.NEEDS_ACTION, Colour.CLAIMED, Colour.OTHERS, Colour.LINE)
FATE_COLOURS: Mapping[str, Colour] = {
    "found_again": Colour.NEEDS_ACTION,
    "open": Colour.LOST,
    "reported": Colour.CLAIMED,
    "closed": Colour.PROVED,
}
HANDLING_COLOURS: Mapping[str, Colour] = {
    "none": Colour.NEEDS_ACTION,
    "in_progress": Colour.CLAIMED,
    "handled": Colour.PROVED,
}
CAUSES_AT_MOST = 10


def findings_of(filters: Filters) -> Rows:
    """The findings that the reader may see, their area as a word."""
    return [_said(row) for row in rows("findings", filters) if may_see(row)]


def _said(row: Row) -> Row:
    kind = "individual" if row["is_individual"] else "collective"
    return {
        **row,
        "reform_area": row["area_code"],
        "subject_kind": text(f"inspections.{kind}") if row.get("subject") else None,
    }


def show_findings(filters: Filters) -> None:
    """Where they lie and how grave they are, then why, then one by one."""
    findings = findings_of(filters)
    areas = problems_by(findings, lambda row: row["area_code"], "area_code")
    sorts = [
        Sort(f"{severity}_count", text(f"inspections.severity.{severity}"), colour)
        for severity, colour in zip(SEVERITIES, SEVERITY_COLOURS, strict=True)
    ]
    area = _draw(_by_name(areas), sorts, areas_sentence(areas), "finding_areas")
    st.header(text("inspections.kinds"), anchor=False)
    print_table(kinds_and_states(findings), KIND_FIELDS)
    st.header(text("inspections.causes"), anchor=False)
    print_table([_causes_said(row) for row in areas_by_cause(findings)], AREA_FIELDS)
    unsaid = text("remediation.not_given")
    causes = problems_by(findings, lambda row: row["cause"] or unsaid, "cause")
    print_table(causes[:CAUSES_AT_MOST], CAUSE_FIELDS)
    title = text("inspections.list_title") if area is None else area_name(area or None)
    st.header(for_markdown(title), anchor=False)
    wanted = LISTS[choose_view(tuple(LISTS), "inspections", "list")]
    listed = [r for r in findings if wanted(r) and area in (None, r["area_code"] or "")]
    listed.sort(key=lambda row: not row["is_serious"])
    _show_listed(filters, listed, FINDING_FIELDS, "findings")


def _by_name(areas: Rows) -> Rows:
    return [
        {**row, "code": row["area_code"] or "", "name": area_name(row["area_code"])}
        for row in areas
    ]


def _draw(named: Rows, sorts: Sequence[Sort], sentence: str, key: str) -> str | None:
    """The code of the bar that was clicked, if any."""
    if not named:
        st.markdown(f"**{for_markdown(sentence)}**")
        return None
    clicked = draw(
        stacked_counts(named, sorts),
        sentence,
        source_line(shown_here()),
        key=key,
        rows=1.25 * len(named),
        is_clickable=True,
    )
    return str(clicked[0]) if clicked else None


def _causes_said(row: Row) -> Row:
    """How many of each kind of cause, and how many of them serious."""
    said = {f"{kind}_cause": _cause_cell(row, kind) for kind in CAUSE_KINDS}
    return {**row, **said, "reform_area": row["area_code"]}


def _cause_cell(row: Row, kind: str) -> str | None:
    """Null where there is none; the serious ones are named where there are any."""
    serious, count = row[f"{kind}_serious_count"], formats.count(row[f"{kind}_count"])
    if not serious:
        return count if row[f"{kind}_count"] else None
    return text("inspections.cause_cell", count=count, serious=formats.count(serious))


def _show_listed(filters: Filters, listed: Rows, fields: Sequence[str], name: str) -> None:
    if not listed:
        st.caption(text("inspections.list_empty"))
        return
    chosen = show_table(listed, fields, key=f"inspections_{name}")
    offer_download(listed, fields, name=name, filters=filters)
    why_finding(filters, chosen or listed[0])


def show_violations(filters: Filters) -> None:
    """Who answers for it, what was decided by whom, how far it is handled."""
    violations = [row for row in findings_of(filters) if row["finding_kind"] == "violation"]
    sorts = [
        Sort(f"{state}_count", word_for("term.handling_state", state), colour)
        for state, colour in HANDLING_COLOURS.items()
    ]
    unsaid = text("inspections.no_handling")
    handled = [
        {**row, "code": row["handling"] or "", "name": row["handling"] or unsaid}
        for row in handled_by_form(violations)
    ]
    form = _draw(handled, sorts, violations_sentence(violations), "handling")
    listed = [row for row in violations if form in (None, row["handling"] or "")]
    if listed:
        _show_listed(filters, listed, VIOLATION_FIELDS, "violations")


def show_continued(filters: Filters) -> None:
    """Earlier findings from first seen to the state now: what waits comes first."""
    continued = [
        {**row, "reform_area": row["area_code"]}
        for row in rows("continued", filters)
        if may_see(row)
    ]
    sorts = [
        Sort(f"{fate}_count", word_for("term.fate", fate), colour)
        for fate, colour in FATE_COLOURS.items()
    ]
    areas = _by_name(fates_by_area(continued))
    area = _draw(areas, sorts, continued_sentence(continued), "fates")
    order = [*FATE_COLOURS]
    listed = [row for row in continued if area in (None, row["area_code"] or "")]
    listed.sort(key=lambda row: order.index(row["fate"]))
    if listed:
        _show_listed(filters, listed, CONTINUED_FIELDS, "continued")
