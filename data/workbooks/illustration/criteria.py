"""The criteria sets as the files of `sets/` hold them, and the links between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from data.workbooks.base.units import records

SETS = Path(__file__).with_name("sets")
COLUMNS = 8
# The areas of all four sets, in order, as the reform areas of the programme.
REFORM_AREAS = {
    "I": "direction",
    "II": "institutions",
    "III": "procedures",
    "IV": "apparatus",
    "V": "civil_service",
    "VI": "public_finance",
    "VII": "digital_government",
    "VIII": "impact",
}


class Kind(StrEnum):
    """Which units a criteria set applies to."""

    DISTRICTS = "districts"
    DEPARTMENTS = "departments"


class LinkKind(StrEnum):
    """What became of a leaf from one set to the next, as the form `links` says it."""

    UNCHANGED = "giữ nguyên"
    NEW_CODE = "đổi mã"
    NEW_MAXIMUM = "đổi điểm tối đa"
    MERGED = "gộp"
    SPLIT = "tách"
    DROPPED = "bỏ"
    NEW = "mới"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A row of a set; leaves have a maximum and a rule, `area` is the Roman numeral above it."""

    code: str
    name: str
    area: str
    maximum: Decimal | None = None
    rule: str = ""
    evidence: str = ""
    fault: str = ""
    needs: str = ""
    predecessors: tuple[str, ...] = ()
    lineage: str = ""

    @property
    def reform_area(self) -> str:
        """The reform area that the leaf's results come from."""
        return self.rule.split()[1] if self.is_survey else REFORM_AREAS[self.area]

    @property
    def is_leaf(self) -> bool:
        """Points are given here."""
        return self.maximum is not None

    @property
    def is_survey(self) -> bool:
        """The points come from a survey."""
        return self.rule.startswith("survey")

    @property
    def label(self) -> str:
        """Code and name, as registers write them."""
        return f"{self.code}. {self.name}"

    @property
    def points(self) -> Decimal:
        """Maximum of a leaf."""
        return self.maximum or Decimal(0)


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the form `links`; codes are empty where there is no leaf."""

    from_code: str
    to_code: str
    kind: LinkKind


@cache
def criteria(kind: Kind, year: int) -> tuple[Criterion, ...]:
    """All rows of the set of a year, in order; the sets of 2020 and 2021 are the same."""
    version = max(year, 2021)
    found: list[Criterion] = []
    for record in records(SETS / f"{kind}_{version}.txt"):
        code, maximum, *rest = record + [""] * (COLUMNS - len(record))
        area = code if code in REFORM_AREAS else found[-1].area
        found.append(_criterion(kind, version, code, area, maximum, rest))
    return tuple(found)


def leaves(kind: Kind, year: int) -> list[Criterion]:
    """The leaves of the set of a year, in order."""
    return [criterion for criterion in criteria(kind, year) if criterion.is_leaf]


def _criterion(
    kind: Kind, version: int, code: str, area: str, maximum: str, rest: list[str]
) -> Criterion:
    rule, name, evidence, fault, needs, came_from = rest
    if not maximum:
        return Criterion(code, name, area)
    predecessors = tuple(came_from.split())
    oldest = predecessors[0] if predecessors else f"{code}@{version}"
    lineage = f"{kind}/{code if version == 2021 else oldest}"
    points = Decimal(maximum.replace(",", "."))
    return Criterion(code, name, area, points, rule, evidence, fault, needs, predecessors, lineage)


def links(kind: Kind) -> list[Link]:
    """What became of every leaf of 2021 in the set of 2022."""
    old = {leaf.code: leaf for leaf in leaves(kind, 2021)}
    new = leaves(kind, 2022)
    heirs = [code for leaf in new for code in leaf.predecessors]
    found = [
        Link(code, leaf.code, _link_kind(old[code], leaf, heirs.count(code)))
        for leaf in new
        for code in leaf.predecessors
    ]
    found += [Link("", leaf.code, LinkKind.NEW) for leaf in new if not leaf.predecessors]
    return found + [Link(code, "", LinkKind.DROPPED) for code in old if code not in heirs]


def _link_kind(old: Criterion, new: Criterion, heirs: int) -> LinkKind:
    if len(new.predecessors) > 1:
        return LinkKind.MERGED
    if heirs > 1:
        return LinkKind.SPLIT
    if old.maximum != new.maximum:
        return LinkKind.NEW_MAXIMUM
    return LinkKind.UNCHANGED if old.code == new.code else LinkKind.NEW_CODE
