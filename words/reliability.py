"""The mark of reliability and its reasons, in words with their figures (definitions 5.2)."""

from __future__ import annotations

from analysis.rows import Row
from words import formats
from words.catalogue import text, word_for

SIGNS = {"middling": "*", "low": "**"}  # behind a figure, as a footnote; a high one needs none
FIGURE_OF = {
    "little_evidence": "evidence_share",
    "large_self_gap": "self_gap_share",
    "much_not_applicable": "applicable_share",
}

NOTHING = frozenset({"little_evidence"})  # none at all is better said so than as 0%


def mark_words(mark: str) -> str:
    """'cao', 'trung bình *', 'thấp **': the word, and the sign behind the figure in charts."""
    return f"{word_for('term.mark', mark)} {SIGNS.get(mark, '')}".strip()


def reason_list(row: Row) -> str:
    """Why the mark is not high, joined; the failed tests with their figures."""
    said = [_reason(reason, row) for reason in row["reasons"] or ()]
    if row["is_provisional"]:
        said.insert(0, text("reliability.provisional"))
    return "; ".join(said)


def _reason(reason: str, row: Row) -> str:
    figure = FIGURE_OF.get(reason)
    if figure and (formats.is_missing(row[figure]) or (reason in NOTHING and not row[figure])):
        return text(f"reliability.unknown.{reason}")
    return text(
        f"reliability.reason.{reason}",
        evidence=formats.share(row["evidence_share"], 0),
        gap=formats.share(row["self_gap_share"], 1),
        unverified=formats.count(row["unverified_count"]),
        applicable=formats.share(row["applicable_share"], 0),
    )
