"""What title rows, sheet names and covers say: year, group, unit, kind of points, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.forms.found import Found
from data.forms.unit_words import fold, kinds_named, looks_like_unit
from data.forms.years import (
    LABELLED_YEAR,
    NAMED_YEAR,
    OF_THE_INDEX,
    OF_THE_INSPECTION,
    YEAR,
    YEAR_LABEL,
    Certainty,
    years_of,
)
from data.text_keys import plain_key, tidy

UNIT_LABEL = re.compile(
    r"(?:ten )?(?:don vi|co quan|dia phuong)(?:,? (?:don vi|dia phuong))?"
    r"(?: duoc (?:danh gia|cham diem|kiem tra|tham dinh)| tu cham(?: diem)?| tu danh gia"
    r"| bao cao| thuc hien)?\s*:\s*(.*)"
)
# A title's parts, each of which may name a unit: '… NĂM 2023 - UBND HUYỆN TIÊN LÃNG'.
PARTS = re.compile(
    r"\s[-–—]\s?|\s?[–—]\s|[;(|]|\b(?:cua|doi voi|tai)\b|\bnam\b\W*\d{4}|\bdon vi\b:"
    r"|,\s(?=nam\b)"
)
BARE_UNIT_LABEL = re.compile(r"(?:ten )?(?:don vi|co quan|dia phuong)")
GROUP_LABEL = re.compile(
    r"(?:khoi|nhom|doi tuong ap dung|ap dung cho|ap dung doi voi|pham vi ap dung)\s*:\s*(.+)"
)
NOT_A_UNIT = {"diem", "phan tram", "trieu dong", "dong", "nguoi", "ho so", ""}
KINDS = (
    ("self_assessed", r"tu cham|tu danh gia"),
    ("explanation", r"giai trinh"),
    ("survey", r"dieu tra xa hoi hoc|dtxhh|\bxhh\b|khao sat|sipas"),
    ("verified_1", r"tham dinh (?:lan|vong) (?:1|i|thu nhat|mot)\b"),
    ("verified_2", r"tham dinh"),
)
LEGAL_BASIS = re.compile(r"kem theo|can cu|^trich |(?:quyet dinh|ke hoach|thong bao|cong van) so")
LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap.{0,4}tu do"
    r"|(?:uy ban nhan dan|ubnd) (?:thanh pho|tinh)\b.{0,30}"
)
TITLE = re.compile(
    r"bo tieu chi|chi so|bang |ket qua|tong hop|danh muc|so theo doi|chuong trinh|ke hoach|lich |"
    r"phu luc|bao cao|doi chieu|lien ket|xep loai|xep hang|dinh chinh"
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ILLUSTRATION = "du lieu minh hoa"


@dataclass(slots=True)
class Facts:
    """What a block of title cells says; each list in reading order."""

    years: dict[Certainty, list[Found]] = field(default_factory=dict)
    group_labels: list[Found] = field(default_factory=list)
    groups: list[Found] = field(default_factory=list)
    unit_labels: list[Found] = field(default_factory=list)
    units_titled: list[Found] = field(default_factory=list)
    units_alone: list[Found] = field(default_factory=list)
    kinds: list[Found] = field(default_factory=list)
    title: Found | None = None
    legal_basis: Found | None = None
    texts: list[str] = field(default_factory=list)

    @property
    def year_choices(self) -> list[Found]:
        """The different years that are named most plainly; more than one is ambiguous."""
        for certainty in Certainty:
            if found := self.years.get(certainty):
                return list({year.text: year for year in reversed(found)}.values())[::-1]
        return []

    @property
    def kind_choices(self) -> list[Found]:
        """The different kinds of points named."""
        return list({kind.text: kind for kind in reversed(self.kinds)}.values())[::-1]


def read_facts(
    cells: Sequence[Found], *, is_inspection: bool = False, spellings: frozenset[str] = frozenset()
) -> Facts:
    """Facts of title cells in reading order; a label's value may stand in the cell after it."""
    facts = Facts()
    for place, cell in enumerate(cells):
        if cell.is_blank:
            continue
        facts.texts.append(cell.text)
        following = _beside(cell, cells[place + 1]) if place + 1 < len(cells) else None
        _read_years(facts, cell, following, OF_THE_INSPECTION if is_inspection else OF_THE_INDEX)
        _read_group(facts, cell)
        _read_unit(facts, cell, following, spellings)
        _read_kind(facts, cell)
        _read_title(facts, cell)
    if facts.title is None:
        dated = [
            cell
            for cell in cells
            if years_of(cell.text)
            and not LABELLED_YEAR.fullmatch(fold(cell.text))
            and not cell.text.isdecimal()
        ]
        facts.title = max(dated, key=lambda c: len(c.text), default=None)
    return facts


