"""Texts that name a unit or kinds of units, by their words alone: no store is asked."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from data.text_keys import plain_key, tidy

# Words with which names of units begin; accents tell 'Sở' from 'Số', so they count here.
PREFIXES = (
    "ubnd|uỷ ban nhân dân|ủy ban nhân dân|quận|huyện|sở|ban|văn phòng|thanh tra|xã|phường|thị trấn"
    r"|thị xã|đặc khu|thành phố|cục|chi cục|bảo hiểm|công an|kho bạc|viện|trung tâm"
    r"|q\.|h\.|p\.|tp\.|tx\.|tt\."
)
BARE_PREFIXES = (
    "ubnd|uy ban nhan dan|quan|huyen|so|van phong|thanh tra|phuong|thi tran|thi xa|dac khu"
    "|thanh pho"
)
PREFIXED = re.compile(rf"(?:{PREFIXES})\s*[\w(].*", re.DOTALL)
BARE_PREFIXED = re.compile(rf"(?:{BARE_PREFIXES}) .+")
NO_UNIT_WORDS = re.compile(
    r"\b(?:diem|tham dinh|cham|danh gia|ban hanh|tong|hang|chi so|so luong|ghi chu)\b"
)
COMMITTEE = "ubnd|uy ban nhan dan"
KIND = (
    "(?:so|quan|huyen|xa|phuong|thi tran|thi xa|thanh pho|dac khu|ban|nganh"
    "|co quan chuyen mon|co quan|don vi|tinh)"
)
# What stands before a kind ('các', 'UBND các'), and what joins one kind to the next.
BEFORE = rf"(?:(?:cac|cap|khoi|{COMMITTEE}) )*"
BETWEEN = r"(?:\s*[,;/&–-]\s*|\s+va\s+|\s+)"
KINDS = re.compile(
    rf"(?:(?:{COMMITTEE}) )?(?:cac|cap|khoi|nhom) {BEFORE}{KIND}\b(?:{BETWEEN}{BEFORE}{KIND}\b)*"
)
KINDS_LISTED = re.compile(
    rf"(?:(?:{COMMITTEE}) )?(?:so, ban, nganh|quan, huyen|so, nganh|xa, phuong)"
    rf"(?:{BETWEEN}{BEFORE}{KIND}\b)*"
)
SAYS_A_KIND = re.compile(
    r"\b(?:so|(?<!co )quan|huyen|xa|phuong|thi tran|thi xa|dac khu|nganh|thanh pho|chuyen mon)\b"
)
KIND_SHEET = re.compile(rf"(?:(?:nhom|va|{BEFORE}{KIND}|khoi|cac|cap|nam \d{{4}}|\d{{4}}) ?)+")
GENERIC_NAMES = (
    "sheet|trang tinh|trang|bang|bieu|bieu mau|mau|phu luc|pl|data|du lieu|diem|cham diem|cham"
    "|bang cham|bang diem|tu cham|tham dinh|tong hop|ket qua|s|table|tieu chi|so lieu|bo tieu chi"
)
GENERIC_SHEET = re.compile(rf"(?:{GENERIC_NAMES})?(?: ?[\divx]+)*")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`tidy` text without case and accents, character for character: positions stay."""
    return "".join(_base(character) for character in tidy(text))


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    base = unicodedata.normalize("NFD", character.lower())[0]
    return "d" if base == "đ" else base


def looks_like_unit(text: str, spellings: frozenset[str]) -> bool:
    """True where a text is a spelling the book knows, or begins as names of units do."""
    key = plain_key(text)
    if key in spellings:
        return True
    if NO_UNIT_WORDS.search(key) or len(key) > 90 or kinds_named(text):
        return False
    written = tidy(text).casefold()
    if PREFIXED.fullmatch(written):
        return True
    return written.isascii() and BARE_PREFIXED.fullmatch(key) is not None


def is_known(text: str, spellings: frozenset[str]) -> bool:
    """True for a spelling that the book knows, with or without the committee's name before it."""
    key = plain_key(text)
    return key in spellings or re.sub(rf"^(?:{COMMITTEE}) ", "", key) in spellings


def kinds_named(text: str) -> str | None:
    """The part of a title that names kinds of units ('UBND các quận, huyện'), as written."""
    folded = fold(text)
    spans = [
        match.span()
        for pattern in (KINDS, KINDS_LISTED)
        for match in pattern.finditer(folded)
        if SAYS_A_KIND.search(match[0])
    ]
    if not spans:
        return None
    start, end = min(first for first, _ in spans), max(last for _, last in spans)
    return tidy(text)[start:end]


def is_kind_sheet(name: str) -> bool:
    """True for a sheet's name that is nothing but kinds of units ('Quận', 'Khối huyện 2022')."""
    key = plain_key(name)
    return KIND_SHEET.fullmatch(key) is not None and SAYS_A_KIND.search(key) is not None


def is_generic_sheet(name: str) -> bool:
    """True for names that say nothing of a unit: 'Sheet1', 'Biểu 02', 'Bảng chấm'."""
    return GENERIC_SHEET.fullmatch(plain_key(name)) is not None
