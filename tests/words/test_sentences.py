"""Situations and the sentences that they must give, in good Vietnamese."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analysis.summaries import standings
from data.books import Book
from data.difference import Difference, RankMove
from data.outcomes import FileTaken, ImportOutcome
from data.problems import Problem, Severity
from words.catalogue import speaking
from words.sentences import (
    areas,
    best_practice,
    desk,
    lost_points,
    remediation,
    standing,
    unit,
)


def ranked(name, percent, rank, **more):
    row = {
        "unit_code": name,
        "unit_name": f"Quận {name}",
        "ranking_group": "Quận",
        "year": 2021,
        "index_percent": percent,
        "ranking_percent": percent,
        "rank": rank,
        "is_provisional": False,
        "basis": "full",
        "maximum_points": Decimal(100),
        "full_maximum_points": Decimal(100),
        "points_at_stake": Decimal(0),
        "index_percent_if_all_fixed": percent,
        "rank_if_all_fixed": rank,
    }
    return {**row, **more}


def group(*rows):
    return standings(rows)[0]


def test_a_leader_a_gap_a_median_and_a_last():
    found = group(ranked("A", 91.26, 1), ranked("B", 91.07, 2), ranked("C", 80.0, 3))
    assert standing.standing_sentence(found) == (
        "Năm 2021, khối Quận có 3 đơn vị được xếp hạng: Quận A dẫn đầu với 91,26%, hơn Quận B "
        "0,19 điểm phần trăm; trung vị của khối là 91,07%, thấp nhất là Quận C với 80,00%."
    )


def test_two_share_the_lead():
    found = group(ranked("A", 91.0, 1), ranked("B", 91.0, 1), ranked("C", 80.0, 3))
    assert standing.standing_sentence(found).startswith(
        "Năm 2021, khối Quận có 3 đơn vị được xếp hạng: Quận A và Quận B cùng dẫn đầu với 91,00%, "
        "hơn Quận C 11 điểm phần trăm;"
    )


def test_all_level():
    found = group(ranked("A", 91.0, 1), ranked("B", 91.0, 1))
    assert standing.standing_sentence(found) == (
        "Năm 2021, Quận A và Quận B của khối Quận cùng đạt 91,00%: không có khoảng cách để xếp "
        "thứ tự."
    )


def test_one_unit_alone():
    assert "chỉ có một đơn vị được xếp hạng là Quận A" in standing.standing_sentence(
        group(ranked("A", 91.0, 1))
    )


def test_nobody_verified_yet():
    found = group(ranked("A", 91.0, None, is_provisional=True, basis="provisional"))
    assert "chưa có đơn vị nào thẩm định xong" in standing.standing_sentence(found)
    assert standing.basis_sentences([found]) == [
        "1 đơn vị chưa thẩm định xong, chỉ số là tạm tính và chưa xếp hạng (Quận A)."
    ]


def test_nobody_has_an_index():
    found = group(ranked("A", None, None))
    assert standing.standing_sentence(found) == (
        "Năm 2021, khối Quận chưa có đơn vị nào tính được chỉ số."
    )
    assert standing.basis_sentences([found]) == [
        "1 đơn vị còn thiếu điểm nên chưa có chỉ số (Quận A)."
    ]


def test_published_figures_only_never_speak_of_the_last_or_the_median():
    found = group(
        ranked("A", 91.26, 1, basis="published"), ranked("B", 91.07, 2, basis="published")
    )
    said = standing.standing_sentence(found)
    assert said == (
        "Năm 2021, khối Quận: Quận A dẫn đầu với 91,26%, hơn Quận B 0,19 điểm phần trăm, trong "
        "2 đơn vị có kết quả được công bố."
    )
    assert standing.basis_sentences([found])[0].startswith("Một phần hoặc toàn bộ con số lấy từ")


def test_published_without_ranks():
    found = group(ranked("A", 91.26, None, basis="published"))
    assert "không kèm thứ hạng; cao nhất là Quận A với 91,26%" in standing.standing_sentence(found)
    assert not any("không xếp hạng" in said for said in standing.basis_sentences([found]))


def test_ranked_apart_but_printed_alike_is_no_zero():
    found = group(ranked("A", 91.262, 1), ranked("B", 91.258, 2))
    assert "hơn Quận B chưa tới 0,01 điểm phần trăm" in standing.standing_sentence(found)


def test_a_printed_difference_is_that_of_the_printed_figures():
    # 91.264 - 73.175 = 18.089, but a reader sees 91,26 and 73,18.
    found = group(ranked("A", 91.264, 1), ranked("B", 73.175, 2))
    assert "hơn Quận B 18,08 điểm phần trăm" in standing.standing_sentence(found)


def test_neighbours_too_close_to_call():
    found = group(ranked("A", 91.2, 1), ranked("B", 91.0, 2), ranked("C", 90.4, 3))
    assert standing.close_sentence(found).startswith("1 cặp đơn vị liền kề")
    assert standing.close_sentence(group(ranked("A", 91.0, 1), ranked("B", 80.0, 2))) == ""


def test_a_reduced_maximum_an_unranked_unit_and_a_missing_survey_are_said():
    found = group(
        ranked("A", 91.2, 1, basis="verified_only", maximum_points=Decimal(80)),
        ranked("B", 91.0, None),
    )
    said = standing.basis_sentences([found])
    assert said[0] == (
        "Chưa đủ điểm điều tra xã hội học của cả khối, nên chỉ số tính trên phần điểm thẩm định."
    )
    assert said[1] == "1 đơn vị không xếp hạng (Quận B)."
    assert said[2].startswith("1 đơn vị được tính trên điểm tối đa nhỏ hơn cả bộ")


def change(name, points, noise=None, **more):
    row = {"unit_code": name, "unit_name": f"Quận {name}", "index_change": points}
    return {**row, "noise_floor": noise, "is_beyond_noise": abs(points) > (noise or 0), **more}


def test_who_rose_and_who_fell():
    said = standing.change_sentence([change("A", 3.2), change("B", -1.5)], year=2021)
    assert said == (
        "So với năm 2020, trên các tiêu chí so sánh được, 1/2 đơn vị tăng; tăng nhiều nhất là "
        "Quận A (+3,2 điểm phần trăm); giảm nhiều nhất là Quận B (−1,5 điểm phần trăm)."
    )


def test_nobody_fell():
    said = standing.change_sentence([change("A", 3.2), change("B", 0.0)], year=2021)
    assert "giảm" not in said
    assert standing.change_sentence([], year=2021).startswith("Không có đơn vị nào được xếp hạng")


def test_the_noise_floor_says_who_really_moved():
    said = standing.noise_sentence([change("A", 3.2, 1.5), change("B", -1.0, 1.5)])
    assert "(dải xám) là 1,5 điểm phần trăm; 1 đơn vị thay đổi nhiều hơn" in said
    assert standing.noise_sentence([change("A", 3.2)]) == ""


def rates(claimed, proved, count=6):
    return {
        "year": 2021,
        "deduction_count": count,
        "lost_points": Decimal("6.5"),
        "rate_by_points": claimed,
        "rate_proved_by_points": proved,
        "comparable_share": 0.6,
    }


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (None, "Không có nội dung nào bị trừ điểm năm 2021"),
        (rates(0, 0, 0), "Không có nội dung nào bị trừ điểm năm 2021"),
        (rates(0, 0), "Chưa: năm 2021 có 6 nội dung bị trừ, mất 6,5 điểm, và chưa nội dung nào"),
        (rates(0.5, 0), "nhưng chưa phần nào được chứng minh."),
        (
            rates(0.538, 0.308),
            "báo đã khắc phục 53,8% số điểm ấy, nhưng mới chứng minh được 30,8%.",
        ),
        (rates(0.5, 0.5), "50,0% số điểm ấy được báo đã khắc phục và đều đã được chứng minh."),
    ],
)
def test_claimed_against_proved(figures, said):
    assert said in remediation.rates_sentence(figures, year=2021)


def test_the_share_that_can_be_compared_is_said_unless_it_is_all():
    assert "so sánh được với 60,0%" in remediation.comparable_sentence(rates(0.5, 0.5))
    assert remediation.comparable_sentence({**rates(0.5, 0.5), "comparable_share": 1.0}) == ""


def matter(name, count):
    return {"matter": name, "matter_count": count}


def test_only_matters_that_are_there_are_alarming():
    said = remediation.alarms_sentence([matter("contradicted", 2), matter("overdue", 0)])
    assert said == (
        "Cần xem ngay: 2 nội dung được báo hoặc xác minh là xong nhưng điểm không trở lại."
    )
    assert remediation.alarms_sentence([]).startswith("Không có nội dung nào mâu thuẫn")


def lost(name, points, cumulative, units=2):
    row = {"name": name, "lost_points": Decimal(points), "losing_unit_count": units}
    return {**row, "cumulative_share": cumulative, "share": 0.4}


def test_where_half_of_the_points_are_lost():
    rows = [lost("Một cửa", "4", 0.4), lost("Kế hoạch", "3", 0.7), lost("Họp", "3", 1.0)]
    assert lost_points.lost_sentence(rows, year=2021, scope="khối Quận") == (
        "Năm 2021, khối Quận mất 10 điểm; 2 trong 3 tiêu chí bị mất điểm đã chiếm một nửa, nặng "
        "nhất là “Một cửa” (4 điểm, 2 đơn vị)."
    )
    assert "tất cả ở “Một cửa”" in lost_points.lost_sentence(
        [lost("Một cửa", "4", 1.0)], year=2021, scope="khối Quận"
    )
    assert lost_points.lost_sentence([], year=2021, scope="Quận A") == (
        "Năm 2021, Quận A không mất điểm ở tiêu chí nào."
    )


def overrated(name, own, given):
    gap = Decimal(str(own - given))
    return {"name": name, "self_percent": own, "verified_percent": given, "self_gap": gap}


def test_how_far_units_overrate_themselves():
    said = lost_points.self_gap_sentence([overrated("A", 90, 85), overrated("B", 90, 89)])
    assert "tự chấm cao hơn thẩm định 6 điểm" in said
    assert "“A” (5 điểm phần trăm)" in said
    assert "không tự chấm cao hơn" in lost_points.self_gap_sentence([overrated("A", 80, 85)])
    assert "Chưa có điểm tự đánh giá" in lost_points.self_gap_sentence([])


def judged(result, name="A"):
    return {"result": result, "unit_name": f"Quận {name}", "area_name": "TTHC", "robust_z": 2.0}


def test_which_models_have_the_evidence():
    said = best_practice.candidates_sentence([judged("candidate"), judged("promising")], year=2022)
    assert said == (
        "Năm 2022 có 1 trường hợp đủ căn cứ để xem xét nhân rộng: Quận A – TTHC. 1 trường hợp khác "
        "có điểm tốt nhưng chưa có minh chứng tại chỗ: nên đến kiểm tra."
    )
    none = best_practice.candidates_sentence([judged("not_supported")], year=2022)
    assert none.startswith("Năm 2022 chưa có trường hợp nào đủ căn cứ")
    assert "chưa có đơn vị nào đủ điểm" in best_practice.candidates_sentence([], year=2022)


def test_who_would_gain_by_a_model():
    gains = [{"unit_name": "Quận B", "points": Decimal("2.5")}]
    assert best_practice.receivers_sentence(judged("candidate"), gains) == (
        "Quận A – TTHC: 1 đơn vị có thể lấy lại tới 2,5 điểm nếu làm được như vậy, nhiều nhất là "
        "Quận B (2,5 điểm)."
    )
    assert "không đơn vị nào" in best_practice.receivers_sentence(judged("candidate"), [])


def test_a_unit_behind_the_first_with_something_at_stake():
    row = ranked(
        "B",
        87.5,
        2,
        points_at_stake=Decimal("1.5"),
        index_percent_if_all_fixed=95.0,
        rank_if_all_fixed=1,
    )
    found = group(ranked("A", 92.5, 1), row)
    assert unit.unit_sentence(row, found, name="Quận B", year=2021) == (
        "Năm 2021, Quận B đạt 87,50%, xếp thứ 2/2 khối Quận, kém đơn vị dẫn đầu 5 điểm phần trăm. "
        "Nếu khắc phục hết các nội dung chưa xong (1,5 điểm), chỉ số sẽ là 95,00% và đơn vị xếp "
        "thứ 1."
    )
    same = {**row, "rank_if_all_fixed": 2}
    assert unit.unit_sentence(same, found, name="Quận B", year=2021).endswith(
        "chỉ số sẽ là 95,00%; đơn vị vẫn xếp thứ 2."
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (None, "Quận A chưa có điểm năm 2021."),
        (ranked("A", None, None, missing_count=2), "còn thiếu điểm ở 2 tiêu chí"),
        (
            ranked("A", 80.0, None, is_provisional=True),
            "chưa thẩm định xong: chỉ số tạm tính 80,00%",
        ),
        (ranked("A", 80.0, None), "đơn vị không xếp hạng"),
        (ranked("A", 80.0, None, basis="published"), "thứ hạng không được công bố"),
    ],
)
def test_a_unit_without_a_rank(row, said):
    assert said in unit.unit_sentence(row, None, name="Quận A", year=2021)


def test_a_unit_s_movement():
    row = {"index_change": 1.2, "rank": 2, "rank_before": 4}
    assert unit.movement_sentence(row, year=2021) == (
        "So với năm 2020: +1,2 điểm phần trăm, lên 2 bậc."
    )
    assert "xuống 1 bậc" in unit.movement_sentence({**row, "rank_before": 1}, year=2021)
    assert "giữ nguyên thứ hạng" in unit.movement_sentence({**row, "rank_before": 2}, year=2021)
    assert unit.movement_sentence(None, year=2021) == ""


def area(name, percent, middle):
    return {"area_name": name, "area_percent": percent, "group_percent": middle}


def test_a_unit_s_strongest_and_weakest_area():
    both = [area("Thể chế", 95.0, 90.0), area("Thủ tục", 60.0, 80.0)]
    assert unit.areas_sentence(both) == (
        "Mạnh nhất so với khối: “Thể chế” (hơn trung vị 5 điểm phần trăm); yếu nhất: “Thủ tục” "
        "(kém 20 điểm phần trăm)."
    )
    assert unit.areas_sentence([both[0]]).startswith("Không lĩnh vực nào dưới trung vị")
    assert unit.areas_sentence([both[1]]).startswith("Không lĩnh vực nào trên trung vị")
    assert unit.areas_sentence([area("Thể chế", 95.0, None)]) == "Điểm đạt được ở từng lĩnh vực."


def spread(code, percent):
    return {"area_code": code, "area_name": f"Lĩnh vực {code}", "area_percent": percent}


def test_best_weakest_and_most_uneven_area():
    rows = [spread("I", 95.0), spread("I", 90.0), spread("II", 80.0), spread("II", 40.0)]
    assert areas.spread_sentence(rows) == (
        "Làm tốt nhất là “Lĩnh vực I” (trung vị 92,5%), yếu nhất là “Lĩnh vực II” (60,0%); chênh "
        "nhau nhiều nhất ở “Lĩnh vực II” (40 điểm phần trăm)."
    )
    assert areas.spread_sentence([spread("I", None)]) == "Chưa có điểm theo lĩnh vực."


def test_english_reads_as_english():
    with speaking("en"):
        found = group(ranked("A", 91.26, 1), ranked("B", 91.06, 2))
        assert standing.standing_sentence(found) == (
            "In 2021, group Quận has 2 ranked units: Quận A leads with 91.26%, 0.2 percentage "
            "points ahead of Quận B; the group's median is 91.16%, the lowest is Quận B with "
            "91.06%."
        )
        assert standing.close_sentence(found).startswith("1 pair of neighbours is less than")


def test_the_state_of_a_book_at_the_data_desk():
    assert desk.book_sentence("real", current="r2", draft="rd3") == (
        "Sổ thực tế: người đọc đang xem bản r2."
    )
    assert "chưa công bố lần nào" in desk.book_sentence("real", current=None, draft="rd1")
    assert desk.book_sentence("real", current=None, draft=None) == "Sổ thực tế chưa có gì."
    assert desk.pending_sentence(None, draft=None).startswith("Hãy đưa bảng tính")
    assert desk.pending_sentence(None, draft="rd1").endswith("sẽ tạo bản đầu tiên.")
    assert "phiên bản cũ" in desk.pending_sentence(None, draft="rd1", is_outdated=True)
    assert "chưa so sánh được" in desk.pending_sentence(None, draft="rd1", current="r1")
    assert desk.pending_sentence(Difference("r1", "rd2", (), ()), draft="rd2") == (
        "Không có gì chờ công bố."
    )
    moved = RankMove("305", 2021, "Quận", 80.0, 90.0, 2, 1)
    said = desk.pending_sentence(Difference("r1", "rd2", (), (moved,)), draft="rd2")
    assert said.endswith("chỉ số của 1 đơn vị, thứ hạng của 1 đơn vị.")


def test_what_an_import_came_to():
    wrong = Problem(Severity.ERROR, "points_above_maximum", "a.xlsx", "Lê Chân", "E6")
    odd = Problem(Severity.WARNING, "sign_read_as_missing", "a.xlsx")
    refused = ImportOutcome(Book.REAL, problems=(wrong, odd))
    assert desk.outcome_sentence(refused, is_import=True).startswith(
        "Không nhập gì cả: có 1 lỗi và 1 cảnh báo."
    )
    assert desk.outcome_sentence(refused, is_import=False).startswith("Có 1 lỗi")
    fine = ImportOutcome(Book.REAL, problems=(odd,))
    assert "không có lỗi, có 1 cảnh báo" in desk.outcome_sentence(fine, is_import=False)
    assert desk.outcome_sentence(fine, is_import=True).startswith("Không có gì mới")
    file = FileTaken("a.xlsx", "0" * 64, {"scores_unit": 1260})
    done = ImportOutcome(Book.REAL, import_id=7, files=(file,))
    assert desk.outcome_sentence(done, is_import=True).startswith(
        "Đã nhập thành lần nhập 7 trong sổ thực tế: 1.260 dòng từ 1 tệp, 0 cảnh báo."
    )
