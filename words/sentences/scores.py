"""What an index stands on: its maximum, bonus and penalty, classes, and what was published."""

from __future__ import annotations

from collections import Counter

from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text, word_for


def measured_words(row: Row) -> str:
    """'72/100' where something does not apply, else '100'; '–' where no maximum is known."""
    own, full = row["maximum_points"], row["full_maximum_points"]
    if own is None or full is None or own == full:
        return formats.points(own)
    return f"{formats.points(own)}/{formats.points(full)}"


def reduced_words(row: Row) -> str:
    """'trên 72/100 điểm' beside a rank; '' where the whole set applies."""
    own, full = row.get("maximum_points"), row.get("full_maximum_points")
    if own is None or full is None or own == full:
        return ""
    return text("scores.reduced", own=formats.points(own), full=formats.points(full))


def adjustment_sentence(ranking: Rows) -> str:
    """Whether bonus and penalty decide the ranks; '' where the set has none."""
    known = [row for row in ranking if row["adjustment_points"] is not None]
    if not known:
        return ""
    changed = sum(1 for row in known if row["adjustment_points"])
    key = "adjusted_ranks" if known[0]["ranks_adjusted"] else "adjusted_beside"
    count = counted("standing.units", changed, count=formats.count(changed))
    return text(f"scores.{key}", count=count)


def bands_sentence(ranking: Rows) -> str:
    """How many stand in each class of the group's own bands, best class first; '' without bands."""
    found = Counter(row["band"] for row in ranking if row["band"])
    if not found:
        return ""
    said = [
        text("scores.band", band=band, count=formats.count(count)) for band, count in found.items()
    ]
    return text("scores.bands", bands=formats.listing(said))


def apart_reason(row: Row) -> str:
    """Why a unit stands apart from the ranking."""
    if row["index_percent"] is None:
        missing = row["missing_count"] or 0
        return counted("scores.apart_missing", missing, count=formats.count(missing))
    if row["is_provisional"]:
        return text("scores.apart_provisional")
    return text(f"scores.apart_{'published' if row['basis'] == 'published' else 'unranked'}")


def published_sentence(published: Rows) -> str:
    """Whether what a decision printed agrees with what the scores give; '' where nothing was
    printed."""
    if not published:
        return ""
    held = [row for row in published if row["computed"] is not None or row["computed_text"]]
    if not held:
        return text("scores.nothing_to_hold", count=formats.count(len(published)))
    differ = [row for row in held if row["is_different"]]
    if not differ:
        return text("scores.published_agree", count=formats.count(len(held)))
    return text(
        "scores.published_differ",
        differ=formats.count(len(differ)),
        count=formats.count(len(held)),
        worst=_worst(differ),
    )


def _worst(differ: Rows) -> str:
    """The figure that differs most, both ways printed."""
    row = max(differ, key=lambda row: (abs(row["difference"] or 0), row["unit_code"]))
    return text(
        "scores.difference",
        unit=row["unit_name"],
        what=word_for("term.published", row["what"]),
        published=_as_said(row["published"], row["published_text"]),
        computed=_as_said(row["computed"], row["computed_text"]),
    )


def _as_said(figure: float | None, printed: str | None) -> str:
    """A number as a number; a class, which has none, as the word that was printed."""
    return formats.points(figure) if figure is not None else printed or formats.MISSING