def _beside(cell: Found, following: Found) -> Found | None:
    """The next cell, where it stands in the same row."""
    same = (cell.cell or "").lstrip(LETTERS) == (following.cell or "").lstrip(LETTERS)
    return following if same else None


def is_title(text: str) -> bool:
    """True for words that stand above a table: its title, year, group or unit."""
    folded = fold(text)
    return (
        TITLE.search(folded) is not None
        or LABELLED_YEAR.fullmatch(folded.strip()) is not None
        or UNIT_LABEL.fullmatch(folded) is not None
        or GROUP_LABEL.fullmatch(folded) is not None
        or NAMED_YEAR.search(folded) is not None
    )


def _read_years(facts: Facts, cell: Found, following: Found | None, matter: str) -> None:
    if isinstance(cell.value, (int, float)):
        return
    if following and YEAR_LABEL.fullmatch(fold(cell.text).strip()):
        if match := re.fullmatch(rf"\D*{YEAR}\W*", following.text):
            facts.years.setdefault(Certainty.OF_THE_MATTER, []).append(_found(following, match[1]))
        return
    for certainty, years in years_of(cell.text, matter).items():
        facts.years.setdefault(certainty, []).extend(_found(cell, year) for year in years)


def _read_group(facts: Facts, cell: Found) -> None:
    if match := GROUP_LABEL.fullmatch(fold(cell.text)):
        facts.group_labels.append(_found(cell, cell.text[match.start(1) :]))
    elif kinds := kinds_named(cell.text):
        facts.groups.append(_found(cell, kinds))


def _read_unit(
    facts: Facts, cell: Found, following: Found | None, spellings: frozenset[str]
) -> None:
    folded = fold(cell.text)
    if match := UNIT_LABEL.fullmatch(folded):
        value = tidy(cell.text[match.start(1) :]) if match[1].strip(" .…_") else ""
        if value and plain_key(value) not in NOT_A_UNIT:
            facts.unit_labels.append(_found(cell, _without_year(value)))
        elif not value and following and not following.is_blank:
            facts.unit_labels.append(following)
    elif (
        BARE_UNIT_LABEL.fullmatch(folded.strip())
        and following
        and looks_like_unit(following.text, spellings)
    ):
        facts.unit_labels.append(following)
    elif isinstance(cell.value, str) and "\n" in cell.value.strip():
        for line in cell.value.strip().splitlines():
            _read_unit(facts, Found(line, tidy(line), cell.cell), None, spellings)
    elif LETTERHEAD.fullmatch(folded) or LEGAL_BASIS.search(folded):
        return
    elif looks_like_unit(cell.text, spellings):
        facts.units_alone.append(cell)
    else:
        # 'Kết quả thẩm định của Sở Nội vụ đối với quận Lê Chân' is of the latter.
        start = max(folded.rfind("doi voi "), 0)
        parts = _parts(cell.text[start:])
        named = [_found(cell, part) for part in parts if looks_like_unit(part, spellings)]
        facts.units_titled += named


def _without_year(text: str) -> str:
    """'Sở Nội vụ - Năm 2021' names Sở Nội vụ."""
    cut = re.search(r"[\s,;(–-]+nam\b\W*\d{4}.*$", fold(text))
    return tidy(text[: cut.start()] if cut else text).rstrip(" .;,")


def _parts(text: str) -> list[str]:
    """The parts of a title as written, without brackets and dashes around them."""
    ends = [(match.start(), match.end()) for match in PARTS.finditer(fold(text))]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    parts = [
        tidy(text[start:stop]).strip(" .,:;()–—-")
        for start, stop in zip(starts, stops, strict=True)
    ]
    return [part for part in parts if part and part != text]


def _read_kind(facts: Facts, cell: Found) -> None:
    folded = fold(cell.text)
    if LEGAL_BASIS.search(folded) and not TITLE.search(folded):
        return
    kinds = [kind for kind, pattern in KINDS if re.search(pattern, folded)]
    if "verified_1" in kinds or "verified_2" in kinds:
        # 'Thẩm định sau giải trình' is the last round, 'thẩm định lần 1' is no second one.
        dropped = "verified_2" if "verified_1" in kinds else "explanation"
        kinds = [kind for kind in kinds if kind != dropped]
    facts.kinds += [_found(cell, kind) for kind in kinds]


def _read_title(facts: Facts, cell: Found) -> None:
    folded = fold(cell.text)
    if LEGAL_BASIS.search(folded):
        facts.legal_basis = facts.legal_basis or cell
        if folded.startswith("trich ") and facts.title is None:
            facts.title = cell
    elif LETTERHEAD.search(folded) or not TITLE.search(folded):
        return
    elif facts.title is None or len(cell.text) > len(facts.title.text):
        facts.title = cell


def _found(cell: Found, text: str) -> Found:
    return Found(cell.value, tidy(text), cell.cell)
