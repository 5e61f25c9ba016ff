"""The evidence on a candidate as lines of a table: what, how much, against what, met or not."""

from __future__ import annotations

from analysis.candidate_evidence import PROOFS, EvidenceLine, Line, evidence_lines
from analysis.rows import Row
from words import formats
from words.catalogue import text
from words.reasons import reason_words


def lines_of(row: Row, *, minimum_z: float, minimum_probability: float) -> list[Row]:
    """Rows with `evidence_line`, `figure`, `threshold`, `met` of a row of `candidates`."""
    judged = evidence_lines(row, minimum_z=minimum_z, minimum_probability=minimum_probability)
    return [
        {
            "evidence_line": text(f"evidence.line.{line.line}"),
            "figure": _figure(line.line, row),
            "threshold": text(
                f"evidence.threshold.{line.line}",
                z=formats.number(minimum_z),
                probability=formats.share(minimum_probability, 0),
                quartile=formats.count(row["quartile_rank"]),
            ),
            "met": _met(line),
        }
        for line in judged
    ]


def _met(line: EvidenceLine) -> str:
    if line.is_met is None:
        return text("evidence.unknown")
    return text("evidence.met" if line.is_met else "evidence.not_met")


def _figure(line: Line, row: Row) -> str:
    if line is Line.STANDS_OUT:
        reason = row["robust_z_reason"]
        return reason_words(reason, row) if reason else formats.number(row["robust_z"])
    if line is Line.PLACE:
        return formats.rank(row["rank"], row["unit_count"])
    if line is Line.DURABILITY:
        return _durability(row)
    if line is Line.PROBABILITY:
        return formats.share(row["top_quartile_probability"], 0)
    if line is Line.PROOF:
        shown = [reason_words(proof, row) for proof in PROOFS if proof in row["reasons_for"]]
        return "; ".join(shown) or text("evidence.no_proof")
    return text(
        "evidence.gate",
        serious=formats.count(row["serious_count"]),
        recurring=formats.count(row["recurring_count"]),
    )


def _durability(row: Row) -> str:
    if row["year_count"] is None or row["year_count"] < 2:
        return text("evidence.one_year")
    key = "held" if row["is_held"] else "fell"
    return text(f"evidence.{key}", years=formats.count(row["year_count"]))
