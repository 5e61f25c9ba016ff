"""Years that titles name, told apart from the years of dates, documents and spans."""

from __future__ import annotations

import re
from enum import IntEnum

from data.forms.unit_words import fold

YEAR = r"(?<![\d/])((?:19|20)\d\d)(?![\d/])"
# Years that are not the year of the assessment: date lines, dates, numbers of documents, spans.
OTHER_YEARS = re.compile(
    r"ngay[\s.…_/-]*(?:\d{1,2})?[\s.…_/-]*thang[\s.…_/-]*(?:\d{1,2})?[\s.…_/-]*nam[\s.…_/-]*(?:\d{4})?"
    r"|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d+\s*/\s*\d{4}\s*/\s*[a-z]|\d{1,2}\s*/\s*\d{4}"
    r"|giai doan(?: nam)?\s*\d{4}\s*(?:-|–|den)(?: nam)?\s*\d{4}|so voi\D{0,30}\d{4}"
    r"|den nam \d{4}"
)
LABELLED_YEAR = re.compile(
    rf"nam(?: danh gia| chi so| cham diem| cham| kiem tra)?\s*:?\s*{YEAR}\W*"
)
YEAR_LABEL = re.compile(r"nam(?: danh gia| chi so| cham diem| kiem tra)?\s*:?")
NAMED_YEAR = re.compile(rf"\bnam\b\W*{YEAR}")
FURTHER_YEAR = re.compile(rf"\s*(?:,|va|-|–|den|;)\s*(?:nam\s*)?{YEAR}")
BARE_YEAR = re.compile(YEAR)
OF_THE_INDEX = r"(?:chi so|par ?index|bo tieu chi|bi tru diem|tham dinh|tu cham|tu danh gia)"
OF_THE_INSPECTION = r"(?:kiem tra|thanh tra|ket luan)"


class Certainty(IntEnum):
    """How plainly a title names the year of the assessment; the least value wins."""

    OF_THE_MATTER = 0  # 'Năm đánh giá: 2021', 'Chỉ số CCHC năm 2021'
    NAMED = 1  # 'năm 2021'
    BARE = 2  # '2021'


def years_of(text: str, matter: str = OF_THE_INDEX) -> dict[Certainty, list[str]]:
    """The years a text names, by how plainly; dates and documents' numbers are passed over."""
    folded = OTHER_YEARS.sub(" ; ", fold(text))
    if match := LABELLED_YEAR.fullmatch(folded.strip()):
        return {Certainty.OF_THE_MATTER: [match[1]]}
    years: dict[Certainty, list[str]] = {}
    for match in re.finditer(rf"{matter}\D{{0,80}}?\bnam\b\W*{YEAR}", folded):
        years.setdefault(Certainty.OF_THE_MATTER, []).extend(_and_further(folded, match))
    for match in NAMED_YEAR.finditer(folded):
        years.setdefault(Certainty.NAMED, []).extend(_and_further(folded, match))
    if not years:
        bare = BARE_YEAR.findall(folded)
        return {Certainty.BARE: bare} if bare else {}
    return years


def _and_further(folded: str, match: re.Match[str]) -> list[str]:
    """'năm 2021 và 2022' names both."""
    years, end = [match[1]], match.end()
    while further := FURTHER_YEAR.match(folded, end):
        years.append(further[1])
        end = further.end()
    return years
