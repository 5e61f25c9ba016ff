"""Why a deduction counts as put right or not: what was lost, what is said, what came back."""

from __future__ import annotations

from dataclasses import replace

from analysis.rows import Row
from ui.answer import rows
from ui.asked import Filters
from ui.choices import unit_kind
from ui.sections.proof import panel, show_cells, step
from ui.tables import print_table
from words import formats
from words.catalogue import text, word_for

REGISTER_FIELDS = ("register", "file", "sheet", "cell", "sha256")
SAID_FIELDS = ("cause", "action", "lead_office", "deadline_on", "reported_state", "evidence_stage")


def why_deduction(filters: Filters, row: Row) -> None:
    """The proof panel of one row of `show remediation`."""
    is_found = row["origin"] == "inspection"
    told = (row["reason"], row["criterion_name"]) if is_found else (row["criterion_name"],)
    name = next((words for words in (*told, row["reason"]) if words), "")
    title = text("proof.deduction", unit=row["unit_name"], name=name)
    with panel(title, of="deduction", figure="recovery"):
        if row["lost_points"] is not None:
            step(_lost_formula(filters, row))
            step(_recovery(row))
        print_table([row], SAID_FIELDS)
        step(_stage(row))
        if row["points_at_stake"]:
            step(_stake(row))
        _register_cells(filters, row)
        if row["criterion_code"] is not None and not is_found:
            _cells(filters, row)


def _lost_formula(filters: Filters, row: Row) -> str:
    only = replace(
        filters, year=row["year"], unit=row["unit_code"], units=(), group=None, area=None
    )
    leaf = next(
        (r for r in rows("criteria", only) if r["criterion_code"] == row["criterion_code"]), None
    )
    if leaf is None or leaf["points"] is None:
        return text("proof.lost_by_register", lost=formats.points(row["lost_points"]))
    return text(
        "proof.lost_formula",
        maximum=formats.points(leaf["maximum_points"]),
        points=formats.points(leaf["points"]),
        lost=formats.points(row["lost_points"]),
        share=formats.share(leaf["lost_share"]),
    )


def _recovery(row: Row) -> str:
    reason = row["recovery_reason"]
    said = word_for("term.recovery_reason", reason) if reason else ""
    if row["recovery"] is None:
        return text("proof.no_recovery", reason=said)
    key = "recovery_worse" if row["recovery"] < 0 else "recovery"
    words = text(f"proof.{key}", recovery=formats.share(row["recovery"]))
    return f"{words} ({said})" if said else words


def _stage(row: Row) -> str:
    stage = word_for("term.stage", row["evidence_stage"])
    flags = [
        text(f"proof.{flag}")
        for flag in ("contradicted", "recurring", "persistent", "overdue")
        if row[f"is_{flag}"]
    ]
    return " ".join((text("proof.stage", stage=stage), *flags))


def _stake(row: Row) -> str:
    return text(
        "proof.stake",
        points=formats.points(row["points_at_stake"]),
        percent=formats.percent(row["index_percent_if_fixed"]),
        rank=formats.rank(row["rank_if_fixed"]),
    )


def _register_cells(filters: Filters, row: Row) -> None:
    """The rows of registers that speak of this deduction or finding."""
    only = replace(filters, year=None, unit=row["unit_code"], units=(), group=None, area=None)
    wanted = {row["deduction_id"]}
    found = [
        source
        for source in rows("register_sources", only)
        if source["deduction_id"] in wanted or source["record_id"] in wanted
    ]
    if found:
        step(text("proof.register_cells"))
        print_table(found, REGISTER_FIELDS)


def _cells(filters: Filters, row: Row) -> None:
    step(text("proof.cells_of_year", year=formats.plain_year(row["year"])))
    show_cells(filters, row["unit_code"], row["year"], [row["criterion_code"]])
    kind = unit_kind(filters, row["unit_code"])
    successors = [
        link["to_code"]
        for link in rows("links", replace(filters, year=row["year"]))
        if link["from_year"] == row["year"]
        and link["from_code"] == row["criterion_code"]
        and kind in link["unit_kinds"]
        and link["to_code"]
    ]
    if successors:
        step(text("proof.cells_of_next_year", codes=", ".join(successors)))
        show_cells(filters, row["unit_code"], row["year"] + 1, successors)
