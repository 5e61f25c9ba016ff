"""What is said of models: evidence line by line, decisions, donors, what followed replication."""

from __future__ import annotations

import datetime
from decimal import Decimal

from data.decisions import Decision, DecisionKept, DecisionState, SubjectKind
from words.sentences.decisions import decision_words, register_decision_words
from words.sentences.evidence import lines_of
from words.sentences.replication import after_sentence, donors_sentence, initiatives_sentence

JUDGED = {
    "robust_z": 2.326,
    "robust_z_reason": None,
    "rank": 1,
    "unit_count": 7,
    "quartile_rank": 2,
    "year_count": 3,
    "is_held": True,
    "top_quartile_probability": 0.75,
    "reasons_for": ["performance", "recognised"],
    "serious_count": 1,
    "recurring_count": 0,
}


def lines(**changed):
    told = lines_of({**JUDGED, **changed}, minimum_z=1.5, minimum_probability=0.8)
    return [(row["figure"], row["threshold"], row["met"]) for row in told]


def test_evidence_is_told_line_by_line_with_figure_threshold_and_verdict():
    assert lines() == [
        ("2,33", "từ 1,5", "đạt"),
        ("thứ 1/7", "thuộc 2 đơn vị đứng đầu", "đạt"),
        ("giữ được qua 3 năm", "mỗi năm thuộc nhóm đầu hoặc không thấp hơn năm trước", "đạt"),
        ("75%", "từ 80%", "chưa đạt"),
        ("có sáng kiến được công nhận", "ít nhất một, trong năm nay hoặc năm trước", "đạt"),
        (
            "1 phát hiện nghiêm trọng hoặc sai phạm chưa đóng, 0 nội dung tái diễn",
            "không có phát hiện nào, không có nội dung nào",
            "chưa đạt",
        ),
    ]


def test_one_year_is_unknown_and_counts_as_met():
    told = lines(year_count=1, is_held=None, top_quartile_probability=0.5)
    assert told[2][0] == "mới có một năm số liệu"
    assert {told[2][2], told[3][2]} == {"chưa biết, tạm coi là đạt"}


def test_a_z_that_is_none_says_why():
    told = lines(robust_z=None, robust_z_reason="group_too_small", unit_count=4)
    assert told[0][0].startswith("khối chỉ có 4 đơn vị")
    assert told[0][2] == "chưa đạt"


def kept(revision=1, **said):
    decision = Decision(SubjectKind.CANDIDATE, "309:VII:2022", "Nhân rộng tại các quận", **said)
    at = datetime.datetime(2022, 11, 24, 8, 5)  # noqa: DTZ001
    return DecisionKept(decision, 1, 1, revision, at, at, "Lan", "r2")


def test_a_decision_says_who_by_which_document_for_whom_until_when():
    said = decision_words(
        kept(
            decision_body="Hội đồng Sáng kiến thành phố",
            decision_number="17/QĐ-HĐSK",
            decided_on=datetime.date(2022, 11, 16),
            responsible="Sở Nội vụ",
            due_on=datetime.date(2023, 3, 31),
            state=DecisionState.IN_PROGRESS,
        )
    )
    assert said == (
        "Nhân rộng tại các quận (Hội đồng Sáng kiến thành phố số 17/QĐ-HĐSK ngày 16/11/2022; giao "
        "Sở Nội vụ; hạn 31/03/2023; tình trạng: đang làm). Ghi bởi Lan, 24/11/2022 08:05, khi xem "
        "bản r2."
    )
    assert "Sửa lần 2 bởi Lan" in decision_words(kept(revision=2))


def initiative(**changed):
    told = {
        "name": "Sổ tay điện tử", "decision_body": None, "decision_number": None,
        "decision_on": None, "decision": None, "is_improved": True, "is_recognised": False,
        "replicated_at": None,
    }  # fmt: skip
    return {**told, **changed}


def test_the_register_s_decision_is_told_as_it_stands_there():
    assert register_decision_words(initiative()) == ""
    assert (
        register_decision_words(initiative(decision="Công nhận", decision_number="5/QĐ-HĐSK"))
        == "Theo sổ sáng kiến, “Sổ tay điện tử”: Công nhận (số 5/QĐ-HĐSK)."
    )
    assert "không ghi kết luận" in register_decision_words(initiative(decision_number="5"))


def test_a_unit_hears_from_whom_it_could_learn_most():
    donor = {"donor_name": "Quận A", "area_name": "Chính quyền số", "points": Decimal("4.28")}
    assert donors_sentence("Quận B", [donor, donor]) == (
        "Quận B: có 2 mô hình ở những tiêu chí đang mất điểm; học được nhiều nhất từ Quận A – "
        "Chính quyền số: tới 4,28 điểm."
    )
    assert donors_sentence("Quận B", []).startswith("Chưa có mô hình")


def replicated(reason=None, **changed):
    told = {
        "name": "Một cửa không giấy", "unit_name": "Quận A", "adopter_count": 3, "other_count": 5,
        "adopter_median_change": 40.0, "other_median_change": 10.0, "median_difference": 30.0,
        "change_reason": reason,
    }  # fmt: skip
    return {**told, **changed}


def test_what_followed_replication_is_told_only_where_there_are_enough():
    assert after_sentence([]) == "Năm này chưa sáng kiến nào ghi nơi đã nhân rộng."
    assert "quá ít để kết luận" in after_sentence([replicated("too_few_adopters")])
    assert after_sentence([replicated(), replicated("no_unit_named")]) == (
        "2 sáng kiến, mô hình có ghi nơi đã nhân rộng, 1 đủ số đơn vị để so sánh. “Một cửa không "
        "giấy” của Quận A: 3 đơn vị áp dụng thay đổi +40 điểm phần trăm (trung vị), 5 đơn vị cùng "
        "khối không áp dụng thay đổi +10 điểm phần trăm."
    )


def test_initiatives_are_counted():
    told = [initiative(), initiative(is_improved=False, is_recognised=True, replicated_at="A")]
    assert initiatives_sentence(told) == (
        "2 sáng kiến, mô hình: 1 có hiệu quả đo được, 1 được công nhận, 1 có ghi nơi đã nhân rộng."
    )
    assert initiatives_sentence([]).startswith("Chưa có sáng kiến")
