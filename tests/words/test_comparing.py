"""Units side by side in words: never more sure than the draws are."""

from __future__ import annotations

from decimal import Decimal

from analysis.comparisons import Apart
from words.catalogue import speaking
from words.reliability import mark_words, reason_list
from words.sentences import certainty, comparing


def ranged(name, rank, low, high, best=None, worst=None, **more):
    row = {"unit_code": name, "unit_name": f"Quận {name}", "rank": rank, "rank_low": low}
    extremes = {"rank_best": best or low, "rank_worst": worst or high}
    return {**row, **extremes, "rank_high": high, "ranks_without_area": {}, **more}


def pair(one, other, probability):
    return {
        "unit_code": one,
        "other_unit_code": other,
        "unit_name": f"Quận {one}",
        "other_unit_name": f"Quận {other}",
        "probability_ahead": probability,
    }


def test_a_rank_that_may_be_noise_is_called_so():
    assert certainty.rank_sentence(ranged("X", 3, 2, 5), pair("X", "Y", 0.54)) == (
        "Thứ hạng 3 của Quận X có thể từ 2 đến 5 khi đổi trọng số; hơn Quận Y chỉ với xác suất "
        "0,54: chưa đủ chắc để nói hơn."
    )


def test_a_firm_rank_and_a_clear_lead():
    assert certainty.rank_sentence(ranged("X", 1, 1, 1), pair("X", "Y", 0.999)) == (
        "Thứ hạng 1 của Quận X vững khi đổi trọng số; gần như chắc chắn hơn Quận Y (xác suất "
        "trên 0,99)."
    )


def test_a_rank_that_only_extreme_weights_move():
    assert certainty.rank_sentence(ranged("X", 1, 1, 1, 1, 5), None) == (
        "Thứ hạng 1 của Quận X hầu như không đổi khi đổi trọng số (với những bộ trọng số lợi nhất "
        "và bất lợi nhất: 1–5)."
    )


def test_a_rank_that_disputed_points_speak_against():
    assert certainty.rank_sentence(ranged("X", 1, 2, 4, 1, 3), pair("X", "Y", 0.03)) == (
        "Thứ hạng 1 của Quận X không vững: khi đổi trọng số và xét điểm còn khác nhau giữa các "
        "vòng, đơn vị thường ở hạng 2–4; xác suất hơn Quận Y chỉ là 0,03: không thể nói là hơn."
    )


def test_how_sure_has_four_steps():
    steps = [certainty.certainty_of(value) for value in (1, 0.95, 0.9499, 0.8, 0.79, 0.21, 0.2)]
    assert steps == ["sure", "sure", "likely", "likely", "unsure", "unsure", "doubtful"]


def test_each_of_the_chosen_is_held_against_the_next_and_no_more_than_four_are_said():
    ranges = [ranged(name, place, place, place) for place, name in enumerate("ABCDE", start=1)]
    pairs = [pair(a, b, 0.9) for a, b in ("AB", "BC", "CD", "DE")]
    said = certainty.certainty_sentences(ranges, pairs)
    assert len(said) == certainty.SAID_AT_MOST
    assert said[0].endswith("nhiều khả năng hơn Quận B (xác suất 0,90).")
    alone = certainty.certainty_sentences(ranges[:1], pairs)
    assert alone == ["Thứ hạng 1 của Quận A vững khi đổi trọng số."]


def test_neighbours_are_counted():
    pairs = [pair("A", "B", 0.99), pair("B", "C", 0.5), pair("C", "D", 0.85), pair("D", "E", 0.1)]
    assert certainty.neighbours_sentence(pairs) == (
        "Trong 4 cặp đơn vị liền kề theo thứ hạng, 1 cặp hơn kém rõ ràng (xác suất từ 0,95), "
        "2 cặp chưa đủ chắc để nói hơn (dưới 0,80)."
    )
    assert certainty.neighbours_sentence([]) == ""


def test_never_a_confidence_interval():
    for language in ("vi", "en"):
        with speaking(language):
            said = certainty.rank_sentence(ranged("X", 3, 2, 5), pair("X", "Y", 0.54))
            assert "tin cậy" not in said
            assert "confidence" not in said


