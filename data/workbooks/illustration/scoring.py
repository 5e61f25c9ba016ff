"""From how well something was done to points, by the rule of the leaf."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Criterion
from data.workbooks.illustration.traits import Body, traits

CENT = Decimal("0.01")
LEAST_SHARE = Fraction(1, 2)  # a proportional leaf gives nothing below half
STEPS = (Fraction(1), Fraction(3, 4), Fraction(1, 2), Fraction(0))
STEP_LEVELS = (-0.45, -1.3, -2.2)  # quality above which a step is reached
WHOLE_LEVEL = -1.15  # quality above which an all-or-nothing leaf is given
FLAWLESS = 0.4  # quality from which nothing is missing


@dataclass(frozen=True, slots=True)
class Achievement:
    """What was done: `done` of `total` things, or a step of 100/75/50 % as a share of 1."""

    done: int
    total: int

    @property
    def share(self) -> Fraction:
        """Between 0 and 1."""
        return Fraction(self.done, self.total)


def quality(leaf: Criterion, body: Body, year: int) -> float:
    """How well the unit did at a leaf in a year, in standard deviations, before any remedy."""
    trait = traits(body.code)
    area = leaf.reform_area
    level = trait.capacity[area] + trait.trend[area] * (year - 2021)
    hardness = 0.5 * Stream("hardness", leaf.lineage).normal()
    habit = 0.7 * Stream("habit", body.code, leaf.lineage).normal()
    luck = 0.55 * Stream("luck", body.code, leaf.lineage, leaf.code, year).normal()
    return 0.06 + level - hardness + habit + luck


def achievement(leaf: Criterion, body: Body, year: int, level: float) -> Achievement:
    """What a quality comes to under the rule of the leaf."""
    stream = Stream("achievement", body.code, leaf.lineage, leaf.code, year)
    rule, *counted = leaf.rule.split()
    if rule == "all":
        return Achievement(int(level > WHOLE_LEVEL), 1)
    if rule == "steps":
        return Achievement(4 - sum(level <= bound for bound in STEP_LEVELS) - _bottom(level), 4)
    if rule == "each":
        return Achievement(100 - sum(level <= bound for bound in (-0.1, -1.0, -1.9)), 100)
    missing = min(0.75, max(0.0, FLAWLESS - level) * (0.33 if rule == "percent" else 0.16))
    if rule == "percent":
        return Achievement(1000 - round(1000 * missing), 1000)
    size = 1.0 if int(counted[-1]) < 100 else traits(body.code).size
    total = max(3, round(int(counted[-1]) * size * stream.between(0.9, 1.1)))
    return Achievement(total - round(total * missing), total)


def _bottom(level: float) -> int:
    """Steps are 4, 3, 2 and then 0 quarters."""
    return int(level <= STEP_LEVELS[-1])


def points(leaf: Criterion, done: Achievement) -> Decimal:
    """Points of an achievement, two decimals at most."""
    if leaf.rule.startswith("each"):
        each = Decimal(leaf.rule.split()[1].replace(",", "."))
        return max(Decimal(0), leaf.points - each * (done.total - done.done))
    if leaf.rule.startswith(("share", "percent")) and done.share < LEAST_SHARE:
        return Decimal(0)
    exact = leaf.points * done.done / done.total
    return exact.quantize(CENT, rounding=ROUND_HALF_UP).normalize() + Decimal(0)


def survey(leaf: Criterion, body: Body, year: int, level: float) -> tuple[Decimal, int]:
    """Points and number of forms of a survey leaf: the share content among those asked."""
    stream = Stream("survey", body.code, leaf.code, year)
    forms = stream.whole(9, 25) * 10 if body.lacks & {"procedures"} else stream.whole(18, 50) * 10
    content = min(0.985, max(0.55, 0.845 + 0.042 * level))
    share = Decimal(round(forms * content)) / forms
    return (leaf.points * share).quantize(CENT, rounding=ROUND_HALF_UP), forms


def lower(leaf: Criterion, done: Achievement, stream: Stream) -> Achievement:
    """What can be shown of an achievement when part of its evidence is missing."""
    if leaf.rule.startswith("all"):
        return Achievement(0, 1)
    if leaf.rule.startswith("steps"):
        return Achievement(max(0, done.done - 1 - int(done.done == 2)), 4)
    if leaf.rule.startswith("each"):
        return Achievement(done.done - 1, done.total)
    hidden = max(1, round(done.total * stream.between(0.03, 0.12)))
    return Achievement(max(0, done.done - hidden), done.total)


def higher(leaf: Criterion, done: Achievement, stream: Stream) -> Achievement:
    """What a unit that is generous with itself declares."""
    if leaf.rule.startswith("steps"):
        return Achievement(min(4, max(2, done.done + 1)), 4)
    if leaf.rule.startswith(("all", "each")):
        return Achievement(done.total, done.total)
    better = stream.between(0.35, 1.0) * (done.total - done.done)
    return Achievement(done.done + round(better), done.total)
