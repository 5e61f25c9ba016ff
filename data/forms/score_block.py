"""Many ordinary points of a list as handed on: what differs, and which of it a row has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from data.forms.found import SourceCell, SourceFile

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ScoreBlock:
    """Rows for submitted.score that are applicable: of each row its number in the lists beside.

    `rows` are those of the sheet, from 1, in their order; the points stand in the column
    `letters`; `points` are null for a blank that clears.
    """

    file: SourceFile
    sheet: str | None
    letters: str
    rows: Numbers
    units_and_years: tuple[tuple[str, int], ...]
    unit_and_year: Numbers
    kinds: tuple[str, ...]
    kind: Numbers
    criterion_codes: tuple[str, ...]
    criterion_code: Numbers
    values: tuple[Decimal | None, ...]
    value: Numbers
    texts: tuple[str, ...]
    text: Numbers

    def __len__(self) -> int:
        return len(self.rows)

    def one_by_one(self) -> Iterator[dict[str, object]]:
        """The rows as any other staged row."""
        for row, unit_and_year, kind, code, value, text in zip(
            self.rows,
            self.unit_and_year,
            self.kind,
            self.criterion_code,
            self.value,
            self.text,
            strict=True,
        ):
            unit_code, year = self.units_and_years[unit_and_year]
            yield {
                "unit_code": unit_code,
                "year": year,
                "criterion_code": self.criterion_codes[code],
                "kind": self.kinds[kind],
                "is_applicable": True,
                "points": self.values[value],
                "source": SourceCell(
                    self.file, self.sheet, f"{self.letters}{row}", self.texts[text]
                ),
            }