def test_where_units_are_furthest_apart():
    apart = [Apart("Tài chính công", 20.04, "Sở A", "Sở B"), Apart("Thể chế", 1.5, "Sở B", "Sở A")]
    assert comparing.apart_sentence(apart) == (
        "Các đơn vị cách xa nhau nhất ở “Tài chính công” (20 điểm phần trăm: cao nhất là Sở A, "
        "thấp nhất là Sở B), sát nhau nhất ở “Thể chế” (1,5 điểm phần trăm)."
    )
    assert "chưa có gì để so sánh" in comparing.apart_sentence([])
    assert comparing.apart_sentence([Apart("Thể chế", 0, "Sở A", "Sở B")]) == (
        "Các đơn vị bằng nhau ở mọi lĩnh vực."
    )


def test_what_does_not_apply_is_named():
    rows = [{"unit_name": "Thanh tra thành phố"}]
    assert comparing.inapplicable_sentence({"Thủ tục hành chính": rows}) == (
        "Không áp dụng: “Thủ tục hành chính” đối với Thanh tra thành phố."
    )
    assert comparing.inapplicable_sentence({}) == ""


def spread(name, points, part, best=("303",), worst=("304",)):
    row = {"criterion_name": name, "spread_points": Decimal(points), "spread_part": part}
    return {**row, "best_units": [*best], "worst_units": [*worst]}


def test_what_separates_units_most():
    names = {"303": "Quận Hồng Bàng", "304": "Quận Ngô Quyền"}
    rows = [spread("Một cửa", "1.5", 0.4), spread("Thể chế", "1", 0.35), spread("Khác", "0", 0)]
    assert comparing.separating_sentence(rows, names) == (
        "Cách xa nhau nhất là “Một cửa” (1,5 điểm: cao nhất Quận Hồng Bàng, thấp nhất Quận Ngô "
        "Quyền); 2 trong 2 tiêu chí có chênh lệch đã tạo ra một nửa tổng chênh lệch."
    )
    assert comparing.separating_sentence([spread("Khác", "0", 0)], names) == (
        "Các đơn vị bằng nhau ở mọi tiêu chí."
    )


def test_what_part_can_be_compared():
    assert comparing.comparable_sentence([1, 1], year=2022) == (
        "Toàn bộ điểm tối đa năm 2022 so sánh được với năm 2021."
    )
    assert comparing.comparable_sentence([0.965], year=2022).startswith("96,5% điểm tối đa")
    assert comparing.comparable_sentence([0.957, 0.96, 0.961], year=2022).startswith(
        "Từ 95,7% đến 96,1% điểm tối đa năm 2022 so sánh được với năm 2021, tuỳ đơn vị "
        "(trung vị 96,0%)"
    )
    assert comparing.comparable_sentence([], year=2022) == ""


def test_few_years_make_no_trend():
    assert comparing.trend_sentence(3, needed=5) == (
        "Mới có 3 năm số liệu: dưới 5 năm chỉ nói thay đổi từng năm, chưa nói xu hướng."
    )
    assert comparing.trend_sentence(5, needed=5) == ""


def test_what_is_not_linked_is_counted():
    leaf = {"year": 2022, "maximum_points": Decimal("0.5")}
    rows = [{**leaf, "side": "before"}, {**leaf, "side": "now"}, {**leaf, "side": "now"}]
    assert comparing.unlinked_sentence(rows) == (
        "Không nối được: 1 tiêu chí của năm 2021 đã bỏ (0,5 điểm tối đa); 2 tiêu chí mới của năm "
        "2022 (1 điểm tối đa). Các tiêu chí này không nằm trong phần so sánh."
    )
    assert comparing.unlinked_sentence([]) == "Mọi tiêu chí của hai năm đều nối được với nhau."


def test_reliability_has_a_word_a_sign_and_its_reasons():
    assert [mark_words(mark) for mark in ("high", "middling", "low")] == [
        "cao",
        "trung bình *",
        "thấp **",
    ]
    row = {
        "reasons": ["little_evidence", "large_self_gap", "older_year"],
        "is_provisional": False,
        "evidence_share": 0.7143,
        "self_gap_share": None,
        "unverified_count": 0,
        "applicable_share": 1,
    }
    assert reason_list(row) == (
        "tài liệu kiểm chứng mới phủ 71% điểm tối đa; không có điểm tự chấm để đối chiếu; "
        "số liệu không phải của năm mới nhất"
    )
    assert reason_list({**row, "reasons": [], "is_provisional": True}) == "chưa thẩm định xong"
