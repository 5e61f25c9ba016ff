"""What units write and do about the points they lost in 2021."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Criterion, Kind
from data.workbooks.illustration.rounds import LeafScore, Scores
from data.workbooks.illustration.traits import Body, traits
from data.workbooks.illustration.wording import day_text, of_kind, phrases

FULL_EFFECT = 1.5  # what a remedy that was really carried out adds to quality in the next year
DEADLINES = (
    (datetime.date(2022, 6, 30), "30/6/2022"),
    (datetime.date(2022, 7, 31), "31/7/2022"),
    (datetime.date(2022, 8, 31), "31/8/2022"),
    (datetime.date(2022, 9, 30), "Quý III/2022"),
    (datetime.date(2022, 10, 31), "Tháng 10/2022"),
    (datetime.date(2022, 11, 30), "30/11/2022"),
    (datetime.date(2022, 12, 10), "10/12/2022"),
)


class Stand(StrEnum):
    """The day up to which a register speaks."""

    SEASON = "season"
    YEAR_END = "year_end"


class State(StrEnum):
    """What a register says of a remedy, as the form spells it."""

    NO_PLAN = "chưa có kế hoạch"
    IN_PROGRESS = "đang khắc phục"
    REPORTED = "đã báo cáo, chờ xác minh"
    DONE = "đã khắc phục"
    PARTLY = "khắc phục một phần"
    CANNOT = "không thể khắc phục (khách quan)"


CLAIMS = (State.REPORTED, State.DONE, State.PARTLY)


@dataclass(frozen=True, slots=True)
class Remedy:
    """One row of the register: `effect` is what was really done, from 0 to 1; nobody writes it."""

    body: Body
    score: LeafScore
    part: int
    effect: float
    reason: str
    cause: str
    action: str
    lead: str
    support: str
    responsible: str
    deadline: str
    states: dict[Stand, State]
    results: dict[Stand, str]
    evidence: dict[Stand, str]

    @property
    def leaf(self) -> Criterion:
        """The leaf of 2021 where the points were lost."""
        return self.score.leaf


def remedies(body: Body, scores: Scores) -> list[Remedy]:
    """The rows that a unit writes; what it does not write about has no row."""
    rows: list[Remedy] = []
    for score in scores.values():
        stream = Stream("remedy", body.code, score.leaf.lineage)
        is_lost = score.lost > 0 and not score.leaf.is_survey
        if is_lost and stream.happens(0.78 + 0.2 * traits(body.code).diligence):
            rows.append(_remedy(body, score, 1, stream))
            if rows[-1].action and stream.happens(0.05):
                rows.append(_remedy(body, score, 2, stream))
    return rows


def boosts(rows: list[Remedy], successors: dict[str, list[str]]) -> dict[str, float]:
    """What remedies add to the quality of the leaves of 2022, by code."""
    gained: dict[str, float] = {}
    for row in rows:
        for code in successors.get(row.leaf.code, []):
            gained[code] = max(gained.get(code, 0.0), FULL_EFFECT * row.effect)
    return gained


def _remedy(body: Body, score: LeafScore, part: int, stream: Stream) -> Remedy:
    words = phrases()[score.leaf.reform_area]
    if stream.happens(0.04):
        return _hopeless(body, score, part, stream)
    if not stream.happens(0.5 + 0.48 * traits(body.code).effort):
        return _untouched(body, score, part, stream)
    effect = _effect(body, stream)
    due = stream.whole(0, len(DEADLINES) - 1)
    season = _state(body, effect, is_late=due > 3, stream=stream)
    year_end = _later(body, effect, season, stream)
    states = {Stand.SEASON: season, Stand.YEAR_END: year_end}
    return Remedy(
        body,
        score,
        part,
        effect,
        reason=score.note,
        cause=_cause(stream),
        action=stream.one(words["action"]),
        lead=of_kind(words, "lead", body.kind)[0],
        support=stream.one(of_kind(phrases(), "support", body.kind)),
        responsible=stream.one(of_kind(words, "responsible", body.kind)),
        deadline=DEADLINES[due][1] if stream.happens(0.93) else "",
        states=states,
        results={stand: _result(state, stream) for stand, state in states.items()},
        evidence=_papers(body, states, stream),
    )


def _effect(body: Body, stream: Stream) -> float:
    """Real, in part, or hollow: the more effort a unit makes, the more of it is real."""
    effort = traits(body.code).effort
    place = stream.share()
    if place < effort:
        return stream.between(0.7, 1.0)
    return stream.between(0.2, 0.5) if place < effort + 0.15 else 0.0


def _state(body: Body, effect: float, *, is_late: bool, stream: Stream) -> State:
    """What the unit says in September; without candour it claims what was not done."""
    says_too_much = stream.happens(0.75 * (1 - traits(body.code).candour))
    if is_late and not says_too_much:
        return State.IN_PROGRESS if stream.happens(0.8) else State.REPORTED
    if effect >= 0.7 or says_too_much:
        return State.DONE if stream.happens(0.6) else State.REPORTED
    if effect > 0:
        return State.PARTLY if stream.happens(0.6) else State.IN_PROGRESS
    return State.IN_PROGRESS


def _later(body: Body, effect: float, season: State, stream: Stream) -> State:
    """What the unit says in December: claims stay, work in progress ends or does not."""
    if season is not State.IN_PROGRESS:
        return State.DONE if season is State.REPORTED and stream.happens(0.5) else season
    if effect >= 0.7 or stream.happens(0.5 * (1 - traits(body.code).candour)):
        return State.DONE if stream.happens(0.7) else State.REPORTED
    return State.PARTLY if effect > 0 else State.IN_PROGRESS


def _cause(stream: Stream) -> str:
    side = "cause_inside" if stream.happens(0.74) else "cause_outside"
    return str(stream.one(phrases()[side]))


def _result(state: State, stream: Stream) -> str:
    uses = {
        State.DONE: "result_done",
        State.REPORTED: "result_reported",
        State.PARTLY: "result_partly",
        State.IN_PROGRESS: "result_in_progress",
    }
    return str(stream.one(phrases()[uses[state]])) if stream.happens(0.85) else ""


def _papers(body: Body, states: dict[Stand, State], stream: Stream) -> dict[Stand, str]:
    """Papers that a claim rests on; a careless unit claims without any."""
    written = str(stream.one(phrases()["evidence"])).format(
        n=stream.whole(11, 890),
        office="UBND" if body.kind is Kind.DISTRICTS else body.code,
        day=day_text(datetime.date(2022, stream.whole(5, 9), stream.whole(1, 28))),
    )
    has_papers = stream.happens(0.35 + 0.6 * traits(body.code).diligence)
    return {
        stand: written if state in CLAIMS and has_papers else "" for stand, state in states.items()
    }


def _hopeless(body: Body, score: LeafScore, part: int, stream: Stream) -> Remedy:
    why = str(stream.one(phrases()["cannot_be_done"]))
    return _bare(body, score, part, State.CANNOT, why, _cause(stream))


def _untouched(body: Body, score: LeafScore, part: int, stream: Stream) -> Remedy:
    return _bare(body, score, part, State.NO_PLAN, "", _cause(stream) if part == 1 else "")


def _bare(body: Body, score: LeafScore, part: int, state: State, result: str, cause: str) -> Remedy:
    """A row without action, deadline or paper."""
    both = (Stand.SEASON, Stand.YEAR_END)
    nothing = dict.fromkeys(both, "")
    states, results = dict.fromkeys(both, state), dict.fromkeys(both, result)
    return Remedy(
        body, score, part, 0.0, score.note, cause, "", "", "", "", "", states, results, nothing
    )
