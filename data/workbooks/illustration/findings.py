"""What inspections established, from what the units did at the leaves they were inspected on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Criterion, leaves
from data.workbooks.illustration.programme import SEASON_DAY, Visit
from data.workbooks.illustration.remediation import CLAIMS, Remedy, Stand
from data.workbooks.illustration.rounds import LeafScore, Scores
from data.workbooks.illustration.scoring import Achievement
from data.workbooks.illustration.traits import traits
from data.workbooks.illustration.wording import counted, of_kind, phrases, share_text

STRENGTH, LIMITATION = "Ưu điểm", "Tồn tại, hạn chế"
DIFFICULTY, VIOLATION = "Khó khăn, vướng mắc", "Sai phạm"
MOST_LIMITATIONS = 5  # a visit's conclusion
HALF_YEAR = 0.45  # of a year's cases have passed when a team counts them


@dataclass(slots=True)
class Finding:
    """One row of the findings; `closed_by` is the later visit that saw it mended."""

    visit: Visit
    area: str
    kind: str
    description: str
    leaf: Criterion | None = None
    severity: str = ""
    cause: str = ""
    responsible: str = ""
    subject: str = ""
    guidance: str = ""
    recommendation: str = ""
    days_to_mend: int = 0
    handling: tuple[str, str, str] = ("", "", "")
    results: dict[Stand, str] = field(default_factory=dict)
    continues: Finding | None = None
    closed_by: Visit | None = None
    number: int = 0

    @property
    def deadline_on(self) -> datetime.date | None:
        """Days after the conclusion, where something is to be mended."""
        if not self.days_to_mend or self.visit.concluded_on is None:
            return None
        return self.visit.concluded_on + datetime.timedelta(self.days_to_mend)


def findings(
    visit: Visit, scores: Scores, rows: list[Remedy], continued: list[Finding]
) -> list[Finding]:
    """The findings of a held visit; `continued` are limitations that go on from earlier ones."""
    claimed = {row.leaf.lineage for row in rows if row.states[Stand.SEASON] in CLAIMS}
    taken = {finding.leaf.code for finding in continued if finding.leaf}
    found = [*_strengths(visit, scores), *continued]
    for score in _shortcomings(visit, scores, claimed):
        if score.leaf.code not in taken and len(found) < MOST_LIMITATIONS + len(continued):
            found.append(limitation(visit, score, is_claimed=score.leaf.lineage in claimed))
    found += [*_difficulties(visit), *_violations(visit)]
    order = list(visit.areas)
    return sorted(found, key=lambda finding: order.index(finding.area))


def limitation(visit: Visit, score: LeafScore, *, is_claimed: bool) -> Finding:
    """What is missing at a leaf, as a team that looked at half a year's cases writes it."""
    leaf = score.leaf
    stream = Stream("limitation", visit.body.code, visit.planned_on, leaf.code)
    words = phrases()[leaf.reform_area]
    seen = _half_year(leaf, score.done)
    what = counted(leaf, seen)
    way = "_percent" if leaf.rule == "percent" else "" if what else "_plain"
    template = stream.one(phrases()[f"limitation{way}"])
    text = template.format(name=leaf.name, counted=what, fault=leaf.fault)
    if is_claimed and visit.year == 2022:
        text += phrases()["follow_up"]
    return Finding(
        visit,
        leaf.reform_area,
        LIMITATION,
        text,
        leaf,
        severity=_severity(score, stream),
        cause=stream.one(phrases()["cause_inside" if stream.happens(0.8) else "cause_outside"]),
        responsible=stream.one(of_kind(words, "responsible", visit.body.kind)),
        guidance=stream.one(words["guidance"]) if stream.happens(0.6) else "",
        recommendation=stream.one(words["recommendation"]),
        days_to_mend=stream.one((15, 20, 30, 30)),
        results=_results(visit, stream),
    )


def reference(leaf: Criterion | None, visit: Visit) -> str:
    """The criterion as the register can name it on the day: code and name, name, or nothing.

    In September the set of 2022 is not out: only what it leaves as it was is named by its code.
    """
    if leaf is None:
        return ""
    if visit.year == 2021:
        return leaf.label
    old = {before.code: before for before in leaves(visit.body.kind, 2021)}
    before = old[leaf.predecessors[0]] if len(leaf.predecessors) == 1 else None
    if before is None or before.name != leaf.name:
        return "" if visit.is_held(SEASON_DAY) else leaf.label
    return leaf.label if before.code == leaf.code else leaf.name


