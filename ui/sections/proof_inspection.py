"""Why a visit, a finding or a priority stands as it does: its parts, down to rows and cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis.rows import Row
from ui.access import may_see
from ui.address import link
from ui.answer import rows
from ui.asked import Filters
from ui.navigation import page_file
from ui.sections.proof import panel, step
from ui.tables import print_table
from words import formats
from words.catalogue import has_text, text

REGISTER_FIELDS = ("register", "file", "sheet", "cell", "sha256")
VISIT_FIELDS = (
    "inspection_state",
    "planned_on",
    "held_on",
    "inspection_form",
    "report_due_on",
    "report_received_on",
    "conclusion_number",
)
SAID_FIELDS = ("finding_kind", "severity", "description", "cause")
DONE_FIELDS = ("responsible", "guidance", "recommendation", "deadline_on")
STATE_FIELDS = ("state", "remediation_result", "verification")
HANDLING_FIELDS = ("subject", "handling", "handling_body", "handling_state")
CHAIN_FIELDS = ("year", "description", "source", "state", "remediation_result", "verification")


def why_visit(filters: Filters, row: Row) -> None:
    """The proof panel of one row of `show inspections`."""
    day = formats.date(row["held_on"] or row["planned_on"])
    with panel(text("inspections.proof_visit", unit=row["unit_name"], day=day)):
        print_table([row], VISIT_FIELDS)
        show_register_cells(filters, row["unit_code"], [row["inspection_id"]])
        lead_to_brief(row["unit_code"])


def lead_to_brief(unit_code: str) -> None:
    """Links to the brief for a team, and to the unit's own page."""
    leads = {
        "to_brief": ("inspections", {"view": "brief"}, ":material/description:"),
        "to_unit": ("unit", {}, ":material/apartment:"),
    }
    for words, (page, more, icon) in leads.items():
        st.page_link(
            page_file(page),
            label=text(f"inspections.{words}"),
            icon=icon,
            query_params={**link(unit=unit_code, area=None), **more},
        )


def why_finding(filters: Filters, row: Row) -> None:
    """The proof panel of a finding, or of an earlier one with all that continue it."""
    chain = _chain(filters, row)
    title = text("proof.deduction", unit=row["unit_name"], name=row["description"])
    with panel(title):
        if chain:
            last = chain[-1]
            for fields in (SAID_FIELDS, DONE_FIELDS, STATE_FIELDS, HANDLING_FIELDS):
                if any(last[field] is not None for field in fields):
                    print_table([last], fields)
        if len(chain) > 1:
            step(text("inspections.proof_chain"))
            print_table(chain, CHAIN_FIELDS)
        found = [finding["finding_id"] for finding in chain]
        show_register_cells(filters, row["unit_code"], found)


def _chain(filters: Filters, row: Row) -> list[Row]:
    """The finding with what it continues, first seen first; only what the reader may see."""
    known = _findings_of_unit(filters, row["unit_code"])
    wanted = row.get("finding_ids")
    if wanted is None:
        wanted, current = [], row["finding_id"]
        while current in known and current not in wanted:
            wanted.insert(0, current)
            current = known[current]["continues_finding_id"]
    return [known[code] for code in wanted if code in known]


def _findings_of_unit(filters: Filters, unit_code: str) -> Mapping[str, Row]:
    """Of every year."""
    only = replace(filters, unit=unit_code, units=(), group=None, area=None)
    years = [row["year"] for row in rows("years", only) if row["has_inspections"]]
    return {
        row["finding_id"]: row
        for year in years
        for row in rows("findings", replace(only, year=year))
        if may_see(row)
    }


def show_register_cells(
    filters: Filters, unit_code: str, record_ids: Collection[str | None]
) -> None:
    """File, sheet, cell and hash of register rows, and the cell of each field that was filled."""
    only = replace(filters, year=None, unit=unit_code, units=(), group=None, area=None)
    found = [row for row in rows("register_sources", only) if row["record_id"] in record_ids]
    if not found:
        step(text("inspections.proof_no_cells"))
        return
    step(text("inspections.proof_cells"))
    print_table(_once_each(found), REGISTER_FIELDS)
    for row in _once_each(found):
        cells = [
            f"{text(f'column.{field}')} {cell}"
            for field, cell in (row["cells"] or {}).items()
            if has_text(f"column.{field}")
        ]
        if cells:
            st.caption(text("inspections.proof_fields", cells=", ".join(cells)))


def _once_each(found: Sequence[Row]) -> list[Row]:
    return [*{row["record_id"]: row for row in found}.values()]
