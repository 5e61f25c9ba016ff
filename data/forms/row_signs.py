"""What the words of a row say about it: totals, summaries, signatures, notes, column numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from data.text_keys import plain_key, tidy


class RowSign(StrEnum):
    """A row that is no plain item of its table; the values are reasons in `LeftOut`."""

    SIGNATURE = "signature"
    NOTE = "note"
    SUMMARY = "summary_row"
    TOTAL = "total_row"
    MAXIMUM = "maximum_row"


# 'Cộng' and 'Công' (as in 'Công tác') differ by their accents alone, so accents count here,
# unless the whole text was written without any.
TOTAL = re.compile(
    r"(?:tổng|cộng|tổng cộng|tổng điểm|tổng số điểm|tổng số|cộng điểm|tổng cộng điểm|"
    r"tổng điểm đạt(?: được)?|tổng điểm tối đa)"
    r"(?: (?:điểm )?(?:các )?(?:lĩnh vực|mục|phần|nhóm|chỉ số|toàn bộ))?"
    r"(?: ?[(\[]?[ivx0-9a-d.+ ]{1,12}[)\]]?)?"
    r"(?: ?\([^()]*\))?[ :.]*"
)
BARE_TOTAL = re.compile(
    r"(?:tong|cong|tong cong|tong diem|tong so diem|tong so|cong diem)"
    r"(?: (?:linh vuc|muc|phan|nhom))?(?: [ivx0-9 ]{1,12})?"
)
SUMMARY = re.compile(
    r"(?:(?:gia tri|diem|muc|chi so) )?(?:trung binh|binh quan|cao nhat|thap nhat|trung vi)"
    r"(?: (?:chung|cua|khoi|toan|cac|nhom|cong|tinh|thanh pho)\b.{0,60})?"
    r"|do lech chuan.*|max|min|average|mean"
)
DERIVED = re.compile(
    r"(?:chi so (?:cchc|cai cach hanh chinh|par index)|par index|ty le(?: dat)?|xep hang|xep loai"
    r"|chi so)(?: (?:cchc|nam \d{4}|dat duoc|chung|par index))*"
)
MAXIMUM_KEYS = frozenset(
    {
        "diem toi da",
        "diem chuan",
        "thang diem",
        "diem toi da theo quy dinh",
        "toi da",
        "so diem toi da",
    }
)
SIGNATURE_STARTS = (
    "noi nhan",
    "nguoi lap",
    "nguoi tong hop",
    "xac nhan cua",
    "ky ten",
    "ky ghi ro",
)
OFFICES = (
    "chu tich|giam doc|truong phong|thu truong|truong doan|truong ban|chanh van phong"
    "|chanh thanh tra|cuc truong|chi cuc truong"
)
SIGNATURE_WHOLE = re.compile(
    rf"(?:(?:pho )?(?:{OFFICES})(?: (?:don vi|co quan|thuong truc))?"
    r"|ky ten.*|can bo tong hop|nguoi kiem tra|ke toan.*|thu ky.*|dai dien .*)"
)
ON_BEHALF = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s*[./]\s*\w.*", re.DOTALL)
DATE_LINE = re.compile(r"(?:[a-z ]{0,40} )?ngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam(?: \d{4})?")
NOTE = re.compile(
    r"(?:ghi chú|chú thích|lưu ý|nguồn|nguồn số liệu|ghi chu|chu thich|luu y)\s*[:.]"
    r"|\(?\*+\)?\s*\S|\([^()]{20,}\)\.?$"
)
COLUMN_NUMBER = re.compile(
    r"[(\[]?\s*(\d{1,2}|[a-zđ])\s*[)\]]?(?:\s*=.*)?|[(\[]?\d{1,2}\s*=.*", re.I
)


@lru_cache(maxsize=65536)
def sign_of(text: str) -> RowSign | None:
    """What a text says about the row it opens; None for an ordinary text."""
    if not text or len(text) > 300:
        return None
    if is_total(text):
        return RowSign.TOTAL
    key = plain_key(text)
    if SUMMARY.fullmatch(key):
        return RowSign.SUMMARY
    if key in MAXIMUM_KEYS:
        return RowSign.MAXIMUM
    if (
        key.startswith((*SIGNATURE_STARTS, "cong hoa xa hoi chu nghia"))
        or SIGNATURE_WHOLE.fullmatch(key)
        or ON_BEHALF.fullmatch(text)
        or DATE_LINE.fullmatch(key)
    ):
        return RowSign.SIGNATURE
    return RowSign.NOTE if NOTE.match(text.casefold()) else None


@lru_cache(maxsize=65536)
def is_total(text: str) -> bool:
    """True for 'Tổng cộng', 'Cộng A', 'Tổng lĩnh vực I'; not for 'Công tác …' or 'Tổng kết …'."""
    written = tidy(text).casefold()
    if TOTAL.fullmatch(written):
        return True
    return written.isascii() and BARE_TOTAL.fullmatch(plain_key(text)) is not None


@lru_cache(maxsize=65536)
def is_derived(text: str) -> bool:
    """True for rows at the foot that repeat what is computed: index, rank, band."""
    return DERIVED.fullmatch(plain_key(text)) is not None


def numbers_a_column(text: str) -> bool:
    """True for what such a row has in one cell: 'A', '(1)', '3=1-2'."""
    return COLUMN_NUMBER.fullmatch(text) is not None


def is_column_numbers(texts: Sequence[str]) -> bool:
    """True for the row under the headings that numbers the columns: A B 1 2, (1) (2) (3).

    `texts` are the cells from the table's first column on; a table of one item would have to
    count up by one in every column to be mistaken for it.
    """
    written = [text for text in texts if text]
    if len(written) < 3 or not texts[0] or len(written) < 0.6 * len(texts):
        return False
    marks = [match[1] for text in written if (match := COLUMN_NUMBER.fullmatch(text))]
    if len(marks) < len(written):
        return False
    numbers = [int(mark) for mark in marks if mark and mark.isdigit()]
    letters = [mark.casefold() for mark in marks if mark and not mark.isdigit()]
    letters_lead = not any(mark and mark.isdigit() for mark in marks[: len(letters)])
    in_order = letters == sorted(set(letters)) and letters_lead
    counts_up = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    return in_order and counts_up and numbers[:1] in ([1], [2], [3], [])
