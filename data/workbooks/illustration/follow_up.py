"""Second looks: what a visit saw of earlier findings and of remedies that a unit reported."""

from __future__ import annotations

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.findings import (
    LIMITATION,
    VIOLATION,
    Finding,
    limitation,
    reference,
)
from data.workbooks.illustration.programme import SEASON_DAY, Visit
from data.workbooks.illustration.remediation import CLAIMS, Remedy, Stand
from data.workbooks.illustration.rounds import Scores
from data.workbooks.illustration.wording import phrases

MENDED = 0.1  # of a leaf's maximum may still be lost when a team calls it mended


def look_again(
    visit: Visit, earlier: list[Finding], scores: Scores, successors: dict[str, list[str]]
) -> list[Finding]:
    """Closes earlier findings that are mended; returns the limitations that continue the others."""
    continued = []
    for before in earlier:
        if before.visit.body != visit.body or before.area not in visit.areas or before.closed_by:
            continue
        if before.kind == VIOLATION and Stream("handled", before.number).happens(0.6):
            before.closed_by = visit
        if before.kind == LIMITATION and before.leaf is not None:
            heirs = [scores[code] for code in successors.get(before.leaf.code, [])]
            worst = max(heirs, key=lambda score: score.lost_share, default=None)
            if worst is not None and worst.lost_share <= MENDED:
                before.closed_by = visit
            elif worst is not None:
                continued.append(_continue(before, limitation(visit, worst, is_claimed=False)))
    return continued


def _continue(before: Finding, after: Finding) -> Finding:
    source = before.visit.conclusion(SEASON_DAY)
    what = after.description[:1].lower() + after.description[1:]
    after.description = phrases()["continued"].format(source=source, what=what)
    after.continues = before
    return after


def checked(visit: Visit, rows: list[Remedy], found: list[Finding]) -> list[Remedy]:
    """The reported remedies that a visit confirmed; now and then it believes a hollow one."""
    open_leaves = {reference(f.leaf, visit) for f in found if f.kind == LIMITATION}
    open_lineages = {f.leaf.lineage for f in found if f.kind == LIMITATION and f.leaf}
    stand = Stand.SEASON if visit.is_held(SEASON_DAY) else Stand.YEAR_END
    confirmed = []
    for row in rows:
        stream = Stream("checked", visit.body.code, visit.planned_on, row.leaf.code, row.part)
        is_seen = row.leaf.reform_area in visit.areas and row.states[stand] in CLAIMS
        is_open = row.leaf.lineage in open_lineages or row.leaf.label in open_leaves
        likely = 0.65 if row.effect >= 0.7 else 0.14
        if is_seen and not is_open and stream.happens(likely):
            confirmed.append(row)
    return confirmed
