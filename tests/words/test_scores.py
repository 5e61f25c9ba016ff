"""What an index stands on, in words."""

from __future__ import annotations

from decimal import Decimal

from words.sentences import scores

FULL = {"maximum_points": Decimal(100), "full_maximum_points": Decimal(100)}
REDUCED = {"maximum_points": Decimal("72.5"), "full_maximum_points": Decimal(100)}


def test_a_reduced_maximum_is_said_beside_the_rank():
    assert scores.reduced_words(REDUCED) == "trên 72,5/100 điểm"
    assert scores.reduced_words(FULL) == ""
    assert scores.reduced_words({"maximum_points": None, "full_maximum_points": None}) == ""
    assert scores.measured_words(REDUCED) == "72,5/100"
    assert scores.measured_words(FULL) == "100"
    assert scores.measured_words({"maximum_points": None, "full_maximum_points": None}) == "–"


def adjusted(points, *, ranks):
    return {"adjustment_points": points, "ranks_adjusted": ranks}


def test_whether_bonus_and_penalty_rank_is_said():
    rows = [adjusted(Decimal(1), ranks=True), adjusted(Decimal(0), ranks=True)]
    assert scores.adjustment_sentence(rows) == (
        "1 đơn vị có điểm cộng hoặc điểm trừ; bộ tiêu chí xếp hạng theo tổng điểm sau cộng, trừ."
    )
    assert "không dùng để xếp hạng" in scores.adjustment_sentence([adjusted(1, ranks=False)])
    assert scores.adjustment_sentence([adjusted(None, ranks=False)]) == ""


def test_classes_are_counted_only_where_there_are_any():
    rows = [{"band": "Xuất sắc"}, {"band": "Tốt"}, {"band": "Tốt"}, {"band": None}]
    assert scores.bands_sentence(rows) == (
        "Xếp loại theo ngưỡng của khối trong năm: Xuất sắc 1 và Tốt 2."
    )
    assert scores.bands_sentence([{"band": None}]) == ""


def apart(**more):
    row = {"index_percent": 80.0, "is_provisional": False, "basis": "full", "missing_count": 0}
    return scores.apart_reason({**row, **more})


def test_why_a_unit_stands_apart():
    assert apart() == "không xếp hạng theo danh mục khối của năm"
    assert apart(is_provisional=True).startswith("chưa thẩm định xong")
    assert apart(basis="published") == "kết quả công bố không kèm thứ hạng"
    assert apart(index_percent=None, missing_count=3) == (
        "thiếu điểm ở 3 tiêu chí nên chưa có chỉ số"
    )


def printed(what, published, computed, *, differs, as_text=None):
    difference = None if computed is None or published is None else published - computed
    return {
        "unit_code": "304",
        "unit_name": "Quận Ngô Quyền",
        "what": what,
        "published": published,
        "published_text": as_text,
        "computed": computed,
        "computed_text": None,
        "difference": difference,
        "is_different": differs,
    }


def test_published_figures_are_held_against_the_computed():
    agrees = printed("total", 91.07, 91.07, differs=False)
    assert scores.published_sentence([agrees, agrees]) == (
        "Cả 2 con số đã công bố đều khớp với số tính lại từ điểm theo tiêu chí."
    )
    differs = printed("total", 92.57, 91.07, differs=True, as_text="92,57")
    assert scores.published_sentence([agrees, differs]) == (
        "1/2 con số đã công bố khác số tính lại; lệch nhiều nhất: tổng điểm của Quận Ngô Quyền "
        "(công bố 92,57, tính lại 91,07)."
    )
    assert scores.published_sentence([printed("total", 91.07, None, differs=False)]) == (
        "Chưa có điểm thẩm định theo tiêu chí để tính lại 1 con số đã công bố."
    )
    assert scores.published_sentence([]) == ""