def _half_year(leaf: Criterion, done: Achievement) -> Achievement:
    if not leaf.rule.startswith("share") or done.total < 100:
        return done
    total = round(done.total * HALF_YEAR)
    missing = max(1, round((done.total - done.done) * HALF_YEAR))
    return Achievement(total - missing, total)


def _shortcomings(visit: Visit, scores: Scores, claimed: set[str]) -> list[LeafScore]:
    """Leaves of the inspected areas with losses, those that stand out first, two an area."""
    stream = Stream("shortcomings", visit.body.code, visit.planned_on)
    weighed = [
        (stream.share() - score.lost_share - 0.4 * (score.leaf.lineage in claimed), score)
        for score in scores.values()
        if score.leaf.reform_area in visit.areas
        and not score.leaf.is_survey
        and score.lost_share > 0.08
    ]
    ordered = [score for _, score in sorted(weighed, key=lambda pair: pair[0])]
    of_area = [score.leaf.reform_area for score in ordered]
    return [
        score
        for place, score in enumerate(ordered)
        if of_area[:place].count(score.leaf.reform_area) < 2
    ]


def _severity(score: LeafScore, stream: Stream) -> str:
    if score.lost_share >= 0.5 and stream.happens(0.4):
        return "Nghiêm trọng"
    return "Trung bình" if score.lost_share >= 0.2 else "Nhẹ"


def _results(visit: Visit, stream: Stream) -> dict[Stand, str]:
    """What the unit writes of its mending, by its effort and its candour."""
    trait = traits(visit.body.code)
    is_mended = stream.happens(0.25 + 0.5 * trait.effort)
    says_so = is_mended or stream.happens(0.5 * (1 - trait.candour))
    later = "Đã khắc phục" if says_so else "Đang khắc phục"
    if visit.year == 2021:
        return {Stand.SEASON: later, Stand.YEAR_END: later}
    return {Stand.SEASON: stream.one(("", "", "Đang khắc phục")), Stand.YEAR_END: ""}


def _strengths(visit: Visit, scores: Scores) -> list[Finding]:
    found = []
    for area in visit.areas:
        stream = Stream("strength", visit.body.code, visit.planned_on, area)
        here = [
            s for s in scores.values() if s.leaf.reform_area == area and s.verified_2 is not None
        ]
        whole = sum(float(score.leaf.points) for score in here)
        lost = sum(float(score.lost) for score in here)
        best = [s for s in here if s.lost_share < 0.03 and s.leaf.rule.startswith("share")]
        if here and lost < 0.075 * whole and best and stream.happens(0.65):
            score = stream.one(best)
            text = stream.one(phrases()[area]["strength"]).format(
                name=score.leaf.name,
                done=share_text(score.leaf, _half_year(score.leaf, score.done)),
            )
            found.append(Finding(visit, area, STRENGTH, text, score.leaf))
    return found


def _difficulties(visit: Visit) -> list[Finding]:
    stream = Stream("difficulty", visit.body.code, visit.planned_on)
    if not stream.happens(0.6):
        return []
    area = stream.one(visit.areas)
    return [Finding(visit, area, DIFFICULTY, stream.one(phrases()[area]["difficulty"]))]


def _violations(visit: Visit) -> list[Finding]:
    discipline = traits(visit.body.code).discipline
    return [
        _violation(visit, area)
        for area in visit.areas
        if "violation" in phrases()[area]
        and Stream("violation", visit.body.code, visit.planned_on, area).happens(
            0.02 + 0.22 * (1 - discipline)
        )
    ]


def _violation(visit: Visit, area: str) -> Finding:
    stream = Stream("handling", visit.body.code, visit.planned_on, area)
    words = phrases()["violation"]
    body = stream.one(of_kind(words, "body", visit.body.kind))
    of_whom = "person" if stream.happens(0.3) else "collective"
    text = stream.one(phrases()[area]["violation"]).format(n=stream.whole(2, 7))
    state = words["handling_state"][2 if visit.year == 2021 else stream.whole(0, 2)]
    return Finding(
        visit,
        area,
        VIOLATION,
        text,
        severity=stream.one(("Trung bình", "Trung bình", "Nghiêm trọng")),
        cause=stream.one(phrases()["cause_inside"]),
        responsible=stream.one(of_kind(phrases()[area], "responsible", visit.body.kind)),
        subject=stream.one(words[of_whom]),
        recommendation=stream.one(phrases()[area]["recommendation"]),
        days_to_mend=30,
        handling=(stream.one(words[f"handling_{of_whom}"]), body, state),
        results=_results(visit, stream),
    )
