"""Models worth replicating, what was decided, what is proposed."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.meeting import tally
from reports.asking import Answers
from reports.paper import Paragraph, Part
from reports.reviewed import receivers_of
from words import formats
from words.catalogue import text
from words.reasons import reasons_text
from words.sentences.best_practice import candidates_sentence, receivers_sentence
from words.sentences.meeting import decided_words
from words.sentences.remediation import matters

MODELS_SHOWN, INITIATIVES_SHOWN, DECISIONS_SHOWN = 6, 6, 12
WAITING = (
    "contradicted",
    "overdue",
    "recurring",
    "open_serious_finding",
    "overdue_finding",
    "late_inspection",
    "missing_report",
)


def models(answers: Answers) -> Iterator[Part]:
    """Candidates with their reasons and receivers; initiatives that a council recognised."""
    judged = answers.rows("candidates")
    yield Paragraph(candidates_sentence(judged, year=answers.asked.year or 0))
    receivers = answers.rows("receivers")
    for row in [row for row in judged if row["result"] == "candidate"][:MODELS_SHOWN]:
        yield Paragraph(
            text(
                "report.model",
                unit=row["unit_name"],
                area=row["area_name"],
                reasons=reasons_text("reasons_for", row),
                receivers=receivers_sentence(row, receivers_of(row, receivers)),
            ),
            is_item=True,
        )
    recognised = [row for row in answers.judged("initiatives") if row["recognition"]]
    if recognised:
        yield Paragraph(text("report.initiatives", count=formats.count(len(recognised))))
    for row in recognised[:INITIATIVES_SHOWN]:
        yield Paragraph(
            text(
                "report.initiative",
                unit=row["unit_name"],
                name=row["name"],
                recognition=row["recognition"],
            ),
            is_item=True,
        )


def proposals(answers: Answers) -> Iterator[Part]:
    """What waits for somebody to decide, a sentence each."""
    waiting = answers.judged("decisions")
    found = [matter for matter in WAITING if matters(waiting, (matter,))]
    for matter in found:
        (said,) = matters(waiting, (matter,))
        yield Paragraph(text(f"report.propose.{matter}", matter=said), is_item=True)
    for said in matters(answers.rows("decisions"), ("candidate",)):
        yield Paragraph(text("report.propose.candidate", matter=said), is_item=True)
    if not found:
        yield Paragraph(text("overview.nothing_waits"))


def decided(answers: Answers) -> Iterator[Part]:
    """What was decided until the release was published, and how far each of it has come."""
    rows = answers.rows("decisions_taken", year=None)
    if not rows:
        return
    yield Paragraph(text("report.decided", decided=decided_words(tally(rows))))
    for row in rows[:DECISIONS_SHOWN]:
        state = [text(f"decided.states.{row['state']}")]
        if row["is_overdue"]:
            state.append(text("report.overdue"))
        yield Paragraph(
            text(
                "report.decision",
                words=row["content"],
                who=row["responsible"] or formats.MISSING,
                due=formats.date(row["due_on"]),
                state=", ".join(state),
            ),
            is_item=True,
        )
