"""What is said of who has handed in what."""

from __future__ import annotations

import pytest

from analysis.receipts import Tally
from words.catalogue import speaking
from words.sentences.receipts import receipt_mark, receipts_sentence


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (
            Tally(100, 35, 27, (("self_assessed", 2), ("remediation", 8)), 1),
            "Năm 2022: 27 trong 35 đơn vị đã nộp đủ phần của mình; còn thiếu điểm tự chấm của 2 "
            "đơn vị, báo cáo khắc phục của 8 đơn vị. Có 1 biểu bị từ chối, chờ nộp lại.",
        ),
        (Tally(100, 35, 35, (), 0), "Năm 2022: cả 35 đơn vị đã nộp đủ, không còn thiếu gì."),
        (
            Tally(0, 35, 35, (), 0),
            "Năm 2022 chưa có bộ tiêu chí nên chưa biết đơn vị nào phải nộp gì.",
        ),
    ],
)
def test_units_that_are_done_and_what_is_owed(tally, said):
    with speaking("vi"):
        assert receipts_sentence(tally, year=2022) == said


@pytest.mark.parametrize(
    ("state", "mark"),
    [("received", "✓ 58/60"), ("partial", "½ 58/60"), ("faulty", "⚠ lỗi"),
     ("missing", "✗ thiếu"), ("not_expected", "–")],
)  # fmt: skip
def test_a_sign_and_a_word_carry_the_state(state, mark):
    row = {"state": state, "filled_count": 58, "expected_count": 60}
    with speaking("vi"):
        assert receipt_mark(row) == mark
