"""The units as `units.txt` holds them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

UNITS_FILE = Path(__file__).with_name("units.txt")
LONGEST_SHEET_NAME = 31  # characters; a limit of spreadsheets
LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and its spellings; `valid_to` is its last day, null while it stands."""

    code: str
    name: str
    kind: str
    ranking_group: str
    valid_to: datetime.date | None
    aliases: tuple[str, ...]

    @property
    def short_name(self) -> str:
        """The full name where it fits on the tab of a sheet, else the first other name."""
        return self.name if len(self.name) <= LONGEST_SHEET_NAME else self.aliases[0]


def records(file: Path) -> list[list[str]]:
    """Lines of a table written with '|' between trimmed cells; lines that begin with # are none."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.split("|")] for line in lines if line[:1] not in ("", "#")
    ]


def units() -> list[Unit]:
    """All units of 2021 and 2022: departments, urban districts, rural districts."""
    return [_unit(record) for record in records(UNITS_FILE)]


def _unit(record: list[str]) -> Unit:
    code, name, kind, group, valid_to, aliases = record
    return Unit(code, name, kind, group, _day(valid_to), tuple(aliases.split(LIST_SEPARATOR)))


def _day(text: str) -> datetime.date | None:
    if not text:
        return None
    day, month, year = (int(part) for part in text.split("/"))
    return datetime.date(year, month, day)
