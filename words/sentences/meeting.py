"""What has moved since a meeting, and how far its decisions have come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from analysis.meeting import FIGURES, Measure, Moved, Tally
from analysis.rows import Rows
from data.meetings import KeyFigure, Meeting
from words import formats
from words.catalogue import counted, text
from words.sentences.overview import WAITING
from words.sentences.remediation import matters

# What a leader hears; the table says the rest.
SAID = ("rate_proved_by_points", "overdue", "contradicted", "open_serious_finding", "candidate")
STATES = ("done", "in_progress", "open", "dropped", "overdue")
WRITTEN: Mapping[Measure, Callable[[float | None], str]] = {
    Measure.SHARE: formats.share,
    Measure.PERCENT: formats.percent,
    Measure.COUNT: lambda value: formats.number(value, 0),
}


def moved_sentence(meeting: Meeting, now: str, figures: Sequence[Moved], decided: Tally) -> str:
    """From the meeting to the release shown now: what moved, and what became of the decisions."""
    said = [_change(figures, name) for name in SAID]
    changes = [change for change in said if change] or [text("meeting.nothing_moved")]
    then = meeting.seen.release_id
    return text(
        "meeting.moved" if then != now else "meeting.moved_same",
        day=formats.date(meeting.held_on),
        **({"then": then} if then != now else {}),
        now=now,
        changes="; ".join((", ".join(changes), decided_words(decided))),
    )


def none_yet_sentence(*, is_first: bool, may_keep: bool) -> str:
    """No meeting, or none before this first one: what that means, and what can be done."""
    if is_first:
        return text("meeting.first")
    said = text("meeting.none_yet")
    return f"{said} {text('meeting.none_yet_editor')}" if may_keep else said


def must_decide_sentence(decisions: Rows, models: Rows) -> str:
    """What waits for the meeting; `decisions` of the year judged, `models` of the year shown."""
    waiting = [*matters(decisions, WAITING), *matters(models, ("candidate",))]
    if not waiting:
        return text("overview.nothing_waits")
    return text("meeting.must_decide", items=formats.listing(waiting))


def _change(figures: Sequence[Moved], name: str) -> str:
    """One figure's way; '' where it did not move, or one side does not know it."""
    one = next((one for one in figures if one.name == name), None)
    if one is None or one.then is None or not one.difference:
        return ""
    return text(
        "meeting.change",
        name=text(f"meeting.said.{name}"),
        then=written_figure(one.then),
        now=written_figure(one.now),
        difference=difference_words(one),
    )


def written_figure(figure: KeyFigure | None) -> str:
    """A key figure as it is read, who it is about beside it."""
    if figure is None or figure.value is None:
        return formats.MISSING
    words = WRITTEN[FIGURES[figure.name]](figure.value)
    return f"{figure.said}: {words}" if figure.said else words


def difference_words(one: Moved) -> str:
    """How far a figure moved, with its sign; a dash where a side does not know it."""
    words = formats.signed(one.difference)
    if one.measure is Measure.COUNT or one.difference is None:
        return words
    return text("meeting.share_difference", value=words)


def decided_words(decided: Tally) -> str:
    """How many decisions there are, and how many are in each state; only states there are."""
    if not decided.total:
        return text("meeting.nothing_decided")
    parts = [
        text(f"meeting.parts.{state}", count=formats.count(how_many))
        for state in STATES
        if (how_many := getattr(decided, state))
    ]
    return counted(
        "meeting.decided",
        decided.total,
        count=formats.count(decided.total),
        parts=", ".join(parts),
    )


def figure_row(one: Moved) -> dict[str, str]:
    """A line of the table: what, of which group and year, then, now, how far it moved."""
    what = [text(f"meeting.figure.{one.name}"), one.group, one.year and str(one.year)]
    return {
        "key_figure": " · ".join(part for part in what if part),
        "then_said": written_figure(one.then),
        "now_said": written_figure(one.now),
        "moved_said": difference_words(one),
    }
