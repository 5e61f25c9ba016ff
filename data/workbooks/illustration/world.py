"""The whole invented story: three years of scores and the season between the second and third."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.workbooks.illustration.criteria import Kind, links
from data.workbooks.illustration.findings import Finding, findings
from data.workbooks.illustration.follow_up import checked, look_again
from data.workbooks.illustration.initiatives import Initiative, initiatives
from data.workbooks.illustration.programme import Visit, programme
from data.workbooks.illustration.remediation import Remedy, boosts, remedies
from data.workbooks.illustration.rounds import Scores, scores
from data.workbooks.illustration.traits import Body, bodies

YEARS = (2020, 2021, 2022)
RemedyKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the workbooks tell; `confirmed` says which visit saw a remedy."""

    scores: dict[tuple[Body, int], Scores]
    remedies: dict[Body, list[Remedy]]
    visits: dict[int, list[Visit]]
    findings: dict[int, list[Finding]]
    confirmed: dict[RemedyKey, Visit]
    initiatives: list[Initiative]


def every_body() -> list[Body]:
    """All assessed units, districts first."""
    return [body for kind in Kind for body in bodies(kind)]


def remedy_key(row: Remedy) -> RemedyKey:
    """A remedy among all of them."""
    return row.body.code, row.leaf.code, row.part


@cache
def world() -> World:
    """The one story that the seed tells."""
    told = {(body, y): scores(body, body.kind, y, {}) for body in every_body() for y in YEARS[:2]}
    rows = {body: remedies(body, told[body, 2021]) for body in every_body()}
    for body in every_body():
        gained = boosts(rows[body], successors(body.kind))
        told[body, 2022] = scores(body, body.kind, 2022, gained)
    visits = {
        year: programme(year, {body: told[body, year - 1] for body in every_body()})
        for year in (2021, 2022)
    }
    found, confirmed = _inspect(visits, told, rows)
    ideas = [initiative for body in every_body() for initiative in initiatives(body)]
    return World(told, rows, visits, found, confirmed, ideas)


@cache
def successors(kind: Kind) -> dict[str, list[str]]:
    """Codes of 2022 that took over from each code of 2021."""
    found: dict[str, list[str]] = {}
    for link in links(kind):
        if link.from_code and link.to_code:
            found.setdefault(link.from_code, []).append(link.to_code)
    return found


def _inspect(
    visits: dict[int, list[Visit]],
    told: dict[tuple[Body, int], Scores],
    rows: dict[Body, list[Remedy]],
) -> tuple[dict[int, list[Finding]], dict[RemedyKey, Visit]]:
    found: dict[int, list[Finding]] = {2021: [], 2022: []}
    confirmed: dict[RemedyKey, Visit] = {}
    for visit in _in_order(visits[2021]):
        found[2021] += findings(visit, told[visit.body, 2021], [], [])
    _number(found[2021])
    for visit in _in_order(visits[2022]):
        now, body = told[visit.body, 2022], visit.body
        continued = look_again(visit, found[2021], now, successors(body.kind))
        here = findings(visit, now, rows[body], continued)
        found[2022] += here
        for row in checked(visit, rows[body], here):
            confirmed.setdefault(remedy_key(row), visit)
    _number(found[2022])
    return found, confirmed


def _in_order(visits: list[Visit]) -> list[Visit]:
    held = [(visit.held_on, visit.body.code, visit) for visit in visits if visit.held_on]
    return [visit for _, _, visit in sorted(held, key=lambda entry: entry[:2])]


def _number(found: list[Finding]) -> None:
    for number, finding in enumerate(found, start=1):
        finding.number = number
