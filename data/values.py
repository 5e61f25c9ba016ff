"""Numbers and dates as Vietnamese offices write them (definitions 7.3, 7.4, 7.8)."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache

from data.forms.found import CellValue
from data.text_keys import plain_key, tidy

SCALE = Decimal("0.000001")  # definitions 1.1: six decimals
TOO_MUCH = 10**12  # DECIMAL(18, 6) ends there, and no score comes near
BESIDE_MARK = re.compile(r" *([.,%+-]) *")  # between two digits a space may stand for anything
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")
THREE_DIGITS = re.compile(r"[+-]?\d{1,3}[.,]\d{3}%?")
NOT_APPLICABLE = {
    "kdg",
    "kad",
    "k d g",
    "k a d",
    "khong danh gia",
    "khong ap dung",
    "khong ap dung danh gia",
}
MISSING = {"", "x", "-", "–", "—"}


class Sign(StrEnum):
    """What a points cell says: missing, zero and not applicable are three things."""

    POINTS = "points"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    NOT_A_NUMBER = "not_a_number"


@dataclass(frozen=True, slots=True)
class PointsFound:
    """A points cell read. `points` has six decimals where `sign` is POINTS, else is null.

    `is_rounded`: the cell held finer figures. `is_three_digits`: a mark before exactly three
    digits was read as a decimal mark. `decimals`: how many were printed.
    """

    sign: Sign
    points: Decimal | None = None
    is_rounded: bool = False
    is_three_digits: bool = False
    is_percent: bool = False
    decimals: int = 0


@lru_cache(maxsize=65536, typed=True)
def read_points(value: CellValue) -> PointsFound:
    """A points cell: comma and dot are both decimal marks; a number keeps 15 significant digits."""
    if value is None:
        return PointsFound(Sign.MISSING)
    if isinstance(value, (bool, datetime.date, datetime.time)):
        return PointsFound(Sign.NOT_A_NUMBER)
    if isinstance(value, (int, float)):
        # A binary 0.1 + 0.2 is what the sheet shows as 0.3: spreadsheets keep 15 digits.
        return _points(Decimal(f"{value:.15g}"), is_text=False)
    return _read_text(tidy(value))


def _read_text(text: str) -> PointsFound:
    if text.casefold() in MISSING:
        return PointsFound(Sign.MISSING)
    if plain_key(text) in NOT_APPLICABLE:
        return PointsFound(Sign.NOT_APPLICABLE)
    compact = BESIDE_MARK.sub(r"\1", text.replace("−", "-"))
    if not NUMBER.fullmatch(compact):
        return PointsFound(Sign.NOT_A_NUMBER)
    read = _points(Decimal(compact.rstrip("%").replace(",", ".")), is_text=True)
    return PointsFound(
        read.sign,
        read.points,
        is_rounded=read.is_rounded,
        is_three_digits=THREE_DIGITS.fullmatch(compact) is not None,
        is_percent=compact.endswith("%"),
        decimals=read.decimals,
    )


def _points(number: Decimal, *, is_text: bool) -> PointsFound:
    if not number.is_finite() or abs(number) >= TOO_MUCH:
        return PointsFound(Sign.NOT_A_NUMBER)
    rounded = number.quantize(SCALE, rounding=ROUND_HALF_UP)
    exponent = number.as_tuple().exponent if is_text else number.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return PointsFound(
        Sign.POINTS, rounded, is_rounded=rounded != number, decimals=min(decimals, 6)
    )


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date cell read: `day` null with `is_impossible` false means that it holds no date.

    A month or a quarter is its last day; `is_exact` is false then, and `text` stays as written.
    """

    day: datetime.date | None = None
    text: str | None = None
    is_exact: bool = True
    is_impossible: bool = False


DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)")
ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
WORDED_DAY = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
WORDED_MONTH = re.compile(r"thang (\d{1,2})(?: nam)?(?: (\d{4}))?(?!\d)")
SHORT_MONTH = re.compile(r"(?<![\d/])(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
QUARTER = re.compile(r"(?:quy|q) (iv|iii|ii|i|[1-4])(?: nam)?(?: (\d{4}))?(?![\da-z])")
ROMAN_QUARTER = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_date(value: CellValue, *, year: int | None = None) -> DateFound:
    """A date cell; `year` serves where a month or quarter is written without one."""
    if isinstance(value, datetime.datetime):
        return DateFound(value.date(), value.strftime("%d/%m/%Y"))
    if isinstance(value, datetime.date):
        return DateFound(value, value.strftime("%d/%m/%Y"))
    if not isinstance(value, str):
        return DateFound() if value is None else DateFound(text=str(value))
    text = tidy(value)
    return _exact_day(text) or _last_day_of_span(text, year) or DateFound(text=text or None)


def days_named(text: str) -> list[datetime.date]:
    """Every full date that a text names, in order; impossible ones are passed over."""
    found = [(int(y), int(m), int(d)) for y, m, d in ISO_DAY.findall(text)]
    found += [(_full_year(y), int(m), int(d)) for d, m, y in DAY.findall(text)]
    found += [(int(y), int(m), int(d)) for d, m, y in WORDED_DAY.findall(plain_key(text))]
    return [day for parts in found if (day := _date_or_none(*parts))]


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date_or_none(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _exact_day(text: str) -> DateFound | None:
    if match := ISO_DAY.search(text):
        parts = (int(match[1]), int(match[2]), int(match[3]))
    elif match := DAY.search(text):
        parts = (_full_year(match[3]), int(match[2]), int(match[1]))
    elif match := WORDED_DAY.search(plain_key(text)):
        parts = (int(match[3]), int(match[2]), int(match[1]))
    else:
        return None
    day = _date_or_none(*parts)
    return DateFound(day, text, is_impossible=day is None)


def _last_day_of_span(text: str, year: int | None) -> DateFound | None:
    key = plain_key(text)
    if match := QUARTER.search(key):
        month = 3 * (ROMAN_QUARTER.get(match[1]) or int(match[1]))
    elif match := WORDED_MONTH.search(key) or SHORT_MONTH.search(text):
        month = int(match[1])
    else:
        return None
    in_year = int(match[2]) if match[2] else year
    if in_year is None:
        return None
    if not 1 <= month <= 12:
        return DateFound(text=text, is_impossible=True)
    last = calendar.monthrange(in_year, month)[1]
    return DateFound(datetime.date(in_year, month, last), text, is_exact=False)
