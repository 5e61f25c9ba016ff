"""Many ordinary points of a list as handed on: what differs, and which of it a row has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from data.forms.found import SourceCell, SourceFile

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class NoteColumn:
    """What stands beside the points of a block in one column: a field of submitted.score_note.

    The texts are '' for a blank; the column of the sheet is `letters`.
    """

    name: str
    letters: str
    texts: tuple[str, ...]
    text: Numbers


@dataclass(frozen=True, slots=True)
class ScoreBlock:
    """Rows for submitted.score that are applicable: of each row its number in the lists beside.

    `rows` are those of the sheet, from 1, in their order; the points stand in the column
    `letters`; `points` are null for a blank that clears. A row of which one of the `notes` is
    filled is one for submitted.score_note as well, named by the first of them.
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
    notes: tuple[NoteColumn, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def noted(self) -> Flags:
        """Rows of which something stands beside the points."""
        flags: Flags = np.zeros(len(self), dtype=np.bool_)
        for note in self.notes:
            filled = np.array([text != "" for text in note.texts], dtype=np.bool_)
            flags |= filled[note.text]
        return flags

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


def without_blanks_at(
    block: ScoreBlock, leaves: Collection[tuple[str, int, str]]
) -> ScoreBlock | None:
    """The block without blanks at leaves given by unit, year and criterion; null where something
    stands beside such a blank, which is to stay."""
    kept = np.ones(len(block), dtype=np.bool_)
    if leaves:
        blank = np.array([value is None for value in block.values], dtype=np.bool_)[block.value]
        for place in np.flatnonzero(blank):
            of_unit = block.units_and_years[block.unit_and_year[place]]
            code = block.criterion_codes[block.criterion_code[place]]
            kept[place] = (*of_unit, code) not in leaves
    if (block.noted & ~kept).any():
        return None
    return block if kept.all() else _chosen(block, kept)


def _chosen(block: ScoreBlock, kept: Flags) -> ScoreBlock:
    return replace(
        block,
        rows=block.rows[kept],
        unit_and_year=block.unit_and_year[kept],
        kind=block.kind[kept],
        criterion_code=block.criterion_code[kept],
        value=block.value[kept],
        text=block.text[kept],
        notes=tuple(replace(note, text=note.text[kept]) for note in block.notes),
    )
