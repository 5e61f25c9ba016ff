"""Workbooks of scores: one for a year and kind of units, a sheet for each unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

from data.workbooks.base.paper import Cell, Column, Row, RowKind, Sheet, write_workbook
from data.workbooks.illustration.chance import Stream
from data.workbooks.illustration.criteria import Criterion, Kind, criteria
from data.workbooks.illustration.paper_of_sets import WHOM, is_below, row_kind
from data.workbooks.illustration.rounds import LeafScore, Scores
from data.workbooks.illustration.traits import Body, bodies
from data.workbooks.illustration.wording import decimal_text
from data.workbooks.illustration.world import World

NOT_APPLICABLE = "KĐG"
RESULT = "Kết quả đánh giá"
SURVEY = "Điều tra xã hội học"
SIGNATURES = ("NGƯỜI LẬP BIỂU", "NGƯỜI THẨM ĐỊNH", "THỦ TRƯỞNG ĐƠN VỊ")
HEAD = (
    Column("STT", 8, is_number=True),
    Column("Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 50),
    Column("Điểm tối đa", 8, is_number=True),
    Column("Số liệu kê khai", 24),
    Column("Điểm tự đánh giá", 9, RESULT, is_number=True),
    Column("Điểm thẩm định lần 1", 10, RESULT, is_number=True),
    Column("Điểm giải trình", 9, RESULT, is_number=True),
    Column("Điểm thẩm định lần 2", 10, RESULT, is_number=True),
)
TAIL = (
    Column("Tài liệu kiểm chứng", 30),
    Column("Giải trình", 32),
)
NUMBER_OF_FORMS = Column("Số phiếu", 8, SURVEY, is_number=True)
SURVEY_POINTS = Column("Điểm ĐTXHH", 9, SURVEY, is_number=True)
SURVEY_POINTS_ALONE = Column("Điểm ĐTXHH", 9, RESULT, is_number=True)
Read = Callable[[LeafScore], Decimal | None]


def scores_workbook(path: Path, story: World, kind: Kind, year: int) -> Path:
    """The scores of every unit of a kind in a year."""
    return write_workbook(
        path, [_sheet(body, year, story.scores[body, year]) for body in bodies(kind)]
    )


def columns(year: int) -> tuple[Column, ...]:
    """The headings of a year: in 2020 nobody noted how many forms a survey had."""
    survey = (SURVEY_POINTS_ALONE,) if year == 2020 else (SURVEY_POINTS, NUMBER_OF_FORMS)
    note = Column("Lý do trừ điểm" if year == 2022 else "Ghi chú", 34)
    return (*HEAD, *survey, *TAIL, note)


def _sheet(body: Body, year: int, scores: Scores) -> Sheet:
    is_district = body.kind is Kind.DISTRICTS
    name = body.unit.aliases[0] if is_district else body.unit.name
    titles = (
        f"BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA {WHOM[body.kind]} NĂM {year}",
        f"{'Đơn vị' if is_district else 'Cơ quan'}: {name}",
    )
    hand = _Hand(body, year)
    rows = [_row(row, scores, hand, year) for row in criteria(body.kind, year)]
    rows.append(_sums(RowKind.TOTAL, ("", "TỔNG CỘNG"), scores.values(), hand, year))
    office = ("THÀNH PHỐ HẢI PHÒNG", name.upper())
    return Sheet(body.unit.short_name, office, titles, columns(year), rows, SIGNATURES)


class _Hand:
    """How the clerk of a unit writes: points as text with a comma or as numbers; blank or dash."""

    def __init__(self, body: Body, year: int) -> None:
        stream = Stream("hand", body.code, year)
        self._is_text = stream.happens(0.4)
        self._blank = stream.one(("", "", "-"))

    def points(self, points: Decimal | None) -> Cell:
        """A cell with points."""
        if points is None:
            return self._blank
        return decimal_text(points) if self._is_text else points


def _row(row: Criterion, scores: Scores, hand: _Hand, year: int) -> Row:
    if not row.is_leaf:
        below = [score for score in scores.values() if is_below(score.leaf, row)]
        kind = row_kind(row)
        name = row.name.upper() if kind is RowKind.AREA else row.name
        return _sums(kind, (row.code, name), below, hand, year)
    score = scores[row.code]
    survey = (hand.points(score.survey), score.forms)
    cells: tuple[Cell, ...] = (
        row.code,
        row.name,
        row.maximum,
        score.declared,
        *_rounds(score, hand),
        *survey[: 1 if year == 2020 else 2],
        score.evidence,
        score.explanation_text,
        score.note,
    )
    return RowKind.PLAIN, cells


def _rounds(score: LeafScore, hand: _Hand) -> tuple[Cell, ...]:
    if not score.is_applicable:
        return NOT_APPLICABLE, NOT_APPLICABLE, "", NOT_APPLICABLE
    explained = "" if score.explanation is None else hand.points(score.explanation)
    first, second = hand.points(score.verified_1), hand.points(score.verified_2)
    return hand.points(score.self_assessed), first, explained, second


def _sums(
    kind: RowKind, title: tuple[str, str], scores: Iterable[LeafScore], hand: _Hand, year: int
) -> Row:
    """A row of sums; blank where nothing below it has points of that kind."""
    here = list(scores)
    most = sum((score.leaf.points for score in here), Decimal(0))
    reads: tuple[Read, ...] = (
        lambda score: score.self_assessed,
        lambda score: score.verified_1,
        lambda score: score.verified_2,
        lambda score: score.survey,
    )
    claimed, first, second, survey = (_sum(here, read, hand) for read in reads)
    surveyed = (survey,) if year == 2020 else (survey, "")
    return kind, (*title, most, "", claimed, first, "", second, *surveyed, "", "", "")


def _sum(scores: list[LeafScore], read: Read, hand: _Hand) -> Cell:
    given = [points for score in scores if (points := read(score)) is not None]
    return hand.points(sum(given, Decimal(0))) if given else ""
