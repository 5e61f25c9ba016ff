"""The tile map's places: one equal square a district, islands as insets (design 11)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "tiles.toml"


@dataclass(frozen=True, slots=True)
class Tile:
    """A district's square: its upper left corner, in squares from the north-west."""

    unit_code: str
    column: float
    row: float
    is_inset: bool = False


@lru_cache(maxsize=1)
def tiles() -> Mapping[str, Tile]:
    """Every place by the district's official code."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {code: Tile(code, **place) for code, place in told.items()}
