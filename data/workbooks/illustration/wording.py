"""How figures, days and shortcomings are written in prose."""

from __future__ import annotations

import datetime
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from data.workbooks.illustration.criteria import Criterion, Kind
from data.workbooks.illustration.scoring import Achievement

PHRASES_FILE = Path(__file__).with_name("phrases.toml")


@cache
def phrases() -> dict[str, Any]:
    """Templates of prose by reform area and use."""
    return tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))


def of_kind(words: dict[str, Any], use: str, kind: Kind) -> list[str]:
    """What a department or a district has its own words for."""
    return list(words[f"{use}_{'district' if kind is Kind.DISTRICTS else 'department'}"])


def whole_number(number: int) -> str:
    """Thousands with a dot: 1.260."""
    return f"{number:,}".replace(",", ".")


def decimal_text(number: Decimal) -> str:
    """A decimal comma, no more decimals than needed: 1,5."""
    plain = f"{number:f}"
    trimmed = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return trimmed.replace(".", ",")


def day_text(day: datetime.date) -> str:
    """Day, month and year without leading zeros, as conclusions are dated: 12/9/2022."""
    return f"{day.day}/{day.month}/{day.year}"


def capital(text: str) -> str:
    """The first letter in capitals, the rest as it stands."""
    return text[:1].upper() + text[1:]


def item(leaf: Criterion) -> str:
    """The counted thing of a proportional leaf: 'hồ sơ'."""
    return " ".join(leaf.rule.split()[1:-1])


def share_text(leaf: Criterion, done: Achievement) -> str:
    """What a unit declares at a leaf: '1.117/1.260 hồ sơ', '87,3%', '75%', 'Có'."""
    if leaf.rule.startswith("share"):
        return f"{whole_number(done.done)}/{whole_number(done.total)} {item(leaf)}"
    if leaf.rule.startswith("percent"):
        return f"{decimal_text(Decimal(done.done) / 10)}%"
    if leaf.rule.startswith("each"):
        cases = done.total - done.done
        return f"{cases} {leaf.fault}" if cases else "Không có vi phạm"
    if leaf.rule.startswith("steps"):
        return f"Đạt {25 * done.done}% yêu cầu"
    return "Có" if done.done else "Không"


def counted(leaf: Criterion, done: Achievement) -> str:
    """What is missing at a leaf with a count: '143/1.260 hồ sơ trễ hạn'; empty without counts."""
    missing = done.total - done.done
    if leaf.rule.startswith("share"):
        return f"{whole_number(missing)}/{whole_number(done.total)} {leaf.fault}"
    if leaf.rule.startswith("percent"):
        return f"mới đạt {decimal_text(Decimal(done.done) / 10)}%; {leaf.fault}"
    return f"{missing} {leaf.fault}" if leaf.rule.startswith("each") else ""


def fault(leaf: Criterion) -> str:
    """What is missing at a leaf without counts, as a sentence."""
    return capital(leaf.fault)
