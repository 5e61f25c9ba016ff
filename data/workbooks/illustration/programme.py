"""The inspection programme: who is visited when, by whom, on what, with which other teams."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.rounds import Scores
from data.workbooks.illustration.traits import Body, traits
from data.workbooks.illustration.wording import day_text, phrases

INSPECTED_AREAS = (
    "direction",
    "institutions",
    "procedures",
    "apparatus",
    "civil_service",
    "digital_government",
)
ON_SITE, ON_FILE, UNANNOUNCED = "Trực tiếp", "Qua hồ sơ, môi trường số", "Đột xuất"
# First and last planned day, visits of the year; plan 108/KH-UBND: June to November 2022.
SEASONS = {
    2021: (datetime.date(2021, 5, 10), datetime.date(2021, 11, 12), 9),
    2022: (datetime.date(2022, 6, 8), datetime.date(2022, 11, 22), 21),
}
SEASON_DAY = datetime.date(2022, 9, 30)
YEAR_END = datetime.date(2022, 12, 31)
NOT_HELD = 0.07  # how often a planned visit does not take place


@dataclass(slots=True)
class Visit:
    """One row of a programme; the number of its conclusion is given in order of days."""

    body: Body
    year: int
    planned_on: datetime.date
    held_on: datetime.date | None
    form: str
    areas: tuple[str, ...]
    thematic: str
    head: str
    members: str
    report_due_on: datetime.date | None
    report_received_on: datetime.date | None
    concluded_on: datetime.date | None
    number: int = 0

    def is_held(self, on: datetime.date) -> bool:
        """It had taken place by that day."""
        return self.held_on is not None and self.held_on <= on

    def is_concluded(self, on: datetime.date) -> bool:
        """Its conclusion was out by that day."""
        return self.concluded_on is not None and self.concluded_on <= on

    def conclusion(self, on: datetime.date) -> str:
        """'15/TB-ĐKT ngày 12/9/2022', empty before it is out."""
        if self.concluded_on is None or not self.is_concluded(on):
            return ""
        return f"{self.number}/TB-ĐKT ngày {day_text(self.concluded_on)}"

    def source(self, on: datetime.date) -> str:
        """The conclusion, or the day of the visit while there is none."""
        day = "" if self.held_on is None else day_text(self.held_on)
        return self.conclusion(on) or f"Biên bản kiểm tra ngày {day}"


def programme(year: int, standings: dict[Body, Scores]) -> list[Visit]:
    """The visits of a year, in order of planned days; weak units are drawn more often."""
    first, last, count = SEASONS[year]
    chosen = sorted(standings, key=lambda body: _turn(body, year, standings[body]))[:count]
    chosen.sort(key=lambda body: Stream("order", body.code, year).share())
    span = (last - first).days
    visits = [
        _visit(body, year, _weekday(first + datetime.timedelta(_days_in(place, count, span))))
        for place, body in enumerate(chosen)
    ]
    if year == 2022:
        visits.append(_separate_visit(visits))
    _number(visits)
    return sorted(visits, key=lambda visit: (visit.planned_on, visit.body.code))


def _turn(body: Body, year: int, standing: Scores) -> float:
    """The smaller, the sooner the unit is chosen."""
    lost = sum(score.lost_share for score in standing.values()) / len(standing)
    return Stream("chosen", body.code, year).share() - 1.5 * lost


def _days_in(place: int, count: int, span: int) -> int:
    """Days from the first visit to this one: sparse in summer, denser in autumn."""
    gone = Fraction(place, count - 1)
    return int(span * gone * (3 - gone) / 2)


def _weekday(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta((0, 0, 0, 0, 0, 2, 1)[day.weekday()])


def _visit(body: Body, year: int, planned_on: datetime.date) -> Visit:
    stream = Stream("visit", body.code, year)
    place = stream.share()
    form = UNANNOUNCED if place < 0.12 else ON_FILE if place < 0.28 else ON_SITE
    areas = _areas(body, form, stream)
    held_on: datetime.date | None = _weekday(planned_on + datetime.timedelta(stream.whole(0, 4)))
    if year == 2022 and stream.happens(NOT_HELD):
        held_on = None
    due = None if form == UNANNOUNCED else _weekday(planned_on - datetime.timedelta(10))
    return Visit(
        body,
        year,
        planned_on,
        held_on,
        form,
        areas,
        thematic=_thematic(body, areas, stream),
        head=stream.one(phrases()["programme"]["head"]),
        members=stream.one(phrases()["programme"]["members"]),
        report_due_on=due,
        report_received_on=_received(body, due, stream),
        concluded_on=_concluded(held_on, stream),
    )


def _areas(body: Body, form: str, stream: Stream) -> tuple[str, ...]:
    count = stream.whole(1, 2) if form == UNANNOUNCED else stream.whole(4, 6)
    possible = [area for area in INSPECTED_AREAS if area not in body.lacks]
    drawn = sorted(possible, key=lambda _: stream.share())[:count]
    return tuple(area for area in INSPECTED_AREAS if area in drawn)


def _thematic(body: Body, areas: tuple[str, ...], stream: Stream) -> str:
    """A department whose own thematic inspection is combined with this visit."""
    leads = [
        theme["lead"]
        for theme in phrases()["programme"]["thematic"]
        if theme["lead"] != body.unit.name and set(theme["areas"]) <= set(areas)
    ]
    return str(stream.one(leads)) if leads and stream.happens(0.45) else ""


def _received(body: Body, due: datetime.date | None, stream: Stream) -> datetime.date | None:
    """When the prepared report came; a careless unit sends it late or not at all."""
    care = traits(body.code).diligence
    if due is None or stream.happens(0.22 * (1 - care)):
        return None
    late = stream.whole(1, 8) if stream.happens(0.7 * (1 - care)) else -stream.whole(0, 4)
    return due + datetime.timedelta(late)


def _concluded(held_on: datetime.date | None, stream: Stream) -> datetime.date | None:
    if held_on is None:
        return None
    return _weekday(held_on + datetime.timedelta(stream.whole(9, 21)))


def _separate_visit(visits: list[Visit]) -> Visit:
    """A thematic team that came on its own, within weeks of the city's team, to a unit drawn."""
    stream = Stream("separate visit")
    early = [visit for visit in visits if visit.planned_on < datetime.date(2022, 8, 25)]
    body = stream.one([visit.body for visit in early if visit.held_on])
    main = next(visit for visit in early if visit.body is body)
    planned_on = _weekday(main.planned_on + datetime.timedelta(stream.whole(12, 24)))
    visit = _visit(body, 2022, planned_on)
    themes = [t for t in phrases()["programme"]["thematic"] if t["lead"] != body.unit.name]
    theme = stream.one(themes)
    visit.areas, visit.form, visit.thematic = tuple(theme["areas"]), ON_SITE, theme["lead"]
    visit.head = f"Lãnh đạo {theme['lead']}"
    visit.held_on = planned_on
    visit.concluded_on = _weekday(planned_on + datetime.timedelta(stream.whole(9, 14)))
    return visit


def _number(visits: list[Visit]) -> None:
    """Conclusions are numbered as they go out; the teams' other papers take numbers between."""
    concluded = [visit for visit in visits if visit.concluded_on is not None]
    concluded.sort(key=lambda visit: (visit.concluded_on or YEAR_END, visit.body.code))
    number = 0
    for visit in concluded:
        number += Stream("number", visit.body.code, visit.concluded_on).whole(1, 2)
        visit.number = number
