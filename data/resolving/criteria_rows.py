"""Rows of a criteria sheet told apart: criteria, rules below them, totals, sections."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from data.forms.found import CellValue, Found, Record
from data.resolving.codes import code_and_name, is_usual, mended, printed_code
from data.resolving.resolution import Resolution, filled, text_of
from data.text_keys import accent_key, plain_key, tidy
from data.values import Sign, read_points

SECTIONS = (("điểm cộng", "bonus"), ("điểm thưởng", "bonus"), ("điểm trừ", "penalty"))
TOTALS = re.compile(r"^(?:tong|cong|tong so|tong (?:so )?diem(?: .*)?|tong cong(?: .*)?)$")
WORD = re.compile(r"[^\W_]+")
RULE_TEXT = re.compile(r":\s*\S")  # 'Điểm trừ: mỗi lần chậm 0,5' tells a rule, heads no section
BULLET = re.compile(r"^\s*[-–—+*•▪]\s*\S")
MAXIMUM_PROBLEMS = ("maximum_not_a_number", "maximum_not_positive")


@dataclass(eq=False, slots=True)
class CriterionRow:
    """A node of the set as it is being built; `found` is its principal cell.

    `is_named_by_sheet` is false where the code had to be made up for a blank STT.
    """

    record: Record
    code: str
    name: str
    maximum: Decimal | None
    maximum_found: Found | None
    found: Found
    section: str = "main"
    is_section_head: bool = False
    is_behind_total: bool = False
    is_rule: bool = False
    is_survey: bool = False
    parent: CriterionRow | None = None
    children: list[CriterionRow] = field(default_factory=list)
    rule_below: list[str] = field(default_factory=list)

    def __hash__(self) -> int:
        return id(self)

    @property
    def root(self) -> CriterionRow:
        """The area or section above this row; itself where nothing is above it."""
        return self.parent.root if self.parent else self

    @property
    def rule(self) -> str | None:
        """The scoring rule with the rows that continue it, a line each."""
        own = text_of(self.record, "rule")
        return "\n".join([*([own] if own else []), *self.rule_below]) or None


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row 'Tổng cộng' with what it claims, and how many criteria stand above it."""

    maximum: Decimal
    found: Found
    rows_above: int


@dataclass(slots=True)
class CriteriaRows:
    """What a criteria sheet lists, in its order."""

    rows: list[CriterionRow] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)


def section_of(name: str) -> str | None:
    """bonus or penalty where a name begins 'Điểm cộng', 'Điểm thưởng', 'Điểm trừ'; else null."""
    beginning = " ".join(WORD.findall(tidy(name).casefold())[:2])
    for words, section in SECTIONS:
        if accent_key(beginning) == accent_key(words) or beginning == plain_key(words):
            return section
    return None


def is_total(name: str) -> bool:
    """True for 'Tổng cộng', 'Tổng số điểm', 'Cộng' …"""
    return TOTALS.match(plain_key(name)) is not None


def criteria_rows(work: Resolution, records: Iterable[Record]) -> CriteriaRows:
    """Criteria and totals of a sheet; rows of a rule hang on the criterion above them."""
    sheet = list(records)
    codes = _codes(work, sheet)
    listed = CriteriaRows()
    for record, code in zip(sheet, codes, strict=True):
        _take(work, listed, record, code)
    return listed


def _codes(work: Resolution, records: list[Record]) -> list[str]:
    """Printed codes, mended from their neighbours; what was mended is told."""
    as_found = [_code(record) for record in records]
    codes = mended(as_found)
    for record, before, code in zip(records, as_found, codes, strict=True):
        found = filled(record, "code")
        if found and (before != code or isinstance(found.value, datetime.date)):
            work.warning("code_mended", found, code)
    return codes


def _code(record: Record) -> str:
    found = filled(record, "code")
    if found is None:
        return ""
    code = printed_code(found.value if found.value is not None else found.text)
    if is_usual(code) or filled(record, "name"):
        return code
    return code_and_name(found.text)[0]  # 'I. CÔNG TÁC CHỈ ĐẠO' in a merged cell


def _name(record: Record, code: str) -> tuple[str, str]:
    """(code, name): a code that stands in the name is taken from it."""
    written = record.text("name") or (code_and_name(record.text("code"))[1])
    inside, rest = code_and_name(written)
    if inside and inside == code:
        return code, rest
    has_maximum = not _is_missing(filled(record, "maximum_points"))
    if inside and not code and (has_maximum or not inside[0].isdigit()):
        return inside, rest
    return code, tidy(written)


def _take(work: Resolution, listed: CriteriaRows, record: Record, code: str) -> None:
    code, name = _name(record, code)
    found = filled(record, "maximum_points")
    is_missing = _is_missing(found)
    section = section_of(name) if code or not (is_missing and RULE_TEXT.search(name)) else None
    principal = filled(record, "name", "code") or found
    if principal is None:
        return
    if filled(record, "total_row") or (not code and is_total(name)):
        _take_total(work, listed, found)
    elif code or section or not (is_missing or _is_step(name, found)):
        maximum = _maximum(work, found, section or _last_section(listed))
        row = CriterionRow(record, code, name, maximum, found, principal)
        row.is_section_head = section is not None
        row.section = section or "main"
        row.is_behind_total = bool(listed.totals)
        listed.rows.append(row)
    elif listed.rows:
        listed.rows[-1].rule_below.append(_rule_line(record, name))
    else:
        work.warning("row_without_criterion", principal)


def _take_total(work: Resolution, listed: CriteriaRows, found: Found | None) -> None:
    read = read_points(found.value) if found else None
    if found and read and read.points is not None:
        listed.totals.append(TotalRow(read.points, found, len(listed.rows)))
    elif found and read and read.sign is Sign.NOT_A_NUMBER:
        work.error("maximum_not_a_number", found)


def _is_missing(found: Found | None) -> bool:
    return found is None or read_points(found.value).sign is Sign.MISSING


def _is_step(name: str, found: Found | None) -> bool:
    """A step of a rule that stands in the column of maxima: '- Dưới 80%' | 0."""
    read = read_points(found.value) if found else None
    return BULLET.match(name) is not None and read is not None and read.points == 0


def _last_section(listed: CriteriaRows) -> str:
    heads = [row for row in listed.rows if row.is_section_head]
    return heads[-1].section if heads else "main"


def _maximum(work: Resolution, found: Found | None, section: str) -> Decimal | None:
    if found is not None and section == "penalty":
        read = read_points(found.value)  # '-2' and '2' both take off two points
        if read.points is not None and read.points < 0:
            positive: CellValue = str(-read.points)
            found = Found(positive, found.text, found.cell)
    return work.positive(found, codes=MAXIMUM_PROBLEMS)


def _rule_line(record: Record, name: str) -> str:
    parts = [name, *(text for text in (record.text("rule"), record.text("note")) if text)]
    points = filled(record, "maximum_points")
    return ": ".join(parts) if points is None else f"{': '.join(parts)} ({points.text})"
