"""What the page on inspections says of figures, word by word."""

from __future__ import annotations

import datetime
from dataclasses import replace

from analysis.finding_counts import Found
from analysis.programme_progress import Programme
from words.catalogue import speaking
from words.sentences.inspections import (
    areas_sentence,
    continued_sentence,
    found_sentence,
    next_sentence,
    part_figure,
    programme_sentence,
    reason_words,
    season_sentence,
    violations_sentence,
    witnesses_sentence,
)

SEASON = Programme(
    unit_count=35,
    visited_unit_count=19,
    visit_count=22,
    concluded_count=18,
    held_count=2,
    planned_count=0,
    late_count=2,
    not_planned_count=14,
    overlapping_unit_count=1,
    missing_report_count=1,
    late_report_count=0,
    combined_count=17,
)
FOUND = Found(
    problem_count=76,
    serious_count=12,
    violation_count=7,
    strength_count=29,
    difficulty_count=16,
    open_count=70,
    overdue_count=60,
    due_soon_count=0,
    guidance_count=3,
)
ALIKE = (1.0,) * 6


def test_the_season_is_told_by_units_and_what_is_missing():
    assert season_sentence(SEASON, year=2022) == (
        "Năm 2022, 19 trong 35 đơn vị đã được kiểm tra; còn 2 cuộc chậm so với kế hoạch và "
        "14 đơn vị chưa kiểm tra, không có trong kế hoạch."
    )
    whole = replace(SEASON, late_count=0, not_planned_count=0)
    assert season_sentence(whole, year=2022) == "Năm 2022, cả 35 đơn vị đều đã được kiểm tra."
    assert season_sentence(replace(SEASON, visit_count=0), year=2022) == (
        "Năm 2022 chưa có chương trình kiểm tra nào được nhập."
    )
    with speaking("en"):
        assert "2 visits behind the programme and 14 units not inspected" in season_sentence(
            SEASON, year=2022
        )


def test_the_calendar_names_overlaps_and_missing_reports():
    assert programme_sentence(SEASON, year=2022) == (
        "Lịch kiểm tra năm 2022: 22 cuộc, 20 cuộc đã thực hiện, 17 cuộc kết hợp kiểm tra chuyên "
        "đề; cần lưu ý: 1 đơn vị có hai cuộc cách nhau không quá 30 ngày và 1 báo cáo của đơn vị "
        "chưa nộp."
    )
    calm = replace(SEASON, overlapping_unit_count=0, missing_report_count=0)
    assert programme_sentence(calm, year=2022).endswith("không trùng lịch, không thiếu báo cáo.")
    none = replace(SEASON, visit_count=0)
    said = programme_sentence(none, year=2022)
    assert said == "Năm 2022 chưa có chương trình kiểm tra nào được nhập."


def test_what_was_found_is_told_with_what_is_open_overdue_and_due():
    assert found_sentence(FOUND) == (
        "Đã phát hiện 76 tồn tại, sai phạm (12 nghiêm trọng); còn 70 phải xử lý, trong đó 60 đã "
        "quá hạn."
    )
    assert "và 4 đến hạn trong 30 ngày tới" in found_sentence(replace(FOUND, due_soon_count=4))
    assert found_sentence(replace(FOUND, open_count=0)).endswith(
        "tất cả đã được kiểm tra xác nhận khắc phục."
    )
    assert found_sentence(replace(FOUND, problem_count=0)) == ""


def test_the_area_with_most_problems_is_named():
    areas = [
        {"area_code": "procedures", "finding_count": 5, "serious_count": 2},
        {"area_code": None, "finding_count": 1, "serious_count": 0},
    ]
    assert areas_sentence(areas) == (
        "Tồn tại, sai phạm nhiều nhất ở “Thủ tục hành chính”: 5 trong 6, trong đó 2 nghiêm trọng."
    )
    assert "Chưa ghi nhận" in areas_sentence([])


def test_earlier_findings_are_told_by_what_became_of_them():
    fates = ("closed", "closed", "reported", "found_again", "open")
    assert continued_sentence([{"fate": fate} for fate in fates]) == (
        "Trong 5 tồn tại, sai phạm đã nêu ở các kỳ trước: 2 đã đóng, 1 đơn vị báo xong nhưng chưa "
        "xác minh, 1 kiểm tra lại vẫn còn, 1 còn mở."
    )
    assert "Không có tồn tại nào" in continued_sentence([])


