"""Twenty situations of a year and all that Overview then says, word for word.

Each release is written by hand: 20 points, two areas of two leaves (I.1 and II.1 of 4 points, I.2
and II.2 of 6), unless the situation says otherwise. `Said` holds the answer, what has changed, what
needs a decision, what else waits, and what the figures rest on.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from analysis.overview import overview_of
from analysis.questions import Filters, answer, resolve
from analysis.rows import rows_of
from tests.analysis.by_hand import DEPARTMENT, DISTRICT, NOT_APPLICABLE, SO, Release
from words.sentences.overview import (
    changed_statements,
    decision_statements,
    others_waiting_sentence,
)
from words.sentences.standing import basis_sentences, leaders_sentence

LEAVES = {"I.1": 4, "I.2": 6, "II.1": 4, "II.2": 6}
FULL = (4, 6, 4, 6)


@dataclass(frozen=True)
class Said:
    answer: str
    changed: tuple[str, ...] = ()
    decide: tuple[str, ...] = ()
    besides: str = ""
    rests_on: tuple[str, ...] = ()


def release_of(units, years, *, leaves=LEAVES, linked=True, as_of="2022-09-30", **more):
    """Districts with points by year: {'A': {2021: (4, 6, 4, 6)}}; every leaf linked to itself."""
    book = Release(as_of=as_of)
    for year in years:
        book.framework(year, leaves, **more)
    for name, by_year in units.items():
        book.unit(name, f"Quận {name}")
        for year, points in by_year.items():
            book.scores(name, year, dict(zip(leaves, points, strict=False)))
    for year in years[:-1]:
        for code in leaves if linked else ():
            book.link(year, code, code)
    return book


def told_of(book):
    release = book.finish()
    year = resolve(release, "ranking", Filters()).year

    def ask(question, about):
        return rows_of(answer(release, question, Filters(year=about)))

    if year is None:
        return Said(leaders_sentence([]))
    judged_year = resolve(release, "rates", Filters()).year
    overview = overview_of(ask, year, judged_year)
    return Said(
        leaders_sentence(overview.groups),
        tuple(one.sentence for one in changed_statements(overview)),
        tuple(one.sentence for one in decision_statements(overview)),
        others_waiting_sentence(overview),
        tuple(basis_sentences(overview.groups)),
    )


NOTHING_WAITS = ("Hôm nay không có việc nào phải quyết định gấp.",)
NOT_KNOWN = (
    "Chưa có điểm theo tiêu chí hay sổ theo dõi khắc phục: chưa biết nội dung nào bị trừ, nội "
    "dung nào đã khắc phục, mô hình nào đáng nhân rộng.",
)
NO_REGISTER = (
    "Chưa có sổ theo dõi khắc phục và kết quả kiểm tra, nên chưa biết việc nào cần quyết định.",
)
NOBODY_MOVED = ("Không đơn vị nào thay đổi chỉ số.",)
NO_2020 = ("Chưa có số liệu năm 2020, nên chưa so sánh được.",)


def tie_for_first():
    return release_of(
        {"A": {2021: (4, 6, 4, 5)}, "B": {2021: (4, 6, 3, 6)}, "C": {2021: (4, 6, 4, 4)}}, (2021,)
    )


def empty_release():
    book = Release()
    book.unit("A", "Quận A")
    return book


def one_unit_only():
    return release_of({"A": {2021: (4, 6, 4, 4), 2022: (4, 6, 4, 5)}}, (2021, 2022))


def everyone_worse():
    return release_of(
        {
            "A": {2021: (4, 6, 4, 5), 2022: (4, 6, 4, 4)},
            "B": {2021: (4, 6, 4, 4), 2022: (4, 6, 2, 2)},
            "C": {2021: (4, 6, 4, 3), 2022: (4, 6, 3, 2)},
        },
        (2021, 2022),
    )


def provisional_group():
    book = release_of({"A": {}, "B": {}}, (2021,))
    for name, points in (("A", (4, 6, 4, 5)), ("B", FULL)):
        book.scores(name, 2021, dict(zip(LEAVES, points, strict=True)), "self_assessed")
    return book


def published_only():
    """Decision 903/QĐ-UBND of 28/3/2022: the first three of a group, and nothing else."""
    book = Release()
    printed = {"Dương Kinh": 91.26, "Ngô Quyền": 91.07, "Hồng Bàng": 89.55}
    for place, (name, percent) in enumerate(printed.items(), 1):
        book.unit(name, f"Quận {name}")
        book.published(name, 2021, "index_percent", percent)
        book.published(name, 2021, "rank", place)
    return book


def survey_not_yet_held():
    return release_of({"A": {2021: (4, 6, 4)}, "B": {2021: (4, 5, 4)}}, (2021,), survey=("II.2",))


def missing_leaf():
    return release_of({"A": {2021: FULL}, "B": {2021: (4, 6, 4, 5)}, "C": {2021: (4, 6, 4)}},
                      (2021,))  # fmt: skip


def unranked_unit():
    book = release_of({"A": {2021: FULL}, "B": {2021: (4, 6, 4, 5)}}, (2021,))
    book.unit("318", "Huyện Bạch Long Vĩ", is_ranked=False)
    book.scores("318", 2021, dict(zip(LEAVES, FULL, strict=True)))
    return book


def area_not_applicable():
    not_asked = (4, 5, NOT_APPLICABLE, NOT_APPLICABLE)
    return release_of({"A": {2021: FULL}, "B": {2021: not_asked}}, (2021,))


def no_register():
    """Two years; what was lost in 2021 is still lost in 2022, and nobody wrote about it."""
    same = {2021: (4, 6, 4, 5), 2022: (4, 6, 4, 5)}
    return release_of({"A": same, "B": {2021: FULL, 2022: FULL}}, (2021, 2022))


def nothing_claimed():
    book = no_register()
    book.remediation("A", 2021, "II.2", lost_points=1, reported_state="no_plan")
    return book


def all_proved():
    book = release_of(
        {"A": {2021: (4, 6, 4, 5), 2022: FULL}, "B": {2021: FULL, 2022: FULL}}, (2021, 2022)
    )
    book.remediation("A", 2021, "II.2", lost_points=1, reported_state="done",
                     deadline_on="2022-06-30")  # fmt: skip
    return book


def contradictions_only():
    book = no_register()
    book.remediation("A", 2021, "II.2", lost_points=1, reported_state="done")
    return book


def overdue_only():
    book = no_register()
    book.remediation("A", 2021, "II.2", lost_points=1, reported_state="in_progress",
                     deadline_on="2022-06-30")  # fmt: skip
    return book


def no_deduction_at_all():
    return release_of({"A": {2021: FULL}, "B": {2021: FULL}}, (2021,))


def recurring():
    """A lost at II.2 in 2020, lost nothing in 2021, loses again in 2022, and lost more in 2023."""
    years = (2020, 2021, 2022, 2023)
    lost = {2020: (4, 6, 4, 5), 2021: FULL, 2022: (4, 6, 4, 5), 2023: (4, 6, 4, 5.5)}
    return release_of({"A": lost, "B": dict.fromkeys(years, FULL)}, years, as_of="2023-12-30")


def single_year():
    return release_of({"A": {2021: FULL}, "B": {2021: (4, 6, 4, 5)}}, (2021,))


def group_under_five():
    return release_of(
        {
            "A": {2021: (4, 6, 4, 4), 2022: (4, 6, 4, 6)},
            "B": {2021: (4, 6, 4, 5), 2022: (4, 6, 2, 5)},
        },
        (2021, 2022),
    )


def new_set_without_links():
    return release_of(
        {"A": {2021: FULL, 2022: (4, 6, 4, 5)}, "B": {2021: (4, 6, 4, 5), 2022: FULL}},
        (2021, 2022),
        linked=False,
    )


def adjusted_ranking():
    leaves = {**LEAVES, "bonus.1": 2}
    return release_of(
        {"A": {2021: (4, 6, 4, 5, 2)}, "B": {2021: (*FULL, 0)}},
        (2021,),
        leaves=leaves,
        ranks_adjusted=True,
    )


def five_beyond_the_noise():
    """Five units rise by 0, 1, 1, 2 and 4 points of 20: the usual is 1 point, 5 per cent."""
    rises = {"A": 0, "B": 1, "C": 1, "D": 2, "E": 4}
    return release_of(
        {name: {2021: (4, 2, 4, 6), 2022: (4, 2 + rise, 4, 6)} for name, rise in rises.items()},
        (2021, 2022),
    )


def season():
    """Findings and visits beside points: the heaviest first, the rest counted."""
    book = contradictions_only()
    book.remediation("A", 2021, "II.2", lost_points=1, reported_state="in_progress",
                     deadline_on="2022-06-30")  # fmt: skip
    visit = book.inspection("B", 2022, "2022-06-15", "2022-06-15", areas=["procedures"])
    book.finding("B", 2022, "violation", inspection_id=visit, deadline_on="2022-08-30")
    book.inspection("A", 2022, "2022-08-01", report_due_on="2022-07-20")
    return book


def more_is_proved():
    """Of 2 points lost in 2020 nothing came back in 2021, of those of 2021 half did in 2022."""
    same = (3, 6, 4, 5)
    book = release_of(
        {
            "A": {2020: same, 2021: same, 2022: (3, 6, 4, 6)},
            "B": dict.fromkeys((2020, 2021, 2022), FULL),
        },
        (2020, 2021, 2022),
    )
    book.remediation("A", 2021, "I.1", lost_points=1, reported_state="cannot_be_done")
    return book


def two_groups():
    """Districts A and B change places, departments keep theirs."""
    book = release_of(
        {"A": {2021: FULL, 2022: (4, 6, 4, 5)}, "B": {2021: (4, 6, 4, 4), 2022: FULL}},
        (2021, 2022),
        kinds=(DISTRICT, DEPARTMENT),
    )
    for code in LEAVES:
        book.link(2021, code, code, kind=DEPARTMENT)
    for code, name, points in (("SNV", "Sở Nội vụ", FULL), ("STC", "Sở Tài chính", (2, 6, 4, 5))):
        book.unit(code, name, kind=DEPARTMENT, group=SO)
        for year in (2021, 2022):
            book.scores(code, year, dict(zip(LEAVES, points, strict=True)))
    return book


SITUATIONS = {
    tie_for_first: Said(
        (
            "Năm 2021, khối Quận có 3 đơn vị được xếp hạng: Quận A và Quận B cùng dẫn đầu với "
            "95,00%, hơn Quận C 5 điểm phần trăm; trung vị của khối là 95,00%, thấp nhất là Quận "
            "C với 90,00%."
        ),
        changed=NO_2020,
        decide=NO_REGISTER,
    ),
    empty_release: Said(
        "Chưa có khối nào có đơn vị được xếp hạng.",
    ),
    one_unit_only: Said(
        (
            "Năm 2022, khối Quận chỉ có một đơn vị được xếp hạng là Quận A, đạt 95,00%; không có "
            "đơn vị nào để so sánh."
        ),
        changed=("Quận A tăng chỉ số (+5 điểm phần trăm).",),
        decide=NO_REGISTER,
    ),
    everyone_worse: Said(
        (
            "Năm 2022, khối Quận có 3 đơn vị được xếp hạng: Quận A dẫn đầu với 90,00%, hơn Quận C"
            " 15 điểm phần trăm; trung vị của khối là 75,00%, thấp nhất là Quận B với 70,00%."
        ),
        changed=(
            "Cả 3 đơn vị đều giảm chỉ số; giảm nhiều nhất là Quận B (−20 điểm phần trăm).",
            (
                "Lĩnh vực giảm mạnh nhất là Thủ tục hành chính của khối Quận (trung vị −20 điểm "
                "phần trăm)."
            ),
        ),
        decide=NO_REGISTER,
    ),
    provisional_group: Said(
        (
            "Năm 2021, khối Quận chưa có đơn vị nào thẩm định xong: các con số dưới đây dựa trên "
            "điểm tự đánh giá, chỉ là tạm tính và chưa xếp hạng."
        ),
        changed=NO_2020,
        decide=("Thẩm định xong điểm của 2 đơn vị đang tạm tính.",),
        rests_on=(
            (
                "2 đơn vị chưa thẩm định xong, chỉ số là tạm tính và chưa xếp hạng (Quận A và "
                "Quận B)."
            ),
        ),
    ),
    published_only: Said(
        (
            "Năm 2021, khối Quận: Quận Dương Kinh dẫn đầu với 91,26%, hơn Quận Ngô Quyền 0,19 "
            "điểm phần trăm, trong 3 đơn vị có kết quả được công bố."
        ),
        changed=NO_2020,
        decide=NOT_KNOWN,
        rests_on=(
            (
                "Một phần hoặc toàn bộ con số lấy từ kết quả đã công bố: chưa có điểm theo tiêu "
                "chí nên chưa biết điểm bị mất ở đâu."
            ),
        ),
    ),
    survey_not_yet_held: Said(
        (
            "Năm 2021, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 100,00%, hơn Quận "
            "B 7,14 điểm phần trăm; trung vị của khối là 96,43%, thấp nhất là Quận B với 92,86%."
        ),
        changed=NO_2020,
        decide=NO_REGISTER,
        rests_on=(
            (
                "Chưa đủ điểm điều tra xã hội học của cả khối, nên chỉ số tính trên phần điểm "
                "thẩm định."
            ),
        ),
    ),
    missing_leaf: Said(
        (
            "Năm 2021, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 100,00%, hơn Quận "
            "B 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận B với 95,00%."
        ),
        changed=NO_2020,
        decide=("Yêu cầu bổ sung điểm còn thiếu của 1 đơn vị.",),
        rests_on=("1 đơn vị còn thiếu điểm nên chưa có chỉ số (Quận C).",),
    ),
    unranked_unit: Said(
        (
            "Năm 2021, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 100,00%, hơn Quận "
            "B 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận B với 95,00%."
        ),
        changed=NO_2020,
        decide=NO_REGISTER,
        rests_on=("1 đơn vị không xếp hạng (Huyện Bạch Long Vĩ).",),
    ),
    area_not_applicable: Said(
        (
            "Năm 2021, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 100,00%, hơn Quận "
            "B 10 điểm phần trăm; trung vị của khối là 95,00%, thấp nhất là Quận B với 90,00%."
        ),
        changed=NO_2020,
        decide=NO_REGISTER,
        rests_on=(
            (
                "1 đơn vị được tính trên điểm tối đa nhỏ hơn cả bộ vì có tiêu chí không áp dụng "
                "(Quận B)."
            ),
        ),
    ),
    no_register: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=NOBODY_MOVED,
        decide=NO_REGISTER,
    ),
    nothing_claimed: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=NOBODY_MOVED,
        decide=(
            (
                "Yêu cầu lập kế hoạch khắc phục cho 1 nội dung chưa có việc làm nào tại 1 đơn vị "
                "(1 điểm)."
            ),
        ),
    ),
    all_proved: Said(
        (
            "Năm 2022, Quận A và Quận B của khối Quận cùng đạt 100,00%: không có khoảng cách để "
            "xếp thứ tự."
        ),
        changed=(
            "Dẫn đầu khối Quận: năm 2021 là Quận B, nay là Quận A và Quận B.",
            "1/2 đơn vị tăng chỉ số; tăng nhiều nhất là Quận A (+5 điểm phần trăm).",
            (
                "Lĩnh vực tăng mạnh nhất là Thủ tục hành chính của khối Quận (trung vị +5 điểm "
                "phần trăm)."
            ),
        ),
        decide=NOTHING_WAITS,
    ),
    contradictions_only: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=NOBODY_MOVED,
        decide=(
            (
                "Làm rõ 1 nội dung được báo hoặc xác minh là xong mà điểm không trở lại tại 1 đơn"
                " vị (1 điểm)."
            ),
        ),
    ),
    overdue_only: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=NOBODY_MOVED,
        decide=("Đôn đốc 1 nội dung quá hạn khắc phục tại 1 đơn vị (1 điểm).",),
    ),
    no_deduction_at_all: Said(
        (
            "Năm 2021, Quận A và Quận B của khối Quận cùng đạt 100,00%: không có khoảng cách để "
            "xếp thứ tự."
        ),
        changed=NO_2020,
        decide=("Không có nội dung nào bị trừ điểm năm 2021.",),
    ),
    recurring: Said(
        (
            "Năm 2023, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 2,5 điểm phần trăm; trung vị của khối là 98,75%, thấp nhất là Quận A với 97,50%."
        ),
        changed=(
            "1/2 đơn vị tăng chỉ số; tăng nhiều nhất là Quận A (+2,5 điểm phần trăm).",
            (
                "Lĩnh vực tăng mạnh nhất là Thủ tục hành chính của khối Quận (trung vị +2,5 điểm "
                "phần trăm)."
            ),
        ),
        decide=("Tìm nguyên nhân của 1 nội dung tái diễn tại 1 đơn vị (1 điểm).",),
    ),
    single_year: Said(
        (
            "Năm 2021, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 100,00%, hơn Quận "
            "B 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận B với 95,00%."
        ),
        changed=NO_2020,
        decide=NO_REGISTER,
    ),
    group_under_five: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 100,00%, hơn Quận "
            "B 15 điểm phần trăm; trung vị của khối là 92,50%, thấp nhất là Quận B với 85,00%."
        ),
        changed=(
            "Dẫn đầu khối Quận: năm 2021 là Quận B, nay là Quận A.",
            (
                "1/2 đơn vị tăng chỉ số; tăng nhiều nhất là Quận A (+10 điểm phần trăm); giảm "
                "nhiều nhất là Quận B (−10 điểm phần trăm)."
            ),
        ),
        decide=NO_REGISTER,
    ),
    new_set_without_links: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=(
            "Dẫn đầu khối Quận: năm 2021 là Quận A, nay là Quận B.",
            (
                "Chưa so sánh được điểm với năm 2021: chưa đơn vị nào có điểm đã thẩm định của cả"
                " hai năm trên những tiêu chí nối được với nhau."
            ),
        ),
        decide=NO_REGISTER,
    ),
    adjusted_ranking: Said(
        (
            "Năm 2021, khối Quận có 2 đơn vị được xếp hạng: Quận A dẫn đầu với 105,00%, hơn Quận "
            "B 5 điểm phần trăm; trung vị của khối là 102,50%, thấp nhất là Quận B với 100,00%."
        ),
        changed=NO_2020,
        decide=NO_REGISTER,
        rests_on=(
            (
                "Thứ hạng tính theo chỉ số sau cộng, trừ điểm (điểm thưởng, điểm trừ nằm ngoài "
                "điểm tối đa)."
            ),
        ),
    ),
    five_beyond_the_noise: Said(
        (
            "Năm 2022, khối Quận có 5 đơn vị được xếp hạng: Quận E dẫn đầu với 100,00%, hơn Quận "
            "D 10 điểm phần trăm; trung vị của khối là 85,00%, thấp nhất là Quận A với 80,00%."
        ),
        changed=(
            "Dẫn đầu khối Quận: năm 2021 là 5 đơn vị, nay là Quận E.",
            (
                "4/5 đơn vị tăng chỉ số; tăng vượt mức thường gặp của khối nhiều nhất là Quận E "
                "(+20 so với 5 điểm phần trăm)."
            ),
            (
                "Lĩnh vực tăng mạnh nhất là Chỉ đạo điều hành của khối Quận (trung vị +10 điểm "
                "phần trăm)."
            ),
        ),
        decide=NO_REGISTER,
    ),
    season: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=NOBODY_MOVED,
        decide=(
            "Xử lý 1 phát hiện nghiêm trọng hoặc sai phạm chưa đóng tại 1 đơn vị.",
            "Đôn đốc 1 nội dung quá hạn khắc phục tại 1 đơn vị (1 điểm).",
            "Đôn đốc 1 kiến nghị kiểm tra quá hạn tại 1 đơn vị.",
        ),
        besides="Ngoài ra còn 1 cuộc kiểm tra chậm và 1 báo cáo của đơn vị chưa nộp.",
    ),
    more_is_proved: Said(
        (
            "Năm 2022, khối Quận có 2 đơn vị được xếp hạng: Quận B dẫn đầu với 100,00%, hơn Quận "
            "A 5 điểm phần trăm; trung vị của khối là 97,50%, thấp nhất là Quận A với 95,00%."
        ),
        changed=(
            "1/2 đơn vị tăng chỉ số; tăng nhiều nhất là Quận A (+5 điểm phần trăm).",
            (
                "Lĩnh vực tăng mạnh nhất là Thủ tục hành chính của khối Quận (trung vị +5 điểm "
                "phần trăm)."
            ),
            (
                "Phần điểm bị trừ đã chứng minh được là khắc phục tăng từ 0,0% (điểm năm 2020) "
                "lên 50,0% (điểm năm 2021)."
            ),
        ),
        decide=NOTHING_WAITS,
    ),
    two_groups: Said(
        (
            "Năm 2022, đứng đầu các khối là Quận B (khối Quận, 100,00%) và Sở Nội vụ (khối Sở, "
            "ban, ngành, 100,00%)."
        ),
        changed=(
            "Dẫn đầu khối Quận: năm 2021 là Quận A, nay là Quận B.",
            (
                "1/4 đơn vị tăng chỉ số; tăng nhiều nhất là Quận B (+10 điểm phần trăm); giảm "
                "nhiều nhất là Quận A (−5 điểm phần trăm)."
            ),
            (
                "Lĩnh vực tăng mạnh nhất là Thủ tục hành chính của khối Quận (trung vị +5 điểm "
                "phần trăm)."
            ),
        ),
        decide=NO_REGISTER,
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.__name__)
def test_overview_says(situation):
    assert told_of(situation()) == SITUATIONS[situation]
