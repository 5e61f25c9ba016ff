"""What the Data desk says: the state of a book, and what an import or publication came to."""

from __future__ import annotations

from data.difference import Difference
from data.outcomes import ImportOutcome, Published
from data.problems import Severity
from words import formats
from words.catalogue import counted, text


def book_sentence(book: str, *, current: str | None, draft: str | None) -> str:
    """Which release readers of the book see."""
    name = text(f"term.book.{book}")
    if current is not None:
        return text("desk.current", book=name, release=current)
    return text("desk.only_draft" if draft else "desk.nothing_yet", book=name)


def pending_sentence(
    changed: Difference | None,
    *,
    draft: str | None,
    is_outdated: bool = False,
    current: str | None = None,
) -> str:
    """What publication would change, counted."""
    if draft is None:
        return text("desk.hand_in_first")
    if is_outdated:
        return text("desk.outdated")
    if changed is None:
        return text("desk.not_comparable" if current else "desk.first_publication")
    if not changed.changes and not changed.moves:
        return text("desk.nothing_pending")
    ranks = sum(1 for move in changed.moves if move.rank_before != move.rank_after)
    return text(
        "desk.pending",
        changes=counted(
            "desk.values", len(changed.changes), count=formats.count(len(changed.changes))
        ),
        moves=counted("desk.indices", len(changed.moves), count=formats.count(len(changed.moves))),
        ranks=counted("desk.ranks", ranks, count=formats.count(ranks)),
    )


def outcome_sentence(outcome: ImportOutcome, *, is_import: bool) -> str:
    """What a check or an import came to."""
    errors = sum(1 for problem in outcome.problems if problem.severity is Severity.ERROR)
    warnings = len(outcome.problems) - errors
    counts = {
        "errors": counted("desk.errors", errors, count=formats.count(errors)),
        "warnings": counted("desk.warnings", warnings, count=formats.count(warnings)),
    }
    if outcome.is_refused:
        return text("desk.refused" if is_import else "desk.would_be_refused", **counts)
    if not is_import:
        return text("desk.would_be_taken", **counts)
    if not outcome.is_new:
        return text("desk.nothing_new")
    rows = sum(outcome.row_counts.values())
    taken = len(outcome.files) - len(outcome.skipped)
    return text(
        "desk.imported",
        import_id=formats.plain_year(outcome.import_id),
        rows=counted("desk.rows", rows, count=formats.count(rows)),
        files=counted("desk.files_taken", taken, count=formats.count(taken)),
        book=text(f"term.book.{outcome.book}"),
        **counts,
    )


def published_sentence(published: Published) -> str:
    """What a publication came to."""
    key = "published" if published.is_new or published.has_moved else "nothing_to_publish"
    return text(f"desk.{key}", release=published.release_id, as_of=formats.date(published.as_of))
