"""What is said of the explanation round."""

from __future__ import annotations

from decimal import Decimal

from words.catalogue import speaking
from words.sentences.contests import contest_sentence

NONE = dict.fromkeys(
    ("accepted_count", "partly_count", "rejected_count", "undecided_count", "unclear_count"), 0
)


def row(unit=None, **figures):
    points = {"accepted_points": Decimal(0), "partly_points": Decimal(0)}
    return {"unit_code": unit, "unit_name": unit, **NONE, **points, **figures}


def test_points_asked_for_and_granted_are_said_with_their_counts():
    together = row(
        contested_count=12,
        contested_points=Decimal("3.75"),
        accepted_count=5,
        accepted_points=Decimal("1.5"),
        partly_count=1,
        partly_points=Decimal("0.25"),
        rejected_count=4,
        undecided_count=2,
    )
    with speaking("vi"):
        assert contest_sentence([together], scope="Quận Lê Chân", year=2021) == (
            "Năm 2021, Quận Lê Chân đề nghị xem lại 12 tiêu chí (+3,75 điểm): chấp nhận 5 "
            "(+1,5 điểm), chấp nhận một phần 1 (+0,25 điểm), không chấp nhận 4, chưa quyết định 2."
        )


def test_of_several_units_the_one_that_asks_for_most_is_named():
    figures = {"contested_count": 1, "undecided_count": 1}
    rows = [
        row(contested_points=Decimal(3), **{**figures, "contested_count": 2, "undecided_count": 2}),
        row("Quận A", contested_points=Decimal(2), **figures),
        row("Quận B", contested_points=Decimal(1), **figures),
    ]
    with speaking("vi"):
        assert contest_sentence(rows, scope="khối Quận", year=2021).endswith(
            "chưa quyết định 2. Có 2 đơn vị đề nghị; nhiều nhất là Quận A (+2 điểm)."
        )


def test_nothing_contested_is_said():
    with speaking("vi"):
        assert contest_sentence([], scope="khối Quận", year=2021) == (
            "Năm 2021, khối Quận không đề nghị xem lại điểm nào."
        )


def test_silence_says_nothing_where_no_explanation_was_handed_in():
    with speaking("vi"):
        said = contest_sentence([], scope="khối Quận", year=2021, is_handed_in=False)
    assert said == "Năm 2021 chưa nhập giải trình của đơn vị nào."
