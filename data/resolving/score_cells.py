"""What the cells of a score row say of a leaf: points, missing, or not applicable."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from data.forms.found import Found
from data.reference import CriterionKnown
from data.resolving.maxima import tolerance
from data.resolving.resolution import Resolution, plain
from data.resolving.score_kinds import VERIFIED_KINDS
from data.resolving.score_rows import ScoreRow
from data.values import PointsFound, Sign, read_points

NOTES = ("declared", "evidence", "explanation_text", "note")  # the first filled names the row
TEXTS = ("declared", "note", "explanation_text", "evidence")


@dataclass(frozen=True, slots=True)
class Said:
    """One cell of one kind at a leaf.

    `names_kind`: the cell shows that its sheet speaks of this kind of points, so that blanks of
    the kind clear what was there (definitions 7.7).
    """

    row: ScoreRow
    leaf: CriterionKnown
    kind: str
    found: Found
    sign: Sign
    points: Decimal | None
    names_kind: bool


def staged_row(work: Resolution, said: Said) -> dict[str, object]:
    """The row for submitted.score."""
    return {
        "unit_code": said.row.unit.unit_code,
        "year": said.row.year,
        "criterion_code": said.leaf.criterion_code,
        "kind": said.kind,
        "is_applicable": said.sign is not Sign.NOT_APPLICABLE,
        "points": said.points,
        "source": work.source(said.found),
    }


def said_of(
    work: Resolution, row: ScoreRow, leaf: CriterionKnown, *, has_survey: bool
) -> list[Said]:
    """What a row says of its leaf, one a kind; empty where it contradicts itself (told).

    `has_survey`: the sheet has points of a survey in a column of their own.
    """
    if is_explanation_alone(row):
        return _said_of_explanation(work, row, leaf)
    read = {kind: read_points(found.value) for kind, found in row.cells.items()}
    marks = [row.cells[kind] for kind in read if read[kind].sign is Sign.NOT_APPLICABLE]
    texts = [row.record.fields[name] for name in TEXTS if name in row.record.fields]
    in_text = [one for one in texts if read_points(one.value).sign is Sign.NOT_APPLICABLE]
    with_points = [row.cells[kind] for kind in read if read[kind].sign is Sign.POINTS]
    if (marks or in_text) and with_points:
        mark = (marks or in_text)[0]
        work.error("not_applicable_with_points", mark, f"{with_points[0].text}")
        return []
    if in_text and not marks:
        return [_not_applicable(row, leaf, "verified_2", in_text[0])]
    if leaf.is_survey:
        return _said_of_survey(work, row, leaf, read, has_survey=has_survey)
    return _said_of_verified(work, row, leaf, read)


def is_explanation_alone(row: ScoreRow) -> bool:
    """True in a sheet of the explanation round, where a unit asks and nobody has decided."""
    return set(row.cells) == {"explanation"}


def maximum_differs(found: Found | None, criterion: CriterionKnown) -> bool:
    """True where a row prints another maximum than the criteria set."""
    if found is None or criterion.maximum_points is None:
        return False
    read = read_points(found.value)
    if read.sign is Sign.MISSING or criterion.section == "penalty":
        return False
    if read.points is None:
        return True
    return abs(read.points - criterion.maximum_points) > tolerance(read.decimals)


def _said_of_explanation(work: Resolution, row: ScoreRow, leaf: CriterionKnown) -> list[Said]:
    """What the unit asks for; it can neither excuse itself from a leaf nor score a survey."""
    found = row.cells["explanation"]
    sign = read_points(found.value).sign
    if sign is Sign.NOT_APPLICABLE or (leaf.is_survey and sign is not Sign.MISSING):
        work.warning("explanation_decides_nothing", found)
        return []
    one = None if leaf.is_survey else _said(work, row, leaf, "explanation", found)
    return [one] if one else []


def _said_of_verified(
    work: Resolution, row: ScoreRow, leaf: CriterionKnown, read: dict[str, PointsFound]
) -> list[Said]:
    said = []
    for kind, found in row.cells.items():
        if kind == "survey" and read[kind].sign is not Sign.NOT_APPLICABLE:
            if read[kind].sign is not Sign.MISSING:
                work.warning("survey_points_not_expected", found, leaf.criterion_code)
            continue
        one = _said(work, row, leaf, kind, found)
        said += [one] if one else []
    return said


def _said_of_survey(
    work: Resolution,
    row: ScoreRow,
    leaf: CriterionKnown,
    read: dict[str, PointsFound],
    *,
    has_survey: bool,
) -> list[Said]:
    """The survey column; without one, the last verified column that holds something."""
    said = []
    for kind, found in row.cells.items():
        if read[kind].sign is Sign.NOT_APPLICABLE:
            said.append(_not_applicable(row, leaf, kind, found))
        elif kind == "self_assessed" and read[kind].sign is not Sign.MISSING:
            work.warning("survey_self_scored", found)
    if said:
        return said
    verified = [k for k in VERIFIED_KINDS if k in read and read[k].sign is not Sign.MISSING]
    if has_survey and "survey" in row.cells:
        if verified and read["survey"].sign is Sign.MISSING:
            work.warning("survey_leaf_verified", row.cells[verified[-1]])
        one = _said(work, row, leaf, "survey", row.cells["survey"])
    elif has_survey:
        if verified:
            work.warning("survey_leaf_verified", row.cells[verified[-1]])
        one = None
    else:
        one = _from_verified(work, row, leaf, verified)
    return [one] if one else []


def _from_verified(
    work: Resolution, row: ScoreRow, leaf: CriterionKnown, verified: list[str]
) -> Said | None:
    if verified:
        return _said(work, row, leaf, "survey", row.cells[verified[-1]])
    blank = row.cells.get("survey") or next(
        (row.cells[kind] for kind in reversed(VERIFIED_KINDS) if kind in row.cells), None
    )
    return Said(row, leaf, "survey", blank, Sign.MISSING, None, False) if blank else None


def _said(
    work: Resolution, row: ScoreRow, leaf: CriterionKnown, kind: str, found: Found
) -> Said | None:
    """A cell read and judged; null where it holds no possible points."""
    read = read_points(found.value)
    if read.sign is Sign.NOT_APPLICABLE:
        # What a unit asks for in the explanation round decides nothing; its mark is the row's.
        return _not_applicable(row, leaf, "verified_2" if kind == "explanation" else kind, found)
    if read.sign is Sign.MISSING:
        names_kind = not found.is_blank or row.is_explicit
        return Said(row, leaf, kind, found, Sign.MISSING, None, names_kind)
    points = _points(work, found, read, leaf)
    return None if points is None else Said(row, leaf, kind, found, Sign.POINTS, points, True)


def _points(
    work: Resolution, found: Found, read: PointsFound, leaf: CriterionKnown
) -> Decimal | None:
    if read.points is None or read.is_percent:
        work.error("points_not_a_number", found)
        return None
    # '-0,5' and '0,5' in a penalty both take off half a point (definitions 1.6).
    points = abs(read.points) if leaf.section == "penalty" else read.points
    if points < 0:
        work.error("points_below_zero", found, "0")
        return None
    if leaf.maximum_points is not None and points > leaf.maximum_points:
        work.error("points_above_maximum", found, plain(leaf.maximum_points))
        return None
    work.tell_reading(found, is_three_digits=read.is_three_digits, is_rounded=read.is_rounded)
    return points


def _not_applicable(row: ScoreRow, leaf: CriterionKnown, kind: str, found: Found) -> Said:
    return Said(row, leaf, kind, found, Sign.NOT_APPLICABLE, None, True)


def inapplicable_below(row: ScoreRow, leaf: CriterionKnown, kind: str, found: Found) -> Said:
    """A leaf that its area's mark excuses."""
    return _not_applicable(row, leaf, kind, found)