def test_violations_are_told_by_handling_and_a_silent_one_is_not_handled():
    rows = [
        {"handling_state": state, "is_individual": False}
        for state in ("handled", "in_progress", None)
    ]
    assert violations_sentence(rows) == ("Có 3 sai phạm: 1 đã xử lý, 1 đang xử lý, 1 chưa xử lý.")


def witness(unit, index, inspection, survey, *, against):
    return {
        "unit_code": unit,
        "unit_name": f"Quận {unit}",
        "area_code": "procedures",
        "area_name": "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        "index_says": index,
        "inspection_says": inspection,
        "survey_says": survey,
        "is_disagreement": against,
    }


def test_disagreements_are_counted_and_the_first_is_told_without_the_silent():
    rows = [
        witness("A", "good", "weak", "silent", against=True),
        witness("A", "weak", "silent", "good", against=True),
        witness("B", "good", "silent", "silent", against=False),
    ]
    assert witnesses_sentence(rows, year=2022) == (
        "Ba nguồn trái nhau ở 2 trường hợp, thuộc 1 đơn vị; đáng chú ý nhất: Quận A, “Thủ tục hành "
        "chính”: chỉ số nói tốt và kiểm tra nói yếu."
    )
    alone = witnesses_sentence(rows[2:], year=2022)
    assert alone.startswith("Năm 2022 chưa trường hợp nào có từ hai nguồn trở lên")
    alike = witness("B", "good", "good", "silent", against=False)
    assert "không trái nhau" in witnesses_sentence([alike], year=2022)


def risk(unit, **figures):
    row = {
        "unit_name": f"Quận {unit}",
        "lost_percent": 12.5,
        "lost_part": 0.5,
        "contradicted_count": 3,
        "contradicted_part": 1.0,
        "overdue_count": 0,
        "overdue_part": 0.0,
        "overrating_percent": None,
        "overrating_part": None,
        "open_finding_count": 0,
        "findings_part": 0.0,
        "days_since_visit": None,
        "time_part": 0.75,
        "last_held_on": datetime.date(2021, 8, 12),
    }
    return {**row, **figures}


def test_where_to_go_next_is_told_with_the_two_heaviest_reasons():
    rows = [risk("A"), risk("B", days_since_visit=400)]
    told = next_sentence(rows, rows[:1], year=2022, team_days=1, weights=ALIKE)
    assert told == (
        "Năm 2022 còn 2 đơn vị chưa được kiểm tra; với 1 ngày công, đi được 1 đơn vị, trước hết: "
        "Quận A (3 nội dung mâu thuẫn và chưa ghi nhận lần kiểm tra nào)."
    )
    both = next_sentence(rows, rows, year=2022, team_days=2, weights=(3, 0, 0, 0, 0, 1))
    assert "Quận B (mất 12,5% số điểm và 400 ngày chưa được kiểm tra)" in both
    assert "không có ngày công nào" in next_sentence(
        rows, [], year=2022, team_days=0, weights=ALIKE
    )
    assert "không còn đơn vị nào" in next_sentence([], [], year=2022, team_days=5, weights=ALIKE)


def test_a_self_assessment_that_is_not_known_is_not_called_zero():
    from_nobody = risk("A")
    assert reason_words("overrating_part", from_nobody) == "chưa có điểm tự chấm"
    assert part_figure("overrating_part", from_nobody) == "–"
    own = risk("A", overrating_percent=0.0, overrating_part=0.0)
    assert reason_words("overrating_part", own) == "tự chấm cao hơn 0,0%"


def test_areas_with_as_many_problems_share_the_first_place():
    rows = [
        {"area_code": code, "finding_count": 1, "serious_count": 0}
        for code in ("digital_government", "procedures")
    ]
    assert areas_sentence(rows) == (
        "Tồn tại, sai phạm nhiều nhất ở “Chính quyền số” và “Thủ tục hành chính”: "
        "mỗi lĩnh vực 1 trong 2."
    )
