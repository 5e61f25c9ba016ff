"""Codes of criteria as they are printed: tidied, mended, and told apart by their style."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache

from data.forms.found import CellValue
from data.text_keys import tidy

BULLET = re.compile(r"^[-–—+*•▪·o]+$")
ROMAN = re.compile(r"^(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:IX|IV|V?I{0,3})$")
LETTER = re.compile(r"^[A-ZĐ]$")
SMALL_LETTER = re.compile(r"^[a-zđ]$")
NUMBER = re.compile(r"^\d+(?:\.\d+)*(?:\.?[a-zđ])?$")
HEADED_NUMBER = re.compile(r"^(?:[IVXLC]+|[A-ZĐ])(?:\.\d+)+(?:\.?[a-zđ])?$")
LABEL = re.compile(
    r"^(?:lĩnh vực(?=\s+[IVXLC])|tiêu chí thành phần|tiêu chí|mục)\s+(?=(?:[0-9.]+|[IVXLC]+)\W*$)",
    re.IGNORECASE,
)
LABELLED = re.compile(r"^lĩnh vực \d+$", re.IGNORECASE)  # 'Lĩnh vực 1' beside a criterion '1'
TWO_PARTS = re.compile(r"^(\d+)\.(\d+)$")
CODE_THEN_NAME = re.compile(
    r"^((?:[IVXLC]+|[A-ZĐ])(?:\.\d+)*|\d+(?:\.\d+)*|[A-Za-zĐđ]{1,6}\.?\d+(?:\.\d+)*)"
    r"(?:\s*[.):](?!\d)|\s+[-–])\s*(\S.*)$"
)
NUMBER_THEN_NAME = re.compile(r"^(\d+(?:\.\d+)+)\s+(\S.*)$")


class Style(IntEnum):
    """How a code is written; a lower style stands further out in the tree."""

    FIRST_HEAD = 0
    SECOND_HEAD = 1
    THIRD_HEAD = 2
    NUMBER = 10
    OTHER = 80
    SMALL_LETTER = 90


@lru_cache(maxsize=4096, typed=True)
def printed_code(value: CellValue) -> str:
    """A code without the printed form around it: 'I.' -> 'I', '1,1.' -> '1.1', 3.0 -> '3'.

    '' for a blank cell and for a bullet. A day that a spreadsheet made of '3.1' is '3.1' again.
    """
    if isinstance(value, (datetime.date, datetime.datetime)):
        return f"{value.day}.{value.month}"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:.15g}"
    text = tidy(str(value)) if value is not None else ""
    if BULLET.match(text):
        return ""
    text = re.sub(r"(?<=\d)\s*[.,]\s*(?=\d)", ".", text)
    text = re.sub(r"^\((.+)\)$", r"\1", text)
    return LABEL.sub("", text).rstrip(" .:)/").strip()


def mended(codes: Sequence[str]) -> list[str]:
    """Codes with the closing zero that a spreadsheet cut off: 1.9, 1.1 -> 1.9, 1.10.

    A code of two parts that equals, as a number, the one its neighbour leads to is that one
    (definitions 7.2). Rows without a code ('') stand between without harm.
    """
    result = []
    last: tuple[str, int] | None = None
    for code in codes:
        parts = TWO_PARTS.match(code)
        if parts and last and last[0] == parts[1]:
            led_to = f"{parts[1]}.{last[1] + 1}"
            code = led_to if Decimal(led_to) == Decimal(code) else code
        if parts:
            last = (parts[1], int(code.split(".")[1]))
        elif code and "." not in code:
            last = None
        result.append(code)
    return result


@lru_cache(maxsize=4096)
def code_and_name(text: str) -> tuple[str, str]:
    """A text that holds both, taken apart: '1.2. Tuyên truyền' -> ('1.2', 'Tuyên truyền')."""
    match = CODE_THEN_NAME.match(tidy(text)) or NUMBER_THEN_NAME.match(tidy(text))
    return (printed_code(match[1]), match[2]) if match else ("", tidy(text))


def is_usual(code: str) -> bool:
    """True for Roman numerals, letters, and numbers with dots: their style tells their depth."""
    return any(
        pattern.match(code)
        for pattern in (ROMAN, LETTER, NUMBER, HEADED_NUMBER, SMALL_LETTER, LABELLED)
    )


def head_styles(codes: Sequence[str]) -> list[Style | None]:
    """For Roman numerals and capital letters, which of the two stands further out; else null.

    'I' and 'C' may be either: what they follow decides ('B' then 'C', 'II' then 'III').
    """
    kinds = _head_kinds(codes)
    order = list(dict.fromkeys(kind for kind in kinds if kind))
    return [Style(order.index(kind)) if kind else None for kind in kinds]


def _head_kinds(codes: Sequence[str]) -> list[str | None]:
    kinds: list[str | None] = []
    last_letter = "@"  # stands before 'A'
    for code in codes:
        is_next_letter = len(code) == 1 and ord(code) == ord(last_letter) + 1
        if LETTER.match(code) and (is_next_letter or not ROMAN.match(code)):
            last_letter = code
            kinds.append("letter")
        elif ROMAN.match(code):
            kinds.append("roman")
        elif LABELLED.match(code):
            kinds.append("labelled")
        else:
            kinds.append(None)
    return kinds


def depth_of(code: str) -> int:
    """How many parts a numbered code has: '1' 1, '1.1' 2, 'I.1' 2, '1.1a' 3."""
    parts = [part for part in code.split(".") if part]
    return len(parts) + (1 if re.search(r"\d[a-zđ]$", code) else 0)


def is_below(code: str, above: str) -> bool:
    """True if a code continues another: '1.1.2' and '1.1a' continue '1.1'; '1.12' does not.

    A digit behind a letter and a letter behind a digit continue ('A1' below 'A').
    """
    last, first = above[-1:], code[len(above) :][:1]
    changes = (last.isdigit() and first.isalpha()) or (last.isalpha() and first.isdigit())
    return code.startswith(above) and (changes or first in {".", "-", "_"})
