"""What a unit has to show as a model in an area, line by line, each against its threshold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.rows import Row

PROOFS = ("strength_recorded", "recognised", "initiative_improved")


class Line(StrEnum):
    """The lines of evidence of definitions 4.2, in their order."""

    STANDS_OUT = "stands_out"
    PLACE = "place"
    DURABILITY = "durability"
    PROBABILITY = "probability"
    PROOF = "proof"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """`is_met` null: not known (one year of figures), which counts as met with the remark."""

    line: Line
    is_met: bool | None


def evidence_lines(row: Row, *, minimum_z: float, minimum_probability: float) -> list[EvidenceLine]:
    """The six lines of a row of `candidates`, judged by these thresholds (definitions 4.2)."""
    is_known = row["year_count"] is not None and row["year_count"] > 1
    probability = row["top_quartile_probability"]
    return [
        EvidenceLine(Line.STANDS_OUT, row["robust_z"] is not None and row["robust_z"] >= minimum_z),
        EvidenceLine(
            Line.PLACE, row["rank"] is not None and row["rank"] <= (row["quartile_rank"] or 0)
        ),
        EvidenceLine(Line.DURABILITY, bool(row["is_held"]) if is_known else None),
        EvidenceLine(
            Line.PROBABILITY,
            (probability is not None and probability >= minimum_probability) if is_known else None,
        ),
        EvidenceLine(Line.PROOF, any(proof in row["reasons_for"] for proof in PROOFS)),
        EvidenceLine(Line.GATE, row["serious_count"] == 0 and row["recurring_count"] == 0),
    ]
