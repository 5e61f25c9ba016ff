"""Initiatives and models that units run, some with a measured effect and some hollow."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Kind
from data.workbooks.illustration.remediation import Stand
from data.workbooks.illustration.traits import Body, bodies, traits

CATALOGUE_FILE = Path(__file__).with_name("initiatives.toml")
COUNCIL = "Hội đồng Sáng kiến thành phố"
FOR_CALLERS = ("procedures", "digital_government")  # areas of units that people come to
TENTH = Decimal("0.1")
# Number, day, body and words of a council's decision.
Decision = tuple[str, str, str, str]
NO_DECISION: Decision = ("", "", "", "")


@dataclass(frozen=True, slots=True)
class Initiative:
    """One row of the register; before and after are empty where nobody measured."""

    body: Body
    area: str
    name: str
    content: str
    applied_from: str
    measure: str
    before: Decimal | None
    after: Decimal | None
    recognition: dict[Stand, str]
    replicated_at: dict[Stand, str]
    decision: dict[Stand, Decision]


@cache
def catalogue() -> dict[str, list[dict[str, Any]]]:
    """Initiatives by reform area."""
    return tomllib.loads(CATALOGUE_FILE.read_text(encoding="utf-8"))


def initiatives(body: Body) -> list[Initiative]:
    """What a unit runs: more where it is strong, and more talk where it lacks candour."""
    trait = traits(body.code)
    found = []
    for area, choices in catalogue().items():
        stream = Stream("initiative", body.code, area)
        strength = max(0.0, trait.capacity[area])
        has_callers = "procedures" not in body.lacks or area not in FOR_CALLERS
        likely = 0.02 + 0.17 * strength + 0.08 * (1 - trait.candour)
        if has_callers and stream.happens(likely):
            effect = trait.capacity[area] + 0.5 * stream.normal()
            found.append(_initiative(body, area, stream.one(choices), effect, stream))
    return found


def _initiative(
    body: Body, area: str, choice: dict[str, Any], effect: float, stream: Stream
) -> Initiative:
    is_real = effect > 0.25
    is_measured = is_real or stream.happens(0.35)
    before = Decimal(stream.whole(10 * choice["before"][0], 10 * choice["before"][1])) * TENTH
    gain = stream.between(0.25, 0.7) if is_real else stream.between(-0.1, 0.04)
    after = _after(before, gain, less_is_better=choice["less_is_better"])
    if choice["measure"].startswith("Số"):
        before, after = round(before) + Decimal(0), round(after) + Decimal(0)
    has_recognition = stream.happens(0.5 if is_real else 0.15)
    level = "Cấp thành phố" if is_real and stream.happens(0.4) else "Cấp cơ sở"
    return Initiative(
        body,
        area,
        choice["name"],
        choice["content"],
        applied_from=stream.one(("Tháng 9/2021", "Tháng 1/2022", "Tháng 3/2022", "15/5/2022")),
        measure=choice["measure"] if is_measured else "",
        before=before if is_measured else None,
        after=after if is_measured else None,
        recognition=_both(level if has_recognition else "", has_recognition=has_recognition),
        replicated_at=_replicated(body, stream, is_real=is_real),
        decision=_decisions(stream, is_real=is_real, is_measured=is_measured),
    )


def _after(before: Decimal, gain: float, *, less_is_better: bool) -> Decimal:
    share = Decimal(round(1000 * gain)) / 1000
    exact = before * (1 - share) if less_is_better else before + (100 - before) * share
    return exact.quantize(TENTH)


def _both(text: str, *, has_recognition: bool) -> dict[Stand, str]:
    return dict.fromkeys((Stand.SEASON, Stand.YEAR_END), text if has_recognition else "")


def _replicated(body: Body, stream: Stream, *, is_real: bool) -> dict[Stand, str]:
    """Where others took it over, by the year's end; within the unit before that."""
    if not is_real or not stream.happens(0.5):
        return {Stand.SEASON: "", Stand.YEAR_END: ""}
    at_home = "Các xã, phường trên địa bàn" if body.kind is Kind.DISTRICTS else "Đơn vị trực thuộc"
    others = [other.unit.name for other in bodies(body.kind) if other.code != body.code]
    abroad = f"{at_home}; {stream.one(others)}" if stream.happens(0.35) else at_home
    return {Stand.SEASON: at_home, Stand.YEAR_END: abroad}


def _decisions(stream: Stream, *, is_real: bool, is_measured: bool) -> dict[Stand, Decision]:
    """Councils sit in July and in November; what was not measured is put off."""
    place = stream.share()
    early = (f"{stream.whole(2, 9)}/QĐ-HĐSK", f"{stream.whole(11, 22)}/7/2022", COUNCIL)
    late = (f"{stream.whole(10, 40)}/QĐ-HĐSK", f"{stream.whole(14, 28)}/11/2022", COUNCIL)
    if is_real and place < 0.15:
        decision = (*early, "Công nhận")
        return {Stand.SEASON: decision, Stand.YEAR_END: decision}
    if is_real and place < 0.6:
        return {Stand.SEASON: NO_DECISION, Stand.YEAR_END: (*late, "Công nhận, đề nghị nhân rộng")}
    if not is_measured and place < 0.5:
        put_off = "Chưa công nhận: chưa có số liệu đo hiệu quả"
        return {Stand.SEASON: NO_DECISION, Stand.YEAR_END: (*late, put_off)}
    return {Stand.SEASON: NO_DECISION, Stand.YEAR_END: NO_DECISION}
