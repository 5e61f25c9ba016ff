"""What is said of what has moved since a meeting, word for word."""

from __future__ import annotations

import datetime

from analysis.meeting import Tally, moved
from data.meetings import KeyFigure, Meeting, Seen
from words.catalogue import speaking
from words.sentences.meeting import figure_row, moved_sentence, must_decide_sentence

NOTHING = Tally(0, 0, 0, 0, 0, 0)


def meeting(release="m1"):
    return Meeting(
        3,
        "Họp quý III",
        datetime.date(2022, 10, 5),
        Seen(release, datetime.date(2022, 9, 30), 2022, 2021),
        (),
        datetime.datetime(2022, 10, 4, 8, 0),  # noqa: DTZ001 - as the journal writes it
        "Lan",
    )


def figures(proved, overdue, leader=90.0, name="Quận Ngô Quyền"):
    return [
        KeyFigure("rate_proved_by_points", proved, 2021),
        KeyFigure("overdue", overdue, 2021),
        KeyFigure("leader_percent", leader, 2022, "Quận", name),
    ]


def test_the_sentence_tells_both_releases_the_way_of_each_figure_and_the_decisions():
    both = moved(figures(0.35, 120), figures(0.4, 64))
    assert moved_sentence(meeting(), "m2", both, Tally(4, 2, 1, 1, 0, 1)) == (
        "Từ cuộc họp ngày 05/10/2022 (bản m1) đến nay (bản m2): tỷ lệ chứng minh khắc phục "
        "35,0% → 40,0% (+5 điểm %), nội dung quá hạn 120 → 64 (−56); trong 4 việc đã quyết định, "
        "2 xong, 1 đang làm, 1 chưa làm, 1 quá hạn."
    )


def test_the_difference_is_that_of_the_printed_figures():
    # 34.96 % and 40.04 % print as 35,0 and 40,0: their difference prints as 5, not 5.08.
    both = moved(figures(0.3496, 1), figures(0.4004, 1))
    assert "35,0% → 40,0% (+5 điểm %); chưa ghi" in moved_sentence(meeting(), "m2", both, NOTHING)


def test_what_one_side_does_not_know_is_not_said_and_stands_as_a_dash():
    both = moved(figures(None, 120), figures(0.4, 120))
    assert moved_sentence(meeting(), "m2", both, NOTHING) == (
        "Từ cuộc họp ngày 05/10/2022 (bản m1) đến nay (bản m2): không con số chính nào thay đổi; "
        "chưa ghi việc nào đã quyết định."
    )
    row = figure_row(both[0])
    assert (row["then_said"], row["now_said"], row["moved_said"]) == ("–", "40,0%", "–")


def test_the_same_release_is_said_to_be_the_same():
    both = moved(figures(0.4, 64), figures(0.4, 64))
    assert moved_sentence(meeting("m2"), "m2", both, Tally(1, 1, 0, 0, 0, 0)) == (
        "Từ cuộc họp ngày 05/10/2022 đến nay số liệu vẫn là bản m2: không con số chính nào thay "
        "đổi; trong 1 việc đã quyết định, 1 xong."
    )


def test_a_leader_is_named_beside_the_figure():
    both = moved(figures(0.4, 1, 97.62, "Quận Lê Chân"), figures(0.4, 1, 98.1))
    row = figure_row(both[-1])
    assert row["then_said"] == "Quận Lê Chân: 97,62%"
    assert (row["now_said"], row["moved_said"]) == ("Quận Ngô Quyền: 98,10%", "+0,48 điểm %")
    assert row["key_figure"] == "Dẫn đầu · Quận · 2022"


def test_english_says_the_same():
    with speaking("en"):
        both = moved(figures(0.35, 120), figures(0.4, 64))
        assert moved_sentence(meeting(), "m2", both, Tally(1, 0, 0, 1, 0, 1)) == (
            "From the meeting of 05 Oct 2022 (release m1) to now (release m2): rate proved "
            "remediated 35.0% → 40.0% (+5 percentage points), overdue 120 → 64 (−56); of 1 "
            "decision, 1 not begun, 1 overdue."
        )


def test_what_must_be_decided_is_counted_and_nothing_is_said_to_be_nothing():
    waiting = [
        {"matter": "overdue", "matter_count": 64},
        {"matter": "recurring", "matter_count": 0},
    ]
    models = [{"matter": "candidate", "matter_count": 1}, {"matter": "overdue", "matter_count": 9}]
    assert must_decide_sentence(waiting, models) == (
        "Cần quyết định hôm nay: 64 nội dung quá hạn và 1 mô hình đủ căn cứ chờ quyết định nhân "
        "rộng."
    )
    assert must_decide_sentence([], []) == "Hôm nay không có việc nào phải quyết định gấp."
