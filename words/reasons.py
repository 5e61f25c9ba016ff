"""Why a unit is or is not a model, in words with its figures."""

from __future__ import annotations

from analysis.rows import Row
from words import formats
from words.catalogue import text


def reason_words(code: str, row: Row) -> str:
    """One reason of a row of `show candidates`."""
    return text(f"reason.{code}", **_figures(row))


def _figures(row: Row) -> dict[str, str]:
    """What reasons may name."""
    return {
        "z": formats.number(row["robust_z"]),
        "rank": formats.rank(row["rank"], row["unit_count"]),
        "quartile": formats.count(row["quartile_rank"]),
        "units": formats.count(row["unit_count"]),
        "years": formats.count(row["year_count"]),
        "probability": formats.share(row["top_quartile_probability"], 0),
        "serious": formats.count(row["serious_count"]),
        "recurring": formats.count(row["recurring_count"]),
    }


def reasons_text(side: str, row: Row) -> str:
    """All reasons of one side ('reasons_for', 'reasons_against') in one cell."""
    figures = _figures(row)
    return "; ".join(text(f"reason.{code}", **figures) for code in row[side] or ())


def with_reasons(row: Row) -> Row:
    """A row of `show candidates` with the reasons of both sides in words."""
    sides = ("reasons_for", "reasons_against")
    return {**row, **{f"{side}_text": reasons_text(side, row) for side in sides}}
