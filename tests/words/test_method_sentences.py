"""What Method says of weights, in Vietnamese, letter by letter."""

from __future__ import annotations

from words.sentences.method import (
    intervals_sentence,
    robust_sentence,
    weights_sentence,
    without_area_sentence,
)

NAMES = {"307": "Quận Kiến An", "308": "Quận Đồ Sơn", "303": "Quận Hồng Bàng"}


def robust(code, rank, best, worst, low=None, high=None, without=None):
    return {
        "unit_code": code,
        "unit_name": NAMES[code],
        "year": 2022,
        "ranking_group": "Quận",
        "rank": rank,
        "rank_best": best,
        "rank_worst": worst,
        "rank_low": low or best,
        "rank_high": high or worst,
        "ranks_without_area": without or {},
    }


def gain(code, places):
    return {"unit_code": code, "unit_name": NAMES[code], "rank_gain": places}


def said(*rows):
    return robust_sentence(rows, year=2022, group="Quận")


def test_an_order_that_no_weights_move():
    assert said(robust("307", 1, 1, 1), robust("308", 2, 2, 2)) == (
        "Không: năm 2022, dù tăng giảm trọng số mỗi lĩnh vực tới 30%, "
        "mọi đơn vị của khối Quận vẫn giữ nguyên hạng."
    )


def test_a_firm_leader_and_a_loose_rest():
    assert said(robust("307", 1, 1, 1), robust("308", 2, 2, 3), robust("303", 3, 2, 3)) == (
        "Chỉ một phần: năm 2022, khi tăng giảm trọng số mỗi lĩnh vực tới 30%, Quận Kiến An vẫn "
        "luôn đứng đầu khối Quận; 1/3 đơn vị giữ nguyên hạng, dao động nhiều nhất là Quận Đồ Sơn "
        "(từ thứ 2 đến thứ 3)."
    )


def test_a_lead_that_hangs_on_the_weights():
    assert said(robust("307", 1, 1, 2), robust("308", 2, 1, 2), robust("303", 3, 3, 3)) == (
        "Có: năm 2022, khi tăng giảm trọng số mỗi lĩnh vực tới 30%, ngôi đầu khối Quận có thể "
        "thuộc về Quận Kiến An và Quận Đồ Sơn; 1/3 đơn vị giữ nguyên hạng, dao động nhiều nhất là "
        "Quận Kiến An (từ thứ 1 đến thứ 2)."
    )


def test_without_scores_nobody_knows():
    assert said().startswith("Năm 2022, khối Quận chưa có điểm theo tiêu chí")


def test_without_extremes_the_draws_speak():
    row = {**robust("307", 1, 1, 1), "rank_best": None, "rank_worst": None}
    assert said(row) == intervals_sentence([row])


def test_who_moves_furthest_each_way():
    assert weights_sentence([gain("307", 2), gain("308", -1), gain("303", -1)]) == (
        "Với trọng số này, 3 đơn vị đổi hạng; lên nhiều nhất là Quận Kiến An (lên 2 bậc); "
        "xuống nhiều nhất là Quận Đồ Sơn và Quận Hồng Bàng (xuống 1 bậc)."
    )


def test_a_tie_that_is_broken_moves_in_one_direction_only():
    assert weights_sentence([gain("307", 0), gain("308", -1)]) == (
        "Với trọng số này, 1 đơn vị đổi hạng; xuống nhiều nhất là Quận Đồ Sơn (xuống 1 bậc)."
    )


def test_nobody_moves():
    assert weights_sentence([gain("307", 0)]) == "Với trọng số này, không đơn vị nào đổi hạng."


def test_the_area_that_the_order_hangs_on_most():
    rows = [
        robust("307", 1, 1, 2, without={"I": 2, "II": 1}),
        robust("308", 2, 1, 2, without={"I": 1, "II": 2}),
    ]
    areas = {"I": "Cải cách thể chế", "II": "Cải cách thủ tục"}
    assert without_area_sentence(rows, areas) == (
        "Thứ hạng phụ thuộc nhiều nhất vào lĩnh vực “Cải cách thể chế”: "
        "bỏ lĩnh vực này thì 2/2 đơn vị đổi hạng."
    )
    still = [robust("307", 1, 1, 1, without={"I": 1, "II": 1})]
    assert without_area_sentence(still, areas) == (
        "Bỏ bất cứ lĩnh vực nào, thứ hạng cũng không đổi."
    )
