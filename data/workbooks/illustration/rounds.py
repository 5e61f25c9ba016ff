"""The rounds of a leaf: self-assessed, verified, explained, verified again, or surveyed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Criterion, Kind, leaves
from data.workbooks.illustration.scoring import (
    Achievement,
    achievement,
    higher,
    lower,
    points,
    quality,
    survey,
)
from data.workbooks.illustration.traits import Body, traits
from data.workbooks.illustration.wording import capital, counted, fault, share_text

Scores = dict[str, "LeafScore"]
# Months in which papers of a kind are signed; the others at any time from March.
MONTHS = {"Kế hoạch": (1, 1), "Báo cáo": (12, 12)}
EXPLANATIONS = (
    "Đơn vị bổ sung tài liệu: {evidence}",
    "Số liệu trích xuất chưa cập nhật đầy đủ; đơn vị gửi bổ sung {evidence}",
    "Nội dung đã thực hiện trong năm, tài liệu gửi chậm; đề nghị xem xét",
    "Nguyên nhân do lỗi phần mềm; đề nghị tính lại theo báo cáo của đơn vị",
)


@dataclass(frozen=True, slots=True)
class LeafScore:
    """All that a score sheet says of a leaf; `done` is what was proved in the last round."""

    leaf: Criterion
    is_applicable: bool = True
    done: Achievement = Achievement(0, 1)
    self_assessed: Decimal | None = None
    verified_1: Decimal | None = None
    explanation: Decimal | None = None
    verified_2: Decimal | None = None
    survey: Decimal | None = None
    forms: int | None = None
    declared: str = ""
    evidence: str = ""
    explanation_text: str = ""
    note: str = ""

    @property
    def of_record(self) -> Decimal | None:
        """Verified points, or survey points of a survey leaf; null where not applicable."""
        return self.survey if self.leaf.is_survey else self.verified_2

    @property
    def lost(self) -> Decimal:
        """Points not reached."""
        return Decimal(0) if self.of_record is None else self.leaf.points - self.of_record

    @property
    def lost_share(self) -> float:
        """Points not reached as a share of the maximum."""
        return float(self.lost / self.leaf.points)


def scores(body: Body, kind: Kind, year: int, boosts: dict[str, float]) -> Scores:
    """The scores of a unit in a year by code; boosts are what remedies add, by lineage."""
    return {
        leaf.code: _score(leaf, body, year, boosts.get(leaf.code, 0.0))
        for leaf in leaves(kind, year)
    }


def _score(leaf: Criterion, body: Body, year: int, boost: float) -> LeafScore:
    if leaf.needs in body.lacks:
        return LeafScore(leaf, is_applicable=False, note="Không thuộc phạm vi đánh giá của đơn vị")
    level = quality(leaf, body, year) + boost
    if leaf.is_survey:
        reached, forms = survey(leaf, body, year, level)
        return LeafScore(leaf, survey=reached, forms=forms)
    return _verified(leaf, body, year, achievement(leaf, body, year, level))


def _verified(leaf: Criterion, body: Body, year: int, done: Achievement) -> LeafScore:
    stream = Stream("rounds", body.code, leaf.lineage, leaf.code, year)
    trait = traits(body.code)
    is_hidden = stream.happens(0.02 + 0.07 * (1 - trait.diligence))
    shown = lower(leaf, done, stream) if is_hidden else done
    is_generous = stream.happens(0.06 + 0.54 * (1 - trait.candour))
    claimed = higher(leaf, done, stream) if is_generous else done
    is_explained = points(leaf, claimed) > points(leaf, shown) and stream.happens(
        0.15 + 0.45 * trait.diligence + (0.25 if is_hidden else 0.0)
    )
    proved = done if is_hidden and is_explained else shown
    if is_explained and not is_hidden and stream.happens(0.12):
        proved = claimed
    return LeafScore(
        leaf,
        done=proved,
        self_assessed=points(leaf, claimed),
        verified_1=points(leaf, shown),
        explanation=points(leaf, claimed) if is_explained else None,
        verified_2=points(leaf, proved),
        declared=share_text(leaf, claimed),
        evidence=_evidence(leaf, body, year, stream),
        explanation_text=_explained(leaf, stream) if is_explained else "",
        note=_note(leaf, proved, is_short=proved is shown and is_hidden),
    )


def _evidence(leaf: Criterion, body: Body, year: int, stream: Stream) -> str:
    """The papers handed in; a unit that is careless with paper leaves some leaves without."""
    if not stream.happens(0.72 + 0.27 * traits(body.code).diligence):
        return ""
    paper = leaf.evidence.split("; ")[0]
    first, last = next((s for name, s in MONTHS.items() if paper.startswith(name)), (3, 12))
    number, day, month = stream.whole(3, 480), stream.whole(1, 28), stream.whole(first, last)
    return f"{paper} số {number} ngày {day}/{month}/{year}"


def _explained(leaf: Criterion, stream: Stream) -> str:
    return stream.one(EXPLANATIONS).format(evidence=leaf.evidence.split("; ")[0])


def _note(leaf: Criterion, proved: Achievement, *, is_short: bool) -> str:
    if points(leaf, proved) == leaf.points:
        return ""
    if is_short:
        return "Chưa đủ tài liệu kiểm chứng"
    return capital(counted(leaf, proved)) or fault(leaf)
