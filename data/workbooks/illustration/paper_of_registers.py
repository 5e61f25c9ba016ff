"""Workbooks of the registers: remediation, programme, findings, initiatives."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.workbooks.base.paper import Cell, Row, RowKind, Sheet, write_workbook
from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Kind
from data.workbooks.illustration.findings import LIMITATION, VIOLATION, Finding, reference
from data.workbooks.illustration.initiatives import Initiative
from data.workbooks.illustration.paper_of_sets import OFFICE, TAB, WHOM
from data.workbooks.illustration.programme import SEASON_DAY, YEAR_END, Visit
from data.workbooks.illustration.register_columns import (
    FINDING_COLUMNS,
    INITIATIVE_COLUMNS,
    PROGRAMME_COLUMNS,
    REMEDY_COLUMNS,
)
from data.workbooks.illustration.remediation import Remedy, Stand
from data.workbooks.illustration.traits import Body, bodies
from data.workbooks.illustration.wording import decimal_text, phrases
from data.workbooks.illustration.world import World, remedy_key

SIGNATURES = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
DAYS = {Stand.SEASON: SEASON_DAY, Stand.YEAR_END: YEAR_END}
UP_TO = {
    Stand.SEASON: "(Cập nhật đến ngày 30/9/2022)",
    Stand.YEAR_END: "(Cập nhật đến ngày 31/12/2022)",
}


def remediation_workbook(path: Path, story: World, stand: Stand) -> Path:
    """The register of the deductions of 2021 as it stood, a sheet for each kind of units."""
    title = "TÌNH HÌNH KHẮC PHỤC NỘI DUNG BỊ TRỪ ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"
    sheets = []
    for kind in Kind:
        remedies = [row for body in bodies(kind) for row in story.remedies[body]]
        rows = _numbered(_remedy_cells(row, story, stand) for row in remedies)
        titles = (f"{title} NĂM 2021 CỦA {WHOM[kind]}", UP_TO[stand])
        sheets.append(Sheet(TAB[kind], OFFICE, titles, REMEDY_COLUMNS, rows, SIGNATURES))
    return write_workbook(path, sheets)


def programme_workbook(path: Path, story: World, year: int, stand: Stand) -> Path:
    """The programme of a year with what had been held by then."""
    day = DAYS[stand]
    rows = _numbered(_visit_cells(visit, day) for visit in story.visits[year])
    titles: tuple[str, ...] = (f"KẾ HOẠCH VÀ KẾT QUẢ KIỂM TRA CẢI CÁCH HÀNH CHÍNH NĂM {year}",)
    if year == 2022:
        titles += ("(Thực hiện Kế hoạch số 108/KH-UBND ngày 22/4/2022)", UP_TO[stand])
    sheet = Sheet("Chương trình kiểm tra", OFFICE, titles, PROGRAMME_COLUMNS, rows, SIGNATURES)
    return write_workbook(path, [sheet])


def findings_workbook(path: Path, found: Sequence[Finding], year: int, stand: Stand) -> Path:
    """Findings of a year as they stood; they keep the number that the year gave them."""
    rows: list[Row] = [(RowKind.PLAIN, _finding_cells(finding, stand)) for finding in found]
    titles = (
        f"TỔNG HỢP NỘI DUNG PHÁT HIỆN QUA KIỂM TRA CẢI CÁCH HÀNH CHÍNH NĂM {year}",
        UP_TO[stand],
    )
    sheet = Sheet("Nội dung phát hiện", OFFICE, titles, FINDING_COLUMNS, rows, SIGNATURES)
    return write_workbook(path, [sheet])


def initiatives_workbook(path: Path, story: World, stand: Stand) -> Path:
    """Initiatives of 2022 with what councils had decided by then."""
    rows = _numbered(_initiative_cells(row, stand) for row in story.initiatives)
    titles = ("DANH MỤC SÁNG KIẾN, MÔ HÌNH CẢI CÁCH HÀNH CHÍNH NĂM 2022", UP_TO[stand])
    sheet = Sheet("Sáng kiến, mô hình", OFFICE, titles, INITIATIVE_COLUMNS, rows, SIGNATURES)
    return write_workbook(path, [sheet])


def _numbered(rows: Iterable[tuple[Cell, ...]]) -> list[Row]:
    return [(RowKind.PLAIN, (number, *row)) for number, row in enumerate(rows, start=1)]


def spelling(body: Body, register: str) -> str:
    """The unit as the clerk of a register spells it: the full name, or one of the others."""
    stream = Stream("spelling", register, body.code)
    return body.unit.name if stream.happens(0.6) else stream.one(body.unit.aliases)


def _remedy_cells(row: Remedy, story: World, stand: Stand) -> tuple[Cell, ...]:
    visit = story.confirmed.get(remedy_key(row))
    day = DAYS[stand]
    is_seen = visit is not None and visit.is_held(day)
    return (
        spelling(row.body, "remediation"),
        2021,
        row.leaf.label,
        row.leaf.points,
        row.score.of_record,
        row.score.lost,
        row.reason,
        row.cause,
        row.action,
        row.lead,
        row.support,
        row.responsible,
        row.deadline,
        str(row.states[stand]),
        row.results[stand],
        row.evidence[stand],
        visit.source(day) if visit is not None and is_seen else "",
    )


def _visit_cells(visit: Visit, day: datetime.date) -> tuple[Cell, ...]:
    labels = (phrases()[area]["label"] for area in visit.areas)
    received = visit.report_received_on
    return (
        spelling(visit.body, f"programme {visit.year}"),
        "; ".join(labels),
        visit.planned_on,
        visit.held_on if visit.is_held(day) else None,
        visit.form,
        visit.thematic,
        visit.head,
        visit.members,
        visit.report_due_on,
        received if received is not None and received <= day else None,
        visit.conclusion(day),
    )


def _finding_cells(finding: Finding, stand: Stand) -> tuple[Cell, ...]:
    day = DAYS[stand]
    before, closer = finding.continues, finding.closed_by
    is_closed = closer is not None and closer.is_held(day)
    is_to_mend = finding.kind in (LIMITATION, VIOLATION)
    return (
        finding.number,
        spelling(finding.visit.body, f"findings {finding.visit.year}"),
        phrases()[finding.area]["label"],
        reference(finding.leaf, finding.visit),
        finding.kind,
        finding.severity,
        finding.description,
        finding.cause,
        finding.responsible,
        finding.subject,
        finding.guidance,
        finding.recommendation,
        finding.deadline_on if finding.visit.is_concluded(day) else None,
        *finding.handling,
        "Đã khắc phục" if is_closed else finding.results.get(stand, "") if is_to_mend else "",
        closer.source(day) if closer is not None and is_closed else "",
        f"Năm {before.visit.year}, STT {before.number}" if before else "",
        finding.visit.source(day),
    )


def _initiative_cells(row: Initiative, stand: Stand) -> tuple[Cell, ...]:
    return (
        spelling(row.body, "initiatives"),
        row.name,
        phrases()[row.area]["label"],
        row.content,
        row.applied_from,
        row.measure,
        "" if row.before is None else decimal_text(row.before),
        "" if row.after is None else decimal_text(row.after),
        row.recognition[stand],
        row.replicated_at[stand],
        *row.decision[stand],
    )
