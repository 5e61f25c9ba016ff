"""Numbers and dates as a reader of the language in use expects them; a missing one is a dash."""

from __future__ import annotations

import datetime
import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from words.catalogue import Language, language, text

Number = int | float | Decimal
MISSING = "–"
MINUS = "−"
LEAST_CHANCE = 0.01  # the finest probability that is written
ALMOST_SURE = 0.995  # from here on two decimals would say 1,00
DATE_PATTERN = {Language.VIETNAMESE: "%d/%m/%Y", Language.ENGLISH: "%d %b %Y"}


def is_missing(value: object) -> bool:
    """True for null in any dress: None, NaN, NaT, pandas' NA."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in {"NAType", "NaTType"}


def number(value: Number | None, decimals: int = 2, *, fixed: bool = False) -> str:
    """A number rounded half up for reading: '1.234,5' ('1,234.5' in English).

    Trailing zeros go, unless `fixed` asks for all decimals.
    """
    if value is None or is_missing(value):
        return MISSING
    return _number(value, decimals, fixed, language())


# A page writes thousands of numbers, and most of them again on the next run. An exact decimal and
# the float that equals it may round apart: `typed` keeps them apart.
@lru_cache(maxsize=20_000, typed=True)
def _number(value: Number, decimals: int, fixed: bool, spoken: Language) -> str:  # noqa: FBT001
    rounded = _decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{abs(rounded):,f}"
    if decimals and not fixed:
        written = written.rstrip("0").rstrip(".")
    if spoken is Language.VIETNAMESE:
        written = written.translate({ord(","): ".", ord("."): ","})
    return (MINUS if rounded < 0 else "") + written


def _decimal(value: Number) -> Decimal:
    # repr of a float is its shortest exact spelling, so that 2.675 rounds as it is written.
    return value if isinstance(value, Decimal) else Decimal(str(value))


def points(value: Number | None) -> str:
    """Points with up to two decimals: '12,5'."""
    return number(value)


def percent(value: Number | None, decimals: int = 2) -> str:
    """A percentage (0 to 100) with all its decimals: '84,58%'."""
    written = number(value, decimals, fixed=True)
    return written if written == MISSING else f"{written}%"


def share(value: Number | None, decimals: int = 1) -> str:
    """A share (0 to 1) written as a percentage: 0.375 is '37,5%'."""
    return MISSING if value is None or is_missing(value) else percent(100 * value, decimals)


def signed(value: Number | None, decimals: int = 2) -> str:
    """A difference with its sign: '+1,25', '−0,5', '0'."""
    written = number(value, decimals)
    if value is None or written in (MISSING, "0") or written.startswith(MINUS):
        return written
    return f"+{written}"


def percent_points(value: Number | None) -> str:
    """A difference of two percentages, with its sign and its unit: '+1,2 điểm phần trăm'."""
    written = signed(value)
    return written if written == MISSING else text("format.percent_points", value=written)


def count(value: int | None) -> str:
    """How many: '1.260'."""
    return number(value, 0)


def rank(value: int | None, of: int | None = None) -> str:
    """A place, with the size of its group where that is given: 'thứ 3/15'."""
    if value is None or is_missing(value):
        return MISSING
    if of is None or is_missing(of):
        return text("format.rank", rank=count(value))
    return text("format.rank_of", rank=count(value), of=count(of))


def span(low: int | None, high: int | None) -> str:
    """From a place to another: '2–5', or '2' where they are one."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return MISSING
    return count(low) if low == high else f"{count(low)}–{count(high)}"


def chance(value: float | None) -> str:
    """A probability with two decimals, never one or nought where it is not: '0,54', '> 0,99'."""
    if value is None or is_missing(value):
        return MISSING
    if ALMOST_SURE < value < 1:
        return text("format.more_than", value=number(1 - LEAST_CHANCE, 2, fixed=True))
    if 0 < value < 1 - ALMOST_SURE:
        return text("format.less_than", value=number(LEAST_CHANCE, 2, fixed=True))
    return number(value, 2, fixed=True)


def date(value: datetime.date | None) -> str:
    """A day: '30/09/2022' ('30 Sep 2022' in English)."""
    if value is None or is_missing(value):
        return MISSING
    return value.strftime(DATE_PATTERN[language()])


def iso_date(value: str) -> str:
    """A day that a list of `show` prints as ISO, as the language writes days."""
    return date(datetime.date.fromisoformat(value))


def moment(value: datetime.datetime | None) -> str:
    """A day with its time: '30/09/2022 14:05'."""
    if value is None or is_missing(value):
        return MISSING
    return f"{date(value)} {value:%H:%M}"


def plain_year(value: int | None) -> str:
    """A year, which never takes a thousands mark."""
    return MISSING if value is None or is_missing(value) else str(int(value))


def as_stored(value: float) -> str:
    """A figure as a spreadsheet shows it, with all its digits and no grouping: '12,5'."""
    written = f"{value:.15g}"
    return written.replace(".", ",") if language() is Language.VIETNAMESE else written


def listing(items: list[str]) -> str:
    """Items joined as the language does: 'A, B và C'."""
    if len(items) < 2:
        return "".join(items)
    return text("format.last_of_list", items=", ".join(items[:-1]), last=items[-1])


def calm(name: str) -> str:
    """A name that a workbook prints in capitals, in sentence case; any other as it is.

    A single word in capitals is a short form ('P2P', 'PAPI').
    """
    return name.capitalize() if name.isupper() and " " in name else name


def cut(words: str, letters: int) -> str:
    """Words that fit a narrow place; an ellipsis says that there are more."""
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"
