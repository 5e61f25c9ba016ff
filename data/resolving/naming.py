"""How a register names an inspection, an earlier finding, and reform areas inside a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from data.text_keys import plain_key, tidy
from data.values import days_named

# '15/TB-ĐKT', '07/2022/KL-SNV', '15/tb-đkt': digits, a stroke, capitals with hyphens; spaces
# around a hyphen only between capitals, so that '15/TB-ĐKT - Sở Nội vụ' ends before the dash.
DOCUMENT_NUMBER = re.compile(
    r"(?<![\d/])(\d+)\s*/\s*(?:(\d{4})\s*/\s*)?"
    r"([^\W\d_]+(?:[-–&][^\W\d_]+)+|[A-ZĐƯ]+(?:\s*[-–&]\s*[A-ZĐƯ]+)*)(?![\w/])"
)
BARE_NUMBER = re.compile(r"\bsố\s*:?\s*(\d{1,4})(?![\d/.-])|^(\d{1,4})$", re.IGNORECASE)
SAYS_NOT = ("chua khac phuc", "khong khac phuc", "chua dat", "khong dat", "chua xac minh")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
YEAR_SAID = re.compile(r"năm\s*((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
ROW_CODE = re.compile(
    r"(?:stt|tt|số|dòng|mục)?\s*\.?\s*:?\s*([0-9ivx]+(?:\.[0-9]+)*)", re.IGNORECASE
)
REFORM_AREAS_INSPECTED = (
    "direction",
    "institutions",
    "procedures",
    "apparatus",
    "civil_service",
    "digital_government",
)  # the six of the inspection plan 108/KH-UBND of 2022 (domain 2)
ALL_AREAS = re.compile(r" (?:toan dien|(?:6|06|sau) (?:noi dung|linh vuc)) ")
EVERYTHING = re.compile(r" (?:tat ca|toan bo|cac noi dung|cac linh vuc) ")
PIECE = re.compile(r"[^;,\n\r+•/|–-]+")
ENUMERATION = re.compile(r"^\s*(?:\(?[0-9]{1,2}\s*[.)]|\(?[a-zđ]\)|[ivx]+[.)])\s*", re.IGNORECASE)
JOINING_WORD = re.compile(r"\s+(?:và|với)\s+", re.IGNORECASE)
LONGEST_AREA_NAME = 4  # pieces that one name may be broken into by its own commas and hyphens
# Words of area names: a piece of nothing else belongs to the name beside it ('viên chức').
FRAGMENTS = frozenset(
    plain_key(
        "chỉ đạo điều hành cán bộ công chức viên chức công vụ CCHC cải cách hành chính nhà nước "
        "đội ngũ nâng cao chất lượng xây dựng phát triển tổ chức thực hiện và nền chế độ"
    ).split(" ")
)


def document_keys(text: str) -> list[str]:
    """Keys of the document numbers that a text names, in order: '15/TB-ĐKT' -> '15/tb-dkt'."""
    keys = [
        "/".join(part for part in (_plain_number(number), year, _compact(letters)) if part)
        for number, year, letters in DOCUMENT_NUMBER.findall(tidy(text))
    ]
    return list(dict.fromkeys(keys))


def inspection_keys(text: str) -> list[str]:
    """All keys by which a text may name an inspection: document numbers, days, else 'số 15'.

    Days are ISO text. A bare number counts only where no full document number stands.
    """
    numbers = document_keys(text)
    if not numbers:
        bare = [said or alone for said, alone in BARE_NUMBER.findall(tidy(text))]
        numbers = [_plain_number(number) for number in bare]
    days = [day.isoformat() for day in days_named(text)]
    return list(dict.fromkeys([*numbers, *days]))


def verification_keys(text: str) -> list[str]:
    """Keys of the inspections that confirm: none where the text says that they did not."""
    return [] if denies(text) else inspection_keys(text)


def denies(text: str) -> bool:
    """True where 'Xác minh' says that nothing was put right, whatever inspection it names."""
    key = plain_key(text)
    return any(words in key for words in SAYS_NOT)


def conclusion_key(text: str) -> str | None:
    """The key of a conclusion number, null for a blank cell; any other text is its own key."""
    keys = [key for key in inspection_keys(text) if "-" not in key or "/" in key]
    return keys[0] if keys else (plain_key(text) or None)


def conclusion_number(text: str) -> str:
    """The number without the day beside it: '15/TB-ĐKT ngày 12/9/2022' -> '15/TB-ĐKT'."""
    match = DOCUMENT_NUMBER.search(tidy(text))
    if match:
        return match.group(0)
    return re.split(r"[\s,;(]*\bngày\b", tidy(text), maxsplit=1, flags=re.IGNORECASE)[0].strip()


def year_named(text: str) -> int | None:
    """The year that a text says ('năm 2022'), else of its first full day, else its only year."""
    said = YEAR_SAID.findall(text)
    if said:
        return int(said[0])
    days = days_named(text)
    if days:
        return days[0].year
    loose = set(YEAR.findall(text))
    return int(loose.pop()) if len(loose) == 1 else None


@dataclass(frozen=True, slots=True)
class EarlierFinding:
    """What 'Tiếp nối' names: year and STT of the earlier finding."""

    year: int
    row_code: str


def earlier_finding(text: str) -> EarlierFinding | None:
    """'2021, STT 5', 'STT 5 năm 2021', '2021/5', '5/2021'; null where year or STT is missing."""
    years = YEAR.findall(text)
    if len(years) != 1:
        return None
    rest = re.sub(r"năm|\(|\)", " ", YEAR.sub(" ", text, count=1), flags=re.IGNORECASE)
    codes = [code for code in ROW_CODE.findall(rest) if code]
    return EarlierFinding(int(years[0]), row_code_key(codes[0])) if len(codes) == 1 else None


def row_code_key(text: str) -> str:
    """STT as a key: '05', '5.' and '5,0' of a spreadsheet are one number."""
    code = tidy(text).rstrip(".)").casefold()
    if re.fullmatch(r"\d+(?:[.,]0+)?", code):
        return str(int(re.split(r"[.,]", code)[0]))
    return code


@dataclass(frozen=True, slots=True)
class AreasFound:
    """Reform areas that a text names, in order, and the pieces that name none."""

    areas: tuple[str, ...]
    unknown: tuple[str, ...]


def areas_named(text: str, area_of: Callable[[str], str | None]) -> AreasFound:
    """The reform areas of a list whose items may hold commas themselves ('Chỉ đạo, điều hành').

    `area_of` knows one name. 'Toàn diện' and 'cả 6 nội dung' are the six areas of the inspection
    plan, 'tất cả' too where nothing else is named.
    """
    pieces = [match.span() for match in PIECE.finditer(text) if plain_key(match.group(0))]
    areas: list[str] = []
    unknown: list[str] = []
    position = 0
    while position < len(pieces):
        length, found = _name_at(text, pieces[position : position + LONGEST_AREA_NAME], area_of)
        areas += found
        if not found:
            unknown.append(tidy(text[slice(*pieces[position])]))
        position += length
    key = f" {plain_key(text)} "
    if ALL_AREAS.search(key) or (not areas and EVERYTHING.search(key)):
        return AreasFound(REFORM_AREAS_INSPECTED, ())
    strange = [piece for piece in unknown if not areas or not _is_fragment(piece)]
    return AreasFound(tuple(dict.fromkeys(areas)), tuple(strange))


def _name_at(
    text: str, pieces: list[tuple[int, int]], area_of: Callable[[str], str | None]
) -> tuple[int, list[str]]:
    """How many pieces the name at the front takes, and its area; one piece may join two.

    Pieces are put together only where none of them is needed less: 'chỉ đạo' and 'điều hành' are
    one name, but what comes before 'thể chế' is not part of it.
    """
    for length in range(1, len(pieces) + 1):
        start, end = pieces[0][0], pieces[length - 1][1]
        if length > 1 and area_of(text[pieces[1][0] : end]):
            break
        area = area_of(ENUMERATION.sub("", text[start:end]))
        if area:
            return length, [area]
    halves = [area_of(half) for half in JOINING_WORD.split(text[slice(*pieces[0])])]
    return 1, [half for half in halves if half] if all(halves) else []


def _is_fragment(piece: str) -> bool:
    return set(plain_key(piece).split()) <= FRAGMENTS


def _plain_number(number: str) -> str:
    return str(int(number))


def _compact(letters: str) -> str:
    return "-".join(plain_key(letters).split())
