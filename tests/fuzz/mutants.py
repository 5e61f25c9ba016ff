"""Draws the mutant of a number: the same seed and number give the same file on any machine."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.forms.found import Hints
from tests.fuzz import byte_edits, cell_edits

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "outside" / "cases"
SHIPPED = ROOT / "data" / "workbooks"
KINDS = {".xlsx", ".xls", ".ods", ".csv"}
CELL_SHARE = 0.75  # of the mutants of an .xlsx; bytes and parts are soon refused


@dataclass(frozen=True, slots=True)
class Original:
    """A workbook that is mutated, with what its case says of it on the command line."""

    path: Path
    hints: Hints


@dataclass(frozen=True, slots=True)
class Mutant:
    """One damaged file: number and edit tell how it came about."""

    number: int
    original: Original
    edit: str
    content: bytes

    @property
    def name(self) -> str:
        """The file's name, which sorts by number."""
        return f"{self.number:06d}{self.original.path.suffix}"


@cache
def originals() -> tuple[Original, ...]:
    """Every workbook of the cases and of what ships, in a fixed order."""
    found = [Original(path, Hints()) for path in sorted(SHIPPED.rglob("*")) if _is_workbook(path)]
    for case in sorted(CASES.glob("*/case.json")):
        options = json.loads(case.read_text(encoding="utf-8")).get("options", [])
        named = dict(zip(options[0::2], options[1::2], strict=True))
        year = named.get("--year")
        hints = Hints(
            year=int(year) if year else None,
            unit=named.get("--unit"),
            kind=named.get("--kind"),
        )
        found += [Original(p, hints) for p in sorted(case.parent.iterdir()) if _is_workbook(p)]
    return tuple(found)


def _is_workbook(path: Path) -> bool:
    return path.suffix in KINDS and path.stat().st_size > 0


def mutant(seed: int, number: int) -> Mutant:
    """The mutant of a number."""
    chance = random.Random(f"{seed}:{number}")
    original = chance.choice(originals())
    content = original.path.read_bytes()
    edit = _edit(original.path, content, chance)
    return Mutant(number, original, edit.__name__, edit(content, chance))


def _edit(
    path: Path, content: bytes, chance: random.Random
) -> Callable[[bytes, random.Random], bytes]:
    is_zip = content.startswith(b"PK") and path.parent.name != "91_truncated"
    if is_zip and path.suffix == ".xlsx" and chance.random() < CELL_SHARE:
        return cell_edits.edited
    choices = [byte_edits.flipped, byte_edits.cut, byte_edits.grown]
    if is_zip:
        choices += [byte_edits.zip_edited] * 6
    if path.suffix == ".csv":
        choices += [byte_edits.lines_edited] * 6
    return chance.choice(choices)
