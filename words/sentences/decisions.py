"""What was decided, in words: who, by which document, who is to do it, until when."""

from __future__ import annotations

from analysis.rows import Row
from data.decisions import DecisionKept
from words import formats
from words.catalogue import text


def decision_words(kept: DecisionKept) -> str:
    """A decision of the journal in one paragraph."""
    said = kept.decision
    parts = [
        _by_whom(said.decision_body, said.decision_number, said.decided_on),
        text("decided.responsible", who=said.responsible) if said.responsible else "",
        text("decided.due", day=formats.date(said.due_on)) if said.due_on else "",
        text("decided.state", state=text(f"decided.states.{said.state}")),
    ]
    figures = {
        "content": said.content,
        "facts": "; ".join(part for part in parts if part),
        "by": kept.written_by,
        "at": formats.moment(kept.written_at),
        "release": kept.release_id,
    }
    key = "decided.decision" if kept.revision == 1 else "decided.revised"
    return text(key, **figures, revision=formats.count(kept.revision))


def register_decision_words(initiative: Row) -> str:
    """The decision that the register of initiatives holds; '' where it holds none."""
    body = _by_whom(
        initiative["decision_body"], initiative["decision_number"], initiative["decision_on"]
    )
    if not body and not initiative["decision"]:
        return ""
    return text(
        "decided.register",
        name=initiative["name"],
        content=initiative["decision"] or text("decided.no_wording"),
        facts=body or text("decided.nobody"),
    )


def _by_whom(body: str | None, number: str | None, day: object) -> str:
    parts = [
        body or "",
        text("decided.number", number=number) if number else "",
        text("decided.on", day=formats.date(day)) if day else "",  # type: ignore[arg-type]
    ]
    return " ".join(part for part in parts if part)
