"""Headings that name a criterion or area: '1.1. Kế hoạch (5 điểm)' -> code, name, maximum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.forms.found import Found
from data.forms.row_signs import is_total
from data.text_keys import plain_key, tidy

CODE = re.compile(
    r"(?:(?:tiêu chí thành phần|tiêu chí|lĩnh vực|mục|tc|lv)\s*)?"
    r"(?P<code>\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=\s*[.):/–-]|\s+\D|$)"
    r"|[IVX]+(?:\.\d{1,2})*(?=\s*[.):/–-]|$)|[A-ZĐ](?:\.\d{1,2})*(?=\s*[.):]|$))"
    r"\s*[.):/–-]*\s*(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
MAXIMUM = re.compile(
    r"[(\[（]\s*(?:(?:điểm\s*)?tối đa|điểm chuẩn|thang điểm|max)?\s*:?\s*"
    r"(?P<points>\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)?\s*(?:tối đa)?\s*[)\]）]",
    re.IGNORECASE,
)
BARE_MAXIMUM = re.compile(
    r"(?:điểm )?tối đa\s*:?\s*(?P<points>\d{1,3}(?:[.,]\d+)?)(?:\s*điểm)?", re.I
)
ONLY_MAXIMUM = re.compile(r"\d{1,3}(?:[.,]\d+)?\s*(?:điểm|đ)?", re.IGNORECASE)
NO_MEASURE = re.compile(
    r"\b(?:tang|giam|chenh lech|so sanh|so voi|nam truoc|hang|xep|ghi chu|thay doi|phieu|mau)\b"
)


@dataclass(frozen=True, slots=True)
class CriterionHeading:
    """What a heading says of the criterion in its column; '' for what it does not say.

    `group` is the text of the heading above it, where one stands over several columns.
    """

    code: str
    name: str
    maximum: str
    cell: str | None
    is_total: bool = False
    group: str = ""

    @property
    def is_dotted(self) -> bool:
        """True for codes below an area ('1.1'): such columns are criteria, no areas."""
        return re.fullmatch(r"[\dIVXA-Z]{1,4}\.\d.*", self.code) is not None

    @property
    def is_numbered(self) -> bool:
        """True for codes that begin with an Arabic number."""
        return self.code[:1].isdigit()


def read_criterion_heading(stack: Sequence[Found], group: Found | None) -> CriterionHeading:
    """The criterion a column's headings name; the stack is from top to bottom, without `group`.

    A code, a name and a maximum may stand in one cell or below one another.
    """
    code = name = maximum = ""
    cell = stack[-1].cell if stack else None
    for found in stack:
        text, points = _without_maximum(found.text)
        if not points and (code or name) and ONLY_MAXIMUM.fullmatch(text):
            text, points = "", re.sub(r"[^\d.,]", "", text)
        maximum = points or maximum
        if not text and points:
            continue
        match = CODE.fullmatch(text)
        if match:
            code, name = match["code"].rstrip("."), tidy(match["name"]) or name
        else:
            name = text or name
        cell = found.cell
    written = " ".join(found.text for found in stack)
    total = is_total(_without_maximum(written)[0])
    return CriterionHeading(code, name, maximum, cell, total, group.text if group else "")


def _without_maximum(text: str) -> tuple[str, str]:
    """A heading's words, and the maximum it prints in brackets ('' for none)."""
    for pattern in (MAXIMUM, BARE_MAXIMUM):
        matches = list(pattern.finditer(text))
        if matches:
            last = matches[-1]
            return tidy(text[: last.start()] + " " + text[last.end() :]), last["points"]
    return text, ""


def is_comparison(text: str) -> bool:
    """True for headings of columns that compare or comment, whatever numbers they hold."""
    return NO_MEASURE.search(plain_key(text)) is not None
