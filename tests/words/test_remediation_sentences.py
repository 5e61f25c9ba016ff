"""What is said of remediation beyond its rates, in good Vietnamese."""

from __future__ import annotations

import datetime
from decimal import Decimal

from analysis.remediation_parts import DueCount
from words.catalogue import speaking
from words.sentences.remediation import (
    found_sentence,
    parts_sentence,
    picked_sentence,
    steps_sentence,
)
from words.sentences.remediation_ahead import deadlines_sentence, stakes_sentence

AS_OF = datetime.date(2023, 4, 15)


def unit(name, rank, rank_if_all_fixed, at_stake, percent=80.0):
    return {
        "unit_code": name,
        "unit_name": f"Quận {name}",
        "rank": rank,
        "rank_if_all_fixed": rank_if_all_fixed,
        "points_at_stake": Decimal(at_stake),
        "index_percent": percent,
        "index_percent_if_all_fixed": percent + float(at_stake),
    }


def step(name, points, contradicted=0):
    return {
        "step": name,
        "points": Decimal(points),
        "contradicted_points": Decimal(contradicted),
        "contradicted_count": int(contradicted > 0),
    }


def test_the_steps_say_what_they_hold_at_least_and_what_did_not_come_back():
    flow = [
        step("lost", 10), step("planned", 8), step("reported", 6, 2), step("verified", 3, 1),
        step("recovered", 2),
    ]  # fmt: skip
    assert steps_sentence(flow) == (
        "Từ 10 điểm bị trừ: 8 điểm ít nhất đã có việc làm, 6 điểm ít nhất đã được báo xong, 3 điểm "
        "đã được xác minh hoặc đã trở lại, trong đó 2 điểm đã trở lại. Có 3 điểm được báo hoặc xác "
        "minh xong nhưng không trở lại."
    )


def test_a_part_of_the_flow_says_how_many_deductions_it_holds():
    rows = [{"lost_points": Decimal("1.5")}, {"lost_points": None}]
    assert picked_sentence(rows, step="reported", part="contradicted") == (
        "Mâu thuẫn ở bước “báo đã khắc phục”, điểm không trở lại: 2 nội dung, 1,5 điểm."
    )


def test_one_unit_hears_its_index_and_rank_now_and_then():
    assert stakes_sentence([unit("Lê Chân", 5, 2, "12.5")], year=2021) == (
        "Quận Lê Chân: nếu khắc phục hết 12,5 điểm còn mở, các đơn vị khác giữ nguyên, chỉ số từ "
        "80,00% lên 92,50%, hạng 5 → 2."
    )
    assert stakes_sentence([unit("A", 1, 1, "0")], year=2021) == (
        "Quận A không còn điểm nào có thể lấy lại qua khắc phục."
    )
    assert stakes_sentence([unit("A", None, None, "2")], year=2021).endswith("không xếp hạng.")


def test_many_units_hear_who_would_rise_most():
    units = [unit("A", 1, 1, "0"), unit("B", 2, 1, "3"), unit("C", 5, 2, "4.25")]
    assert stakes_sentence(units, year=2021) == (
        "Năm 2021, 2 đơn vị còn 7,25 điểm có thể lấy lại. Nếu từng đơn vị khắc phục hết, các đơn "
        "vị khác giữ nguyên, 2 đơn vị sẽ lên hạng; lên nhiều nhất là Quận C: lấy lại 4,25 điểm, "
        "hạng 5 → 2."
    )
    still = [unit("A", 1, 1, "1"), unit("B", 2, 2, "1")]
    assert "vẫn không đơn vị nào lên hạng" in stakes_sentence(still, year=2021)
    assert "không còn điểm nào" in stakes_sentence([unit("A", 1, 1, 0)] * 2, year=2021)
    assert "chưa tính được" in stakes_sentence([], year=2021)


def test_deadlines_keep_deductions_and_findings_apart():
    counts = {
        "overdue": DueCount(267, 93),
        "due_soon": DueCount(0, 0),
        "no_deadline": DueCount(244, 4),
    }
    assert deadlines_sentence(counts, as_of=AS_OF) == (
        "Tính đến ngày 15/04/2023: quá hạn 267 nội dung bị trừ điểm và 93 kiến nghị kiểm tra; đến "
        "hạn trong 30 ngày tới không có việc nào; chưa có thời hạn 244 nội dung bị trừ điểm và 4 "
        "kiến nghị kiểm tra."
    )
    with speaking("en"):
        assert "overdue 267 deductions and 93" in deadlines_sentence(counts, as_of=AS_OF)


def year(number, found, proved, claimed, overdue, recurring=0):
    return {
        "year": number,
        "finding_count": found,
        "proved_count": proved,
        "claimed_count": claimed,
        "overdue_count": overdue,
        "recurring_count": recurring,
    }


def test_findings_are_told_over_the_years_there_are():
    assert found_sentence([year(2022, 76, 0, 0, 72), year(2021, 30, 9, 14, 21, 2)]) == (
        "Kiểm tra từ năm 2021 đến năm 2022 phát hiện 106 tồn tại, sai phạm: 9 đã được đoàn kiểm "
        "tra xác nhận khắc phục, 14 đơn vị báo xong, 93 quá hạn. Có 2 phát hiện thuộc diện đã đóng "
        "rồi lại bị phát hiện."
    )
    assert found_sentence([year(2022, 3, 1, 1, 0)]).startswith("Kiểm tra năm 2022 phát hiện 3")


def test_who_lost_most_is_named_with_what_is_proved():
    things = [{"name": "Thiếu nhân sự", "lost_points": Decimal("41.5"), "proved_share": 0.25}] * 3
    assert parts_sentence(things, dimension="cause", shown=2) == (
        "Nguyên nhân làm mất nhiều điểm nhất là “Thiếu nhân sự”: 41,5 điểm, đã chứng minh 25,0%. "
        "Hình chỉ vẽ 2 trong 3; bảng có đủ."
    )
